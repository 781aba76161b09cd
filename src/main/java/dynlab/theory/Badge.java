package dynlab.theory;

import dynlab.theory.race.NeuralRaceReduction;

/**
 * Whether a reduction may be trusted, in a word and a reason for a person to read.
 *
 * @param grade exact, approximate or not at all
 * @param reason one sentence
 * @param measure the number behind the reason (dimensionless): a residual, or how many nodes or modes are in the way
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

    /**
     * What the data allow, whatever the start.
     *
     * @param bent nodes that are not linear
     * @param residual departure of the correlations from common frames, 0 to 1
     */
    public static Badge ofData(int bent, double residual) {
        if (bent > 0) {
            return new Badge(Grade.NONE, "Some nodes are not linear inside a context.", bent);
        }
        if (residual < NeuralRaceReduction.EXACT) {
            return new Badge(
                    Grade.EXACT,
                    "All correlations that interact are diagonal in common frames (residual below 1e-6).",
                    residual);
        }
        if (residual < NeuralRaceReduction.APPROXIMATE) {
            return new Badge(
                    Grade.APPROXIMATE,
                    "The correlations are nearly diagonal in common frames (residual below 0.03);"
                            + " the error of the loss is about the square of the residual.",
                    residual);
        }
        return new Badge(
                Grade.NONE, "The correlations have no common frames: their residual is 0.03 or more.", residual);
    }

    /**
     * The same for one run: a start or a sign trap can take from what the data allow, and never adds to it.
     *
     * @param misaligned departure of the start from the frames of the data
     * @param aligned whether that is rounding
     * @param traps modes that start with the wrong sign
     */
    public Badge from(boolean aligned, double misaligned, int traps) {
        if (grade != Grade.EXACT) {
            return this;
        }
        if (!aligned) {
            return new Badge(
                    Grade.APPROXIMATE,
                    "The correlations have common frames (residual below 1e-6), but the start is not diagonal in them:"
                            + " the reduction holds for a small start, once its weights have aligned.",
                    misaligned);
        }
        return traps == 0
                ? this
                : new Badge(
                        Grade.APPROXIMATE,
                        "The correlations and the start have common frames (residual below 1e-6), but a mode starts with"
                                + " the wrong sign: the reduction waits at a saddle that the smallest misalignment leaves.",
                        traps);
    }

    /**
     * The grade of a claim: the reason is the claim's own unless the data already say the same. Where there are no curves,
     * the data may still allow some for another start; that is then all that is said.
     */
    Badge of(Claim claim) {
        if (claim.of() == Claim.Of.NOTHING && grade != Grade.EXACT) {
            return this;
        }
        boolean same = grade == claim.grade() && claim.saddles().isEmpty() && grade == Grade.EXACT;
        return same ? this : new Badge(claim.grade(), ClaimWords.reason(claim), measure);
    }
}
