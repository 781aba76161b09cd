package dynlab.cli.paper;

import dynlab.numeric.Numbers;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.view.plot.PlotFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Two named axes that end at their first and last tick, and what is drawn between them. */
final class Axes {
    /** A tick axis. */
    record Axis(String name, double... ticks) {
        double from() {
            return ticks[0];
        }

        double to() {
            return ticks[ticks.length - 1];
        }
    }

    /** A line of the legend. */
    record Named(String name, Stroke stroke) {}

    /** What stands at the end of a line. */
    record End(String name, double value, Stroke stroke) {}

    /** Least distance of two names at the ends of lines, px. */
    private static final double APART = 15;

    private static final double LEFT = 52;
    private static final double FOOT = 38;
    /** Points nearer to the line through their neighbours are left out, px. */
    private static final double FLAT = 0.15;

    private final Pen pen;
    private final Box plot;
    private final Scale x;
    private final Scale y;

    /**
     * @param right px kept free on the right, for names at the ends of lines
     */
    Axes(Pen pen, Box box, double right, Axis across, Axis up) {
        this.pen = pen;
        PlotFrame frame = PlotFrame.wide(box.inset(LEFT, 6, right, FOOT));
        plot = frame.plot();
        x = frame.across(across.from(), across.to());
        y = frame.up(up.from(), up.to());
        for (double tick : up.ticks()) {
            frame.level(pen, y.at(tick), Numbers.brief(tick), tick == up.from());
        }
        for (double tick : across.ticks()) {
            pen.line(x.at(tick), plot.bottom(), x.at(tick), plot.bottom() + 4, Stroke.AXIS);
            frame.number(pen, x.at(tick), Numbers.brief(tick));
        }
        frame.name(pen, across.name());
        pen.text(
                up.name(),
                box.x() + 11,
                plot.middleY(),
                TextStyle.SMALL.middle().upwards());
    }

    Box plot() {
        return plot;
    }

    double x(double value) {
        return x.at(value);
    }

    /** The height of a value, kept between the ends of the axis. */
    double y(double value) {
        return Math.max(plot.y(), Math.min(plot.bottom(), y.at(value)));
    }

    /** A line through points, those left out that make no difference to the eye. */
    void line(double[] xs, double[] ys, Stroke stroke) {
        int count = Math.min(xs.length, ys.length);
        double[] px = new double[count];
        double[] py = new double[count];
        for (int i = 0; i < count; i++) {
            px[i] = x(Math.min(x.to(), xs[i]));
            py[i] = y(ys[i]);
        }
        boolean[] kept = new boolean[count];
        if (count > 0) {
            kept[0] = true;
            kept[count - 1] = true;
            keep(px, py, 0, count - 1, kept);
        }
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (kept[i]) {
                px[n] = px[i];
                py[n++] = py[i];
            }
        }
        pen.polyline(px, py, 0, n, stroke);
    }

    /** Keeps the point farthest from the straight way, and so on in both halves. */
    private static void keep(double[] px, double[] py, int from, int to, boolean[] kept) {
        double dx = px[to] - px[from];
        double dy = py[to] - py[from];
        double span = Math.max(1e-12, Math.hypot(dx, dy));
        double most = FLAT;
        int farthest = -1;
        for (int i = from + 1; i < to; i++) {
            double off = Math.abs(dx * (py[i] - py[from]) - dy * (px[i] - px[from])) / span;
            if (off > most) {
                most = off;
                farthest = i;
            }
        }
        if (farthest >= 0) {
            kept[farthest] = true;
            keep(px, py, from, farthest, kept);
            keep(px, py, farthest, to, kept);
        }
    }

    void dot(double xValue, double yValue, double radius, Paint paint) {
        pen.circle(x(xValue), y(yValue), radius, paint, Stroke.of(Ink.BG, Weight.AXIS));
    }

    /** Names one under the other in the upper right corner, each after its line. */
    void legend(double top, List<Named> lines) {
        double widest = 0;
        for (Named line : lines) {
            widest = Math.max(widest, pen.width(line.name(), TextStyle.NAME));
        }
        legend(plot.right() - 4 - widest - 38, top, lines);
    }

    /** The same in the upper left corner. */
    void legendLeft(double top, List<Named> lines) {
        legend(plot.x() + 8, top, lines);
    }

    private void legend(double left, double top, List<Named> lines) {
        for (int k = 0; k < lines.size(); k++) {
            double level = plot.y() + top + 17 * k;
            pen.line(left, level - 4, left + 30, level - 4, lines.get(k).stroke());
            pen.text(lines.get(k).name(), left + 38, level, TextStyle.NAME.haloed());
        }
    }

    /** Names right of the plot at the ends of lines, each after a stub of its line, moved apart where they would meet. */
    void ends(List<End> ends) {
        List<End> sorted = new ArrayList<>(ends);
        sorted.sort(Comparator.comparingDouble(End::value));
        double below = plot.bottom() + APART;
        for (End end : sorted) {
            double level = Math.min(y(end.value()), below - APART);
            pen.line(plot.right() + 5, level, plot.right() + 15, level, end.stroke());
            pen.text(end.name(), plot.right() + 20, level + 4, TextStyle.NAME);
            below = level;
        }
    }

    /** 0, 1, … as many as there are, times a factor. */
    static double[] count(int n, double factor) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = i * factor;
        }
        return values;
    }
}
