package dynlab.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.numeric.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What edges, and what blocks, have in common, by numbers that one can work out on paper. */
final class AveragesTest {
    @Test
    void edgesOfOnePartAreAveragedModeByModeAsFarAsAllHaveThem() {
        // two records; the first edge has three values, the second two
        double[] first = {9, 6, 3, 8, 4, 2};
        double[] second = {7, 2, 4, 0};
        List<double[]> means = EdgeAverages.recorded(List.of(first, second), List.of(3, 2), 2, 5);
        assertEquals(2, means.size());
        assertArrayEquals(new double[] {8, 6}, means.get(0));
        assertArrayEquals(new double[] {4, 2}, means.get(1));
        assertEquals(
                1,
                EdgeAverages.recorded(List.of(first, second), List.of(3, 2), 2, 1)
                        .size());
    }

    @Test
    void foretoldStrengthsAreAveragedBySizeWhateverTheirSignAndOrder() {
        Matrix one = Matrix.of(1, 3, new double[] {1, -5, 2});
        Matrix other = Matrix.of(1, 3, new double[] {-3, 0, 4});
        List<double[]> means = EdgeAverages.foretold(List.of(one, other), 1, 2);
        assertArrayEquals(new double[] {4.5}, means.get(0));
        assertArrayEquals(new double[] {2.5}, means.get(1));
    }

    @Test
    void blocksThatAreMultiplesOfOneAnotherAreAlikeAndOrthogonalOnesAreNot() {
        double[] alike = {1, 2, 3, 6, 0, 1, 0, 3, 5, 10, 2, 4, 0, 5, 0, 2};
        assertEquals(1, BlockLikeness.of(alike, 4, 2), 1e-15);
        // S_aa = diag(1, 1), S_ab has nothing on its diagonal
        double[] apart = {1, 0, 0, 7, 0, 1, 2, 0, 0, 1, 1, 0, 1, 0, 0, 1};
        assertEquals(0, BlockLikeness.of(apart, 4, 2), 1e-15);
        // cos between (1, 0; 0, 1) and (1, 0; 0, 0) is 1/√2
        double[] half = {1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1};
        assertEquals(Math.sqrt(0.5), BlockLikeness.of(half, 4, 2), 1e-15);
    }

    @Test
    void blocksOfZerosCountNothing() {
        assertEquals(0, BlockLikeness.of(new double[16], 4, 2));
    }
}
