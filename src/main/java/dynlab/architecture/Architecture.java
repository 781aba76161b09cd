package dynlab.architecture;

import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A directed acyclic graph of layers. Nodes and edges keep their order; other packages index them by it. */
public final class Architecture {
    private final List<Node> nodes;
    private final List<Edge> edges;
    private final Map<String, Integer> nodeIndex = new HashMap<>();
    private final Map<String, Integer> edgeIndex = new HashMap<>();
    private final int[] sources;
    private final int[] targets;
    private final int[][] incoming;
    private final int[][] outgoing;
    private final int[] order;
    private final int[] owners;

    /**
     * @throws InvalidArchitecture with the place if an id repeats, an edge hangs in the air or enters
     *     an input, the edges form a cycle, an input has a bias, or a tie leads to no matrix of that shape
     */
    public Architecture(List<Node> nodes, List<Edge> edges) {
        this.nodes = List.copyOf(nodes);
        this.edges = List.copyOf(edges);
        for (int i = 0; i < nodes.size(); i++) {
            if (nodeIndex.putIfAbsent(nodes.get(i).id(), i) != null) {
                throw new InvalidArchitecture(
                        "nodes[" + i + "].id",
                        Phrase.of(
                                "graph-error.node-twice",
                                Argument.name(nodes.get(i).id())));
            }
            if (nodes.get(i).bias() && nodes.get(i).role() == Role.INPUT) {
                throw new InvalidArchitecture("nodes[" + i + "].bias", Phrase.of("graph-error.biased-input"));
            }
        }
        sources = new int[edges.size()];
        targets = new int[edges.size()];
        List<List<Integer>> into = new ArrayList<>();
        List<List<Integer>> outOf = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            into.add(new ArrayList<>());
            outOf.add(new ArrayList<>());
        }
        for (int e = 0; e < edges.size(); e++) {
            Edge edge = edges.get(e);
            String place = "edges[" + e + "]";
            if (edgeIndex.putIfAbsent(edge.id(), e) != null) {
                throw new InvalidArchitecture(
                        place + ".id", Phrase.of("graph-error.edge-twice", Argument.name(edge.id())));
            }
            sources[e] = endpoint(place + ".source", edge.source());
            targets[e] = endpoint(place + ".target", edge.target());
            if (nodes.get(targets[e]).role() == Role.INPUT) {
                throw new InvalidArchitecture(
                        place + ".target", Phrase.of("graph-error.into-input", Argument.name(edge.target())));
            }
            into.get(targets[e]).add(e);
            outOf.get(sources[e]).add(e);
        }
        incoming = arrays(into);
        outgoing = arrays(outOf);
        order = topologicalOrder();
        owners = new int[edges.size()];
        for (int e = 0; e < owners.length; e++) {
            owners[e] = ownerOf(e);
        }
    }

    private int ownerOf(int e) {
        Optional<Edge.Tie> tie = edges.get(e).tied();
        if (tie.isEmpty()) {
            return e;
        }
        String place = "edges[" + e + "].tied";
        Integer to = edgeIndex.get(tie.get().to());
        if (to == null) {
            throw new InvalidArchitecture(
                    place + ".to",
                    Phrase.of("graph-error.no-edge", Argument.name(tie.get().to())));
        }
        if (edges.get(to).tied().isPresent()) {
            throw new InvalidArchitecture(
                    place + ".to",
                    Phrase.of("graph-error.tied", Argument.name(tie.get().to())));
        }
        boolean turned = tie.get().transpose();
        int rows = turned ? columns(to) : rows(to);
        int columns = turned ? rows(to) : columns(to);
        if (rows(e) != rows || columns(e) != columns) {
            throw new InvalidArchitecture(
                    place,
                    Phrase.of(
                            "graph-error.tied-shape",
                            Argument.count(rows),
                            Argument.count(columns),
                            Argument.count(rows(e)),
                            Argument.count(columns(e))));
        }
        return to;
    }

    private int endpoint(String place, String id) {
        Integer index = nodeIndex.get(id);
        if (index == null) {
            throw new InvalidArchitecture(place, Phrase.of("graph-error.no-node", Argument.name(id)));
        }
        return index;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        int[][] result = new int[lists.size()][];
        for (int i = 0; i < result.length; i++) {
            List<Integer> list = lists.get(i);
            result[i] = new int[list.size()];
            for (int k = 0; k < list.size(); k++) {
                result[i][k] = list.get(k);
            }
        }
        return result;
    }

    private int[] topologicalOrder() {
        int[] open = new int[nodes.size()];
        for (int v = 0; v < open.length; v++) {
            open[v] = incoming[v].length;
        }
        int[] sorted = new int[nodes.size()];
        boolean[] done = new boolean[nodes.size()];
        int count = 0;
        boolean found = true;
        while (found) {
            found = false;
            for (int v = 0; v < open.length; v++) {
                if (!done[v] && open[v] == 0) {
                    done[v] = true;
                    sorted[count++] = v;
                    for (int e : outgoing[v]) {
                        open[targets[e]]--;
                    }
                    found = true;
                }
            }
        }
        if (count < sorted.length) {
            for (int e = 0; e < targets.length; e++) {
                if (!done[sources[e]] && !done[targets[e]]) {
                    throw new InvalidArchitecture("edges[" + e + "]", Phrase.of("graph-error.cycle"));
                }
            }
        }
        return sorted;
    }

    public List<Node> nodes() {
        return nodes;
    }

    public List<Edge> edges() {
        return edges;
    }

    /** The position of a node, or nothing for an unknown id. */
    public Optional<Integer> node(String id) {
        return Optional.ofNullable(nodeIndex.get(id));
    }

    /** The position of an edge, or nothing for an unknown id. */
    public Optional<Integer> edge(String id) {
        return Optional.ofNullable(edgeIndex.get(id));
    }

    /** The node that edge {@code e} reads. */
    public int source(int e) {
        return sources[e];
    }

    /** The node that edge {@code e} feeds. */
    public int target(int e) {
        return targets[e];
    }

    /** The edges into node {@code v}, in file order. */
    public int[] incoming(int v) {
        return incoming[v].clone();
    }

    /** The edges out of node {@code v}, in file order. */
    public int[] outgoing(int v) {
        return outgoing[v].clone();
    }

    /** The number of edges on the longest path that leads to each node. */
    public int[] depths() {
        int[] depths = new int[nodes.size()];
        for (int v : order) {
            for (int e : incoming[v]) {
                depths[v] = Math.max(depths[v], depths[sources[e]] + 1);
            }
        }
        return depths;
    }

    /** All nodes, each after the nodes that feed it; otherwise in file order as far as that allows. */
    public int[] order() {
        return order.clone();
    }

    /** The edge whose matrix edge {@code e} uses: itself, unless it is tied. */
    public int owner(int e) {
        return owners[e];
    }

    /** Whether edge {@code e} has a matrix of its own. */
    public boolean owns(int e) {
        return owners[e] == e;
    }

    /** Whether edge {@code e} uses another's matrix transposed. */
    public boolean transposed(int e) {
        return edges.get(e).tied().map(Edge.Tie::transpose).orElse(false);
    }

    /** Whether some edge uses another's matrix. */
    public boolean tied() {
        return edges.stream().anyMatch(edge -> edge.tied().isPresent());
    }

    /** Whether some node has a bias. */
    public boolean biased() {
        return nodes.stream().anyMatch(Node::bias);
    }

    /** Rows of the weight matrix of edge {@code e}: the width of its target. */
    public int rows(int e) {
        return nodes.get(targets[e]).width();
    }

    /** Columns of the weight matrix of edge {@code e}: the width of its source. */
    public int columns(int e) {
        return nodes.get(sources[e]).width();
    }

    /** The edges from the only input to the only output if the graph is one linear chain of linear nodes. */
    public Optional<int[]> linearChain() {
        int inputs = 0;
        int at = -1;
        for (int v = 0; v < nodes.size(); v++) {
            Node node = nodes.get(v);
            if (incoming[v].length > 1 || outgoing[v].length > 1 || node.activation() != Activation.LINEAR) {
                return Optional.empty();
            }
            if (node.role() == Role.INPUT) {
                inputs++;
                at = v;
            }
        }
        if (inputs != 1 || edges.isEmpty() || edges.size() != nodes.size() - 1) {
            return Optional.empty();
        }
        int[] chain = new int[edges.size()];
        for (int k = 0; k < chain.length; k++) {
            if (outgoing[at].length == 0 || (k > 0 && nodes.get(at).role() != Role.HIDDEN)) {
                return Optional.empty();
            }
            chain[k] = outgoing[at][0];
            at = targets[chain[k]];
        }
        return nodes.get(at).role() == Role.OUTPUT ? Optional.of(chain) : Optional.empty();
    }
}
