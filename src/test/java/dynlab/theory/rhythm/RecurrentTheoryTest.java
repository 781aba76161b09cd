package dynlab.theory.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Chains;
import dynlab.architecture.Activation;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.run.Runner;
import dynlab.learning.Init;
import dynlab.learning.Initialization;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.task.GatedTask;
import dynlab.task.Recurrence;
import dynlab.theory.Prediction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Unrolled linear networks, trained through time, against the map of their modes. */
final class RecurrentTheoryTest {
    private static Result run(GatedTask task, Start start, double rate, int steps) {
        return Runner.of(new Experiment(
                        "rhythm",
                        "",
                        task.architecture(),
                        task.contexts(),
                        start,
                        new Training(rate, 1, steps),
                        new RecordPlan(
                                new RecordPlan.When.Adaptive(),
                                EnumSet.of(Quantity.LOSS, Quantity.SINGULAR_VALUES, Quantity.EIGENVALUES)),
                        true))
                .complete();
    }

    /** U, W and C along three responses, in frames that have nothing to do with the axes. */
    private static Start aligned(GatedTask task, double size, double memory, Matrix y, Matrix v, Rng rng) {
        int units = task.architecture().nodes().get(1).width();
        Matrix r = Chains.orthogonal(units, 3, rng);
        Matrix some = Matrix.diagonal(size, 1.1 * size, 0.9 * size);
        List<Matrix> owned = new ArrayList<>();
        for (var edge : task.architecture().edges()) {
            Matrix w = r.times(Matrix.diagonal(memory, -memory, 2 * memory)).times(r.transpose());
            Matrix in = r.times(some).times(v.transpose());
            owned.add(
                    edge.id().startsWith("U")
                            ? in
                            : edge.id().startsWith("W") ? w : y.times(some).times(r.transpose()));
        }
        return new Start.Given(owned);
    }

    @Test
    void theMapIsTheRunToTheLastStep() {
        Rng rng = new Rng(4);
        Matrix y = Chains.orthogonal(4, 3, rng);
        Matrix v = Chains.orthogonal(3, 3, rng);
        List<Matrix> wanted = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            Matrix now = Matrix.diagonal(2 * Math.pow(0.5, t), 1.2 * Math.pow(0.8, t), 0.7 * Math.pow(0.3, t));
            wanted.add(y.times(now).times(v.transpose()));
        }
        GatedTask task = Recurrence.of(6, Activation.LINEAR, wanted);
        Result run = run(task, aligned(task, 0.02, 0.05, y, v, rng), 0.02, 700);
        Prediction theory = run.prediction().orElseThrow();
        assertEquals("reduction", theory.kind());
        assertTrue(theory.exact());
        for (int i = 0; i < run.trajectory().count(); i++) {
            assertEquals(theory.loss()[i], run.trajectory().loss(i), 1e-11);
        }
        int last = run.trajectory().count() - 1;
        double[] memory = theory.strength().get("W").row(last);
        double largest = Math.max(Math.abs(memory[0]), Math.max(Math.abs(memory[1]), Math.abs(memory[2])));
        int w = task.architecture().edge("W").orElseThrow();
        var eigenvalues = run.trajectory()
                .series(new SeriesKey(Quantity.EIGENVALUES, w, 0))
                .orElseThrow();
        assertEquals(largest, eigenvalues.at(last, 0, 0), 1e-11);
    }

    @Test
    void aRandomStartIsNotAligned() {
        GatedTask task = Recurrence.fading(8);
        List<Matrix> drawn = Initialization.draw(new Init.Gaussian(0.01, 3), task.architecture(), task.contexts());
        Prediction theory =
                run(task, new Start.Given(drawn), 0.02, 50).prediction().orElseThrow();
        assertEquals("none", theory.kind());
        assertFalse(theory.exact());
    }
}
