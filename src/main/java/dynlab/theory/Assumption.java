package dynlab.theory;

/**
 * One thing a theory takes for granted, as measured on this experiment.
 *
 * @param premise what it is
 * @param state whether it holds, fails, or could not be measured
 * @param measure the measured departure (dimensionless); NaN where it was not measured
 * @param limit what the measure has to stay below, or must not exceed where it counts
 * @param subject what it speaks of, such as a layer or some modes; empty where that is the whole run
 */
public record Assumption(Premise premise, State state, double measure, double limit, String subject) {
    /** What is known of an assumption. */
    public enum State {
        HOLDS,
        FAILS,
        NOT_MEASURED
    }

    /** A measure that has to be below the limit of its premise, or 0 if that is 0; what is not a number fails. */
    public static Assumption measured(Premise premise, double measure) {
        return measured(premise, measure, "");
    }

    public static Assumption measured(Premise premise, double measure, String subject) {
        boolean holds = measure < premise.limit() || premise.limit() == 0 && measure == 0;
        return new Assumption(premise, holds ? State.HOLDS : State.FAILS, measure, premise.limit(), subject);
    }

    /** A measure that has to be below a limit of its own. */
    public static Assumption below(Premise premise, double measure, double limit) {
        return new Assumption(premise, measure < limit ? State.HOLDS : State.FAILS, measure, limit, "");
    }

    /** A fact that is there or not: measured by 0 or 1. */
    public static Assumption fact(Premise premise, boolean holds) {
        return measured(premise, holds ? 0 : 1);
    }

    /** A count that must not exceed a limit of its own. */
    public static Assumption atMost(Premise premise, double measure, double limit, String subject) {
        return new Assumption(premise, measure <= limit ? State.HOLDS : State.FAILS, measure, limit, subject);
    }

    /** What nobody measured. */
    public static Assumption notMeasured(Premise premise, String subject) {
        return new Assumption(premise, State.NOT_MEASURED, Double.NaN, premise.limit(), subject);
    }

    /** Short name, such as "white inputs". */
    public String name() {
        return ClaimWords.name(premise);
    }

    public boolean holds() {
        return state == State.HOLDS;
    }

    /** What was measured and what is expected. */
    public String sentence() {
        return ClaimWords.sentence(this);
    }
}
