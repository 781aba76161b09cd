package dynlab.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PatternClustersTest {
    private static final Matrix FOUR = Matrix.of(
            new double[][] {{1, 1, 0, 0}, {0, 0, 1, 1}, {1, 1, 0, 0}, {0, 0, 1, 1}, {1, 1, 1, 0}, {0, 0, 0, 0}});

    @Test
    void unitsWithEqualPatternsShareACluster() {
        double[] weights = {3, 2, 3, 2, 0.1, 0};
        PatternClusters clusters = PatternClusters.of(List.of(FOUR), weights, 2, new Rng(1));
        int[] of = clusters.assignment();
        assertEquals(of[0], of[2]);
        assertEquals(of[1], of[3]);
        assertEquals(of[0], of[4]);
        assertFalse(of[0] == of[1]);
        assertEquals(0.1, clusters.cost(), 1e-15); // one entry of the unit of weight 0.1 differs
        assertArrayEquals(new double[] {1, 1, 0, 0}, clusters.perUnit().row(4));
        assertEquals(6.1 / 10.1, clusters.share()[of[0]], 1e-15);
    }

    @Test
    void moreClustersThanPatternsAreNotMade() {
        PatternClusters clusters = PatternClusters.of(List.of(FOUR), new double[] {1, 1, 1, 1, 0, 0}, 4, new Rng(1));
        assertEquals(2, clusters.gates().rows());
        assertEquals(0, clusters.cost());
    }

    @Test
    void severalCheckpointsVoteTogether() {
        Matrix early = Matrix.of(new double[][] {{1, 1, 1}, {1, 1, 1}});
        Matrix late = Matrix.of(new double[][] {{1, 0, 0}, {0, 0, 1}});
        PatternClusters clusters = PatternClusters.of(List.of(early, late, late), new double[] {1, 1}, 2, new Rng(1));
        assertArrayEquals(new double[] {1, 0, 0}, clusters.perUnit().row(0));
        assertArrayEquals(new double[] {0, 0, 1}, clusters.perUnit().row(1));
    }

    @Test
    void moreClustersNeverCostMore() {
        Rng rng = new Rng(5);
        double[] values = new double[40 * 12];
        for (int i = 0; i < values.length; i++) {
            values[i] = rng.nextInt(2);
        }
        Matrix patterns = Matrix.of(40, 12, values);
        double[] weights = new double[40];
        for (int u = 0; u < 40; u++) {
            weights[u] = rng.nextDouble();
        }
        double last = Double.POSITIVE_INFINITY;
        for (int k = 1; k <= 16; k *= 2) {
            double cost = PatternClusters.of(List.of(patterns), weights, k, new Rng(k))
                    .cost();
            assertTrue(cost < last, k + " clusters cost " + cost);
            last = cost;
        }
    }

    @Test
    void thresholdsAskForAShareOfTheLargestActivity() {
        Matrix z = Matrix.of(new double[][] {{1, 0.04, 0.06, -2}, {-1, -2, -3, 0}});
        assertEquals(Matrix.of(new double[][] {{1, 1, 1, 0}, {0, 0, 0, 0}}), GatePatterns.raw(z));
        assertEquals(Matrix.of(new double[][] {{1, 0, 1, 0}, {0, 0, 0, 0}}), GatePatterns.thresholded(z, 0.05));
    }

    @Test
    void majoritiesNeedMoreThanHalfOfAGroup() {
        Matrix gates = Matrix.of(new double[][] {{1, 0, 1, 1}, {1, 1, 0, 0}});
        int[] groups = {0, 0, 1, 1};
        assertEquals(Matrix.of(new double[][] {{0, 0, 1, 1}, {1, 1, 0, 0}}), GatePatterns.majority(gates, groups));
    }

    @Test
    void controlsKeepWhatTheyPromise() {
        Matrix shuffled = GatePatterns.shuffled(FOUR, new Rng(3));
        double[] before = new double[4];
        double[] after = new double[4];
        for (int u = 0; u < 6; u++) {
            for (int i = 0; i < 4; i++) {
                before[i] += FOUR.at(u, i);
                after[i] += shuffled.at(u, i);
            }
        }
        assertArrayEquals(before, after);
        Matrix many = GatePatterns.random(
                GatePatterns.thresholded(Matrix.of(1, 4, new double[] {1, 0, 0, 0}), 0), new Rng(3));
        assertEquals(4, many.columns());
    }

    @Test
    void disagreementCountsGatesByContribution() {
        Matrix one = Matrix.of(new double[][] {{1, 0}, {1, 1}});
        Matrix other = Matrix.of(new double[][] {{1, 1}, {1, 1}});
        assertEquals(0.5 * 0.75, GatePatterns.disagreement(one, other, new double[] {3, 1}), 1e-15);
    }

    @Test
    void contributionsAreProductsOfLengths() {
        Matrix readout = Matrix.of(new double[][] {{3, 0}, {4, 0.02}});
        Matrix hidden = Matrix.of(new double[][] {{1, 0, 0}, {0, 1, 2}});
        double[] c = Contribution.of(readout, hidden);
        assertEquals(5, c[0], 1e-15);
        assertEquals(0.02 * Math.sqrt(5), c[1], 1e-15);
        assertArrayEquals(new boolean[] {true, false}, Contribution.used(c));
    }
}
