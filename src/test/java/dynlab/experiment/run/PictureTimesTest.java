package dynlab.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PictureTimesTest {
    @Test
    void oneIsDueWheneverAFiftiethHasGoneBy() {
        PictureTimes times = new PictureTimes();
        assertTrue(times.due(0));
        times.taken(0, 0);
        assertFalse(times.due(2.0 / 99));
        assertTrue(times.due(2.0 / 97));
    }

    @Test
    void everySecondGoesWhereThereAreTooManyAndTheDistanceDoubles() {
        PictureTimes times = new PictureTimes();
        for (int k = 0; k < 100; k++) {
            times.taken(3 * k, 0.03 * k);
        }
        assertTrue(times.full());
        int[] places = times.everySecond();
        assertEquals(50, times.count());
        for (int k = 0; k < 50; k++) {
            assertEquals(2 * k, places[k]);
            assertEquals(6 * k, times.records()[k]);
        }
        assertFalse(times.due(0.03 * 99 + 2.0 / 97));
        assertTrue(times.due(0.03 * 99 + 4.0 / 97));
    }

    @Test
    void thePictureOfARecordThatGoesGoesToo() {
        PictureTimes times = new PictureTimes();
        for (int record : new int[] {0, 3, 4, 8, 9}) {
            times.taken(record, record);
        }
        assertArrayEquals(new int[] {0, 2, 3}, times.ofEverySecondRecord());
        assertArrayEquals(new int[] {0, 2, 4}, times.records());
    }
}
