package dynlab.drawing;

import dynlab.architecture.Activation;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of the layers and of what connects them. */
public final class GraphEdit {
    private static final int LONGEST_ID = 40;

    private GraphEdit() {}

    /** A new layer with the data of a first task, so that whatever is drawn can learn. */
    public static Outcome add(Drawing drawing, Role role, double x, double y) {
        if (drawing.nodes().size() >= Drawing.MOST_NODES) {
            return Outcome.refused(drawing, Phrase.of("drawing.most-layers", Argument.count(Drawing.MOST_NODES)));
        }
        String letter = role == Role.INPUT ? "x" : role == Role.HIDDEN ? "h" : "y";
        int number = 1;
        while (drawing.node(letter + number).isPresent()) {
            number++;
        }
        int width = role == Role.INPUT ? 4 : role == Role.HIDDEN ? 8 : 7;
        String id = letter + number;
        List<Placed> nodes = new ArrayList<>(drawing.nodes());
        nodes.add(new Placed(Node.linear(id, role, width), x, y));
        Drawing next = drawing.graph(nodes, drawing.edges());
        if (role != Role.HIDDEN) {
            List<Context> contexts = new ArrayList<>();
            for (Context context : drawing.contexts()) {
                contexts.add(Data.first(context, id, role, width));
            }
            next = next.with(contexts);
        }
        return Outcome.done(
                next,
                switch (role) {
                    case INPUT -> Phrase.of("drawing.added.input", Argument.name(id));
                    case HIDDEN -> Phrase.of("drawing.added.hidden", Argument.name(id));
                    case OUTPUT -> Phrase.of("drawing.added.output", Argument.name(id));
                });
    }

    public static Outcome connect(Drawing drawing, String source, String target) {
        Optional<Placed> from = drawing.node(source);
        Optional<Placed> to = drawing.node(target);
        if (from.isEmpty() || to.isEmpty()) {
            return Outcome.refused(drawing, Phrase.of("drawing.no-layer"));
        }
        if (source.equals(target)) {
            return Outcome.refused(drawing, Phrase.of("drawing.feeds-itself"));
        }
        if (to.get().role() == Role.INPUT) {
            return Outcome.refused(drawing, Phrase.of("drawing.into-input", Argument.name(target)));
        }
        if (drawing.edges().stream()
                .anyMatch(e -> e.source().equals(source) && e.target().equals(target))) {
            return Outcome.refused(
                    drawing, Phrase.of("drawing.feeds-already", Argument.name(source), Argument.name(target)));
        }
        if (drawing.leads(target, source)) {
            return Outcome.refused(drawing, Phrase.of("drawing.circle", Argument.name(target), Argument.name(source)));
        }
        if (drawing.edges().size() >= Drawing.MOST_EDGES) {
            return Outcome.refused(drawing, Phrase.of("drawing.most-connections", Argument.count(Drawing.MOST_EDGES)));
        }
        List<Edge> edges = new ArrayList<>(drawing.edges());
        edges.add(new Edge(freeId(drawing, source + ">" + target), source, target));
        return small(
                drawing,
                drawing.graph(drawing.nodes(), edges),
                Phrase.of("drawing.feeds", Argument.name(source), Argument.name(target)));
    }

    private static String freeId(Drawing drawing, String wish) {
        if (wish.length() <= 64 && drawing.edge(wish).isEmpty()) {
            return wish;
        }
        int number = 1;
        while (drawing.edge("e" + number).isPresent()) {
            number++;
        }
        return "e" + number;
    }

    private static Outcome small(Drawing before, Drawing after, Phrase said) {
        return after.weights() > Drawing.MOST_WEIGHTS
                ? Outcome.refused(before, Phrase.of("drawing.most-weights"))
                : Outcome.done(after, said);
    }

    public static Outcome move(Drawing drawing, String id, double x, double y) {
        return change(drawing, id, placed -> placed.at(x, y), Phrase.of("drawing.moved", Argument.name(id)));
    }

    /** Every layer to its column. */
    public static Outcome arrange(Drawing drawing) {
        return Outcome.done(Layers.place(drawing), Phrase.of("drawing.arranged"));
    }

    public static Outcome activate(Drawing drawing, String id, Activation activation) {
        Optional<Placed> placed = drawing.node(id);
        if (placed.isPresent() && placed.get().role() == Role.INPUT && activation != Activation.LINEAR) {
            return Outcome.refused(drawing, Phrase.of("drawing.input-passes", Argument.name(id)));
        }
        return change(
                drawing,
                id,
                p -> p.with(p.node().doing(activation)),
                Phrase.of(
                        "drawing.activated",
                        Argument.name(id),
                        Argument.name(activation.word().replace('_', ' '))));
    }

    private static Outcome change(
            Drawing drawing, String id, java.util.function.UnaryOperator<Placed> how, Phrase said) {
        if (drawing.node(id).isEmpty()) {
            return Outcome.refused(drawing, Phrase.of("drawing.no-layer"));
        }
        List<Placed> nodes = drawing.nodes().stream()
                .map(p -> p.id().equals(id) ? how.apply(p) : p)
                .toList();
        if (nodes.equals(drawing.nodes())) {
            return Outcome.done(drawing, said);
        }
        return small(drawing, drawing.graph(nodes, drawing.edges()), said);
    }

    /** Another width; data keep what still fits, and new rows are 0. */
    public static Outcome resize(Drawing drawing, String id, int width) {
        if (width < 1 || width > Drawing.MOST_WIDTH) {
            return Outcome.refused(drawing, Phrase.of("drawing.units", Argument.count(Drawing.MOST_WIDTH)));
        }
        if (drawing.node(id).filter(p -> p.width() == width).isPresent()) {
            return Outcome.silent(drawing);
        }
        Outcome outcome = change(
                drawing,
                id,
                p -> p.with(p.node().wide(width)),
                Phrase.of("drawing.wide", Argument.name(id), Argument.count(width)));
        if (!outcome.done()) {
            return outcome;
        }
        List<Context> contexts = new ArrayList<>();
        for (Context c : drawing.contexts()) {
            contexts.add(
                    c.holding(Data.fitted(c.x(), id, width, c.samples()), Data.fitted(c.y(), id, width, c.samples())));
        }
        return new Outcome(outcome.drawing().with(contexts), Optional.empty(), outcome.said());
    }

    public static Outcome rename(Drawing drawing, String id, String wish) {
        String name = wish.strip();
        if (name.isEmpty() || name.length() > LONGEST_ID) {
            return Outcome.refused(drawing, Phrase.of("drawing.name-length", Argument.count(LONGEST_ID)));
        }
        if (name.chars().anyMatch(c -> c < ' ' || c >= 0x7f && c < 0xa0)) {
            return Outcome.refused(drawing, Phrase.of("drawing.name-printable"));
        }
        if (name.equals(id)) {
            return Outcome.silent(drawing);
        }
        if (drawing.node(name).isPresent()) {
            return Outcome.refused(drawing, Phrase.of("drawing.name-taken", Argument.name(name)));
        }
        Outcome outcome = change(
                drawing,
                id,
                p -> p.with(p.node().named(name)),
                Phrase.of("drawing.renamed", Argument.name(id), Argument.name(name)));
        if (!outcome.done()) {
            return outcome;
        }
        return new Outcome(Renaming.of(drawing, outcome.drawing().nodes(), id, name), Optional.empty(), outcome.said());
    }

    /** Takes away a layer with its connections, gates and data. */
    public static Outcome remove(Drawing drawing, String id) {
        if (drawing.node(id).isEmpty()) {
            return Outcome.refused(drawing, Phrase.of("drawing.no-layer"));
        }
        List<Placed> nodes =
                drawing.nodes().stream().filter(p -> !p.id().equals(id)).toList();
        List<Edge> edges = drawing.edges().stream()
                .filter(e -> !e.source().equals(id) && !e.target().equals(id))
                .toList();
        return Outcome.done(without(drawing.graph(nodes, edges)), Phrase.of("drawing.removed", Argument.name(id)));
    }

    public static Outcome disconnect(Drawing drawing, String edge) {
        if (drawing.edge(edge).isEmpty()) {
            return Outcome.refused(drawing, Phrase.of("drawing.no-connection"));
        }
        List<Edge> edges =
                drawing.edges().stream().filter(e -> !e.id().equals(edge)).toList();
        return Outcome.done(
                without(drawing.graph(drawing.nodes(), edges)),
                Phrase.of("drawing.connection-removed", Argument.name(edge)));
    }

    /** Without gates and data of what is no longer there. */
    private static Drawing without(Drawing drawing) {
        List<Context> contexts = new ArrayList<>();
        for (Context c : drawing.contexts()) {
            Map<String, Double> nodeGates = new LinkedHashMap<>(c.gates().nodes());
            nodeGates.keySet().removeIf(id -> drawing.node(id).isEmpty());
            Map<String, Double> edgeGates = new LinkedHashMap<>(c.gates().edges());
            edgeGates.keySet().removeIf(id -> drawing.edge(id).isEmpty());
            Map<String, Matrix> x = new LinkedHashMap<>(c.x());
            x.keySet().removeIf(id -> drawing.node(id).isEmpty());
            Map<String, Matrix> y = new LinkedHashMap<>(c.y());
            y.keySet().removeIf(id -> drawing.node(id).isEmpty());
            contexts.add(c.gated(new Gates(nodeGates, edgeGates)).holding(x, y));
        }
        return drawing.with(contexts);
    }
}
