package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Context;
import dynlab.architecture.Gates;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.SymmetricEigen;
import dynlab.theory.modes.DeepChain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of one unit a layer: the course's widgets on its own data, without noise. */
final class ScalarChainsTest {
    /** ⟨x²⟩ of x = (i + ½)/100. */
    private static final double VARIANCE = 1.0 / 3 - 1.0 / 120_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void descentApproachesTheExactBalancedFlowLinearly(int depth) {
        double coarse = largestGap(depth, 1e-3);
        double fine = largestGap(depth, 1e-4);
        assertTrue(coarse <= 1e-2, () -> "at 1e-3: " + coarse);
        assertTrue(fine <= 1e-3, () -> "at 1e-4: " + fine);
        assertEquals(10, coarse / fine, 1);
    }

    /** max |p − u| up to the time at which u = 0.999 s; s = 2, u0 = 0.05. */
    private static double largestGap(int depth, double eta) {
        int steps = (int) (DeepChain.timeToReach(depth, 2, 0.05, 1.998, 1) / eta);
        int stride = Math.max(1, steps / 400);
        double w = Math.pow(0.05, 1.0 / depth);
        double[] start = new double[depth];
        Arrays.fill(start, w);
        Network network = chain(start, 1, 2);
        double[] worst = {0};
        Chains.train(network, eta, steps, step -> {
            if (step % stride == 0) {
                double exact = DeepChain.strength(depth, 2, 0.05, step * eta, 1);
                worst[0] = Math.max(worst[0], Math.abs(Chains.map(network).at(0, 0) - exact));
            }
        });
        return worst[0];
    }

    @Test
    void theDifferenceOfSquaresIsConservedUpToTheStep() {
        double[] drift = new double[3];
        double[] known = {0.249, 0.0184, 0.00179};
        double[] etas = {0.1, 0.01, 0.001};
        for (int i = 0; i < 3; i++) {
            // the course's loss has no ½, so a step is twice that of the canonical loss: variance 2
            Network network = chain(new double[] {1.4, 0.3}, 2, 2);
            double[] worst = {0};
            Chains.train(network, etas[i], (int) Math.round(20 / etas[i]), step -> {
                worst[0] = Math.max(worst[0], Math.abs(difference(network) - (0.09 - 1.96)));
            });
            drift[i] = worst[0];
            assertEquals(known[i], drift[i], 0.004 * known[i]); // three digits are known
        }
        assertTrue(drift[2] <= 2e-3);
        assertEquals(10, drift[1] / drift[2], 0.5); // linear in the learning rate
    }

    @Test
    void everyStepShrinksTheDifferenceOfSquaresByTheExactLaw() {
        Network network = chain(new double[] {1.4, 0.3}, 0.7, 2);
        double eta = 0.1;
        double[] expected = {Double.NaN};
        Chains.train(network, eta, 50, step -> {
            double difference = difference(network);
            if (step > 0) {
                assertEquals(expected[0], difference, 1e-14);
            }
            double gap = 0.7 * (2 - Chains.map(network).at(0, 0));
            expected[0] = difference * (1 - eta * eta * gap * gap);
        });
    }

    private static double difference(Network network) {
        double w1 = network.weight(0).at(0, 0);
        double w2 = network.weight(1).at(0, 0);
        return w2 * w2 - w1 * w1;
    }

    @Test
    void theOriginIsASaddleWithTheKnownCurvatures() {
        // Hessian of the mean squared error at 0 by central differences of the gradient
        double h = 1e-6;
        double[][] hessian = new double[2][2];
        for (int j = 0; j < 2; j++) {
            for (int sign : new int[] {1, -1}) {
                double[] at = new double[2];
                at[j] = sign * h;
                Network network = plane(at);
                network.loss();
                network.gradient();
                for (int i = 0; i < 2; i++) {
                    hessian[i][j] -= sign * network.liveDescent(i)[0] / (2 * h);
                }
            }
        }
        double[] eigenvalues = SymmetricEigen.of(Matrix.of(hessian)).values();
        assertEquals(0.703704, eigenvalues[0], 1e-6);
        assertEquals(-0.703704, eigenvalues[1], 1e-6);
    }

    @Test
    void aStartOnTheStableManifoldEndsAtTheSaddleAndOneBesideItEscapes() {
        Network stuck = plane(new double[] {0.5, -0.5});
        Chains.train(
                stuck,
                0.15,
                40,
                step -> assertEquals(
                        stuck.weight(0).at(0, 0),
                        -stuck.weight(1).at(0, 0),
                        1e-15)); // sums over ten points in two orders
        assertEquals(0.00506, stuck.weight(0).at(0, 0), 5e-6);
        assertEquals(0.351870, stuck.loss(), 1e-6);
        Network beside = plane(new double[] {0.55, -0.45});
        Chains.train(beside, 0.15, 40, step -> {});
        assertEquals(0.934647, Chains.map(beside).at(0, 0), 1e-6);
        assertEquals(1.5028e-3, beside.loss(), 1e-6);
        Network far = plane(new double[] {-1.8, 1.7});
        Chains.train(far, 0.15, 40, step -> {});
        assertEquals(0.978068, Chains.map(far).at(0, 0), 1e-6);
        assertEquals(1.6925e-4, far.loss(), 1e-6);
    }

    /** Two weights, y = x on ten points from 0 to 1, loss = mean squared error without a half. */
    private static Network plane(double[] start) {
        double[] x = new double[10];
        double[] weights = new double[10];
        for (int i = 0; i < 10; i++) {
            x[i] = i / 9.0;
            weights[i] = 0.2;
        }
        Matrix row = Matrix.of(1, 10, x);
        Context points = new Context("points", true, weights, Gates.OPEN, Map.of("x", row), Map.of("y", row));
        return Chains.network(List.of(points), weights(start));
    }

    @ParameterizedTest
    @CsvSource({"0,225", "5,71", "10,58", "15,60", "20,71", "25,90", "30,122", "35,170", "40,246", "45,363", "50,546"})
    void theDepthSliderReachesOnePercentAtTheKnownEpoch(int depth, int epoch) {
        assertEquals(epoch, epochs(depth + 1, depth == 0 ? 0.02 : 0.01));
    }

    @ParameterizedTest
    @CsvSource({"0.005,-1", "0.010,546", "0.015,365", "0.020,274", "0.025,220", "0.030,184", "0.035,-1", "0.045,-1"})
    void theLearningRateSliderReachesOnePercentAtTheKnownEpochOrNever(double rate, int epoch) {
        assertEquals(epoch, epochs(51, rate));
    }

    @ParameterizedTest
    @CsvSource({"10,19,6", "20,16,9", "30,10,24", "40,8,58", "50,6,169", "60,5,473"})
    void theBestRateOfTheGameFallsLikeOneOverDepth(int depth, int bestNotch, int epoch) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int notch = 1; notch <= 21; notch++) {
            int epochs = epochs(depth, notch * 0.005);
            if (epochs >= 0 && epochs < least) {
                least = epochs;
                best = notch;
            }
        }
        assertEquals(bestNotch, best, "in steps of 0.005");
        assertEquals(epoch, least);
        double largest = DeepChain.largestLearningRate(depth, 2, VARIANCE);
        // at 40 weights the best notch lies above: it ends in a cycle of two points that is small enough
        assertTrue(best * 0.005 < 1.05 * largest && best * 0.005 > 0.5 * largest);
    }

    /** First of 600 epochs from which on ½⟨(2x − p x)²⟩ stays below 0.01, or −1; every weight starts at 0.9. */
    private static int epochs(int weights, double rate) {
        double[] start = new double[weights];
        Arrays.fill(start, 0.9);
        Network network = chain(start, VARIANCE, 2);
        int[] since = {-1};
        Chains.train(network, rate, 599, step -> {
            boolean low = network.loss() < 1e-2;
            since[0] = low ? (since[0] < 0 ? step : since[0]) : -1;
        });
        return since[0];
    }

    private static Network chain(double[] start, double variance, double target) {
        Context point = new Context(
                "point",
                true,
                new double[] {variance},
                Gates.OPEN,
                Map.of("x", Matrix.of(1, 1, new double[] {1})),
                Map.of("y", Matrix.of(1, 1, new double[] {target})));
        return Chains.network(List.of(point), weights(start));
    }

    private static List<Matrix> weights(double[] start) {
        List<Matrix> weights = new ArrayList<>();
        for (double w : start) {
            weights.add(Matrix.of(1, 1, new double[] {w}));
        }
        return weights;
    }
}
