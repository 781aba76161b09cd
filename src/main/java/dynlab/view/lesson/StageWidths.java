package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.measure.LevelShares;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every change as a point: whether the levels come in the theory's order, and how wide their stages are. */
public final class StageWidths implements View {
    @Override
    public String id() {
        return "widths";
    }

    @Override
    public String title() {
        return Words.say("lesson.stage-widths.order-width");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.stage-widths.stages");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.OUTPUTS).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        Box plot = new Box(space.x() + 26, space.y() + 22, space.w() - 36, Math.min(280, space.h() - 62));
        Scale x = new Scale(0, 5, plot.x(), plot.right());
        Scale y = new Scale(-1, 1.1, plot.bottom(), plot.y());
        pen.line(plot.x(), y.at(1), plot.right(), y.at(1), Stroke.GRID);
        pen.line(plot.x(), y.at(0), plot.right(), y.at(0), Stroke.GRID);
        pen.line(plot.x(), y.at(-1), plot.right(), y.at(-1), Stroke.AXIS);
        pen.text("1", plot.x() - 6, y.at(1) + 4, TextStyle.TICK.end());
        pen.text("0", plot.x() - 6, y.at(0) + 4, TextStyle.TICK.end());
        for (int w = 0; w <= 5; w++) {
            pen.textIfFree(Integer.toString(w), x.at(w), plot.bottom() + 15, TextStyle.TICK.middle());
        }
        // one layer: every mode is exponential, ln 9 / ln 2 whatever its strength
        double exponential = Math.log(9) / Math.log(2);
        pen.line(x.at(exponential), plot.y(), x.at(exponential), plot.bottom(), Stroke.THEORY);
        pen.textIfFree(
                Words.say("lesson.stage-widths.order-rank-correlation"), plot.x(), plot.y() - 8, TextStyle.SMALL);
        List<Point> points = points(frame, x, y);
        for (Point point : points) {
            Ink ink = point.own() ? Ink.NOW : point.wide() ? Ink.WARN : Ink.INK_2;
            pen.circle(point.x(), point.y(), point.own() ? 6 : 4, Paint.of(ink), Stroke.of(Ink.BG, Weight.AXIS));
        }
        int nameless = 0;
        for (Point point : points) {
            nameless += name(pen, point, points, plot) ? 0 : 1;
        }
        if (nameless > 0) {
            String more = Words.say("lesson.stage-widths.more", Integer.toString(nameless));
            pen.textIfFree(more, plot.x() + 4, y.at(1) + 36, TextStyle.SMALL);
        }
        String axis = Words.say("lesson.stage-widths.width-stage-time");
        if (pen.width(axis, TextStyle.SMALL) <= space.w()) {
            pen.textIfFree(axis, space.middleX(), plot.bottom() + 32, TextStyle.SMALL.middle());
        }
    }

    /** A run's point; one that is wide has no stages any more. */
    private record Point(String name, double x, double y, boolean own, boolean wide) {
        /** Whether its dot lies in a box. */
        boolean in(Box box) {
            return box.contains(x, y);
        }
    }

    /** The points of all runs, the reader's own last. */
    private static List<Point> points(Frame frame, Scale x, Scale y) {
        List<Point> points = new ArrayList<>();
        for (Frame.Rival rival : frame.rivals()) {
            point(rival.story(), rival.name(), x, y, false).ifPresent(points::add);
        }
        point(frame.story(), frame.name(), x, y, true).ifPresent(points::add);
        return points;
    }

    private static Optional<Point> point(RunView run, String name, Scale x, Scale y, boolean own) {
        List<double[]> curves = Levels.of(run);
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        double width = Math.min(5, LevelShares.width(run.steps(), curves));
        return Optional.of(new Point(name, x.at(width), y.at(Levels.order(run)), own, width > 2));
    }

    /** Sets a name beside its dot, where it hides no dot and can belong to no other; says whether it could. */
    private static boolean name(Pen pen, Point point, List<Point> all, Box plot) {
        TextStyle style = TextStyle.SMALL.haloed().strong(point.own());
        double[][] places = {{9, 4}, {-9, 4}, {0, 18}};
        for (double[] place : places) {
            TextStyle set = place[0] < 0 ? style.end() : place[0] == 0 ? style.middle() : style;
            Box room = pen.box(point.name(), point.x() + place[0], point.y() + place[1], set);
            boolean free = room.x() >= plot.x() - 20 && room.right() <= plot.right() + 8;
            for (Point other : all) {
                free &= other.equals(point) || !other.in(room.inset(-5, -5, -5, -5));
            }
            if (free && pen.textIfFree(point.name(), point.x() + place[0], point.y() + place[1], set)) {
                return true;
            }
        }
        return false;
    }

    /** The runs as points: order and width of the stages of each. */
    @Override
    public String reading(Frame frame) {
        StringBuilder words = new StringBuilder();
        for (int k = 0; k < frame.runs().size(); k++) {
            RunView run = frame.runs().get(k);
            List<double[]> curves = Levels.of(run);
            if (!curves.isEmpty()) {
                words.append(Words.say(
                        "lesson.stage-widths.reading",
                        frame.nameOf(k),
                        Numbers.fixed(Levels.order(run), 2),
                        Numbers.fixed(LevelShares.width(run.steps(), curves), 2)));
            }
        }
        return words.toString();
    }
}
