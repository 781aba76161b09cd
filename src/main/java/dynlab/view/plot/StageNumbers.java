package dynlab.view.plot;

import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import java.util.ArrayList;
import java.util.List;

/** The numbers of the stages of learning, over the track of the time line. */
public final class StageNumbers {
    private static final double RADIUS = 9;
    /** Marks are buttons, and buttons have this much room. */
    private static final double ROOM = 24;

    private StageNumbers() {}

    /**
     * A mark on the track for one stage, or for several that come together.
     *
     * @param x middle of the mark, at most three pixels beside its step where the one before it needs the room
     * @param foot where its step is
     */
    public record Mark(double x, double foot, double step, String number) {}

    /** Height of the marks' middle above which nothing else stands. */
    public static double middle(Frame frame) {
        return frame.kind() == Layout.Kind.EMBED ? 13 : 14;
    }

    /** The marks of a frame, left to right; the page lays a button over each. */
    public static List<Mark> marks(Frame frame, Box box) {
        Scale time = TimeLine.axis(frame, box);
        List<Mark> marks = new ArrayList<>();
        List<RunView.Stage> stages = frame.story().stages();
        int i = 0;
        while (i < stages.size()) {
            int last = i;
            double x = time.at(stages.get(i).step());
            while (last + 1 < stages.size() && time.at(stages.get(last + 1).step()) - x < 2 * RADIUS + 3) {
                last++;
            }
            String number = i == last ? Integer.toString(i + 1) : (i + 1) + "–" + (last + 1);
            double free = marks.isEmpty() ? x : marks.get(marks.size() - 1).x() + ROOM;
            marks.add(new Mark(Math.max(x, free), x, stages.get(i).step(), number));
            i = last + 1;
        }
        return marks;
    }

    /** Draws them, each with a line down to the track. */
    static void draw(Pen pen, Frame frame, Box box, double track) {
        for (Mark mark : marks(frame, box)) {
            draw(pen, frame, box, mark, track);
        }
    }

    private static void draw(Pen pen, Frame frame, Box box, Mark mark, double track) {
        double y = box.y() + middle(frame);
        boolean past = mark.step() <= frame.step();
        Paint edge = Paint.of(past ? Ink.INK_2 : Ink.LINE_2);
        Stroke line = Stroke.of(edge, Weight.NOW);
        Paint fill = past ? Paint.of(Ink.INK_2) : Paint.of(Ink.SUNKEN);
        TextStyle style = TextStyle.SMALL.strong().middle().ink(past ? Ink.BG : Ink.INK_2);
        double width = pen.width(mark.number(), style) + 9;
        pen.line(mark.x(), y + RADIUS, mark.foot(), track, line);
        if (width <= 2 * RADIUS) {
            pen.circle(mark.x(), y, RADIUS, fill, line);
        } else {
            Box pill = new Box(mark.x() - width / 2, y - RADIUS, width, 2 * RADIUS);
            pen.rect(pill, RADIUS, fill);
            pen.frame(pill, RADIUS, line);
        }
        pen.text(mark.number(), mark.x(), y + 4, style);
    }
}
