package dynlab.view.graph;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The network as a graph: inputs at the foot, outputs at the top, widths in the boxes. An edge fills with colour as its
 * largest singular value grows.
 */
public final class GraphPlot implements View {
    private static final int CURVE = 12;

    @Override
    public String id() {
        return "graph";
    }

    @Override
    public String title() {
        return Words.say("graph.graph.network");
    }

    @Override
    public String hint() {
        return Words.say("graph.graph.width-layer-line");
    }

    /** Where every node stands. */
    private record Places(double[] x, double[] y, double w, double h) {}

    private static Places places(Architecture graph, Box space) {
        int n = graph.nodes().size();
        int[] depth = graph.depths();
        int deepest = 0;
        for (int deep : depth) {
            deepest = Math.max(deepest, deep);
        }
        for (int v = 0; v < n; v++) {
            depth[v] = graph.nodes().get(v).role() == Role.OUTPUT ? deepest : depth[v];
        }
        double[] x = new double[n];
        double[] y = new double[n];
        int widest = 1;
        for (int level = 0; level <= deepest; level++) {
            List<Integer> row = new ArrayList<>();
            for (int v = 0; v < n; v++) {
                if (depth[v] == level) {
                    row.add(v);
                }
            }
            widest = Math.max(widest, row.size());
            for (int k = 0; k < row.size(); k++) {
                x[row.get(k)] = space.x() + space.w() * (k + 0.5) / row.size();
                y[row.get(k)] = space.bottom() - 30 - (space.h() - 60) * level / Math.max(1, deepest);
            }
        }
        double w = Math.max(6, Math.min(40, space.w() / widest - 6));
        return new Places(x, y, w, Math.min(24, Math.max(12, w)));
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.SINGULAR_VALUES).offered();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        RunView story = frame.story();
        Architecture graph = story.experiment().architecture();
        double high = Math.min(space.h(), 420);
        Box area = new Box(space.x(), space.y(), space.w(), high);
        Places places = places(graph, area);
        double most = strongest(story, graph);
        for (int e = 0; e < graph.edges().size(); e++) {
            drawEdge(pen, story, graph, places, e, frame.step(), most);
        }
        for (int v = 0; v < graph.nodes().size(); v++) {
            Node node = graph.nodes().get(v);
            Box at = new Box(places.x()[v] - places.w() / 2, places.y()[v] - places.h() / 2, places.w(), places.h());
            pen.rect(at, 3, Paint.of(Ink.SURFACE));
            pen.frame(at, 3, Stroke.of(Ink.INK_2, Weight.AXIS));
            String width = Integer.toString(node.width());
            if (pen.width(width, TextStyle.NAME) <= places.w() - 2) {
                pen.text(width, places.x()[v], places.y()[v] + 4, TextStyle.NAME.middle());
            }
        }
        pen.textIfFree(Words.say("graph.graph.inputs"), area.middleX(), area.bottom() - 4, TextStyle.TICK.middle());
        pen.textIfFree(Words.say("graph.graph.outputs"), area.middleX(), area.y() + 11, TextStyle.TICK.middle());
    }

    private static Optional<Series> strengths(RunView story, int e) {
        return Optional.ofNullable(
                story.run().trajectory().series().get(new SeriesKey(Quantity.SINGULAR_VALUES, e, 0)));
    }

    private static double strongest(RunView story, Architecture graph) {
        double most = 1e-300;
        for (int e = 0; e < graph.edges().size(); e++) {
            Optional<Series> series = strengths(story, e);
            for (int i = 0; series.isPresent() && i < story.steps().length; i++) {
                most = Math.max(most, series.get().values()[i * series.get().size()]);
            }
        }
        return most;
    }

    private static void drawEdge(
            Pen pen, RunView story, Architecture graph, Places places, int e, double step, double most) {
        int from = graph.source(e);
        int to = graph.target(e);
        double[] xs = new double[CURVE + 1];
        double[] ys = new double[CURVE + 1];
        for (int k = 0; k <= CURVE; k++) {
            double t = k / (double) CURVE;
            double bend = t * t * (3 - 2 * t);
            xs[k] = places.x()[from] + bend * (places.x()[to] - places.x()[from]);
            ys[k] = places.y()[from] + t * (places.y()[to] - places.y()[from]);
        }
        Optional<Series> known = strengths(story, e);
        double share = known.filter(series -> story.steps().length > 0)
                .map(series -> series.values()[story.record(step) * series.size()] / most)
                .orElse(0.0);
        // a line whose strength nobody recorded is not a weak one
        pen.polyline(xs, ys, 0, CURVE + 1, known.isPresent() ? Stroke.GRID : Stroke.of(Ink.INK_3, Weight.NOW));
        if (share > 0.02) {
            Weight weight = share > 0.6 ? Weight.SIM : share > 0.25 ? Weight.FINE : Weight.NOW;
            pen.polyline(xs, ys, 0, CURVE + 1, Stroke.of(Paint.tint(Ink.CAT_1, Math.min(1, 0.2 + share)), weight));
        }
    }

    /** Its layers, those of one role and width together. */
    @Override
    public String reading(Frame frame) {
        List<Node> nodes = frame.story().experiment().architecture().nodes();
        StringBuilder words = new StringBuilder();
        int from = 0;
        for (int v = 1; v <= nodes.size(); v++) {
            Node first = nodes.get(from);
            if (v == nodes.size()
                    || nodes.get(v).role() != first.role()
                    || nodes.get(v).width() != first.width()) {
                words.append(several(first.role(), Integer.toString(v - from), Integer.toString(first.width())));
                from = v;
            }
        }
        return words.toString();
    }

    private static String several(Role role, String count, String width) {
        return switch (role) {
            case INPUT -> Words.say("graph.graph.read-inputs", count, width);
            case HIDDEN -> Words.say("graph.graph.read-hidden", count, width);
            case OUTPUT -> Words.say("graph.graph.read-outputs", count, width);
        };
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        RunView story = frame.story();
        Architecture graph = story.experiment().architecture();
        Box space = Heads.room(frame, box);
        Places places = places(graph, new Box(space.x(), space.y(), space.w(), Math.min(space.h(), 420)));
        for (int v = 0; v < graph.nodes().size(); v++) {
            if (Math.abs(places.x()[v] - px) <= places.w() / 2 + 2
                    && Math.abs(places.y()[v] - py) <= places.h() / 2 + 2) {
                Node node = graph.nodes().get(v);
                String open = gates(story, node);
                return Optional.of(new Hit(
                        -1,
                        -1,
                        -1,
                        -1,
                        Words.say("graph.graph.units", node.id(), Integer.toString(node.width()), open)));
            }
        }
        return Optional.empty();
    }

    private static String gates(RunView story, Node node) {
        int open = 0;
        List<Context> contexts = story.experiment().contexts();
        for (Context context : contexts) {
            open += context.gates().node(node.id()) != 0 ? 1 : 0;
        }
        return contexts.size() == 1
                ? ""
                : Words.say("graph.graph.open-contexts", Integer.toString(open), Integer.toString(contexts.size()));
    }
}
