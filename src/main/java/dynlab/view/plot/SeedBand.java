package dynlab.view.plot;

import dynlab.numeric.Numbers;
import dynlab.view.RunView;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * The mean of a run and of those that differ from it by their seed alone, and a band from the least to the greatest of them.
 *
 * @param own the run that is shown
 * @param others the further ones
 */
public record SeedBand(RunView own, List<RunView> others) implements Spread {
    private static final double TINT = 0.16;
    /** Share of the first error below which curves are the same to the eye. */
    private static final double SAME = 0.005;

    public SeedBand {
        others = List.copyOf(others);
    }

    /** Mean, least and greatest of all runs at each record of the own; a run that ends early counts as long as it lasts. */
    private record Band(double[] mean, double[] least, double[] greatest) {}

    private Band band(Function<RunView, double[]> curve) {
        double[] mean = curve.apply(own).clone();
        double[] least = mean.clone();
        double[] greatest = mean.clone();
        int[] count = new int[mean.length];
        for (RunView other : others) {
            double[] values = curve.apply(other);
            for (int i = 0; i < mean.length && values.length > 0; i++) {
                double step = own.steps()[i];
                if (other.reaches(step)) {
                    double value = other.at(values, step);
                    mean[i] += value;
                    count[i]++;
                    least[i] = Math.min(least[i], value);
                    greatest[i] = Math.max(greatest[i], value);
                }
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= count[i] + 1;
        }
        return new Band(mean, least, greatest);
    }

    @Override
    public void draw(
            Pen pen, Scale time, Function<RunView, double[]> curve, Function<double[], double[]> levels, Ink ink) {
        Band band = band(curve);
        int n = band.mean().length;
        if (n == 0) {
            return;
        }
        double[] low = levels.apply(band.least());
        double[] high = levels.apply(band.greatest());
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        for (int i = 0; i < n; i++) {
            xs[i] = time.at(Math.min(own.steps()[i], time.to()));
            ys[i] = high[i];
            xs[2 * n - 1 - i] = xs[i];
            ys[2 * n - 1 - i] = low[i];
        }
        pen.area(xs, ys, 2 * n, Paint.of(ink).clear(TINT));
        pen.polyline(xs, levels.apply(band.mean()), 0, n, Stroke.of(ink, Weight.SEED));
    }

    @Override
    public String reading(Function<RunView, double[]> curve, double step, DoubleFunction<String> number) {
        Band band = band(curve);
        return band.mean().length == 0
                ? ""
                : Words.say(
                        "plot.seed-band.reading",
                        count(),
                        number.apply(own.at(band.mean(), step)),
                        number.apply(own.at(band.least(), step)),
                        number.apply(own.at(band.greatest(), step)));
    }

    private String count() {
        return Integer.toString(others.size() + 1);
    }

    /** Whether the seed makes no difference to the error. */
    private boolean same() {
        Band band = band(RunView::loss);
        double widest = 0;
        for (int i = 0; i < band.mean().length; i++) {
            widest = Math.max(widest, band.greatest()[i] - band.least()[i]);
        }
        return widest < SAME;
    }

    @Override
    public String hint() {
        return Words.say(same() ? "plot.seed-band.same" : "plot.seed-band.hint", count());
    }

    @Override
    public String sentence() {
        return same()
                ? Words.say("plot.seed-band.same-sentence", count(), Numbers.fixed(100 * SAME, 1))
                : Words.say("plot.seed-band.sentence", count());
    }
}
