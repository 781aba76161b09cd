package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.numeric.Numbers;
import dynlab.task.World;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.Optional;

/** Who else has the new organ, at three ages side by side: early, now, late. */
public final class AgeBars implements View {
    /** Shares of the run that are the early and the late age. */
    private static final double EARLY = 0.11;

    private static final double LATE = 0.92;

    @Override
    public String id() {
        return "ages";
    }

    @Override
    public String title() {
        return Words.say("lesson.age-bars.who-else");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.age-bars.early-now-late");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.PROJECTION);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        RunView story = frame.story();
        Optional<Series> found = story.run().trajectory().first(Quantity.PROJECTION);
        if (found.isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("lesson.age-bars.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        Series projection = found.get();
        World world = story.world();
        int items = projection.rows();
        double names = Labels.column(pen, world.items(), TextStyle.NAME.strong(), 0.4 * space.w());
        double pitch = Math.min(19, (space.h() - 24) / items);
        double wide = (space.w() - names - 10) / 3;
        double[] times = {EARLY * story.horizon(), frame.step(), LATE * story.horizon()};
        String[] heads = {
            Words.say("lesson.age-bars.early"), Words.say("lesson.age-bars.now-head"), Words.say("lesson.age-bars.late")
        };
        int known = Math.min(frame.asked().item(), items - 1);
        for (int item = 0; item < items; item++) {
            double y = space.y() + 20 + (item + 0.5) * pitch + 4;
            boolean own = item == known;
            TextStyle style = TextStyle.NAME.strong(own).end();
            pen.textIfFree(Labels.cut(pen, world.items().get(item), style, names), space.x() + names, y, style);
        }
        for (int k = 0; k < times.length; k++) {
            double x = space.x() + names + 8 + k * wide;
            TextStyle style = TextStyle.NAME.strong().ink(k == 1 ? Ink.NOW : Ink.INK);
            pen.textIfFree(Labels.cut(pen, heads[k], style, wide - 4), x, space.y() + 12, style);
            int record = Math.min(story.record(times[k]), projection.count() - 1);
            for (int item = 0; record >= 0 && item < items; item++) {
                double share = Math.max(0, Math.min(1.05, projection.at(record, known, item)));
                Box bar = new Box(x, space.y() + 20 + item * pitch + 2, share * (wide - 10), pitch - 4);
                pen.rect(bar, 1, item == known ? Paint.of(Ink.LINE_2) : Semantics.paint(world, item));
            }
            pen.line(x, space.y() + 18, x, space.y() + 22 + items * pitch, Stroke.of(Ink.INK_3, Weight.HAIR));
        }
    }

    /** Who has it now, as far as it believes. */
    @Override
    public String reading(Frame frame) {
        Optional<Series> found = frame.story().run().trajectory().first(Quantity.PROJECTION);
        if (found.isEmpty()) {
            return "";
        }
        int known = Math.min(frame.asked().item(), found.get().rows() - 1);
        int record = Math.min(frame.story().record(frame.step()), found.get().count() - 1);
        StringBuilder words = new StringBuilder();
        for (int item = 0; item < found.get().rows(); item++) {
            String name = frame.story().world().items().get(item);
            double now = found.get().at(Math.max(0, record), known, item);
            words.append('\n').append(Words.say("lesson.age-bars.now", name, Numbers.fixed(now, 2)));
        }
        return words.toString();
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        Optional<Series> found = frame.story().run().trajectory().first(Quantity.PROJECTION);
        if (found.isEmpty() || frame.story().steps().length == 0) {
            return Optional.empty();
        }
        Box space = Heads.room(frame, box);
        int items = found.get().rows();
        double pitch = Math.min(19, (space.h() - 24) / items);
        int item = (int) Math.floor((py - space.y() - 20) / pitch);
        if (item < 0 || item >= items) {
            return Optional.empty();
        }
        int known = Math.min(frame.asked().item(), items - 1);
        int record = Math.min(frame.story().record(frame.step()), found.get().count() - 1);
        String tip = Words.say(
                "lesson.age-bars.now",
                frame.story().world().items().get(item),
                Numbers.fixed(found.get().at(Math.max(0, record), known, item), 2));
        return Optional.of(new Hit(-1, -1, frame.asked().property(), item, tip));
    }
}
