package dynlab.experiment;

import java.util.List;
import java.util.Set;

/**
 * What to record, and when.
 *
 * @param when at which steps
 * @param quantities what, besides the loss
 * @param edges of which edges, where a quantity has a part for each; all where it is empty. A file always means all
 * @param pictures which of the quantities are looked at as pictures of one moment: an adaptive plan takes these at most
 *     {@link When.Adaptive#PICTURES} times. A file always means none
 */
public record RecordPlan(When when, Set<Quantity> quantities, Set<Integer> edges, Set<Quantity> pictures) {
    public RecordPlan {
        quantities = Set.copyOf(quantities);
        edges = Set.copyOf(edges);
        pictures = Set.copyOf(pictures);
    }

    /** With nothing as pictures. */
    public RecordPlan(When when, Set<Quantity> quantities, Set<Integer> edges) {
        this(when, quantities, edges, Set.of());
    }

    /** Of all edges. */
    public RecordPlan(When when, Set<Quantity> quantities) {
        this(when, quantities, Set.of(), Set.of());
    }

    /** The same of some edges. */
    public RecordPlan of(Set<Integer> some) {
        return new RecordPlan(when, quantities, some, pictures);
    }

    /** The same at other times. */
    public RecordPlan at(When other) {
        return new RecordPlan(other, quantities, edges, pictures);
    }

    /** The same with other quantities. */
    public RecordPlan with(Set<Quantity> others) {
        return new RecordPlan(when, others, edges, pictures);
    }

    /** The same with some quantities as pictures. */
    public RecordPlan picturing(Set<Quantity> some) {
        return new RecordPlan(when, quantities, edges, some);
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
            /** From one picture to the next no more than a fiftieth of the run, or of the loss, goes by. */
            public static final int PICTURES = 100;
        }
    }
}
