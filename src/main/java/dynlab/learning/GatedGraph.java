package dynlab.learning;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.network.Activations;
import dynlab.numeric.Gemm;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Any network whose ReLU layers are linear layers switched by given gates, one a unit and sample, trained by full-batch
 * descent.
 *
 * <pre>
 * h_v = g_v G_v ∘ Σ_{e into v} g_e W_e h_source(e)      at ReLU layers, with gates G of units and samples
 * h_v = g_v f_v( Σ_{e into v} g_e W_e h_source(e) )     at all other layers
 * L   = 1/2 Σ_contexts Σ_samples w Σ_outputs |y − h|²,   W_e += η (−dL/dW_e), all edges at once
 * </pre>
 *
 * g are the contexts' own gates. With {@code G = 1[z > 0]} taken anew at every step this is the network itself; with gates
 * that stay, and all other layers linear, it is a gated deep linear network with one path a distinct gate pattern. Source
 * of the idea: D. Jarvis, R. Klein, B. Rosman and A. Saxe, ICLR 2025.
 *
 * <p>Mutable: one instance belongs to one run. {@link #loss} and {@link #step} allocate nothing.
 */
public final class GatedGraph {
    private final Architecture architecture;
    private final List<Context> contexts;
    private final double learningRate;
    private final int[] order;
    private final List<Integer> switched;
    private final int[] blocks;
    private final int samples;
    private final double[][] weights;
    private final double[][] descent;
    private final double[][] summed;
    private final double[][] activity;
    private final double[][] error;
    /** f' of the nodes whose activity does not tell it; empty for the others. */
    private final double[][] slope;

    /** Of switched layers, units × samples; of others empty. */
    private final double[][] gates;
    /** Of each node the gate it has in each context. */
    private final double[][] own;

    private final Product[][] into;
    private final List<Target> targets = new ArrayList<>();
    private final double[] outputs;
    /** Of each edge a mask of its weights, empty where all count. */
    private final double[][] seen;

    /** {@code z_target += factor · W_edge · a_source}, on samples {@code from …}. */
    private record Product(int edge, int from, int columns, double factor) {}

    /** The loss of one output in one context. */
    private record Target(int context, int node, double[] weights, double[] y, int outputRow) {}

    /**
     * @param contexts those that are trained on
     * @param initial one matrix an edge
     * @param learningRate η
     */
    public GatedGraph(Architecture architecture, List<Context> contexts, List<Matrix> initial, double learningRate) {
        this.architecture = architecture;
        this.contexts = List.copyOf(contexts);
        this.learningRate = learningRate;
        order = architecture.order();
        switched = switched(architecture);
        blocks = new int[contexts.size() + 1];
        for (int c = 0; c < contexts.size(); c++) {
            blocks[c + 1] = blocks[c] + contexts.get(c).samples();
        }
        samples = blocks[contexts.size()];
        int edges = architecture.edges().size();
        weights = new double[edges][];
        descent = new double[edges][];
        seen = new double[edges][0];
        for (int e = 0; e < edges; e++) {
            Matrix w = initial.get(e);
            if (w.rows() != architecture.rows(e) || w.columns() != architecture.columns(e)) {
                throw new IllegalArgumentException("weights " + w.rows() + " × " + w.columns() + " of edge \""
                        + architecture.edges().get(e).id() + "\" do not fit its nodes");
            }
            weights[e] = w.toArray();
            descent[e] = new double[weights[e].length];
        }
        int nodes = order.length;
        summed = new double[nodes][];
        activity = new double[nodes][];
        error = new double[nodes][];
        gates = new double[nodes][0];
        slope = new double[nodes][0];
        own = new double[nodes][contexts.size()];
        into = new Product[nodes][];
        for (int v = 0; v < nodes; v++) {
            Node node = architecture.nodes().get(v);
            int size = node.width() * samples;
            activity[v] = new double[size];
            error[v] = new double[node.role() == Role.INPUT ? 0 : size];
            summed[v] = activity[v];
            slope[v] = new double[Activations.keepsSlope(node.activation(), false) ? size : 0];
            for (int c = 0; c < contexts.size(); c++) {
                own[v][c] = contexts.get(c).gates().node(node.id());
            }
        }
        for (int v : switched) {
            summed[v] = new double[activity[v].length];
            gates[v] = new double[activity[v].length];
            Arrays.fill(gates[v], 1);
        }
        for (int v = 0; v < nodes; v++) {
            into[v] = products(v);
        }
        feed();
        outputs = new double[findTargets() * samples];
    }

    /**
     * The layers that have gates, from the input up: those of ReLU units between what comes in and what goes out.
     *
     * @return positions of nodes
     */
    public static List<Integer> switched(Architecture architecture) {
        List<Integer> found = new ArrayList<>();
        for (int v : architecture.order()) {
            Node node = architecture.nodes().get(v);
            boolean between = architecture.incoming(v).length > 0
                    && (node.role() == Role.OUTPUT || architecture.outgoing(v).length > 0);
            if (between && node.activation() == Activation.RELU) {
                found.add(v);
            }
        }
        return found;
    }

    /** Neighbouring contexts that an edge passes with the same factor are one product. */
    private Product[] products(int v) {
        List<Product> products = new ArrayList<>();
        for (int e : architecture.incoming(v)) {
            int from = 0;
            for (int c = 1; c <= contexts.size(); c++) {
                double factor = factor(e, c - 1);
                if (c == contexts.size() || factor(e, c) != factor) {
                    if (factor != 0 && blocks[c] > from) {
                        products.add(new Product(e, from, blocks[c] - from, factor));
                    }
                    from = blocks[c];
                }
            }
        }
        return products.toArray(new Product[0]);
    }

    private double factor(int e, int c) {
        return contexts.get(c).gates().edge(architecture.edges().get(e).id()) * own[architecture.source(e)][c];
    }

    private void feed() {
        for (int v = 0; v < order.length; v++) {
            for (int c = 0; c < contexts.size(); c++) {
                Matrix x = contexts.get(c).x().get(architecture.nodes().get(v).id());
                for (int i = 0; x != null && i < x.rows(); i++) {
                    System.arraycopy(x.row(i), 0, activity[v], i * samples + blocks[c], x.columns());
                }
            }
        }
    }

    /** Returns the number of rows of all outputs. */
    private int findTargets() {
        int[] rows = new int[order.length];
        int all = 0;
        for (int v = 0; v < order.length; v++) {
            rows[v] = all;
            Node node = architecture.nodes().get(v);
            all += node.role() == Role.OUTPUT ? node.width() : 0;
        }
        for (int c = 0; c < contexts.size(); c++) {
            Context context = contexts.get(c);
            for (int v = 0; v < order.length; v++) {
                Matrix y = context.y().get(architecture.nodes().get(v).id());
                if (y != null) {
                    targets.add(new Target(c, v, context.weights(), y.toArray(), rows[v]));
                }
            }
        }
        return all;
    }

    /** Number of layers that have gates. */
    public int layers() {
        return switched.size();
    }

    /** Number of samples. */
    public int samples() {
        return samples;
    }

    /**
     * Sets the gates of layer {@code l}, from 1 up.
     *
     * @param matrix 0 or 1, units × samples
     */
    public void setGates(int l, Matrix matrix) {
        matrix.copyInto(gates[switched.get(l - 1)], 0);
    }

    /**
     * Lets an edge carry only the weights where the mask is 1: the others are set to 0 and stay 0.
     *
     * @param mask 0 or 1, of the shape of the weights
     */
    public void restrict(int edge, Matrix mask) {
        seen[edge] = mask.toArray();
        mask(edge, weights[edge]);
    }

    private void mask(int edge, double[] values) {
        for (int i = 0; i < seen[edge].length; i++) {
            values[i] = seen[edge][i] == 0 ? 0 : values[i];
        }
    }

    /** Summed input z of layer {@code l}, from 1 up, as of the last {@link #loss}; 0 where a context closes the layer. */
    public Matrix summed(int l) {
        int v = switched.get(l - 1);
        double[] z = summed[v].clone();
        forEachBlock(v, (at, gate) -> z[at] = gate == 0 ? 0 : z[at]);
        return Matrix.of(architecture.nodes().get(v).width(), samples, z);
    }

    /** Activity of layer {@code l}, from 1 up, the context's own gate included, as of the last {@link #loss}. */
    public Matrix hidden(int l) {
        int v = switched.get(l - 1);
        double[] h = activity[v].clone();
        forEachBlock(v, (at, gate) -> h[at] *= gate);
        return Matrix.of(architecture.nodes().get(v).width(), samples, h);
    }

    private interface Cell {
        void at(int index, double gate);
    }

    private void forEachBlock(int v, Cell cell) {
        int width = architecture.nodes().get(v).width();
        for (int c = 0; c < contexts.size(); c++) {
            for (int i = 0; i < width; i++) {
                for (int n = blocks[c]; n < blocks[c + 1]; n++) {
                    cell.at(i * samples + n, own[v][c]);
                }
            }
        }
    }

    /** All weights out of layer {@code l}, from 1 up, below one another; an output is read as it is. */
    public Matrix readout(int l) {
        int v = switched.get(l - 1);
        int width = architecture.nodes().get(v).width();
        boolean output = architecture.nodes().get(v).role() == Role.OUTPUT;
        int rows = output ? width : 0;
        for (int e : architecture.outgoing(v)) {
            rows += architecture.rows(e);
        }
        double[] all = new double[rows * width];
        for (int i = 0; output && i < width; i++) {
            all[i * width + i] = 1;
        }
        int at = output ? width * width : 0;
        for (int e : architecture.outgoing(v)) {
            System.arraycopy(weights[e], 0, all, at, weights[e].length);
            at += weights[e].length;
        }
        return Matrix.of(rows, width, all);
    }

    /**
     * The outputs of the last {@link #loss}, all outputs below one another × samples, 0 where an output has no target. The
     * same array each time.
     */
    public double[] liveOutputs() {
        for (Target target : targets) {
            int count = target.weights.length;
            int from = blocks[target.context];
            for (int i = 0; i < target.y.length / count; i++) {
                for (int n = 0; n < count; n++) {
                    outputs[(target.outputRow + i) * samples + from + n] =
                            own[target.node][target.context] * activity[target.node][i * samples + from + n];
                }
            }
        }
        return outputs;
    }

    /**
     * Sets what the outputs are to be.
     *
     * @param values as in {@link #liveOutputs}; what stands where an output has no target does not count
     */
    public void setTargets(double[] values) {
        for (Target target : targets) {
            int count = target.weights.length;
            int from = blocks[target.context];
            for (int i = 0; i < target.y.length / count; i++) {
                System.arraycopy(values, (target.outputRow + i) * samples + from, target.y, i * count, count);
            }
        }
    }

    /** Loss with the gates as they are; leaves the activities for {@link #step}. */
    public double loss() {
        return forward(false);
    }

    /** Takes the gates anew, {@code G = 1[z > 0]} from the input up, and gives the loss with them. */
    public double refreshedLoss() {
        return forward(true);
    }

    private double forward(boolean refresh) {
        for (int v : order) {
            if (error[v].length == 0) {
                continue;
            }
            Arrays.fill(summed[v], 0);
            for (Product p : into[v]) {
                int depth = architecture.columns(p.edge);
                // z_target += factor · W a_source
                Gemm.multiply(
                        architecture.rows(p.edge),
                        p.columns,
                        depth,
                        weights[p.edge],
                        0,
                        depth,
                        1,
                        activity[architecture.source(p.edge)],
                        p.from,
                        samples,
                        1,
                        p.factor,
                        summed[v],
                        p.from,
                        samples,
                        true);
            }
            if (gates[v].length > 0) {
                applyGates(summed[v], gates[v], activity[v], refresh);
            } else {
                Activations.apply(architecture.nodes().get(v).activation(), activity[v], slope[v], true);
            }
        }
        double sum = 0;
        for (Target target : targets) {
            sum += squaredError(target);
        }
        return 0.5 * sum;
    }

    private static void applyGates(double[] z, double[] gate, double[] a, boolean refresh) {
        for (int i = 0; i < z.length; i++) {
            if (refresh) {
                gate[i] = z[i] > 0 ? 1 : 0;
            }
            a[i] = gate[i] * z[i];
        }
    }

    private double squaredError(Target target) {
        double[] a = activity[target.node];
        double gate = own[target.node][target.context];
        int count = target.weights.length;
        int from = blocks[target.context];
        double sum = 0;
        for (int i = 0; i < target.y.length / count; i++) {
            for (int n = 0; n < count; n++) {
                double d = target.y[i * count + n] - gate * a[i * samples + from + n];
                double weighted = target.weights[n] * d;
                sum += weighted * d;
            }
        }
        return sum;
    }

    /** One update from the activities of the last {@link #loss}. */
    public void step() {
        for (double[] e : error) {
            Arrays.fill(e, 0);
        }
        for (double[] d : descent) {
            Arrays.fill(d, 0);
        }
        for (Target target : targets) {
            seed(target);
        }
        for (int i = order.length - 1; i >= 0; i--) {
            if (error[order[i]].length > 0) {
                backward(order[i]);
            }
        }
        for (int e = 0; e < weights.length; e++) {
            mask(e, descent[e]);
            for (int i = 0; i < weights[e].length; i++) {
                weights[e][i] += learningRate * descent[e][i];
            }
        }
    }

    /** error += g w (y − g a) */
    private void seed(Target target) {
        double[] a = activity[target.node];
        double gate = own[target.node][target.context];
        int count = target.weights.length;
        int from = blocks[target.context];
        for (int i = 0; i < target.y.length / count; i++) {
            for (int n = 0; n < count; n++) {
                int at = i * samples + from + n;
                double d = target.y[i * count + n] - gate * a[at];
                double share = gate * target.weights[n];
                error[target.node][at] += share * d;
            }
        }
    }

    private void backward(int v) {
        double[] signal = error[v];
        if (gates[v].length > 0) {
            for (int i = 0; i < signal.length; i++) {
                signal[i] = gates[v][i] == 0 ? 0 : gates[v][i] * signal[i];
            }
        } else {
            Activations.timesDerivative(architecture.nodes().get(v).activation(), activity[v], slope[v], signal);
        }
        for (Product p : into[v]) {
            int source = architecture.source(p.edge);
            int rows = architecture.rows(p.edge);
            int depth = architecture.columns(p.edge);
            // −dL/dW += factor · error_target a_sourceᵀ
            Gemm.multiply(
                    rows,
                    depth,
                    p.columns,
                    signal,
                    p.from,
                    samples,
                    1,
                    activity[source],
                    p.from,
                    1,
                    samples,
                    p.factor,
                    descent[p.edge],
                    0,
                    depth,
                    true);
            if (error[source].length > 0) {
                // error_source += factor · Wᵀ error_target
                Gemm.multiply(
                        depth,
                        p.columns,
                        rows,
                        weights[p.edge],
                        0,
                        1,
                        depth,
                        signal,
                        p.from,
                        samples,
                        1,
                        p.factor,
                        error[source],
                        p.from,
                        samples,
                        true);
            }
        }
    }

    /** A copy of the weights of an edge. */
    public Matrix weight(int edge) {
        return Matrix.of(architecture.rows(edge), architecture.columns(edge), weights[edge]);
    }
}
