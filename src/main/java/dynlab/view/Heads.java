package dynlab.view;

import dynlab.view.pen.Box;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Pen;
import dynlab.view.pen.TextStyle;

/** The head of a panel: its name, and what it shows in a few quieter words where there is room. */
public final class Heads {
    private Heads() {}

    /** Draws a head with its base line at {@code y}; returns where its words end. */
    public static double draw(Pen pen, String name, String hint, double x, double y, double right) {
        String head = Labels.cut(pen, name, TextStyle.HEAD, right - x);
        pen.text(head, x, y, TextStyle.HEAD);
        double end = x + pen.width(head, TextStyle.HEAD);
        TextStyle quiet = TextStyle.TICK.haloed();
        double width = pen.width(hint, quiet);
        if (!hint.isEmpty() && end + 9 + width <= right) {
            pen.text(hint, end + 9, y, quiet);
            end = end + 9 + width;
        }
        return end;
    }

    private static final double HIGH = 34;

    /** Draws a view's head where a figure draws heads; returns what is left of its box. */
    public static Box space(Pen pen, Frame frame, View view, Box box) {
        if (headed(frame)) {
            draw(pen, view.title(), hint(frame, view), box.x(), box.y() + high(frame) / 2, box.right());
        }
        return room(frame, box);
    }

    /** What stands behind a view's head: whose run it is, where there are several. */
    public static String hint(Frame frame, View view) {
        return frame.name().isEmpty() || !view.ofOneRun() ? view.hint() : frame.name();
    }

    /** What a head leaves of a box. */
    public static Box room(Frame frame, Box box) {
        return headed(frame) ? box.inset(0, high(frame), 0, 0) : box;
    }

    private static double high(Frame frame) {
        return frame.kind() == Layout.Kind.EMBED ? 22 : HIGH;
    }

    /** Whether a figure draws heads itself. */
    public static boolean headed(Frame frame) {
        return frame.heads();
    }
}
