package dynlab.learning;

import dynlab.numeric.Gemm;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A chain of linear layers whose hidden units are switched by given gates, one a unit and sample, trained by full-batch
 * descent.
 *
 * <pre>
 * h_l = G_l ∘ (W_l h_{l−1}),  y = W_D h_{D−1}
 * L   = 1/2 Σ_samples w |target − y|²,   W_l += η (−dL/dW_l), all layers at once
 * </pre>
 *
 * With {@code G_l = 1[W_l h_{l−1} > 0]} taken anew at every step this is the ReLU network itself, to the last bit: the
 * same products in the same order as {@code network.Network}. With gates that stay, it is a gated deep linear network
 * with one path a distinct gate pattern. Source of the idea: D. Jarvis, R. Klein, B. Rosman and A. Saxe, ICLR 2025.
 *
 * <p>Mutable: one instance belongs to one run. {@link #loss} and {@link #step} allocate nothing.
 */
public final class GatedChain {
    private final int depth;
    private final int[] widths;
    private final int samples;
    private final int[] blocks;
    private final double[] target;
    private final double[] sampleWeights;
    private final double learningRate;
    private final double[][] weights;
    private final double[][] descent;
    private final double[][] summed;
    private final double[][] activity;
    private final double[][] error;
    private final double[][] gates;
    private double[] seen = new double[0];

    /**
     * @param data the samples
     * @param initial W_1 … W_D, from the input up
     * @param learningRate η
     */
    public GatedChain(Samples data, List<Matrix> initial, double learningRate) {
        depth = initial.size();
        samples = data.x().columns();
        blocks = data.blocks();
        target = data.y().toArray();
        sampleWeights = data.weights();
        this.learningRate = learningRate;
        widths = new int[depth + 1];
        widths[0] = data.x().rows();
        weights = new double[depth][];
        descent = new double[depth][];
        summed = new double[depth + 1][];
        activity = new double[depth + 1][];
        error = new double[depth + 1][];
        gates = new double[depth + 1][];
        activity[0] = data.x().toArray();
        for (int l = 1; l <= depth; l++) {
            Matrix w = initial.get(l - 1);
            if (w.columns() != widths[l - 1]) {
                throw new IllegalArgumentException(
                        "layer " + l + " reads " + w.columns() + " units, not " + widths[l - 1]);
            }
            widths[l] = w.rows();
            weights[l - 1] = w.toArray();
            descent[l - 1] = new double[weights[l - 1].length];
            int size = widths[l] * samples;
            activity[l] = new double[size];
            error[l] = new double[size];
            summed[l] = l < depth ? new double[size] : activity[l];
            gates[l] = new double[l < depth ? size : 0];
            Arrays.fill(gates[l], 1);
        }
        if (widths[depth] != data.y().rows()) {
            throw new IllegalArgumentException(
                    widths[depth] + " outputs for " + data.y().rows() + " targets");
        }
    }

    /** Number of hidden layers. */
    public int hiddenLayers() {
        return depth - 1;
    }

    /**
     * Sets the gates of hidden layer {@code l}, from 1 up.
     *
     * @param matrix 0 or 1, units × samples
     */
    public void setGates(int l, Matrix matrix) {
        matrix.copyInto(gates[l], 0);
    }

    /** The gates of hidden layer {@code l}, from 1 up, units × samples. */
    public Matrix gates(int l) {
        return Matrix.of(widths[l], samples, gates[l]);
    }

    /**
     * Lets unit u of the first layer read input i only where the mask is 1: the other weights are set to 0 and stay 0.
     *
     * @param mask 0 or 1, units × inputs
     */
    public void restrictInputs(Matrix mask) {
        seen = mask.toArray();
        mask(weights[0]);
    }

    private void mask(double[] firstLayer) {
        for (int i = 0; i < seen.length; i++) {
            firstLayer[i] = seen[i] == 0 ? 0 : firstLayer[i];
        }
    }

    /** The live row-major targets, outputs × samples, for whoever moves them. */
    public double[] liveTargets() {
        return target;
    }

    /** The live row-major outputs of the last {@link #loss}, outputs × samples. */
    public double[] liveOutputs() {
        return activity[depth];
    }

    /** A copy of W of layer {@code l}, from 1 up. */
    public Matrix weight(int l) {
        return Matrix.of(widths[l], widths[l - 1], weights[l - 1]);
    }

    /** Activity of hidden layer {@code l} as of the last {@link #loss}, units × samples. */
    public Matrix hidden(int l) {
        return Matrix.of(widths[l], samples, activity[l]);
    }

    /** Summed input z of hidden layer {@code l} before its gate, as of the last {@link #loss}, units × samples. */
    public Matrix summed(int l) {
        return Matrix.of(widths[l], samples, summed[l]);
    }

    /** Loss with the gates as they are; leaves the activities for {@link #step}. */
    public double loss() {
        return forward(false);
    }

    /** Takes the gates anew, {@code G = 1[z > 0]} from the input up, and gives the loss with them. */
    public double refreshedLoss() {
        return forward(true);
    }

    private double forward(boolean refresh) {
        for (int l = 1; l <= depth; l++) {
            // z = W h
            Gemm.multiply(
                    widths[l],
                    samples,
                    widths[l - 1],
                    weights[l - 1],
                    0,
                    widths[l - 1],
                    1,
                    activity[l - 1],
                    0,
                    samples,
                    1,
                    1,
                    summed[l],
                    0,
                    samples,
                    false);
            if (l < depth) {
                applyGates(summed[l], gates[l], activity[l], refresh);
            }
        }
        double[] y = activity[depth];
        double sum = 0;
        for (int b = 0; b + 1 < blocks.length; b++) {
            sum += squaredError(y, blocks[b], blocks[b + 1]);
        }
        return 0.5 * sum;
    }

    private static void applyGates(double[] z, double[] gate, double[] h, boolean refresh) {
        for (int i = 0; i < z.length; i++) {
            if (refresh) {
                gate[i] = z[i] > 0 ? 1 : 0;
            }
            h[i] = gate[i] * z[i];
        }
    }

    private double squaredError(double[] y, int from, int to) {
        double sum = 0;
        for (int i = 0; i < widths[depth]; i++) {
            for (int n = from; n < to; n++) {
                double d = target[i * samples + n] - y[i * samples + n];
                double weighted = sampleWeights[n] * d;
                sum += weighted * d;
            }
        }
        return sum;
    }

    /** One update from the activities of the last {@link #loss}. */
    public void step() {
        double[] y = activity[depth];
        for (int i = 0; i < widths[depth]; i++) {
            for (int n = 0; n < samples; n++) {
                int at = i * samples + n;
                error[depth][at] = sampleWeights[n] * (target[at] - y[at]);
            }
        }
        for (int l = depth; l >= 1; l--) {
            backward(l);
        }
        if (seen.length > 0) {
            mask(descent[0]);
        }
        for (int l = 0; l < depth; l++) {
            for (int i = 0; i < weights[l].length; i++) {
                weights[l][i] += learningRate * descent[l][i];
            }
        }
    }

    private void backward(int l) {
        if (l < depth) {
            for (int i = 0; i < error[l].length; i++) {
                error[l][i] = gates[l][i] == 0 ? 0 : gates[l][i] * error[l][i];
            }
        }
        // −dL/dW = error hᵀ
        Gemm.multiply(
                widths[l],
                widths[l - 1],
                samples,
                error[l],
                0,
                samples,
                1,
                activity[l - 1],
                0,
                1,
                samples,
                1,
                descent[l - 1],
                0,
                widths[l - 1],
                false);
        if (l > 1) {
            // error below = Wᵀ error
            Gemm.multiply(
                    widths[l - 1],
                    samples,
                    widths[l],
                    weights[l - 1],
                    0,
                    1,
                    widths[l - 1],
                    error[l],
                    0,
                    samples,
                    1,
                    1,
                    error[l - 1],
                    0,
                    samples,
                    false);
        }
    }

    /** Copies of all weights, from the input up. */
    public List<Matrix> allWeights() {
        List<Matrix> all = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            all.add(weight(l));
        }
        return all;
    }
}
