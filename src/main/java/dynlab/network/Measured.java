package dynlab.network;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.numeric.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * Activities of a network in every context, trained or not. Looks at the network's weights and changes nothing;
 * {@link #refresh} or {@link #forget} after the weights have moved.
 */
public final class Measured {
    private final Network network;
    private final List<Context> contexts;
    private final ForwardPlan plan;
    private final double[][] activity;
    private final double[][] weights;
    private final Activation[] activation;
    private final double[][] noSlope;
    /** Each node alone, in an order in which sources come first; as many as {@link #seen} are known. */
    private final int[][] order;

    private final int[] place;
    private int seen;

    public Measured(Network network, List<Context> contexts) {
        this.network = network;
        this.contexts = contexts;
        Architecture architecture = network.architecture();
        plan = new ForwardPlan(architecture, contexts, false);
        int nodes = architecture.nodes().size();
        activity = new double[nodes][];
        activation = new Activation[nodes];
        noSlope = new double[nodes][0];
        for (int v = 0; v < nodes; v++) {
            activity[v] = new double[architecture.nodes().get(v).width() * plan.columns(v)];
            activation[v] = architecture.nodes().get(v).activation();
        }
        weights = new double[architecture.edges().size()][];
        for (int e = 0; e < weights.length; e++) {
            weights[e] = network.liveWeights(e);
        }
        plan.feed(activity);
        order = new int[nodes][1];
        place = new int[nodes];
        int[] all = architecture.order();
        for (int i = 0; i < nodes; i++) {
            order[i][0] = all[i];
            place[all[i]] = i;
        }
    }

    /** Computes all activities from the present weights. */
    public void refresh() {
        forget();
        see(order[order.length - 1][0]);
    }

    /** The weights have moved: activities are computed anew, each when it is first asked for. */
    public void forget() {
        seen = 0;
    }

    /** Computes what a node needs and itself, as far as it is not known. */
    private void see(int v) {
        for (; seen <= place[v]; seen++) {
            Network.forward(network.architecture(), plan, order[seen], weights, activation, activity, noSlope, true);
        }
    }

    /** h of node {@code v} in context {@code c}, width × samples, its gate applied. */
    public Matrix activity(int c, int v) {
        see(v);
        Node node = network.architecture().nodes().get(v);
        int samples = contexts.get(c).samples();
        double[] values = new double[node.width() * samples];
        int at = plan.at(c, v);
        if (at != ForwardPlan.ZERO) {
            double gate = plan.gate(c, v);
            for (int i = 0; i < node.width(); i++) {
                for (int n = 0; n < samples; n++) {
                    values[i * samples + n] = gate * activity[v][i * plan.columns(v) + at + n];
                }
            }
        }
        return Matrix.of(node.width(), samples, values);
    }

    /**
     * Writes h of node {@code v} in context {@code c}, its gate applied, without making a matrix.
     *
     * @param to row-major, {@code stride} columns
     * @param at place of its first entry
     */
    public void copy(int c, int v, double[] to, int at, int stride) {
        see(v);
        int width = network.architecture().nodes().get(v).width();
        int samples = contexts.get(c).samples();
        int from = plan.at(c, v);
        int columns = plan.columns(v);
        double gate = plan.gate(c, v);
        for (int i = 0; i < width; i++) {
            int row = at + i * stride;
            if (from == ForwardPlan.ZERO) {
                Arrays.fill(to, row, row + samples, 0);
            } else if (gate == 1) {
                System.arraycopy(activity[v], i * columns + from, to, row, samples);
            } else {
                for (int n = 0; n < samples; n++) {
                    to[row + n] = gate * activity[v][i * columns + from + n];
                }
            }
        }
    }

    /** Half the unweighted squared error of context {@code c} over the outputs that it has targets for. */
    public double error(int c) {
        double sum = 0;
        for (int v = 0; v < activity.length; v++) {
            Matrix y = contexts.get(c)
                    .y()
                    .get(network.architecture().nodes().get(v).id());
            if (y != null) {
                double norm = y.minus(activity(c, v)).norm();
                sum += norm * norm;
            }
        }
        return 0.5 * sum;
    }
}
