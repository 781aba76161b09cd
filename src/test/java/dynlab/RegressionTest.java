package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Context;
import dynlab.architecture.Gates;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import dynlab.numeric.SymmetricEigen;
import dynlab.task.Hierarchy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever road a linear network takes, it ends at the linear regression. */
final class RegressionTest {
    @Test
    void oneLayerFromTheCoursesStartIsOffByExactlyWhatIsLeftOfIt() {
        Matrix y = Hierarchy.livingThings(0.15).sampled(10_000, 1).y();
        // the start is uniform in ±1/√8; the rate 1000 on the mean makes a step of 0.025
        Rng rng = new Rng(2);
        double edge = 1 / Math.sqrt(8);
        double[] start = new double[80_000];
        for (int i = 0; i < start.length; i++) {
            start[i] = edge * (2 * rng.nextDouble() - 1);
        }
        Network network = Chains.network(Chains.items(y), List.of(Matrix.of(10_000, 8, start)));
        Chains.train(network, 0.025, 250, step -> {});
        double largest = Chains.map(network).minus(y).largest();
        assertEquals((1 + edge) * Math.pow(0.975, 250), largest, 1e-6); // 80,000 draws come that near to the edge
        assertEquals(0.002413, largest, 1e-6);
    }

    @Test
    void theDeepNetworkEndsAtTheTargetsThemselves() {
        Matrix y = Hierarchy.livingThings(0.15).surrogate().y();
        Rng rng = new Rng(3);
        List<Matrix> weights = List.of(
                Chains.gaussian(30, 8, 1e-12 / Math.sqrt(38), rng), Chains.gaussian(8, 30, 1e-12 / Math.sqrt(38), rng));
        Network network = Chains.network(Chains.items(y), weights);
        Chains.train(network, 0.0025, 300, step -> {});
        assertTrue(Chains.map(network).minus(y).largest() < 2e-11 * 100, "of entries of size 100");
    }

    @Test
    void aWideEnoughDeepNetworkEndsAtTheRegressionOfNoisyData() {
        Problem problem = new Problem();
        Matrix end = problem.train(6, 60_000);
        assertTrue(end.minus(problem.best).largest() < 1e-9);
    }

    @Test
    void aBottleneckEndsAtTheRegressionOfReducedRank() {
        Problem problem = new Problem();
        // best map of rank 2: truncate W* Σxx^½ and undo the root
        Matrix root = problem.power(0.5);
        Svd svd = Svd.thin(problem.best.times(root));
        double[] kept = svd.s();
        Arrays.fill(kept, 2, kept.length, 0);
        Matrix reduced =
                svd.u().times(Matrix.diagonal(kept)).times(svd.v().transpose()).times(problem.power(-0.5));
        Matrix end = problem.train(2, 60_000);
        assertTrue(end.minus(reduced).largest() < 1e-9);
        assertTrue(end.minus(problem.best).largest() > 0.1, "rank 2 is not enough for the whole map");
    }

    @Test
    void whatTheInputsDoNotUseKeepsItsStart() {
        Matrix x = Matrix.of(new double[][] {{1, 2}, {2, 4}, {0, 0}});
        Matrix y = Matrix.of(new double[][] {{3, 6}});
        Matrix start = Matrix.of(new double[][] {{2, -1, 0.7}});
        Network network = Chains.network(Chains.data(x, y), List.of(start));
        Chains.train(network, 0.05, 500, step -> {});
        // the used direction is (1, 2, 0)/√5, along which the start is 0; W* = 3 (1, 2, 0)/5
        assertTrue(Chains.map(network)
                        .minus(Matrix.of(new double[][] {{2 + 0.6, -1 + 1.2, 0.7}}))
                        .largest()
                < 1e-13);
    }

    /** Whole-number map 3 × 3, 37 uniform inputs, targets with noise of 0.01, loss a mean. */
    private static final class Problem {
        final Matrix xx;
        final Matrix best;
        final List<Context> contexts;

        Problem() {
            Rng rng = new Rng(4);
            double[] whole = new double[9];
            for (int i = 0; i < 9; i++) {
                whole[i] = rng.nextInt(10);
            }
            double[] inputs = new double[3 * 37];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = rng.nextDouble();
            }
            Matrix x = Matrix.of(3, 37, inputs);
            Matrix y = Matrix.of(3, 3, whole).times(x).plus(Chains.gaussian(3, 37, 0.01, rng));
            double[] mean = new double[37];
            Arrays.fill(mean, 1.0 / 37);
            contexts = List.of(new Context("all", true, mean, Gates.OPEN, Map.of("x", x), Map.of("y", y)));
            xx = x.times(x.transpose()).scaled(1.0 / 37);
            best = y.times(x.transpose()).scaled(1.0 / 37).times(power(-1));
        }

        Matrix power(double exponent) {
            SymmetricEigen eigen = SymmetricEigen.of(xx);
            double[] powers = Arrays.stream(eigen.values())
                    .map(value -> Math.pow(value, exponent))
                    .toArray();
            return eigen.vectors()
                    .times(Matrix.diagonal(powers))
                    .times(eigen.vectors().transpose());
        }

        Matrix train(int width, int steps) {
            Rng rng = new Rng(5);
            List<Matrix> weights = List.of(Chains.gaussian(width, 3, 0.3, rng), Chains.gaussian(3, width, 0.3, rng));
            Network network = Chains.network(contexts, weights);
            Chains.train(network, 0.02, steps, step -> {});
            return Chains.map(network);
        }
    }
}
