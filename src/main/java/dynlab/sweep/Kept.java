package dynlab.sweep;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A run that records what the measures of a sweep need, and nothing else. */
final class Kept {
    private Kept() {}

    /** The same run with another record; its digest stays, because a record changes nothing. */
    static Experiment by(Experiment experiment, List<Gauge> gauges) {
        Set<Quantity> quantities = EnumSet.of(Quantity.LOSS);
        Set<Integer> steps = new TreeSet<>(List.of(0, experiment.training().steps()));
        boolean curve = false;
        boolean theory = false;
        for (Gauge gauge : gauges) {
            Gauge.Needs needs = gauge.needs();
            quantities.add(needs.quantity());
            needs.step().ifPresent(steps::add);
            curve |= needs.curve();
            theory |= needs.theory();
        }
        steps.removeIf(step -> step > experiment.training().steps());
        boolean exact = steps.size() > 2;
        RecordPlan.When when;
        if (curve && exact) {
            when = new RecordPlan.When.Every(1);
        } else if (curve) {
            when = new RecordPlan.When.Adaptive();
        } else {
            when = new RecordPlan.When.At(List.copyOf(steps));
        }
        return experiment.with(new RecordPlan(when, quantities), theory);
    }
}
