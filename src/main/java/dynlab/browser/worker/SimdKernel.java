package dynlab.browser.worker;

import dynlab.numeric.Gemm;
import dynlab.numeric.GemmKernel;
import org.teavm.classlib.PlatformDetector;

/**
 * Products by the module {@code gemm.wasm}, which takes two columns at a time, where the worker runs in WebAssembly and the
 * browser has its SIMD instructions. The module's text is in {@code src/main/wasm}.
 */
public final class SimdKernel implements GemmKernel {
    /** Products of fewer rows are faster without it, */
    private static final int FLAT = 3;
    /** and so are those of fewer columns. */
    private static final int NARROW = 2;
    /** Entries of A up to which a copy of them fits into the memory that any browser gives. */
    private static final int MOST = 1 << 22;

    private SimdKernel() {}

    /** Gives wide products to the module, where {@code main} was called with the word that it is there. */
    public static void install(String[] words) {
        // no other target has the instructions, nor may it reach the method that only WebAssembly can import
        if (PlatformDetector.isWebAssemblyGC()) {
            if (words.length > 0 && words[0].equals("simd")) {
                Gemm.use(new SimdKernel());
            }
        }
    }

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public boolean takes(int m, int n, int depth) {
        return m >= FLAT && n >= NARROW && depth <= MOST / m;
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
        product(m, n, depth, a, aAt, aRow, aColumn, b, bAt, bRow, bColumn, factor, c, cAt, cRow, add);
    }

    /** The module's own; {@code dynlab.browser.compiled.ImportedKernel} hands it the arrays as they are. */
    private static native void product(
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
