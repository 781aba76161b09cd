package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.Optional;

/**
 * The loss of a chain along the weight that all share, with the ball where the run is, and the widest valley that steps of
 * this size can settle in: a parabola about the minimum of curvature 2D/η.
 */
public final class LossSlice implements View {
    private static final int POINTS = 160;
    private static final int TRAIL = 12;

    @Override
    public String id() {
        return "slice";
    }

    @Override
    public String title() {
        return Words.say("plot.loss-slice.loss-along-shared");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.WEIGHTS);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        if (frame.heads()) {
            Heads.draw(pen, title(), "", box.x(), box.y() + 17, box.right());
        }
        Box space = frame.heads() ? box.inset(0, 34, 0, 0) : box;
        RunView story = frame.story();
        Optional<Series> weights = story.run().trajectory().series(new SeriesKey(Quantity.WEIGHTS, 0, 0));
        if (weights.isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("plot.loss-slice.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        ChainNumbers chain = ChainNumbers.of(story.experiment());
        double best = Math.pow(chain.slope(), 1.0 / chain.depth());
        double least = Math.min(best, chain.start());
        double most = Math.max(best, chain.start());
        for (int i = 0; i < story.steps().length; i++) {
            double w = Math.max(-2 * best, Math.min(3 * best, weights.get().at(i, 0, 0)));
            least = Math.min(least, w);
            most = Math.max(most, w);
        }
        double span = Math.max(0.1, most - least);
        double high = Math.min(space.h() - 62, 240);
        PlotFrame axes = PlotFrame.wide(new Box(space.x() + 44, space.y() + 8, space.w() - 56, high));
        Box plot = axes.plot();
        Scale x = axes.across(least - 0.2 * span, most + 0.3 * span);
        double first = chain.loss(Math.pow(chain.start(), chain.depth()));
        double top = 1.25 * Math.min(first, 4 * chain.loss(0));
        Scale y = axes.up(0, Math.max(top, 1e-6));
        axes.levels(pen, y, 4);
        numbers(pen, axes, x);

        valley(pen, chain, x, y);
        // curvature along the shared weight is D times that along the steepest direction, whose limit is 2/η
        double bend = chain.depth() / chain.rate();
        curve(
                pen,
                x,
                y,
                w -> bend * (w - best) * (w - best),
                Stroke.of(Ink.WARN, Weight.NOW).dashed(Stroke.Dash.RIVAL));
        trail(pen, frame, chain, weights.get(), x, y);
        legend(pen, space, plot);
    }

    private static void numbers(Pen pen, PlotFrame axes, Scale x) {
        double across = Scale.step(x.to() - x.from(), 4);
        int places = PlotFrame.decimals(across);
        for (double w = Math.ceil(x.from() / across) * across; w <= x.to(); w += across) {
            axes.number(pen, x.at(w), Numbers.fixed(w, places));
        }
    }

    /** A curve of the weight. */
    private interface Curve {
        double at(double w);
    }

    private static void valley(Pen pen, ChainNumbers chain, Scale x, Scale y) {
        curve(pen, x, y, w -> chain.loss(power(w, chain.depth())), Stroke.of(Ink.INK_2, Weight.SIM));
    }

    /** Draws what of a curve lies in the plot, each stretch of it in one stroke. */
    private static void curve(Pen pen, Scale x, Scale y, Curve curve, Stroke stroke) {
        double[] xs = new double[POINTS + 1];
        double[] ys = new double[POINTS + 1];
        int n = 0;
        for (int i = 0; i <= POINTS; i++) {
            double w = x.from() + (x.to() - x.from()) * i / POINTS;
            double value = curve.at(w);
            boolean in = value <= y.to();
            if (in) {
                xs[n] = x.at(w);
                ys[n] = y.at(value);
                n++;
            }
            if ((!in || i == POINTS) && n > 1) {
                pen.polyline(xs, ys, 0, n, stroke);
            }
            n = in ? n : 0;
        }
    }

    private static double power(double w, int n) {
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= w;
        }
        return product;
    }

    /** The last few steps and the ball. */
    private static void trail(Pen pen, Frame frame, ChainNumbers chain, Series weights, Scale x, Scale y) {
        int now = frame.story().record(frame.step());
        int from = Math.max(0, now - TRAIL);
        double[] xs = new double[now - from + 1];
        double[] ys = new double[xs.length];
        for (int i = from; i <= now; i++) {
            double w = weights.at(i, 0, 0);
            xs[i - from] = Math.max(x.start(), Math.min(x.end(), x.at(w)));
            ys[i - from] = Math.max(y.end(), Math.min(y.start(), y.at(chain.loss(power(w, chain.depth())))));
        }
        pen.polyline(xs, ys, 0, xs.length, Stroke.of(Ink.INK_3, Weight.HAIR));
        pen.circle(xs[xs.length - 1], ys[ys.length - 1], 6, Paint.of(Ink.NOW), Stroke.of(Ink.BG, Weight.FINE));
        String words = "w = " + Numbers.fixed(weights.at(now, 0, 0), 3);
        double width = pen.width(words, TextStyle.READOUT);
        boolean left = xs[xs.length - 1] + 12 + width > x.end();
        double at = xs[xs.length - 1] + (left ? -12 : 12);
        TextStyle style = left ? TextStyle.READOUT.end() : TextStyle.READOUT;
        pen.textIfFree(words, at, ys[ys.length - 1] - 8, style);
    }

    private static void legend(Pen pen, Box space, Box plot) {
        double y = plot.bottom() + 36;
        pen.line(
                space.x(),
                y - 4,
                space.x() + 26,
                y - 4,
                Stroke.of(Ink.WARN, Weight.NOW).dashed(Stroke.Dash.RIVAL));
        pen.textIfFree(Words.say("plot.loss-slice.steepest-valley-can"), space.x() + 34, y, TextStyle.SMALL);
    }

    @Override
    public String reading(Frame frame) {
        RunView story = frame.story();
        Optional<Series> weights = story.run().trajectory().series(new SeriesKey(Quantity.WEIGHTS, 0, 0));
        if (weights.isEmpty()) {
            return "";
        }
        ChainNumbers chain = ChainNumbers.of(story.experiment());
        double w = weights.get().at(story.record(frame.step()), 0, 0);
        return Words.say(
                "plot.loss-slice.reading",
                Numbers.fixed(w, 3),
                Numbers.brief(chain.loss(power(w, chain.depth()))),
                Numbers.fixed(Math.pow(chain.slope(), 1.0 / chain.depth()), 3));
    }
}
