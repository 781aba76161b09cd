package dynlab.theory;

import dynlab.theory.race.NeuralRaceReduction;
import dynlab.words.Phrase;

/**
 * Whether a reduction may be trusted, in a word and a reason to be said.
 *
 * @param grade exact, approximate or not at all
 * @param reason what is said of it
 * @param measure the number behind the reason (dimensionless): a residual, or how many nodes or modes are in the way
 */
public record Badge(Grade grade, Phrase reason, double measure) {
    /** How far a reduction reaches. */
    public enum Grade {
        /** To rounding, step by step. */
        EXACT,
        /** Up to an error of about the square of the residual, or up to what a random start leaves open. */
        APPROXIMATE,
        /** Not at all. */
        NONE
    }

    /**
     * What the data allow, whatever the start.
     *
     * @param bent nodes that are not linear
     * @param residual departure of the correlations from common frames, 0 to 1
     */
    public static Badge ofData(int bent, double residual) {
        if (bent > 0) {
            return new Badge(Grade.NONE, Phrase.of("claim.badge.bent"), bent);
        }
        if (residual < NeuralRaceReduction.EXACT) {
            return new Badge(Grade.EXACT, Phrase.of("claim.badge.common-frames"), residual);
        }
        if (residual < NeuralRaceReduction.APPROXIMATE) {
            return new Badge(Grade.APPROXIMATE, Phrase.of("claim.badge.nearly-common"), residual);
        }
        return new Badge(Grade.NONE, Phrase.of("claim.badge.no-frames"), residual);
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
            return new Badge(Grade.APPROXIMATE, Phrase.of("claim.badge.not-aligned"), misaligned);
        }
        return traps == 0 ? this : new Badge(Grade.APPROXIMATE, Phrase.of("claim.badge.wrong-sign"), traps);
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
