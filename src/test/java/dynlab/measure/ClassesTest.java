package dynlab.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.learning.Method;
import dynlab.network.Loss;
import dynlab.numeric.Matrix;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accuracy and confusion, against numbers that are worked out by hand. */
class ClassesTest {
    private static final Matrix X = Matrix.of(new double[][] {{1, 0, 1}, {0, 1, 1}});
    /** The third sample is of class 0. */
    private static final Matrix Y = Matrix.of(new double[][] {{1, 0, 1}, {0, 1, 0}});

    private static Context context(boolean train, double gate) {
        return new Context(
                "",
                train,
                new double[] {1, 1, 1},
                new Gates(Map.of("y", gate), Map.of()),
                Map.of("x", X),
                Map.of("y", Y));
    }

    /** One matrix, without a step: class 0 is said as ln 3 of the first input, class 1 as twice that of the second. */
    private static Trajectory run(List<Context> contexts, Loss loss) {
        Architecture graph = new Architecture(
                List.of(Node.linear("x", Role.INPUT, 2), Node.linear("y", Role.OUTPUT, 2)),
                List.of(new Edge("w", "x", "y")));
        Matrix w = Matrix.of(new double[][] {{Math.log(3), 0}, {0, 2 * Math.log(3)}});
        Experiment experiment = new Experiment(
                "",
                "",
                graph,
                contexts,
                new Start.Given(List.of(w)),
                new Training(1, 1, 0).by(Method.PLAIN.with(loss)),
                new RecordPlan(
                        new RecordPlan.When.At(List.of(0)),
                        Set.of(Quantity.LOSS, Quantity.ACCURACY, Quantity.CONFUSION)),
                false);
        return Runner.of(experiment).complete().trajectory();
    }

    @Test
    void accuracyIsTheShareOfSamplesWhoseLargestUnitIsTheRightOne() {
        Trajectory run = run(List.of(context(true, 1), context(false, -1)), Loss.SQUARED);
        Series right = run.series(SeriesKey.of(Quantity.ACCURACY)).orElseThrow();
        // the third sample says more of class 1 than of its own; behind a gate of −1 it alone is right
        assertArrayEquals(new double[] {2.0 / 3, 1.0 / 3}, right.values(), 1e-15);
    }

    @Test
    void confusionIsTheMeanProbabilityOfEveryClassForEveryClassShown() {
        Trajectory run = run(List.of(context(true, 1)), Loss.SOFTMAX_CROSS_ENTROPY);
        double[] mean = run.series(new SeriesKey(Quantity.CONFUSION, 0, 1))
                .orElseThrow()
                .values();
        // samples of class 0 say e^h = (3, 1) and (3, 9); the one of class 1 says (1, 9)
        double first = (3.0 / 4 + 3.0 / 12) / 2;
        assertArrayEquals(new double[] {first, 1 - first, 1.0 / 10, 9.0 / 10}, mean, 1e-14);
    }

    @Test
    void whatIsKeptBackOfTrainedRoutesSpeaksForThemAndOtherGatesForRoutesNeverTrained() {
        List<Context> contexts = List.of(context(true, 1), context(false, 1), context(false, 0.5));
        TestedRoutes tested = TestedRoutes.of(contexts);
        assertArrayEquals(new int[] {1}, tested.trained());
        assertArrayEquals(new int[] {2}, tested.never());
        assertArrayEquals(
                new int[] {0},
                TestedRoutes.of(List.of(context(true, 1), context(false, 2))).trained());
        assertEquals(0, TestedRoutes.of(List.of(context(true, 1))).never().length);
    }
}
