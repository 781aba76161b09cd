package dynlab.experiment;

import java.util.List;
import java.util.Set;

/**
 * What to record, and when.
 *
 * @param when at which steps
 * @param quantities what, besides the loss
 * @param edges of which edges, where a quantity has a part for each; all where it is empty. A file always means all
 */
public record RecordPlan(When when, Set<Quantity> quantities, Set<Integer> edges) {
    public RecordPlan {
        quantities = Set.copyOf(quantities);
        edges = Set.copyOf(edges);
    }

    /** Of all edges. */
    public RecordPlan(When when, Set<Quantity> quantities) {
        this(when, quantities, Set.of());
    }

    /** The same of some edges. */
    public RecordPlan of(Set<Integer> some) {
        return new RecordPlan(when, quantities, some);
    }

    /** At which steps a run is recorded. */
    public sealed interface When {
        /** At the listed steps, ascending. */
        record At(List<Integer> steps) implements When {
            public At {
                steps = List.copyOf(steps);
            }
        }

        /** At every n-th step and the last. */
        record Every(int n) implements When {}

        /** At most {@link #MOST} times, dense where the loss changes. */
        record Adaptive() implements When {
            public static final int MOST = 400;
        }
    }
}
