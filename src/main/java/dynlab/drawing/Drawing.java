package dynlab.drawing;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Start;
import dynlab.numeric.Matrix;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A network on a sheet. Every value of this type is a valid experiment as far as shapes, names and cycles go;
 * {@link #obstacle} says why it cannot learn yet.
 *
 * @param name of the experiment
 * @param description one sentence, may be empty
 * @param nodes layers and their places, in file order
 * @param edges in file order
 * @param contexts at least one; their data fit the nodes
 * @param settings how it is trained
 * @param kept a start that came with a file and that {@link Settings} cannot say
 */
public record Drawing(
        String name,
        String description,
        List<Placed> nodes,
        List<Edge> edges,
        List<Context> contexts,
        Settings settings,
        Optional<Start> kept) {
    public static final int MOST_NODES = 128;
    public static final int MOST_EDGES = 512;
    public static final int MOST_WIDTH = 1024;
    public static final int MOST_CONTEXTS = 512;
    public static final int MOST_SAMPLES = 20_000;
    public static final int MOST_WEIGHTS = 1_000_000;

    public Drawing {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        contexts = List.copyOf(contexts);
    }

    /** A clean sheet: no layer yet, one context of four samples. */
    public static Drawing blank() {
        return new Drawing(
                "drawn network",
                "",
                List.of(),
                List.of(),
                List.of(Context.open("context 1", 4, Map.of(), Map.of())),
                Settings.FIRST,
                Optional.empty());
    }

    public Optional<Placed> node(String id) {
        return nodes.stream().filter(placed -> placed.id().equals(id)).findFirst();
    }

    public Optional<Edge> edge(String id) {
        return edges.stream().filter(edge -> edge.id().equals(id)).findFirst();
    }

    /** Nodes of one role, in file order. */
    public List<Placed> nodes(Role role) {
        return nodes.stream().filter(placed -> placed.role() == role).toList();
    }

    /** The graph. */
    public Architecture architecture() {
        List<Node> plain = new ArrayList<>();
        nodes.forEach(placed -> plain.add(placed.node()));
        return new Architecture(plain, edges);
    }

    /** Samples of all contexts together. */
    public int samples() {
        return contexts.stream().mapToInt(Context::samples).sum();
    }

    /** All weights; a double, because a drawing may be too large to be made. */
    public double weights() {
        double weights = 0;
        for (Edge edge : edges) {
            weights += (double) width(edge.source()) * width(edge.target());
        }
        return weights;
    }

    private int width(String id) {
        return node(id).map(Placed::width).orElse(0);
    }

    /** Numbers that the reduction leaves of the weights: for every edge the modes that fit through its widest path. */
    public long modes() {
        Architecture graph = architecture();
        int[] order = graph.order();
        int[] before = new int[order.length];
        int[] after = new int[order.length];
        for (int v : order) {
            before[v] = nodes.get(v).role() == Role.INPUT ? nodes.get(v).width() : 0;
            for (int e : graph.incoming(v)) {
                int through = Math.min(before[graph.source(e)], nodes.get(v).width());
                before[v] = Math.max(before[v], through);
            }
        }
        for (int i = order.length - 1; i >= 0; i--) {
            int v = order[i];
            after[v] = nodes.get(v).role() == Role.OUTPUT ? nodes.get(v).width() : 0;
            for (int e : graph.outgoing(v)) {
                int through = Math.min(after[graph.target(e)], nodes.get(v).width());
                after[v] = Math.max(after[v], through);
            }
        }
        long modes = 0;
        for (int e = 0; e < edges.size(); e++) {
            modes += Math.min(before[graph.source(e)], after[graph.target(e)]);
        }
        return modes;
    }

    /** Why it cannot learn, in one sentence; nothing if it can. */
    public Optional<Phrase> obstacle() {
        if (nodes.isEmpty()) {
            return Optional.of(Phrase.of("drawing.obstacle.no-layer"));
        }
        if (nodes(Role.INPUT).isEmpty()) {
            return Optional.of(Phrase.of("drawing.obstacle.no-input"));
        }
        if (nodes(Role.OUTPUT).isEmpty()) {
            return Optional.of(Phrase.of("drawing.obstacle.no-output"));
        }
        boolean[] reached = reached();
        for (int v = 0; v < nodes.size(); v++) {
            if (nodes.get(v).role() == Role.OUTPUT && !reached[v]) {
                return Optional.of(Phrase.of(
                        "drawing.obstacle.no-path", Argument.name(nodes.get(v).id())));
            }
        }
        if (contexts.stream().noneMatch(Context::train)) {
            return Optional.of(Phrase.of("drawing.obstacle.held-out"));
        }
        boolean aims = contexts.stream()
                .anyMatch(c -> c.train() && c.y().values().stream().anyMatch(y -> y.largest() > 0));
        if (!aims) {
            return Optional.of(Phrase.of("drawing.obstacle.no-target"));
        }
        boolean sees = contexts.stream()
                .anyMatch(c -> c.train() && c.x().values().stream().anyMatch(x -> x.largest() > 0));
        return sees ? Optional.empty() : Optional.of(Phrase.of("drawing.obstacle.silent"));
    }

    private boolean[] reached() {
        Architecture graph = architecture();
        boolean[] reached = new boolean[nodes.size()];
        for (int v : graph.order()) {
            reached[v] = nodes.get(v).role() == Role.INPUT;
            for (int e : graph.incoming(v)) {
                reached[v] |= reached[graph.source(e)];
            }
        }
        return reached;
    }

    /** Whether a path leads from one node to another; a node leads to itself. */
    public boolean leads(String from, String to) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            String at = open.remove(open.size() - 1);
            if (at.equals(to)) {
                return true;
            }
            for (Edge edge : edges) {
                if (edge.source().equals(at) && seen.add(edge.target())) {
                    open.add(edge.target());
                }
            }
        }
        return false;
    }

    // ---- the same but for one part

    Drawing graph(List<Placed> otherNodes, List<Edge> otherEdges) {
        // a kept start has a matrix for every edge, so it goes with the first change of a shape or an id
        boolean same = otherEdges.equals(edges) && shapes(otherNodes).equals(shapes(nodes));
        Settings next =
                same || settings.begin() != Settings.Begin.KEPT ? settings : settings.beginning(Settings.Begin.AUTO);
        Learning learning = next.learning();
        if (!learning.from().isEmpty()) {
            Map<String, Integer> from = new LinkedHashMap<>(learning.from());
            from.keySet()
                    .removeIf(id ->
                            otherEdges.stream().noneMatch(edge -> edge.id().equals(id)));
            next = next.by(learning.from(from));
        }
        return new Drawing(name, description, otherNodes, otherEdges, contexts, next, same ? kept : Optional.empty());
    }

    private static List<String> shapes(List<Placed> all) {
        return all.stream().map(p -> p.width() + " " + p.id()).toList();
    }

    /** The same with a start of its own. */
    Drawing keeping(Start start, Settings others) {
        return new Drawing(name, description, nodes, edges, contexts, others, Optional.of(start));
    }

    Drawing with(List<Context> others) {
        return new Drawing(name, description, nodes, edges, others, settings, kept);
    }

    Drawing with(Settings others) {
        return new Drawing(name, description, nodes, edges, contexts, others, kept);
    }

    Drawing with(int index, Context context) {
        List<Context> all = new ArrayList<>(contexts);
        all.set(index, context);
        return with(all);
    }

    /** Whether a target is negative, which cross-entropy does not take. */
    boolean hasNegativeTargets() {
        for (Context context : contexts) {
            for (Matrix y : context.y().values()) {
                for (double value : y.toArray()) {
                    if (value < 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The data of an input or the target of an output in a context, if it has them. */
    public Optional<Matrix> data(int context, String id) {
        Context where = contexts.get(context);
        return Optional.ofNullable(where.x().get(id))
                .or(() -> Optional.ofNullable(where.y().get(id)));
    }
}
