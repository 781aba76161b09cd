package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.numeric.Vectors;
import dynlab.theory.LayersForetold;
import dynlab.view.RunView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far a run has turned away from its start at each record.
 *
 * @param run the run
 * @param kernel its tangent kernel, 1 − cosine; empty where that was not recorded
 * @param features the similarity of its hidden vectors, likewise
 */
public record Turned(RunView run, double[] kernel, double[] features) {
    /** A figure shows few runs, and asks for them at every frame. */
    private static final int KEPT = 4;

    private static final List<Turned> LAST = new ArrayList<>();

    private static Turned known(RunView run) {
        for (Turned known : LAST) {
            if (known.run == run) {
                return known;
            }
        }
        Turned fresh = new Turned(run, kernel(run), features(run));
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
        LayersForetold layers = run.run().layers();
        return kernel ? layers.kernel() : layers.features();
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
        Optional<Series> series = run.run().trajectory().first(Quantity.KERNEL_DISTANCE);
        return series.map(s -> Arrays.copyOf(s.values(), Math.min(run.steps().length, s.count())))
                .orElseGet(() -> new double[0]);
    }

    private static double[] features(RunView run) {
        Optional<Series> series = run.run().trajectory().first(Quantity.SIMILARITY);
        if (series.isEmpty() || series.get().count() == 0) {
            return new double[0];
        }
        double[] turned = new double[run.steps().length];
        double[] born = series.get().matrix(0);
        for (int i = 0; i < turned.length; i++) {
            turned[i] = Vectors.turned(born, series.get().matrix(i));
        }
        return turned;
    }
}
