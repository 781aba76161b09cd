package dynlab.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.numeric.Matrix;
import org.junit.jupiter.api.Test;

/** Hand-made layers of two objects in two or three contexts whose numbers follow from the definitions. */
final class MixedSelectivityTest {
    @Test
    void aModularLayerTakesPartInOneContextEach() {
        Matrix h = Matrix.of(new double[][] {{1, 2, 0, 0, 0, 0}, {0, 0, 3, 1, 0, 0}, {0, 0, 0, 0, 1, 1}});
        MixedSelectivity m = MixedSelectivity.of(h, new double[] {1, 1, 1}, 3);
        assertEquals(1, m.participation(), 1e-15);
        assertEquals(1 / 3.0, m.reuse(), 1e-15);
        assertEquals(0, m.graded());
        assertEquals(1, m.strict());
        assertEquals(0, m.sameAcross());
        assertEquals(0, m.differentAcross());
        assertEquals(1, m.within(), 1e-15);
        assertArrayEquals(new double[] {0, 1, 0, 0}, m.onIn(), 1e-15);
    }

    @Test
    void aSharedLayerTakesPartInAll() {
        Matrix h = Matrix.of(new double[][] {{1, 2, 1, 2, 1, 2}});
        MixedSelectivity m = MixedSelectivity.of(h, new double[] {2}, 3);
        assertEquals(3, m.participation(), 1e-15);
        assertEquals(1, m.reuse(), 1e-15);
        assertEquals(1, m.object(), 1e-15);
        assertEquals(0, m.context(), 1e-15);
        assertEquals(0, m.interaction(), 1e-15);
        assertEquals(1, m.occupancy(), 1e-15);
    }

    @Test
    void varianceSplitsIntoObjectContextAndInteraction() {
        // h = 10 + 3 o + 2 c + 1 o c with o, c = ±1: variances 9, 4, 1
        Matrix h = Matrix.of(new double[][] {{10 - 3 - 2 + 1, 10 + 3 - 2 - 1, 10 - 3 + 2 - 1, 10 + 3 + 2 + 1}});
        MixedSelectivity m = MixedSelectivity.of(h, new double[] {1}, 2);
        assertEquals(9 / 14.0, m.object(), 1e-14);
        assertEquals(4 / 14.0, m.context(), 1e-14);
        assertEquals(1 / 14.0, m.interaction(), 1e-14);
    }

    @Test
    void partialOccupancyIsGradedAndDropOneIsStrict() {
        Matrix h = Matrix.of(new double[][] {{1, 1, 1, 1, 0, 0}, {1, 1, 1, 0, 0, 0}});
        MixedSelectivity m = MixedSelectivity.of(h, new double[] {3, 1}, 3);
        assertEquals(0.25, m.graded(), 1e-15);
        assertEquals(0.75, m.dropOne(), 1e-15);
        assertArrayEquals(new double[] {0, 0.25, 0.75, 0}, m.onIn(), 1e-15);
    }

    @Test
    void onSetsThatCrossAreNotNested() {
        Matrix crossed = Matrix.of(new double[][] {{1, 0, 0, 1}, {1, 1, 0, 1}});
        assertEquals(0.5, MixedSelectivity.of(crossed, new double[] {1, 1}, 2).nested(), 1e-15);
    }

    @Test
    void aSilentLayerHasNothingToMeasure() {
        MixedSelectivity m = MixedSelectivity.of(Matrix.zero(3, 4), new double[3], 2);
        assertEquals(0, m.participation());
        assertEquals(0, m.reuse());
        assertEquals(0, m.sameAcross());
    }
}
