package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.numeric.Vectors;
import dynlab.theory.kernel.Movement;
import dynlab.view.RunView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far a run has turned away from its start at each record, and how far it should have.
 *
 * @param run the run
 * @param kernel its tangent kernel, 1 − cosine; empty where that was not recorded
 * @param features the similarity of its hidden vectors, likewise
 * @param foretold both by theory, where the flow of its start is known
 */
public record Turned(RunView run, double[] kernel, double[] features, Optional<Movement> foretold) {
    /** A figure shows few runs, and asks for them at every frame. */
    private static final int KEPT = 4;

    private static final List<Turned> LAST = new ArrayList<>();

    private static Turned known(RunView run) {
        for (Turned known : LAST) {
            if (known.run == run) {
                return known;
            }
        }
        Turned fresh = new Turned(run, kernel(run), features(run), movement(run));
        LAST.add(fresh);
        if (LAST.size() > KEPT) {
            LAST.remove(0);
        }
        return fresh;
    }

    /** The curve of a run's kernel, or of its features. */
    public static double[] of(RunView run, boolean kernel) {
        Turned known = known(run);
        return kernel ? known.kernel : known.features;
    }

    /** The same foretold; empty where no flow is known. */
    public static double[] foretold(RunView run, boolean kernel) {
        Optional<Movement> movement = known(run).foretold;
        return movement.map(m -> kernel ? m.kernel() : m.features()).orElseGet(() -> new double[0]);
    }

    /** The largest departure of the run from what was foretold; −1 where nothing was. */
    public static double gap(RunView run, boolean kernel) {
        double[] seen = of(run, kernel);
        double[] foretold = foretold(run, kernel);
        double gap = -1;
        for (int i = 0; i < Math.min(seen.length, foretold.length); i++) {
            gap = Math.max(gap, Math.abs(seen[i] - foretold[i]));
        }
        return gap;
    }

    private static double[] kernel(RunView run) {
        Optional<Series> series = Semantics.series(run, Quantity.KERNEL_DISTANCE);
        return series.map(s -> Arrays.copyOf(s.values(), Math.min(run.steps().length, s.count())))
                .orElseGet(() -> new double[0]);
    }

    private static double[] features(RunView run) {
        Optional<Series> series = Semantics.series(run, Quantity.SIMILARITY);
        if (series.isEmpty() || series.get().count() == 0) {
            return new double[0];
        }
        double[] turned = new double[Math.min(run.steps().length, series.get().count())];
        double[] born = picture(series.get(), 0);
        for (int i = 0; i < turned.length; i++) {
            turned[i] = Vectors.turned(born, picture(series.get(), i));
        }
        return turned;
    }

    /** The similarity of hidden vectors at a record, row-major. */
    static double[] picture(Series series, int record) {
        return Arrays.copyOfRange(series.values(), record * series.size(), (record + 1) * series.size());
    }

    private static Optional<Movement> movement(RunView run) {
        double[] times = run.steps().clone();
        for (int i = 0; i < times.length; i++) {
            times[i] *= run.experiment().training().learningRate();
        }
        return TwoLayers.of(run.experiment())
                .flatMap(two -> Movement.of(two.w1(), two.w2(), two.problem(), two.x(), times));
    }
}
