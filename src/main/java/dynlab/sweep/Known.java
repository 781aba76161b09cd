package dynlab.sweep;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.measure.HalfTime;
import dynlab.measure.RouteErrors;
import dynlab.measure.TestedRoutes;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** The measures that a plan names by one word. */
enum Known implements Gauge {
    FIRST_LOSS("first_loss", Needs.LOSS, (e, r) -> loss(r, 0)),
    LAST_LOSS("last_loss", Needs.LOSS, (e, r) -> loss(r, r.trajectory().count() - 1)),
    LOSS_SHARE("loss_share", Needs.LOSS, (e, r) -> share(r)),
    HALF_TIME("half_time", Needs.CURVE, (e, r) -> halfTime(r.trajectory())),
    TRAINED_ERROR("trained_error", errors(), (e, r) -> error(e, r, true)),
    UNTRAINED_ERROR("untrained_error", errors(), (e, r) -> error(e, r, false)),
    TRAINED_ACCURACY("trained_accuracy", accuracies(), (e, r) -> accuracy(e, r, true)),
    UNTRAINED_ACCURACY("untrained_accuracy", accuracies(), (e, r) -> accuracy(e, r, false)),
    NRMSE("nrmse", Needs.THEORY, (e, r) -> Foretold.rootMeanSquare(r)),
    LARGEST_GAP("largest_gap", Needs.THEORY, (e, r) -> Foretold.largest(r));

    private final String word;
    private final Needs needs;
    private final BiFunction<Experiment, Result, OptionalDouble> reading;

    Known(String word, Needs needs, BiFunction<Experiment, Result, OptionalDouble> reading) {
        this.word = word;
        this.needs = needs;
        this.reading = reading;
    }

    @Override
    public Needs needs() {
        return needs;
    }

    @Override
    public OptionalDouble read(Experiment experiment, Result result) {
        return result.trajectory().count() == 0 ? OptionalDouble.empty() : reading.apply(experiment, result);
    }

    /** All words. */
    static List<String> words() {
        return Arrays.stream(values()).map(known -> known.word).toList();
    }

    @Override
    public String column() {
        return word;
    }

    private static Needs errors() {
        return new Needs(Quantity.CONTEXT_ERROR, false, false, OptionalInt.empty());
    }

    private static Needs accuracies() {
        return new Needs(Quantity.ACCURACY, false, false, OptionalInt.empty());
    }

    private static OptionalDouble loss(Result result, int record) {
        return OptionalDouble.of(result.trajectory().loss(record));
    }

    private static OptionalDouble share(Result result) {
        Trajectory run = result.trajectory();
        return run.loss(0) > 0 ? OptionalDouble.of(run.loss(run.count() - 1) / run.loss(0)) : OptionalDouble.empty();
    }

    private static OptionalDouble halfTime(Trajectory run) {
        return run.loss(0) > 0
                ? HalfTime.falling(run.stepsAsNumbers(), run.losses(), run.loss(0) / 2)
                : OptionalDouble.empty();
    }

    private static OptionalDouble error(Experiment experiment, Result result, boolean trained) {
        Series errors = result.trajectory().series().get(SeriesKey.of(Quantity.CONTEXT_ERROR));
        if (errors == null) {
            return OptionalDouble.empty();
        }
        double[] means = RouteErrors.mean(errors.values(), experiment.contexts(), trained, errors.count());
        return means.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(means[means.length - 1]);
    }

    private static OptionalDouble accuracy(Experiment experiment, Result result, boolean trained) {
        Series right = result.trajectory().series().get(SeriesKey.of(Quantity.ACCURACY));
        TestedRoutes routes = TestedRoutes.of(experiment.contexts());
        int[] meant = trained ? routes.trained() : routes.never();
        return right == null || meant.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(TestedRoutes.meanAt(right.values(), right.columns(), meant, right.count() - 1));
    }
}
