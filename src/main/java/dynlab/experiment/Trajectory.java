package dynlab.experiment;

import dynlab.network.Extras;
import dynlab.words.Phrase;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was recorded of one run. Columnar: every series has one matrix for each entry of {@link #step}, or
 * for some of them.
 *
 * <ul>
 *   <li>Steps ascend; record i was taken before the update of step {@code step(i)}.
 *   <li>Time is {@code step · dt}.
 *   <li>No value is NaN or infinite: a diverged run ends at the last finite record.
 * </ul>
 */
public final class Trajectory {
    private final double dt;
    private final int[] steps;
    private final double[] loss;
    private final Map<SeriesKey, Series> series;
    private final List<Phrase> notes;
    private final Optional<String> digest;
    private final OptionalInt divergedAt;
    private final Extras last;

    /**
     * @param dt time of one step
     * @param steps recorded steps, ascending
     * @param loss loss at each of them
     * @param series other quantities
     * @param notes what could not be recorded, and why
     * @param digest digest of the run; absent while it is unfinished
     * @param divergedAt first step whose loss was not finite
     */
    public Trajectory(
            double dt,
            int[] steps,
            double[] loss,
            Map<SeriesKey, Series> series,
            List<Phrase> notes,
            Optional<String> digest,
            OptionalInt divergedAt) {
        this(dt, steps, loss, series, notes, digest, divergedAt, Extras.NONE);
    }

    private Trajectory(
            double dt,
            int[] steps,
            double[] loss,
            Map<SeriesKey, Series> series,
            List<Phrase> notes,
            Optional<String> digest,
            OptionalInt divergedAt,
            Extras last) {
        this.last = last;
        this.dt = dt;
        this.steps = steps.clone();
        this.loss = loss.clone();
        this.series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
        this.notes = List.copyOf(notes);
        this.digest = digest;
        this.divergedAt = divergedAt;
    }

    /** Number of recorded times. */
    public int count() {
        return steps.length;
    }

    public int step(int i) {
        return steps[i];
    }

    public int[] steps() {
        return steps.clone();
    }

    /** The recorded steps as numbers on an axis. */
    public double[] stepsAsNumbers() {
        double[] numbers = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            numbers[i] = steps[i];
        }
        return numbers;
    }

    /** The loss at every record. */
    public double[] losses() {
        return loss.clone();
    }

    public double dt() {
        return dt;
    }

    public double time(int i) {
        return steps[i] * dt;
    }

    public double loss(int i) {
        return loss[i];
    }

    public Map<SeriesKey, Series> series() {
        return series;
    }

    public Optional<Series> series(SeriesKey key) {
        return Optional.ofNullable(series.get(key));
    }

    /** The first part of a quantity that was recorded and has begun. */
    public Optional<Series> first(Quantity quantity) {
        for (Map.Entry<SeriesKey, Series> entry : series.entrySet()) {
            if (entry.getKey().quantity() == quantity && entry.getValue().count() > 0) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** The matrix of the first part of a quantity at a step, row-major: a copy. */
    public Optional<double[]> at(Quantity quantity, double step) {
        return first(quantity).map(found -> found.matrix(indexAt(step)));
    }

    public List<Phrase> notes() {
        return notes;
    }

    public Optional<String> digest() {
        return digest;
    }

    public OptionalInt divergedAt() {
        return divergedAt;
    }

    /** Biases, learned gates and feedback matrices after the last step; nothing of an unfinished run. */
    public Extras last() {
        return last;
    }

    /** The same with what there is after the last step beside the weights. */
    public Trajectory ending(Extras extras) {
        return new Trajectory(dt, steps, loss, series, notes, digest, divergedAt, extras);
    }

    /** The same as it was when it had come to a step: with the record at it, or else with those before and after it. */
    public Trajectory upTo(double step) {
        int records = Math.min(count(), indexAt(step) + 1);
        if (records < count() && steps[records - 1] < step) {
            records++;
        }
        Map<SeriesKey, Series> cut = new LinkedHashMap<>();
        for (Map.Entry<SeriesKey, Series> entry : series.entrySet()) {
            cut.put(entry.getKey(), entry.getValue().upTo(records));
        }
        return new Trajectory(
                dt,
                Arrays.copyOf(steps, records),
                Arrays.copyOf(loss, records),
                cut,
                notes,
                Optional.empty(),
                OptionalInt.empty());
    }

    /** Numbers of at most {@code most} ≥ 2 of some records, evenly chosen, first and last included. */
    public static int[] evenly(int count, int most) {
        int[] records = new int[Math.min(count, most)];
        for (int i = 0; i < records.length; i++) {
            records[i] = count <= most ? i : i * (count - 1) / (most - 1);
        }
        return records;
    }

    /** The last record taken at or before {@code step}; 0 if there is none. */
    public int indexAt(double step) {
        int low = 0;
        int high = steps.length - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (steps[middle] <= step) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
