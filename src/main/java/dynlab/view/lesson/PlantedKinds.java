package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.World;
import dynlab.theory.form.Coherence;
import dynlab.theory.modes.Modes;
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

/**
 * Kinds that were planted in noise: the data, or how well each kind is found against its coherence, beside the theory, which
 * has a threshold at 1.
 */
public final class PlantedKinds implements View {
    private final boolean data;

    /**
     * @param data whether it shows the data instead of the coherences
     */
    public PlantedKinds(boolean data) {
        this.data = data;
    }

    @Override
    public String id() {
        return data ? "planted" : "coherent";
    }

    @Override
    public String title() {
        return data
                ? Words.say("lesson.planted-kinds.kinds-noise")
                : Words.say("lesson.planted-kinds.when-group-category");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return data
                ? Words.say("lesson.planted-kinds.objects-across-features")
                : Words.say("lesson.planted-kinds.coherence");
    }

    @Override
    public Needs needs() {
        return data ? Needs.NOTHING : Needs.of(Quantity.MODE_STRENGTH);
    }

    /** One planted kind, read off the data: its objects, its features, how often features are on inside and outside. */
    private record Kind(String name, int from, int objects, int features, double inside, double outside) {}

    private static List<Kind> kinds(World world) {
        List<Kind> kinds = new ArrayList<>();
        int from = 0;
        int items = world.items().size();
        while (from < items && world.items().get(from).charAt(0) != '-') {
            char letter = world.items().get(from).charAt(0);
            int to = from;
            while (to < items && world.items().get(to).charAt(0) == letter) {
                to++;
            }
            int objects = to - from;
            // three features to two objects, as they were planted
            int features = objects * 3 / 2;
            int first = kinds.size() * features;
            double background = -least(world.y());
            double mean = 0;
            for (int f = first; f < first + features; f++) {
                for (int o = from; o < to; o++) {
                    mean += world.y().at(f, o) / (features * (double) objects);
                }
            }
            kinds.add(new Kind(String.valueOf(letter), from, objects, features, mean + background, background));
            from = to;
        }
        return kinds;
    }

    /** An absent feature is minus the background's chance. */
    private static double least(Matrix y) {
        double least = 0;
        for (int i = 0; i < y.rows(); i++) {
            for (int j = 0; j < y.columns(); j++) {
                least = Math.min(least, y.at(i, j));
            }
        }
        return least;
    }

    private static Coherence coherence(World world, Kind kind) {
        int[] objects = {kind.objects(), world.items().size()};
        int[] features = {kind.features(), world.properties().size()};
        return Coherence.of(kind.inside(), kind.outside(), objects, features);
    }

    /** The largest square of an inner product of a mode's object vector with the kind's. */
    private static double overlap(Modes modes, Kind kind) {
        double best = 0;
        for (int k = 0; k < Math.min(6, modes.count()); k++) {
            double sum = 0;
            for (int o = kind.from(); o < kind.from() + kind.objects(); o++) {
                sum += modes.v().at(o, k) / Math.sqrt(kind.objects());
            }
            best = Math.max(best, sum * sum);
        }
        return best;
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        World world = frame.story().world();
        if (kinds(world).isEmpty()) {
            pen.text(Words.say("lesson.planted-kinds.no-kinds-planted"), space.x(), space.y() + 24, TextStyle.SMALL);
        } else if (data) {
            matrix(pen, world, space);
        } else {
            law(pen, frame.story(), world, space);
        }
    }

    private static void matrix(Pen pen, World world, Box space) {
        double pitch = Math.min(
                space.w() / world.items().size(), space.h() / world.properties().size());
        pitch = Math.max(1.5, Math.floor(2 * pitch) / 2);
        double[] cells = world.y().toArray();
        Box grid = new Box(
                space.x(),
                space.y(),
                pitch * world.items().size(),
                pitch * world.properties().size());
        pen.cells(grid, 0, world.properties().size(), world.items().size(), cells, false);
        List<Kind> kinds = kinds(world);
        for (int k = 0; k < kinds.size(); k++) {
            Kind kind = kinds.get(k);
            Box frame = new Box(
                    grid.x() + kind.from() * pitch,
                    grid.y() + k * kind.features() * pitch,
                    kind.objects() * pitch,
                    kind.features() * pitch);
            pen.frame(frame, 0, Stroke.of(Ink.category(k), Weight.FINE));
            pen.textIfFree(
                    kind.name(),
                    frame.right() + 5,
                    frame.y() + 12,
                    TextStyle.NAME.strong().haloed());
        }
    }

    private static void law(Pen pen, RunView story, World world, Box space) {
        Box plot = new Box(space.x() + 34, space.y() + 12, space.w() - 44, Math.min(220, space.h() - 56));
        List<Kind> kinds = kinds(world);
        double most = 3;
        for (Kind kind : kinds) {
            most = Math.max(most, 1.15 * coherence(world, kind).coherence());
        }
        Scale x = new Scale(0, most, plot.x(), plot.right());
        Scale y = new Scale(0, 1.05, plot.bottom(), plot.y());
        for (int i = 0; i <= 2; i++) {
            pen.line(plot.x(), y.at(i * 0.5), plot.right(), y.at(i * 0.5), i == 0 ? Stroke.AXIS : Stroke.GRID);
            pen.text(i == 0 ? "0" : i == 1 ? "½" : "1", plot.x() - 6, y.at(i * 0.5) + 4, TextStyle.TICK.end());
        }
        pen.line(x.at(1), plot.y(), x.at(1), plot.bottom(), Stroke.AXIS);
        pen.textIfFree("1", x.at(1), plot.bottom() + 15, TextStyle.TICK.middle());
        double across = Scale.step(most, 4);
        for (int i = 0; i * across <= most; i++) {
            pen.textIfFree(Numbers.brief(i * across), x.at(i * across), plot.bottom() + 15, TextStyle.TICK.middle());
        }
        curve(pen, world, kinds.get(0), most, x, y);
        for (int k = 0; k < kinds.size(); k++) {
            Kind kind = kinds.get(k);
            double found =
                    story.run().modes().map(modes -> overlap(modes, kind)).orElse(0.0);
            double at = x.at(coherence(world, kind).coherence());
            pen.circle(at, y.at(found), 6, Paint.of(Ink.category(k)), Stroke.of(Ink.BG, Weight.FINE));
            pen.textIfFree(
                    kind.name(),
                    at + 10,
                    y.at(found) + 4,
                    TextStyle.NAME.strong().haloed());
        }
        pen.textIfFree(
                Words.say("lesson.planted-kinds.coherence-category"),
                plot.middleX(),
                plot.bottom() + 32,
                TextStyle.SMALL.middle());
    }

    /** The theory for kinds of this shape, by the chance inside that gives each coherence. */
    private static void curve(Pen pen, World world, Kind shape, double most, Scale x, Scale y) {
        int points = 60;
        double[] xs = new double[points + 1];
        double[] ys = new double[points + 1];
        double q = shape.outside();
        double members = (double) shape.objects() * shape.features();
        double all =
                Math.sqrt((double) world.items().size() * world.properties().size());
        for (int i = 0; i <= points; i++) {
            double c = most * i / points;
            double lift = Math.sqrt(c * q * (1 - q) * all / members);
            Kind kind = new Kind("", 0, shape.objects(), shape.features(), q + lift, q);
            xs[i] = x.at(c);
            ys[i] = y.at(Math.max(0, coherence(world, kind).objectOverlap()));
        }
        pen.polyline(xs, ys, 0, points + 1, Stroke.THEORY);
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        return Optional.empty();
    }
}
