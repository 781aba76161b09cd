package dynlab.theory.modes;

import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;

/**
 * Learning of one singular mode by two weight layers that start aligned and balanced: a sigmoid whose delay grows with
 * the logarithm of the start and whose width is tau / s, so that strong distinctions are learned first, one after another.
 */
public final class TwoLayerModes {
    private TwoLayerModes() {}

    /**
     * Strength of one mode under gradient flow, the solution of {@code tau da/dt = 2 a (s − d a)}.
     *
     * <pre>a(t) = (s/d) / (1 + (s/(d a0) − 1) exp(−2 s t / tau)),   a(t) = a0 / (1 + 2 d a0 t / tau) for s = 0</pre>
     *
     * Source: A. Saxe, J. McClelland and S. Ganguli, PNAS 2019 (white inputs, d = 1); rearranged so that large t gives s/d
     * and not ∞/∞; with input variance d derived in docs/theory.md §2.2.
     *
     * @param s singular value of Σ^yx, ≥ 0
     * @param d variance of the inputs along the mode, &gt; 0 (1 for white inputs)
     * @param a0 strength at t = 0, ≥ 0
     * @param t time, ≥ 0, same unit as tau
     * @param tau time constant, &gt; 0
     * @return a(t) between a0 and s/d; relative rounding error below 1e-15 (5 + 2 s t / tau)
     */
    public static double strength(double s, double d, double a0, double t, double tau) {
        if (a0 == 0) {
            return 0;
        }
        if (s == 0) {
            return a0 / (1 + 2 * d * a0 * t / tau);
        }
        double target = s / d;
        double left = ExactMath.exp(-2 * s * t / tau);
        return target / (1 + (target / a0 - 1) * left);
    }

    /**
     * The time at which {@link #strength} is half of what it becomes.
     *
     * <pre>t_half = (tau / 2s) ln(s/(d a0) − 1)</pre>
     *
     * @param s singular value of Σ^yx, &gt; 0
     * @param d variance of the inputs along the mode, &gt; 0
     * @param a0 strength at t = 0, &gt; 0
     * @param tau time constant, &gt; 0
     * @return the time, 0 if the mode starts at half or above; relative rounding error below 1e-14
     */
    public static double halfTime(double s, double d, double a0, double tau) {
        double ratio = s / (d * a0) - 1;
        return ratio <= 1 ? 0 : tau / (2 * s) * ExactMath.log(ratio);
    }

    /**
     * Strengths of all modes under gradient descent, exactly, step by step.
     *
     * <pre>a = c²,   c ← c (1 + η (s − d c²))</pre>
     *
     * Both layers take the same step, so a balanced start stays balanced. Derived in docs/theory.md §2.2.
     *
     * @param s singular values of Σ^yx
     * @param d variances of the inputs along the modes
     * @param a0 strengths at step 0, ≥ 0
     * @param learningRate η = dt / tau
     * @param steps recorded steps, ascending
     * @return a at the recorded steps, recorded steps × modes; rounding grows like 1e-16 times the steps on the rise
     */
    public static Matrix descent(double[] s, double[] d, double[] a0, double learningRate, int[] steps) {
        double[] c = new double[s.length];
        for (int k = 0; k < c.length; k++) {
            c[k] = Math.sqrt(a0[k]);
        }
        double[] recorded = new double[steps.length * s.length];
        int step = 0;
        for (int i = 0; i < steps.length; i++) {
            for (; step < steps[i]; step++) {
                for (int k = 0; k < c.length; k++) {
                    double pull = s[k] - d[k] * c[k] * c[k];
                    c[k] += learningRate * c[k] * pull;
                }
            }
            for (int k = 0; k < c.length; k++) {
                recorded[i * c.length + k] = c[k] * c[k];
            }
        }
        return Matrix.of(steps.length, s.length, recorded);
    }
}
