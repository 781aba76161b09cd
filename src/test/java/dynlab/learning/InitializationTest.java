package dynlab.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import dynlab.task.GatedTask;
import dynlab.task.Routing;
import dynlab.task.Xor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InitializationTest {
    private static Architecture chain(int... widths) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int l = 0; l < widths.length; l++) {
            Role role = l == 0 ? Role.INPUT : l == widths.length - 1 ? Role.OUTPUT : Role.HIDDEN;
            nodes.add(Node.linear("n" + l, role, widths[l]));
            if (l > 0) {
                edges.add(new Edge("W" + l, "n" + (l - 1), "n" + l));
            }
        }
        return new Architecture(nodes, edges);
    }

    private static List<Context> data(int inputs, int outputs, String output) {
        Rng rng = new Rng(17);
        double[] y = new double[inputs * outputs];
        for (int i = 0; i < y.length; i++) {
            y[i] = rng.nextGaussian();
        }
        return List.of(Context.open(
                "all", inputs, Map.of("n0", Matrix.identity(inputs)), Map.of(output, Matrix.of(outputs, inputs, y))));
    }

    @Test
    void nmaWeightsHaveStandardDeviationGammaOverTheRootOfBothWidths() {
        Matrix w = Initialization.draw(new Init.ScaledGaussian(2, 5), chain(100, 300), List.of())
                .get(0);
        double sigma = 2 / Math.sqrt(400);
        // relative standard error of a standard deviation from 30,000 draws is 0.4 %
        assertEquals(sigma, w.norm() / Math.sqrt(30_000), 0.02 * sigma);
    }

    @Test
    void gaussianWeightsAreDrawnInEdgeOrderRowMajorFromOneGenerator() {
        List<Matrix> weights = Initialization.draw(new Init.Gaussian(0.5, 9), chain(2, 3, 1), List.of());
        Rng rng = new Rng(9);
        for (Matrix w : weights) {
            for (int i = 0; i < w.rows(); i++) {
                for (int j = 0; j < w.columns(); j++) {
                    assertEquals(0.5 * rng.nextGaussian(), w.at(i, j), 0);
                }
            }
        }
    }

    @Test
    void orthogonalWeightsHaveOneSingularValueTheGain() {
        for (Matrix w : Initialization.draw(new Init.Orthogonal(0.2, 3), chain(4, 9, 9, 2), List.of())) {
            for (double s : Svd.singularValues(w)) {
                assertEquals(0.2, s, 1e-14);
            }
        }
    }

    @Test
    void balancedWeightsDifferByLambdaTimesTheIdentityAndStartAtTheGivenStrengths() {
        double[][] cases = {{1, 5, 4, 6}, {-2, 5, 4, 6}, {0, 5, 8, 3}, {0.5, 3, 6, 6}, {-0.5, 7, 7, 2}};
        for (double[] c : cases) {
            Architecture architecture = chain((int) c[1], (int) c[2], (int) c[3]);
            List<Matrix> w = Initialization.draw(new Init.Balanced(c[0], 0.3, 4), architecture, List.of());
            Matrix gap = w.get(1)
                    .transpose()
                    .times(w.get(1))
                    .minus(w.get(0).times(w.get(0).transpose()));
            assertTrue(gap.minus(Matrix.identity((int) c[2]).scaled(c[0])).largest() < 1e-14);
            double[] s = Svd.singularValues(w.get(1).times(w.get(0)));
            int strengths = (int) Math.min(c[2], Math.min(c[1], c[3]));
            for (int k = 0; k < strengths; k++) {
                assertEquals(0.3, s[k], 1e-14);
            }
        }
    }

    @Test
    void balancedStartsThatNoMatricesCanHaveAreRefused() {
        assertThrows(
                ImpossibleInit.class,
                () -> Initialization.draw(new Init.Balanced(1, 0.3, 4), chain(5, 7, 6), List.of()));
        assertThrows(
                ImpossibleInit.class,
                () -> Initialization.draw(new Init.Balanced(-1, 0.3, 4), chain(5, 6, 9), List.of()));
        assertThrows(
                ImpossibleInit.class, () -> Initialization.draw(new Init.Balanced(0, 0.3, 4), chain(5, 9), List.of()));
    }

    @Test
    void decoupledWeightsSendEveryModeOfTheDataToItselfWithStrengthB0ToTheDepth() {
        Architecture architecture = chain(4, 6, 5, 7);
        List<Context> contexts = data(4, 7, "n3");
        List<Matrix> w = Initialization.draw(new Init.Aligned(0.5, 8), architecture, contexts);
        Svd svd = Svd.thin(contexts.get(0).y().get("n3"));
        Matrix total = w.get(2).times(w.get(1)).times(w.get(0));
        Matrix inFrame = svd.u().transpose().times(total).times(svd.v());
        assertTrue(inFrame.minus(Matrix.identity(4).scaled(0.125)).largest() < 1e-14);
        assertEquals(0.125 * 2, total.norm(), 1e-14); // nothing beside the four modes
    }

    @Test
    void decoupledWeightsOfARouterSendEveryModeToItselfOnEveryTrainedRoute() {
        GatedTask task = new Routing(5, 2, 9).task();
        List<Matrix> w = Initialization.draw(new Init.Aligned(0.5, 8), task.architecture(), task.contexts());
        Svd svd = Svd.thin(Routing.targets());
        for (int i = 0; i < 5; i++) {
            for (int o = 0; o < 5; o++) {
                Matrix map = w.get(edge(task, "h2>out" + o))
                        .times(w.get(edge(task, "h1>h2")))
                        .times(w.get(edge(task, "in" + i + ">h1")));
                // untrained routes too, for all domains share their frames
                Matrix inFrame = svd.u().transpose().times(map).times(svd.v());
                assertTrue(inFrame.minus(Matrix.identity(4).scaled(0.125)).largest() < 1e-12, i + " to " + o);
            }
        }
        for (Matrix one : w) {
            for (double s : Svd.singularValues(one)) {
                assertEquals(0.5, s, 1e-13);
            }
        }
    }

    @Test
    void decoupledWeightsOfXorLookAlongTheExampleOfEachPath() {
        GatedTask task = Xor.fourPaths(5);
        List<Matrix> w = Initialization.draw(new Init.Aligned(0.5, 8), task.architecture(), task.contexts());
        for (int k = 0; k < 4; k++) {
            Matrix map = w.get(edge(task, "h" + k + ">y")).times(w.get(edge(task, "x>h" + k)));
            double answer = map.times(task.contexts().get(k).x().get("x")).at(0, 0);
            // 0.25 along x/√2, of the sign of the target
            assertEquals(0.25 * Math.sqrt(2) * Xor.targets().at(0, k), answer, 1e-13);
        }
    }

    private static int edge(GatedTask task, String id) {
        return task.architecture().edge(id).orElseThrow();
    }

    @Test
    void decoupledWeightsNeedLinearNodes() {
        GatedTask task = Xor.relu(4);
        assertThrows(
                ImpossibleInit.class,
                () -> Initialization.draw(new Init.Aligned(1, 1), task.architecture(), task.contexts()));
    }

    @Test
    void anOverrideDrawsItsEdgeFromItsOwnSeedAndLeavesTheOthers() {
        Architecture architecture = chain(3, 4, 2);
        Init base = new Init.Gaussian(1, 1);
        List<Matrix> plain = Initialization.draw(base, architecture, List.of());
        List<Matrix> changed = Initialization.draw(
                new Init.Overridden(base, Map.of("W2", new Init.Orthogonal(3, 2))), architecture, List.of());
        assertEquals(plain.get(0), changed.get(0));
        assertEquals(3, Svd.singularValues(changed.get(1))[0], 1e-13);
    }
}
