package dynlab.theory.modes;

import dynlab.numeric.ExactMath;

/**
 * Two modes of one strength s that start out of line: their coupling, the entry off the diagonal, first grows and then
 * dies. Two balanced layers, white inputs, and a map that starts symmetric in the frame of the two modes.
 */
public final class CouplingPeak {
    private CouplingPeak() {}

    /**
     * The time at which the coupling is largest.
     *
     * <pre>t = (tau / 4s) ln[ ((s − a₁)(s − a₂) − b²) / (a₁ a₂ − b²) ]</pre>
     *
     * Derived in docs/theory.md §4.5. L. Braun et al., 2022, have s (s − a₁ − a₂) above the line, which is the same for a
     * small start.
     *
     * @param s common singular value, &gt; 0
     * @param a1 strength of the first mode at t = 0
     * @param a2 strength of the second mode at t = 0
     * @param b coupling at t = 0, with {@code a1 a2 > b²}, so that both directions grow
     * @param tau time constant, &gt; 0
     * @return the time, 0 where the coupling only shrinks; relative rounding error below 1e-14 of the logarithm
     */
    public static double time(double s, double a1, double a2, double b, double tau) {
        double left = a1 * a2 - b * b;
        if (!(left > 0)) {
            throw new IllegalArgumentException("a direction that does not grow has no peak to wait for");
        }
        double missing = (s - a1) * (s - a2) - b * b;
        double ratio = missing / left;
        return ratio <= 1 ? 0 : tau / (4 * s) * ExactMath.log(ratio);
    }

    /**
     * The coupling at a time.
     *
     * <pre>
     * A(t) = e^{st} A [I + (e^{2st} − 1)/s A]⁻¹ e^{st},   A = [[a₁, b], [b, a₂]]
     * b(t) = b E / (1 + g (a₁ + a₂) + g² (a₁a₂ − b²)),   E = e^{2st/tau},  g = (E − 1)/s
     * </pre>
     *
     * @return b(t); written with e^(−2st/tau), so that late times give 0 and not ∞/∞
     */
    public static double coupling(double s, double a1, double a2, double b, double t, double tau) {
        double down = ExactMath.exp(-2 * s * t / tau);
        double grown = (1 - down) / s;
        double trace = grown * (a1 + a2);
        double determinant = a1 * a2 - b * b;
        double pair = grown * grown * determinant;
        // numerator and denominator are divided by E²
        double slow = down * down;
        double middle = down * trace;
        return b * down / (slow + middle + pair);
    }
}
