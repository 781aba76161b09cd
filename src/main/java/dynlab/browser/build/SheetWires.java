package dynlab.browser.build;

import dynlab.architecture.Edge;
import dynlab.architecture.PathCount;
import dynlab.browser.dom.CanvasPen;
import dynlab.browser.dom.Dom;
import dynlab.drawing.Counts;
import dynlab.drawing.Drawing;
import dynlab.drawing.Placed;
import dynlab.view.graph.PathwayInks;
import dynlab.view.graph.Wire;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The curves of the network: where they run, and how they are drawn. */
final class SheetWires {
    private static final double LABEL_W = 26;
    private static final double LABEL_H = 24;
    private static final double[] LABEL_PLACES = {0.5, 0.3, 0.7, 0.18, 0.82, 0.4, 0.6};

    private final Builder builder;
    private final CanvasPen pen;
    private List<Wire> wires = new ArrayList<>();
    private final List<double[]> labels = new ArrayList<>();
    private double[] magnitudes = new double[0];
    /** The line that follows the hand while a connection is drawn. */
    private Optional<Wire> loose = Optional.empty();

    SheetWires(Builder builder) {
        this.builder = builder;
        pen = Builder.pen("wires");
    }

    void loose(Optional<Wire> wire) {
        loose = wire;
    }

    /** The product of the gates on an edge in the selected context. */
    double gate(Drawing drawing, int e) {
        Edge edge = drawing.edges().get(e);
        var gates = drawing.contexts().get(builder.context()).gates();
        double ends = gates.node(edge.source()) * gates.node(edge.target());
        return ends * gates.edge(edge.id());
    }

    double[] label(int e) {
        return labels.get(e);
    }

    /** Where everything runs. */
    void lay(SheetBoxes boxes, PathCount paths, double width, double height) {
        Drawing drawing = builder.drawing();
        int count = drawing.edges().size();
        Map<String, Placed> nodes = new HashMap<>();
        Map<String, List<Edge>> out = new HashMap<>();
        Map<String, List<Edge>> in = new HashMap<>();
        drawing.nodes().forEach(p -> nodes.put(p.id(), p));
        for (Edge edge : drawing.edges()) {
            out.computeIfAbsent(edge.source(), k -> new ArrayList<>()).add(edge);
            in.computeIfAbsent(edge.target(), k -> new ArrayList<>()).add(edge);
        }
        Comparator<Edge> byTarget = Comparator.comparingDouble(e -> height(nodes, e.target()));
        Comparator<Edge> bySource = Comparator.comparingDouble(e -> height(nodes, e.source()));
        out.values().forEach(list -> list.sort(byTarget));
        in.values().forEach(list -> list.sort(bySource));
        wires = new ArrayList<>();
        magnitudes = new double[count];
        List<Box> taken = new ArrayList<>();
        for (Placed p : drawing.nodes()) {
            double h = boxes.tall(p);
            taken.add(new Box(boxes.left(p) - boxes.wide(p) / 2, boxes.top(p) - h / 2 - 16, boxes.wide(p), h + 16));
        }
        labels.clear();
        for (int e = 0; e < count; e++) {
            Edge edge = drawing.edges().get(e);
            Placed from = drawing.node(edge.source()).orElseThrow();
            Placed to = drawing.node(edge.target()).orElseThrow();
            Wire wire = new Wire(
                    boxes.left(from) + boxes.wide(from) / 2,
                    boxes.top(from) + offset(out.get(edge.source()), edge, boxes.tall(from)),
                    boxes.left(to) - boxes.wide(to) / 2,
                    boxes.top(to) + offset(in.get(edge.target()), edge, boxes.tall(to)));
            wires.add(wire);
            magnitudes[e] = Counts.magnitude(paths.through(e));
            labels.add(
                    label(wire, taken, in.getOrDefault(edge.target(), List.of()).size(), width, height));
        }
    }

    private static double height(Map<String, Placed> nodes, String id) {
        Placed placed = nodes.get(id);
        return placed == null ? 0 : placed.y();
    }

    private static double offset(@org.jspecify.annotations.Nullable List<Edge> all, Edge edge, double tall) {
        if (all == null || all.size() < 2) {
            return 0;
        }
        double room = Math.max(0, tall - 16);
        return room * (all.indexOf(edge) / (all.size() - 1.0) - 0.5);
    }

    /** A free place for a count, at the end where fewer curves meet. */
    private static double[] label(Wire wire, List<Box> taken, int meeting, double width, double height) {
        double[] first = new double[2];
        for (int k = 0; k < LABEL_PLACES.length; k++) {
            double t = meeting > 2 ? LABEL_PLACES[k == 0 ? 1 : k == 1 ? 0 : k] : LABEL_PLACES[k];
            double x = Math.max(0, Math.min(width - LABEL_W, wire.xAt(t) - LABEL_W / 2));
            double y = Math.max(0, Math.min(height - LABEL_H, wire.yAt(t) - LABEL_H / 2));
            Box box = new Box(x, y, LABEL_W, LABEL_H);
            if (k == 0) {
                first = new double[] {x, y};
            }
            if (taken.stream().noneMatch(other -> other.meets(box, 1))) {
                taken.add(box);
                return new double[] {x, y};
            }
        }
        return first;
    }

    void draw(PathwayInks inks, double width, double height, double unit) {
        pen.begin(width, height, Dom.density() * unit, builder.palette());
        Drawing drawing = builder.drawing();
        for (int pass = 0; pass < 2; pass++) {
            for (int e = 0; e < wires.size(); e++) {
                boolean open = gate(drawing, e) != 0;
                if (open == (pass == 1)) {
                    draw(drawing, inks, e, open);
                }
            }
        }
        loose.ifPresent(
                wire -> wire.line(pen, Stroke.of(Ink.category(0), Weight.FINE).dashed(Stroke.Dash.RIVAL)));
        pen.end();
    }

    /** As thick as its paths are many; filled as far as the network has come. */
    private void draw(Drawing drawing, PathwayInks inks, int e, boolean open) {
        Wire wire = wires.get(e);
        boolean selected =
                builder.state().selectedEdge().equals(drawing.edges().get(e).id());
        double thick = Math.min(13, 2 + 3.4 * magnitudes[e]);
        if (selected) {
            wire.band(pen, thick + 5, Paint.tint(Ink.category(0), 0.35));
        }
        if (!open) {
            wire.band(pen, Math.max(1.25, thick / 3), Paint.tint(Ink.LINE_2, 0.5));
            return;
        }
        double strength = builder.run()
                .learned()
                .map(run -> run.strength(e, builder.step()))
                .orElse(1.0);
        Ink ink = inks.edge(e);
        wire.band(pen, thick, Paint.tint(ink, Paint.FUTURE));
        wire.band(pen, Math.max(1, thick * strength), Paint.of(ink));
    }
}
