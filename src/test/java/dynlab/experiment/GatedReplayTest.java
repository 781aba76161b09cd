package dynlab.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Reference;
import dynlab.ReluRuns;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextTask;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GatedReplayTest {
    private static GatedReplay replayed(Experiment experiment, int interval) {
        GatedReplay replay = GatedReplay.of(experiment, interval);
        while (replay.advance(1000)) {
            // advance() returns only when it has nothing left to do
        }
        return replay;
    }

    @Test
    void gatesRefreshedEveryStepAreTheReluNetworkToTheLastBit() {
        for (Experiment experiment : new Experiment[] {
            Reference.of("xor_relu").experiment(),
            ReluRuns.experiment(ContextGraphs.relu(ContextTask.diff(3), 31), 1e-2, 1, 4e-3, 400),
            ReluRuns.experiment(ContextGraphs.relu(ContextTask.same(2), 17, 13), 0.1, 2, 4e-3, 400)
        }) {
            GatedReplay replay = replayed(experiment, 1);
            assertArrayEquals(replay.reluLoss(), replay.twinLoss(), 0);
            assertEquals(0, replay.distance().nrmse());
        }
    }

    @Test
    void theReplayedNetworkReproducesTheReferenceLosses() {
        Reference file = Reference.of("ctx3_diff_relu");
        GatedReplay replay = replayed(file.experiment(), 1);
        double[] at = file.numbers("record", "at");
        double[] expected = file.numbers("expected", "loss");
        for (int i = 0; i < at.length; i++) {
            assertEquals(expected[i], replay.twinLoss()[(int) at[i]], 1e-6 * expected[0]); // the file's tolerance
        }
    }

    @Test
    void olderGatesFollowTheNetworkLessWell() {
        Experiment experiment = Reference.of("xor_relu").experiment();
        double ten = replayed(experiment, 10).distance().nrmse();
        assertEquals(6.5e-2, ten, 1e-2); // reln A, another draw of the start
        assertTrue(replayed(experiment, 2).distance().nrmse() < ten);
    }

    @Test
    void graphsThatAreNoReluChainAreRefused() {
        Experiment twin = Reference.of("ctx3_diff_gdln_dropone").experiment();
        assertThrows(Refused.class, () -> GatedReplay.of(twin, 1));
        Experiment linear = Reference.of("dln_toy_small_random").experiment();
        assertThrows(Refused.class, () -> GatedReplay.of(linear, 1));
    }

    private static Experiment held(Experiment e, int interval) {
        Training t = e.training();
        return new Experiment(
                e.name(),
                e.description(),
                e.architecture(),
                e.contexts(),
                e.start(),
                new Training(t.dt(), t.tau(), t.steps(), Map.of(), OptionalInt.of(interval)),
                new RecordPlan(new RecordPlan.When.Every(1), Set.of(Quantity.LOSS)),
                true);
    }

    @Test
    void aRunThatHoldsItsGatesIsTheReplayToTheLastBit() {
        for (Experiment experiment : new Experiment[] {
            ReluRuns.experiment(ContextGraphs.relu(ContextTask.diff(3), 31), 1e-2, 1, 4e-3, 400),
            ReluRuns.experiment(ContextGraphs.relu(ContextTask.same(2), 17, 13), 0.1, 2, 4e-3, 400)
        }) {
            for (int interval : new int[] {1, 7, 50, 401}) {
                Trajectory run =
                        Runner.of(held(experiment, interval)).complete().trajectory();
                double[] twin = replayed(experiment, interval).twinLoss();
                for (int i = 0; i < run.count(); i++) {
                    assertEquals(twin[i], run.loss(i), 0);
                }
                assertEquals(401, run.count());
            }
        }
    }

    @Test
    void withGatesTakenAtEveryStepTheDigestIsThatOfTheReluNetwork() {
        Experiment relu = ReluRuns.experiment(ContextGraphs.relu(ContextTask.diff(3), 31), 1e-2, 1, 4e-3, 200);
        String plain = Runner.of(relu).complete().trajectory().digest().orElseThrow();
        assertEquals(
                plain, Runner.of(held(relu, 1)).complete().trajectory().digest().orElseThrow());
        assertNotEquals(
                plain, Runner.of(held(relu, 2)).complete().trajectory().digest().orElseThrow());
    }

    @Test
    void noTheorySpeaksOfHeldGatesAndNoneAreReadOffThem() {
        Experiment held = held(ReluRuns.experiment(ContextGraphs.relu(ContextTask.diff(3), 9), 1e-2, 1, 4e-3, 20), 5);
        assertTrue(Runner.of(held).complete().prediction().isEmpty());
        assertThrows(Refused.class, () -> GatedReplay.of(held, 1));
    }
}
