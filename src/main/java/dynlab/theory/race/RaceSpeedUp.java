package dynlab.theory.race;

import dynlab.numeric.ExactMath;

/**
 * How much faster a pathway learns that serves m × m routes than one that serves a single route, from the same small start.
 *
 * <pre>
 * tau b1' = (m/M²) b1 b2 (s − b1² b2),  tau b2' = (m²/M²) b1² (s − b1² b2)   ⇒   m b1² − b2² = (m − 1) b0²
 * speed-up = m √(m − 1) / acos(1/√m),  with acos(1/√m) = atan √(m − 1)
 * </pre>
 *
 * the ratio of the times at which b1, b2 escape from a small b0; 1 at m = 1. Derived in docs/theory.md §6.2 from the reduction
 * of Saxe, Sodhani and Lewallen, ICML 2022, Fig. 5 b.
 */
public final class RaceSpeedUp {
    private RaceSpeedUp() {}

    /**
     * The ratio of learning times.
     *
     * @param m input domains, and output domains, that share the pathway, at least 1
     * @return 1 at m = 1, 2.546 at 2, 9.033 at 5, 24.02 at 10; relative rounding error below 1e-14
     */
    public static double of(int m) {
        if (m == 1) {
            return 1;
        }
        double root = Math.sqrt(m - 1);
        return m * root / ExactMath.atan(root);
    }

    /**
     * How much stronger the hidden edge of a shared pathway ends than its encoders and decoders: {@code b2/b1 = √m}, the
     * fourth root of the number of routes.
     *
     * @param m as for {@link #of}
     */
    public static double finalRatio(int m) {
        return Math.sqrt(m);
    }
}
