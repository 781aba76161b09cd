package dynlab.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Examples;
import dynlab.experiment.Experiment;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Series;
import dynlab.experiment.Start;
import dynlab.experiment.Trajectory;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class RunnerTest {
    @Test
    void oneUnitInTheLastPlaceOfOneInitialWeightChangesTheDigest() {
        Experiment experiment = Examples.good();
        List<Matrix> weights = new ArrayList<>(((Start.Given) experiment.start()).weights());
        double[] first = weights.get(0).toArray();
        first[3] = Math.nextUp(first[3]);
        weights.set(0, Matrix.of(3, 2, first));
        assertNotEquals(digest(experiment), digest(with(experiment, new Start.Given(weights))));
    }

    @Test
    void theDigestDoesNotDependOnWhatIsRecordedNorOnTheSlices() {
        Experiment experiment = Examples.good();
        Experiment silent = new Experiment(
                "other name",
                "",
                experiment.architecture(),
                experiment.contexts(),
                experiment.start(),
                experiment.training(),
                new RecordPlan(new RecordPlan.When.Every(3), java.util.Set.of()),
                false);
        Runner sliced = Runner.of(silent);
        while (sliced.advance(1)) {
            assertFalse(sliced.done());
        }
        assertEquals(digest(experiment), sliced.result().trajectory().digest().orElseThrow());
    }

    @Test
    void aRecordIsTakenBeforeTheUpdateOfItsStep() {
        Experiment experiment = Examples.good();
        Trajectory trajectory = Runner.of(experiment).complete().trajectory();
        assertEquals(List.of(0, 5, 10), List.of(trajectory.step(0), trajectory.step(1), trajectory.step(2)));
        assertEquals(0.5, trajectory.time(1), 1e-15);
        assertTrue(trajectory.loss(0) > trajectory.loss(1) && trajectory.loss(1) > trajectory.loss(2));
    }

    @Test
    void aDivergingRunStopsAtTheFirstLossThatIsNotFiniteAndKeepsOnlyFiniteNumbers() {
        String text = Examples.GOOD
                .replace("\"dt\": 0.1", "\"dt\": 10")
                .replace("\"steps\": 10", "\"steps\": 1000")
                .replace(", \"activation\": \"relu\"", "");
        Runner runner = Runner.of(ExperimentCodec.read(text, Examples.DECIMALS));
        Trajectory trajectory = runner.complete().trajectory();
        OptionalInt at = trajectory.divergedAt();
        assertTrue(at.isPresent() && at.getAsInt() < 1000, "diverged at " + at);
        assertEquals(at.getAsInt(), runner.step());
        for (Series series : trajectory.series().values()) {
            for (double value : series.values()) {
                assertTrue(Double.isFinite(value));
            }
        }
    }

    @Test
    void aRunOfZeroStepsRecordsTheInitialNetwork() {
        String text = Examples.GOOD.replace("\"steps\": 10", "\"steps\": 0").replace("[0, 5, 10]", "[0]");
        Trajectory trajectory = Runner.of(ExperimentCodec.read(text, Examples.DECIMALS))
                .complete()
                .trajectory();
        assertEquals(1, trajectory.count());
    }

    @Test
    void anUnfinishedRunShowsFewRecordsTheLastIncludedAndAFinishedOneAll() {
        String text =
                Examples.GOOD.replace("\"steps\": 10", "\"steps\": 300").replace("\"at\": [0, 5, 10]", "\"every\": 1");
        Runner runner = Runner.of(ExperimentCodec.read(text, Examples.DECIMALS));
        runner.advance(250);
        Trajectory part = runner.result().trajectory();
        assertEquals(80, part.count());
        assertEquals(0, part.step(0));
        assertEquals(249, part.step(79));
        assertEquals(301, runner.complete().trajectory().count());
        int i = runner.result().trajectory().indexAt(part.step(40));
        assertEquals(runner.result().trajectory().loss(i), part.loss(40), 0);
    }

    private static String digest(Experiment experiment) {
        return Runner.of(experiment).complete().trajectory().digest().orElseThrow();
    }

    private static Experiment with(Experiment e, Start start) {
        return new Experiment(
                e.name(), e.description(), e.architecture(), e.contexts(), start, e.training(), e.record(), e.theory());
    }
}
