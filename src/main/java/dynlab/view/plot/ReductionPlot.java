package dynlab.view.plot;

import dynlab.numeric.Numbers;
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
import java.util.Optional;

/** The loss of a drawn network over its steps, the reduction dashed over it, and the error where it was never trained. */
public final class ReductionPlot {
    private static final double LEFT = 26;
    private static final double RIGHT = 10;

    private ReductionPlot() {}

    /** The time axis in a box. */
    public static Scale time(double horizon, Box box) {
        return new Scale(0, Math.max(1, horizon), box.x() + LEFT, box.right() - RIGHT);
    }

    /**
     * Draws all of it.
     *
     * @param shown the run
     * @param ghost the last run while another is computed
     * @param horizon steps of the whole run
     * @param step the time cursor
     */
    public static void draw(
            Pen pen, Optional<Learned> shown, Optional<Learned> ghost, double horizon, double step, Box box) {
        pen.boxes().open("reduction", box);
        Scale time = time(horizon, box);
        double top = 1;
        for (double share : shown.map(Learned::loss).orElseGet(() -> new double[0])) {
            top = Math.min(3, Math.max(top, share));
        }
        for (double share : shown.map(Learned::heldOut).orElseGet(() -> new double[0])) {
            top = Math.min(3, Math.max(top, share));
        }
        Scale y = new Scale(0, top, box.bottom() - 22, box.y() + 30);
        axes(pen, time, y, box, step);
        ghost.ifPresent(old ->
                curve(pen, old, old.loss(), time, y, Stroke.of(Paint.tint(Ink.INK_3, Paint.FUTURE), Weight.SIM)));
        if (shown.isEmpty()) {
            return;
        }
        Learned run = shown.get();
        legend(pen, run, box);
        Stroke held = Stroke.of(Ink.category(2), Weight.FINE).dashed(Stroke.Dash.RIVAL);
        Paint future = Paint.tint(Ink.category(0), Paint.FUTURE);
        curve(pen, run, run.loss(), time, y, Stroke.of(future, Weight.SIM));
        past(pen, run, time, y, step);
        curve(pen, run, run.heldOut(), time, y, held);
        curve(pen, run, run.theory(), time, y, Stroke.THEORY);
        if (run.divergedAt() >= 0) {
            diverged(pen, run, time, y, box);
        }
        cursor(pen, run, time, y, box, step);
    }

    private static void axes(Pen pen, Scale time, Scale y, Box box, double step) {
        PlotFrame axes = PlotFrame.of(new Box(time.start(), y.end(), time.end() - time.start(), y.start() - y.end()));
        axes.shares(pen, y);
        TextStyle hot = TextStyle.READOUT.middle();
        String now = Words.say("plot.reduction.step", Numbers.fixed(step, 0));
        double half = pen.width(now, hot) / 2;
        double x = Math.max(box.x() + half, Math.min(box.right() - half, time.at(step)));
        pen.text(now, x, box.bottom() - 5, hot);
        double stride = Scale.step(time.to(), 3);
        for (int i = 0; i * stride <= time.to() + 1e-9; i++) {
            pen.textIfFree(
                    Numbers.fixed(i * stride, 0), time.at(i * stride), box.bottom() - 5, TextStyle.TICK.middle());
        }
    }

    private static void curve(Pen pen, Learned run, double[] values, Scale time, Scale y, Stroke stroke) {
        double[] xs = new double[values.length];
        double[] ys = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            xs[i] = time.at(Math.min(time.to(), run.steps()[i]));
            ys[i] = y.at(Math.min(y.to(), values[i]));
        }
        pen.polyline(xs, ys, 0, xs.length, stroke);
    }

    private static void past(Pen pen, Learned run, Scale time, Scale y, double step) {
        int n = run.loss().length;
        double[] xs = new double[n + 1];
        double[] ys = new double[n + 1];
        int used = 0;
        while (used < n && run.steps()[used] <= step) {
            xs[used] = time.at(run.steps()[used]);
            ys[used] = y.at(Math.min(y.to(), run.loss()[used]));
            used++;
        }
        if (used > 0 && used < n) {
            xs[used] = time.at(step);
            ys[used] = y.at(Math.min(y.to(), run.at(run.loss(), step)));
            used++;
        }
        pen.polyline(xs, ys, 0, used, Stroke.of(Ink.category(0), Weight.SIM));
    }

    private static void legend(Pen pen, Learned run, Box box) {
        double x = box.x();
        double y = box.y() + 8;
        x = entry(pen, Words.say("plot.reduction.network"), Stroke.of(Ink.category(0), Weight.SIM), x, y);
        if (run.theory().length > 0) {
            x = entry(pen, run.theoryName(), Stroke.THEORY, x, y);
        }
        if (run.heldOut().length > 0) {
            entry(
                    pen,
                    Words.say("plot.reduction.held-out"),
                    Stroke.of(Ink.category(2), Weight.FINE).dashed(Stroke.Dash.RIVAL),
                    x,
                    y);
        }
    }

    private static double entry(Pen pen, String words, Stroke stroke, double x, double y) {
        pen.line(x + 2, y, x + 24, y, stroke);
        pen.text(words, x + 30, y + 4, TextStyle.SMALL);
        return x + 30 + pen.width(words, TextStyle.SMALL) + 12;
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
                Words.say("plot.reduction.step-2", Integer.toString(run.divergedAt())),
                at,
                y.at(y.to() / 2),
                left ? style.strong().end() : style.strong());
        pen.text(Words.say("plot.reduction.steps-too-large"), at, y.at(y.to() / 2) + 16, left ? style.end() : style);
    }

    private static void cursor(Pen pen, Learned run, Scale time, Scale y, Box box, double step) {
        double x = time.at(step);
        pen.line(x, y.end() - 6, x, y.start(), Stroke.NOW);
        if (run.loss().length == 0 || step > run.steps()[run.loss().length - 1]) {
            return;
        }
        double value = run.at(run.loss(), step);
        double level = y.at(Math.min(y.to(), value));
        pen.circle(x, level, 4.5, Paint.of(Ink.NOW), Stroke.of(Ink.BG, Weight.NOW));
        boolean left = x > box.right() - 52;
        String words = Numbers.fixed(value, 2);
        double above = level < y.end() + 14 ? level + 16 : level - 7;
        pen.text(words, left ? x - 8 : x + 8, above, left ? TextStyle.READOUT.end() : TextStyle.READOUT);
    }
}
