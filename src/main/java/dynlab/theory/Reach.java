package dynlab.theory;

import dynlab.words.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * How far a reduction reaches on one run, and what stands behind that.
 *
 * @param badge the grade of this run and its reason
 * @param classes interaction classes; 0 if no frames were looked for, and then both residuals are 0 and mean nothing
 * @param residual largest departure from common diagonal frames within one class, 0 to 1
 * @param jointResidual the departure if every node has to have one frame for all classes
 * @param traps modes that start with the wrong sign
 * @param unsearched why these were not looked for everywhere; absent where they were
 */
public record Reach(
        Badge badge,
        int classes,
        double residual,
        double jointResidual,
        List<SignTrap> traps,
        Optional<Phrase> unsearched) {
    public Reach {
        traps = List.copyOf(traps);
    }

    /** A badge that no frames stand behind. */
    public static Reach of(Badge badge, Phrase unsearched) {
        return new Reach(badge, 0, 0, 0, List.of(), Optional.of(unsearched));
    }

    /** The same with the badge of a claim, so that there are no two opinions of one run. */
    Reach of(Claim claim) {
        return new Reach(badge.of(claim), classes, residual, jointResidual, traps, unsearched);
    }
}
