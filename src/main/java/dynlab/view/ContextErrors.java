package dynlab.view;

import dynlab.drawing.ContextEdit;
import dynlab.drawing.Drawing;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The error of a drawn network in each of its contexts, as a share of the first; contexts that are alike are one curve. */
public final class ContextErrors {
    /** Curves that are nearer than this at every record are one on every screen. */
    private static final double ALIKE = 0.01;

    private static final double NOTHING = 1e-300;

    private ContextErrors() {}

    /**
     * Contexts that learn alike.
     *
     * @param contexts their names
     * @param trained whether they are trained; else held out
     * @param share what is left of the error at each record
     */
    public record Curve(List<String> contexts, boolean trained, double[] share) {
        public Curve {
            contexts = List.copyOf(contexts);
        }

        private boolean like(boolean other, double[] curve) {
            boolean alike = trained == other;
            for (int i = 0; i < curve.length && alike; i++) {
                alike = Math.abs(curve[i] - share[i]) < ALIKE;
            }
            return alike;
        }
    }

    /** All curves, in the order of their first contexts; none where errors were not recorded. */
    public static List<Curve> of(Drawing drawing, Learned run) {
        Optional<Series> errors = run.result().trajectory().series(SeriesKey.of(Quantity.CONTEXT_ERROR));
        List<Curve> curves = new ArrayList<>();
        if (errors.isEmpty() || errors.get().columns() != drawing.contexts().size()) {
            return curves;
        }
        int count = Math.min(run.steps().length, errors.get().count());
        for (int c = 0; c < drawing.contexts().size(); c++) {
            double first = count == 0 ? 0 : errors.get().at(0, 0, c);
            if (first <= NOTHING) {
                continue; // nothing is asked there
            }
            double[] share = new double[count];
            for (int i = 0; i < count; i++) {
                share[i] = errors.get().at(i, 0, c) / first;
            }
            take(
                    curves,
                    ContextEdit.name(drawing, c).words(),
                    drawing.contexts().get(c).train(),
                    share);
        }
        return curves;
    }

    private static void take(List<Curve> curves, String name, boolean trained, double[] share) {
        for (int k = 0; k < curves.size(); k++) {
            Curve curve = curves.get(k);
            if (curve.like(trained, share)) {
                List<String> names = new ArrayList<>(curve.contexts());
                names.add(name);
                curves.set(k, new Curve(names, trained, curve.share()));
                return;
            }
        }
        curves.add(new Curve(List.of(name), trained, share));
    }
}
