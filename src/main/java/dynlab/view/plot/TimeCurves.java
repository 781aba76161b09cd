package dynlab.view.plot;

import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Type;
import dynlab.view.pen.Weight;

/** What the plots over time share: the axis, the stages, the cursor, and a line that is solid up to now. */
final class TimeCurves {
    private final Pen pen;
    private final Frame frame;
    private final Scale time;
    private final double[] xs;
    private double[] ys = new double[0];

    TimeCurves(Pen pen, Frame frame, Scale time) {
        this.pen = pen;
        this.frame = frame;
        this.time = time;
        xs = places(frame.story());
    }

    private double[] places(RunView story) {
        double[] steps = story.steps();
        double[] places = new double[steps.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = time.at(Math.min(steps[i], time.to()));
        }
        return places;
    }

    Scale time() {
        return time;
    }

    double now() {
        return time.at(frame.step());
    }

    /** Vertical hairlines at the stages, on the sheet. */
    void stages(Box plot) {
        sheet(plot);
        for (RunView.Stage stage : frame.story().stages()) {
            double x = time.at(stage.step());
            pen.line(x, plot.y(), x, plot.bottom(), Stroke.GRID);
        }
    }

    /** The sheet under which lies what is not shown yet. */
    void sheet(Box plot) {
        if (frame.covered() && xs.length > 0) {
            double from = Math.max(now(), xs[xs.length - 1]);
            pen.rect(new Box(from, plot.y(), plot.right() - from, plot.h()), 0, Paint.of(Ink.SUNKEN));
        }
    }

    /** The line of now through a panel, below its head, whose words it would cross. */
    void cursor(Box box) {
        cursor(box.y() + 18, box.bottom());
    }

    /** The line of now, and the thin line of the pointer. */
    void cursor(double top, double bottom) {
        double hover = frame.pointer().step();
        if (hover >= 0) {
            double x = time.at(hover);
            pen.line(x, top, x, bottom, Stroke.of(Ink.INK_3, Weight.HAIR));
        }
        pen.line(now(), top, now(), bottom, Stroke.NOW);
    }

    /** A curve: the past solid, the rest of it weak. */
    void line(double[] values, Scale y, Paint paint, Weight weight) {
        line(values, y, Stroke.of(paint, weight));
    }

    /** The same of any stroke. */
    void line(double[] values, Scale y, Stroke stroke) {
        line(frame.story(), values, y, stroke);
    }

    /** The same of any run. */
    void line(RunView story, double[] values, Scale y, Stroke stroke) {
        if (values.length == 0) {
            return;
        }
        double[] at = story == frame.story() ? xs : places(story);
        int n = map(values, at, y);
        int cut = cut(story, n);
        double x = Math.min(now(), at[n - 1]);
        double level = within(y, y.at(story.at(values, frame.step())));
        // the future from now on, then the past up to now over it
        double[] restX = new double[n - cut + 1];
        double[] restY = new double[n - cut + 1];
        restX[0] = x;
        restY[0] = level;
        System.arraycopy(at, cut, restX, 1, n - cut);
        System.arraycopy(ys, cut, restY, 1, n - cut);
        pen.polyline(restX, restY, 0, restX.length, stroke.paint(stroke.paint().times(Paint.FUTURE)));
        double[] pastX = new double[cut + 1];
        double[] pastY = new double[cut + 1];
        System.arraycopy(at, 0, pastX, 0, cut);
        System.arraycopy(ys, 0, pastY, 0, cut);
        pastX[cut] = x;
        pastY[cut] = level;
        pen.polyline(pastX, pastY, 0, cut + 1, stroke);
    }

    /** A whole curve in one stroke, of any run: theory, a ghost, other seeds. */
    void plain(RunView story, double[] values, Scale y, Stroke stroke) {
        if (values.length == 0) {
            return;
        }
        double[] at = story == frame.story() ? xs : places(story);
        int n = map(values, at, y);
        pen.polyline(at, ys, 0, n, stroke);
    }

    /** Px of values, within the plot. */
    static double[] levels(double[] values, Scale y) {
        double[] levels = new double[values.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = within(y, y.at(values[i]));
        }
        return levels;
    }

    /** The dot of now on a curve. */
    void dot(double y) {
        pen.circle(now(), y, 4.5, Paint.of(Ink.NOW), Stroke.of(Ink.BG, Weight.FINE));
    }

    /** The pointer's dot on a curve. */
    void hoverDot(double[] values, Scale y) {
        double hover = frame.pointer().step();
        boolean there = !frame.covered() || frame.story().reaches(hover);
        if (hover >= 0 && values.length > 0 && there) {
            double level = y.at(frame.story().at(values, hover));
            pen.circle(time.at(hover), level, 4, Paint.of(Ink.INK), Stroke.of(Ink.BG, Weight.FINE));
        }
    }

    /** The value at the cursor, right of the line or left of it near the edge; above or below by what is free. */
    void readout(String words, double y, boolean below, Box plot, Type type) {
        TextStyle style = TextStyle.READOUT.sized(type);
        double width = pen.width(words, style);
        double size = pen.palette().size(type);
        boolean flipped = now() + 9 + width > plot.right() + 4;
        double x = flipped ? now() - 9 : now() + 9;
        TextStyle set = flipped ? style.end() : style;
        double above = Math.max(y - 7, plot.y() + size * 0.75);
        double beneath = y + size + 4;
        double[] candidates = below ? new double[] {beneath, above} : new double[] {above, beneath};
        for (double candidate : candidates) {
            if (pen.textIfFree(words, x, candidate, set)) {
                return;
            }
        }
        TextStyle other = flipped ? style : style.end();
        double across = flipped ? now() + 9 : now() - 9;
        for (double candidate : candidates) {
            if (pen.textIfFree(words, across, candidate, other)) {
                return;
            }
        }
    }

    private int map(double[] values, double[] at, Scale y) {
        int n = Math.min(values.length, at.length);
        if (ys.length < n) {
            ys = new double[n];
        }
        for (int i = 0; i < n; i++) {
            ys[i] = within(y, y.at(values[i]));
        }
        return n;
    }

    /** A height that stays in its plot, but for a little. */
    static double within(Scale y, double height) {
        double top = Math.min(y.start(), y.end()) - 6;
        double bottom = Math.max(y.start(), y.end()) + 6;
        return Math.max(top, Math.min(bottom, height));
    }

    /** Index of the first record after now. */
    private int cut(RunView story, int n) {
        int cut = 0;
        while (cut < n && story.steps()[cut] <= frame.step()) {
            cut++;
        }
        return cut;
    }
}
