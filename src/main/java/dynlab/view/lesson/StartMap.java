package dynlab.view.lesson;

import dynlab.experiment.Experiment;
import dynlab.experiment.Start;
import dynlab.learning.Init;
import dynlab.numeric.Numbers;
import dynlab.task.StartTable;
import dynlab.view.Frame;
import dynlab.view.Grip;
import dynlab.view.Heads;
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
import java.util.Optional;

/**
 * The map of starts: size upwards, balance across, the shade how far a finished run has turned away from its start. The points are
 * the runs on the page; they can be dragged.
 */
public final class StartMap implements View {
    private static final double LEAST = 1e-3;
    private static final double MOST = 10;
    private static final double REACH = 10;

    private final boolean kernel;

    /**
     * @param kernel whether it shows the tangent kernel at its furthest, and not the hidden picture at the end
     */
    public StartMap(boolean kernel) {
        this.kernel = kernel;
    }

    @Override
    public String id() {
        return kernel ? "startkernel" : "startmap";
    }

    @Override
    public String title() {
        return Words.say("lesson.start-map.title");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.start-map.move-a");
    }

    /** Size and balance of a run's first weights. */
    record Place(double size, double balance) {
        static Optional<Place> of(Experiment run) {
            Optional<int[]> chain = run.architecture().linearChain();
            if (chain.isEmpty() || chain.get().length != 2) {
                return Optional.empty();
            }
            if (run.start() instanceof Start.Drawn drawn && drawn.init() instanceof Init.Balanced balanced) {
                return Optional.of(new Place(balanced.scale(), balanced.lambda()));
            }
            double first = share(run, run.architecture().columns(0), 0);
            double second = share(run, run.architecture().rows(1), 1);
            return Optional.of(new Place(Math.sqrt(first * second), second - first));
        }

        /** The mean square of a hidden vector. */
        private static double share(Experiment run, int vectors, int edge) {
            if (run.start() instanceof Start.Drawn drawn && drawn.init() instanceof Init.Overridden random) {
                Init own = random.overrides().getOrDefault("W" + (edge + 1), random.base());
                int width = run.architecture().rows(0);
                return own instanceof Init.Gaussian gaussian ? width * gaussian.sigma() * gaussian.sigma() : 0;
            }
            double norm = run.start() instanceof Start.Given given
                    ? given.weights().get(edge).norm()
                    : 0;
            return norm * norm / vectors;
        }
    }

    /** The word of a run's kind of start in the table. */
    private static String kind(Experiment run) {
        boolean drawn = run.start() instanceof Start.Drawn;
        return !drawn ? "apart" : ((Start.Drawn) run.start()).init() instanceof Init.Balanced ? "balanced" : "random";
    }

    private record Axes(Box plot, Scale x, Scale y) {
        double px(Place place) {
            return x.at(Math.max(-REACH, Math.min(REACH, place.balance())));
        }

        double py(Place place) {
            return y.at(Math.log10(Math.max(LEAST, Math.min(MOST, place.size()))));
        }

        Place at(double px, double py) {
            double balance = Math.max(-REACH, Math.min(REACH, x.inverse(px)));
            double size = Math.pow(10, Math.max(-3, Math.min(1, y.inverse(py))));
            double halves = Math.rint(2 * balance) / 2;
            return new Place(rounded(size), halves == 0 ? 0 : halves);
        }

        /** Two digits. */
        private static double rounded(double size) {
            double unit = Math.pow(10, Math.floor(Math.log10(size)) - 1);
            return Math.max(LEAST, Math.min(MOST, Math.rint(size / unit) * unit));
        }
    }

    private static Axes axes(Pen pen, Frame frame, Box box) {
        Box space = Heads.room(frame, box);
        double left = Math.max(40, pen.width("0.001", TextStyle.TICK) + 6);
        double foot = space.h() > 150 ? 62 : 24;
        Box plot = new Box(
                space.x() + left,
                space.y() + 4,
                Math.max(40, space.w() - left - 10),
                Math.max(30, Math.min(320, space.h() - foot)));
        return new Axes(
                plot,
                new Scale(-REACH, REACH, plot.x() + cell(plot.w(), 21) / 2, plot.right() - cell(plot.w(), 21) / 2),
                new Scale(-3, 1, plot.bottom() - cell(plot.h(), 17) / 2, plot.y() + cell(plot.h(), 17) / 2));
    }

    private static double cell(double length, int cells) {
        return length / cells;
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Heads.space(pen, frame, this, box);
        Axes axes = axes(pen, frame, box);
        Box plot = axes.plot();
        Optional<StartTable> table = StartTable.known();
        if (table.isPresent()) {
            shades(pen, plot, table.get(), table.get().of(kind(frame.story().experiment()), measure()));
        } else {
            pen.frame(plot, 0, Stroke.GRID);
            pen.textIfFree(Words.say("lesson.start-map.not-there"), plot.x() + 8, plot.y() + 18, TextStyle.SMALL);
        }
        for (int exponent = -3; exponent <= 1; exponent++) {
            String number = exponent >= 0
                    ? Numbers.fixed(Math.pow(10, exponent), 0)
                    : Numbers.fixed(Math.pow(10, exponent), -exponent);
            pen.text(number, plot.x() - 5, axes.y().at(exponent) + 4, TextStyle.TICK.end());
        }
        pen.textIfFree(
                Words.say("lesson.start-map.size"), plot.x() - 5, axes.y().at(0.5) + 4, TextStyle.SMALL.end());
        for (int balance = -10; balance <= 10; balance += 5) {
            String number = balance < 0 ? "−" + -balance : Integer.toString(balance);
            pen.textIfFree(number, axes.x().at(balance), plot.bottom() + 15, TextStyle.TICK.middle());
        }
        legend(pen, box, plot);
        List<RunView> runs = frame.runs();
        for (int k = runs.size() - 1; k >= 0; k--) {
            Optional<Place> place = Place.of(runs.get(k).experiment());
            if (place.isPresent()) {
                String name = frame.nameOf(k);
                point(pen, axes, place.get(), name, Ink.category(k));
            }
        }
    }

    private String measure() {
        return kernel ? "kernel" : "features";
    }

    private static void shades(Pen pen, Box plot, StartTable table, double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        int columns = table.balances().length;
        int rows = table.sizes().length;
        double[] shares = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            // the smallest size is at the bottom; one hue for what stays, one for what turns, by the angle, which is
            // about the root
            int row = rows - 1 - i / columns;
            shares[row * columns + i % columns] = most > 0 ? 2 * Math.sqrt(values[i] / most) - 1 : 0;
        }
        if (values.length > 0) {
            pen.cells(plot, 1, rows, columns, shares, false);
        }
    }

    private void legend(Pen pen, Box box, Box plot) {
        double y = plot.bottom() + 32;
        if (y + 16 > box.bottom()) {
            return;
        }
        pen.textIfFree(Words.say("lesson.start-map.first-stronger"), plot.x(), y, TextStyle.SMALL);
        pen.textIfFree("λ", plot.middleX(), y, TextStyle.SMALL.middle());
        pen.textIfFree(Words.say("lesson.start-map.second-stronger"), plot.right(), y, TextStyle.SMALL.end());
        double[] ramp = {-1, -0.66, -0.33, 0.02, 0.33, 0.66, 1};
        double wide = Math.min(110, plot.w() / 3);
        pen.cells(new Box(plot.x(), y + 8, wide, 9), 0, 1, ramp.length, ramp, false);
        String words = kernel ? Words.say("lesson.start-map.kernel-ramp") : Words.say("lesson.start-map.features-ramp");
        if (plot.x() + wide + 8 + pen.width(words, TextStyle.SMALL) <= box.right()) {
            pen.textIfFree(words, plot.x() + wide + 8, y + 17, TextStyle.SMALL);
        }
    }

    private static void point(Pen pen, Axes axes, Place place, String name, Ink ink) {
        double x = axes.px(place);
        double y = axes.py(place);
        pen.circle(x, y, 9, Paint.of(ink), Stroke.of(Ink.BG, Weight.FINE));
        pen.text(name, x, y + 4, TextStyle.NAME.strong().ink(Ink.BG).middle());
    }

    @Override
    public Optional<Grip> grip(Pen pen, Frame frame, Box box, double px, double py) {
        Axes axes = axes(pen, frame, box);
        if (!axes.plot().inset(-8, -8, -8, -8).contains(px, py)) {
            return Optional.empty();
        }
        boolean other = false;
        List<RunView> runs = frame.runs();
        if (runs.size() > 1) {
            double own = away(axes, runs.get(0), px, py);
            double second = away(axes, runs.get(1), px, py);
            other = second < 16 && second < own;
        }
        String before = other ? "other" : "";
        return Optional.of((x, y) -> {
            Place place = axes.at(x, y);
            return List.of(
                    Grip.Setting.of(before + "size", place.size()),
                    Grip.Setting.of(before + "balance", place.balance()));
        });
    }

    private static double away(Axes axes, RunView run, double px, double py) {
        Optional<Place> place = Place.of(run.experiment());
        if (place.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double dx = axes.px(place.get()) - px;
        double dy = axes.py(place.get()) - py;
        return Math.sqrt(dx * dx + dy * dy);
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        Axes axes = axes(pen, frame, box);
        Optional<StartTable> table = StartTable.known();
        if (table.isEmpty() || !axes.plot().contains(px, py)) {
            return Optional.empty();
        }
        double[] values = table.get().of(kind(frame.story().experiment()), measure());
        int columns = table.get().balances().length;
        int rows = table.get().sizes().length;
        Box plot = axes.plot();
        int column = Math.min(columns - 1, (int) ((px - plot.x()) / plot.w() * columns));
        int row = rows - 1 - Math.min(rows - 1, (int) ((py - plot.y()) / plot.h() * rows));
        if (values.length != rows * columns) {
            return Optional.empty();
        }
        return Optional.of(Hit.block(
                -1,
                -1,
                Words.say(
                        "lesson.start-map.tip",
                        Numbers.brief(table.get().sizes()[row]),
                        Numbers.brief(table.get().balances()[column]),
                        Numbers.fixed(values[row * columns + column], 2))));
    }

    @Override
    public String describe(Frame frame) {
        StringBuilder words = new StringBuilder(title());
        List<RunView> runs = frame.runs();
        for (int k = 0; k < runs.size(); k++) {
            Optional<Place> place = Place.of(runs.get(k).experiment());
            String name = frame.nameOf(k);
            if (place.isPresent()) {
                words.append(k == 0 ? ": " : "; ");
                words.append(Words.say(
                        "lesson.start-map.stands",
                        name,
                        Numbers.brief(place.get().size()),
                        Numbers.brief(rounded(place.get()))));
            }
        }
        return words.append('.').toString();
    }

    /** The balance; what is left of it by rounding is none. */
    private static double rounded(Place place) {
        double least = 1e-12 * Math.max(1, place.size() * place.size());
        return Math.abs(place.balance()) < least ? 0 : place.balance();
    }
}
