package dynlab.theory;

/**
 * What a theory can take for granted. The code names it in files and links and never changes; the limit is that of its
 * measure. What it is called and what it means is said in {@link ClaimWords}; docs/theory.md has a section on each.
 */
public enum Premise {
    ONE_CHAIN("one-chain", 0),
    OPEN_GATES("open-gates", 0),
    LINEAR_NODES("linear-nodes", 0),
    PLAIN_TRAINING("plain-training", 0),
    FINITE_DATA("finite-data", 0),
    COMMON_FRAME("common-frame", Premise.DATA),
    DIAGONALISABLE("diagonalisable", Premise.DATA),
    ALIGNED_START("aligned-start", Premise.WEIGHTS),
    BALANCED_START("balanced-start", Premise.WEIGHTS),
    LAMBDA_BALANCED_START("lambda-balanced-start", Premise.WEIGHTS),
    HIDDEN_PLANES("hidden-planes", Premise.WEIGHTS),
    ACTUAL_START("actual-start", 0),
    TIED_FRAMES("tied-frames", Premise.WEIGHTS),
    ALIGNED_FEEDBACK("aligned-feedback", Premise.WEIGHTS),
    WHITE_INPUTS("white-inputs", Premise.WEIGHTS),
    SMALL_START("small-start", 1e-3),
    DISTINCT_MODES("distinct-modes", 0.05),
    RANK("rank", 0),
    NO_SADDLE("no-saddle", 0),
    NO_SIGN_TRAP("no-sign-trap", 0),
    STABLE_STEP("stable-step", 1),
    SMALL_STEPS("small-steps", 0.01),
    SEPARATE_PATHS("separate-paths", 0),
    SHARED_FRAME("shared-frame", Premise.WEIGHTS),
    COMMON_PATH_FIRST("common-path-first", 0),
    AGREEMENT("agreement", 1e-6);

    /** Departures of data below this count as exact: the error of a loss is of the order of their square. */
    static final double DATA = 1e-6;
    /** Departures of the start, and whatever enters in first order, count as rounding below this. */
    static final double WEIGHTS = 1e-9;

    private final String code;
    private final double limit;

    Premise(String code, double limit) {
        this.code = code;
        this.limit = limit;
    }

    /** The word in files and links. */
    public String code() {
        return code;
    }

    /** The measure has to stay below this; 0 where it counts what must not be there at all. */
    public double limit() {
        return limit;
    }

    /** The premise of a code. */
    public static Premise of(String code) {
        for (Premise premise : values()) {
            if (premise.code.equals(code)) {
                return premise;
            }
        }
        throw new IllegalArgumentException("no premise has the code " + code);
    }
}
