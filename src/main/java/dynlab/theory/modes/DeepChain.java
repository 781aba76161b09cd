package dynlab.theory.modes;

import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;

/**
 * A chain of D scalar weights that learns one number: one mode of a deep linear network, or the widget with one unit a
 * layer. With {@code u} the product of the weights, s the target and m the input variance:
 *
 * <pre>tau du/dt = D m u^(2 − 2/D) (s − u)     balanced: every weight is u^(1/D)</pre>
 *
 * Source: A. Saxe, J. McClelland and S. Ganguli, ICLR 2014 (there the number of layers of units, D + 1, is counted); the
 * series and the limits are derived in docs/theory.md §3.1. Times below are for m = 1; divide by m otherwise.
 */
public final class DeepChain {
    /** The expansion about z = 1 is used between these, where it converges at least as fast as 2⁻ⁿ. */
    private static final double BELOW_ONE = 0.5;

    private static final double ABOVE_ONE = 1.5;
    /** Terms until the slowest of the series, in z ≤ ⅔, is below 1e-18. */
    /** So many steps along the slope at most, then halves. */
    private static final int SLOPES = 40;

    private static final int TERMS = 100;

    private DeepChain() {}

    /**
     * Time that the balanced flow takes from u0 to u.
     *
     * <pre>
     * D = 1:  tau ln((s − u0)/(s − u))
     * D = 2:  tau/(2s) ln(u (s − u0) / (u0 (s − u)))
     * D &gt; 2:  (tau/D) (F(u) − F(u0)),  q = 2 − 2/D,  F(x) = x^(1−q)/((1−q) s) ₂F₁(1, 1−q; 2−q; x/s)
     * </pre>
     *
     * ₂F₁ here is {@code Σ (1−q)/(1−q+n) zⁿ}. Above z = ½ it is continued by the expansion about z = 1, above z = 1½ by
     * the one in 1/z, of the same integral, so u0 may also lie above s.
     *
     * @param depth number of weights D, ≥ 1
     * @param s target, &gt; 0
     * @param u0 product at time 0, &gt; 0 (any number below or above s for D = 1)
     * @param u product to be reached, between u0 and s
     * @param tau time constant, &gt; 0
     * @return the time, ≥ 0, ∞ for u = s; relative rounding error below 1e-12 (near s the last digits of s − u decide)
     */
    public static double timeToReach(int depth, double s, double u0, double u, double tau) {
        checkBetween(depth, s, u0, u);
        if (u == u0) {
            return 0;
        }
        if (u == s) {
            return Double.POSITIVE_INFINITY;
        }
        double gaps = (s - u0) / (s - u);
        if (depth == 1) {
            return tau * ExactMath.log(gaps);
        }
        if (depth == 2) {
            double grown = u / u0 * gaps;
            return tau / (2 * s) * ExactMath.log(grown);
        }
        double q = 2 - 2.0 / depth;
        double scale = depth * ExactMath.pow(s, q);
        return tau / scale * stretch(q, u0 / s, u / s);
    }

    /**
     * The same for D = 4 in elementary functions.
     *
     * <pre>t = tau/4 ( (2/s)(u0^−½ − u^−½) + 2 s^(−3/2) (atanh √(u/s) − atanh √(u0/s)) )</pre>
     *
     * @param s target, &gt; 0
     * @param u0 product at time 0, 0 &lt; u0 ≤ u
     * @param u product to be reached, u &lt; s
     * @param tau time constant, &gt; 0
     * @return the time; relative rounding error below 1e-13 away from u0
     */
    public static double timeToReachWithFourWeights(double s, double u0, double u, double tau) {
        checkBetween(4, s, u0, u);
        double plateau = 2 / s * (1 / Math.sqrt(u0) - 1 / Math.sqrt(u));
        double rise = ExactMath.atanh(Math.sqrt(u / s)) - ExactMath.atanh(Math.sqrt(u0 / s));
        double steepness = s * Math.sqrt(s);
        return tau / 4 * (plateau + 2 / steepness * rise);
    }

    /**
     * The same in the limit of many weights, to which {@code timeToReach} tends like 1/D once both are multiplied by D.
     *
     * <pre>t = (tau/D) (G(u) − G(u0)),  G(x) = ln(x/(s − x))/s² − 1/(s x)</pre>
     *
     * @param depth number of weights D, large
     * @param s target, &gt; 0
     * @param u0 product at time 0, 0 &lt; u0 ≤ u
     * @param u product to be reached, u &lt; s
     * @param tau time constant, &gt; 0
     * @return the leading term of the time; it is too long by a few per cent at D = 50
     */
    public static double timeToReachWithManyWeights(int depth, double s, double u0, double u, double tau) {
        checkBetween(depth, s, u0, u);
        double logs = ExactMath.log(u / (s - u)) - ExactMath.log(u0 / (s - u0));
        double poles = 1 / u0 - 1 / u;
        return tau / depth * (logs / (s * s) + poles / s);
    }

    /**
     * The product at time t: the inverse of {@link #timeToReach}, in closed form for D ≤ 2, else by iteration.
     *
     * <p>Without a target the product fades: {@code u(t) = (u0^(−p) + p D t / tau)^(−1/p)}, p = 2 − 2/D, for s = 0.
     *
     * @param depth number of weights D, ≥ 1
     * @param s target, ≥ 0
     * @param u0 product at time 0, &gt; 0 (any number for D = 1); 0 stays 0 for D &gt; 1
     * @param t time, ≥ 0, same unit as tau
     * @param tau time constant, &gt; 0
     * @return u(t) between u0 and s; sought to the spacing of doubles, so absolute error below 1e-13 s
     */
    public static double strength(int depth, double s, double u0, double t, double tau) {
        if (depth == 1) {
            return ShallowModes.strength(s, 1, u0, t, tau);
        }
        if (u0 == 0 || t == 0 || u0 == s) {
            return u0;
        }
        if (depth == 2) {
            return TwoLayerModes.strength(s, 1, u0, t, tau);
        }
        if (s == 0) {
            double p = 2 - 2.0 / depth;
            return ExactMath.pow(ExactMath.pow(u0, -p) + p * depth * t / tau, -1 / p);
        }
        return reached(depth, s, u0, t, tau, u0);
    }

    /**
     * The product at several times: {@link #strength} at each, found quickly one after the other.
     *
     * @param times ≥ 0, ascending, same unit as tau
     * @return one product a time, with the error of {@link #strength}
     */
    public static double[] strengths(int depth, double s, double u0, double[] times, double tau) {
        double[] products = new double[times.length];
        double from = u0;
        for (int i = 0; i < times.length; i++) {
            boolean sought = depth > 2 && s != 0 && u0 != 0 && u0 != s && times[i] != 0;
            products[i] = sought ? reached(depth, s, u0, times[i], tau, from) : strength(depth, s, u0, times[i], tau);
            from = products[i];
        }
        return products;
    }

    /**
     * Where the flow of more than two weights is at time t: by steps along its slope, {@code du/dt = D u^(2 − 2/D) (s − u)/tau},
     * and by halves where such a step does not help.
     *
     * @param from a product that the flow has passed by then
     */
    private static double reached(int depth, double s, double u0, double t, double tau, double from) {
        double early = from;
        double late = s;
        double at = from;
        double width = Math.abs(s - from);
        for (int n = 0; ; n++) {
            double miss = t - timeToReach(depth, s, u0, at, tau);
            if (miss > 0) {
                early = at;
            } else {
                late = at;
            }
            double pace = depth * ExactMath.pow(at, 2 - 2.0 / depth) * (s - at) / tau;
            double next = at + miss * pace;
            boolean between = early < next && next < late || late < next && next < early;
            // a step that has not left the spacing of doubles behind is the last
            if (between && Math.abs(next - at) <= 0x1p-51 * Math.abs(at)) {
                return next;
            }
            boolean narrowed = Math.abs(late - early) <= 0.5 * width;
            width = Math.abs(late - early);
            if (!between || n > SLOPES || !narrowed && n > 0 && Math.abs(next - at) > 0.25 * width) {
                next = 0.5 * (early + late);
            }
            if (next == early || next == late) {
                return next;
            }
            at = next;
        }
    }

    /**
     * The time at which the balanced flow from u0 reaches half of s.
     *
     * @return the time; 0 if u0 ≥ s/2
     */
    public static double halfTime(int depth, double s, double u0, double tau) {
        return u0 >= 0.5 * s ? 0 : timeToReach(depth, s, u0, 0.5 * s, tau);
    }

    /**
     * The largest learning rate for which the minimum with equal weights is stable.
     *
     * <pre>η_max = 2 / (D m s^(2 − 2/D))</pre>
     *
     * 2/η_max is the largest eigenvalue of the Hessian there. Just above, D ≥ 2 settles into a cycle of two points and
     * D = 1 diverges. Derived in docs/theory.md §3.3.
     *
     * @param depth number of weights D, ≥ 1
     * @param s target product, &gt; 0
     * @param m input variance, &gt; 0
     * @return η_max; relative rounding error below 1e-14
     */
    public static double largestLearningRate(int depth, double s, double m) {
        return 2 / (depth * m * ExactMath.pow(s, 2 - 2.0 / depth));
    }

    /**
     * Gradient descent on a chain with equal weights, exactly: {@code w ← w + η m w^(D−1) (s − w^D)}.
     *
     * @param depth number of weights D, ≥ 1
     * @param s target product
     * @param m input variance, &gt; 0
     * @param u0 product at step 0, &gt; 0; every weight starts at its D-th root
     * @param learningRate η = dt / tau
     * @param steps recorded steps, ascending
     * @return the product at the recorded steps
     */
    public static double[] balancedDescent(int depth, double s, double m, double u0, double learningRate, int[] steps) {
        double w = ExactMath.pow(u0, 1.0 / depth);
        double[] recorded = new double[steps.length];
        int step = 0;
        for (int i = 0; i < steps.length; i++) {
            for (; step < steps[i]; step++) {
                double others = integerPower(w, depth - 1);
                double pull = s - w * others;
                double push = m * others * pull;
                w += learningRate * push;
            }
            recorded[i] = integerPower(w, depth);
        }
        return recorded;
    }

    /**
     * Gradient descent on a chain with any weights, exactly: {@code w_i ← w_i + η m (Π_{j≠i} w_j)(s − Π_j w_j)}.
     *
     * @param s target product
     * @param m input variance, &gt; 0
     * @param start weights at step 0
     * @param learningRate η = dt / tau
     * @param steps recorded steps, ascending
     * @return the weights at the recorded steps, recorded steps × weights
     */
    public static Matrix descent(double s, double m, double[] start, double learningRate, int[] steps) {
        int depth = start.length;
        double[] w = start.clone();
        double correlation = s * m;
        double[] others = new double[depth];
        double[] recorded = new double[steps.length * depth];
        int step = 0;
        for (int i = 0; i < steps.length; i++) {
            for (; step < steps[i]; step++) {
                step(correlation, m, w, 0, 1, depth, learningRate, others);
            }
            System.arraycopy(w, 0, recorded, i * depth, depth);
        }
        return Matrix.of(steps.length, depth, recorded);
    }

    /**
     * One simultaneous step {@code w_l ← w_l + η (Π_{j≠l} w_j)(s − d Π_j w_j)} of {@code w[at], w[at + stride], …}.
     *
     * @param s input-output correlation of the mode (the target times d)
     * @param d input variance of the mode
     * @param others room for {@code depth} numbers
     */
    static void step(
            double s, double d, double[] w, int at, int stride, int depth, double learningRate, double[] others) {
        double before = 1;
        for (int l = 0; l < depth; l++) {
            others[l] = before;
            before *= w[at + l * stride];
        }
        double pull = s - d * before;
        double after = 1;
        for (int l = depth - 1; l >= 0; l--) {
            others[l] *= after;
            after *= w[at + l * stride];
        }
        for (int l = 0; l < depth; l++) {
            double push = others[l] * pull;
            w[at + l * stride] += learningRate * push;
        }
    }

    private static double integerPower(double w, int n) {
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= w;
        }
        return product;
    }

    private static void checkBetween(int depth, double s, double u0, double u) {
        boolean between = (u0 <= u && u <= s) || (s <= u && u <= u0);
        if (depth < 1 || !(s > 0) || !between || (depth > 1 && !(u0 > 0))) {
            throw new IllegalArgumentException("a chain flows from its start to its target, past what lies between");
        }
    }

    /** ∫ dz / (z^q (1 − z)) from z0 to z, both on the same side of 1. */
    private static double stretch(double q, double z0, double z) {
        double sum = 0;
        double from = z0;
        while (from != z) {
            double to = z;
            if ((from < BELOW_ONE && BELOW_ONE < to) || (from > ABOVE_ONE && ABOVE_ONE > to)) {
                to = from < 1 ? BELOW_ONE : ABOVE_ONE;
            }
            sum += piece(q, from, to);
            from = to;
        }
        return sum;
    }

    private static double piece(double q, double from, double to) {
        double middle = 0.5 * (from + to);
        if (middle < BELOW_ONE) {
            return small(q, to) - small(q, from);
        }
        if (middle > ABOVE_ONE) {
            return large(q, to) - large(q, from);
        }
        return nearOne(q, to) - nearOne(q, from) + ExactMath.log((1 - from) / (1 - to));
    }

    /** z^(1−q)/(1−q) ₂F₁(1, 1−q; 2−q; z) = z^(1−q) Σ zⁿ/(1−q+n). */
    private static double small(double q, double z) {
        double sum = 0;
        for (int n = TERMS; n >= 0; n--) {
            sum = 1 / (1 - q + n) + z * sum;
        }
        return ExactMath.pow(z, 1 - q) * sum;
    }

    /** −Σ_{n≥1} (q)_n/(n! n) (1 − z)ⁿ: the integral less its logarithm. */
    private static double nearOne(double q, double z) {
        double term = 1;
        double sum = 0;
        for (int n = 1; n <= TERMS; n++) {
            double factor = (q + n - 1) / n;
            term *= 1 - z;
            term *= factor;
            sum -= term / n;
        }
        return sum;
    }

    /** Σ z^(−q−n)/(q + n). */
    private static double large(double q, double z) {
        double y = 1 / z;
        double sum = 0;
        for (int n = TERMS; n >= 0; n--) {
            sum = 1 / (q + n) + y * sum;
        }
        return ExactMath.pow(y, q) * sum;
    }
}
