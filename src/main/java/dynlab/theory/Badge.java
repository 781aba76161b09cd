package dynlab.theory;

/**
 * Whether a reduction may be trusted, in a word and a reason for a person to read.
 *
 * @param grade exact, approximate or not at all
 * @param reason one sentence
 * @param measure the number behind the reason (dimensionless): a residual, or how many nodes are in the way
 */
public record Badge(Grade grade, String reason, double measure) {
    /** How far a reduction reaches. {@link #word} is what the screen says. */
    public enum Grade {
        /** To rounding, step by step. */
        EXACT("exact"),
        /** Up to an error of about the square of the residual, or up to what a random start leaves open. */
        APPROXIMATE("approximate"),
        /** Not at all. */
        NONE("does not apply");

        private final String word;

        Grade(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
