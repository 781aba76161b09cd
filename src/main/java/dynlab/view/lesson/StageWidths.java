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
import java.util.List;

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
        Box space = Heads.space(pen, frame, this, hint(), box);
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
        for (Frame.Rival rival : frame.rivals()) {
            point(pen, rival.story(), rival.name(), x, y, plot, false);
        }
        point(pen, frame.story(), frame.name(), x, y, plot, true);
        pen.textIfFree(
                Words.say("lesson.stage-widths.order-rank-correlation"), plot.x(), plot.y() - 8, TextStyle.SMALL);
        String axis = Words.say("lesson.stage-widths.width-stage-time");
        if (pen.width(axis, TextStyle.SMALL) <= space.w()) {
            pen.textIfFree(axis, space.middleX(), plot.bottom() + 32, TextStyle.SMALL.middle());
        }
    }

    private static void point(Pen pen, RunView run, String name, Scale x, Scale y, Box plot, boolean own) {
        List<double[]> curves = Levels.of(run);
        if (curves.isEmpty()) {
            return;
        }
        double width = Math.min(5, LevelShares.width(run.steps(), curves));
        double order = Levels.order(run, curves);
        Ink ink = own ? Ink.NOW : width > 2 ? Ink.WARN : Ink.INK_2;
        pen.circle(x.at(width), y.at(order), own ? 6 : 4, Paint.of(ink), Stroke.of(Ink.BG, Weight.AXIS));
        TextStyle style = TextStyle.SMALL.haloed().strong(own);
        double[][] places = {{8, 4}, {-8, 4}, {0, 17}, {0, 30}, {8, -9}, {0, 43}};
        for (double[] place : places) {
            TextStyle set = place[0] < 0 ? style.end() : place[0] == 0 ? style.middle() : style;
            Box room = pen.box(name, x.at(width) + place[0], y.at(order) + place[1], set);
            boolean inside = room.x() >= plot.x() - 20 && room.right() <= plot.right() + 8;
            if (inside && pen.textIfFree(name, x.at(width) + place[0], y.at(order) + place[1], set)) {
                return;
            }
        }
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
                        Numbers.fixed(Levels.order(run, curves), 2),
                        Numbers.fixed(LevelShares.width(run.steps(), curves), 2)));
            }
        }
        return words.toString();
    }
}
