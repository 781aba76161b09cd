package dynlab.experiment.run;

import dynlab.experiment.RecordPlan;
import java.util.Arrays;

/**
 * At which records pictures were taken: along the same measure q of progress as the records themselves, but more rarely.
 * One is due whenever q has grown by {@code 2 / PICTURES} since the last; where an oscillating loss makes too many, every
 * second is dropped and the distance doubled.
 */
final class PictureTimes {
    private static final int MOST = RecordPlan.When.Adaptive.PICTURES;

    private final int[] records = new int[MOST];
    private int count;
    private double spacing = 2.0 / (MOST - 2);
    private double last;

    /** How many there are. */
    int count() {
        return count;
    }

    /** At which records, ascending. */
    int[] records() {
        return Arrays.copyOf(records, count);
    }

    /** Whether progress {@code q} asks for another. */
    boolean due(double q) {
        return count == 0 || q - last >= spacing;
    }

    boolean full() {
        return count == MOST;
    }

    /** One was taken at a record, when progress was {@code q}. */
    void taken(int record, double q) {
        records[count++] = record;
        last = q;
    }

    /** Drops every second; returns the places of those that stay. */
    int[] everySecond() {
        spacing *= 2;
        int[] places = new int[(count + 1) / 2];
        for (int k = 0; k < places.length; k++) {
            places[k] = 2 * k;
            records[k] = records[2 * k];
        }
        count = places.length;
        return places;
    }

    /** Every second record has gone, and its picture with it; returns the places of those that stay. */
    int[] ofEverySecondRecord() {
        int[] places = new int[count];
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (records[k] % 2 == 0) {
                places[kept] = k;
                records[kept++] = records[k] / 2;
            }
        }
        count = kept;
        return Arrays.copyOf(places, kept);
    }
}
