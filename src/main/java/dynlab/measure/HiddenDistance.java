package dynlab.measure;

import dynlab.numeric.Matrix;

/** Distances between items from the inner products of their hidden vectors. */
public final class HiddenDistance {
    private HiddenDistance() {}

    /**
     * Squared Euclidean distances of hidden vectors, {@code d_ij² = G_ii + G_jj − 2 G_ij}.
     *
     * @param dotRsm G = HᵀH, items × items
     * @return items × items, ≥ 0; absolute error below 1e-15 times the largest entry of G (nearby items cancel)
     */
    public static Matrix squared(Matrix dotRsm) {
        int n = dotRsm.rows();
        double[] d = dotRsm.toArray();
        square(d, 0, n);
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
        double[] d = dotRsm.toArray();
        euclidean(d, 0, n);
        return Matrix.of(n, n, d);
    }

    /** The same in place, of n × n row-major inner products that begin at {@code at}. */
    public static void euclidean(double[] gram, int at, int n) {
        square(gram, at, n);
        for (int i = at; i < at + n * n; i++) {
            gram[i] = Math.sqrt(gram[i]);
        }
    }

    private static void square(double[] gram, int at, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double own = gram[at + i * n + i] + gram[at + j * n + j];
                double square = Math.max(0, own - 2 * gram[at + j * n + i]);
                gram[at + i * n + j] = square;
                gram[at + j * n + i] = square;
            }
        }
        for (int i = 0; i < n; i++) {
            gram[at + i * n + i] = 0;
        }
    }

    /**
     * The mean over the units of every vector.
     *
     * @param hidden vectors as columns, units × samples, row-major
     * @param to where one mean a sample is written
     * @param at place of the first
     */
    static void means(double[] hidden, int units, int samples, double[] to, int at) {
        for (int n = 0; n < samples; n++) {
            to[at + n] = 0;
        }
        for (int u = 0; u < units; u++) {
            for (int n = 0; n < samples; n++) {
                to[at + n] += hidden[u * samples + n];
            }
        }
        for (int n = 0; n < samples; n++) {
            to[at + n] /= units;
        }
    }

    /**
     * Takes the mean over the units off every vector.
     *
     * @param hidden vectors as columns, units × samples, row-major; changed in place
     */
    static void centre(double[] hidden, int units, int samples) {
        double[] means = new double[samples];
        means(hidden, units, samples, means, 0);
        for (int u = 0; u < units; u++) {
            for (int n = 0; n < samples; n++) {
                hidden[u * samples + n] -= means[n];
            }
        }
    }

    /**
     * Correlation distances in place, {@code 1 − G_ij / √(G_ii G_jj)}, of inner products of centred vectors.
     *
     * @param gram n × n, row-major from {@code at} on; afterwards 0 … 2, on the diagonal 0, and 1 beside a vector that does
     *     not vary
     */
    static void correlation(double[] gram, int at, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double sizes = Math.sqrt(gram[at + i * n + i]) * Math.sqrt(gram[at + j * n + j]);
                double share = sizes > 0 ? gram[at + j * n + i] / sizes : 0;
                double distance = 1 - Math.max(-1, Math.min(1, share));
                gram[at + i * n + j] = distance;
                gram[at + j * n + i] = distance;
            }
        }
        for (int i = 0; i < n; i++) {
            gram[at + i * n + i] = 0;
        }
    }

    /**
     * Correlation distances from inner products and means: those of the centred vectors are {@code G_ij − N m_i m_j}.
     *
     * @param dotRsm G = HᵀH, items × items, row-major; replaced by the distances, as in the other form
     * @param means m, one an item
     * @param units N, over which the means are
     */
    public static void correlation(double[] dotRsm, double[] means, int units) {
        int n = means.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double both = means[i] * means[j];
                dotRsm[i * n + j] -= units * both;
            }
        }
        for (int i = 0; i < n; i++) {
            // a vector that does not vary must not seem to, by rounding
            double square = means[i] * means[i];
            double own = units * square;
            double left = dotRsm[i * n + i];
            dotRsm[i * n + i] = left > 1e-14 * own ? left : 0;
        }
        correlation(dotRsm, 0, n);
    }
}
