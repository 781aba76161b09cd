package dynlab.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Context;
import dynlab.architecture.Gates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HalfTimeTest {
    private static final double[] TIMES = {0, 10, 30, 40};

    @Test
    void aCurvePassesAHeightOnTheStraightLineBetweenRecords() {
        assertEquals(20, HalfTime.rising(TIMES, new double[] {0, 0, 1, 1}, 0.5).orElseThrow(), 1e-14);
        assertEquals(
                25, HalfTime.falling(TIMES, new double[] {1, 1, 0.2, 0}, 0.4).orElseThrow(), 1e-14);
        assertEquals(
                30, HalfTime.rising(TIMES, new double[] {0, 0, 0.5, 1}, 0.5).orElseThrow(), 0);
    }

    @Test
    void whatBeginsThereIsThereAtOnceAndWhatNeverGetsThereHasNoTime() {
        assertEquals(0, HalfTime.rising(TIMES, new double[] {2, 0, 0, 0}, 0.5).orElseThrow());
        assertTrue(HalfTime.rising(TIMES, new double[] {0, 0.1, 0.2, 0.3}, 0.5).isEmpty());
        assertTrue(HalfTime.falling(TIMES, new double[] {1, 2, 3, 4}, 0.5).isEmpty());
        assertTrue(HalfTime.falling(new double[0], new double[0], 0.5).isEmpty());
        assertEquals(4, HalfTime.firstAbove(new double[] {0, 0.1, 0.2, Double.NaN}, 0.5));
    }

    @Test
    void errorsOfRoutesAreMeansOverThoseThatAreTrainedOrNot() {
        List<Context> contexts = List.of(context(true), context(false), context(true));
        double[] errors = {1, 10, 3, 0, 8, 2};
        assertArrayEquals(new double[] {2, 1}, RouteErrors.mean(errors, contexts, true, 2), 1e-15);
        assertArrayEquals(new double[] {10}, RouteErrors.mean(errors, contexts, false, 1), 0);
        assertEquals(0, RouteErrors.mean(errors, contexts.subList(0, 1), false, 2).length);
    }

    private static Context context(boolean train) {
        return new Context("", train, new double[] {1}, Gates.OPEN, Map.of(), Map.of());
    }
}
