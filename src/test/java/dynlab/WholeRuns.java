package dynlab;

import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.run.Runner;
import java.util.Map;

/** Runs that many tests look at, each made once in a program of tests. */
public final class WholeRuns {
    private static final Map<Experiment, Result> KNOWN = new LastUsed<>();

    private WholeRuns() {}

    /** The run of an experiment, to its end. */
    public static synchronized Result of(Experiment experiment) {
        Result known = KNOWN.get(experiment);
        if (known == null) {
            known = Runner.of(experiment).complete();
            KNOWN.put(experiment, known);
        }
        return known;
    }
}
