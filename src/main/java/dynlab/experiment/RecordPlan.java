package dynlab.experiment;

import java.util.List;
import java.util.Set;

/**
 * What to record, and when.
 *
 * @param when at which steps
 * @param quantities what, besides the loss
 */
public record RecordPlan(When when, Set<Quantity> quantities) {
    public RecordPlan {
        quantities = Set.copyOf(quantities);
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
