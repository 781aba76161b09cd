package dynlab.learning;

/**
 * By which matrices errors travel back, and how these change.
 *
 * @param kind the rule
 * @param mirror κ ≥ 0 of the weight mirror; 0 for all others
 */
public record LearningRule(Kind kind, double mirror) {
    /** One line a rule. {@link #word} is the word in an experiment file. */
    public enum Kind {
        BACKPROP("backprop", new Backprop()),
        FEEDBACK_ALIGNMENT("feedback_alignment", new FeedbackAlignment()),
        DIRECT_FEEDBACK_ALIGNMENT("direct_feedback_alignment", new DirectFeedbackAlignment()),
        KOLEN_POLLACK("kolen_pollack", new KolenPollack()),
        WEIGHT_MIRROR("weight_mirror", new WeightMirror());

        private final String word;
        private final Teacher teacher;

        Kind(String word, Teacher teacher) {
            this.word = word;
            this.teacher = teacher;
        }

        public String word() {
            return word;
        }

        public Teacher teacher() {
            return teacher;
        }
    }

    /** What a rule asks for, and what it does to a feedback matrix. */
    public interface Teacher {
        /** Whether errors travel by matrices of their own. */
        boolean hasFeedback();

        /** Whether these lead from outputs straight to hidden nodes. */
        default boolean direct() {
            return false;
        }

        /** Whether these learn, for which weights have to follow the plain gradient. */
        default boolean learns() {
            return false;
        }

        /** Whether it takes a rate of its own, {@code mirror}. */
        default boolean mirrors() {
            return false;
        }

        /**
         * One update of a feedback matrix, before that of the weights.
         *
         * @param b the matrix
         * @param descent −dL/dW of the edge on whose way back it stands
         * @param w the weights of that edge
         * @param rate η
         * @param decay λ
         * @param mirror κ
         */
        default void move(double[] b, double[] descent, double[] w, double rate, double decay, double mirror) {
            // it stays as it is
        }
    }

    /** Back-propagation: errors travel by the weights themselves. */
    public static final LearningRule BACKPROP = new LearningRule(Kind.BACKPROP, 0);
}
