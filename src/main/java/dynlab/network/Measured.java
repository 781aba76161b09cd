package dynlab.network;

import dynlab.architecture.Context;
import dynlab.numeric.Matrix;
import java.util.List;

/**
 * Activities of a network in every context, trained or not. Looks at the network's weights and changes nothing;
 * {@link #refresh} after the weights have moved.
 */
public final class Measured {
    private final Network network;
    private final List<Context> contexts;
    private final Pass pass;

    /**
     * @param contexts all of the experiment, in its order
     */
    public Measured(Network network, List<Context> contexts) {
        this.network = network;
        this.contexts = contexts;
        pass = network.looking(contexts);
    }

    /** Computes all activities from the present weights. */
    public void refresh() {
        network.openGates();
        pass.forward(true);
    }

    /** h of node {@code v} in context {@code c}, width × samples, its gate applied. */
    public Matrix activity(int c, int v) {
        return pass.activity(c, v);
    }

    /** The gate of node {@code v} in context {@code c}, a learned one included. */
    public double gate(int c, int v) {
        return pass.plan().gate(c, v);
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
