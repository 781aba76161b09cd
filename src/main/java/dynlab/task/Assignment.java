package dynlab.task;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import java.util.List;

/**
 * A graph and what it is trained on: everything of an experiment but the start and the training.
 *
 * @param architecture the graph
 * @param contexts the data and the gates
 */
public record Assignment(Architecture architecture, List<Context> contexts) {
    public Assignment {
        contexts = List.copyOf(contexts);
    }
}
