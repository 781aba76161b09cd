package dynlab.view.pen;

import dynlab.view.Frame;
import dynlab.view.View;
import dynlab.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /**
     * Which views a figure has.
     *
     * @param left what is learned, where there is room for it
     * @param centre over one time axis, the most telling one last
     * @param right how it is represented
     * @param embed what a small figure shows of the centre, the most telling one last
     */
    public record Arrangement(Optional<View> left, List<View> centre, List<View> right, List<View> embed) {
        public Arrangement {
            centre = List.copyOf(centre);
            right = List.copyOf(right);
            embed = List.copyOf(embed);
        }

        /** The one to show where there is room for one. */
        public View main() {
            return embed.get(embed.size() - 1);
        }
    }

    /** A stack of plots over one time axis. */
    public static List<Panel> dynamics(Kind kind, Box column, Arrangement views) {
        List<Panel> panels = new ArrayList<>();
        List<View> stack = kind == Kind.EMBED ? views.embed() : views.centre();
        if (column.h() < 400 && stack.size() > 2) {
            stack = stack.subList(stack.size() - 2, stack.size());
        }
        double shares = 0;
        // heads, gaps and room under the axes take what does not grow
        double grows = column.h();
        for (View view : stack) {
            shares += view.share();
            grows -= view.fixed();
        }
        double y = column.y();
        for (int i = 0; i < stack.size(); i++) {
            View view = stack.get(i);
            boolean last = i == stack.size() - 1;
            double even = Math.floor(column.h() / stack.size());
            double high = kind == Kind.EMBED ? even : Math.rint(view.share() / shares * grows) + view.fixed();
            Box box = new Box(column.x(), y, column.w(), last ? column.bottom() - y : high);
            panels.add(new Panel(view, box));
            if (view == Views.ANSWER && kind != Kind.EMBED && hasMargin(kind)) {
                panels.add(new Panel(Views.WATERFALL, box));
            }
            y += high;
        }
        return panels;
    }

    /** Every panel of a figure of that size; a band for the header is left free on top. */
    public static List<Panel> figure(Kind kind, double width, double height, Arrangement views) {
        List<Panel> panels = new ArrayList<>();
        View time = Views.TIME;
        if (kind == Kind.EMBED) {
            double right = Math.min(200, width / 3);
            Box column = new Box(16, HEADER, width - right - 44, height - HEADER - 68);
            panels.addAll(dynamics(kind, column, views));
            panels.add(new Panel(time, new Box(16, height - 68, column.w(), 68)));
            panels.add(new Panel(
                    views.right().get(0), new Box(width - right - 16, HEADER + 8, right, height < 380 ? 132 : 156)));
            return panels;
        }
        if (kind == Kind.NARROW || kind == Kind.TINY) {
            double foot = kind == Kind.TINY ? 44 : 66;
            panels.add(new Panel(views.main(), new Box(16, HEADER, width - 32, height - HEADER - foot)));
            panels.add(new Panel(time, new Box(16, height - foot, width - 32, foot)));
            return panels;
        }
        double side = width > 1920 ? 360 : 296;
        double body = height - HEADER - 96;
        double left = kind == Kind.WIDE ? 24 + side + 32 : 24;
        double right = width - 24 - side;
        Box column = new Box(left, HEADER + 16, right - 32 - left, body - 16);
        panels.addAll(dynamics(kind, column, views));
        panels.add(new Panel(time, new Box(left, height - 96, column.w(), 96)));
        if (kind == Kind.WIDE) {
            Box box = new Box(24, HEADER + 16, side, Math.min(440, body - 40));
            views.left().ifPresent(view -> panels.add(new Panel(view, box)));
        }
        double y = HEADER + 16;
        for (View view : views.right()) {
            double high = y > HEADER + 16 ? 266 : 250;
            panels.add(new Panel(view, new Box(right, y, side, high)));
            y += 274;
        }
        return panels;
    }
}
