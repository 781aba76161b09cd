package dynlab.experiment;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.network.Extras;
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
 * @param extras biases, learned gates and feedback matrices, as they are at the start
 */
public record Experiment(
        String name,
        String description,
        Architecture architecture,
        List<Context> contexts,
        Start start,
        Training training,
        RecordPlan record,
        boolean theory,
        Extras extras) {
    public Experiment {
        contexts = List.copyOf(contexts);
    }

    /** An experiment without learned gates and feedback matrices, and with biases that start at 0. */
    public Experiment(
            String name,
            String description,
            Architecture architecture,
            List<Context> contexts,
            Start start,
            Training training,
            RecordPlan record,
            boolean theory) {
        this(name, description, architecture, contexts, start, training, record, theory, Extras.NONE);
    }

    /** The same trained otherwise. */
    public Experiment with(Training other) {
        return new Experiment(name, description, architecture, contexts, start, other, record, theory, extras);
    }

    /** The same run, recorded otherwise and with or without its theory. */
    public Experiment with(RecordPlan other, boolean foretold) {
        return new Experiment(name, description, architecture, contexts, start, training, other, foretold, extras);
    }

    /** The same with other things beside the weights. */
    public Experiment with(Extras other) {
        return new Experiment(name, description, architecture, contexts, start, training, record, theory, other);
    }

    /**
     * Whether this is full-batch gradient descent of weights alone, each matrix by itself, on one squared error from the
     * first step to the last.
     */
    public boolean plain() {
        return training.plain()
                && !architecture.biased()
                && !architecture.tied()
                && extras.gates().isEmpty()
                && extras.feedback().isEmpty()
                && contexts.stream().allMatch(context -> context.during().isEmpty());
    }
}
