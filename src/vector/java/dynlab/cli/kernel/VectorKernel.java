package dynlab.cli.kernel;

import dynlab.numeric.Gemm;
import dynlab.numeric.GemmKernel;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products on the Vector API: tiles of four rows and two vectors of columns in registers. A product and a sum are rounded
 * each, never fused, and k ascends, so that the bits are those of {@link Gemm}.
 */
public final class VectorKernel implements GemmKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int W = SPECIES.length();

    /** Products of fewer columns are faster without it, */
    private static final int NARROW = 8;
    /** and so are those of fewer rows. */
    private static final int FLAT = 4;

    /** Rows up to which columns that lie apart are not packed. */
    private static final int PACKING = 3;

    /** Columns of B side by side, where they lie apart. */
    private static final ThreadLocal<double[]> PACKED = ThreadLocal.withInitial(() -> new double[1 << 12]);

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public boolean takes(int m, int n, int depth) {
        return n >= NARROW && m >= FLAT;
    }

    @Override
    public void multiply(
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
        // packing B costs as much as two rows of the product
        int whole = bColumn == 1 || m > PACKING ? n - n % W : 0;
        if (bColumn == 1) {
            tiles(m, whole, depth, a, aAt, aRow, aColumn, b, bAt, bRow, factor, c, cAt, cRow, add);
        } else if (whole > 0) {
            double[] packed = packed(whole, depth, b, bAt, bRow, bColumn);
            tiles(m, whole, depth, a, aAt, aRow, aColumn, packed, 0, whole, factor, c, cAt, cRow, add);
        }
        if (whole < n) {
            int right = bAt + whole * bColumn;
            Gemm.plain(
                    m,
                    n - whole,
                    depth,
                    a,
                    aAt,
                    aRow,
                    aColumn,
                    b,
                    right,
                    bRow,
                    bColumn,
                    factor,
                    c,
                    cAt + whole,
                    cRow,
                    add);
        }
    }

    private static double[] packed(int n, int depth, double[] b, int bAt, int bRow, int bColumn) {
        double[] packed = PACKED.get();
        if (packed.length < depth * n) {
            packed = new double[depth * n];
            PACKED.set(packed);
        }
        for (int j = 0; j < n; j++) {
            int from = bAt + j * bColumn;
            int to = j;
            for (int k = 0; k < depth; k++) {
                packed[to] = b[from];
                from += bRow;
                to += n;
            }
        }
        return packed;
    }

    /** All rows, and n columns, a multiple of the vector's length, that lie side by side in B. */
    private static void tiles(
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
            double factor,
            double[] c,
            int cAt,
            int cRow,
            boolean add) {
        int pairs = n - n % (2 * W);
        int fours = m & ~3;
        for (int i = 0; i < fours; i += 4) {
            int x = aAt + i * aRow;
            int y = cAt + i * cRow;
            for (int j = 0; j < pairs; j += 2 * W) {
                tile4x2(depth, a, x, aRow, aColumn, b, bAt + j, bRow, factor, c, y + j, cRow, add);
            }
            if (pairs < n) {
                tile4x1(depth, a, x, aRow, aColumn, b, bAt + pairs, bRow, factor, c, y + pairs, cRow, add);
            }
        }
        for (int i = fours; i < m; i++) {
            for (int j = 0; j < n; j += W) {
                tile1x1(depth, a, aAt + i * aRow, aColumn, b, bAt + j, bRow, factor, c, cAt + i * cRow + j, add);
            }
        }
    }

    private static void tile4x2(
            int depth,
            double[] a,
            int aTop,
            int aRow,
            int aColumn,
            double[] b,
            int bLeft,
            int bRow,
            double factor,
            double[] c,
            int cTop,
            int cRow,
            boolean add) {
        DoubleVector c00 = DoubleVector.zero(SPECIES);
        DoubleVector c01 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        DoubleVector c20 = c00;
        DoubleVector c21 = c00;
        DoubleVector c30 = c00;
        DoubleVector c31 = c00;
        int p = aTop;
        int q = bLeft;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, q + W);
            DoubleVector v = DoubleVector.broadcast(SPECIES, a[p]);
            c00 = c00.add(v.mul(b0));
            c01 = c01.add(v.mul(b1));
            v = DoubleVector.broadcast(SPECIES, a[p + aRow]);
            c10 = c10.add(v.mul(b0));
            c11 = c11.add(v.mul(b1));
            v = DoubleVector.broadcast(SPECIES, a[p + 2 * aRow]);
            c20 = c20.add(v.mul(b0));
            c21 = c21.add(v.mul(b1));
            v = DoubleVector.broadcast(SPECIES, a[p + 3 * aRow]);
            c30 = c30.add(v.mul(b0));
            c31 = c31.add(v.mul(b1));
            p += aColumn;
            q += bRow;
        }
        put(c00, factor, c, cTop, add);
        put(c01, factor, c, cTop + W, add);
        put(c10, factor, c, cTop + cRow, add);
        put(c11, factor, c, cTop + cRow + W, add);
        put(c20, factor, c, cTop + 2 * cRow, add);
        put(c21, factor, c, cTop + 2 * cRow + W, add);
        put(c30, factor, c, cTop + 3 * cRow, add);
        put(c31, factor, c, cTop + 3 * cRow + W, add);
    }

    private static void tile4x1(
            int depth,
            double[] a,
            int aTop,
            int aRow,
            int aColumn,
            double[] b,
            int bLeft,
            int bRow,
            double factor,
            double[] c,
            int cTop,
            int cRow,
            boolean add) {
        DoubleVector c0 = DoubleVector.zero(SPECIES);
        DoubleVector c1 = c0;
        DoubleVector c2 = c0;
        DoubleVector c3 = c0;
        int p = aTop;
        int q = bLeft;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            c0 = c0.add(b0.mul(a[p]));
            c1 = c1.add(b0.mul(a[p + aRow]));
            c2 = c2.add(b0.mul(a[p + 2 * aRow]));
            c3 = c3.add(b0.mul(a[p + 3 * aRow]));
            p += aColumn;
            q += bRow;
        }
        put(c0, factor, c, cTop, add);
        put(c1, factor, c, cTop + cRow, add);
        put(c2, factor, c, cTop + 2 * cRow, add);
        put(c3, factor, c, cTop + 3 * cRow, add);
    }

    private static void tile1x1(
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
        DoubleVector sum = DoubleVector.zero(SPECIES);
        int p = aTop;
        int q = bLeft;
        for (int k = 0; k < depth; k++) {
            sum = sum.add(DoubleVector.fromArray(SPECIES, b, q).mul(a[p]));
            p += aColumn;
            q += bRow;
        }
        put(sum, factor, c, at, add);
    }

    private static void put(DoubleVector sum, double factor, double[] c, int at, boolean add) {
        DoubleVector product = sum.mul(factor);
        (add ? DoubleVector.fromArray(SPECIES, c, at).add(product) : product).intoArray(c, at);
    }
}
