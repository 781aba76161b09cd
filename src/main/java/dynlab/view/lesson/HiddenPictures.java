package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.measure.LearnedSimilarity;
import dynlab.numeric.Numbers;
import dynlab.numeric.Vectors;
import dynlab.theory.modes.Modes;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each run holds alike at its start and now, beside what the task asks for; each scaled to its largest entry. */
public final class HiddenPictures implements View {
    private static final double GAP = 12;
    private static final double WORDS = 17;

    @Override
    public String id() {
        return "pictures";
    }

    @Override
    public String title() {
        return Words.say("lesson.hidden-pictures.title");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.hidden-pictures.hidden-similarity");
    }

    @Override
    public Needs needs() {
        // where there are no modes of one task, there is no picture of it
        Set<Quantity> beside = Set.of(Quantity.SIMILARITY, Quantity.MODE_STRENGTH);
        return new Needs(Set.of(Quantity.SIMILARITY), Set.of(Quantity.MODE_STRENGTH), beside, Set.of());
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<RunView> runs = frame.runs();
        int items = frame.story().world().items().size();
        int rows = Math.min(2, runs.size());
        double left = 0;
        for (int k = 0; rows > 1 && k < rows; k++) {
            left = Math.max(left, Math.max(20, pen.width(frame.nameOf(k), TextStyle.NAME.strong()) + 8));
        }
        double across = (space.w() - left - 2 * GAP) / 3 / items;
        double down = (space.h() - WORDS - rows * WORDS) / rows / items;
        double pitch = Math.max(2, Math.floor(Math.min(across, Math.min(down, 14)) * 2) / 2);
        double side = pitch * items;
        String[] heads = {
            Words.say("lesson.hidden-pictures.at-start"),
            Words.say("lesson.hidden-pictures.now"),
            Words.say("lesson.hidden-pictures.task")
        };
        double column = side + GAP;
        for (String head : heads) {
            column = Math.max(column, pen.width(head, TextStyle.NAME.strong()) + 8);
        }
        column = Math.max(side + 2, Math.min(column, (space.w() - left) / 3));
        // of tasks one after the other there are no modes to ask
        boolean asked = frame.story().run().modes().isPresent();
        for (int c = 0; c < heads.length - (asked ? 0 : 1); c++) {
            TextStyle style = TextStyle.NAME.ink(c == 1 ? Ink.NOW : Ink.INK).strong();
            boolean wide = pen.width(heads[c], style) + 4 > column;
            String words = c == 0 && wide ? Words.say("lesson.hidden-pictures.start") : heads[c];
            pen.textIfFree(words, space.x() + left + c * column, space.y() + 11, style);
        }
        for (int k = 0; k < rows; k++) {
            double y = space.y() + WORDS + k * (side + WORDS);
            Box first = new Box(space.x() + left, y, side, side);
            if (rows > 1) {
                String name = frame.nameOf(k);
                pen.text(name, space.x(), y + 12, TextStyle.NAME.strong());
                pen.line(space.x(), y + 18, space.x() + 11, y + 18, Stroke.category(k, Weight.SIM));
            }
            row(pen, runs.get(k), frame.step(), first, column, items, pitch > 6 ? 1 : 0);
        }
    }

    private static void row(Pen pen, RunView run, double step, Box first, double column, int items, double gap) {
        Optional<Series> found = run.run().trajectory().first(Quantity.SIMILARITY);
        Box second = new Box(first.x() + column, first.y(), first.w(), first.h());
        Box third = new Box(second.x() + column, first.y(), first.w(), first.h());
        if (found.isEmpty() || run.steps().length == 0) {
            pen.textIfFree(
                    Words.say("lesson.hidden-pictures.not-recorded"), first.x(), first.y() + 14, TextStyle.SMALL);
            return;
        }
        int samples = found.get().columns();
        double[] born = items(found.get().matrix(0), samples, items);
        double[] now = items(run.now(found.get(), step).values(), samples, items);
        pen.cells(first, gap, items, items, Vectors.overLargest(born), true);
        pen.cells(second, gap, items, items, Vectors.overLargest(now), true);
        double foot = first.bottom() + 12;
        pen.textIfFree(
                Words.say("lesson.hidden-pictures.turned", Numbers.fixed(Vectors.turned(born, now), 2)),
                second.x(),
                foot,
                TextStyle.SMALL);
        Optional<Modes> modes = run.run().modes();
        if (modes.isPresent()) {
            double[] task =
                    LearnedSimilarity.target(modes.get().s(), modes.get().v());
            if (task.length == now.length) {
                pen.cells(third, gap, items, items, Vectors.overLargest(task), true);
                pen.textIfFree(
                        Words.say("lesson.hidden-pictures.away", Numbers.fixed(Vectors.turned(task, now), 2)),
                        third.x(),
                        foot,
                        TextStyle.SMALL);
            }
        }
    }

    /** The items of the first task among all samples: those of a second one are the same. */
    private static double[] items(double[] similarity, int samples, int items) {
        if (samples <= items) {
            return similarity;
        }
        double[] block = new double[items * items];
        for (int i = 0; i < items; i++) {
            System.arraycopy(similarity, i * samples, block, i * items, items);
        }
        return block;
    }

    @Override
    public String describe(Frame frame) {
        StringBuilder words = new StringBuilder(title());
        List<RunView> runs = frame.runs();
        for (int k = 0; k < runs.size(); k++) {
            double[] turned = Turned.of(runs.get(k), false);
            String name = frame.nameOf(k);
            if (turned.length > 0) {
                words.append(k == 0 ? ": " : "; ").append(name).append(' ');
                words.append(Words.say(
                        "lesson.hidden-pictures.turned",
                        Numbers.fixed(runs.get(k).at(turned, frame.step()), 2)));
            }
        }
        return words.append('.').toString();
    }
}
