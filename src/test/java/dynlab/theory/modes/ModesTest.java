package dynlab.theory.modes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Chains;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.task.Hierarchy;
import dynlab.task.Toy;
import dynlab.task.TreeSpectrum;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ModesTest {
    @Test
    void theModesMultiplyBackToTheCorrelation() {
        for (int seed = 0; seed < 20; seed++) {
            Matrix sigma = Chains.gaussian(7, 4, 1, new Rng(seed));
            Modes modes = Modes.of(sigma);
            assertTrue(product(modes).minus(sigma).norm() < 1e-13 * sigma.norm());
            assertEquals(List.of(List.of(0), List.of(1), List.of(2), List.of(3)), modes.blocks());
        }
    }

    @Test
    void theToyWorldHasItsFourModesAndOneEqualPair() {
        Modes modes = Modes.of(Toy.world().y());
        assertArrayEquals(new double[] {Math.sqrt(7), Math.sqrt(3), 1, 1}, modes.s(), 1e-14);
        assertEquals(List.of(List.of(0), List.of(1), List.of(2, 3)), modes.blocks());
        assertTrue(product(modes).minus(Toy.world().y()).norm() < 1e-13);
    }

    @Test
    void equalModesOfATreeAreTheContrastsOfItsBranches() {
        // Whatever basis the decomposition returns, every mode is ± one branch's contrast.
        Hierarchy hierarchy = Hierarchy.livingThings(0.15);
        Matrix contrasts = TreeSpectrum.of(hierarchy).contrasts();
        for (Matrix y : List.of(hierarchy.readable().y(), hierarchy.surrogate().y())) {
            Modes modes = Modes.of(y);
            assertEquals(
                    List.of(1, 1, 2, 4), modes.blocks().stream().map(List::size).toList());
            Matrix overlap = contrasts.transpose().times(modes.v());
            for (int k = 0; k < 8; k++) {
                assertEquals(1, Math.abs(overlap.at(k, k)), 1e-12);
            }
            assertTrue(product(modes).minus(y).norm() < 1e-11 * y.norm());
        }
    }

    @Test
    void theBasisDoesNotDependOnTheOrderOfTheProperties() {
        Matrix y = Hierarchy.livingThings(0.15).readable().y();
        double[][] reversed = new double[y.rows()][];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = y.row(y.rows() - 1 - i);
        }
        Matrix here = Modes.of(y).v();
        Matrix there = Modes.of(Matrix.of(reversed)).v();
        Matrix overlap = here.transpose().times(there);
        for (int k = 0; k < 8; k++) {
            assertEquals(1, Math.abs(overlap.at(k, k)), 1e-12);
        }
    }

    @Test
    void theLargestEntryOfEveryLeftVectorIsPositive() {
        Modes modes = Modes.of(Hierarchy.livingThings(0.2).readable().y());
        for (int k = 0; k < modes.count(); k++) {
            double largest = 0;
            for (double entry : modes.u().column(k)) {
                largest = Math.abs(entry) > Math.abs(largest) + 1e-9 ? entry : largest;
            }
            assertTrue(largest > 0);
        }
    }

    @Test
    void aBlockEndsWhereTheValueHasFallenByAMillionthOfTheFirst() {
        assertEquals(List.of(List.of(0, 1), List.of(2)), Modes.blocks(new double[] {2, 2 - 1.9e-6, 2 - 2.1e-6}));
        assertEquals(List.of(List.of(0, 1, 2)), Modes.blocks(new double[] {0, 0, 0}));
        assertEquals(List.of(), Modes.blocks(new double[0]));
    }

    @Test
    void aZeroCorrelationHasModesOfStrengthZero() {
        Modes modes = Modes.of(Matrix.zero(3, 2));
        assertArrayEquals(new double[2], modes.s());
        assertTrue(
                modes.v().transpose().times(modes.v()).minus(Matrix.identity(2)).norm() < 1e-15);
    }

    private static Matrix product(Modes modes) {
        return modes.u().times(Matrix.diagonal(modes.s())).times(modes.v().transpose());
    }
}
