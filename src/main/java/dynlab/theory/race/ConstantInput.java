package dynlab.theory.race;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bias is a weight from an input that is 1: the same network without biases, with one input more. Edge gates do not touch
 * a bias and node gates do, as is so of an edge whose gate is 1. Derived in docs/theory.md §10.1.
 *
 * @param architecture the graph with the constant input, from which an edge leads to every node with a bias
 * @param contexts the same data with ones
 * @param weights one matrix an edge, in edge order
 */
public record ConstantInput(Architecture architecture, List<Context> contexts, List<Matrix> weights) {
    /**
     * The network without biases.
     *
     * @param biases by node id, width × 1; a node with a bias that is not named starts at 0
     */
    public static ConstantInput of(
            Architecture graph, List<Context> contexts, List<Matrix> weights, Map<String, Matrix> biases) {
        String id = "1";
        while (graph.node(id).isPresent()) {
            id += "′";
        }
        List<Node> nodes = new ArrayList<>(graph.nodes());
        List<Edge> edges = new ArrayList<>(graph.edges());
        List<Matrix> all = new ArrayList<>(weights);
        for (Node node : graph.nodes()) {
            if (node.bias()) {
                edges.add(new Edge("bias of " + node.id(), id, node.id()));
                Matrix bias = biases.get(node.id());
                all.add(bias == null ? Matrix.zero(node.width(), 1) : bias);
            }
        }
        nodes.add(Node.linear(id, Role.INPUT, 1));
        List<Context> with = new ArrayList<>();
        for (Context context : contexts) {
            double[] ones = new double[context.samples()];
            Arrays.fill(ones, 1);
            Map<String, Matrix> x = new LinkedHashMap<>(context.x());
            x.put(id, Matrix.of(1, ones.length, ones));
            with.add(context.holding(x, context.y()));
        }
        return new ConstantInput(new Architecture(nodes, edges), with, all);
    }
}
