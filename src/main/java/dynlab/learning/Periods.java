package dynlab.learning;

import dynlab.architecture.Context;
import java.util.List;
import java.util.Optional;

/** Which samples are trained at each step where contexts come and go. Allocates nothing after it is made. */
final class Periods {
    private final List<Context> contexts;
    private final boolean[] inForce;
    private final int[] chosen;
    private int count;
    private boolean begun;

    private Periods(List<Context> contexts) {
        this.contexts = contexts;
        inForce = new boolean[contexts.size()];
        chosen = new int[contexts.stream().mapToInt(Context::samples).sum()];
    }

    /** The periods of trained contexts; nothing if all are trained from the first step to the last. */
    static Optional<Periods> of(List<Context> contexts) {
        return contexts.stream().anyMatch(context -> context.during().isPresent())
                ? Optional.of(new Periods(contexts))
                : Optional.empty();
    }

    /** Goes on to a step; returns whether other samples are trained now. */
    boolean change(int step) {
        boolean changed = !begun;
        begun = true;
        for (int c = 0; c < inForce.length; c++) {
            boolean now = contexts.get(c).inForce(step);
            changed |= now != inForce[c];
            inForce[c] = now;
        }
        if (changed) {
            count = 0;
            int number = 0;
            for (int c = 0; c < inForce.length; c++) {
                for (int n = 0; n < contexts.get(c).samples(); n++) {
                    if (inForce[c]) {
                        chosen[count++] = number;
                    }
                    number++;
                }
            }
        }
        return changed;
    }

    /** The samples, ascending; the same array each time. */
    int[] chosen() {
        return chosen;
    }

    int count() {
        return count;
    }
}
