package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.view.RunView;
import java.util.Optional;

/** How well a run's layers are aligned, as it was measured. */
public final class Aligned {
    private Aligned() {}

    /** At each record: column 0 the coupling, l the overlap of layer l with the next. */
    public static double[] column(RunView run, int column) {
        Optional<Series> series = run.run().trajectory().first(Quantity.ALIGNMENT);
        if (series.isEmpty() || column >= series.get().size()) {
            return new double[0];
        }
        double[] values = new double[run.steps().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = series.get().at(i, 0, column);
        }
        return values;
    }
}
