package dynlab.network;

import dynlab.architecture.Context;
import dynlab.numeric.Matrix;
import java.util.List;

/**
 * Activities of a network in every context, trained or not. Looks at the network's weights and changes nothing;
 * {@link #refresh} or {@link #forget} after the weights have moved.
 */
public final class Measured {
    private final Network network;
    private final List<Context> contexts;
    private final Pass pass;
    /** Nodes in an order in which sources come first; as many as {@link #seen} are known. */
    private final int[] order;

    private final int[] place;
    private int seen;

    /**
     * @param contexts all of the experiment, in its order
     */
    public Measured(Network network, List<Context> contexts) {
        this.network = network;
        this.contexts = contexts;
        pass = network.looking(contexts);
        order = network.architecture().order();
        place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
    }

    /** Computes all activities from the present weights. */
    public void refresh() {
        forget();
        see(order[order.length - 1]);
    }

    /** The weights have moved: activities are computed anew, each when it is first asked for. */
    public void forget() {
        seen = 0;
        network.openGates();
    }

    /** Computes what a node needs and itself, as far as it is not known. */
    private void see(int v) {
        for (; seen <= place[v]; seen++) {
            pass.compute(order[seen], true);
        }
    }

    /** h of node {@code v} in context {@code c}, width × samples, its gate applied. */
    public Matrix activity(int c, int v) {
        see(v);
        return pass.activity(c, v);
    }

    /** The gate of node {@code v} in context {@code c}, a learned one included. */
    public double gate(int c, int v) {
        return pass.plan().gate(c, v);
    }

    /**
     * Writes h of node {@code v} in context {@code c}, its gate applied, without making a matrix.
     *
     * @param to row-major, {@code stride} columns
     * @param at place of its first entry
     */
    public void copy(int c, int v, double[] to, int at, int stride) {
        see(v);
        pass.copy(c, v, to, at, stride);
    }

    /** The loss of context {@code c}, every sample with weight 1, over the outputs that it has targets for. */
    public double error(int c) {
        double sum = 0;
        for (int v = 0; v < network.architecture().nodes().size(); v++) {
            Matrix y = contexts.get(c)
                    .y()
                    .get(network.architecture().nodes().get(v).id());
            if (y != null) {
                sum += network.lossKind().function().between(activity(c, v), y);
            }
        }
        return sum;
    }
}
