package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.PathCount;
import dynlab.architecture.Pathways;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.theory.modes.Conservation;
import dynlab.theory.race.PathForm;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backpropagation, the path form and finite differences are three ways to the same gradient. */
final class PathFormTest {
    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private static List<Matrix> descent(GatedGraphs.Drawn drawn) {
        Network network = drawn.network();
        network.loss();
        network.gradient();
        List<Matrix> all = new ArrayList<>();
        for (int e = 0; e < drawn.weights().size(); e++) {
            Matrix w = drawn.weights().get(e);
            all.add(Matrix.of(w.rows(), w.columns(), network.liveDescent(e)));
        }
        return all;
    }

    private static double norm(List<Matrix> all) {
        double sum = 0;
        for (Matrix one : all) {
            sum += one.norm() * one.norm();
        }
        return Math.sqrt(sum);
    }

    private static List<Matrix> minus(List<Matrix> a, List<Matrix> b) {
        return IntStream.range(0, a.size())
                .mapToObj(i -> a.get(i).minus(b.get(i)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void backpropagationIsThePathForm(int seed) {
        GatedGraphs.Drawn drawn = GatedGraphs.any(seed);
        PathForm paths = PathForm.of(drawn.architecture(), drawn.contexts()).orElseThrow();
        List<Matrix> back = descent(drawn);
        double scale = Math.max(norm(back), 1e-12);
        assertTrue(norm(minus(back, paths.descent(drawn.weights()))) < 1e-12 * scale, "seed " + seed);
        double loss = drawn.network().loss();
        assertEquals(loss, paths.loss(drawn.weights()), 1e-12 * Math.max(loss, 1)); // rounding of some hundred paths
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void backpropagationIsTheCentralDifferenceOfTheLoss(int seed) {
        GatedGraphs.Drawn drawn = GatedGraphs.any(seed);
        List<Matrix> back = descent(drawn);
        double h = 1e-5;
        List<Matrix> slopes = new ArrayList<>();
        for (int e = 0; e < back.size(); e++) {
            double[] slope = new double[back.get(e).rows() * back.get(e).columns()];
            for (int i = 0; i < slope.length; i++) {
                slope[i] = (lossAt(drawn, e, i, -h) - lossAt(drawn, e, i, h)) / (2 * h);
            }
            slopes.add(Matrix.of(back.get(e).rows(), back.get(e).columns(), slope));
        }
        // truncation h² and rounding 1e-16 L/h
        assertTrue(norm(minus(back, slopes)) < 1e-6 * Math.max(1e-3, norm(back)), "seed " + seed);
    }

    private static double lossAt(GatedGraphs.Drawn drawn, int e, int i, double by) {
        List<Matrix> weights = new ArrayList<>(drawn.weights());
        double[] w = weights.get(e).toArray();
        w[i] += by;
        weights.set(e, Matrix.of(weights.get(e).rows(), weights.get(e).columns(), w));
        return drawn.with(weights).network().loss();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFlowConservesWhatFlowsInLessWhatFlowsOut(int seed) {
        GatedGraphs.Drawn drawn = GatedGraphs.any(seed);
        List<Matrix> back = descent(drawn);
        double scale = norm(back) * norm(drawn.weights());
        for (Matrix rate : Conservation.rate(drawn.architecture(), drawn.weights(), back)) {
            assertTrue(rate.norm() <= 1e-14 * scale, "seed " + seed + ": " + rate.norm() / scale);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsAreThoseOfTheListing(int seed) {
        GatedGraphs.Drawn drawn = GatedGraphs.any(seed);
        List<List<Integer>> listed = Pathways.list(drawn.architecture()).orElseThrow();
        PathCount count = new PathCount(drawn.architecture());
        assertEquals(BigInteger.valueOf(listed.size()), count.total());
        for (int e = 0; e < drawn.weights().size(); e++) {
            int edge = e;
            assertEquals(
                    BigInteger.valueOf(
                            listed.stream().filter(path -> path.contains(edge)).count()),
                    count.through(e));
        }
    }
}
