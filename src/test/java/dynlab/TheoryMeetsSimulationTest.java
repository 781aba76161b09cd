package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import dynlab.task.Toy;
import dynlab.theory.modes.DeepChain;
import dynlab.theory.modes.Modes;
import dynlab.theory.modes.ShallowModes;
import dynlab.theory.modes.TwoLayerModes;
import dynlab.theory.modes.TwoLayerStart;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The network and the theory share no code; here they have to agree, and to part where they should. */
final class TheoryMeetsSimulationTest {
    private static final Matrix Y = Toy.world().y();
    private static final Modes MODES = Modes.of(Y);

    @ParameterizedTest
    @CsvSource({"0.02,6.2e-2", "0.01,3.1e-2", "0.001,3.1e-3"})
    void anAlignedTwoLayerNetworkFollowsTheSigmoidsUpToItsStep(double dt, double known) {
        Network network = Chains.network(Chains.items(Y), aligned(0.1, 2));
        double[] worst = {0, 0};
        Chains.train(network, dt, (int) Math.round(10 / dt), step -> {
            Matrix all = MODES.u().transpose().times(Chains.map(network)).times(MODES.v());
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    double theory = i == j ? TwoLayerModes.strength(MODES.s()[i], 1, 0.01, step * dt, 1) : 0;
                    int kind = i == j ? 0 : 1;
                    worst[kind] = Math.max(worst[kind], Math.abs(all.at(i, j) - theory));
                }
            }
        });
        assertEquals(known, worst[0], 0.02 * known);
        assertTrue(worst[0] <= 3.5 * dt);
        assertTrue(worst[1] <= 2e-14, "modes stay apart: rounding of a matrix of size 3, here " + worst[1]);
    }

    @Test
    void theFlowOfBothLayersIsTheSigmoidToFourthOrder() {
        List<Matrix> weights = aligned(0.1, 2);
        double[] state = pack(weights);
        for (int second = 1; second <= 10; second++) {
            state = RungeKutta.after(state, 0.02, 50, w -> slope(w, 6));
            Matrix map = unpack(state, 6).get(1).times(unpack(state, 6).get(0));
            double[] strengths = Chains.strengths(MODES.u(), map, MODES.v());
            for (int k = 0; k < 4; k++) {
                assertEquals(TwoLayerModes.strength(MODES.s()[k], 1, 0.01, second, 1), strengths[k], 1e-6);
            }
        }
    }

    @Test
    void aShallowNetworkFollowsTheExponentialUpToItsStepAndTheGeometricLawExactly() {
        Network network = Chains.network(Chains.items(Y), List.of(Matrix.zero(7, 4)));
        double[] worst = {0, 0};
        Chains.train(network, 0.01, 1000, step -> {
            double[] strengths = Chains.strengths(MODES.u(), Chains.map(network), MODES.v());
            for (int k = 0; k < 4; k++) {
                double s = MODES.s()[k];
                double flow = ShallowModes.strength(s, 1, 0, step * 0.01, 1);
                double exact = ShallowModes.descended(s, 1, 0, 0.01, step);
                worst[0] = Math.max(worst[0], Math.abs(strengths[k] - flow));
                worst[1] = Math.max(worst[1], Math.abs(strengths[k] - exact));
            }
        });
        assertEquals(4.9e-3, worst[0], 1e-4);
        assertTrue(worst[1] < 2e-14);
    }

    @ParameterizedTest
    @CsvSource({"2,1.75e-3", "3,4.36e-3", "4,7.31e-3", "5,1.04e-2"})
    void aDeeperAlignedNetworkFollowsTheChainOfEachMode(int depth, double independent) {
        double u0 = 0.05;
        Network network = Chains.network(Chains.items(Y), aligned(Math.pow(u0, 1.0 / depth), depth));
        double[] everywhere = {0};
        double[] onTheGrid = {0};
        Chains.train(network, 1e-3, 6000, step -> {
            if (step % 20 == 0) {
                double[] strengths = Chains.strengths(MODES.u(), Chains.map(network), MODES.v());
                for (int k = 0; k < 4; k++) {
                    double theory = DeepChain.strength(depth, MODES.s()[k], u0, step * 1e-3, 1);
                    double gap = Math.abs(strengths[k] - theory);
                    everywhere[0] = Math.max(everywhere[0], gap);
                    onTheGrid[0] = step % 100 == 0 ? Math.max(onTheGrid[0], gap) : onTheGrid[0];
                }
            }
        });
        // the bound of an independent implementation; its four numbers are not monotone in the depth, so they were read
        // off a coarse
        // grid
        assertTrue(onTheGrid[0] <= 1e-2, "measured " + onTheGrid[0]);
        // Euler's error at the steepest point of the mode √7: descent and a Runge–Kutta flow of one scalar chain, in
        // NumPy
        assertEquals(independent, everywhere[0], 0.01 * independent);
    }

    @Test
    void inputVariancesThatShareTheModesSetTheEndButNotThePace() {
        double[] d = {0.5, 1, 2, 0.25};
        double[] roots = Arrays.stream(d).map(Math::sqrt).toArray();
        double[] inverse = Arrays.stream(roots).map(r -> 1 / r).toArray();
        Matrix x = MODES.v().times(Matrix.diagonal(roots));
        Matrix y = MODES.u().times(Matrix.diagonal(MODES.s())).times(Matrix.diagonal(inverse));
        Network network = Chains.network(Chains.data(x, y), aligned(0.1, 2));
        double[] worst = {0};
        Chains.train(network, 1e-3, 10_000, step -> {
            double[] strengths = Chains.strengths(MODES.u(), Chains.map(network), MODES.v());
            for (int k = 0; k < 4; k++) {
                double theory = TwoLayerModes.strength(MODES.s()[k], d[k], 0.01, step * 1e-3, 1);
                worst[0] = Math.max(worst[0], Math.abs(strengths[k] - theory));
            }
        });
        assertEquals(7.4e-3, worst[0], 2e-3); // the number depends on which mode has which variance
    }

    @Test
    void inputVariancesOfOtherDirectionsCoupleTheModesButNotTheEnd() {
        Rng rng = new Rng(3);
        Matrix turn = Chains.orthogonal(4, 4, rng);
        Matrix x = turn.times(Matrix.diagonal(0.7, 1, 1.4, 0.5));
        Matrix inverse = Matrix.diagonal(1 / 0.7, 1, 1 / 1.4, 2).times(turn.transpose());
        // Σyx = Y xᵀ keeps the modes of the world; Σxx = x xᵀ does not share them.
        Matrix y = Y.times(inverse.transpose());
        Network network = Chains.network(Chains.data(x, y), aligned(0.1, 2));
        double[] off = {0};
        Chains.train(network, 0.02, 20_000, step -> {
            if (step % 10 == 0) {
                Matrix all = MODES.u().transpose().times(Chains.map(network)).times(MODES.v());
                for (int i = 0; i < 4; i++) {
                    for (int j = 0; j < 4; j++) {
                        off[0] = i == j ? off[0] : Math.max(off[0], Math.abs(all.at(i, j)));
                    }
                }
            }
        });
        assertTrue(off[0] > 0.3, "the modes mix, off-diagonal " + off[0]);
        Matrix end = Y.times(inverse.transpose().times(inverse));
        assertTrue(Chains.map(network).minus(end).largest() < 1e-12);
    }

    @Test
    void gramSchmidtOfASmallRandomStartTellsWhenEachModeWillRise() {
        double[] gammas = {1e-1, 1e-2, 1e-3, 1e-4, 1e-6};
        double[] errors = new double[gammas.length];
        double[] naive = new double[gammas.length];
        for (int g = 0; g < gammas.length; g++) {
            for (int seed = 0; seed < 5; seed++) {
                double[] error = errorOfSmallStart(gammas[g], seed);
                errors[g] = Math.max(errors[g], error[0]);
                naive[g] = Math.max(naive[g], error[1]);
            }
            assertTrue(g == 0 || errors[g] < errors[g - 1], "the error vanishes with the start");
        }
        assertTrue(errors[2] <= 2e-3, "at 1e-3: " + errors[2]);
        assertTrue(errors[4] <= 5e-5, "at 1e-6: " + errors[4]);
        assertTrue(naive[4] > 0.01, "without Gram–Schmidt it never vanishes: " + naive[4]);
        assertEquals(1, naive[2] / naive[4], 0.1);
    }

    /** Largest error of modes 1 and 2, relative to s: with Gram–Schmidt, and of mode 2 with its bare length. */
    private static double[] errorOfSmallStart(double gamma, int seed) {
        Rng rng = new Rng(seed);
        List<Matrix> weights = List.of(Chains.gaussian(16, 4, gamma / 4, rng), Chains.gaussian(7, 16, gamma / 4, rng));
        TwoLayerStart start = TwoLayerStart.of(weights.get(0), weights.get(1), MODES);
        Matrix growing = weights.get(0)
                .times(MODES.v())
                .plus(weights.get(1).transpose().times(MODES.u()))
                .scaled(0.5);
        double[] bare = start.strength();
        for (int k = 0; k < 4; k++) {
            double norm = Matrix.of(16, 1, growing.column(k)).norm();
            bare[k] = norm * norm;
        }
        // A small step, so that the two layers' halves that do not grow die out as in the flow.
        double eta = 0.01;
        int count = (int) ((6 + 2 * Math.log(1 / gamma)) / eta);
        int[] steps = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            steps[i] = i;
        }
        double[] ones = {1, 1, 1, 1};
        Matrix predicted = TwoLayerModes.descent(MODES.s(), ones, start.strength(), eta, steps);
        Matrix naive = TwoLayerModes.descent(MODES.s(), ones, bare, eta, steps);
        Network network = Chains.network(Chains.items(Y), weights);
        double[] worst = {0, 0};
        Chains.train(network, eta, count, step -> {
            double[] strengths = Chains.strengths(MODES.u(), Chains.map(network), MODES.v());
            for (int k = 0; k < 2; k++) {
                worst[0] = Math.max(worst[0], Math.abs(strengths[k] - predicted.at(step, k)) / MODES.s()[k]);
            }
            worst[1] = Math.max(worst[1], Math.abs(strengths[1] - naive.at(step, 1)) / MODES.s()[1]);
        });
        return worst;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1})
    void theBalanceOfTheLayersDriftsWithTheSquareOfTheStep(double scale) {
        double coarse = driftOfOneStep(scale, 1e-3);
        double fine = driftOfOneStep(scale, 5e-4);
        assertEquals(4, coarse / fine, 0.01); // exact law: η² times a constant of the first gradient
    }

    private static double driftOfOneStep(double scale, double eta) {
        Rng rng = new Rng(1);
        List<Matrix> weights = List.of(Chains.gaussian(6, 4, scale, rng), Chains.gaussian(7, 6, scale, rng));
        Network network = Chains.network(Chains.items(Y), weights);
        Matrix before = balance(network);
        Chains.train(network, eta, 1, step -> {});
        return balance(network).minus(before).norm();
    }

    private static Matrix balance(Network network) {
        Matrix w1 = network.weight(0);
        Matrix w2 = network.weight(1);
        return w2.transpose().times(w2).minus(w1.times(w1.transpose()));
    }

    @Test
    void ownSingularValuesAreTheStrengthsOfTheDataModesWhereThoseDiffer() {
        Rng rng = new Rng(4);
        List<Matrix> weights = List.of(Chains.gaussian(16, 4, 1e-7, rng), Chains.gaussian(7, 16, 1e-7, rng));
        Network network = Chains.network(Chains.items(Y), weights);
        Chains.train(network, 0.02, 3000, step -> {
            if (step > 600 && step % 50 == 0) {
                // from here on modes 1 and 2 are stronger than the equal pair below them
                double[] own = Svd.singularValues(Chains.map(network));
                double[] data = Chains.strengths(MODES.u(), Chains.map(network), MODES.v());
                assertEquals(data[0], own[0], 1e-4);
                assertEquals(data[1], own[1], 1e-4);
            }
        });
        Matrix all = MODES.u().transpose().times(Chains.map(network)).times(MODES.v());
        assertTrue(all.minus(Matrix.diagonal(MODES.s())).largest() < 1e-11, "at the end nothing is off the diagonal");
    }

    private static List<Matrix> aligned(double b, int depth) {
        return Chains.aligned(MODES.u(), new double[] {b, b, b, b}, MODES.v(), 6, depth, new Rng(depth));
    }

    private static double[] pack(List<Matrix> weights) {
        int first = weights.get(0).rows() * weights.get(0).columns();
        int second = weights.get(1).rows() * weights.get(1).columns();
        double[] state = new double[first + second];
        weights.get(0).copyInto(state, 0);
        weights.get(1).copyInto(state, first);
        return state;
    }

    private static List<Matrix> unpack(double[] state, int hidden) {
        return List.of(
                Matrix.of(hidden, 4, Arrays.copyOf(state, hidden * 4)),
                Matrix.of(7, hidden, Arrays.copyOfRange(state, hidden * 4, state.length)));
    }

    private static double[] slope(double[] state, int hidden) {
        List<Matrix> w = unpack(state, hidden);
        Matrix error = Y.minus(w.get(1).times(w.get(0)));
        return pack(
                List.of(w.get(1).transpose().times(error), error.times(w.get(0).transpose())));
    }
}
