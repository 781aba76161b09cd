package dynlab.view.map;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.measure.Dendrogram;
import dynlab.measure.HiddenDistance;
import dynlab.measure.Likeness;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.Tree;
import dynlab.task.World;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
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
import java.util.List;
import java.util.Optional;

/**
 * Similarity of the items inside the network, ordered by the tree, scaled to its largest entry and saying so; beside it
 * the tree with forks at hidden distances, as a share of the largest distance of the whole run.
 */
public final class SimilarityMap implements View {
    /** A smaller share of the final similarity, in per cent, is not spelt out. */
    private static final double LEAST_SHARE = 0.1;

    @Override
    public String id() {
        return "similarity";
    }

    @Override
    public String title() {
        return Words.say("map.similarity.similarity");
    }

    /** Where things stand. */
    private record Grid(double left, double top, double pitch, double tree) {}

    /** The matrix at a step, row-major; empty if none was recorded. */
    static double[] matrix(Frame frame, double step) {
        RunView story = frame.story();
        int record = story.record(step);
        int items = story.world().items().size();
        List<SeriesKey> layers = story.layers();
        double[] matrix = new double[items * items];
        if (frame.layer() >= 0 && frame.layer() < layers.size()) {
            Series series =
                    story.run().trajectory().series(layers.get(frame.layer())).orElseThrow();
            System.arraycopy(story.now(series, step).values(), 0, matrix, 0, matrix.length);
            return matrix;
        }
        if (story.outputs().isEmpty()) {
            return new double[0];
        }
        Series outputs = story.outputs().get();
        for (int property = 0; property < outputs.rows(); property++) {
            for (int i = 0; i < items; i++) {
                double value = outputs.at(record, property, i);
                for (int j = 0; j < items; j++) {
                    matrix[i * items + j] += value * outputs.at(record, property, j);
                }
            }
        }
        return matrix;
    }

    /** The same, measured as the frame says; empty if what that takes was not recorded. */
    static double[] shown(Frame frame, double step) {
        double[] matrix = matrix(frame, step);
        int items = frame.story().world().items().size();
        if (matrix.length == 0 || frame.likeness() == Likeness.INNER_PRODUCT) {
            return matrix;
        } else if (frame.likeness() == Likeness.EUCLIDEAN) {
            HiddenDistance.euclidean(matrix, 0, items);
            return matrix;
        }
        RunView story = frame.story();
        List<SeriesKey> layers = story.layers();
        double[] means = new double[items];
        if (frame.layer() < 0 || frame.layer() >= layers.size()) {
            Series outputs = story.outputs().orElseThrow();
            int record = story.record(step);
            for (int item = 0; item < items; item++) {
                for (int property = 0; property < outputs.rows(); property++) {
                    means[item] += outputs.at(record, property, item) / outputs.rows();
                }
            }
            HiddenDistance.correlation(matrix, means, outputs.rows());
            return matrix;
        }
        int node = layers.get(frame.layer()).first();
        Optional<Series> recorded = story.run().trajectory().series(new SeriesKey(Quantity.HIDDEN_MEAN, node, 0));
        if (recorded.isEmpty()) {
            return new double[0];
        }
        System.arraycopy(story.now(recorded.get(), step).values(), 0, means, 0, items);
        int width = story.experiment().architecture().nodes().get(node).width();
        HiddenDistance.correlation(matrix, means, width);
        return matrix;
    }

    private static double largest(double[] matrix) {
        double most = 0;
        for (double value : matrix) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    @Override
    public Needs needs() {
        return Needs.pictures(Quantity.SIMILARITY, Quantity.HIDDEN_MEAN, Quantity.OUTPUTS);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        RunView story = frame.story();
        World world = story.world();
        int items = world.items().size();
        double[] now = story.steps().length == 0 ? new double[0] : shown(frame, frame.step());
        if (now.length == 0) {
            pen.text(Words.say("map.similarity.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        double end = story.steps()[story.steps().length - 1];
        double[] last = shown(frame, end);
        Grid grid = grid(pen, frame, space);
        double most = largest(now);
        double[] shares = new double[now.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = most > 0 ? now[i] / most : 0;
        }
        double side = items * grid.pitch();
        pen.cells(new Box(grid.left(), grid.top(), side, side), 1, items, items, shares, false);
        for (int item = 0; item < items; item++) {
            TextStyle style = TextStyle.NAME.strong(item == frame.asked().item());
            double y = grid.top() + (item + 0.5) * grid.pitch() + 4;
            String name = Labels.cut(pen, world.items().get(item), style, space.right() - grid.left() - side - 7);
            pen.textIfFree(name, grid.left() + side + 7, y, style);
        }
        if (grid.tree() > 0) {
            drawTree(pen, frame, grid, matrix(frame, frame.step()), matrix(frame, end));
            if (hasScale(frame, space)) {
                drawScale(pen, grid, side, most, largest(last));
            }
        }
    }

    private static double names(Pen pen, World world, Box space) {
        return Labels.column(pen, world.items(), TextStyle.NAME.strong(), 0.4 * space.w());
    }

    private static Grid grid(Pen pen, Frame frame, Box space) {
        World world = frame.story().world();
        double names = names(pen, world, space);
        boolean embed = frame.kind() == Layout.Kind.EMBED;
        double tree = embed ? 0 : 46;
        double under = hasScale(frame, space) ? 26 : 0;
        int items = world.items().size();
        double pitch = Math.floor(Math.min((space.w() - tree - 13 - names) / items, (space.h() - under - 2) / items));
        pitch = Math.max(8, Math.min(36, pitch));
        return new Grid(space.x() + tree + (tree > 0 ? 6 : 0), space.y() + 2, pitch, tree);
    }

    /** A low panel has no room for the line that says the scale. */
    private static boolean hasScale(Frame frame, Box space) {
        return frame.kind() != Layout.Kind.EMBED && space.h() >= 140;
    }

    private static Matrix distances(double[] matrix, int items) {
        return HiddenDistance.euclidean(Matrix.of(items, items, matrix));
    }

    private static void drawTree(Pen pen, Frame frame, Grid grid, double[] now, double[] last) {
        Tree tree = frame.story().world().tree();
        int nodes = tree.size();
        double full = 1e-300;
        double[] x = new double[nodes];
        double[] y = new double[nodes];
        double[] heights = new double[nodes];
        double[] ofNow = Dendrogram.alongTree(distances(now, tree.leaves()), tree);
        double[] ofLast = Dendrogram.alongTree(distances(last, tree.leaves()), tree);
        for (int node = 0; node < nodes; node++) {
            full = Math.max(full, Math.max(ofLast[node], ofNow[node]));
        }
        double base = grid.left() - 6;
        for (int node = nodes - 1; node >= 0; node--) {
            List<Integer> children = tree.children(node);
            if (children.isEmpty()) {
                int item = node - (nodes - tree.leaves());
                x[node] = base;
                y[node] = grid.top() + (item + 0.5) * grid.pitch();
                continue;
            }
            // a fork never stands right of one below it
            double height = ofNow[node];
            for (int child : children) {
                height = Math.max(height, heights[child]);
                y[node] += y[child] / children.size();
            }
            heights[node] = height;
            x[node] = base - (grid.tree() - 5) * height / full;
        }
        for (int node = nodes - 1; node >= 0; node--) {
            int depth = tree.depth(node);
            Ink ink = frame.story().levelInk(depth + 1);
            Paint paint = Paint.tint(ink, emphasis(frame, depth + 1));
            double top = 1e9;
            double bottom = -1e9;
            for (int child : tree.children(node)) {
                pen.line(x[node], y[child], x[child], y[child], Stroke.of(paint, Weight.FINE));
                top = Math.min(top, y[child]);
                bottom = Math.max(bottom, y[child]);
            }
            if (bottom > top) {
                pen.line(x[node], top, x[node], bottom, Stroke.of(paint, Weight.FINE));
            }
        }
    }

    private static double emphasis(Frame frame, int level) {
        int block = frame.pointer().block();
        return block < 0 || frame.story().blocks().get(block).level() == level ? 1 : Paint.DIMMED;
    }

    private static void drawScale(Pen pen, Grid grid, double side, double most, double final_) {
        double y = grid.top() + side + 10;
        double[] ramp = {0, 0.25, 0.5, 0.75, 1};
        pen.cells(new Box(grid.left(), y, 100, 8), 0, 1, 5, ramp, false);
        pen.frame(new Box(grid.left(), y, 100, 8), 0, Stroke.GRID);
        double share = final_ > 0 ? 100 * most / final_ : 0;
        String words = share >= 99.5
                ? Words.say("map.similarity.0-final")
                : share < LEAST_SHARE
                        ? Words.say("map.similarity.0-1-final")
                        : Words.say(
                                "map.similarity.0-final-2", share >= 1 ? Numbers.fixed(share, 0) : Numbers.upTo(share));
        pen.text(words, grid.left() + 106, y + 8, TextStyle.TICK);
    }

    /** The two pairs of items with the largest and the least number. */
    @Override
    public String reading(Frame frame) {
        List<String> items = frame.story().world().items();
        double[] matrix = shown(frame, frame.step());
        int most = 1;
        int least = 1;
        for (int cell = 0; cell < matrix.length; cell++) {
            if (cell / items.size() < cell % items.size()) {
                most = matrix[cell] > matrix[most] ? cell : most;
                least = matrix[cell] < matrix[least] ? cell : least;
            }
        }
        if (items.size() < 2 || matrix.length == 0) {
            return "";
        }
        return Words.say("map.similarity.largest", pair(items, most), Numbers.brief(matrix[most]))
                + Words.say("map.similarity.least", pair(items, least), Numbers.brief(matrix[least]));
    }

    private static String pair(List<String> items, int cell) {
        return items.get(cell / items.size()) + " · " + items.get(cell % items.size());
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        World world = frame.story().world();
        Box space = Heads.room(frame, box);
        Grid grid = grid(pen, frame, space);
        int items = world.items().size();
        int i = (int) Math.floor((py - grid.top()) / grid.pitch());
        int j = (int) Math.floor((px - grid.left()) / grid.pitch());
        if (i >= 0 && i < items && j >= items) {
            return Optional.of(new Hit(-1, -1, -1, i, world.items().get(i)));
        }
        if (i < 0 || j < 0 || i >= items || j >= items || frame.story().steps().length == 0) {
            return Optional.empty();
        }
        double[] matrix = shown(frame, frame.step());
        if (matrix.length == 0) {
            return Optional.empty();
        }
        String tip = world.items().get(i) + " · " + world.items().get(j) + "\n" + Numbers.brief(matrix[i * items + j]);
        return Optional.of(new Hit(-1, -1, -1, i, tip));
    }
}
