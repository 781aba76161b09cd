package dynlab.network;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights on an architecture, with the loss of the trained contexts and its gradient.
 *
 * <pre>
 * h_v = g_v f_v( Σ_{e into v} g_e W_e h_source(e) + b_v ),   h_v = g_v x_v at inputs
 * L   = Σ_{trained contexts} Σ_samples w Σ_outputs loss(h, y)
 * </pre>
 *
 * The only forward and backward pass of the laboratory: it knows biases, ties, learned gates, feedback matrices, gates of
 * single units, masks of weights, targets of its own, and some samples instead of all. Mutable: one instance belongs to one
 * run. {@link #loss}, {@link #gradient} and {@link #select} allocate nothing.
 */
public final class Network {
    /**
     * What a network is made for.
     *
     * @param loss of all outputs
     * @param held whether ReLU units can keep their gates, for {@link #heldLoss}
     * @param given whether gates of units will be given, for {@link #setGates}
     * @param direct whether feedback matrices lead from outputs directly to hidden nodes
     * @param capacity the most samples that will be chosen, for {@link #select}; 0 if it always looks at all
     */
    public record Setting(Loss loss, boolean held, boolean given, boolean direct, int capacity) {
        /** Squared loss of all samples. */
        public static final Setting PLAIN = new Setting(Loss.SQUARED, false, false, false, 0);

        public Setting giving() {
            return new Setting(loss, held, true, direct, capacity);
        }
    }

    private final Architecture architecture;
    private final List<Context> trained;
    private final int[] numbers;
    private final int samples;
    private final Setting setting;
    private final LiveWeights weights;
    private final LearnedGates gates;
    private final Feedback feedback;
    private final Extras start;
    private final UnitGates units;
    private final Pass pass;
    private Optional<Pass> whole = Optional.empty();
    private Optional<UnitGates> wholeUnits = Optional.empty();

    /**
     * @param architecture the graph
     * @param contexts all contexts; only the trained ones count here
     * @param initial one matrix an edge, in edge order, width(target) × width(source)
     */
    public Network(Architecture architecture, List<Context> contexts, List<Matrix> initial) {
        this(architecture, contexts, initial, Extras.NONE, Setting.PLAIN);
    }

    /**
     * @param architecture the graph
     * @param contexts all contexts; only the trained ones count here
     * @param initial one matrix an edge, in edge order, width(target) × width(source)
     * @param extras what there is beside the weights
     * @param setting what it is made for
     */
    public Network(
            Architecture architecture, List<Context> contexts, List<Matrix> initial, Extras extras, Setting setting) {
        this.architecture = architecture;
        this.setting = setting;
        trained = contexts.stream().filter(Context::train).toList();
        numbers = new int[trained.size()];
        int found = 0;
        int all = 0;
        for (int c = 0; c < contexts.size(); c++) {
            if (contexts.get(c).train()) {
                numbers[found++] = c;
                all += contexts.get(c).samples();
            }
        }
        samples = all;
        weights = new LiveWeights(architecture, initial, extras.biases());
        gates = new LearnedGates(architecture, extras.gates());
        start = extras;
        feedback = new Feedback(architecture, extras.feedback(), setting.direct());
        units = new UnitGates(architecture, setting.held(), samples);
        boolean apart = setting.given() || setting.direct() || setting.capacity() > 0 || !gates.none();
        ForwardPlan.Layout layout = setting.direct()
                ? ForwardPlan.Layout.APART
                : apart ? ForwardPlan.Layout.APART_TOWARDS_LOSS : ForwardPlan.Layout.SHARED_TOWARDS_LOSS;
        pass = new Pass(architecture, plan(layout, setting.capacity()), weights, gates, feedback, units, true);
        if (setting.capacity() > 0) {
            for (Target target : pass.plan().targets()) {
                target.selectable();
            }
        }
    }

    private ForwardPlan plan(ForwardPlan.Layout layout, int capacity) {
        return new ForwardPlan(architecture, trained, numbers, gates, layout, capacity);
    }

    /** A pass through any contexts that shares these weights and has no way back. */
    Pass looking(List<Context> contexts) {
        int[] all = new int[contexts.size()];
        Arrays.setAll(all, c -> c);
        ForwardPlan plan = new ForwardPlan(architecture, contexts, all, gates, ForwardPlan.Layout.SHARED, 0);
        return new Pass(
                architecture, plan, weights, gates, feedback, new UnitGates(architecture, false, samples), false);
    }

    void openGates() {
        gates.open();
    }

    public Architecture architecture() {
        return architecture;
    }

    /** The contexts that are trained, in their order. */
    public List<Context> trained() {
        return trained;
    }

    /** Number of samples of all trained contexts. */
    public int samples() {
        return samples;
    }

    public Loss lossKind() {
        return setting.loss();
    }

    /** A copy of the matrix that edge {@code e} uses. */
    public Matrix weight(int e) {
        return weights.used(e);
    }

    /** The live row-major weights of edge {@code e}, or of the edge that it is tied to, for whoever trains this network. */
    public double[] liveWeights(int e) {
        return weights.weight[e];
    }

    /** The row-major weights that edge {@code e} uses, width(target) × width(source); for reading, and only until they move. */
    public double[] weightsUsed(int e) {
        return architecture.transposed(e) ? weights.used(e).toArray() : weights.weight[e];
    }

    /** The live row-major −dL/dW of the matrix that edge {@code e} uses, as of the last {@link #gradient}. */
    public double[] liveDescent(int e) {
        return weights.descent[e];
    }

    /** Copies an array that has the shape of the owner's weights as edge {@code e} sees it. */
    public void copyUsed(int e, double[] from, double[] to) {
        weights.copyUsed(e, from, to);
    }

    /** The live biases of node {@code v}; empty if it has none. */
    public double[] liveBias(int v) {
        return weights.bias[v];
    }

    /** The live −dL/db of node {@code v}. */
    public double[] liveBiasDescent(int v) {
        return weights.biasDescent[v];
    }

    /** Number of groups of learned gates. */
    public int gateGroups() {
        return start.gates().size();
    }

    /** θ of gate group {@code g}, rows × nodes. */
    public Matrix theta(int g) {
        return gates.theta(g);
    }

    /** −dL/dθ of gate group {@code g} as of the last {@link #gradient}. */
    public Matrix thetaDescent(int g) {
        return gates.descent(g);
    }

    /** θ of group {@code g} += rate · (−dL/dθ). */
    public void moveGates(int g, double rate) {
        gates.move(g, rate);
    }

    /** Number of feedback matrices. */
    public int feedbacks() {
        return feedback.count();
    }

    /** Feedback matrix {@code k}, in the order in which they were given. */
    public Matrix feedback(int k) {
        return feedback.matrix(k);
    }

    /** The live row-major entries of feedback matrix {@code k}. */
    public double[] liveFeedback(int k) {
        return feedback.live(k);
    }

    /** The edge on whose way back feedback matrix {@code k} stands; not of direct feedback. */
    public int feedbackEdge(int k) {
        return feedback.edge(k);
    }

    /** Biases of all nodes that have some, learned gates and feedback matrices as they are now. */
    public Extras extras() {
        Map<String, Matrix> biases = new LinkedHashMap<>();
        for (int v = 0; v < architecture.nodes().size(); v++) {
            double[] b = weights.bias[v];
            if (b.length > 0) {
                biases.put(architecture.nodes().get(v).id(), Matrix.of(b.length, 1, b));
            }
        }
        List<GateGroup> groups = new ArrayList<>();
        for (GateGroup group : start.gates()) {
            groups.add(group.at(theta(groups.size())));
        }
        Map<String, Matrix> matrices = new LinkedHashMap<>();
        for (String name : start.feedback().keySet()) {
            matrices.put(name, feedback(matrices.size()));
        }
        return new Extras(biases, groups, matrices);
    }

    /** Multiplications in the forward products of one step; shared prefixes count once. */
    public double forwardMultiplications() {
        return pass.plan().multiplications();
    }

    /** What the outputs are to be, for whoever lets them aim elsewhere. */
    public List<Target> targets() {
        return List.of(pass.plan().targets());
    }

    /**
     * Looks at some samples from now on.
     *
     * @param chosen numbers of samples, ascending; samples of trained contexts are numbered through
     * @param count how many of them
     * @param factor multiplies the weights of all samples
     */
    public void select(int[] chosen, int count, double factor) {
        pass.select(chosen, count, factor);
    }

    /** The loss of the samples looked at; leaves the activities for {@link #gradient}. */
    public double loss() {
        return loss(pass, true);
    }

    /** The loss with the gates of ReLU units as the last {@link #loss} left them, of a network that holds them. */
    public double heldLoss() {
        return loss(pass, false);
    }

    private double loss(Pass used, boolean look) {
        gates.open();
        used.forward(look);
        return used.loss(setting.loss().function());
    }

    /** The loss of all samples; leaves the activities for {@link #gradient} as they are if only some are looked at. */
    public double wholeLoss() {
        return loss(whole(), true);
    }

    private Pass whole() {
        if (setting.capacity() == 0) {
            return pass;
        }
        if (whole.isEmpty()) {
            ForwardPlan.Layout layout =
                    setting.given() ? ForwardPlan.Layout.APART_TOWARDS_LOSS : ForwardPlan.Layout.SHARED_TOWARDS_LOSS;
            UnitGates own = new UnitGates(architecture, false, samples);
            whole = Optional.of(new Pass(architecture, plan(layout, 0), weights, gates, feedback, own, false));
            wholeUnits = Optional.of(own);
            units.giveTo(own);
        }
        return whole.get();
    }

    /** Makes {@link #outputs}, {@link #summed} and {@link #hidden} those of the present weights, after a {@link #loss}. */
    public void lookAtAll() {
        if (setting.capacity() > 0) {
            wholeLoss();
        }
    }

    /** Computes −dL/d of everything that is learned from the activities of the last {@link #loss}. */
    public void gradient() {
        pass.backward(setting.loss().function());
    }

    /**
     * Gives the units of a node gates that stay, in place of its function.
     *
     * @param v position of the node
     * @param matrix units × samples of all trained contexts
     */
    public void setGates(int v, Matrix matrix) {
        units.give(v, matrix);
        wholeUnits.ifPresent(own -> own.give(v, matrix));
    }

    /**
     * Lets an edge carry only the weights where the mask is 1: the others are set to 0 and stay 0.
     *
     * @param mask 0 or 1, of the shape of the weights
     */
    public void restrict(int edge, Matrix mask) {
        weights.restrict(edge, mask);
    }

    /** All outputs below one another × all trained samples, see {@link #lookAtAll}; 0 where there is no target. */
    public double[] outputs() {
        double[] all = new double[firstRows()[architecture.nodes().size()] * samples];
        ForwardPlan plan = whole().plan();
        for (Target target : plan.targets()) {
            Matrix h = whole().activity(target.context(), target.node());
            for (int i = 0; i < target.width(); i++) {
                int row = firstRows()[target.node()] + i;
                System.arraycopy(h.row(i), 0, all, row * samples + plan.base(target.context()), h.columns());
            }
        }
        return all;
    }

    /**
     * Sets what the outputs are to be.
     *
     * @param values as in {@link #outputs}; what stands where an output has no target does not count
     */
    public void setTargets(double[] values) {
        ForwardPlan plan = pass.plan();
        for (Target target : plan.targets()) {
            target.replace(values, firstRows()[target.node()], samples, plan.base(target.context()));
        }
    }

    private int[] firstRows() {
        int[] rows = new int[architecture.nodes().size() + 1];
        for (int v = 0; v + 1 < rows.length; v++) {
            boolean output = architecture.nodes().get(v).role() == Role.OUTPUT;
            rows[v + 1] = rows[v] + (output ? architecture.nodes().get(v).width() : 0);
        }
        return rows;
    }

    /**
     * Summed input z of a node, units × all trained samples, see {@link #lookAtAll}, of a network whose gates are given; 0
     * where a context closes the node.
     */
    public Matrix summed(int v) {
        return whole().summed(v);
    }

    /** Activity of a node, units × all trained samples, its gate included; see {@link #lookAtAll}. */
    public Matrix hidden(int v) {
        int width = architecture.nodes().get(v).width();
        double[] all = new double[width * samples];
        ForwardPlan plan = whole().plan();
        for (int c = 0; c < trained.size(); c++) {
            Matrix h = whole().activity(c, v);
            for (int i = 0; i < width; i++) {
                System.arraycopy(h.row(i), 0, all, i * samples + plan.base(c), h.columns());
            }
        }
        return Matrix.of(width, samples, all);
    }

    /** All weights out of a node below one another; an output is read as it is. */
    public Matrix readout(int v) {
        int width = architecture.nodes().get(v).width();
        List<double[]> rows = new ArrayList<>();
        if (architecture.nodes().get(v).role() == Role.OUTPUT) {
            for (int i = 0; i < width; i++) {
                rows.add(Matrix.identity(width).row(i));
            }
        }
        for (int e : architecture.outgoing(v)) {
            Matrix w = weight(e);
            for (int i = 0; i < w.rows(); i++) {
                rows.add(w.row(i));
            }
        }
        return Matrix.of(rows.toArray(new double[0][]));
    }

    /** Whether every weight is a finite number. */
    public boolean finite() {
        return weights.finite();
    }

    @Override
    public String toString() {
        int count = 0;
        for (int e = 0; e < architecture.edges().size(); e++) {
            count += architecture.owns(e) ? weights.weight[e].length : 0;
        }
        return "network of " + count + " weights";
    }
}
