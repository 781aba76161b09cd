package dynlab.spark;

import dynlab.cli.sweep.Job;
import dynlab.sweep.Plan;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Optional;

/** A plan on its way to other machines: its texts, from which each machine reads it once. */
final class PlanText implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final HashMap<String, String> files;
    private transient Optional<Plan> plan = Optional.empty();

    PlanText(Job job) {
        text = job.text();
        files = new HashMap<>(job.files());
    }

    /** The plan, read at the first call on each machine. */
    @SuppressWarnings({"OptionalAssignedToNull", "NullAway"}) // a transient field comes without a value
    synchronized Plan plan() {
        if (plan == null || plan.isEmpty()) {
            plan = Optional.of(Job.plan(text, files));
        }
        return plan.get();
    }
}
