package dynlab.experiment;

import dynlab.words.Phrase;

/** What is to be said of a run whose loss stopped being a number. */
public final class Divergence {
    private Divergence() {}

    /** What caused it: before the first step no step can be to blame. */
    public static Phrase cause(int step) {
        return step == 0 ? Phrase.of("divergence.cause.start") : Phrase.of("divergence.cause.steps");
    }

    /** What helps. */
    public static Phrase advice(int step) {
        return step == 0 ? Phrase.of("divergence.advice.start") : Phrase.of("divergence.advice.steps");
    }
}
