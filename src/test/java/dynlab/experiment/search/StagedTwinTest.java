package dynlab.experiment.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.ReluRuns;
import dynlab.experiment.Experiment;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Matrix;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextTask;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StagedTwinTest {
    private static final ContextTask TASK = ContextTask.same(3);
    private static final int STEPS = 600;

    private static Experiment twin(int units, double sigma) {
        Experiment relu = ReluRuns.experiment(ContextGraphs.relu(TASK, units, units), sigma, 1, 4e-3, STEPS);
        return StagedTwin.beside(TASK, relu, units, sigma, 1);
    }

    private static List<Matrix> weightsAfter(Experiment experiment, int steps) {
        Runner runner = Runner.of(experiment);
        for (int t = 0; t < steps; t++) {
            runner.advance(1);
        }
        return IntStream.range(0, experiment.architecture().edges().size())
                .mapToObj(e -> runner.network().weight(e))
                .toList();
    }

    @Test
    void theStagesAreTheAuthorsSharesOfTheRun() {
        assertEquals(500, StagedTwin.commonFrom(30_000));
        assertEquals(12_000, StagedTwin.allFrom(30_000));
        assertEquals(10, StagedTwin.commonFrom(STEPS));
        assertEquals(240, StagedTwin.allFrom(STEPS));
    }

    @Test
    void anEdgeKeepsItsFirstWeightsUntilItsStageBegins() {
        Experiment twin = twin(28, 0.02);
        List<Matrix> start = Runner.initialWeights(twin);
        List<Matrix> frozen = weightsAfter(twin, 10);
        List<Matrix> common = weightsAfter(twin, 240);
        List<Matrix> all = weightsAfter(twin, 260);
        for (int e = 0; e < start.size(); e++) {
            String id = twin.architecture().edges().get(e).id();
            assertEquals(start.get(e), frozen.get(e), id);
            boolean early = id.endsWith(">a0") || id.equals("a0>b0") || id.equals("b0>y");
            assertEquals(!early, start.get(e).equals(common.get(e)), id);
            assertNotEquals(start.get(e), all.get(e), id);
        }
    }

    @Test
    void fourModulesOfSevenAreAlwaysOnAndEachOtherLeavesOneContextOut() {
        Experiment twin = twin(420, 6e-4);
        int common = twin.architecture().node("b0").orElseThrow();
        assertEquals(240, twin.architecture().nodes().get(common).width());
        for (int c = 0; c < 3; c++) {
            int open = 0;
            for (int q = 1; q <= 3; q++) {
                open += twin.contexts().get(c).gates().node("b" + q) == 1 ? 1 : 0;
            }
            assertEquals(2, open);
            assertEquals(1, twin.contexts().get(c).gates().node("b0"));
        }
    }

    @Test
    void theStartHasTheAuthorsSizes() {
        Experiment twin = twin(420, 6e-4);
        List<Matrix> start = Runner.initialWeights(twin);
        for (int e = 0; e < start.size(); e++) {
            String id = twin.architecture().edges().get(e).id();
            double expected = id.endsWith(">a0") ? 5.75e-4 : id.endsWith(">y") && !id.equals("b0>y") ? 4e-3 : 5.5e-4;
            Matrix w = start.get(e);
            int n = w.rows() * w.columns();
            double size = w.norm() / Math.sqrt(n);
            // the spread of a standard deviation of n draws is a share 1/√(2n)
            assertEquals(expected, size, 5 * expected / Math.sqrt(2.0 * n), id);
        }
    }

    @Test
    void stagesAreWrittenToAFileAndReadAgain() {
        Experiment twin = twin(14, 0.02);
        Decimals decimals = new ExactDecimals();
        Experiment again = ExperimentCodec.read(ExperimentCodec.write(twin, decimals), decimals);
        assertEquals(twin.training(), again.training());
        assertArrayEquals(
                weightsAfter(twin, 300).get(0).toArray(),
                weightsAfter(again, 300).get(0).toArray());
        assertTrue(!again.training().plain());
    }
}
