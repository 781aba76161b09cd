package dynlab.numeric;

/**
 * Another way to the same product, to the last bit: every entry is summed over k in ascending order from 0, with a product
 * and a sum rounded each, and then multiplied by the factor. Called from several threads at once.
 */
public interface GemmKernel {
    /** What it is called where it is spoken of. */
    default String name() {
        return "plain";
    }

    /** Whether it is given a product of this size: it is where it is the faster way. */
    default boolean takes(int m, int n, int depth) {
        return true;
    }

    /** See {@link Gemm#multiply}. */
    void multiply(
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
            boolean add);
}
