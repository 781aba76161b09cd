package dynlab.view.lesson;

import dynlab.numeric.Numbers;
import dynlab.task.ItemGraph;
import dynlab.task.StructuralForm;
import dynlab.task.StructuralForm.Kind;
import dynlab.task.World;
import dynlab.view.Frame;
import dynlab.view.Grip;
import dynlab.view.Heads;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.Optional;

/** The forms as pictures to choose from, and under them what the features of the chosen one say: their covariance. */
public final class FormPictures implements View {
    private static final int ACROSS = 3;
    private static final double GAP = 6;
    private static final double TILE = 84;

    @Override
    public String id() {
        return "forms";
    }

    @Override
    public String title() {
        return Words.say("lesson.form-pictures.world");
    }

    @Override
    public String hint() {
        return Words.say("lesson.form-pictures.tap-form");
    }

    private static Box tile(Box space, int k) {
        double wide = (space.w() - GAP * (ACROSS - 1)) / ACROSS;
        double high = Math.min(TILE, Math.max(52, space.h() * 0.2));
        int row = k / ACROSS;
        return new Box(space.x() + k % ACROSS * (wide + GAP), space.y() + row * (high + GAP), wide, high);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        World world = frame.story().world();
        String chosen = world.graph().map(ItemGraph::name).orElse("");
        Kind[] kinds = Kind.values();
        for (int k = 0; k < kinds.length; k++) {
            boolean on = kinds[k].word().equals(chosen);
            Box tile = tile(space, k);
            pen.frame(tile.inset(1, 1, 1, 1), 7, Stroke.of(on ? Ink.INK : Ink.LINE, on ? Weight.FINE : Weight.HAIR));
            StructuralForm form =
                    new StructuralForm(kinds[k], kinds[k] == Kind.TREE || kinds[k] == Kind.CROSS ? 8 : 12, 1, 1);
            ItemGraph graph = on ? world.graph().orElseThrow() : form.graph();
            int items = on ? world.items().size() : form.items();
            graph(pen, graph, items, tile.inset(12, 9, 12, 25), on);
            pen.textIfFree(
                    Words.say(kinds[k].label()),
                    tile.middleX(),
                    tile.bottom() - 9,
                    TextStyle.NAME.strong(on).middle());
        }
        covariance(pen, frame, world, under(space));
    }

    private static void graph(Pen pen, ItemGraph graph, int items, Box box, boolean on) {
        for (ItemGraph.Link link : graph.edges()) {
            pen.line(
                    x(graph, link.from(), box),
                    y(graph, link.from(), box),
                    x(graph, link.to(), box),
                    y(graph, link.to(), box),
                    Stroke.of(Ink.LINE_2, Weight.HAIR));
        }
        for (int node = 0; node < graph.size(); node++) {
            boolean item = node < items;
            Paint fill =
                    on && item ? ItemColours.of(items, graph.name(), node) : Paint.of(item ? Ink.INK_2 : Ink.LINE_2);
            pen.circle(x(graph, node, box), y(graph, node, box), item ? 3 : 1.5, fill, Stroke.NONE);
        }
    }

    private static double x(ItemGraph graph, int node, Box box) {
        return box.x() + graph.xs().get(node) * box.w();
    }

    private static double y(ItemGraph graph, int node, Box box) {
        return box.y() + graph.ys().get(node) * box.h();
    }

    private static double[] products(World world) {
        int items = world.items().size();
        double[] y = world.y().toArray();
        double[] c = new double[items * items];
        for (int p = 0; p < world.y().rows(); p++) {
            for (int i = 0; i < items; i++) {
                for (int j = 0; j < items; j++) {
                    c[i * items + j] += y[p * items + i] * y[p * items + j];
                }
            }
        }
        return c;
    }

    /** What the forms leave of the space. */
    private static Box under(Box space) {
        double top = tile(space, Kind.values().length - 1).bottom() + 18;
        return new Box(space.x(), top, space.w(), space.bottom() - top);
    }

    /** The cells of the covariance; empty where there is no room for them. */
    private static Optional<Box> cells(Pen pen, World world, Box box) {
        int items = world.items().size();
        double names = Labels.column(pen, world.items(), TextStyle.NAME, 0.4 * box.w());
        double pitch = Math.floor(Math.min((box.w() - names - 8) / items, (box.h() - 24) / items));
        return pitch < 3
                ? Optional.empty()
                : Optional.of(new Box(box.x() + names + 8, box.y() + 16, pitch * items, pitch * items));
    }

    private static void covariance(Pen pen, Frame frame, World world, Box box) {
        int items = world.items().size();
        Optional<Box> cells = cells(pen, world, box);
        if (cells.isEmpty()) {
            return;
        }
        Box grid = cells.get();
        double pitch = grid.h() / items;
        if (frame.kind() != Layout.Kind.EMBED) {
            pen.textIfFree(
                    Words.say("lesson.form-pictures.features-say"), box.x(), box.y() + 4, TextStyle.NAME.strong());
            double after =
                    box.x() + pen.width(Words.say("lesson.form-pictures.features-say"), TextStyle.NAME.strong()) + 8;
            if (after + pen.width(Words.say("lesson.form-pictures.covariance"), TextStyle.TICK) <= box.right()) {
                pen.textIfFree(Words.say("lesson.form-pictures.covariance"), after, box.y() + 4, TextStyle.TICK);
            }
        }
        double[] c = products(world);
        double most = 1e-300;
        for (double value : c) {
            most = Math.max(most, Math.abs(value));
        }
        for (int i = 0; i < c.length; i++) {
            c[i] /= most;
        }
        pen.cells(grid, pitch > 6 ? 1 : 0, items, items, c, false);
        for (int i = 0; i < items; i++) {
            double y = grid.y() + (i + 0.5) * pitch + 4;
            String name = Labels.cut(pen, world.items().get(i), TextStyle.NAME, grid.x() - 8 - box.x());
            pen.textIfFree(name, grid.x() - 6, y, TextStyle.NAME.end());
        }
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        if (grip(pen, frame, box, px, py).isPresent()) {
            return Optional.of(Hit.block(-1, -1, Words.say("lesson.form-pictures.take-form")));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Grip> grip(Pen pen, Frame frame, Box box, double px, double py) {
        Box space = Heads.room(frame, box);
        Kind[] kinds = Kind.values();
        for (int k = 0; k < kinds.length; k++) {
            if (tile(space, k).contains(px, py)) {
                return Optional.of(Grip.choosing("form", kinds[k].word()));
            }
        }
        return Optional.empty();
    }

    @Override
    public String describe(Frame frame) {
        World world = frame.story().world();
        double[] c = products(world);
        int items = world.items().size();
        String drawn = world.graph().map(ItemGraph::name).orElse("");
        String form = Words.say("lesson.form-pictures.none");
        for (Kind kind : Kind.values()) {
            form = kind.word().equals(drawn) ? Words.say(kind.label()) : form;
        }
        return Words.say(
                "lesson.form-pictures.forms-choose-chosen",
                form,
                world.items().get(0),
                world.items().get(items - 1),
                Numbers.fixed(c[items - 1] / c[0], 2));
    }
}
