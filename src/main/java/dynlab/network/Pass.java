package dynlab.network;

import dynlab.architecture.Architecture;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.architecture.activation.ActivationFunction;
import dynlab.numeric.Gemm;
import dynlab.numeric.Matrix;
import java.util.Arrays;

/**
 * One forward and backward pass through a plan, with the activities and errors that it needs. Allocates nothing after it is
 * made.
 */
final class Pass {
    private final Architecture architecture;
    private final ForwardPlan plan;
    private final LiveWeights weights;
    private final LearnedGates gates;
    private final Feedback feedback;
    private final UnitGates units;
    private final int[] order;
    private final ActivationFunction[] function;
    private final double[] leak;
    private final double[][] activity;
    private final double[][] error;
    /** f' of the nodes whose activity does not tell it, as of the last {@link #forward}; empty for the others. */
    private final double[][] slope;
    /** Nodes whose error is gathered without their own gate, which comes afterwards. */
    private final boolean[] late;
    /** Columns that are looked at in a plan apart; negative where all are. */
    private int live = -1;

    /**
     * @param backward whether there will be a {@link #backward}
     */
    Pass(
            Architecture architecture,
            ForwardPlan plan,
            LiveWeights weights,
            LearnedGates gates,
            Feedback feedback,
            UnitGates units,
            boolean backward) {
        this.architecture = architecture;
        this.plan = plan;
        this.weights = weights;
        this.gates = gates;
        this.feedback = feedback;
        this.units = units;
        order = architecture.order();
        int nodes = order.length;
        function = new ActivationFunction[nodes];
        leak = new double[nodes];
        activity = new double[nodes][];
        error = new double[nodes][];
        slope = new double[nodes][];
        late = new boolean[nodes];
        for (int v = 0; v < nodes; v++) {
            Node node = architecture.nodes().get(v);
            function[v] = node.activation().function();
            leak[v] = node.leak();
            int size = node.width() * plan.columns(v);
            activity[v] = new double[size];
            slope[v] = new double[backward && function[v].keepsSlope() ? size : 0];
            error[v] = new double[backward && node.role() != Role.INPUT ? size : 0];
            late[v] = node.role() != Role.INPUT && (feedback.direct() || gates.learned(v));
        }
        units.makeRoom(plan);
        plan.feed(activity);
    }

    ForwardPlan plan() {
        return plan;
    }

    /** Takes some samples of a plan apart; {@link ForwardPlan#select}. */
    void select(int[] chosen, int count, double factor) {
        live = count;
        plan.select(chosen, count, factor, activity);
        units.select(chosen, count);
    }

    /**
     * Computes all activities.
     *
     * @param look whether units that keep their gates take them anew
     */
    void forward(boolean look) {
        for (int v : order) {
            compute(v, look);
        }
    }

    /** Computes the activities of one node from those of its sources. */
    void compute(int v, boolean look) {
        if (plan.fills(architecture.nodes().get(v))) {
            fill(v);
        }
        // a_target (+)= factor · W a_source
        for (ForwardPlan.Product p : plan.into(v)) {
            weights.forward(p, factor(p), activity[p.source], plan.columns(p.source), activity[v], plan.columns(v));
        }
        activate(v, look);
    }

    private void fill(int v) {
        double[] bias = weights.bias[v];
        int row = plan.columns(v);
        for (int at = 0, i = 0; at < activity[v].length; at += row, i++) {
            Arrays.fill(activity[v], at, at + row, bias.length > 0 ? bias[i] : 0);
        }
    }

    private double factor(ForwardPlan.Product p) {
        return p.gateIndex == LearnedGates.NONE ? p.factor : p.factor * gates.value(p.gateIndex);
    }

    private void activate(int v, boolean look) {
        if (units.has(v)) {
            units.apply(v, activity[v], look);
        } else if (live < 0 || live == plan.columns(v)) {
            function[v].apply(activity[v], slope[v], leak[v], 0, activity[v].length);
        } else {
            int row = plan.columns(v);
            for (int from = 0; from < activity[v].length; from += row) {
                function[v].apply(activity[v], slope[v], leak[v], from, from + live);
            }
        }
    }

    /** The loss against clean targets, as the last {@link #forward} left the activities. */
    double loss(LossFunction loss) {
        double sum = 0;
        for (Target target : plan.targets()) {
            int v = target.node();
            sum += loss.sum(target, activity[v], plan.columns(v), gateOf(target));
        }
        return loss.factor() * sum;
    }

    private double gateOf(Target target) {
        return target.gateIndex() == LearnedGates.NONE
                ? target.gate()
                : target.gate() * gates.value(target.gateIndex());
    }

    /** Computes −dL/d of weights, biases and learned gates. */
    void backward(LossFunction loss) {
        if (feedback.direct()) {
            for (double[] signal : error) {
                Arrays.fill(signal, 0);
            }
        }
        for (Target target : plan.targets()) {
            int v = target.node();
            if (target.at() != ForwardPlan.ZERO) {
                double gate = gateOf(target);
                loss.pull(target, activity[v], plan.columns(v), gate, late[v] ? 1 : gate, error[v]);
            }
        }
        if (feedback.direct()) {
            directErrors();
        }
        gates.clear();
        for (int i = order.length - 1; i >= 0; i--) {
            int v = order[i];
            if (error[v].length > 0) {
                if (late[v]) {
                    closeGates(v);
                }
                applyDerivative(v);
                sumBias(v);
            }
            for (ForwardPlan.Product p : plan.into(v)) {
                backward(p, v);
            }
        }
        gates.descend();
        weights.hideDescents();
    }

    /** {@code t_h = Σ_y B r_y} at every hidden node, on the samples of every context that has a target for y. */
    private void directErrors() {
        for (Target target : plan.targets()) {
            int y = target.node();
            for (int h = 0; h < order.length && target.at() != ForwardPlan.ZERO; h++) {
                double[] matrix = feedback.toHidden(h, y);
                if (matrix.length > 0 && plan.at(target.context(), h) != ForwardPlan.ZERO) {
                    Gemm.multiply(
                            architecture.nodes().get(h).width(),
                            target.columns(),
                            target.width(),
                            matrix,
                            0,
                            target.width(),
                            1,
                            error[y],
                            target.at(),
                            plan.columns(y),
                            1,
                            1,
                            error[h],
                            plan.at(target.context(), h),
                            plan.columns(h),
                            true);
                }
            }
        }
    }

    /** −∂L/∂g of a late node in every context, then its error times its gate. */
    private void closeGates(int v) {
        int row = plan.columns(v);
        int width = architecture.nodes().get(v).width();
        for (int c = 0; c < plan.contexts(); c++) {
            int at = plan.at(c, v);
            if (at == ForwardPlan.ZERO) {
                continue;
            }
            int end = at + plan.columnsOf(c);
            int index = plan.gateIndex(c, v);
            double gate = plan.gate(c, v);
            double sum = 0;
            for (int i = 0; i < width; i++) {
                for (int n = i * row + at; n < i * row + end; n++) {
                    sum += error[v][n] * activity[v][n];
                    error[v][n] *= gate;
                }
            }
            if (index != LearnedGates.NONE) {
                gates.add(index, sum * plan.constantGate(c, v));
            }
        }
    }

    private void applyDerivative(int v) {
        if (units.has(v)) {
            units.timesGates(v, error[v]);
        } else {
            function[v].timesDerivative(activity[v], slope[v], leak[v], error[v], 0, error[v].length);
        }
    }

    private void sumBias(int v) {
        double[] descent = weights.biasDescent[v];
        int row = plan.columns(v);
        for (int i = 0; i < descent.length; i++) {
            double sum = 0;
            if (plan.apart()) {
                for (int c = 0; c < plan.contexts(); c++) {
                    int at = plan.at(c, v);
                    int columns = at == ForwardPlan.ZERO ? 0 : plan.columnsOf(c);
                    for (int n = 0; n < columns; n++) {
                        sum += error[v][i * row + at + n];
                    }
                }
            } else {
                for (int n = i * row; n < (i + 1) * row; n++) {
                    sum += error[v][n];
                }
            }
            descent[i] = sum;
        }
    }

    private void backward(ForwardPlan.Product p, int target) {
        int sourceRow = plan.columns(p.source);
        int targetRow = plan.columns(target);
        weights.gradient(p, factor(p), activity[p.source], sourceRow, error[target], targetRow);
        if (error[p.source].length == 0 || feedback.direct()) {
            return;
        }
        int rows = architecture.rows(p.edge);
        int depth = architecture.columns(p.edge);
        double[] other = feedback.ofEdge(p.edge);
        boolean own = other.length == 0;
        // error_source (+)= factor · Wᵀ error_target, or Bᵀ in place of Wᵀ
        Gemm.multiply(
                depth,
                p.columns,
                rows,
                own ? weights.weight[p.edge] : other,
                0,
                own ? weights.columnStride(p.edge) : 1,
                own ? weights.rowStride(p.edge) : depth,
                error[target],
                p.targetAt,
                targetRow,
                1,
                late[p.source] ? p.edgeGate : p.factor,
                error[p.source],
                p.sourceAt,
                sourceRow,
                !p.firstBack);
    }

    /** h of node {@code v} in context {@code c}, width × samples looked at, its gate applied. */
    Matrix activity(int c, int v) {
        int width = architecture.nodes().get(v).width();
        int samples = plan.columnsOf(c);
        double[] values = new double[width * samples];
        copy(c, v, values, 0, samples);
        return Matrix.of(width, samples, values);
    }

    /** The same written into an array of {@code stride} columns from {@code first} on. */
    void copy(int c, int v, double[] to, int first, int stride) {
        int samples = plan.columnsOf(c);
        int at = plan.at(c, v);
        int columns = plan.columns(v);
        double gate = at == ForwardPlan.ZERO ? 0 : plan.gate(c, v);
        for (int i = 0; i < architecture.nodes().get(v).width(); i++) {
            int row = first + i * stride;
            if (at == ForwardPlan.ZERO) {
                Arrays.fill(to, row, row + samples, 0);
            } else if (gate == 1) {
                System.arraycopy(activity[v], i * columns + at, to, row, samples);
            } else {
                for (int n = 0; n < samples; n++) {
                    to[row + n] = gate * activity[v][i * columns + at + n];
                }
            }
        }
    }

    /** Summed input z of node {@code v} on all columns of a plan apart; 0 where nothing is computed or the gate is closed. */
    Matrix summed(int v) {
        int width = architecture.nodes().get(v).width();
        int row = plan.columns(v);
        double[] z = new double[width * row];
        double[] bias = weights.bias[v];
        for (int i = 0; i < bias.length; i++) {
            Arrays.fill(z, i * row, (i + 1) * row, bias[i]);
        }
        for (ForwardPlan.Product p : plan.into(v)) {
            weights.forward(p, factor(p), activity[p.source], plan.columns(p.source), z, row);
        }
        for (int c = 0; c < plan.contexts(); c++) {
            int at = plan.base(c);
            for (int i = 0; i < width && (plan.at(c, v) == ForwardPlan.ZERO || plan.gate(c, v) == 0); i++) {
                Arrays.fill(z, i * row + at, i * row + at + plan.columnsOf(c), 0);
            }
        }
        return Matrix.of(width, row, z);
    }
}
