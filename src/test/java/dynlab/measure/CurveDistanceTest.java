package dynlab.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class CurveDistanceTest {
    private static double[] drop(int length, int at) {
        double[] curve = new double[length];
        for (int i = 0; i < length; i++) {
            curve[i] = i < at ? 4 : i == at ? 2 : 1;
        }
        return curve;
    }

    @Test
    void aCurveIsAtNoDistanceFromItself() {
        CurveDistance distance = CurveDistance.between(drop(100, 40), drop(100, 40));
        assertEquals(new CurveDistance(0, 0, 0, 0, 0, 1), distance);
    }

    @Test
    void constantGapsGiveTheirShareOfTheStart() {
        CurveDistance distance = CurveDistance.between(new double[] {3, 3, 3}, new double[] {2, 2, 2});
        assertEquals(0.5, distance.nrmse(), 1e-15);
        assertEquals(0.5, distance.area(), 1e-15);
        assertEquals(0.5, distance.largest(), 1e-15);
        assertEquals(1.5, distance.endRatio(), 1e-15);
        assertEquals(0, distance.shift());
    }

    @Test
    void aDelayIsFoundWithItsSignAndTakenOut() {
        CurveDistance early = CurveDistance.between(drop(200, 80), drop(200, 90));
        assertEquals(10, early.shift());
        assertEquals(0, early.alignedNrmse());
        assertTrue(early.nrmse() > 0.1);
        assertEquals(-10, CurveDistance.between(drop(200, 90), drop(200, 80)).shift());
    }

    @Test
    void shiftsBeyondFifteenPercentAreNotTried() {
        CurveDistance distance = CurveDistance.between(drop(200, 60), drop(200, 100));
        assertEquals(30, distance.shift());
        assertTrue(distance.alignedNrmse() > 0);
    }

    @Test
    void longCurvesAreAlignedToTheNearestStride() {
        CurveDistance distance = CurveDistance.between(drop(30_000, 15_000), drop(30_000, 15_300));
        assertEquals(300, distance.shift());
        assertEquals(0, distance.alignedNrmse(), 1e-12);
    }

    @Test
    void curvesThatDivergeAreInfinitelyFar() {
        CurveDistance distance =
                CurveDistance.between(new double[] {1, Double.POSITIVE_INFINITY}, new double[] {1, 0.5});
        assertEquals(Double.POSITIVE_INFINITY, distance.nrmse());
        assertThrows(
                IllegalArgumentException.class, () -> CurveDistance.between(new double[2], new double[] {1, 2, 3}));
    }
}
