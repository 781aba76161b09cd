package dynlab.network;

import dynlab.numeric.Matrix;

/** A loss between outputs h = gate · a and targets, column by column, and what pulls at h, {@code r = −∂L/∂h}. */
public interface LossFunction {
    /** What the sum over all targets is multiplied by in the end. */
    double factor();

    /**
     * The loss of one output in one context before {@link #factor}, against its clean targets.
     *
     * @param a activities of the output, row-major, columns of the target from {@code target.at} on
     * @param stride length of a row of a
     * @param gate the output's gate
     */
    double sum(Target target, double[] a, int stride, double gate);

    /**
     * Sets or adds {@code outer · r} on the target's columns of {@code error}, r towards the targets with their noise.
     *
     * @param outer what r is multiplied by beside the weight of the sample
     */
    void pull(Target target, double[] a, int stride, double gate, double outer, double[] error);

    /** The loss between h and y, units × samples, every sample with weight 1. */
    default double between(Matrix h, Matrix y) {
        Target whole = Target.whole(y);
        return factor() * sum(whole, h.toArray(), h.columns(), 1);
    }

    /** Whether targets are amounts shared among the units of an output, at least 0. */
    boolean ofShares();
}
