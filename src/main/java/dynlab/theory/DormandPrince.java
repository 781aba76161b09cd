package dynlab.theory;

import dynlab.numeric.ExactMath;
import dynlab.numeric.Numbers;

/**
 * Dormand and Prince's embedded Runge–Kutta pair of order 5(4): integrates {@code dy/dt = f(y)} with a step that keeps the
 * estimated error of each step below a tolerance. Source: J. Dormand and P. Prince, J. Comput. Appl. Math. 6, 1980, the
 * pair RK5(4)7M; the step control is the usual one of E. Hairer, S. Nørsett and G. Wanner, Solving Ordinary Differential
 * Equations I, §II.4. Only + − × ÷ and {@link ExactMath} are used, so a flow has the same bits on every platform.
 */
public final class DormandPrince {
    /** A right-hand side that fills its last argument. */
    @FunctionalInterface
    public interface Slope {
        void at(double[] state, double[] change);
    }

    private static final double[][] A = {
        {},
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
    };
    /** Fifth-order less fourth-order weights. */
    private static final double[] E = {
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };

    private static final int STAGES = 7;
    private static final int MOST_STEPS = 2_000_000;

    private final Slope slope;
    private final double[][] k;
    private final double[] trial;
    private double[] state;
    private double[] next;
    private int evaluations;

    /**
     * @param start state at time 0
     * @param slope the right-hand side, the same at every time
     */
    public DormandPrince(double[] start, Slope slope) {
        this.slope = slope;
        state = start.clone();
        next = start.clone();
        trial = new double[start.length];
        k = new double[STAGES][start.length];
        evaluate(state, 0);
    }

    private void evaluate(double[] at, int stage) {
        slope.at(at, k[stage]);
        evaluations++;
    }

    /** A copy of the state now. */
    public double[] state() {
        return state.clone();
    }

    /** How often the right-hand side was worked out. */
    public int evaluations() {
        return evaluations;
    }

    /**
     * One step of the given length, accepted whatever its error.
     *
     * @return the largest estimated error of a component
     */
    public double step(double h) {
        double error = attempt(h, 1, 0);
        accept();
        return error;
    }

    /**
     * Goes on for some time.
     *
     * @param duration how long, ≥ 0
     * @param tolerance largest estimated error of one step, in any component, relative to 1 + |component|
     * @param firstStep length of the first step to try, &gt; 0
     * @return the length of the last step that was not cut short, to start from next time
     * @throws ArithmeticException if the tolerance takes more than 2,000,000 steps or steps too small to be added
     */
    public double advance(double duration, double tolerance, double firstStep) {
        double left = duration;
        double h = firstStep;
        for (int steps = 0; left > 0; steps++) {
            double taken = Math.min(h, left);
            double error = attempt(taken, tolerance, tolerance);
            // h (tol/err)^(1/5), a little less, and neither 5 times more nor less at once
            double growth = error == 0 ? 5 : Math.min(5, Math.max(0.2, 0.9 * ExactMath.pow(error, -0.2)));
            if (error <= 1) {
                accept();
                left = taken == left ? 0 : left - taken;
                h = taken < h ? Math.max(h, taken * growth) : h * growth;
            } else {
                h = taken * (Double.isFinite(error) ? growth : 0.2);
            }
            if (steps >= MOST_STEPS || h < 1e-14 * duration) {
                throw new ArithmeticException(
                        "the flow needs steps of " + Numbers.precise(h) + " with " + Numbers.precise(left) + " to go");
            }
        }
        return h;
    }

    /** Fills {@link #next} and returns the largest |error| / (absolute + relative · |component|). */
    private double attempt(double h, double absolute, double relative) {
        for (int stage = 1; stage < STAGES; stage++) {
            double[] target = stage == STAGES - 1 ? next : trial;
            for (int i = 0; i < state.length; i++) {
                double sum = 0;
                for (int j = 0; j < stage; j++) {
                    sum += A[stage][j] * k[j][i];
                }
                target[i] = state[i] + h * sum;
            }
            evaluate(target, stage);
        }
        double worst = 0;
        for (int i = 0; i < state.length; i++) {
            double sum = 0;
            for (int j = 0; j < STAGES; j++) {
                sum += E[j] * k[j][i];
            }
            double size = Math.max(Math.abs(state[i]), Math.abs(next[i]));
            double ratio = Math.abs(h * sum) / (absolute + relative * size);
            worst = Double.isFinite(ratio) ? Math.max(worst, ratio) : Double.POSITIVE_INFINITY;
        }
        return worst;
    }

    /** The last stage was worked out at the new state, so it is the first of the next step. */
    private void accept() {
        double[] old = state;
        state = next;
        next = old;
        double[] spare = k[0];
        k[0] = k[STAGES - 1];
        k[STAGES - 1] = spare;
    }
}
