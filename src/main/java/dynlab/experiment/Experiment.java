package dynlab.experiment;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import java.util.List;

/**
 * Everything that can be simulated here, as one immutable value: a file, a preset, a permalink.
 *
 * @param name short name
 * @param description one sentence, may be empty
 * @param architecture the graph
 * @param contexts at least one
 * @param start initial weights
 * @param training step size and number of steps
 * @param record what to record
 * @param theory whether to return the theory that applies
 */
public record Experiment(
        String name,
        String description,
        Architecture architecture,
        List<Context> contexts,
        Start start,
        Training training,
        RecordPlan record,
        boolean theory) {
    public Experiment {
        contexts = List.copyOf(contexts);
    }
}
