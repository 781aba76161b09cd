package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import dynlab.theory.modes.DeepChain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that the lectures give beside their figures: depth without waiting, and products of many random layers. */
final class LectureNumbersTest {
    /** From u = 1 to 0.95 s, s = 2, at half the largest stable rate: nearly the same number of steps at every depth. */
    @ParameterizedTest
    @CsvSource({"2, 2.94", "5, 3.47", "10, 3.67", "50, 3.85", "200, 3.88"})
    void fromWeightsOfOneDepthCostsNoTime(int depth, double steps) {
        double rate = 0.5 * DeepChain.largestLearningRate(depth, 2, 1);
        assertEquals(steps, DeepChain.timeToReach(depth, 2, 1, 1.9, 1) / rate, 0.006);
    }

    private static double median(double[] descending) {
        return 0.5 * (descending[descending.length / 2 - 1] + descending[descending.length / 2]);
    }

    /** Thirty-two units: Gaussian layers shrink all but a few directions, the more the deeper; orthogonal ones none. */
    @ParameterizedTest
    @CsvSource({"1, .81, .15", "5, .16, .5", "20, 6e-4, .9"})
    void gaussianProductsFadeAndOrthogonalOnesDoNot(int depth, double typical, double spread) {
        double sum = 0;
        Rng rng = new Rng(depth);
        Matrix turns = Matrix.identity(32);
        for (int seed = 0; seed < 10; seed++) {
            Matrix product = Matrix.identity(32);
            for (int l = 0; l < depth; l++) {
                double[] entries = new double[32 * 32];
                for (int i = 0; i < entries.length; i++) {
                    entries[i] = rng.nextGaussian() / Math.sqrt(32);
                }
                product = Matrix.of(32, 32, entries).times(product);
                turns = Chains.orthogonal(32, 32, rng).times(turns);
            }
            sum += Math.log(median(Svd.singularValues(product))) / 10;
        }
        assertTrue(Math.abs(sum - Math.log(typical)) < spread, depth + " layers: " + Math.exp(sum));
        double[] kept = Svd.singularValues(turns);
        assertEquals(1, kept[0], 1e-12);
        assertEquals(1, kept[31], 1e-12);
    }
}
