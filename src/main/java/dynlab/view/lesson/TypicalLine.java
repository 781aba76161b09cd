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
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How typical each item is now of the distinctions of the data: a line for each of the first few, members far out. */
public final class TypicalLine implements View {
    private static final int LINES = 4;

    @Override
    public String id() {
        return "typical";
    }

    @Override
    public String title() {
        return Words.say("lesson.typical-line.how-typical-each");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.typical-line.typicality-modes-1");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.TYPICALITY);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        RunView story = frame.story();
        Optional<Series> found = story.run().trajectory().first(Quantity.TYPICALITY);
        if (found.isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("lesson.typical-line.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        Series typical = found.get();
        int record = Math.max(0, Math.min(story.record(frame.step()), typical.count() - 1));
        int lines = Math.min(LINES, typical.rows());
        double apart = Math.min(56, (space.h() - 6) / lines);
        Scale x = new Scale(-0.75, 0.75, space.x() + 18, space.right() - 6);
        for (int mode = 0; mode < lines; mode++) {
            double y = space.y() + (mode + 0.62) * apart;
            pen.text(
                    Integer.toString(mode + 1),
                    space.x() + 8,
                    y + 4,
                    TextStyle.NAME.strong().end());
            pen.line(x.start(), y, x.end(), y, Stroke.GRID);
            pen.line(x.at(0), y - 5, x.at(0), y + 5, Stroke.AXIS);
            for (int item = 0; item < typical.columns(); item++) {
                double at = x.at(typical.at(record, mode, item));
                boolean asked = item == frame.asked().item();
                pen.circle(
                        at,
                        y,
                        asked ? 6 : 4,
                        Semantics.paint(story.world(), item),
                        Stroke.of(asked ? Ink.NOW : Ink.BG, Weight.FINE));
            }
            for (Name name : names(pen, story.world(), typical, record, mode, x, y)) {
                pen.textIfFree(name.words(), name.box().middleX(), y - 10, TextStyle.TICK.middle());
            }
        }
    }

    /** A name over a line, cut where it is long. */
    private record Name(int item, String words, Box box) {}

    /** The names over a line that have room beside those before them. */
    private static List<Name> names(Pen pen, World world, Series typical, int record, int mode, Scale x, double y) {
        List<Name> names = new ArrayList<>();
        for (int item = 0; item < typical.columns(); item++) {
            double at = x.at(typical.at(record, mode, item));
            String words = Labels.cut(pen, world.items().get(item), TextStyle.TICK, 0.4 * (x.end() - x.start()));
            Box box = pen.box(words, at, y - 10, TextStyle.TICK.middle());
            boolean free = box.x() >= x.start() - 12 && box.right() <= x.end() + 4;
            for (Name before : names) {
                free &= !before.box().meets(box, 0);
            }
            if (free) {
                names.add(new Name(item, words, box));
            }
        }
        return names;
    }

    /** On each line the item at either end. */
    @Override
    public String reading(Frame frame) {
        Optional<Series> found = frame.story().run().trajectory().first(Quantity.TYPICALITY);
        StringBuilder words = new StringBuilder();
        for (int mode = 0;
                found.isPresent() && mode < Math.min(LINES, found.get().rows());
                mode++) {
            int record = Math.max(
                    0, Math.min(frame.story().record(frame.step()), found.get().count() - 1));
            int most = 0;
            int least = 0;
            for (int item = 1; item < found.get().columns(); item++) {
                double value = found.get().at(record, mode, item);
                most = value > found.get().at(record, mode, most) ? item : most;
                least = value < found.get().at(record, mode, least) ? item : least;
            }
            words.append(Words.say(
                    "lesson.typical-line.reading",
                    Integer.toString(mode + 1),
                    frame.story().world().items().get(least),
                    Numbers.signed(found.get().at(record, mode, least), 2),
                    frame.story().world().items().get(most),
                    Numbers.signed(found.get().at(record, mode, most), 2)));
        }
        return words.toString();
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        Optional<Series> found = frame.story().run().trajectory().first(Quantity.TYPICALITY);
        if (found.isEmpty() || frame.story().steps().length == 0) {
            return Optional.empty();
        }
        Box space = Heads.room(frame, box);
        int lines = Math.min(LINES, found.get().rows());
        double apart = Math.min(56, (space.h() - 6) / lines);
        int mode = (int) Math.floor((py - space.y()) / apart);
        if (mode < 0 || mode >= lines) {
            return Optional.empty();
        }
        int record = Math.max(
                0, Math.min(frame.story().record(frame.step()), found.get().count() - 1));
        Scale x = new Scale(-0.75, 0.75, space.x() + 18, space.right() - 6);
        StringBuilder tip = new StringBuilder();
        World world = frame.story().world();
        double y = space.y() + (mode + 0.62) * apart;
        for (Name name : names(pen, world, found.get(), record, mode, x, y)) {
            if (name.box().contains(px, py)) {
                tip.append(tip(world, found.get(), record, mode, name.item()));
            }
        }
        boolean named = tip.length() > 0;
        for (int item = 0; !named && item < found.get().columns(); item++) {
            if (Math.abs(x.at(found.get().at(record, mode, item)) - px) < 6) {
                tip.append(tip.length() == 0 ? "" : "\n").append(tip(world, found.get(), record, mode, item));
            }
        }
        return tip.length() == 0 ? Optional.empty() : Optional.of(Hit.block(-1, -1, tip.toString()));
    }

    private static String tip(World world, Series typical, int record, int mode, int item) {
        return world.items().get(item) + ' ' + Numbers.signed(typical.at(record, mode, item), 2);
    }
}
