package dynlab.task;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import java.util.Arrays;
import java.util.List;

/**
 * A graph and everything that may be asked of it: what a scene needs, beside a start and a step, to make an experiment.
 *
 * @param architecture the graph
 * @param contexts its gates and data; those with {@code train = false} are only measured
 */
public record GatedTask(Architecture architecture, List<Context> contexts) {
    public GatedTask {
        contexts = List.copyOf(contexts);
    }

    /** The contexts that are trained on, in order. */
    public List<Context> trained() {
        return contexts.stream().filter(Context::train).toList();
    }

    /** The indices of contexts that are never trained on, in order: the zero-shot routes. */
    public int[] untrained() {
        int[] found = new int[contexts.size()];
        int count = 0;
        for (int c = 0; c < found.length; c++) {
            if (!contexts.get(c).train()) {
                found[count++] = c;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
