package dynlab.network;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Role;
import dynlab.numeric.Gemm;
import dynlab.numeric.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * Weights on an architecture, with the loss of the trained contexts and its gradient.
 *
 * <pre>
 * h_v = g_v f_v( Σ_{e into v} g_e W_e h_source(e) ),   h_v = g_v x_v at inputs
 * L   = 1/2 Σ_{trained contexts} Σ_samples w Σ_outputs |y − h|²
 * </pre>
 *
 * Mutable: one instance belongs to one run. {@link #loss} and {@link #gradient} allocate nothing.
 */
public final class Network {
    private final Architecture architecture;
    private final ForwardPlan plan;
    private final double[][] weights;
    private final double[][] descent;
    private final double[][] activity;
    private final double[][] error;
    /** f' of the nodes whose activity does not tell it, as of the last {@link #loss}; empty for the others. */
    private final double[][] slope;

    private final Activation[] activation;
    private final int[] order;

    /**
     * @param architecture the graph
     * @param contexts all contexts; only the trained ones count here
     * @param initial one matrix an edge, in edge order, width(target) × width(source)
     */
    public Network(Architecture architecture, List<Context> contexts, List<Matrix> initial) {
        this(architecture, contexts, initial, false);
    }

    /**
     * @param architecture the graph
     * @param contexts all contexts; only the trained ones count here
     * @param initial one matrix an edge, in edge order, width(target) × width(source)
     * @param held whether ReLU units can keep their gates, for {@link #heldLoss}
     */
    public Network(Architecture architecture, List<Context> contexts, List<Matrix> initial, boolean held) {
        this.architecture = architecture;
        plan = new ForwardPlan(
                architecture, contexts.stream().filter(Context::train).toList(), true);
        order = architecture.order();
        int nodes = order.length;
        activation = new Activation[nodes];
        activity = new double[nodes][];
        error = new double[nodes][];
        slope = new double[nodes][];
        for (int v = 0; v < nodes; v++) {
            activation[v] = architecture.nodes().get(v).activation();
            int size = architecture.nodes().get(v).width() * plan.columns(v);
            activity[v] = new double[size];
            slope[v] = new double[Activations.keepsSlope(activation[v], held) ? size : 0];
            error[v] = new double[architecture.nodes().get(v).role() == Role.INPUT ? 0 : size];
        }
        plan.feed(activity);
        int edges = architecture.edges().size();
        weights = new double[edges][];
        descent = new double[edges][];
        for (int e = 0; e < edges; e++) {
            weights[e] = initial.get(e).toArray();
            descent[e] = new double[weights[e].length];
        }
    }

    public Architecture architecture() {
        return architecture;
    }

    /** A copy of the weights of edge {@code e}. */
    public Matrix weight(int e) {
        return Matrix.of(architecture.rows(e), architecture.columns(e), weights[e]);
    }

    /** The live row-major weights of edge {@code e}, for whoever trains this network. */
    public double[] liveWeights(int e) {
        return weights[e];
    }

    /** The live row-major −dL/dW of edge {@code e} as of the last {@link #gradient}. */
    public double[] liveDescent(int e) {
        return descent[e];
    }

    /** Multiplications in the forward products of one step; shared prefixes count once. */
    public double forwardMultiplications() {
        return plan.multiplications();
    }

    /** The loss of the trained contexts; leaves the activities for {@link #gradient}. */
    public double loss() {
        forward(architecture, plan, order, weights, activation, activity, slope, true);
        return squaredErrors();
    }

    /** The loss with the gates of ReLU units as the last {@link #loss} left them, of a network that holds them. */
    public double heldLoss() {
        forward(architecture, plan, order, weights, activation, activity, slope, false);
        return squaredErrors();
    }

    private double squaredErrors() {
        double sum = 0;
        for (ForwardPlan.Target target : plan.targets()) {
            sum += squaredError(target);
        }
        return 0.5 * sum;
    }

    /** Computes −dL/dW of every edge from the activities of the last {@link #loss}. */
    public void gradient() {
        for (ForwardPlan.Target target : plan.targets()) {
            if (target.at() != ForwardPlan.ZERO) {
                seedError(target);
            }
        }
        for (int i = order.length - 1; i >= 0; i--) {
            int v = order[i];
            applyDerivative(v);
            for (ForwardPlan.Product product : plan.into(v)) {
                backward(product);
            }
        }
    }

    static void forward(
            Architecture architecture,
            ForwardPlan plan,
            int[] order,
            double[][] weights,
            Activation[] activation,
            double[][] activity,
            double[][] slope,
            boolean look) {
        for (int v : order) {
            for (ForwardPlan.Product p : plan.into(v)) {
                int rows = architecture.rows(p.edge());
                int depth = architecture.columns(p.edge());
                int sourceColumns = plan.columns(p.source());
                int targetColumns = plan.columns(v);
                // a_target (+)= factor · W a_source
                Gemm.multiply(
                        rows,
                        p.columns(),
                        depth,
                        weights[p.edge()],
                        0,
                        depth,
                        1,
                        activity[p.source()],
                        p.sourceAt(),
                        sourceColumns,
                        1,
                        p.factor(),
                        activity[v],
                        p.targetAt(),
                        targetColumns,
                        !p.first());
            }
            Activations.apply(activation[v], activity[v], slope[v], look);
        }
    }

    private double squaredError(ForwardPlan.Target target) {
        double[] w = target.weights();
        double[] y = target.y();
        int samples = w.length;
        int columns = plan.columns(target.node());
        int width = y.length / samples;
        double[] a = activity[target.node()];
        double sum = 0;
        for (int i = 0; i < width; i++) {
            for (int n = 0; n < samples; n++) {
                double d = y[i * samples + n];
                if (target.at() != ForwardPlan.ZERO) {
                    d -= target.gate() * a[i * columns + target.at() + n];
                }
                double weighted = w[n] * d;
                sum += weighted * d;
            }
        }
        return sum;
    }

    /** error (+)= g w (y − g a) on the columns of one target. */
    private void seedError(ForwardPlan.Target target) {
        double[] w = target.weights();
        double[] y = target.y();
        int samples = w.length;
        int columns = plan.columns(target.node());
        int width = y.length / samples;
        double[] a = activity[target.node()];
        double[] signal = error[target.node()];
        double gate = target.gate();
        for (int i = 0; i < width; i++) {
            int row = i * columns + target.at();
            for (int n = 0; n < samples; n++) {
                double d = y[i * samples + n] - gate * a[row + n];
                double share = gate * w[n];
                double pull = share * d;
                signal[row + n] = target.firstBack() ? pull : signal[row + n] + pull;
            }
        }
    }

    private void applyDerivative(int v) {
        if (error[v].length > 0) {
            Activations.timesDerivative(activation[v], activity[v], slope[v], error[v]);
        }
    }

    private void backward(ForwardPlan.Product p) {
        int rows = architecture.rows(p.edge());
        int depth = architecture.columns(p.edge());
        int sourceColumns = plan.columns(p.source());
        int targetColumns = plan.columns(p.target());
        // −dL/dW (+)= factor · error_target a_sourceᵀ
        Gemm.multiply(
                rows,
                depth,
                p.columns(),
                error[p.target()],
                p.targetAt(),
                targetColumns,
                1,
                activity[p.source()],
                p.sourceAt(),
                1,
                sourceColumns,
                p.factor(),
                descent[p.edge()],
                0,
                depth,
                !p.firstGradient());
        if (error[p.source()].length > 0) {
            // error_source (+)= factor · Wᵀ error_target
            Gemm.multiply(
                    depth,
                    p.columns(),
                    rows,
                    weights[p.edge()],
                    0,
                    1,
                    depth,
                    error[p.target()],
                    p.targetAt(),
                    targetColumns,
                    1,
                    p.factor(),
                    error[p.source()],
                    p.sourceAt(),
                    sourceColumns,
                    !p.firstBack());
        }
    }

    /** Whether every weight is a finite number. */
    public boolean finite() {
        for (double[] w : weights) {
            for (double value : w) {
                if (!Double.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "network of " + Arrays.stream(weights).mapToInt(w -> w.length).sum() + " weights";
    }
}
