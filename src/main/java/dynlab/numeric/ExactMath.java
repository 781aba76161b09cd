package dynlab.numeric;

/**
 * Elementary functions made of + − × ÷ and the square root only, so that they have the same bits on the JVM, in
 * JavaScript and in WebAssembly ({@code Math} and {@code StrictMath} do not).
 *
 * <p>Powers of two come from a table and scaling by them is exact. Every bound below is over 200,000 seeded arguments
 * against {@code StrictMath} and 1,000 or more against 40-digit arithmetic. An <em>ulp</em> is the spacing of doubles at the
 * exact result. Method: reduce the argument with a constant split into an exactly representable head and a tail, then
 * sum the Taylor series. Derived in docs/theory.md §9.1.
 */
public final class ExactMath {
    /** Head of ln 2 with 32 significant bits: its products with whole numbers below 2²¹ are exact. */
    private static final double LN2_HEAD = 0x1.62e42feep-1;

    private static final double LN2_TAIL = 0x1.a39ef35793c76p-33;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double SQRT_2 = 0x1.6a09e667f3bcdp0;

    /** π/2 in three parts, the first two with 33 bits: their products with whole numbers below 2²⁰ are exact. */
    private static final double HALF_PI_HEAD = 0x1.921fb544p0;

    private static final double HALF_PI_MIDDLE = 0x1.0b4611a6p-34;
    private static final double HALF_PI_TAIL = 0x1.3198a2e037073p-69;
    private static final double LARGEST_ANGLE = 0x1p20;

    /** atan(k/8), k = 0 … 8, and π/2 last: heads and tails. */
    private static final double[] ATAN_HEAD = {
        0,
        0x1.fd5ba9aac2f6ep-4,
        0x1.f5b75f92c80ddp-3,
        0x1.6f61941e4def1p-2,
        0x1.dac670561bb4fp-2,
        0x1.1e00babdefeb4p-1,
        0x1.4978fa3269ee1p-1,
        0x1.700a7c5784634p-1,
        0x1.921fb54442d18p-1,
        0x1.921fb54442d18p0
    };

    private static final double[] ATAN_TAIL = {
        0,
        -0x1.cd37686760c17p-59,
        0x1.8ab6e3cf7afbdp-57,
        -0x1.c63aae6f6e918p-56,
        0x1.a2b7f222f65e2p-56,
        -0x1.928df287a668fp-58,
        0x1.2419a87f2a458p-56,
        -0x1.8c34d25aadef6p-56,
        0x1.1a62633145c07p-55,
        0x1.1a62633145c07p-54
    };

    private static final double PI = 0x1.921fb54442d18p1;
    private static final double TWO_OVER_ROOT_PI = 0x1.20dd750429b6dp0;

    private static final int LOWEST = -1074;
    private static final double[] POWER_OF_TWO = powersOfTwo();
    private static final double[] INVERSE_FACTORIAL = inverseFactorials();
    private static final double[] ERFC_NODES = erfcNodes();

    private ExactMath() {}

    /**
     * The exponential, {@code e^x = 2^k e^r} with {@code |r| ≤ ½ ln 2}.
     *
     * @param x any number; NaN gives NaN
     * @return e^x with error below 1 ulp (1.1 where the result is subnormal); ∞ above 709.79, 0 below −745.14
     */
    public static double exp(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (x > 709.8) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < -745.2) {
            return 0;
        }
        int k = nearest(x * LOG2_E);
        double head = x - k * LN2_HEAD;
        double tail = k * LN2_TAIL;
        double r = head - tail;
        double lost = (head - r) - tail;
        double curve = r * r * expSeries(r) + lost;
        double small = r + curve;
        return scale(1 + small, k);
    }

    /**
     * The exponential less one, accurate near 0: {@code e^x − 1 = (2^k r + (2^k − 1)) + 2^k (e^r − 1 − r)}.
     *
     * @param x any number; NaN gives NaN, ±0 gives ±0
     * @return e^x − 1 with error below 1.5 ulp; ∞ above 709.79
     */
    public static double expm1(double x) {
        if (Double.isNaN(x) || x == 0) {
            return x;
        }
        if (x > 40) {
            return exp(x) - 1;
        }
        if (x < -40) {
            return -1;
        }
        int k = nearest(x * LOG2_E);
        double head = x - k * LN2_HEAD;
        double tail = k * LN2_TAIL;
        double r = head - tail;
        double lost = (head - r) - tail;
        double curve = r * r * expSeries(r) + lost;
        if (k == 0) {
            return r + curve;
        }
        double power = powerOfTwo(k);
        double whole = power - 1;
        double straight = power * r + whole;
        return straight + power * curve;
    }

    /**
     * The natural logarithm, {@code ln x = e ln 2 + 2 atanh(f / (2 + f))} with {@code x = 2^e (1 + f)},
     * {@code √½ ≤ 1 + f < √2}.
     *
     * @param x any number; 0 gives −∞, a negative number or NaN gives NaN
     * @return ln x with error below 1 ulp, subnormal x included
     */
    public static double log(double x) {
        if (Double.isNaN(x) || x < 0) {
            return Double.NaN;
        }
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        return logNear(x, 0);
    }

    /**
     * The natural logarithm of 1 + x, accurate near 0.
     *
     * @param x any number; −1 gives −∞, less than −1 or NaN gives NaN, ±0 gives ±0
     * @return ln(1 + x) with error below 1.5 ulp
     */
    public static double log1p(double x) {
        if (Double.isNaN(x) || x < -1) {
            return Double.NaN;
        }
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return x;
        }
        if (x > -0.29 && x < 0.41) {
            return logSeries(x, 0, 0);
        }
        double sum = 1 + x;
        if (sum == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        // What rounding 1 + x lost, relative to the sum: ln(sum + lost) = ln(sum) + lost / sum.
        double lost = x < 1 ? x - (sum - 1) : 1 - (sum - x);
        return logNear(sum, lost / sum);
    }

    /**
     * The hyperbolic tangent, {@code tanh x = t / (t + 2)}, {@code t = e^{2x} − 1}.
     *
     * @param x any number; NaN gives NaN, ±0 gives ±0
     * @return tanh x in [−1, 1] with error below 2 ulp
     */
    public static double tanh(double x) {
        if (Double.isNaN(x) || x == 0) {
            return x;
        }
        double size = Math.abs(x);
        double result;
        if (size > 22) {
            result = 1;
        } else if (size > 0.75) {
            result = 1 - 2 / (expm1(2 * size) + 2);
        } else {
            double t = expm1(2 * size);
            result = t / (t + 2);
        }
        return x < 0 ? -result : result;
    }

    /**
     * The inverse hyperbolic tangent, {@code atanh x = ½ ln(1 + 2x / (1 − x))}.
     *
     * @param x in [−1, 1]; ±1 gives ±∞, outside or NaN gives NaN, ±0 gives ±0
     * @return atanh x with error below 2 ulp
     */
    public static double atanh(double x) {
        if (Double.isNaN(x) || x == 0) {
            return x;
        }
        double size = Math.abs(x);
        double result;
        if (size > 1) {
            return Double.NaN;
        } else if (size == 1) {
            result = Double.POSITIVE_INFINITY;
        } else if (size < 0.171) {
            double square = size * size;
            result = size + size * square * atanhSeries(square);
        } else {
            result = 0.5 * log1p(2 * size / (1 - size));
        }
        return x < 0 ? -result : result;
    }

    /**
     * The sine, after reduction to {@code |r| ≤ π/4}.
     *
     * @param x angle in radians, |x| ≤ 2²⁰; NaN and ±∞ give NaN
     * @return sin x with error below 1 ulp
     * @throws IllegalArgumentException if x is finite and beyond 2²⁰
     */
    public static double sin(double x) {
        return circular(x, 0);
    }

    /**
     * The cosine, after reduction to {@code |r| ≤ π/4}.
     *
     * @param x angle in radians, |x| ≤ 2²⁰; NaN and ±∞ give NaN
     * @return cos x with error below 1 ulp
     * @throws IllegalArgumentException if x is finite and beyond 2²⁰
     */
    public static double cos(double x) {
        return circular(x, 1);
    }

    /**
     * The inverse tangent, {@code atan x = atan c + atan((x − c) / (1 + c x))} with c the nearest eighth.
     *
     * @param x any number; NaN gives NaN, ±0 gives ±0
     * @return atan x in [−π/2, π/2] with error below 2 ulp
     */
    public static double atan(double x) {
        if (Double.isNaN(x) || x == 0) {
            return x;
        }
        double size = Math.abs(x);
        double y = size > 1 ? 1 / size : size;
        int eighths = y < 0.1875 ? 0 : nearest(8 * y);
        double c = 0.125 * eighths;
        double t = (y - c) / (1 + c * y);
        double square = t * t;
        double series = 0;
        for (int n = 12; n >= 1; n--) {
            series = 1.0 / (2 * n + 1) - square * series;
        }
        double curve = ATAN_TAIL[eighths] - t * square * series;
        double rest = t + curve;
        double result = ATAN_HEAD[eighths] + rest;
        if (size > 1) {
            result = ATAN_HEAD[9] - (result - ATAN_TAIL[9]);
        }
        return x < 0 ? -result : result;
    }

    /**
     * The error function. Below 0.75 its Maclaurin series, {@code 2/√π Σ (−1)ⁿ x^{2n+1} / (n! (2n+1))}, above it
     * {@code 1 − erfc x}.
     *
     * @param x any number; NaN gives NaN, ±0 gives ±0
     * @return erf x in [−1, 1] with relative error below 1e-15
     */
    public static double erf(double x) {
        if (x == 0) {
            return x;
        }
        double size = Math.abs(x);
        if (!(size < 0.75)) {
            return x < 0 ? erfc(size) - 1 : 1 - erfc(size);
        }
        double square = x * x;
        double sum = 0;
        for (int n = 14; n >= 1; n--) {
            sum = INVERSE_FACTORIAL[n] / (2 * n + 1) - square * sum;
        }
        double curve = square * sum;
        return TWO_OVER_ROOT_PI * (x - x * curve);
    }

    /**
     * One less the error function, accurate where it is small: the trapezoidal rule with step ½ and half-odd nodes for
     * {@code erfc x = (x/π) e^{−x²} ∫ e^{−t²} / (x² + t²) dt}, and the residue of the pole at t = ix, which the rule
     * misses.
     *
     * <pre>erfc x = (x/π) e^{−x²} Σ_n e^{−t_n²} / (x² + t_n²) + 2 / (1 + e^{4πx}),  t_n = (2n + 1)/4, n = 0 … 12</pre>
     *
     * The rule's own error is a share e^{−4π²} = 7e-18. Source: C. Chiarella and A. Reichel, Math. Comp. 22 (1968) 137;
     * D. B. Hunter and T. Regan, Math. Comp. 26 (1972) 539 for the shifted nodes.
     *
     * @param x any number; NaN gives NaN
     * @return erfc x in [0, 2] with relative error below 1e-15 (1 + x²); 0 above 27.3
     */
    public static double erfc(double x) {
        double size = Math.abs(x);
        double square = size * size;
        double sum = 0;
        for (int n = ERFC_NODES.length - 1; n >= 0; n--) {
            double node = 0.5 * n + 0.25;
            sum += ERFC_NODES[n] / (node * node + square);
        }
        double bell = size > 27.3 ? 0 : size * exp(-square);
        double result = bell * sum / PI;
        if (size < 6) {
            // where the pole lies beyond the nodes' reach there is nothing to add
            result += 2 / (1 + exp(4 * PI * size));
        }
        return x < 0 ? 2 - result : result;
    }

    /**
     * A real power, {@code x^y = e^{y ln x}}.
     *
     * @param x base, ≥ 0; a negative base gives NaN unless y is 0
     * @param y exponent
     * @return x^y with relative error below (2 + |y ln x|) · 2⁻⁵²; 1 for y = 0
     */
    public static double pow(double x, double y) {
        if (y == 0) {
            return 1;
        }
        if (y == 1) {
            return x;
        }
        if (x == 0) {
            return y > 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return exp(y * log(x));
    }

    /** (e^r − 1 − r) / r² for |r| ≤ 0.35: 14 terms, truncation below 1e-19. */
    private static double expSeries(double r) {
        double sum = 0;
        for (int n = 15; n >= 2; n--) {
            sum = INVERSE_FACTORIAL[n] + r * sum;
        }
        return sum;
    }

    private static double logNear(double x, double relativeRest) {
        double m = x;
        int e = 0;
        if (m < 0x1p-1022) {
            m *= 0x1p54;
            e = -54;
        }
        for (int p = 512; p >= 1; p /= 2) {
            if (m >= powerOfTwo(p)) {
                m *= powerOfTwo(-p);
                e += p;
            } else if (m < powerOfTwo(1 - p)) {
                m *= powerOfTwo(p);
                e -= p;
            }
        }
        if (m >= SQRT_2) {
            m *= 0.5;
            e += 1;
        }
        return logSeries(m - 1, e, relativeRest);
    }

    /** e ln 2 + ln(1 + f) + rest for √½ − 1 ≤ f ≤ √2 − 1, by ln(1+f) = f − (½f² − s (½f² + R)), s = f/(2+f). */
    private static double logSeries(double f, int e, double rest) {
        double s = f / (2 + f);
        double square = s * s;
        double r = 2 * square * atanhSeries(square);
        double half = 0.5 * f * f;
        double sum = half + r;
        double curve = half - s * sum;
        if (e == 0) {
            return f - (curve - rest);
        }
        double tail = e * LN2_TAIL + rest;
        return e * LN2_HEAD - ((curve - tail) - f);
    }

    /** (atanh(s)/s − 1) / s² as a series in s² ≤ 0.0295: 12 terms, truncation below 1e-19. */
    private static double atanhSeries(double square) {
        double sum = 0;
        for (int n = 12; n >= 1; n--) {
            sum = 1.0 / (2 * n + 1) + square * sum;
        }
        return sum;
    }

    /** The sine of x + quarterTurns · π/2. */
    private static double circular(double x, int quarterTurns) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return Double.NaN;
        }
        if (Math.abs(x) > LARGEST_ANGLE) {
            throw new IllegalArgumentException("angle beyond 2^20 radians");
        }
        if (x == 0 && quarterTurns == 0) {
            return x;
        }
        int k = nearest(x / ATAN_HEAD[9]);
        double first = x - k * HALF_PI_HEAD;
        double middle = k * HALF_PI_MIDDLE;
        double second = first - middle;
        double lost = (first - second) - middle;
        double tail = k * HALF_PI_TAIL - lost;
        double r = second - tail;
        double rest = (second - r) - tail;
        int quadrant = (k + quarterTurns) & 3;
        double value = (quadrant & 1) == 0 ? sineSeries(r, rest) : cosineSeries(r, rest);
        return quadrant < 2 ? value : -value;
    }

    private static double sineSeries(double r, double rest) {
        double square = r * r;
        double sum = 0;
        for (int n = 19; n >= 3; n -= 2) {
            sum = INVERSE_FACTORIAL[n] - square * sum;
        }
        double small = rest - r * square * sum;
        return r + small;
    }

    private static double cosineSeries(double r, double rest) {
        double square = r * r;
        double sum = 0;
        for (int n = 18; n >= 4; n -= 2) {
            sum = INVERSE_FACTORIAL[n] - square * sum;
        }
        double half = 0.5 * square;
        double near = 1 - half;
        double lost = (1 - near) - half;
        double curve = square * square * sum - r * rest;
        double small = lost + curve;
        return near + small;
    }

    private static int nearest(double x) {
        return (int) Math.floor(x + 0.5);
    }

    private static double powerOfTwo(int k) {
        return POWER_OF_TWO[k - LOWEST];
    }

    /** y · 2^k for ½ < y < 2 and −1075 ≤ k ≤ 1024, rounded once. */
    private static double scale(double y, int k) {
        if (k == 1024) {
            return 2 * y * powerOfTwo(1023);
        }
        if (k < LOWEST) {
            return 0.5 * y * powerOfTwo(LOWEST);
        }
        return y * powerOfTwo(k);
    }

    private static double[] powersOfTwo() {
        double[] powers = new double[1024 - LOWEST];
        powers[-LOWEST] = 1;
        for (int k = -LOWEST + 1; k < powers.length; k++) {
            powers[k] = 2 * powers[k - 1];
        }
        for (int k = -LOWEST - 1; k >= 0; k--) {
            powers[k] = 0.5 * powers[k + 1];
        }
        return powers;
    }

    /** 1/n! for n ≤ 19; the factorials themselves are exact up to 22. */
    private static double[] inverseFactorials() {
        double[] inverse = new double[20];
        double factorial = 1;
        inverse[0] = 1;
        for (int n = 1; n < inverse.length; n++) {
            factorial *= n;
            inverse[n] = 1 / factorial;
        }
        return inverse;
    }

    /** e^(−t²) at t = (2n + 1)/4, the weights of {@link #erfc}. */
    private static double[] erfcNodes() {
        double[] weights = new double[13];
        for (int n = 0; n < weights.length; n++) {
            double node = 0.5 * n + 0.25;
            weights[n] = exp(-node * node);
        }
        return weights;
    }
}
