package dynlab.view.map;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.numeric.Matrix;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every hidden unit as an arrow in a plane of inputs: its incoming weights times the size of its outgoing ones, in the
 * colour of their sign. For networks with two inputs and one output. Where every example opens one of several pathways, the
 * quarters of the plane in which a pathway is open share a ground, and its arrows start in their middle.
 */
public final class UnitArrows implements View {
    /** A unit with less than this share of the longest arrow is small. */
    private static final double GROWN = 0.1;

    @Override
    public String id() {
        return "plane";
    }

    @Override
    public String title() {
        return Words.say("map.input-plane.input-plane");
    }

    @Override
    public String hint() {
        return Words.say("map.input-plane.units-blue-says");
    }

    @Override
    public Needs needs() {
        return Needs.pictures(Quantity.WEIGHTS);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        double side = Math.min(space.w() - 40, space.h() - 8);
        Box square = new Box(space.middleX() - side / 2, space.y() + 4, side, side);
        double unit = side / 2 / 1.45;
        double x0 = square.middleX();
        double y0 = square.middleY();
        int[] open = open(frame.story());
        drawGates(pen, frame.story(), open, square);
        pen.line(square.x(), y0, square.right(), y0, Stroke.GRID);
        pen.line(x0, square.y(), x0, square.bottom(), Stroke.GRID);
        drawUnits(pen, frame, open, new Box(x0, y0, unit, unit));
        drawExamples(pen, frame.story(), x0, y0, unit);
    }

    /** The hidden node that each context opens; empty unless each opens one of several, and holds one example. */
    private static int[] open(RunView story) {
        Architecture graph = story.experiment().architecture();
        List<Context> contexts = story.experiment().contexts();
        int[] open = new int[contexts.size()];
        for (int c = 0; c < open.length; c++) {
            int found = 0;
            int shut = 0;
            for (int v = 0; v < graph.nodes().size(); v++) {
                if (graph.nodes().get(v).role() == Role.HIDDEN) {
                    boolean on =
                            contexts.get(c).gates().node(graph.nodes().get(v).id()) != 0;
                    found += on ? 1 : 0;
                    shut += on ? 0 : 1;
                    open[c] = on ? v : open[c];
                }
            }
            if (found != 1 || shut == 0 || contexts.get(c).samples() != 1) {
                return new int[0];
            }
        }
        return open;
    }

    private static Optional<Matrix> example(RunView story, int context) {
        for (Node node : story.experiment().architecture().nodes()) {
            Matrix x = story.experiment().contexts().get(context).x().get(node.id());
            if (node.role() == Role.INPUT && x != null && x.rows() == 2) {
                return Optional.of(x);
            }
        }
        return Optional.empty();
    }

    private static void drawGates(Pen pen, RunView story, int[] open, Box square) {
        double half = square.w() / 2;
        for (int c = 0; c < open.length; c++) {
            Optional<Matrix> x = example(story, c);
            if (x.isPresent()) {
                double left = x.get().at(0, 0) > 0 ? square.middleX() : square.x();
                double top = x.get().at(1, 0) > 0 ? square.y() : square.middleY();
                pen.rect(new Box(left, top, half, half), 0, Paint.tint(Ink.category(open[c]), 0.14));
            }
        }
    }

    /** Where the arrows of a node start: half-way to the middle of the examples that open it alone, x and y. */
    private static double[] root(RunView story, int[] open, int node) {
        double[] sum = new double[2];
        int count = 0;
        for (int c = 0; c < open.length; c++) {
            Optional<Matrix> x = open[c] == node ? example(story, c) : Optional.empty();
            if (x.isPresent()) {
                sum[0] += x.get().at(0, 0);
                sum[1] += x.get().at(1, 0);
                count++;
            }
        }
        return count == 0 ? new double[2] : new double[] {0.5 * sum[0] / count, 0.5 * sum[1] / count};
    }

    /** Arrows, the longest as long as the way to an example at the end of the run. */
    private static void drawUnits(Pen pen, Frame frame, int[] open, Box axes) {
        RunView story = frame.story();
        Architecture graph = story.experiment().architecture();
        if (story.steps().length == 0) {
            return;
        }
        double end = story.steps()[story.steps().length - 1];
        double most = Math.max(longest(story, graph, frame.step()), longest(story, graph, end));
        for (int v = 0; v < graph.nodes().size(); v++) {
            Optional<Series[]> layer = layer(story, graph, v, frame.step());
            if (layer.isEmpty()) {
                continue;
            }
            Series in = layer.get()[0];
            Series out = layer.get()[1];
            double[] root = root(story, open, v);
            double unit = axes.w();
            double reach = Math.sqrt(2) * (root[0] == 0 && root[1] == 0 ? 1 : 0.5);
            double x0 = axes.x() + unit * root[0];
            double y0 = axes.y() - unit * root[1];
            for (int u = 0; u < in.rows(); u++) {
                double sign = out.at(0, 0, u);
                double size = Math.abs(sign) / most * unit * reach;
                double x = x0 + in.at(0, u, 0) * size;
                double y = y0 - in.at(0, u, 1) * size;
                Ink ink = sign >= 0 ? Ink.POS : Ink.NEG;
                pen.line(x0, y0, x, y, Stroke.of(Paint.tint(ink, 0.7), Weight.NOW));
                pen.circle(x, y, 2.5, Paint.of(ink), Stroke.NONE);
            }
        }
    }

    /** Incoming and outgoing weights of a hidden node between two inputs and one output at a step, if recorded. */
    private static Optional<Series[]> layer(RunView story, Architecture graph, int v, double step) {
        if (graph.nodes().get(v).role() != Role.HIDDEN
                || graph.incoming(v).length != 1
                || graph.outgoing(v).length != 1) {
            return Optional.empty();
        }
        Map<SeriesKey, Series> all = story.run().trajectory().series();
        Series in = all.get(new SeriesKey(Quantity.WEIGHTS, graph.incoming(v)[0], 0));
        Series out = all.get(new SeriesKey(Quantity.WEIGHTS, graph.outgoing(v)[0], 0));
        if (in == null || out == null || in.columns() != 2 || out.rows() != 1) {
            return Optional.empty();
        }
        return Optional.of(new Series[] {story.now(in, step), story.now(out, step)});
    }

    private static double longest(RunView story, Architecture graph, double step) {
        double most = 1e-300;
        for (int v = 0; v < graph.nodes().size(); v++) {
            Optional<Series[]> layer = layer(story, graph, v, step);
            if (layer.isPresent()) {
                Series in = layer.get()[0];
                Series out = layer.get()[1];
                for (int u = 0; u < in.rows(); u++) {
                    double long2 = Math.hypot(in.at(0, u, 0), in.at(0, u, 1));
                    most = Math.max(most, long2 * Math.abs(out.at(0, 0, u)));
                }
            }
        }
        return most;
    }

    private static void drawExamples(Pen pen, RunView story, double x0, double y0, double unit) {
        Architecture graph = story.experiment().architecture();
        String input = "";
        String output = "";
        for (int v = 0; v < graph.nodes().size(); v++) {
            Role role = graph.nodes().get(v).role();
            input = role == Role.INPUT ? graph.nodes().get(v).id() : input;
            output = role == Role.OUTPUT ? graph.nodes().get(v).id() : output;
        }
        for (Context context : story.experiment().contexts()) {
            Matrix x = context.x().get(input);
            Matrix y = context.y().get(output);
            if (x == null || y == null || x.rows() != 2) {
                continue;
            }
            for (int n = 0; n < x.columns(); n++) {
                double px = x0 + unit * x.at(0, n);
                double py = y0 - unit * x.at(1, n);
                boolean plus = y.at(0, n) > 0;
                pen.circle(px, py, 9, Paint.of(plus ? Ink.POS : Ink.NEG), Stroke.of(Ink.BG, Weight.FINE));
                pen.text(
                        plus ? "+" : "−",
                        px,
                        py + 4,
                        TextStyle.NAME.strong().middle().ink(Ink.BG));
            }
        }
    }

    /** How many units have grown, and for which answer; small ones do not count. */
    @Override
    public String reading(Frame frame) {
        RunView story = frame.story();
        Architecture graph = story.experiment().architecture();
        double most = longest(story, graph, frame.step());
        int plus = 0;
        int minus = 0;
        int all = 0;
        for (int v = 0; v < graph.nodes().size(); v++) {
            Optional<Series[]> layer = layer(story, graph, v, frame.step());
            for (int u = 0; layer.isPresent() && u < layer.get()[0].rows(); u++) {
                Series in = layer.get()[0];
                double sign = layer.get()[1].at(0, 0, u);
                boolean grown = Math.hypot(in.at(0, u, 0), in.at(0, u, 1)) * Math.abs(sign) > GROWN * most;
                plus += grown && sign >= 0 ? 1 : 0;
                minus += grown && sign < 0 ? 1 : 0;
                all++;
            }
        }
        return all == 0
                ? ""
                : Words.say(
                        "map.input-plane.reading",
                        Integer.toString(all),
                        Integer.toString(plus),
                        Integer.toString(minus));
    }
}
