package dynlab.theory.modes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Reference;
import dynlab.RungeKutta;
import dynlab.experiment.file.Json;
import dynlab.numeric.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeepChainTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 17, 60})
    void theFlowSolvesItsEquationFromBelowAndFromAbove(int depth) {
        double s = 1.7;
        for (double u0 : new double[] {0.3, 0.9, 2.1, 6}) {
            double t = 0.8 / depth;
            double[] slow = RungeKutta.after(new double[] {u0}, t / 4000, 4000, u ->
                    new double[] {depth * Math.pow(u[0], 2 - 2.0 / depth) * (s - u[0])});
            assertEquals(slow[0], DeepChain.strength(depth, s, u0, t, 1), 2e-11, "from " + u0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 30})
    void theStrengthAtTheTimeToReachIsWhatWasToBeReached(int depth) {
        for (double u : new double[] {0.011, 0.1, 0.7, 0.99, 1.01, 1.3, 1.9}) {
            double t = DeepChain.timeToReach(depth, 2, 0.01, u, 3);
            assertEquals(u, DeepChain.strength(depth, 2, 0.01, t, 3), 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,0.68", "2,2.30", "3,3.77", "4,4.68", "8,5.31", "16,4.10", "32,2.56"})
    void halfTimesFromTheSameProductAreNotMonotoneInDepth(int depth, double known) {
        assertEquals(known, DeepChain.halfTime(depth, 1, 0.01, 1), 0.0051);
    }

    @Test
    void fourWeightsInElementaryFunctionsAgreeWithTheSeries() {
        for (double s : new double[] {0.3, 1, 4.7}) {
            for (double from : new double[] {1e-6, 0.02, 0.3}) {
                for (double to : new double[] {0.4, 0.5, 0.500001, 0.9, 0.999}) {
                    double closed = DeepChain.timeToReachWithFourWeights(s, from * s, to * s, 1.3);
                    double series = DeepChain.timeToReach(4, s, from * s, to * s, 1.3);
                    assertEquals(1, series / closed, 1e-13); // a few roundings of logarithm and square root
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"50,1.077,0.0005", "1000,1.0037,0.00005"})
    void theLimitOfManyWeightsIsReachedLikeOneOverDepth(int depth, double known, double tolerance) {
        double limit = DeepChain.timeToReachWithManyWeights(depth, 2, 0.05, 1.9, 1);
        double exact = DeepChain.timeToReach(depth, 2, 0.05, 1.9, 1);
        assertEquals(known, limit / exact, tolerance);
    }

    @Test
    void theExactCurvesAgreeWithTheIndependentTable() {
        Reference table = Reference.of("theory_chains");
        int cases = ((Json.Array) table.at("cases")).elements().size();
        for (int c = 0; c < cases; c++) {
            int depth = (int) table.numbers("cases", c, "D")[0];
            double s = table.numbers("cases", c, "s")[0];
            double[] w0 = table.numbers("cases", c, "w0");
            double eta = table.numbers("cases", c, "eta")[0];
            Matrix rows = table.matrix("cases", c, "rows");
            int[] steps = new int[rows.rows()];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = (int) rows.at(i, 0);
            }
            Matrix weights = DeepChain.descent(s, 1, w0, eta, steps);
            for (int i = 0; i < steps.length; i++) {
                for (int l = 0; l < depth; l++) {
                    assertEquals(rows.at(i, 4 + l), weights.at(i, l), 1e-12, "step " + steps[i]);
                }
            }
            if (table.at("cases", c, "exact") instanceof Json.Array) {
                double[] exact = table.numbers("cases", c, "exact");
                for (int i = 0; i < steps.length; i++) {
                    assertEquals(exact[i], DeepChain.strength(depth, s, rows.at(0, 2), rows.at(i, 1), 1), 1e-9);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,6", "2,1.5", "5,0.3959", "10,0.1723", "20,0.08038", "50,0.03084"})
    void theLargestStableLearningRateFallsLikeOneOverDepth(int depth, double known) {
        assertEquals(known, DeepChain.largestLearningRate(depth, 2, 1.0 / 3), 5e-5);
    }

    @ParameterizedTest
    @CsvSource({"2,0.26", "5,0.17", "10,0.155", "20,0.148", "50,0.144"})
    void justAboveItTheChainSettlesIntoACycleOfTwoPoints(int depth, double known) {
        double[] below = lastTwo(depth, 0.98);
        assertEquals(2, below[0], 5e-14);
        assertEquals(2, below[1], 5e-14);
        double[] above = lastTwo(depth, 1.02);
        assertEquals(known, above[1] - 2, 0.006);
        assertTrue(above[0] < 2);
    }

    @Test
    void aSingleWeightDivergesAboveIt() {
        assertEquals(2, lastTwo(1, 0.98)[0], 5e-14);
        assertTrue(Math.abs(lastTwo(1, 1.02)[0]) > 1e30);
    }

    private static double[] lastTwo(int depth, double share) {
        double eta = share * DeepChain.largestLearningRate(depth, 2, 1.0 / 3);
        return DeepChain.balancedDescent(depth, 2, 1.0 / 3, 2 * (1 + 1e-6), eta, new int[] {2999, 3000});
    }

    @Test
    void equalWeightsFollowTheBalancedMap() {
        int[] steps = {0, 1, 7, 50};
        double[] product = DeepChain.balancedDescent(5, 1.4, 0.8, 0.3, 0.05, steps);
        double w = Math.pow(0.3, 0.2);
        Matrix weights = DeepChain.descent(1.4, 0.8, new double[] {w, w, w, w, w}, 0.05, steps);
        double[] same = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            same[i] = 1;
            for (int l = 0; l < 5; l++) {
                same[i] *= weights.at(i, l);
            }
        }
        assertArrayEquals(same, product, 1e-14);
    }

    @Test
    void anAntisymmetricPairStaysSoToTheLastBit() {
        Matrix weights = DeepChain.descent(1, 0.35, new double[] {0.5, -0.5}, 0.3, new int[] {1, 10, 100, 1000});
        for (int i = 0; i < 4; i++) {
            assertEquals(weights.at(i, 0), -weights.at(i, 1));
        }
    }

    @Test
    void startsBeyondTheSaddleAreRefusedAndTheSaddleItselfStays() {
        assertThrows(IllegalArgumentException.class, () -> DeepChain.timeToReach(3, 1, -0.1, 0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> DeepChain.timeToReach(3, 1, 0.6, 0.5, 1));
        assertThrows(IllegalArgumentException.class, () -> DeepChain.timeToReach(3, 1, 0.5, 1.5, 1));
        assertEquals(0, DeepChain.strength(3, 1, 0, 100, 1));
        assertEquals(Double.POSITIVE_INFINITY, DeepChain.timeToReach(3, 1, 0.5, 1, 1));
        assertEquals(0, DeepChain.timeToReach(3, 1, 0.5, 0.5, 1));
    }

    @Test
    void withoutATargetTheProductFades() {
        double[] slow =
                RungeKutta.after(new double[] {0.8}, 1e-3, 2000, u -> new double[] {-3 * Math.pow(u[0], 3 - 2.0 / 3)});
        assertEquals(slow[0], DeepChain.strength(3, 0, 0.8, 2, 1), 1e-11);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 1e-4",
        "3, 2, 3",
        "5, 0.5, 1e-9",
        "8, 1, 0.2",
        "8, 1, 0.9999999",
        "3, 2, 2",
        "4, 0, 0.5",
        "3, 2, 0"
    })
    void manyTimesAreReachedOneAfterTheOther(int depth, double s, double u0) {
        double end = s > 0 && u0 > 0 && u0 != s ? 3 * DeepChain.timeToReach(depth, s, u0, 0.5 * (s + u0), 1) : 10;
        double[] times = new double[200];
        for (int i = 0; i < times.length; i++) {
            times[i] = end * i / times.length;
        }
        double[] products = DeepChain.strengths(depth, s, u0, times, 1);
        for (int i = 0; i < times.length; i++) {
            assertEquals(DeepChain.strength(depth, s, u0, times[i], 1), products[i], 1e-13 * Math.max(s, u0));
            if (s > 0 && u0 > 0 && u0 != s && products[i] != s) {
                double back = DeepChain.timeToReach(depth, s, u0, products[i], 1);
                double pace = depth * Math.pow(products[i], 2 - 2.0 / depth) * Math.abs(s - products[i]);
                assertEquals(0, (back - times[i]) * pace, 1e-13 * Math.max(s, u0));
            }
        }
    }
}
