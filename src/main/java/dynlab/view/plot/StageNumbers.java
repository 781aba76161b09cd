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

    private static final TextStyle NUMBER = TextStyle.SMALL.strong().middle();

    private StageNumbers() {}

    /**
     * A mark on the track for one stage, or for several that come together.
     *
     * @param x middle of the mark, beside its step where the one before it needs the room
     * @param foot where its step is
     * @param first number of its first stage, from 0
     * @param last number of its last stage
     */
    public record Mark(double x, double foot, double step, int first, int last) {
        public String number() {
            return first == last ? Integer.toString(first + 1) : (first + 1) + "–" + (last + 1);
        }
    }

    /** Height of the marks' middle above which nothing else stands. */
    public static double middle(Frame frame) {
        return frame.kind() == Layout.Kind.EMBED ? 13 : 14;
    }

    /** The marks of a frame, left to right; the page lays a button over each. */
    public static List<Mark> marks(Pen pen, Frame frame, Box box) {
        Scale time = TimeLine.axis(frame, box);
        List<Mark> marks = new ArrayList<>();
        List<RunView.Stage> stages = frame.story().stages();
        int i = 0;
        while (i < stages.size()) {
            int last = i;
            double foot = time.at(stages.get(i).step());
            while (last + 1 < stages.size() && time.at(stages.get(last + 1).step()) - foot < 2 * RADIUS + 3) {
                last++;
            }
            add(pen, marks, new Mark(foot, foot, stages.get(i).step(), i, last));
            i = last + 1;
        }
        return marks;
    }

    /** Right of those before it, or as one with the last of them where it would stand too far from its own step. */
    private static void add(Pen pen, List<Mark> marks, Mark mark) {
        if (marks.isEmpty()) {
            marks.add(mark);
            return;
        }
        Mark before = marks.get(marks.size() - 1);
        double apart = Math.max(ROOM, (width(pen, before) + width(pen, mark)) / 2 + 1);
        double x = Math.max(mark.foot(), before.x() + apart);
        if (x - mark.foot() <= RADIUS) {
            marks.add(new Mark(x, mark.foot(), mark.step(), mark.first(), mark.last()));
            return;
        }
        marks.remove(marks.size() - 1);
        add(pen, marks, new Mark(before.foot(), before.foot(), before.step(), before.first(), mark.last()));
    }

    private static double width(Pen pen, Mark mark) {
        return Math.max(2 * RADIUS, pen.width(mark.number(), NUMBER) + 9);
    }

    /** Draws them, each with a line down to the track. */
    static void draw(Pen pen, Frame frame, Box box, double track) {
        for (Mark mark : marks(pen, frame, box)) {
            draw(pen, frame, box, mark, track);
        }
    }

    private static void draw(Pen pen, Frame frame, Box box, Mark mark, double track) {
        double y = box.y() + middle(frame);
        boolean past = mark.step() <= frame.step();
        Paint edge = Paint.of(past ? Ink.INK_2 : Ink.LINE_2);
        Stroke line = Stroke.of(edge, Weight.NOW);
        Paint fill = past ? Paint.of(Ink.INK_2) : Paint.of(Ink.SUNKEN);
        TextStyle style = NUMBER.ink(past ? Ink.BG : Ink.INK_2);
        double width = width(pen, mark);
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
