package dynlab.measure;

import dynlab.numeric.Matrix;

/** How near the similarity of items inside a two-layer network is to the one that their data ask for. */
public final class LearnedSimilarity {
    private LearnedSimilarity() {}

    /**
     * The similarity that a balanced network ends with: the square root of YᵀY.
     *
     * <pre>H = V S Vᵀ,  because balanced layers share each mode's strength: W1ᵀ W1 = V A Vᵀ</pre>
     *
     * Derived in docs/theory.md §2.8.
     *
     * @param s singular values of Σ^yx
     * @param v right singular vectors, items × modes
     * @return items × items, row-major
     */
    public static double[] target(double[] s, Matrix v) {
        return v.times(Matrix.diagonal(s)).times(v.transpose()).toArray();
    }

    /**
     * Relative departure {@code ‖H − H*‖ / ‖H*‖} in the Frobenius norm.
     *
     * @param similarity items × items
     * @param target of the same size, not zero
     * @return ≥ 0
     */
    public static double relativeError(double[] similarity, double[] target) {
        double off = 0;
        double all = 0;
        for (int i = 0; i < target.length; i++) {
            double gap = similarity[i] - target[i];
            off += gap * gap;
            all += target[i] * target[i];
        }
        return Math.sqrt(off / all);
    }

    /**
     * Pearson correlation of the entries off the diagonal: whether the same items are alike, whatever the scale.
     *
     * @param similarity items × items, symmetric
     * @param target of the same size
     * @param items rows, ≥ 3
     * @return −1 … 1; 0 where one of them does not vary
     */
    public static double correlation(double[] similarity, double[] target, int items) {
        double[] means = new double[2];
        int pairs = items * (items - 1) / 2;
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < i; j++) {
                means[0] += similarity[i * items + j] / pairs;
                means[1] += target[i * items + j] / pairs;
            }
        }
        double together = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < i; j++) {
                double a = similarity[i * items + j] - means[0];
                double b = target[i * items + j] - means[1];
                together += a * b;
                first += a * a;
                second += b * b;
            }
        }
        double product = Math.sqrt(first) * Math.sqrt(second);
        return product > 0 ? together / product : 0;
    }
}
