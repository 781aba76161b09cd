package dynlab.theory.race;

import dynlab.numeric.ExactMath;
import dynlab.theory.modes.TwoLayerModes;

/**
 * Exclusive or by gated paths: every path learns one number, a sigmoid.
 *
 * <pre>a(t) = (s/d) / (1 + (s/(d a0) − 1) exp(−2 s t/tau)),   L = 1/2 mean_k (1 − (d/s) a_k)²</pre>
 *
 * Four paths, one an example: s = √2/4, d = 1/2. Two half-planes: s = d = 1/2, faster by √2. All examples weigh 1/4, so
 * L(0) = 1/2. Source: Saxe, Sodhani and Lewallen, ICML 2022, Fig. 3; the half-planes are derived in docs/theory.md §6.3.
 *
 * @param s singular value of the path's input-output correlation, &gt; 0
 * @param d input variance along it, &gt; 0
 */
public record XorPath(double s, double d) {
    /** A path that is open for one example. */
    public static final XorPath CORNER = new XorPath(Math.sqrt(2) / 4, 0.5);
    /** A path that is open for the two examples of a half-plane. */
    public static final XorPath HALF_PLANE = new XorPath(0.5, 0.5);

    /**
     * Strength of the path.
     *
     * @param a0 strength at t = 0, &gt; 0
     * @param t time, ≥ 0, same unit as tau
     * @param tau time constant, &gt; 0
     * @return a(t); relative rounding error below 1e-15 (5 + 2 s t / tau)
     */
    public double strength(double a0, double t, double tau) {
        return TwoLayerModes.strength(s, d, a0, t, tau);
    }

    /** The time at which the path is half learned. */
    public double halfTime(double a0, double tau) {
        return TwoLayerModes.halfTime(s, d, a0, tau);
    }

    /**
     * The start that leads to a given strength at a given time, the sigmoid turned round.
     *
     * <pre>a0 = (s/d) / (1 + (s/(d a) − 1) exp(2 s t/tau))</pre>
     *
     * @param a strength at time t, 0 &lt; a &lt; s/d
     * @param t time, ≥ 0, same unit as tau
     * @param tau time constant, &gt; 0
     * @return a0; relative rounding error below 1e-15 (5 + 2 s t / tau)
     */
    public double start(double a, double t, double tau) {
        double target = s / d;
        double growth = ExactMath.exp(2 * s * t / tau);
        return target / (1 + (target / a - 1) * growth);
    }

    /**
     * The time at which the path has a given strength, {@code (tau/2s) ln((s/(d a0) − 1)/(s/(d a) − 1))}.
     *
     * @param a strength, a0 ≤ a &lt; s/d
     * @param a0 strength at t = 0, &gt; 0
     * @param tau time constant, &gt; 0
     * @return t ≥ 0; rounding error below 1e-14 tau/s
     */
    public double time(double a, double a0, double tau) {
        double target = s / d;
        double ratio = (target / a0 - 1) / (target / a - 1);
        return tau / (2 * s) * ExactMath.log(ratio);
    }

    /**
     * The loss of all paths.
     *
     * @param strengths a of every path
     * @return between 0 and 1/2 while no path overshoots
     */
    public double loss(double... strengths) {
        double sum = 0;
        for (double a : strengths) {
            double gap = 1 - d / s * a;
            sum += gap * gap;
        }
        return 0.5 * sum / strengths.length;
    }
}
