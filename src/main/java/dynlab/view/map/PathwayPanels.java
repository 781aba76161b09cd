package dynlab.view.map;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Hatch;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every path of a gated linear network says in every context, samples × outputs, and their sum beside what is true: a
 * closed path is an empty field. For paths from inputs straight to one output whose maps were recorded.
 */
public final class PathwayPanels implements View {
    /** Values are drawn in so many steps, so that equal neighbours are one rectangle. */
    private static final double STEPS = 24;

    @Override
    public String id() {
        return "pathways";
    }

    @Override
    public String title() {
        return Words.say("map.pathway.each-path-says");
    }

    @Override
    public String hint() {
        return Words.say("map.pathway.rows-objects-columns");
    }

    @Override
    public double share() {
        return 0.5;
    }

    @Override
    public double fixed() {
        return 50;
    }

    /** One path and its recorded maps. */
    private record Path(int node, Series maps) {}

    private static List<Path> paths(RunView story) {
        Architecture graph = story.experiment().architecture();
        List<Path> paths = new ArrayList<>();
        for (int v = 0; v < graph.nodes().size(); v++) {
            Series maps = story.run().trajectory().series().get(new SeriesKey(Quantity.PATH_MAPS, v, 0));
            if (maps != null && graph.nodes().get(v).activation() == Activation.LINEAR) {
                paths.add(new Path(v, maps));
            }
        }
        return paths;
    }

    /** Where the fields stand. */
    private record Grid(double left, double top, double w, double h, int rows, int columns) {
        Box field(int row, int column) {
            return new Box(left + column * w, top + row * h, w - 8, h - 6);
        }
    }

    private static Grid grid(Frame frame, Box box, int paths, int contexts) {
        Box space = Heads.room(frame, box);
        double top = space.y() + (Heads.headed(frame) ? 2 : 24);
        double left = space.x() + 66;
        double h = Math.min(58, (space.bottom() - 8 - top - 16) / (paths + 2));
        return new Grid(left, top + 16, (space.right() - left) / contexts, h, paths + 2, contexts);
    }

    @Override
    public Needs needs() {
        return Needs.pictures(Quantity.PATH_MAPS);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        RunView story = frame.story();
        List<Path> paths = paths(story);
        Heads.draw(pen, title(), Heads.hint(frame, this), box.x(), box.y() + 17, box.right());
        if (paths.isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("map.pathway.not-recorded"), box.x(), box.y() + 48, TextStyle.SMALL);
            return;
        }
        List<Context> contexts = story.experiment().contexts();
        Grid grid = grid(frame, box, paths.size(), contexts.size());
        int record = story.record(frame.step());
        for (int c = 0; c < contexts.size(); c++) {
            Context context = contexts.get(c);
            pen.textIfFree(context.name(), grid.left() + c * grid.w(), grid.top() - 6, TextStyle.TICK);
            double[][] sum = new double[0][0];
            for (int p = 0; p < paths.size(); p++) {
                Optional<double[][]> says = says(story, paths.get(p), context, record);
                field(pen, grid.field(p, c), says.orElse(new double[0][0]));
                sum = says.isPresent() ? plus(sum, says.get()) : sum;
            }
            field(pen, grid.field(paths.size(), c), sum);
            field(pen, grid.field(paths.size() + 1, c), truth(story, paths.get(0), context));
        }
        names(pen, story, paths, grid, box.x());
    }

    private static void names(Pen pen, RunView story, List<Path> paths, Grid grid, double x) {
        for (int row = 0; row < grid.rows(); row++) {
            double y = grid.field(row, 0).middleY() + 4;
            if (row < paths.size()) {
                pen.textIfFree(name(story, paths.get(row)), x, y, TextStyle.NAME);
            } else {
                String words = row == paths.size() ? Words.say("map.pathway.all-paths") : Words.say("map.pathway.true");
                pen.textIfFree(words, x, y, TextStyle.NAME.strong());
            }
        }
    }

    /** "common", "drops 2", "only 1", "1, 3": by the contexts in which it is open. */
    private static String name(RunView story, Path path) {
        List<Context> contexts = story.experiment().contexts();
        StringBuilder open = new StringBuilder();
        int count = 0;
        int closed = -1;
        for (int c = 0; c < contexts.size(); c++) {
            if (gate(story, path, contexts.get(c)) != 0) {
                open.append(count == 0 ? "" : ", ").append(c + 1);
                count++;
            } else {
                closed = c;
            }
        }
        if (count == contexts.size()) {
            return paths(story).size() == 1 ? Words.say("map.pathway.one-path") : Words.say("map.pathway.common");
        }
        return count == 1
                ? Words.say("map.pathway.only", String.valueOf(open))
                : count == contexts.size() - 1
                        ? Words.say("map.pathway.drops", Integer.toString(closed + 1))
                        : open.toString();
    }

    private static double gate(RunView story, Path path, Context context) {
        Node node = story.experiment().architecture().nodes().get(path.node());
        return context.gates().node(node.id());
    }

    /** Outputs × samples; nothing where its gate is closed. */
    private static Optional<double[][]> says(RunView story, Path path, Context context, int record) {
        double gate = gate(story, path, context);
        if (gate == 0) {
            return Optional.empty();
        }
        Architecture graph = story.experiment().architecture();
        Series maps = path.maps();
        double[][] out = new double[maps.rows()][context.samples()];
        int at = 0;
        for (int e : graph.incoming(path.node())) {
            Matrix x = context.x().get(graph.nodes().get(graph.source(e)).id());
            int columns = graph.columns(e);
            for (int j = 0; x != null && j < columns; j++) {
                for (int n = 0; n < out[0].length; n++) {
                    double input = gate * x.at(j, n);
                    for (int i = 0; input != 0 && i < out.length; i++) {
                        out[i][n] += maps.at(record, i, at + j) * input;
                    }
                }
            }
            at += columns;
        }
        return Optional.of(out);
    }

    private static double[][] plus(double[][] a, double[][] b) {
        if (a.length == 0) {
            return b;
        }
        for (int i = 0; i < a.length; i++) {
            for (int n = 0; n < a[i].length; n++) {
                a[i][n] += b[i][n];
            }
        }
        return a;
    }

    private static double[][] truth(RunView story, Path path, Context context) {
        Architecture graph = story.experiment().architecture();
        int output = graph.target(graph.outgoing(path.node())[0]);
        boolean known = graph.nodes().get(output).role() == Role.OUTPUT;
        Matrix y = context.y().get(graph.nodes().get(output).id());
        if (y == null || !known) {
            return new double[0][0];
        }
        double[][] rows = new double[y.rows()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = y.row(i);
        }
        return rows;
    }

    /** One field: a row a sample, a column an output; nothing but its ground where there is nothing. */
    private static void field(Pen pen, Box box, double[][] values) {
        if (values.length == 0) {
            pen.rect(box, 2, Paint.of(Ink.SUNKEN));
            return;
        }
        int samples = values[0].length;
        double w = box.w() / values.length;
        double h = box.h() / samples;
        Hatch hatch = new Hatch();
        for (int n = 0; n < samples; n++) {
            int from = 0;
            for (int i = 1; i <= values.length; i++) {
                double now = level(values[from][n]);
                if (i == values.length || level(values[i][n]) != now) {
                    if (now != 0) {
                        Box strip = new Box(box.x() + from * w, box.y() + n * h, (i - from) * w, h);
                        pen.rect(strip, 0, Paint.signed(now));
                        hatch.add(strip, now);
                    }
                    from = i;
                }
            }
        }
        hatch.draw(pen);
        pen.frame(box, 0, Stroke.GRID);
    }

    /** How much of what is true each path says, over all contexts, and all of them together. */
    @Override
    public String reading(Frame frame) {
        RunView story = frame.story();
        List<Path> paths = paths(story);
        int record = story.record(frame.step());
        if (paths.isEmpty() || record < 0) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        double all = 0;
        for (Path path : paths) {
            double says = 0;
            double whole = 0;
            for (Context context : story.experiment().contexts()) {
                double[][] truth = truth(story, path, context);
                Optional<double[][]> said = says(story, path, context, record);
                whole += product(truth, truth);
                says += said.isPresent() ? product(said.get(), truth) : 0;
            }
            double share = whole > 0 ? says / whole : 0;
            all += share;
            words.append(Words.say("map.pathway.share", name(story, path), Numbers.fixed(share, 2)));
        }
        words.append(Words.say("map.pathway.share", Words.say("map.pathway.all-paths"), Numbers.fixed(all, 2)));
        return words.toString();
    }

    private static double product(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            for (int n = 0; n < b[i].length; n++) {
                sum += a[i][n] * b[i][n];
            }
        }
        return sum;
    }

    private static double level(double value) {
        return Math.rint(Math.max(-1, Math.min(1, value)) * STEPS) / STEPS;
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        RunView story = frame.story();
        List<Path> paths = paths(story);
        List<Context> contexts = story.experiment().contexts();
        if (paths.isEmpty() || story.steps().length == 0) {
            return Optional.empty();
        }
        Grid grid = grid(frame, box, paths.size(), contexts.size());
        for (int row = 0; row < grid.rows(); row++) {
            for (int c = 0; c < contexts.size(); c++) {
                Box field = grid.field(row, c);
                if (field.contains(px, py)) {
                    return Optional.of(new Hit(-1, -1, -1, -1, tip(story, paths, contexts.get(c), row, field, px, py)));
                }
            }
        }
        return Optional.empty();
    }

    private static String tip(
            RunView story, List<Path> paths, Context context, int row, Box field, double px, double py) {
        String name = row < paths.size()
                ? name(story, paths.get(row))
                : row == paths.size() ? Words.say("map.pathway.all-paths") : Words.say("map.pathway.true");
        if (row < paths.size() && gate(story, paths.get(row), context) == 0) {
            return Words.say("map.pathway.closed", name, context.name());
        }
        Series maps = paths.get(0).maps();
        int output = Math.min(maps.rows() - 1, (int) ((px - field.x()) / field.w() * maps.rows()));
        int sample = Math.min(context.samples() - 1, (int) ((py - field.y()) / field.h() * context.samples()));
        return Words.say(
                "map.pathway.output-object",
                name,
                context.name(),
                Integer.toString(output + 1),
                Integer.toString(sample + 1));
    }
}
