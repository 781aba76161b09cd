package dynlab.numeric;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.svd.SvdImplicitQrDecompose_DDRM;

/**
 * Singular value decomposition {@code A = U diag(s) Vᵀ} with a fixed order and fixed signs.
 *
 * <p>Values descend; among exactly equal ones the order of the decomposition is kept. The sign of a pair (u, v) is such
 * that the entry of u with the largest absolute value is positive (the first of those within 1e-9 of the largest).
 * Inside a group of equal values the vectors are one orthonormal basis of many.
 *
 * @param u left vectors as columns, orthonormal
 * @param s singular values, descending, ≥ 0
 * @param v right vectors as columns, orthonormal
 */
public record Svd(Matrix u, double[] s, Matrix v) {
    private static final double TIE = 1e-9;

    public Svd {
        s = s.clone();
    }

    @Override
    public double[] s() {
        return s.clone();
    }

    /**
     * The decomposition with as many vectors as there are singular values.
     *
     * @param a any matrix, m×n, finite; may be empty
     * @return u m×k, s of length k = min(m, n), v n×k; {@code ‖A - U diag(s) Vᵀ‖ ≤ 1e-13 ‖A‖} up to 300×300
     * @throws IllegalArgumentException if an entry is not finite
     */
    public static Svd thin(Matrix a) {
        return decompose(a, true);
    }

    /**
     * The decomposition with square orthogonal U and V: the vectors beyond the singular values complete the bases.
     *
     * @param a any matrix, m×n, finite; may be empty
     * @return u m×m, s of length min(m, n), v n×n; error as for {@link #thin}
     * @throws IllegalArgumentException if an entry is not finite
     */
    public static Svd full(Matrix a) {
        return decompose(a, false);
    }

    /**
     * The singular values alone, descending.
     *
     * @param a any matrix, m×n, finite; may be empty
     * @return min(m, n) values, absolute error below 1e-14 times the largest up to 300×300
     * @throws IllegalArgumentException if an entry is not finite
     */
    public static double[] singularValues(Matrix a) {
        SingularValues taker = new SingularValues(a.rows(), a.columns());
        double[] s = new double[taker.count()];
        taker.of(a.toArray(), s, 0);
        return s;
    }

    private static Svd decompose(Matrix a, boolean thin) {
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        double scale = scale(a);
        if (scale == 0) {
            return new Svd(corner(m, thin ? k : m), new double[k], corner(n, thin ? k : n));
        }
        SvdImplicitQrDecompose_DDRM svd = run(a, scale, thin);
        DMatrixRMaj u = svd.getU(null, false);
        DMatrixRMaj v = svd.getV(null, false);
        int[] order = descending(svd.getSingularValues(), k);
        double[] s = new double[k];
        double[] left = new double[m * (thin ? k : m)];
        double[] right = new double[n * (thin ? k : n)];
        for (int j = 0; j < k; j++) {
            s[j] = svd.getSingularValues()[order[j]] / scale;
            double sign = sign(u, order[j]);
            copyColumn(u, order[j], sign, left, j, thin ? k : m);
            copyColumn(v, order[j], sign, right, j, thin ? k : n);
        }
        for (int j = k; j < m && !thin; j++) {
            copyColumn(u, j, sign(u, j), left, j, m);
        }
        for (int j = k; j < n && !thin; j++) {
            copyColumn(v, j, sign(v, j), right, j, n);
        }
        return new Svd(Matrix.of(m, thin ? k : m, left), s, Matrix.of(n, thin ? k : n, right));
    }

    /** 1, or a power of two that brings extreme entries near 1 (exactly), or 0 for a matrix without a non-zero entry. */
    private static double scale(Matrix a) {
        double[] values = a.toArray();
        double largest = 0;
        for (double value : values) {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("a matrix with a non-finite entry has no singular values");
            }
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return 0;
        }
        double scale = 1;
        while (largest < 0x1p-300) {
            scale *= 0x1p300;
            largest *= 0x1p300;
        }
        while (largest > 0x1p300) {
            scale *= 0x1p-300;
            largest *= 0x1p-300;
        }
        return scale;
    }

    private static SvdImplicitQrDecompose_DDRM run(Matrix a, double scale, boolean compact) {
        double[] values = a.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        SvdImplicitQrDecompose_DDRM svd = new SvdImplicitQrDecompose_DDRM(compact, true, true, false);
        if (!svd.decompose(DMatrixRMaj.wrap(a.rows(), a.columns(), values))) {
            throw new ArithmeticException("the singular values did not converge");
        }
        return svd;
    }

    private static Matrix corner(int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < Math.min(rows, columns); i++) {
            values[i * columns + i] = 1;
        }
        return Matrix.of(rows, columns, values);
    }

    private static int[] descending(double[] values, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int at = i;
            while (at > 0 && values[order[at - 1]] < values[i]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
        return order;
    }

    private static double sign(DMatrixRMaj vectors, int column) {
        double[] entries = new double[vectors.numRows];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = vectors.get(i, column);
        }
        return sign(entries);
    }

    /**
     * The sign rule of this class for one vector.
     *
     * @param vector any finite vector
     * @return 1 or −1, whichever times the vector has a positive largest entry (the first of those whose absolute value
     *     is within 1e-9 of the largest, relatively); 1 for a zero vector
     */
    public static double sign(double[] vector) {
        double largest = 0;
        for (double entry : vector) {
            largest = Math.max(largest, Math.abs(entry));
        }
        double threshold = largest - TIE * largest;
        for (double entry : vector) {
            if (Math.abs(entry) >= threshold) {
                return entry < 0 ? -1 : 1;
            }
        }
        return 1;
    }

    private static void copyColumn(DMatrixRMaj from, int column, double sign, double[] to, int toColumn, int width) {
        for (int i = 0; i < from.numRows; i++) {
            to[i * width + toColumn] = sign * from.get(i, column);
        }
    }
}
