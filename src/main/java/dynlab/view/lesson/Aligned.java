package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.theory.modes.CouplingCurve;
import dynlab.view.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The coupling that theory foretells of a run.
 *
 * @param run the run
 * @param foretold at each record; empty where no theory says
 */
public record Aligned(RunView run, double[] foretold) {
    /** A figure shows few runs, and asks for them at every frame. */
    private static final int KEPT = 4;

    private static final List<Aligned> LAST = new ArrayList<>();

    /** Coupling foretold, at each record; empty where no theory says. */
    public static double[] foretold(RunView run) {
        for (Aligned known : LAST) {
            if (known.run == run) {
                return known.foretold;
            }
        }
        double[] steps = run.steps();
        int[] whole = new int[steps.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) steps[i];
        }
        double rate = run.experiment().training().learningRate();
        double[] foretold = TwoLayers.of(run.experiment())
                .flatMap(two -> CouplingCurve.of(two.w1(), two.w2(), two.problem(), whole, rate))
                .map(CouplingCurve::values)
                .orElseGet(() -> new double[0]);
        LAST.add(new Aligned(run, foretold));
        if (LAST.size() > KEPT) {
            LAST.remove(0);
        }
        return foretold;
    }

    /** What was measured: 0 the coupling, l the overlap of layer l with the next. */
    public static double[] column(RunView run, int column) {
        Optional<Series> series = Semantics.series(run, Quantity.ALIGNMENT);
        if (series.isEmpty() || column >= series.get().size()) {
            return new double[0];
        }
        Series all = series.get();
        double[] values = new double[Math.min(run.steps().length, all.count())];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.values()[i * all.size() + column];
        }
        return values;
    }
}
