package dynlab.view.plot;

import dynlab.view.Learned;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;

/** The loss of a drawn network over its steps, and the reduction dashed over it. */
final class LossCurve {
    private static final double HEAD = 30;

    private LossCurve() {}

    static void draw(Pen pen, Learned run, RunAxis axis, double step, Box box) {
        double top = 1;
        for (double share : run.loss()) {
            top = Math.min(3, Math.max(top, share));
        }
        Scale y = new Scale(0, top, box.bottom() - 14, box.y() + HEAD);
        Scale time = axis.time();
        PlotFrame.of(new Box(time.start(), y.end(), time.end() - time.start(), y.start() - y.end()))
                .shares(pen, y);
        String title = Words.say("plot.loss-curve.title");
        pen.text(title, box.x(), box.y() + 16, TextStyle.HEAD);
        pen.textIfFree(
                Words.say("plot.loss-curve.term"),
                box.x() + pen.width(title, TextStyle.HEAD) + 8,
                box.y() + 16,
                TextStyle.TICK.haloed());
        axis.curve(pen, run.steps(), run.loss(), y, Ink.INK_2, Weight.SIM, step);
        axis.line(pen, run.steps(), run.theory(), y, Stroke.THEORY, Double.POSITIVE_INFINITY);
        if (run.divergedAt() >= 0) {
            diverged(pen, run, time, y, box);
        }
        axis.now(pen, run, run.loss(), y, step, 2);
        if (axis.hasNames() && run.theory().length > 0) {
            double x = time.end() + 8;
            pen.line(x, y.end(), x + 22, y.end(), Stroke.THEORY);
            pen.text(run.theoryName(), x + 28, y.end() + 4, TextStyle.SMALL);
        }
    }

    private static void diverged(Pen pen, Learned run, Scale time, Scale y, Box box) {
        double x = time.at(Math.min(time.to(), run.divergedAt()));
        int last = run.steps().length - 1;
        if (last >= 0) {
            double from = y.at(Math.min(y.to(), run.loss()[last]));
            pen.line(time.at(run.steps()[last]), from, x, y.end(), Stroke.of(Ink.BAD, Weight.SIM));
        }
        pen.line(x, y.end(), x, y.start(), Stroke.of(Ink.BAD, Weight.NOW).dashed(Stroke.Dash.DIVERGED));
        double tip = y.end() - 7;
        pen.area(new double[] {x, x - 6, x + 6}, new double[] {tip, tip + 9, tip + 9}, 3, Paint.of(Ink.BAD));
        boolean left = x > box.middleX();
        TextStyle style = TextStyle.NAME.haloed();
        double at = left ? x - 10 : x + 10;
        pen.text(
                Words.say("plot.loss-curve.step", Integer.toString(run.divergedAt())),
                at,
                y.at(y.to() / 2),
                left ? style.strong().end() : style.strong());
        pen.text(Words.say("plot.loss-curve.steps-too-large"), at, y.at(y.to() / 2) + 16, left ? style.end() : style);
    }
}
