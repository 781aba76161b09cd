package dynlab.view.plot;

import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.View;
import dynlab.view.View.Hit;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * The frame of a plot, which all plots have alike: its margins, the lines of its levels and their numbers, the names of its
 * axes, the key of a line, and the time under the pointer.
 *
 * @param plot where curves are drawn
 * @param gap px between the plot and the numbers left of it
 * @param under px from the plot to the base line of the numbers under it
 */
public record PlotFrame(Box plot, double gap, double under) {
    /** Room that the pointer has beside an axis. */
    private static final double REACH = 4;

    /** A plot over time in a panel: under its head, above the time line where that has its own numbers. */
    static PlotFrame overTime(Frame frame, Box box) {
        return overTime(frame, box, 36);
    }

    /**
     * The same with another margin under it.
     *
     * @param foot px under the plot in a layout that is at least medium
     */
    static PlotFrame overTime(Frame frame, Box box, double foot) {
        double top = frame.kind() == Layout.Kind.EMBED ? 20 : 26;
        return overTime(frame, box, top, roomy(frame) ? foot : 16);
    }

    /** The same with margins of the plot's own. */
    static PlotFrame overTime(Frame frame, Box box, double top, double under) {
        Scale time = Layout.time(frame, box);
        return wide(new Box(time.start(), box.y() + top, time.end() - time.start(), box.h() - top - under));
    }

    /** A plot over something else than time, with numbers of its own under it. */
    static PlotFrame of(Box plot) {
        return new PlotFrame(plot, 6, 16);
    }

    /** The same with the wider gap of the plots over time. */
    public static PlotFrame wide(Box plot) {
        return new PlotFrame(plot, 8, 17);
    }

    private static boolean roomy(Frame frame) {
        return frame.kind() == Layout.Kind.WIDE || frame.kind() == Layout.Kind.MEDIUM;
    }

    public Scale up(double from, double to) {
        return new Scale(from, to, plot.bottom(), plot.y());
    }

    public Scale across(double from, double to) {
        return new Scale(from, to, plot.x(), plot.right());
    }

    /** A horizontal line, the axis or a finer one, and its number. */
    public void level(Pen pen, double y, String number, boolean axis) {
        level(pen, y, number, axis, TextStyle.TICK);
    }

    /** The same in another style. */
    void level(Pen pen, double y, String number, boolean axis, TextStyle style) {
        pen.line(plot.x(), y, plot.right(), y, axis ? Stroke.AXIS : Stroke.GRID);
        pen.text(number, plot.x() - gap, y + 4, style.end());
    }

    /** Levels at round numbers from 0 up, at most so many parts, with the decimals that tell them apart. */
    void levels(Pen pen, Scale y, int most) {
        int decimals = decimals(Scale.step(y.to(), most));
        levels(pen, y, most, value -> Numbers.fixed(value, decimals));
    }

    /** The same with numbers written otherwise. */
    void levels(Pen pen, Scale y, int most, DoubleFunction<String> words) {
        double step = Scale.step(y.to(), most);
        for (int i = 0; i * step <= y.to() * 1.0001; i++) {
            level(pen, y.at(i * step), words.apply(i * step), i == 0);
        }
    }

    /** Levels of a share of the first error: whole ones, and a half where there is room. */
    void shares(Pen pen, Scale y) {
        for (int i = (int) y.to(); i >= 0; i--) {
            level(pen, y.at(i), Integer.toString(i), i == 0);
            if (i == 1 && y.to() < 2) {
                level(pen, y.at(0.5), "½", false);
            }
        }
    }

    /** Decimals of the multiples of a round step. */
    static int decimals(double step) {
        return step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
    }

    /** A number under the plot. */
    public void number(Pen pen, double x, String number) {
        pen.textIfFree(number, x, plot.bottom() + under, TextStyle.TICK.middle());
    }

    /** A vertical line through the plot. */
    void upright(Pen pen, double x, Stroke stroke) {
        pen.line(x, plot.y(), x, plot.bottom(), stroke);
    }

    /** A number over the plot. */
    void numberOver(Pen pen, double x, String number, TextStyle style) {
        pen.textIfFree(number, x, plot.y() - 5, style);
    }

    /** What the axis under the plot is. */
    public void name(Pen pen, String words) {
        pen.textIfFree(words, plot.middleX(), plot.bottom() + 33, TextStyle.SMALL.middle());
    }

    /** Points on a line, such as one for each run. */
    public static void points(Pen pen, double[] xs, double[] ys, int count, Ink ink) {
        if (count > 1) {
            pen.polyline(xs, ys, 0, count, Stroke.of(ink, Weight.FINE));
        }
        for (int i = 0; i < count; i++) {
            pen.circle(xs[i], ys[i], 4, Paint.of(ink), Stroke.of(Ink.BG, Weight.AXIS));
        }
    }

    /** A piece of a line and what it is, where there is room; says whether there was. */
    public static boolean key(Pen pen, String words, Stroke stroke, double x, double y) {
        boolean free = pen.textIfFree(words, x + 14, y, TextStyle.NAME.haloed());
        if (free) {
            pen.line(x, y - 4, x + 9, y - 4, stroke);
        }
        return free;
    }

    /** Width of a key. */
    public static double keyWidth(Pen pen, String words) {
        return 14 + pen.width(words, TextStyle.NAME);
    }

    /** The whole step under the pointer in a plot over time; none beside it. */
    static OptionalDouble step(Frame frame, Box box, double px) {
        Scale time = Layout.time(frame, box);
        boolean beside = px < time.start() - REACH || px > time.end() + REACH;
        return beside ? OptionalDouble.empty() : OptionalDouble.of(Math.rint(time.inverse(px)));
    }

    /** What a plot over time reads at the step under the pointer, with that step; nothing beside it, or where it reads nothing. */
    static Optional<Hit> reading(View plot, Frame frame, Box box, double px) {
        OptionalDouble at = step(frame, box, px);
        String tip = at.isEmpty() ? "" : plot.reading(frame.at(at.getAsDouble()));
        return tip.isEmpty()
                ? Optional.empty()
                : Optional.of(Hit.block(-1, at.getAsDouble(), when(at.getAsDouble()) + tip));
    }

    /** The first line of a tip in a plot over time. */
    static String when(double step) {
        return "t = " + Numbers.fixed(step, 0);
    }
}
