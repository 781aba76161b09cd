package dynlab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.experiment.Experiment;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The numbers of a row against the same numbers read off a whole record by hand. */
final class MeasuresOfRowsTest {
    private static Row row(String plan) {
        Plan read = PlanCodec.read(plan, name -> name, new ExactDecimals());
        return RowRunner.run(read, 0, () -> false).orElseThrow();
    }

    private static double cell(Row row, int fromTheEnd) {
        return Double.parseDouble(row.cells().get(row.cells().size() - fromTheEnd));
    }

    @Test
    void errorsOfRoutesAreMeansOverTheContextsThatAreTrainedOrNot() {
        Row row = row("""
                {"format": "dynlab-sweep/1", "axes": [], "measures": ["trained_error", "untrained_error"],
                 "base": {"lesson": "routing", "settings": {"domains": 3, "trained": 2, "epochs": 200, "width": 16}}}
                """);
        Scene scene = Scenes.byId("routing").orElseThrow();
        Experiment experiment = scene.experiment(SceneConfig.initial(scene.knobs())
                .with("domains", 3)
                .with("trained", 2)
                .with("epochs", 200)
                .with("width", 16));
        Runner runner = Runner.of(experiment);
        Result result = runner.complete();
        double[] sum = new double[2];
        int[] count = new int[2];
        var errors = result.trajectory().series().values().stream()
                .filter(series -> series.columns() == 9 && series.rows() == 1)
                .findFirst()
                .orElseThrow();
        int last = result.trajectory().count() - 1;
        for (int c = 0; c < 9; c++) {
            int kind = experiment.contexts().get(c).train() ? 0 : 1;
            sum[kind] += errors.at(last, 0, c);
            count[kind]++;
        }
        assertEquals(6, count[0]);
        assertEquals(sum[0] / 6, cell(row, 2), 1e-12 * sum[0]);
        assertEquals(sum[1] / 3, cell(row, 1), 1e-12 * sum[1]);
        assertEquals(
                result.trajectory().digest().orElseThrow(),
                row.cells().get(row.cells().size() - 4));
    }

    @Test
    void theGapToTheoryIsTheRootMeanSquareOverAllSteps() {
        String more = "\"axes\": [], \"measures\": [\"nrmse\", \"largest_gap\"]";
        Row row = row(SweepPlans.plan(more).replace("\"sigma\": 0.1", "\"sigma\": 1"));
        Experiment experiment = ExperimentCodec.read(
                        SweepPlans.EXPERIMENT.replace("\"sigma\": 0.1", "\"sigma\": 1"), new ExactDecimals())
                .with(new RecordPlan(new RecordPlan.When.Every(1), Set.of()), true);
        Result result = Runner.of(experiment).complete();
        Trajectory run = result.trajectory();
        double[] foretold = result.prediction().orElseThrow().loss();
        double area = 0;
        double most = 0;
        for (int i = 0; i <= 60; i++) {
            double gap = (run.loss(i) - foretold[i]) / run.loss(0);
            area += gap * gap * (i == 0 || i == 60 ? 0.5 : 1);
            most = Math.max(most, Math.abs(gap));
        }
        // 61 steps are fewer than are thinned, so that both have all of them
        assertEquals(Math.sqrt(area / 60), cell(row, 2), 1e-12);
        assertEquals(most, cell(row, 1), 1e-12);
    }

    @Test
    void theHalfTimeOfOneWeightIsThatOfItsGeometricDecay() {
        // w ← w + η (2 − w) from 0: the loss is 2 (1 − η)^(2k), and half of it is left at k = ln ½ / (2 ln(1 − η))
        String one = """
                {"format": "dynlab-sweep/1", "axes": [], "measures": ["half_time", "loss_share", "first_loss"],
                 "base": {"experiment": {"format": "dynlab-experiment/1",
                   "graph": {"nodes": [{"id": "x", "role": "input", "width": 1}, {"id": "y", "role": "output", "width": 1}],
                             "edges": [{"id": "w", "source": "x", "target": "y"}]},
                   "contexts": [{"name": "c", "x": {"x": [[1]]}, "y": {"y": [[2]]}}],
                   "initial_weights": {"w": [[0]]}, "training": {"dt": 0.001, "tau": 1, "steps": 1000}}}}
                """;
        Row row = row(one);
        double rate = Math.log(1 - 0.001);
        assertEquals(2, cell(row, 1));
        assertEquals(Math.exp(2000 * rate), cell(row, 2), 1e-12);
        // between records, some steps apart, the curve is taken for straight
        assertEquals(Math.log(0.5) / (2 * rate), cell(row, 3), 0.01);
    }
}
