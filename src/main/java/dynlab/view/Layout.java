package dynlab.view;

import java.util.ArrayList;
import java.util.List;

/** Where panels stand, by the size of what contains them. The page's style sheet has the same numbers for its columns. */
public final class Layout {
    /** Left edge of the plots from the left edge of a column, where tick labels stand. */
    private static final double HEADER = 48;

    private Layout() {}

    /** How much fits. */
    public enum Kind {
        /** Three columns. */
        WIDE(44, 132),
        /** Dynamics, and one more column. */
        MEDIUM(44, 132),
        /** One panel at a time. */
        NARROW(38, 12),
        /** Two plots and the similarity. */
        EMBED(38, 46),
        /** One plot. */
        TINY(38, 12);

        private final double left;
        private final double right;

        Kind(double left, double right) {
            this.left = left;
            this.right = right;
        }

        /** The layout for a container of that size. */
        public static Kind of(double width, double height) {
            if (height < 260 || width < 480 && height < 420) {
                return TINY;
            }
            if (width < 480) {
                return NARROW;
            }
            if (height < 560) {
                return EMBED;
            }
            if (width <= 640) {
                return NARROW;
            }
            return width >= 1024 && height >= 640 ? WIDE : MEDIUM;
        }
    }

    /** A view and its box. */
    public record Panel(View view, Box box) {}

    /** The time axis of every plot of a column: same left and right edge. */
    public static Scale time(Frame frame, Box box) {
        double wider = frame.kind() == Kind.EMBED && box.w() > 500 ? 20 : 0;
        return new Scale(
                0, frame.story().horizon(), box.x() + frame.kind().left, box.right() - frame.kind().right - wider);
    }

    /** Whether words beside the ends of curves have room to the right of the plots. */
    public static boolean hasMargin(Kind kind) {
        return kind.right > 40;
    }

    /** The stack of plots over one time axis. */
    public static List<Panel> dynamics(Kind kind, Box column, boolean waterfall) {
        List<Panel> panels = new ArrayList<>();
        double x = column.x();
        double y = column.y();
        double w = column.w();
        if (kind == Kind.EMBED) {
            double half = Math.floor(column.h() / 2);
            panels.add(new Panel(Views.MODES, new Box(x, y, w, half)));
            panels.add(new Panel(Views.ANSWER, new Box(x, y + half, w, column.h() - half)));
            return panels;
        }
        // heads, gaps and room under the axes take what does not grow
        boolean both = column.h() >= 400;
        double grows = column.h() - (both ? 190 : 130);
        double loss = both ? Math.rint(0.2 * grows) : 0;
        double modes = Math.rint((both ? 0.4 : 0.5) * grows);
        double answer = grows - loss - modes;
        if (both) {
            panels.add(new Panel(Views.LOSS, new Box(x, y, w, loss + 50)));
            y = y + loss + 50;
        }
        panels.add(new Panel(Views.MODES, new Box(x, y, w, modes + 62)));
        y = y + modes + 62;
        Box last = new Box(x, y, w, answer + (both ? 78 : 68));
        panels.add(new Panel(Views.ANSWER, last));
        if (waterfall && hasMargin(kind)) {
            panels.add(new Panel(Views.WATERFALL, last));
        }
        return panels;
    }

    /** Every panel of a figure of that size; a band for the header is left free on top. */
    public static List<Panel> figure(Kind kind, double width, double height) {
        List<Panel> panels = new ArrayList<>();
        if (kind == Kind.EMBED) {
            double right = Math.min(200, width / 3);
            Box column = new Box(16, HEADER, width - right - 44, height - HEADER - 68);
            panels.addAll(dynamics(kind, column, false));
            panels.add(new Panel(Views.TIME, new Box(16, height - 68, column.w(), 68)));
            panels.add(new Panel(Views.SIMILARITY, new Box(width - right - 16, HEADER + 8, right, 132)));
            return panels;
        }
        if (kind == Kind.NARROW || kind == Kind.TINY) {
            double foot = kind == Kind.TINY ? 44 : 66;
            panels.add(new Panel(Views.ANSWER, new Box(16, HEADER, width - 32, height - HEADER - foot)));
            panels.add(new Panel(Views.TIME, new Box(16, height - foot, width - 32, foot)));
            return panels;
        }
        double side = width > 1920 ? 360 : 296;
        double body = height - HEADER - 96;
        double left = kind == Kind.WIDE ? 24 + side + 32 : 24;
        double right = width - 24 - side;
        Box column = new Box(left, HEADER + 16, right - 32 - left, body - 16);
        panels.addAll(dynamics(kind, column, true));
        panels.add(new Panel(Views.TIME, new Box(left, height - 96, column.w(), 96)));
        if (kind == Kind.WIDE) {
            panels.add(new Panel(Views.WORLD, new Box(24, HEADER + 16, side, Math.min(440, body - 40))));
        }
        panels.add(new Panel(Views.SIMILARITY, new Box(right, HEADER + 16, side, 250)));
        panels.add(new Panel(Views.MAP, new Box(right, HEADER + 16 + 274, side, 266)));
        return panels;
    }
}
