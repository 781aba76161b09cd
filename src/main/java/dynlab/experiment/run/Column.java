package dynlab.experiment.run;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.measure.Part;
import dynlab.measure.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One part of one measure as it was at one time after the other. */
final class Column {
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
    Column(Quantity quantity, Reading reading, int index) {
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

    /** Puts the first {@code count} among the series, if they are of that quantity. */
    void write(Quantity which, int count, int[] held, Map<SeriesKey, Series> to) {
        if (which != quantity) {
            return;
        }
        double[] values = new double[count * size];
        for (int first = 0; first < count; first += perPiece) {
            int some = Math.min(perPiece, count - first);
            System.arraycopy(pieces.get(first / perPiece), 0, values, first * size, some * size);
        }
        to.put(
                new SeriesKey(quantity, part.first(), part.second()),
                new Series(part.rows(), part.columns(), held, values));
    }
}
