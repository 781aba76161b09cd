package dynlab.theory.race;

import dynlab.numeric.ExactMath;

/**
 * One mode of routing through one shared hidden pathway, from equal strengths.
 *
 * <pre>
 * tau b1' = (K/M²) b2 b3 (s − b1 b2 b3),   tau b2' = (K/M) b1 b3 (s − b1 b2 b3),   b3' = b1'
 * M b1² − b2² = c0 = (M − 1) b0²,          tau b2' = (K/M²)(b2² + c0)(s − b2 (b2² + c0)/M)
 * </pre>
 *
 * in the units of {@link dynlab.task.Routing}: b1 of the M encoders, b3 of the M decoders, b2 of the hidden edge. The
 * reduction is that of Saxe, Sodhani and Lewallen, ICML 2022, Fig. 4; its solutions are derived in docs/theory.md §6.1.
 *
 * @param domains M, at least 1
 * @param trained K, trained routes of every domain, 1 … M
 * @param s singular value of the targets, &gt; 0
 * @param b0 strength of all edges at t = 0, &gt; 0 and below that of the fixed point
 */
public record RoutingFlow(int domains, int trained, double s, double b0) {
    private static final int PANELS = 400;
    private static final double[] NODES = {
        0.1488743389816312, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717
    };
    private static final double[] WEIGHTS = {
        0.2955242247147529, 0.2692667193099964, 0.2190863625159820, 0.1494513491505806, 0.0666713443086881
    };

    /** c0 = (M − 1) b0², what the flow conserves. */
    public double conserved() {
        double square = b0 * b0;
        return (domains - 1) * square;
    }

    /** b1 that belongs to b2: {@code √((b2² + c0)/M)}. */
    public double encoder(double b2) {
        return Math.sqrt((b2 * b2 + conserved()) / domains);
    }

    /** The whole map of a route, b1 b2 b3. */
    public double strength(double b2) {
        return b2 * (b2 * b2 + conserved()) / domains;
    }

    /** tau db2/dt. */
    public double slope(double b2) {
        double grown = b2 * b2 + conserved();
        double rate = trained / ((double) domains * domains) * grown;
        return rate * (s - strength(b2));
    }

    /**
     * Where b2 ends: the root of {@code b2 (b2² + c0) = M s}, by bisection.
     *
     * @return within 1e-15 relative; (M s)^{1/3} for c0 = 0
     */
    public double fixedPoint() {
        double low = 0;
        double high = ExactMath.pow(domains * s, 1.0 / 3) * (1 + 1e-9);
        for (int k = 0; k < 200 && low < high; k++) {
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (strength(middle) < s) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The time at which b2 has a given value.
     *
     * <pre>t(b2) = tau (M²/K) ∫_{b0}^{b2} dx / ((x² + c0)(s − x (x² + c0)/M))</pre>
     *
     * by 10-point Gauss–Legendre quadrature on 400 panels in ln(x / (end − x)), which is linear in t at both ends.
     *
     * @param b2 between b0 and the fixed point, both excluded from above
     * @param tau time constant, &gt; 0
     * @return t ≥ 0; relative error below 1e-10 up to 1 − 1e-6 of the fixed point
     */
    public double time(double b2, double tau) {
        double end = fixedPoint();
        double from = ExactMath.log(b0 / (end - b0));
        double to = ExactMath.log(b2 / (end - b2));
        double width = (to - from) / PANELS;
        double sum = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double middle = from + (panel + 0.5) * width;
            for (int k = 0; k < NODES.length; k++) {
                double offset = 0.5 * NODES[k] * width;
                double pair = density(middle - offset, end) + density(middle + offset, end);
                sum += WEIGHTS[k] * pair;
            }
        }
        return tau * 0.5 * width * sum;
    }

    /** dt/dy with x = end / (1 + e^{−y}), dx/dy = x (end − x)/end. */
    private double density(double y, double end) {
        double tail = ExactMath.exp(-y);
        double x = end / (1 + tail);
        double square = x * x;
        double grown = square + conserved();
        // s − x(x² + c0)/M = (end − x)(end² + end x + x² + c0)/M, for end is the root
        double both = end * end + end * x + square + conserved();
        double speed = trained / ((double) domains * domains) * grown / domains * both;
        return x / end / speed; // (end − x) has gone
    }

    /**
     * The same for a start so small that c0 does not matter, in closed form.
     *
     * <pre>
     * t = tau M²/(K s) [ 1/x0 − 1/x + F(x) − F(x0) ],   a = (M s)^{1/3}
     * F(x) = ln((x² + a x + a²)/(a − x)²)/(6a) − atan((2x + a)/(√3 a))/(√3 a)
     * </pre>
     *
     * @param x0 b2 at the start, 0 &lt; x0 &lt; a
     * @param x b2 at the end, x0 ≤ x &lt; a
     * @param tau time constant, &gt; 0
     * @return t for c0 = 0; relative rounding error below 1e-12
     */
    public double smallStartTime(double x0, double x, double tau) {
        double a = ExactMath.pow(domains * s, 1.0 / 3);
        double rest = antiderivative(x, a) - antiderivative(x0, a);
        double bracket = 1 / x0 - 1 / x + rest;
        return tau * domains * domains / (trained * s) * bracket;
    }

    private static double antiderivative(double x, double a) {
        double root = Math.sqrt(3) * a;
        double rest = a - x;
        double ratio = (x * x + a * x + a * a) / (rest * rest);
        return ExactMath.log(ratio) / (6 * a) - ExactMath.atan((2 * x + a) / root) / root;
    }

    /**
     * The length of the plateau: the time at which b2 would be infinite if nothing were learned yet.
     *
     * <pre>t = tau M²/(K s b0) acos(1/√M)/√(M − 1)</pre>
     *
     * @param tau time constant, &gt; 0
     * @return 77.7 epochs for M = 7, K = 4, b0 = 0.08, s = 13.6 and λ = 0.02 per epoch
     */
    public double escapeTime(double tau) {
        double root = Math.sqrt(domains - 1);
        double angle = domains == 1 ? 1 : ExactMath.atan(root) / root;
        return tau * domains * domains / (trained * s * b0) * angle;
    }
}
