package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.numeric.Numbers;
import dynlab.numeric.Vectors;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Pen;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;

/** How alike the states of recurrent networks are at all their times, now, one picture a run; each to its largest entry. */
public final class StatePictures implements View {
    @Override
    public String id() {
        return "states";
    }

    @Override
    public String title() {
        return Words.say("lesson.state-pictures.title");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.state-pictures.hint");
    }

    @Override
    public Needs needs() {
        return Needs.pictures(Quantity.STATE_SIMILARITY).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<RunView> runs = frame.runs();
        double high = space.h() / runs.size();
        double side = Math.max(20, Math.min(high - 30, space.w()));
        for (int k = 0; k < runs.size(); k++) {
            double y = space.y() + k * high;
            Optional<Series> found = runs.get(k).run().trajectory().first(Quantity.STATE_SIMILARITY);
            pen.textIfFree(frame.nameOf(k), space.x(), y + 12, TextStyle.NAME.strong());
            if (found.isPresent() && runs.get(k).steps().length > 0) {
                int n = found.get().rows();
                double[] now = runs.get(k).now(found.get(), frame.step()).values();
                pen.cells(new Box(space.x(), y + 18, side, side), 0, n, n, Vectors.overLargest(now), false);
                String turned = Numbers.fixed(Vectors.turned(found.get().matrix(0), now), 2);
                pen.textIfFree(
                        Words.say("lesson.state-pictures.turned", turned),
                        space.right(),
                        y + 12,
                        TextStyle.SMALL.end());
            }
        }
    }
}
