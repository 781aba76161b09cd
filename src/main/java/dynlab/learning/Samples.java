package dynlab.learning;

import dynlab.numeric.Matrix;

/**
 * The samples that a single-input, single-output network is trained on, context by context.
 *
 * @param x inputs × samples
 * @param y targets, outputs × samples
 * @param weights one a sample
 * @param blocks first sample of each context, and one past the last of all
 */
public record Samples(Matrix x, Matrix y, double[] weights, int[] blocks) {
    public Samples {
        weights = weights.clone();
        blocks = blocks.clone();
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public int[] blocks() {
        return blocks.clone();
    }

    /** Number of samples. */
    public int count() {
        return weights.length;
    }
}
