package dynlab.view.map;

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
import dynlab.view.pen.Ink;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every context says now, one small matrix each: a column an input node, a row an output node. Contexts that are
 * never trained stand in a thin frame, the others in a strong one.
 */
public final class OutputGrid implements View {
    @Override
    public String id() {
        return "outputs";
    }

    @Override
    public String title() {
        return Words.say("map.output-grid.outputs");
    }

    @Override
    public String hint() {
        return Words.say("map.output-grid.framed-trained");
    }

    /** One context's place and what was recorded of it. */
    private record Cell(int context, int column, int row, int output, Series series) {}

    private record Grid(List<Cell> cells, int columns, int rows, double left, double top, double w, double h) {
        Box box(Cell cell) {
            return new Box(left + cell.column() * w, top + cell.row() * h, w, h);
        }
    }

    /** Those of a run, whatever the space. */
    private static List<Cell> cells(RunView story) {
        Architecture graph = story.experiment().architecture();
        List<Integer> inputs = new ArrayList<>();
        List<Integer> outputs = new ArrayList<>();
        for (int v = 0; v < graph.nodes().size(); v++) {
            Role role = graph.nodes().get(v).role();
            if (role == Role.INPUT) {
                inputs.add(v);
            } else if (role == Role.OUTPUT) {
                outputs.add(v);
            }
        }
        List<Context> contexts = story.experiment().contexts();
        boolean single = inputs.size() == 1;
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < contexts.size(); c++) {
            Context context = contexts.get(c);
            int column = single ? c : first(graph, inputs, context, true);
            for (int o = 0; o < outputs.size(); o++) {
                Series series =
                        story.run().trajectory().series().get(new SeriesKey(Quantity.OUTPUTS, c, outputs.get(o)));
                boolean asked = context.y()
                        .containsKey(graph.nodes().get(outputs.get(o)).id());
                if (series != null && asked && column >= 0) {
                    cells.add(new Cell(c, column, o, outputs.get(o), series));
                }
            }
        }
        return cells;
    }

    private static Grid grid(RunView story, Box space) {
        List<Cell> cells = story.once("output-cells", OutputGrid::cells);
        int inputs = count(story, Role.INPUT);
        int columns = Math.max(1, inputs == 1 ? story.experiment().contexts().size() : inputs);
        int rows = Math.max(1, count(story, Role.OUTPUT));
        double w = Math.floor(Math.min(space.w() - 20, 2 * space.h()) / columns);
        double h = Math.floor(Math.min((space.h() - 26) / rows, 2.4 * w));
        return new Grid(cells, columns, rows, space.x() + 18, space.y() + 16, w, h);
    }

    private static int count(RunView story, Role role) {
        int count = 0;
        for (Node node : story.experiment().architecture().nodes()) {
            count += node.role() == role ? 1 : 0;
        }
        return count;
    }

    private static int first(Architecture graph, List<Integer> nodes, Context context, boolean input) {
        for (int k = 0; k < nodes.size(); k++) {
            String id = graph.nodes().get(nodes.get(k)).id();
            if (input ? context.x().containsKey(id) : context.y().containsKey(id)) {
                return k;
            }
        }
        return -1;
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.OUTPUTS, Quantity.CONTEXT_ERROR);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        RunView story = frame.story();
        Grid grid = grid(story, space);
        if (grid.cells().isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("map.output-grid.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        int record = story.record(frame.step());
        double most =
                story.once("largest-target", run -> largest(run.experiment().contexts()));
        for (Cell cell : grid.cells()) {
            Box at = grid.box(cell).inset(1.5, 1.5, 1.5, 1.5);
            Series series = cell.series();
            double[] values = new double[series.size()];
            for (int k = 0; k < values.length; k++) {
                double share = series.values()[record * series.size() + k] / most;
                values[k] = Math.max(-1, Math.min(1, share));
            }
            pen.cells(at.inset(1, 1, 1, 1), 0, series.rows(), series.columns(), values, false);
            boolean trained = story.experiment().contexts().get(cell.context()).train();
            pen.frame(at, 1, trained ? Stroke.of(Ink.INK, Weight.NOW) : Stroke.GRID);
        }
        drawNames(pen, grid);
    }

    /** The largest target of all. */
    private static double largest(List<Context> contexts) {
        double most = 1e-12;
        for (Context context : contexts) {
            for (Matrix y : context.y().values()) {
                for (int i = 0; i < y.rows(); i++) {
                    for (int j = 0; j < y.columns(); j++) {
                        most = Math.max(most, Math.abs(y.at(i, j)));
                    }
                }
            }
        }
        return most;
    }

    private static void drawNames(Pen pen, Grid grid) {
        if (grid.rows() == 1 || grid.w() < 10) {
            return;
        }
        for (int k = 0; k < grid.columns(); k++) {
            double x = grid.left() + (k + 0.5) * grid.w();
            pen.textIfFree(Integer.toString(k + 1), x, grid.top() - 4, TextStyle.TICK.middle());
        }
        for (int k = 0; k < grid.rows(); k++) {
            double y = grid.top() + (k + 0.5) * grid.h() + 4;
            pen.textIfFree(Integer.toString(k + 1), grid.left() - 5, y, TextStyle.TICK.end());
        }
    }

    /** How many contexts are trained and how many are not, and the mean error of each. */
    @Override
    public String reading(Frame frame) {
        return errors(frame, true) + errors(frame, false);
    }

    private static String errors(Frame frame, boolean trained) {
        RunView story = frame.story();
        Series errors = story.run().trajectory().series().get(SeriesKey.of(Quantity.CONTEXT_ERROR));
        int record = story.record(frame.step());
        double sum = 0;
        int count = 0;
        for (int c = 0; errors != null && c < errors.size(); c++) {
            if (story.experiment().contexts().get(c).train() == trained) {
                sum += errors.values()[record * errors.size() + c];
                count++;
            }
        }
        String contexts = Integer.toString(count);
        return count == 0
                ? ""
                : trained
                        ? Words.say("map.output-grid.trained-contexts", contexts, Numbers.brief(sum / count))
                        : Words.say("map.output-grid.contexts-never-trained", contexts, Numbers.brief(sum / count));
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        RunView story = frame.story();
        Grid grid = grid(story, Heads.room(frame, box));
        if (story.steps().length == 0) {
            return Optional.empty();
        }
        for (Cell cell : grid.cells()) {
            if (grid.box(cell).contains(px, py)) {
                Context context = story.experiment().contexts().get(cell.context());
                String name = context.name().isEmpty()
                        ? Words.say("map.output-grid.context", Integer.toString(cell.context() + 1))
                        : context.name();
                String tip = name
                        + (context.train()
                                ? Words.say("map.output-grid.trained")
                                : Words.say("map.output-grid.never-trained"));
                Series errors = story.run().trajectory().series().get(SeriesKey.of(Quantity.CONTEXT_ERROR));
                if (errors != null) {
                    int record = story.record(frame.step());
                    tip += Words.say(
                            "map.output-grid.error",
                            Numbers.brief(errors.values()[record * errors.size() + cell.context()]));
                }
                return Optional.of(new Hit(-1, -1, -1, -1, tip));
            }
        }
        return Optional.empty();
    }
}
