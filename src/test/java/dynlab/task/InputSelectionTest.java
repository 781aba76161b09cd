package dynlab.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.architecture.Context;
import dynlab.learning.Init;
import dynlab.learning.Initialization;
import dynlab.learning.Trainer;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InputSelectionTest {
    private static Network train(GatedTask task, Init init, double rate, int steps) {
        Network network = new Network(
                task.architecture(), task.contexts(), Initialization.draw(init, task.architecture(), task.contexts()));
        Trainer descent = new Trainer(network, rate);
        for (int step = 0; step < steps; step++) {
            network.loss();
            descent.step();
        }
        network.loss();
        return network;
    }

    /** Σ_n w_n a_n b_nᵀ. */
    private static Matrix correlation(Context context, Matrix a, Matrix b) {
        return a.times(Matrix.diagonal(context.weights())).times(b.transpose());
    }

    @Test
    void theCorrelationsAreThoseOfThePaper() {
        GatedTask task = InputSelection.twoPaths(3);
        for (int c = 0; c < 2; c++) {
            Context context = task.contexts().get(c);
            Matrix x = context.x().get("x");
            Matrix y = context.y().get("y");
            assertArrayEquals(
                    new double[] {1.0 / 6, 0, 0, 1.0 / 6},
                    correlation(context, x, x).toArray(),
                    1e-16);
            double[] expected = c == 0 ? new double[] {1.0 / 6, 0} : new double[] {0, 1.0 / 6};
            assertArrayEquals(expected, correlation(context, y, x).toArray(), 1e-16);
            // the paths never share a sample, so that cross terms are 0
            assertEquals(1.0, context.gates().node("h" + c));
            assertEquals(0.0, context.gates().node("h" + (1 - c)));
        }
    }

    @Test
    void theFourPointsHaveTheMomentsOfTheUniformDistribution() {
        // a thousand thousand draws; their second moments are off by about 1e-3·(4/45)^½
        Rng random = new Rng(1);
        int draws = 1_000_000;
        double[] sums = new double[3];
        for (int n = 0; n < draws; n++) {
            double a = 2 * random.nextDouble() - 1;
            double b = 2 * random.nextDouble() - 1;
            sums[0] += a * a / draws;
            sums[1] += b * b / draws;
            sums[2] += a * b / draws;
        }
        Matrix x = InputSelection.inputs();
        double[] moments = x.times(x.transpose()).scaled(0.25).toArray();
        assertArrayEquals(new double[] {moments[0], moments[3], moments[1]}, sums, 2e-3);
    }

    @Test
    void oneLinearNetworkEndsBetweenTheTwoInputs() {
        Network network = train(InputSelection.linear(8), new Init.Gaussian(0.1, 1), 0.5, 2000);
        Matrix map = network.weight(1).times(network.weight(0));
        assertArrayEquals(new double[] {0.5, 0.5}, map.toArray(), 1e-12);
        // ½ ⟨(x₁ − x₂)²/4⟩ = ½ (2/3)/4
        assertEquals(1.0 / 12, network.loss(), 1e-14);
    }

    @Test
    void twoGatedPathsReportEachItsInput() {
        Network network = train(InputSelection.twoPaths(8), new Init.Gaussian(0.1, 1), 0.5, 2000);
        for (int c = 0; c < 2; c++) {
            Matrix map = network.weight(2 * c + 1).times(network.weight(2 * c));
            double[] expected = c == 0 ? new double[] {1, 0} : new double[] {0, 1};
            assertArrayEquals(expected, map.toArray(), 1e-9);
        }
        assertEquals(0, network.loss(), 1e-18);
        assertEquals(List.of("report x1", "report x2"), names(InputSelection.twoPaths(8)));
    }

    private static List<String> names(GatedTask task) {
        return task.contexts().stream().map(Context::name).toList();
    }
}
