package dynlab.view.lesson;

import dynlab.experiment.Quantity;
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

/** What a network says of each example against what it was, now: a line where there is no error. */
public final class FitScatter implements View {
    @Override
    public String id() {
        return "fitted";
    }

    @Override
    public String title() {
        return Words.say("lesson.fit-scatter.does-fit-data");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.fit-scatter.first-output-now");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.OUTPUTS).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        RunView story = frame.story();
        if (story.outputs().isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("lesson.fit-scatter.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        double side = Math.max(40, Math.min(space.w() - 12, space.h() - 46));
        Box plot = new Box(space.x() + (space.w() - side) / 2, space.y() + 4, side, side);
        double most = 1e-9;
        int examples = story.world().items().size();
        for (int i = 0; i < examples; i++) {
            most = Math.max(most, Math.abs(story.world().y().at(0, i)));
        }
        Scale x = new Scale(-1.15 * most, 1.15 * most, plot.x(), plot.right());
        Scale y = new Scale(-1.15 * most, 1.15 * most, plot.bottom(), plot.y());
        pen.line(plot.x(), y.at(0), plot.right(), y.at(0), Stroke.GRID);
        pen.line(x.at(0), plot.y(), x.at(0), plot.bottom(), Stroke.GRID);
        pen.line(plot.x(), plot.bottom(), plot.right(), plot.y(), Stroke.of(Ink.INK_3, Weight.HAIR));
        for (int k = frame.rivals().size(); k >= 0; k--) {
            RunView run = k == 0 ? story : frame.rivals().get(k - 1).story();
            int record = run.record(frame.step());
            for (int i = 0; run.outputs().isPresent() && record >= 0 && i < examples; i++) {
                double says = run.says(record, 0, i);
                double py = Math.max(plot.y(), Math.min(plot.bottom(), y.at(says)));
                Stroke rim = k == 0 ? Stroke.NONE : Stroke.of(Ink.category(2), Weight.AXIS);
                pen.circle(
                        x.at(story.world().y().at(0, i)), py, 3, k == 0 ? Paint.of(Ink.CAT_1) : Paint.of(Ink.BG), rim);
            }
        }
        pen.textIfFree(
                Words.say("lesson.fit-scatter.it-was"),
                plot.right(),
                y.at(0) - 6,
                TextStyle.SMALL.haloed().end());
        pen.textIfFree(Words.say("lesson.fit-scatter.says"), x.at(0) + 6, plot.y() + 10, TextStyle.SMALL.haloed());
        double at = space.x();
        for (int k = 0; k <= frame.rivals().size(); k++) {
            String name = frame.nameOf(k);
            pen.circle(
                    at + 4,
                    plot.bottom() + 18,
                    3.5,
                    k == 0 ? Paint.of(Ink.CAT_1) : Paint.of(Ink.BG),
                    k == 0 ? Stroke.NONE : Stroke.of(Ink.category(2), Weight.AXIS));
            pen.textIfFree(name, at + 13, plot.bottom() + 22, TextStyle.NAME);
            double wide = 30 + pen.width(name, TextStyle.NAME);
            at += wide;
        }
    }

    /** How far each run is from the first property of its examples, on average. */
    @Override
    public String reading(Frame frame) {
        StringBuilder words = new StringBuilder();
        int examples = frame.story().world().items().size();
        List<RunView> runs = frame.runs();
        for (int k = 0; k < runs.size(); k++) {
            int record = runs.get(k).record(frame.step());
            double sum = 0;
            for (int i = 0; runs.get(k).outputs().isPresent() && record >= 0 && i < examples; i++) {
                sum += Math.abs(runs.get(k).says(record, 0, i)
                        - frame.story().world().y().at(0, i));
            }
            if (runs.get(k).outputs().isPresent() && record >= 0) {
                words.append(Words.say("lesson.fit-scatter.off", frame.nameOf(k), Numbers.brief(sum / examples)));
            }
        }
        return words.toString();
    }
}
