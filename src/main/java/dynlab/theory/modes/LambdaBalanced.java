package dynlab.theory.modes;

import dynlab.numeric.ExactMath;

/**
 * One aligned mode of two layers whose scales differ by a fixed amount, {@code W2ᵀ W2 − W1 W1ᵀ = λ I}: between the
 * sigmoid of a balanced start (λ = 0, rich) and the exponential of a very unequal one (|λ| ≫ 2s, lazy).
 */
public final class LambdaBalanced {
    private LambdaBalanced() {}

    /**
     * Strength of the mode under gradient flow, the solution of {@code tau da/dt = √(λ² + 4a²) (s − a)}.
     *
     * <pre>
     * k = √(λ² + 4s²),  w = 2a/(|λ| + √(λ² + 4a²)),  w₊ = 2s/(|λ| + k),  w₋ = −(|λ| + k)/(2s)
     * w₊ − w(t) = −(k/s) r/(1 − r),  r = (w(0) − w₊)/(w(0) − w₋) exp(−k t / tau)
     * </pre>
     *
     * Source: the equation is that of C. Dominé et al., 2024; the closed form is derived in docs/theory.md §4.1. Everything is
     * kept divided by |λ| where it is of that order, so that λ = 0 gives the logistic curve without cancellation.
     *
     * @param lambda λ, any sign (only |λ| matters for the strength)
     * @param s singular value of Σ^yx, ≥ 0; white inputs
     * @param a0 strength at t = 0; negative only where λ ≠ 0 (with λ = 0 a negative strength could never pass 0)
     * @param t time, ≥ 0, same unit as tau
     * @param tau time constant, &gt; 0
     * @return a(t); relative rounding error below 1e-14 (5 + k t / tau)
     */
    public static double strength(double lambda, double s, double a0, double t, double tau) {
        double size = Math.abs(lambda);
        if (a0 < 0 && size == 0) {
            throw new IllegalArgumentException("a balanced mode cannot leave a strength below 0");
        }
        if (size == 0 && a0 == 0) {
            return 0;
        }
        double k0 = Math.sqrt(size * size + 4 * a0 * a0);
        double k = Math.sqrt(size * size + 4 * s * s);
        if (s == 0) {
            return fading(size, a0, k0, t / tau);
        }
        double end = 2 * s / (size + k);
        double start = 2 * a0 / (size + k0);
        double other = -(size + k) / (2 * s);
        // gap = (w₊ − w)/|λ|: both distances from 1 are of order |λ|, so it is taken from them.
        double gap0 = below(size, a0, k0) - below(size, s, k);
        double left = gap0 / (start - other) * ExactMath.exp(-k * t / tau);
        double gap = k / s * left / (1 + size * left);
        double w = end - size * gap;
        double widened = 2 * end - size * gap;
        return w / (end / s + gap * widened);
    }

    /** (1 − w)/|λ| with w = 2a/(|λ| + k). */
    private static double below(double size, double a, double k) {
        return a >= 0 ? (1 + size / (k + 2 * a)) / (size + k) : (size + k - 2 * a) / (size * (size + k));
    }

    /** Without a target the mode fades: w(t) = w(0) e^(−|λ| t), or a0/(1 + 2 a0 t) where λ = 0. */
    private static double fading(double size, double a0, double k0, double t) {
        if (size == 0) {
            return a0 / (1 + 2 * a0 * t);
        }
        double w = 2 * a0 / (size + k0) * ExactMath.exp(-size * t);
        double share = (1 - w) * (1 + w);
        return size * w / share;
    }
}
