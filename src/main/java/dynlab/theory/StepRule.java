package dynlab.theory;

import dynlab.numeric.ExactMath;

/**
 * How strengths follow their descent: what a rule does to aligned weights it does to their strengths, number by number.
 *
 * <pre>
 * G = D − λ b
 * b ← b + η G                              plain
 * v ← β v + η G,   b ← b + v               heavy ball
 * v ← β v + η G,   b ← b + β v + η G       Nesterov, from v = 0
 * </pre>
 *
 * Derived in docs/theory.md, sections 10.2 and 10.3.
 *
 * @param kind which of the three
 * @param beta momentum β, 0 ≤ β &lt; 1, 0 for plain descent
 * @param decay weight decay λ ≥ 0
 */
public record StepRule(Kind kind, double beta, double decay) {
    /** Which rule. */
    public enum Kind {
        PLAIN,
        HEAVY_BALL,
        NESTEROV
    }

    /** Gradient descent. */
    public static final StepRule DESCENT = new StepRule(Kind.PLAIN, 0, 0);

    /** Whether this is gradient descent and nothing else. */
    public boolean plain() {
        return beta == 0 && decay == 0;
    }

    /**
     * One step.
     *
     * @param b strengths, moved
     * @param descent D of each
     * @param velocity v of each, moved
     * @param rate η
     */
    public void move(double[] b, double[] descent, double[] velocity, double rate) {
        for (int i = 0; i < b.length; i++) {
            double push = rate * (descent[i] - decay * b[i]);
            velocity[i] = beta * velocity[i] + push;
            double ahead = kind == Kind.NESTEROV ? beta * velocity[i] + push : velocity[i];
            b[i] += ahead;
        }
    }

    /**
     * The factor by which something small grows in a step, if descent alone would multiply it by {@code 1 + g}: the larger
     * root r of {@code r² − (1 + β + g) r + β} or of {@code r² − (1 + β)(1 + g) r + β (1 + g)}.
     *
     * @param g η times its rate, less η λ
     */
    public double growth(double g) {
        double last = kind == Kind.NESTEROV ? beta * (1 + g) : beta;
        double sum = kind == Kind.NESTEROV ? (1 + beta) * (1 + g) : 1 + beta + g;
        double square = sum * sum;
        return 0.5 * (sum + Math.sqrt(Math.max(0, square - 4 * last)));
    }

    /** How much faster a small mode grows than by descent alone, ln r/ln(1 + g). */
    public double speedUp(double g) {
        return ExactMath.log(growth(g)) / ExactMath.log1p(g);
    }

    /** The largest stable η times curvature, over that of plain descent, which is 2. */
    public double reach() {
        return switch (kind) {
            case PLAIN -> 1;
            case HEAVY_BALL -> 1 + beta;
            case NESTEROV -> (1 + beta) / (1 + 2 * beta);
        };
    }
}
