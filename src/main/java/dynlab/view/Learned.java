package dynlab.view;

import dynlab.architecture.Context;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.measure.RouteErrors;
import dynlab.theory.Prediction;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * What a drawn network learned, as shares of what it lacked at first.
 *
 * @param horizon steps of the whole run
 * @param dt time of one step
 * @param steps recorded steps
 * @param loss what is left of the loss at each
 * @param theory the same as the reduction foretells, or else another theory; empty where none applies
 * @param heldOut what is left of the error in contexts that are never trained on; empty without any
 * @param divergedAt the step at which the loss was no longer a number, or −1
 * @param result the record itself
 */
public record Learned(
        double horizon,
        double dt,
        double[] steps,
        double[] loss,
        double[] theory,
        double[] heldOut,
        int divergedAt,
        Result result) {

    /** Reads a record, possibly of an unfinished run. */
    public static Learned of(Result result, List<Context> contexts, int horizon) {
        Trajectory t = result.trajectory();
        int count = t.count();
        double first = count > 0 && t.loss(0) > 0 ? t.loss(0) : 1;
        // of a run that diverged, what was good
        while (t.divergedAt().isPresent() && count > 1 && t.loss(count - 1) > 3 * first) {
            count--;
        }
        double[] steps = new double[count];
        double[] loss = new double[count];
        for (int i = 0; i < count; i++) {
            steps[i] = t.step(i);
            loss[i] = t.loss(i) / first;
        }
        double[] foretold = foretold(result).map(p -> p.loss()).orElseGet(() -> new double[0]);
        double[] theory = new double[Math.min(count, foretold.length)];
        for (int i = 0; i < theory.length; i++) {
            theory[i] = foretold[i] / first;
        }
        return new Learned(
                horizon,
                t.dt(),
                steps,
                loss,
                theory,
                heldOut(t, contexts, count),
                t.divergedAt().orElse(-1),
                result);
    }

    /** The first theory that has a curve. */
    private static Optional<Prediction> foretold(Result result) {
        if (result.prediction().isEmpty()) {
            return result.prediction();
        }
        for (Prediction other : result.prediction().get().also()) {
            if (result.prediction().get().loss().length == 0 && other.loss().length > 0) {
                return Optional.of(other);
            }
        }
        return result.prediction();
    }

    /** What is drawn dashed: the reduction, or the theory that stands in for it. */
    public String theoryName() {
        boolean reduced =
                foretold(result).filter(p -> p.kind().equals("reduction")).isPresent();
        return reduced ? Words.say("view.learned.reduction") : Words.say("view.learned.theory");
    }

    private static double[] heldOut(Trajectory t, List<Context> contexts, int count) {
        Optional<Series> errors = t.series(SeriesKey.of(Quantity.CONTEXT_ERROR));
        if (errors.isEmpty() || errors.get().columns() != contexts.size()) {
            return new double[0];
        }
        int records = Math.min(count, errors.get().count());
        double[] sums = RouteErrors.mean(errors.get().values(), contexts, false, records);
        if (sums.length == 0 || sums[0] <= 0) {
            return new double[0];
        }
        double first = sums[0];
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= first;
        }
        return sums;
    }

    /** A curve's value at a step, straight between records. */
    public double at(double[] curve, double step) {
        if (curve.length == 0) {
            return 0;
        }
        int i = 0;
        while (i + 1 < curve.length && steps[i + 1] <= step) {
            i++;
        }
        if (i + 1 >= curve.length || step <= steps[i]) {
            return curve[i];
        }
        double share = (step - steps[i]) / (steps[i + 1] - steps[i]);
        return curve[i] + share * (curve[i + 1] - curve[i]);
    }

    /** The largest departure of the reduction from the run, as a share of the first loss; −1 where none applies. */
    public double gap() {
        double gap = theory.length == 0 ? -1 : 0;
        for (int i = 0; i < theory.length; i++) {
            gap = Math.max(gap, Math.abs(theory[i] - loss[i]));
        }
        return gap;
    }

    /** How strong a connection is at a step: its largest singular value as a share of its largest ever. */
    public double strength(int edge, double step) {
        Optional<Series> series = result.trajectory().series(new SeriesKey(Quantity.SINGULAR_VALUES, edge, 0));
        if (series.isEmpty() || series.get().count() == 0) {
            return 1;
        }
        double most = 0;
        for (int i = 0; i < series.get().count(); i++) {
            most = Math.max(most, series.get().at(i, 0, 0));
        }
        int at = Math.min(result.trajectory().indexAt(step), series.get().count() - 1);
        return most > 0 ? series.get().at(at, 0, 0) / most : 0;
    }
}
