package dynlab.view.plot;

import dynlab.numeric.Numbers;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;

/** The scrubber of a drawn network's run: a track, the past on it, and where now is. */
public final class RunLine {
    private RunLine() {}

    /**
     * Draws it.
     *
     * @param computed how far the run has come
     * @param ticks whether numbers stand under it
     */
    public static void draw(Pen pen, RunAxis axis, double computed, double step, Box box, boolean ticks) {
        pen.boxes().open("runline", box);
        Scale time = axis.time();
        double horizon = time.to();
        double y = ticks ? box.y() + 18 : box.middleY();
        Paint rest = Paint.of(Ink.LINE_2).times(0.45).on(Ink.SUNKEN);
        pen.line(time.start(), y, time.end(), y, Stroke.of(rest, Weight.TRACK));
        if (computed < horizon) {
            pen.line(
                    time.start(),
                    y,
                    time.at(computed),
                    y,
                    Stroke.of(Paint.of(Ink.LINE_2).on(Ink.SUNKEN), Weight.TRACK));
        }
        double now = time.at(step);
        pen.line(time.start(), y, now, y, Stroke.of(Ink.INK_2, Weight.TRACK));
        pen.circle(now, y, 9, Paint.of(Ink.NOW), Stroke.of(Ink.SUNKEN, Weight.FINE));
        if (!ticks) {
            return;
        }
        TextStyle hot = TextStyle.READOUT.middle();
        String words = Words.say("plot.run-line.step", Numbers.fixed(step, 0));
        double half = pen.width(words, hot) / 2;
        double at = Math.max(box.x() + half, Math.min(box.right() - half, now));
        double stride = Scale.step(time.to(), Math.max(2, Math.min(5, (int) (box.w() / 90))));
        StepTicks.draw(pen, time, stride, at, half, y + 27, Double.NaN);
        pen.text(words, at, y + 27, hot);
    }
}
