package dynlab.bench;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.run.Runner;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * One timed run by the runner of the project: loss, digest, records, descent.
 *
 * @param ms of the steps alone
 * @param losses of the steps that were asked for
 * @param singularValues of the total map at the last record, where it was recorded
 * @param trace of the hidden similarity there
 */
record Timed(double ms, double[] losses, double[] singularValues, double trace) {
    /**
     * @param reduced by an exact short cut, where there is one
     */
    static Timed run(Experiment experiment, int steps, int lossEvery, boolean reduced, DoubleSupplier clock) {
        Runner runner = (reduced ? Runner.byShortCut(experiment) : Optional.<Runner>empty())
                .orElseGet(() -> Runner.of(experiment));
        double[] losses = new double[(steps - 1) / lossEvery + 2];
        int count = 0;
        double start = clock.getAsDouble();
        int made = 0;
        while (made < steps) {
            runner.advance(1);
            losses[count++] = runner.loss();
            made++;
            int next = Math.min(steps - 1, (made + lossEvery - 1) / lossEvery * lossEvery);
            if (next > made) {
                runner.advance(next - made);
                made = next;
            }
        }
        double ms = clock.getAsDouble() - start;
        double[] values = new double[0];
        double trace = 0;
        for (Map.Entry<SeriesKey, Series> entry :
                runner.result().trajectory().series().entrySet()) {
            Series series = entry.getValue();
            int last = series.values().length - series.size();
            if (entry.getKey().quantity() == Quantity.MAP_SINGULAR_VALUES) {
                values = Arrays.copyOfRange(series.values(), last, last + series.size());
            } else if (entry.getKey().quantity() == Quantity.SIMILARITY) {
                for (int i = 0; i < series.rows(); i++) {
                    trace += series.values()[last + i * (series.columns() + 1)];
                }
            }
        }
        return new Timed(ms, Arrays.copyOf(losses, count), values, trace);
    }
}
