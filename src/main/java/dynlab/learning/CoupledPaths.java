package dynlab.learning;

import dynlab.network.Network;

/**
 * A common path and gated paths with one-way coupling: the common one descends {@code ½‖Y − Y_common‖²} and takes no
 * notice of the others, which descend {@code ½‖Y − Y_common − Y_gated‖²}. So the authors of "Make Haste Slowly" train
 * their twin; the joint gradient gives practically the same curve.
 */
public final class CoupledPaths {
    private final Trainer common;
    private final Trainer gated;
    private final double[] targets;
    private final double[] rest;

    /**
     * @param common the common path
     * @param gated all gated paths, of the same samples
     * @param targets Y, row-major, outputs × samples
     * @param learningRate η of both
     */
    public CoupledPaths(Network common, Network gated, double[] targets, double learningRate) {
        this.common = new Trainer(common, learningRate);
        this.gated = new Trainer(gated, learningRate);
        this.targets = targets.clone();
        rest = new double[targets.length];
    }

    /** The loss of both together; leaves the activities for {@link #step}. */
    public double loss() {
        common.loss();
        double[] y = common.network().outputs();
        for (int i = 0; i < rest.length; i++) {
            rest[i] = targets[i] - y[i];
        }
        gated.network().setTargets(rest);
        return gated.loss();
    }

    /** One update of all paths from the activities of the last {@link #loss}. */
    public void step() {
        common.step();
        gated.step();
    }
}
