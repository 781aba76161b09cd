package dynlab.view.plot;

import dynlab.numeric.Numbers;
import dynlab.view.Learned;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;

/**
 * The steps of a drawn network's run, one axis for all plots over each other and for the time line under them.
 *
 * @param time steps to px
 * @param right where the room for names ends
 */
public record RunAxis(Scale time, double right) {
    private static final double LEFT = 40;
    private static final double NAMES = 118;
    private static final double NARROW = 340;
    private static final double END = 14;

    /** Beside numbers of levels on the left and names of curves on the right. */
    public static RunAxis beside(double horizon, Box box) {
        double names = box.w() < NARROW ? END : NAMES;
        return new RunAxis(new Scale(0, Math.max(1, horizon), box.x() + LEFT, box.right() - names), box.right());
    }

    /** Of a time line that stands alone. */
    public static RunAxis alone(double horizon, Box box) {
        return new RunAxis(new Scale(0, Math.max(1, horizon), box.x() + END, box.right() - END), box.right());
    }

    boolean hasNames() {
        return right - time.end() > END + 1;
    }

    /** Curves go on to their end, pale where they are still to come. */
    void curve(Pen pen, double[] steps, double[] values, Scale y, Ink ink, Weight weight, double now) {
        line(pen, steps, values, y, Stroke.of(Paint.tint(ink, Paint.FUTURE), weight), Double.POSITIVE_INFINITY);
        line(pen, steps, values, y, Stroke.of(ink, weight), now);
    }

    /** Values up to a step, cut where the scale ends. */
    void line(Pen pen, double[] steps, double[] values, Scale y, Stroke stroke, double until) {
        int count = Math.min(steps.length, values.length);
        double[] xs = new double[count + 1];
        double[] ys = new double[count + 1];
        int used = 0;
        while (used < count && steps[used] <= until) {
            xs[used] = time.at(Math.min(time.to(), steps[used]));
            ys[used] = y.at(Math.min(y.to(), values[used]));
            used++;
        }
        if (used > 0 && used < count && steps[used] > steps[used - 1]) {
            double part = (until - steps[used - 1]) / (steps[used] - steps[used - 1]);
            double value = values[used - 1] + part * (values[used] - values[used - 1]);
            xs[used] = time.at(until);
            ys[used] = y.at(Math.min(y.to(), value));
            used++;
        }
        pen.polyline(xs, ys, 0, used, stroke);
    }

    /** A value now: a dot on its curve, and the number beside it where there is room. */
    void now(Pen pen, Learned run, double[] values, Scale y, double step, int decimals) {
        if (values.length == 0 || step > run.steps()[Math.min(values.length, run.steps().length) - 1]) {
            return;
        }
        double value = run.at(values, step);
        double x = time.at(step);
        double level = y.at(Math.min(y.to(), value));
        pen.circle(x, level, 4.5, Paint.of(Ink.NOW), Stroke.of(Ink.BG, Weight.NOW));
        boolean left = x > time.end() - 40;
        double at = level < y.end() + 14 ? level + 16 : level - 7;
        TextStyle style = left ? TextStyle.READOUT.end() : TextStyle.READOUT;
        pen.textIfFree(Numbers.fixed(value, decimals), left ? x - 8 : x + 8, at, style);
    }

    /** Names right of the curves, each as near to its end as the others let it. */
    void names(Pen pen, String[] names, Ink[] inks, double[] ends, double top, double bottom, boolean[] dashed) {
        if (!hasNames()) {
            return;
        }
        Integer[] order = new Integer[names.length];
        for (int k = 0; k < order.length; k++) {
            order[k] = k;
        }
        java.util.Arrays.sort(order, (a, b) -> Double.compare(ends[a], ends[b]));
        double[] wanted = new double[names.length];
        for (int i = 0; i < order.length; i++) {
            wanted[i] = ends[order[i]];
        }
        int most = Labels.most(order.length, 15, top, bottom);
        double[] places = Labels.spread(wanted, most, 15, top, bottom);
        for (int i = 0; i < most; i++) {
            int k = order[i];
            Stroke stroke = Stroke.of(inks[k], Weight.FINE);
            double x = time.end() + 8;
            pen.line(x, places[i], x + 12, places[i], dashed[k] ? stroke.dashed(Stroke.Dash.RIVAL) : stroke);
            String words = Labels.cut(pen, names[k], TextStyle.NAME, right - x - 18);
            pen.text(words, x + 17, places[i] + 4, TextStyle.NAME);
        }
    }
}
