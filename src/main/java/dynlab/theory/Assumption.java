package dynlab.theory;

import dynlab.words.Phrase;
import java.util.Optional;

/**
 * One thing a theory takes for granted, as measured on this experiment.
 *
 * @param premise what it is
 * @param state whether it holds, fails, or could not be measured
 * @param measure the measured departure (dimensionless); NaN where it was not measured
 * @param limit what the measure has to stay below, or must not exceed where it counts
 * @param subject what it speaks of, such as a layer or some modes; absent where that is the whole run
 */
public record Assumption(Premise premise, State state, double measure, double limit, Optional<Phrase> subject) {
    /** What is known of an assumption. */
    public enum State {
        HOLDS,
        FAILS,
        NOT_MEASURED
    }

    /** A measure that has to be below the limit of its premise, or 0 if that is 0; what is not a number fails. */
    public static Assumption measured(Premise premise, double measure) {
        boolean holds = measure < premise.limit() || premise.limit() == 0 && measure == 0;
        return new Assumption(premise, holds ? State.HOLDS : State.FAILS, measure, premise.limit(), Optional.empty());
    }

    /** A measure that has to be below a limit of its own. */
    public static Assumption below(Premise premise, double measure, double limit) {
        return new Assumption(premise, measure < limit ? State.HOLDS : State.FAILS, measure, limit, Optional.empty());
    }

    /** A fact that is there or not: measured by 0 or 1. */
    public static Assumption fact(Premise premise, boolean holds) {
        return measured(premise, holds ? 0 : 1);
    }

    /** A count that must not exceed a limit of its own. */
    public static Assumption atMost(Premise premise, double measure, double limit, Phrase subject) {
        return new Assumption(
                premise, measure <= limit ? State.HOLDS : State.FAILS, measure, limit, Optional.of(subject));
    }

    /** What nobody measured. */
    public static Assumption notMeasured(Premise premise, Phrase subject) {
        return new Assumption(premise, State.NOT_MEASURED, Double.NaN, premise.limit(), Optional.of(subject));
    }

    /** Short name, such as "white inputs". */
    public Phrase name() {
        return ClaimWords.name(premise);
    }

    public boolean holds() {
        return state == State.HOLDS;
    }

    /** What was measured and what is expected. */
    public Phrase sentence() {
        return ClaimWords.sentence(this);
    }
}
