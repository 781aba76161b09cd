package dynlab.learning;

import dynlab.network.Network;

/** Full-batch gradient descent, explicit Euler steps {@code W += η (−dL/dW)}, all edges at once from the old weights. */
public final class GradientDescent {
    private final Network network;
    private final double learningRate;
    private final int edges;
    private final int[] from;
    private int made;

    /**
     * @param learningRate η = dt / tau
     */
    public GradientDescent(Network network, double learningRate) {
        this(network, learningRate, new int[network.architecture().edges().size()]);
    }

    /**
     * @param learningRate η = dt / tau
     * @param from the first step, from 0, at which an edge learns, one an edge; until then its weights stay
     */
    public GradientDescent(Network network, double learningRate, int[] from) {
        this.from = from.clone();
        this.network = network;
        this.learningRate = learningRate;
        this.edges = network.architecture().edges().size();
    }

    /** One update from the activities that {@link Network#loss} has just left. Allocates nothing. */
    public void step() {
        network.gradient();
        for (int e = 0; e < edges; e++) {
            if (made < from[e]) {
                continue;
            }
            double[] w = network.liveWeights(e);
            double[] g = network.liveDescent(e);
            for (int i = 0; i < w.length; i++) {
                w[i] += learningRate * g[i];
            }
        }
        made++;
    }
}
