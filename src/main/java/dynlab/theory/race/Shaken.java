package dynlab.theory.race;

import dynlab.numeric.Rng;
import dynlab.theory.StepRule;

/**
 * How long the rounding of reduced dynamics leaves their loss alone: a second copy gets an error of a few units of the last
 * place of the largest strength at every step, and the two are compared. What lies between modes is not in it.
 */
public final class Shaken {
    private static final double TOLERANCE = 1e-7;
    private static final double SIZE = 8 * 0x1p-52;
    /** More numbers than this are not stepped. */
    private static final double MOST = 3e8;

    private Shaken() {}

    /** What is known of the other directions at a state. */
    interface Between {
        /** Nothing: the dynamics have all directions. */
        Between NONE = new Between() {
            @Override
            public double growth(double[] state) {
                return 0;
            }

            @Override
            public double curvature(double[] state) {
                return 0;
            }
        };

        /** The fastest growth of what lies between modes. */
        double growth(double[] state);

        /** The largest curvature. */
        double curvature(double[] state);
    }

    /**
     * The first step at which the losses differ by a ten-millionth of the first.
     *
     * @param rule how a step is made
     * @param rate η
     * @param steps how far to look
     * @return ∞ if there is none, NaN if it was too much to look
     */
    public static double until(ReducedDynamics dynamics, StepRule rule, double rate, int steps) {
        return until(dynamics, rule, rate, steps, 0, Between.NONE);
    }

    /**
     * The same with what lies between modes, in second order as in {@link Rounding}.
     *
     * @param outside norm of what is not diagonal at the start
     */
    static double until(
            ReducedDynamics dynamics, StepRule rule, double rate, int steps, double outside, Between others) {
        double[] state = dynamics.start();
        if ((double) steps * state.length > MOST) {
            return Double.NaN;
        }
        double[] shadow = state.clone();
        double[] change = new double[state.length];
        double[] other = new double[state.length];
        double[] velocity = new double[state.length];
        double[] shaking = new double[state.length];
        Rng rng = new Rng(1);
        double first = dynamics.descent(state, change);
        double between = outside;
        for (int step = 0; step <= steps; step++) {
            double loss = dynamics.descent(state, change);
            double apart = Math.abs(loss - dynamics.descent(shadow, other));
            if (!Double.isFinite(loss)) {
                return Double.POSITIVE_INFINITY;
            }
            double growth = others.growth(state);
            double square = between * between;
            // what is a millionth of a millionth of that counts for nothing, whatever the curvature
            double second = square < 1e-15 * first ? 0 : 0.5 * square * (growth + others.curvature(state));
            if (!(apart + second <= TOLERANCE * first)) {
                return step;
            }
            rule.move(state, change, velocity, rate);
            rule.move(shadow, other, shaking, rate);
            double largest = 0;
            for (double strength : state) {
                largest = Math.max(largest, Math.abs(strength));
            }
            double noise = SIZE * largest;
            between *= rule.growth(rate * growth);
            between += noise / (1 - rule.beta());
            for (int i = 0; i < shadow.length; i++) {
                shadow[i] += rng.nextInt() < 0 ? noise : -noise;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
