package dynlab.view.plot;

import dynlab.view.Frame;
import dynlab.view.pen.Box;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * Names at the ends of curves: in the margin at the right where they can be known there, else within the plot. Where there
 * is no room for all, one curve of each colour keeps its name.
 */
final class EndNames {
    /** Height of a name, px; within the plot names may take half of it. */
    private static final double ROW = 15;
    /** Room, px, in which a name that is cut can still be known. */
    private static final double LEAST = 48;

    private EndNames() {}

    /**
     * The name of one curve.
     *
     * @param y where the curve ends, px
     */
    record Name(String words, Stroke stroke, double y) {}

    /** Draws names, which need no order, beside a plot that is as wide as the time axis. */
    static void draw(Pen pen, Frame frame, List<Name> all, Box plot, Box box) {
        List<Name> names = new ArrayList<>(all);
        names.sort((a, b) -> Double.compare(a.y(), b.y()));
        double margin = box.right() - plot.right() - 6 - 14;
        boolean outside = Layout.hasMargin(frame.kind()) && (margin >= LEAST || fit(pen, names, margin));
        if ((outside ? 1 : 2) * ROW * names.size() > plot.h() + 10) {
            names = oneOfEachColour(names);
        }
        double[] wanted = new double[names.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = names.get(i).y();
        }
        if (!outside && wanted.length > 0 && wanted[wanted.length - 1] - wanted[0] < ROW) {
            // curves that end together: beside them on the side that has the room, not on them
            double aside = (wanted.length - 1) * ROW + 30;
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] += wanted[i] < plot.middleY() ? 30 : -aside;
            }
        }
        double[] places = Labels.spread(
                wanted, wanted.length, ROW, plot.y() + (outside ? -4 : 12), plot.bottom() + (outside ? 6 : 0));
        for (int i = 0; i < wanted.length; i++) {
            String words = Labels.cut(pen, names.get(i).words(), TextStyle.NAME, outside ? margin : plot.w() / 2);
            double left = outside ? plot.right() + 6 : plot.right() - PlotFrame.keyWidth(pen, words);
            PlotFrame.key(pen, words, names.get(i).stroke(), left, places[i] + (outside ? 4 : -8));
        }
    }

    private static boolean fit(Pen pen, List<Name> names, double room) {
        for (Name name : names) {
            if (pen.width(name.words(), TextStyle.NAME) > room) {
                return false;
            }
        }
        return true;
    }

    private static List<Name> oneOfEachColour(List<Name> names) {
        List<Name> kept = new ArrayList<>();
        for (Name name : names) {
            boolean another = true;
            for (Name one : kept) {
                another &= !one.stroke().equals(name.stroke());
            }
            if (another) {
                kept.add(name);
            }
        }
        return kept;
    }
}
