package dynlab.network;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.Arrays;

/**
 * What one output is to be in one context. A batch uses some of its columns: then the live arrays hold these, gathered to
 * the left, in rows of the same length.
 */
public final class Target {
    private final int context;
    private final int node;
    private final int slot;
    private final double gate;
    private final int gateIndex;
    private final int width;
    private final int samples;
    private final boolean firstBack;
    private final double[] allWeights;
    private final double[] allClean;
    private double[] allAims;
    private double[] weights;
    private double[] clean;
    private double[] aims;
    private int at;
    private int columns;

    /**
     * @param context index among the trained contexts
     * @param node index of the output node
     * @param slot first column of the node's slot, or {@link ForwardPlan#ZERO}
     * @param gate the output's constant gate
     * @param gateIndex which learned gate multiplies it, or −1
     * @param weights one a sample
     * @param y targets, width × samples
     * @param firstBack whether it is the first to write its columns of the error signal
     */
    Target(int context, int node, int slot, double gate, int gateIndex, double[] weights, Matrix y, boolean firstBack) {
        this.context = context;
        this.node = node;
        this.slot = slot;
        this.gate = gate;
        this.gateIndex = gateIndex;
        this.width = y.rows();
        this.samples = y.columns();
        this.firstBack = firstBack;
        allWeights = weights;
        allClean = y.toArray();
        allAims = allClean;
        this.weights = allWeights;
        clean = allClean;
        aims = allAims;
        at = slot;
        columns = samples;
    }

    static Target whole(Matrix y) {
        double[] ones = new double[y.columns()];
        Arrays.fill(ones, 1);
        return new Target(0, 0, 0, 1, -1, ones, y, true);
    }

    /** Index of its context among the trained ones. */
    public int context() {
        return context;
    }

    /** Position of its output node. */
    public int node() {
        return node;
    }

    /** Units of the output. */
    public int width() {
        return width;
    }

    /** All samples of its context. */
    public int samples() {
        return samples;
    }

    /** Samples that are looked at now. */
    public int columns() {
        return columns;
    }

    /** First column of the output's activity, or {@link ForwardPlan#ZERO}. */
    int at() {
        return at;
    }

    double gate() {
        return gate;
    }

    int gateIndex() {
        return gateIndex;
    }

    boolean firstBack() {
        return firstBack;
    }

    /** Length of a row of the live arrays. */
    int stride() {
        return samples;
    }

    double[] weights() {
        return weights;
    }

    double[] clean() {
        return clean;
    }

    double[] aims() {
        return aims;
    }

    /** Lets the live arrays differ from all samples. */
    void selectable() {
        weights = new double[samples];
        clean = new double[width * samples];
        aims = clean;
    }

    /**
     * Takes some samples.
     *
     * @param chosen numbers of samples, ascending
     * @param from the first of them that is of this context
     * @param end one past the last
     * @param base number of this context's first sample
     * @param place first column of this context in the activities
     * @param factor multiplies the weights
     */
    void select(int[] chosen, int from, int end, int base, int place, double factor) {
        columns = end - from;
        at = slot == ForwardPlan.ZERO ? ForwardPlan.ZERO : place;
        boolean own = aims != clean;
        for (int k = from; k < end; k++) {
            int n = chosen[k] - base;
            int to = k - from;
            weights[to] = factor * allWeights[n];
            for (int i = 0; i < width; i++) {
                clean[i * samples + to] = allClean[i * samples + n];
                if (own) {
                    aims[i * samples + to] = allAims[i * samples + n];
                }
            }
        }
    }

    private void ownAims() {
        if (aims == clean) {
            aims = clean.clone();
        }
        if (allAims == allClean) {
            allAims = clean == allClean ? aims : allClean.clone();
        }
    }

    /** Aims at the targets with σ times a standard normal number added to each, rows first. */
    public void disturb(double sigma, Rng rng) {
        ownAims();
        for (int i = 0; i < width; i++) {
            for (int n = 0; n < columns; n++) {
                aims[i * samples + n] = clean[i * samples + n] + sigma * rng.nextGaussian();
            }
        }
    }

    /** Aims, from now on, at unit {@code k} alone on sample {@code n} of all. */
    public void aimAtOne(int n, int k) {
        ownAims();
        for (int i = 0; i < width; i++) {
            allAims[i * samples + n] = i == k ? 1 : 0;
        }
    }

    /** Replaces the targets of all samples by those of a larger matrix. */
    void replace(double[] values, int row, int stride, int from) {
        for (int i = 0; i < width; i++) {
            System.arraycopy(values, (row + i) * stride + from, allClean, i * samples, samples);
        }
    }
}
