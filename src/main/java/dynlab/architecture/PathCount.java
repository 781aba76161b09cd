package dynlab.architecture;

import java.math.BigInteger;

/**
 * Exact numbers of input-to-output paths, ignoring gates, without listing any.
 *
 * <pre>a(v) = [v input] + Σ_in a(source),  b(v) = [v output] + Σ_out b(target),  #paths through e = a(s(e)) b(t(e))</pre>
 */
public final class PathCount {
    private final BigInteger[] before;
    private final BigInteger[] after;
    private final Architecture architecture;
    private final BigInteger total;

    public PathCount(Architecture architecture) {
        this.architecture = architecture;
        int n = architecture.nodes().size();
        before = new BigInteger[n];
        after = new BigInteger[n];
        int[] order = architecture.order();
        for (int v : order) {
            BigInteger count = indicator(architecture.nodes().get(v).role() == Role.INPUT);
            for (int e : architecture.incoming(v)) {
                count = count.add(before[architecture.source(e)]);
            }
            before[v] = count;
        }
        BigInteger sum = BigInteger.ZERO;
        for (int i = n - 1; i >= 0; i--) {
            int v = order[i];
            boolean output = architecture.nodes().get(v).role() == Role.OUTPUT;
            BigInteger count = indicator(output);
            for (int e : architecture.outgoing(v)) {
                count = count.add(after[architecture.target(e)]);
            }
            after[v] = count;
            if (output) {
                sum = sum.add(before[v]);
            }
        }
        total = sum;
    }

    private static BigInteger indicator(boolean yes) {
        return yes ? BigInteger.ONE : BigInteger.ZERO;
    }

    /** All paths from any input to any output. */
    public BigInteger total() {
        return total;
    }

    /** The paths that run through edge {@code e}. */
    public BigInteger through(int e) {
        return before[architecture.source(e)].multiply(after[architecture.target(e)]);
    }
}
