package dynlab.numeric;

import java.util.List;

/**
 * Orthonormal columns spanning those of a tall matrix, by Householder reflections.
 *
 * <p>Rows are sorted by size and columns are pivoted, which keeps the result accurate <em>row by row</em> even where rows
 * differ in size by many powers of ten. Only + − × ÷ and the square root, in a fixed order.
 */
public final class PivotedQr {
    /** A remaining column this small counts as zero; its square would leave the range of doubles. */
    private static final double NOTHING = 1e-150;

    private PivotedQr() {}

    /**
     * Orthonormal columns spanning those of several matrices beside one another, as {@link #orthonormal}.
     *
     * @param blocks of m rows each, finite, with n ≤ m columns together
     * @return m×n
     */
    public static Matrix spanning(List<Matrix> blocks) {
        int rows = blocks.get(0).rows();
        int columns = 0;
        for (Matrix block : blocks) {
            columns += block.columns();
        }
        double[] all = new double[rows * columns];
        int at = 0;
        for (Matrix block : blocks) {
            for (int i = 0; i < rows; i++) {
                System.arraycopy(block.row(i), 0, all, i * columns + at, block.columns());
            }
            at += block.columns();
        }
        return orthonormal(Matrix.of(rows, columns, all));
    }

    /**
     * The factor Q of {@code A Π = Q R} with a column permutation Π, R upper triangular.
     *
     * <p>Source: the classical algorithm with complete column pivoting; derived in docs/theory.md §9.3.
     *
     * @param a m×n with m ≥ n, finite, of full column rank (otherwise the last columns are some orthonormal completion)
     * @return Q, m×n, orthonormal columns to 1e-15 (m + n); {@code Qᵀ} applied to A gives R up to the order of its columns
     */
    public static Matrix orthonormal(Matrix a) {
        int m = a.rows();
        int n = a.columns();
        if (m < n) {
            throw new IllegalArgumentException(m + " x " + n + " has more columns than rows");
        }
        int[] rowOrder = rowsBySize(a);
        double[] w = new double[m * n];
        for (int i = 0; i < m; i++) {
            System.arraycopy(a.row(rowOrder[i]), 0, w, i * n, n);
        }
        double[] beta = new double[n];
        for (int k = 0; k < n; k++) {
            pivot(w, m, n, k);
            reflect(w, m, n, k, beta);
        }
        double[] q = new double[m * n];
        for (int k = n - 1; k >= 0; k--) {
            q[k * n + k] = 1;
            for (int j = k; j < n; j++) {
                double sum = 0;
                for (int i = k; i < m; i++) {
                    sum += w[i * n + k] * q[i * n + j];
                }
                double share = beta[k] * sum;
                for (int i = k; i < m; i++) {
                    q[i * n + j] -= share * w[i * n + k];
                }
            }
        }
        double[] result = new double[m * n];
        for (int i = 0; i < m; i++) {
            System.arraycopy(q, i * n, result, rowOrder[i] * n, n);
        }
        return Matrix.of(m, n, result);
    }

    private static int[] rowsBySize(Matrix a) {
        int m = a.rows();
        double[] size = new double[m];
        int[] order = new int[m];
        for (int i = 0; i < m; i++) {
            for (double entry : a.row(i)) {
                size[i] = Math.max(size[i], Math.abs(entry));
            }
            int at = i;
            while (at > 0 && size[order[at - 1]] < size[i]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
        return order;
    }

    /** Swaps the column with the largest remaining norm into place k. */
    private static void pivot(double[] w, int m, int n, int k) {
        int best = k;
        double largest = -1;
        for (int j = k; j < n; j++) {
            double sum = 0;
            for (int i = k; i < m; i++) {
                sum += w[i * n + j] * w[i * n + j];
            }
            if (sum > largest) {
                largest = sum;
                best = j;
            }
        }
        if (best != k) {
            for (int i = 0; i < m; i++) {
                double swap = w[i * n + k];
                w[i * n + k] = w[i * n + best];
                w[i * n + best] = swap;
            }
        }
    }

    /** Replaces column k below row k by its reflector v and applies I − β v vᵀ to the columns right of it. */
    private static void reflect(double[] w, int m, int n, int k, double[] beta) {
        double sum = 0;
        for (int i = k; i < m; i++) {
            sum += w[i * n + k] * w[i * n + k];
        }
        double norm = Math.sqrt(sum);
        double head = w[k * n + k];
        if (norm < NOTHING) {
            for (int i = k; i < m; i++) {
                w[i * n + k] = 0;
            }
            return;
        }
        double alpha = head > 0 ? -norm : norm;
        w[k * n + k] = head - alpha;
        beta[k] = 1 / (norm * (norm + Math.abs(head)));
        for (int j = k + 1; j < n; j++) {
            double dot = 0;
            for (int i = k; i < m; i++) {
                dot += w[i * n + k] * w[i * n + j];
            }
            double share = beta[k] * dot;
            for (int i = k; i < m; i++) {
                w[i * n + j] -= share * w[i * n + k];
            }
        }
    }
}
