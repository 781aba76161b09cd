package dynlab.theory.modes;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several outputs on one node, asked alike in every context, are one output with all their units: the loss is the sum over
 * all rows, and the last weight matrices stand one on another. Such a graph is a chain and has the theory of one.
 *
 * @param architecture the chain
 * @param contexts the same data, targets stacked in the order of the nodes
 * @param weights initial weights by edge id; the stacked edge is named after all of them
 */
public record StackedHeads(Architecture architecture, List<Context> contexts, Map<String, Matrix> weights) {
    /**
     * The chain that a graph is once its outputs are stacked; empty if it has one output, or is none.
     *
     * @param initialWeights one matrix an edge, in edge order
     */
    public static Optional<StackedHeads> of(Architecture graph, List<Context> contexts, List<Matrix> initialWeights) {
        List<Integer> heads = new ArrayList<>();
        for (int v = 0; v < graph.nodes().size(); v++) {
            if (graph.nodes().get(v).role() == Role.OUTPUT) {
                heads.add(v);
            }
        }
        if (heads.size() < 2 || !onOneNode(graph, heads) || !askedAlike(graph, heads, contexts)) {
            return Optional.empty();
        }
        StackedHeads stacked = stack(graph, heads, contexts, initialWeights);
        return stacked.architecture.linearChain().map(chain -> stacked);
    }

    private static boolean onOneNode(Architecture graph, List<Integer> heads) {
        int common = -1;
        for (int v : heads) {
            int[] into = graph.incoming(v);
            if (into.length != 1 || graph.outgoing(v).length > 0) {
                return false;
            }
            int source = graph.source(into[0]);
            if (common >= 0 && source != common) {
                return false;
            }
            common = source;
        }
        return true;
    }

    private static boolean askedAlike(Architecture graph, List<Integer> heads, List<Context> contexts) {
        for (Context context : contexts) {
            int asked = 0;
            for (int v : heads) {
                asked += context.y().containsKey(graph.nodes().get(v).id()) ? 1 : 0;
            }
            if (context.train() && asked > 0 && asked < heads.size()) {
                return false;
            }
        }
        return true;
    }

    private static StackedHeads stack(
            Architecture graph, List<Integer> heads, List<Context> contexts, List<Matrix> initialWeights) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Map<String, Matrix> weights = new LinkedHashMap<>();
        StringBuilder node = new StringBuilder();
        StringBuilder edge = new StringBuilder();
        int width = 0;
        Matrix last = Matrix.zero(0, 0);
        for (int v : heads) {
            node.append(node.length() == 0 ? "" : "+")
                    .append(graph.nodes().get(v).id());
            int e = graph.incoming(v)[0];
            edge.append(edge.length() == 0 ? "" : "+")
                    .append(graph.edges().get(e).id());
            last = on(last, initialWeights.get(e));
            width += graph.nodes().get(v).width();
        }
        for (int v = 0; v < graph.nodes().size(); v++) {
            if (!heads.contains(v)) {
                nodes.add(graph.nodes().get(v));
            }
        }
        nodes.add(Node.linear(node.toString(), Role.OUTPUT, width));
        for (int e = 0; e < graph.edges().size(); e++) {
            if (!heads.contains(graph.target(e))) {
                edges.add(graph.edges().get(e));
                weights.put(graph.edges().get(e).id(), initialWeights.get(e));
            }
        }
        int head = graph.incoming(heads.get(0))[0];
        edges.add(new Edge(edge.toString(), graph.edges().get(head).source(), node.toString()));
        weights.put(edge.toString(), last);
        List<Context> same = contexts.stream()
                .map(context -> stacked(graph, heads, context, node.toString()))
                .toList();
        return new StackedHeads(new Architecture(nodes, edges), same, weights);
    }

    private static Context stacked(Architecture graph, List<Integer> heads, Context context, String node) {
        Map<String, Matrix> y = new LinkedHashMap<>();
        Matrix all = Matrix.zero(0, 0);
        boolean whole = true;
        for (int v : heads) {
            Matrix own = context.y().get(graph.nodes().get(v).id());
            whole &= own != null;
            all = own == null ? all : on(all, own);
        }
        if (whole) {
            y.put(node, all);
        }
        return context.holding(context.x(), y);
    }

    private static Matrix on(Matrix above, Matrix below) {
        if (above.rows() == 0) {
            return below;
        }
        double[] values = new double[(above.rows() + below.rows()) * below.columns()];
        above.copyInto(values, 0);
        below.copyInto(values, above.rows() * above.columns());
        return Matrix.of(above.rows() + below.rows(), below.columns(), values);
    }
}
