package dynlab.learning;

/**
 * How weights follow their gradient.
 *
 * @param kind the rule
 * @param beta momentum, 0 ≤ beta &lt; 1; 0 for plain gradient descent
 * @param weightDecay λ ≥ 0: the gradient of every matrix of weights is {@code G = D − λ W}, that of biases D
 */
public record UpdateRule(Kind kind, double beta, double weightDecay) {
    /** One line a rule. {@link #word} is the word in an experiment file. */
    public enum Kind {
        GRADIENT("gradient", new Gradient()),
        HEAVY_BALL("heavy_ball", new HeavyBall()),
        NESTEROV("nesterov", new Nesterov());

        private final String word;
        private final Mover mover;

        Kind(String word, Mover mover) {
            this.word = word;
            this.mover = mover;
        }

        public String word() {
            return word;
        }

        /** What the rule does to one array. */
        public Mover mover() {
            return mover;
        }
    }

    /** Moves one array of weights. */
    public interface Mover {
        /**
         * One update.
         *
         * @param w the weights
         * @param descent D = −dL/dW
         * @param velocity v, 0 at the start; empty if the rule {@link #hasVelocity} none
         * @param rate η
         * @param beta momentum
         * @param decay λ
         */
        void move(double[] w, double[] descent, double[] velocity, double rate, double beta, double decay);

        /** Whether it keeps a velocity between steps, and so takes a beta above 0. */
        boolean hasVelocity();
    }

    /** Plain descent: W += η D. */
    public static final UpdateRule PLAIN = new UpdateRule(Kind.GRADIENT, 0, 0);
}
