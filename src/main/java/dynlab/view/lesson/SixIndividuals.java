package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.measure.LearnedSimilarity;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Six networks that learned the same world: their neurons differ; does what they hold alike? */
public final class SixIndividuals implements View {
    private static final int NEURONS = 12;

    @Override
    public String id() {
        return "six";
    }

    @Override
    public String title() {
        return Words.say("lesson.six-individuals.six-individuals");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.six-individuals.neurons-alike");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.SIMILARITY, Quantity.WEIGHTS).alsoBeside();
    }

    private static double[] now(RunView run, Optional<Series> found, double step) {
        if (found.isEmpty() || run.steps().length == 0) {
            return new double[0];
        }
        return found.get().matrix(run.record(step));
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<RunView> runs = frame.runs();
        int items = frame.story().world().items().size();
        double wide = space.w() / 3;
        double pitch =
                Math.max(1.5, Math.floor(2 * Math.min((wide - 10) / items, (space.h() - 60) / 2 / (items + 8))) / 2);
        double neuron = pitch * 0.5;
        double[] first = new double[0];
        double least = 1;
        for (int k = 0; k < Math.min(6, runs.size()); k++) {
            RunView run = runs.get(k);
            double x = space.x() + k % 3 * wide;
            int row = k / 3;
            double y = space.y() + row * (pitch * items + neuron * NEURONS + 26);
            pen.textIfFree(Integer.toString(k + 1), x, y + 11, TextStyle.NAME.strong());
            Optional<Series> weights =
                    Optional.ofNullable(run.run().trajectory().series().get(new SeriesKey(Quantity.WEIGHTS, 0, 0)));
            double[] w = now(run, weights, frame.step());
            int shown = weights.map(s -> Math.min(NEURONS, s.rows())).orElse(0);
            if (shown > 0) {
                double[] some = Vectors.overLargest(Arrays.copyOf(w, shown * items));
                pen.cells(new Box(x, y + 16, pitch * items, neuron * shown), 0, shown, items, some, false);
            }
            double[] alike = now(run, run.run().trajectory().first(Quantity.SIMILARITY), frame.step());
            if (alike.length == items * items) {
                double top = y + 20 + neuron * shown;
                pen.cells(
                        new Box(x, top, pitch * items, pitch * items),
                        0,
                        items,
                        items,
                        Vectors.overLargest(alike),
                        false);
                if (first.length == 0) {
                    first = alike;
                } else {
                    least = Math.min(least, LearnedSimilarity.correlation(alike, first, items));
                }
            }
        }
        double foot = space.y() + 2 * (pitch * items + neuron * NEURONS + 26) + 12;
        String words = Words.say("lesson.six-individuals.alike-first-r", Numbers.fixed(least, 3));
        if (runs.size() > 1 && foot <= space.bottom() && pen.width(words, TextStyle.SMALL) <= space.w()) {
            pen.textIfFree(words, space.x(), foot, TextStyle.SMALL);
        }
    }
}
