package dynlab.numeric;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, {@code A = O diag(values) Oᵀ}, by cyclic Jacobi rotations.
 *
 * <p>Only + − × ÷ and the square root are used, in a fixed order, so the result has the same bits on every platform. The
 * sign of a vector is that of {@link Svd}: its largest entry is positive. Inside a group of equal values the vectors are
 * one orthonormal basis of many.
 *
 * @param values eigenvalues, descending
 * @param vectors eigenvectors as columns in the same order, n×n orthogonal
 */
public record SymmetricEigen(double[] values, Matrix vectors) {
    private static final int SWEEPS = 60;

    public SymmetricEigen {
        values = values.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    /**
     * Decomposes a symmetric matrix; only its upper triangle is read.
     *
     * <pre>rotation of rows and columns p, q:  t = sign(θ) / (|θ| + √(θ² + 1)),  θ = (A_qq - A_pp) / (2 A_pq)</pre>
     *
     * Source: the classical Jacobi method; derived in docs/theory.md §9.2.
     *
     * @param a symmetric, n×n, finite; may be empty
     * @return values with absolute error below 1e-14 n ‖A‖, vectors orthonormal to 1e-14 n
     * @throws IllegalArgumentException if the matrix is not square or an entry is not finite
     */
    public static SymmetricEigen of(Matrix a) {
        int n = a.rows();
        if (a.columns() != n) {
            throw new IllegalArgumentException(n + " x " + a.columns() + " is not square");
        }
        double[] m = a.toArray();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = m[j * n + i];
                if (Double.isNaN(entry) || Double.isInfinite(entry)) {
                    throw new IllegalArgumentException("a matrix with a non-finite entry has no eigenvalues");
                }
                m[i * n + j] = entry;
            }
        }
        double[] rows = Matrix.identity(n).toArray();
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < SWEEPS; sweep++) {
            rotated = false;
            for (int p = 0; p < n - 1; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotated |= rotate(m, rows, n, p, q);
                }
            }
        }
        return sorted(m, rows, n);
    }

    /** Zeroes A_pq; the eigenvectors are kept as rows. Returns whether there was anything to zero. */
    private static boolean rotate(double[] m, double[] rows, int n, int p, int q) {
        double off = m[p * n + q];
        double app = m[p * n + p];
        double aqq = m[q * n + q];
        double small = 1e-17 * Math.min(Math.abs(app), Math.abs(aqq));
        if (Math.abs(off) <= small || Math.abs(off) < Double.MIN_NORMAL) {
            m[p * n + q] = 0;
            m[q * n + p] = 0;
            return false;
        }
        double theta = (aqq - app) / (2 * off);
        double size = Math.abs(theta);
        // For |θ| > 1e150 the square overflows; there t = 1 / (2θ) to the last bit.
        double t = size > 1e150 ? 0.5 / theta : (theta < 0 ? -1 : 1) / (size + Math.sqrt(size * size + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < n; k++) {
            if (k != p && k != q) {
                double kp = m[k * n + p];
                double kq = m[k * n + q];
                double newKp = c * kp - s * kq;
                double newKq = s * kp + c * kq;
                m[k * n + p] = newKp;
                m[p * n + k] = newKp;
                m[k * n + q] = newKq;
                m[q * n + k] = newKq;
            }
            double vp = rows[p * n + k];
            double vq = rows[q * n + k];
            rows[p * n + k] = c * vp - s * vq;
            rows[q * n + k] = s * vp + c * vq;
        }
        double shift = t * off;
        m[p * n + p] = app - shift;
        m[q * n + q] = aqq + shift;
        m[p * n + q] = 0;
        m[q * n + p] = 0;
        return true;
    }

    private static SymmetricEigen sorted(double[] m, double[] rows, int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int at = i;
            while (at > 0 && m[order[at - 1] * n + order[at - 1]] < m[i * n + i]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
        double[] values = new double[n];
        double[] vectors = new double[n * n];
        double[] vector = new double[n];
        for (int j = 0; j < n; j++) {
            values[j] = m[order[j] * n + order[j]];
            System.arraycopy(rows, order[j] * n, vector, 0, n);
            double sign = Svd.sign(vector);
            for (int i = 0; i < n; i++) {
                vectors[i * n + j] = sign * vector[i];
            }
        }
        return new SymmetricEigen(values, Matrix.of(n, n, vectors));
    }
}
