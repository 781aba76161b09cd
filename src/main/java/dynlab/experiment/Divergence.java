package dynlab.experiment;

/** What is to be said of a run whose loss stopped being a number. */
public final class Divergence {
    private Divergence() {}

    /** What caused it: before the first step no step can be to blame. */
    public static String cause(int step) {
        return step == 0
                ? "The loss is infinite before the first step: the start or the data are too large."
                : "The steps are too large for these data.";
    }

    /** What helps. */
    public static String advice(int step) {
        return step == 0 ? "Smaller initial weights or data help; smaller steps do not." : "Smaller steps may help.";
    }
}
