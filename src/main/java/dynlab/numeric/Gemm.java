package dynlab.numeric;

/**
 * The one dense product of the laboratory: a register-blocked kernel on flat arrays with any strides, so that the same
 * code serves {@code A B}, {@code Aᵀ B} and {@code A Bᵀ}. Allocates nothing.
 *
 * <p>Every entry is summed over k in ascending order whatever the block it falls in, so the result does not depend on
 * the blocking and has the same bits on the JVM, in JavaScript and in WebAssembly.
 */
public final class Gemm {
    /** The kernel of the products that it takes. Which it is changes no bit, so that it need not be handed through every call. */
    private static GemmKernel kernel = Gemm::plain;

    private Gemm() {}

    /** Gives products to a kernel of the platform; called once, when a program starts. */
    public static void use(GemmKernel other) {
        kernel = other;
    }

    /** The kernel that products are given to. */
    public static GemmKernel kernel() {
        return kernel;
    }

    /**
     * Sets {@code C = factor · A B}, or adds it to C.
     *
     * @param m rows of A and C
     * @param n columns of B and C
     * @param depth columns of A = rows of B
     * @param a entries of A: {@code A[i][k] = a[aAt + i * aRow + k * aColumn]}
     * @param b entries of B: {@code B[k][j] = b[bAt + k * bRow + j * bColumn]}
     * @param factor multiplies the product
     * @param c entries of C: {@code C[i][j] = c[cAt + i * cRow + j]}
     * @param add whether to add to C instead of replacing it
     */
    public static void multiply(
            int m,
            int n,
            int depth,
            double[] a,
            int aAt,
            int aRow,
            int aColumn,
            double[] b,
            int bAt,
            int bRow,
            int bColumn,
            double factor,
            double[] c,
            int cAt,
            int cRow,
            boolean add) {
        if (kernel.takes(m, n, depth)) {
            kernel.multiply(m, n, depth, a, aAt, aRow, aColumn, b, bAt, bRow, bColumn, factor, c, cAt, cRow, add);
        } else {
            plain(m, n, depth, a, aAt, aRow, aColumn, b, bAt, bRow, bColumn, factor, c, cAt, cRow, add);
        }
    }

    /** {@link #multiply} without another kernel, for the rest that one leaves and for what it is checked against. */
    public static void plain(
            int m,
            int n,
            int depth,
            double[] a,
            int aAt,
            int aRow,
            int aColumn,
            double[] b,
            int bAt,
            int bRow,
            int bColumn,
            double factor,
            double[] c,
            int cAt,
            int cRow,
            boolean add) {
        int evenRows = m & ~1;
        int quadColumns = n & ~3;
        for (int i = 0; i < evenRows; i += 2) {
            int aTop = aAt + i * aRow;
            int cTop = cAt + i * cRow;
            for (int j = 0; j < quadColumns; j += 4) {
                block2x4(
                        depth,
                        a,
                        aTop,
                        aRow,
                        aColumn,
                        b,
                        bAt + j * bColumn,
                        bRow,
                        bColumn,
                        factor,
                        c,
                        cTop + j,
                        cRow,
                        add);
            }
            for (int j = quadColumns; j < n; j++) {
                single(depth, a, aTop, aColumn, b, bAt + j * bColumn, bRow, factor, c, cTop + j, add);
                single(depth, a, aTop + aRow, aColumn, b, bAt + j * bColumn, bRow, factor, c, cTop + cRow + j, add);
            }
        }
        if (evenRows < m) {
            int aTop = aAt + evenRows * aRow;
            int cTop = cAt + evenRows * cRow;
            for (int j = 0; j < quadColumns; j += 4) {
                block1x4(depth, a, aTop, aColumn, b, bAt + j * bColumn, bRow, bColumn, factor, c, cTop + j, add);
            }
            for (int j = quadColumns; j < n; j++) {
                single(depth, a, aTop, aColumn, b, bAt + j * bColumn, bRow, factor, c, cTop + j, add);
            }
        }
    }

    private static void block2x4(
            int depth,
            double[] a,
            int aTop,
            int aRow,
            int aColumn,
            double[] b,
            int bLeft,
            int bRow,
            int bColumn,
            double factor,
            double[] c,
            int cTop,
            int cRow,
            boolean add) {
        double c00 = 0;
        double c01 = 0;
        double c02 = 0;
        double c03 = 0;
        double c10 = 0;
        double c11 = 0;
        double c12 = 0;
        double c13 = 0;
        int p = aTop;
        int q = bLeft;
        int b2 = bColumn + bColumn;
        int b3 = b2 + bColumn;
        for (int k = 0; k < depth; k++) {
            double a0 = a[p];
            double a1 = a[p + aRow];
            double v0 = b[q];
            double v1 = b[q + bColumn];
            double v2 = b[q + b2];
            double v3 = b[q + b3];
            c00 += a0 * v0;
            c01 += a0 * v1;
            c02 += a0 * v2;
            c03 += a0 * v3;
            c10 += a1 * v0;
            c11 += a1 * v1;
            c12 += a1 * v2;
            c13 += a1 * v3;
            p += aColumn;
            q += bRow;
        }
        int bottom = cTop + cRow;
        if (add) {
            c[cTop] += factor * c00;
            c[cTop + 1] += factor * c01;
            c[cTop + 2] += factor * c02;
            c[cTop + 3] += factor * c03;
            c[bottom] += factor * c10;
            c[bottom + 1] += factor * c11;
            c[bottom + 2] += factor * c12;
            c[bottom + 3] += factor * c13;
        } else {
            c[cTop] = factor * c00;
            c[cTop + 1] = factor * c01;
            c[cTop + 2] = factor * c02;
            c[cTop + 3] = factor * c03;
            c[bottom] = factor * c10;
            c[bottom + 1] = factor * c11;
            c[bottom + 2] = factor * c12;
            c[bottom + 3] = factor * c13;
        }
    }

    private static void block1x4(
            int depth,
            double[] a,
            int aTop,
            int aColumn,
            double[] b,
            int bLeft,
            int bRow,
            int bColumn,
            double factor,
            double[] c,
            int cTop,
            boolean add) {
        double c0 = 0;
        double c1 = 0;
        double c2 = 0;
        double c3 = 0;
        int p = aTop;
        int q = bLeft;
        int b2 = bColumn + bColumn;
        int b3 = b2 + bColumn;
        for (int k = 0; k < depth; k++) {
            double value = a[p];
            c0 += value * b[q];
            c1 += value * b[q + bColumn];
            c2 += value * b[q + b2];
            c3 += value * b[q + b3];
            p += aColumn;
            q += bRow;
        }
        if (add) {
            c[cTop] += factor * c0;
            c[cTop + 1] += factor * c1;
            c[cTop + 2] += factor * c2;
            c[cTop + 3] += factor * c3;
        } else {
            c[cTop] = factor * c0;
            c[cTop + 1] = factor * c1;
            c[cTop + 2] = factor * c2;
            c[cTop + 3] = factor * c3;
        }
    }

    private static void single(
            int depth,
            double[] a,
            int aTop,
            int aColumn,
            double[] b,
            int bLeft,
            int bRow,
            double factor,
            double[] c,
            int at,
            boolean add) {
        double sum = 0;
        int p = aTop;
        int q = bLeft;
        for (int k = 0; k < depth; k++) {
            sum += a[p] * b[q];
            p += aColumn;
            q += bRow;
        }
        if (add) {
            c[at] += factor * sum;
        } else {
            c[at] = factor * sum;
        }
    }
}
