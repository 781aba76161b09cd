package dynlab.experiment.run;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.measure.Form;
import dynlab.measure.Part;
import dynlab.measure.Reading;
import dynlab.measure.Subject;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * Watches a run and keeps what its plan asks for. Never touches the weights.
 *
 * <p>An adaptive plan moves along {@code q(k) = k / steps + Σ |ΔL| / L(0)} and records whenever q has grown by
 * {@code 2 / MOST}: a falling loss has q ≤ 2, so plateaus get few records and drops many. When an oscillating loss makes
 * more, every second record is dropped and the spacing doubled; memory above {@link #MOST_NUMBERS} numbers is thinned
 * the same way. What a plan has as pictures is taken at some of the records only: {@link PictureTimes}.
 *
 * <p>A record that takes long is made in pieces: {@link #consider} begins it, {@link #work} goes on.
 */
final class Recorder {
    /** A trajectory holds at most 64 MB. */
    static final int MOST_NUMBERS = 8_000_000;

    private final Experiment experiment;
    private final Subject subject;
    private final List<Phrase> notes = new ArrayList<>();
    private final List<RecordedPart> curves = new ArrayList<>();
    /** Of what is looked at as pictures of one moment, and the records at which there are some. */
    private final List<RecordedPart> painted = new ArrayList<>();

    private final PictureTimes pictures = new PictureTimes();
    private final int most;
    private int[] steps = new int[16];
    private double[] losses = new double[16];
    private int records;
    private int at = -1;
    private boolean picture;
    private double spacing;
    private double travelled;
    private double travelledAtRecord;
    private double lastLoss = Double.NaN;
    private double firstLoss;
    private int nextListed;

    Recorder(Experiment experiment, Subject subject) {
        this.experiment = experiment;
        this.subject = subject;
        int size = 1;
        boolean adaptive = experiment.record().when() instanceof RecordPlan.When.Adaptive;
        Set<Quantity> painting = adaptive ? experiment.record().pictures() : Set.of();
        for (Quantity quantity : Quantity.values()) {
            boolean wanted = experiment.record().quantities().contains(quantity);
            if (wanted && !quantity.afterwards() && quantity != Quantity.LOSS) {
                Reading reading = quantity.measure().on(subject);
                reading.absent().filter(why -> !notes.contains(why)).ifPresent(notes::add);
                for (int k = 0; k < reading.parts().size(); k++) {
                    if (!drawn(quantity, reading.parts().get(k))) {
                        continue;
                    }
                    RecordedPart column = new RecordedPart(quantity, reading, k);
                    (painting.contains(quantity) ? painted : curves).add(column);
                    size += reading.parts().get(k).size();
                }
            }
        }
        most = Math.max(8, Math.min(RecordPlan.When.Adaptive.MOST, MOST_NUMBERS / size));
        spacing = 2.0 / (most - 2);
    }

    /** Whether the plan is for this part, which may be that of an edge. */
    private boolean drawn(Quantity quantity, Part part) {
        Set<Integer> edges = experiment.record().edges();
        return edges.isEmpty() || quantity.measure().form().of() != Form.Of.EDGE || edges.contains(part.first());
    }

    /**
     * Begins a record of this step if the plan asks for it; called before the update, and once after the last.
     *
     * @param loss of the samples that the step looks at
     * @param recorded gives the loss of all that are trained from it
     */
    void consider(int step, double loss, DoubleUnaryOperator recorded) {
        if (step == 0) {
            firstLoss = loss;
        } else if (firstLoss > 0) {
            travelled += Math.min(1, Math.abs(loss - lastLoss) / firstLoss);
        }
        lastLoss = loss;
        if (asks(step)) {
            double all = recorded.applyAsDouble(loss);
            if (!Double.isFinite(all)) {
                return;
            }
            if (records == steps.length) {
                steps = Arrays.copyOf(steps, 2 * records);
                losses = Arrays.copyOf(losses, 2 * records);
            }
            steps[records] = step;
            losses[records] = all;
            subject.at(all);
            picture = !painted.isEmpty() && takesPicture(step);
            at = 0;
        }
    }

    /**
     * Goes on with the record that has been begun.
     *
     * @param flops about how many additions and multiplications at most
     * @return whether there is more to do
     */
    boolean work(double flops) {
        int end = curves.size() + (picture ? painted.size() : 0);
        while (at >= 0 && at < end) {
            boolean curve = at < curves.size();
            RecordedPart column = curve ? curves.get(at) : painted.get(at - curves.size());
            if (column.prepare(flops)) {
                return true;
            }
            column.read(curve ? records : pictures.count());
            at++;
        }
        if (at >= 0) {
            if (picture) {
                pictures.taken(records, travelledAtRecord);
            }
            records++;
        }
        at = -1;
        return false;
    }

    /** Whether a picture is taken at the record that is under way; every second one goes first where there are too many. */
    private boolean takesPicture(int step) {
        if (step != experiment.training().steps() && !pictures.due(position(step))) {
            return false;
        }
        if (pictures.full()) {
            keep(pictures.everySecond());
        }
        return true;
    }

    /** Of all pictures those at some places stay. */
    private void keep(int[] places) {
        for (int k = 0; k < places.length; k++) {
            for (RecordedPart column : painted) {
                column.move(places[k], k);
            }
        }
    }

    private boolean asks(int step) {
        int last = experiment.training().steps();
        RecordPlan.When when = experiment.record().when();
        if (when instanceof RecordPlan.When.At listed) {
            boolean now = nextListed < listed.steps().size() && listed.steps().get(nextListed) == step;
            nextListed += now ? 1 : 0;
            return now;
        } else if (when instanceof RecordPlan.When.Every every) {
            return step % every.n() == 0 || step == last;
        }
        if (step == 0 || step == last || last < most) {
            travelledAtRecord = position(step);
            return true;
        }
        if (position(step) - travelledAtRecord < spacing) {
            return false;
        }
        if (records >= most - 1) {
            thin();
            return false;
        }
        travelledAtRecord = position(step);
        return true;
    }

    private double position(int step) {
        return travelled + step / (double) Math.max(1, experiment.training().steps());
    }

    /** Keeps every second record. */
    private void thin() {
        spacing *= 2;
        for (int i = 2; i < records; i += 2) {
            steps[i / 2] = steps[i];
            losses[i / 2] = losses[i];
            for (RecordedPart column : curves) {
                column.move(i, i / 2);
            }
        }
        records = (records + 1) / 2;
        keep(pictures.ofEverySecondRecord());
    }

    /** What has been recorded so far, or so many records of it, evenly chosen, first and last included. */
    Trajectory trajectory(Optional<String> digest, OptionalInt divergedAt, int atMost) {
        int[] kept = Trajectory.evenly(records, atMost);
        int[] at = new int[kept.length];
        double[] loss = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            at[i] = steps[kept[i]];
            loss[i] = losses[kept[i]];
        }
        Map<SeriesKey, Series> done = new LinkedHashMap<>();
        int[] taken = pictures.records();
        for (Quantity quantity : Quantity.values()) {
            curves.forEach(column -> column.write(quantity, kept, done));
            painted.forEach(column -> column.write(quantity, taken, kept, done));
        }
        return new Trajectory(experiment.training().dt(), at, loss, done, notes, digest, divergedAt);
    }
}
