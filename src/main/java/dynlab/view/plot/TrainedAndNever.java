package dynlab.view.plot;

import dynlab.view.Frame;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;

/**
 * Two curves over time: of routes that are trained, and of routes that never are. Where the two lie together the fine one
 * lies on the broad one, so that neither hides the other.
 *
 * @param trained the mean over trained routes, one a record
 * @param never the mean over the others; empty where there are none
 * @param y the scale of both
 * @param rising whether they end high, so that names within the plot stand below
 */
record TrainedAndNever(double[] trained, double[] never, Scale y, boolean rising) {
    private static final Stroke NEVER = Together.over(Ink.category(2));

    /** Ends that are nearer than this, px, are named one above the other. */
    private static final double NEAR = 15;

    boolean zeroShot() {
        return never.length > 0;
    }

    /** The curve that the cursor reads: what was never trained, if there is any. */
    double[] read() {
        return zeroShot() ? never : trained;
    }

    void draw(TimeCurves curves) {
        curves.line(trained, y, under());
        if (zeroShot()) {
            curves.line(never, y, NEVER);
        }
    }

    private Stroke under() {
        return zeroShot() ? Together.under(Ink.category(0)) : Stroke.of(Ink.category(0), Weight.SIM);
    }

    /** Sets the names of both at their ends, or in a corner of the plot where there is no margin. */
    void name(Pen pen, Frame frame, Box plot, Box box, String ofTrained, String ofNever) {
        name(pen, frame, plot, box, ofTrained, true);
        if (zeroShot()) {
            name(pen, frame, plot, box, ofNever, false);
        }
        if (together()) {
            boolean margin = margin(frame, plot, box);
            double level = rising ? level(plot, false) + NEAR : plot.bottom();
            double corner = rising ? plot.bottom() - 38 : plot.y() + 36;
            TextStyle style = TextStyle.SMALL.haloed();
            pen.textIfFree(
                    Words.say("plot.together"),
                    margin ? plot.right() + 16 : plot.right(),
                    margin ? level + 4 : corner,
                    margin ? style : style.end());
        }
    }

    /** Whether nobody can tell the two apart. */
    private boolean together() {
        return Together.lie(trained, never, y);
    }

    private static boolean margin(Frame frame, Box plot, Box box) {
        return Layout.hasMargin(frame.kind()) && box.right() - plot.right() > 90;
    }

    private void name(Pen pen, Frame frame, Box plot, Box box, String words, boolean first) {
        Stroke stroke = first ? under() : NEVER;
        if (margin(frame, plot, box)) {
            double level = level(plot, first);
            dash(pen, plot.right() + 2, level, stroke);
            String cut = Labels.cut(pen, words, TextStyle.NAME, box.right() - plot.right() - 16);
            pen.text(cut, plot.right() + 16, level + 4, TextStyle.NAME);
            return;
        }
        String fits = Labels.cut(pen, words, TextStyle.NAME, plot.w() - 14);
        double width = pen.width(fits, TextStyle.NAME) + 14;
        double row = first ? 8 : 22;
        double top = rising ? plot.bottom() - 32 + row : plot.y() + row;
        dash(pen, plot.right() - width, top - 4, stroke);
        pen.textIfFree(fits, plot.right(), top, TextStyle.NAME.haloed().end());
    }

    /** A piece of a curve before its name; the round ends of a broad one stay clear of the words. */
    private static void dash(Pen pen, double x, double y, Stroke stroke) {
        double end = stroke.weight() == Weight.BROAD ? 3 : 0;
        pen.line(x + end, y, x + 9 - end, y, stroke);
    }

    /** The level of a name in the margin: the end of its curve, or one above the other where both end alike. */
    private double level(Box plot, boolean first) {
        double end = y.at(trained[trained.length - 1]);
        double other = zeroShot() ? y.at(never[never.length - 1]) : Double.NEGATIVE_INFINITY;
        if (Math.abs(end - other) >= NEAR) {
            return first ? end : other;
        } else if (rising) {
            return first ? end : end + NEAR + 1;
        }
        double lowest = together() ? plot.bottom() - NEAR : plot.bottom();
        return first ? lowest : lowest - NEAR;
    }
}
