package dynlab.scene;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.run.Runner;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What recording costs in the default run of every lesson, companions included, beside the steps themselves. The search
 * for gates that two lessons make after their run is left out: it is neither.
 */
@Tag("timing")
final class RecordingCostTest {
    private static final int ROUNDS = 7;
    private static final Set<Quantity> AFTER = EnumSet.of(Quantity.DISCOVERY, Quantity.GATE_FITS);

    /** CPU milliseconds of one lesson: the steps alone, the run with its record. */
    private record Cost(double steps, double recorded) {
        double share() {
            return Math.max(0, recorded - steps) / recorded;
        }
    }

    @Test
    void recordingCostsNoMoreThanSteppingAtTheDefaultOfEveryLesson() {
        List<String> dear = new ArrayList<>();
        for (Scene scene : Scenes.ALL) {
            Cost cost = cost(runs(scene));
            System.out.printf(
                    "%-12s steps %8.2f ms   with record %8.2f ms   share of recording %3.0f %%%n",
                    scene.id(), cost.steps, cost.recorded, 100 * cost.share());
            if (cost.share() > 0.5) {
                dear.add(scene.id() + ": " + Math.round(100 * cost.share()) + " %");
            }
        }
        assertTrue(dear.isEmpty(), dear.toString());
    }

    private static List<Experiment> runs(Scene scene) {
        SceneConfig config = SceneConfig.initial(scene.knobs());
        List<Experiment> runs = new ArrayList<>();
        runs.add(scene.experiment(config));
        for (Companion companion : scene.companions(config)) {
            runs.add(companion.experiment());
        }
        return runs;
    }

    /** Recorded and bare runs in turn; the best of each counts. */
    private static Cost cost(List<Experiment> runs) {
        double steps = Double.POSITIVE_INFINITY;
        double recorded = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double bare = 0;
            double full = 0;
            for (Experiment run : runs) {
                RecordPlan plan = run.record();
                Set<Quantity> series = EnumSet.of(Quantity.LOSS);
                series.addAll(plan.quantities());
                series.removeAll(AFTER);
                RecordPlan end = new RecordPlan(
                        new RecordPlan.When.At(List.of(run.training().steps())), Set.of());
                bare += time(run, end);
                full += time(run, plan.with(series));
            }
            steps = Math.min(steps, bare);
            recorded = Math.min(recorded, full);
        }
        return new Cost(steps, recorded);
    }

    private static double time(Experiment run, RecordPlan plan) {
        Runner runner = Runner.of(new Experiment(
                run.name(),
                run.description(),
                run.architecture(),
                run.contexts(),
                run.start(),
                run.training(),
                plan,
                false));
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        while (runner.advance(Integer.MAX_VALUE)) {
            // advance() returns only when it has nothing left to do
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
    }
}
