package dynlab.measure;

import dynlab.numeric.Matrix;

/** Distances between items from their inner products: {@code d_ij² = G_ii + G_jj − 2 G_ij}. */
public final class HiddenDistance {
    private HiddenDistance() {}

    /**
     * Squared Euclidean distances of hidden vectors.
     *
     * @param dotRsm G = HᵀH, items × items
     * @return items × items, ≥ 0; absolute error below 1e-15 times the largest entry of G (nearby items cancel)
     */
    public static Matrix squared(Matrix dotRsm) {
        int n = dotRsm.rows();
        double[] d = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                d[i * n + j] = i == j ? 0 : Math.max(0, dotRsm.at(i, i) + dotRsm.at(j, j) - 2 * dotRsm.at(i, j));
            }
        }
        return Matrix.of(n, n, d);
    }

    /**
     * Euclidean distances of hidden vectors.
     *
     * @param dotRsm G = HᵀH, items × items
     * @return items × items, ≥ 0
     */
    public static Matrix euclidean(Matrix dotRsm) {
        int n = dotRsm.rows();
        double[] d = squared(dotRsm).toArray();
        for (int i = 0; i < d.length; i++) {
            d[i] = Math.sqrt(d[i]);
        }
        return Matrix.of(n, n, d);
    }
}
