package dynlab.view.lesson;

import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
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

/** Two cuts through the flat place, which are what a saddle is: along the dashed line it goes up, across it down. */
public final class SaddleCuts implements View {
    private static final int POINTS = 80;
    /** Px between the plot and the numbers beside it. */
    private static final double GAP = 6;

    @Override
    public String id() {
        return "cuts";
    }

    @Override
    public String title() {
        return Words.say("lesson.saddle-cuts.two-cuts-through");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.surface-plot.saddle");
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        double power = TwoWeights.power(frame);
        double slope = TwoWeights.slope(frame);
        double flat = TwoWeights.loss(power, slope, 0);
        String level = Numbers.brief(flat);
        double margin = Math.max(36, pen.width(level, TextStyle.TICK) + GAP);
        Box plot = new Box(space.x() + margin, space.y() + 10, space.w() - margin - GAP, Math.min(190, space.h() - 50));
        double reach = Math.sqrt(2 * slope) * 1.3;
        double most = 4.4 * flat;
        Scale x = new Scale(-reach, reach, plot.x(), plot.right());
        Scale y = new Scale(0, Math.max(1e-9, most), plot.bottom(), plot.y());
        pen.line(plot.x(), y.at(0), plot.right(), y.at(0), Stroke.AXIS);
        pen.text("0", plot.x() - GAP, y.at(0) + 4, TextStyle.TICK.end());
        pen.line(plot.x(), y.at(flat), plot.right(), y.at(flat), Stroke.GRID);
        pen.text(level, plot.x() - GAP, y.at(flat) + 4, TextStyle.TICK.end());
        cut(pen, x, y, power, slope, -0.5, Stroke.of(Ink.INK_3, Weight.FINE));
        cut(pen, x, y, power, slope, 0.5, Stroke.of(Ink.INK, Weight.FINE));
        pen.circle(x.at(0), y.at(flat), 5, Paint.of(Ink.BG), Stroke.of(Ink.INK, Weight.FINE));
        pen.textIfFree(
                Words.say("lesson.saddle-cuts.dashed-line-uphill"),
                plot.middleX(),
                plot.y() + 8,
                TextStyle.SMALL.haloed().middle());
        if (plot.h() < 110) {
            return;
        }
        pen.textIfFree(
                Words.say("lesson.saddle-cuts.across-downhill"),
                plot.middleX(),
                y.at(0) - 8,
                TextStyle.SMALL.haloed().middle());
        pen.textIfFree(
                Words.say("lesson.saddle-cuts.distance-saddle"),
                plot.middleX(),
                plot.bottom() + 18,
                TextStyle.SMALL.middle());
    }

    /** The loss where the product of the weights is a share of the squared distance. */
    private static void cut(Pen pen, Scale x, Scale y, double power, double slope, double share, Stroke stroke) {
        double[] xs = new double[POINTS + 1];
        double[] ys = new double[POINTS + 1];
        int n = 0;
        for (int i = 0; i <= POINTS; i++) {
            double d = x.from() + (x.to() - x.from()) * i / POINTS;
            double loss = TwoWeights.loss(power, slope, share * d * d);
            if (loss <= y.to()) {
                xs[n] = x.at(d);
                ys[n++] = y.at(loss);
            }
        }
        pen.polyline(xs, ys, 0, n, stroke);
    }

    /** It is of the surface, whoever lies on it. */
    @Override
    public String describe(Frame frame) {
        double slope = TwoWeights.slope(frame);
        return Words.say(
                "lesson.saddle-cuts.describe",
                title(),
                Numbers.brief(TwoWeights.loss(TwoWeights.power(frame), slope, 0)),
                Numbers.fixed(Math.sqrt(2 * slope), 2));
    }
}
