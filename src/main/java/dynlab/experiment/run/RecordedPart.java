package dynlab.experiment.run;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.measure.Part;
import dynlab.measure.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One part of one measure as it was at one time after the other. */
final class RecordedPart {
    /** Numbers of one piece of memory, unless one time alone has more: nothing is copied when it grows. */
    private static final int PIECE = 4096;

    private final Quantity quantity;
    private final Reading reading;
    private final int index;
    private final Part part;
    private final int size;
    private final int perPiece;
    private final List<double[]> pieces = new ArrayList<>();

    /**
     * @param index which part of the measure
     */
    RecordedPart(Quantity quantity, Reading reading, int index) {
        this.quantity = quantity;
        this.reading = reading;
        this.index = index;
        part = reading.parts().get(index);
        size = part.size();
        perPiece = Math.max(1, PIECE / Math.max(1, size));
    }

    /** Works on what is to be read; returns whether there is more to do. */
    boolean prepare(double flops) {
        return reading.prepare(index, flops);
    }

    /** Takes what there is now as number {@code place}, which is at most one beyond the last. */
    void read(int place) {
        if (place / perPiece == pieces.size()) {
            pieces.add(new double[perPiece * size]);
        }
        reading.read(index, pieces.get(place / perPiece), place % perPiece * size);
    }

    /** What stands at {@code from} takes the place of what stands at {@code to}. */
    void move(int from, int to) {
        double[] source = pieces.get(from / perPiece);
        System.arraycopy(source, from % perPiece * size, pieces.get(to / perPiece), to % perPiece * size, size);
    }

    /** Puts what was taken at some places among the series, if they are of that quantity. */
    void write(Quantity which, int[] places, Map<SeriesKey, Series> to) {
        if (which == quantity) {
            to.put(key(), new Series(part.rows(), part.columns(), some(places)));
        }
    }

    /**
     * The same of pictures.
     *
     * @param taken at which records there are pictures, ascending
     * @param kept which records are written
     */
    void write(Quantity which, int[] taken, int[] kept, Map<SeriesKey, Series> to) {
        if (which == quantity) {
            // the places stand in for the pictures themselves, so that only those that are kept are copied
            double[] all = new double[taken.length];
            Arrays.setAll(all, k -> k);
            Series places = new Series(1, 1, taken, all).at(kept);
            int[] chosen = new int[places.count()];
            Arrays.setAll(chosen, k -> (int) places.values()[k]);
            to.put(key(), new Series(part.rows(), part.columns(), places.held(), some(chosen)));
        }
    }

    private SeriesKey key() {
        return new SeriesKey(quantity, part.first(), part.second());
    }

    private double[] some(int[] places) {
        double[] values = new double[places.length * size];
        for (int k = 0; k < places.length; k++) {
            double[] piece = pieces.get(places[k] / perPiece);
            System.arraycopy(piece, places[k] % perPiece * size, values, k * size, size);
        }
        return values;
    }
}
