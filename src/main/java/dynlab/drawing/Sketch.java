package dynlab.drawing;

import dynlab.architecture.Activation;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a preset down, line by line. */
final class Sketch {
    private final List<Placed> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Context> contexts = new ArrayList<>();

    Sketch input(String id, int width) {
        return node(Node.linear(id, Role.INPUT, width));
    }

    Sketch hidden(String id, int width) {
        return node(Node.linear(id, Role.HIDDEN, width));
    }

    Sketch relu(String id, int width) {
        return node(new Node(id, Role.HIDDEN, width, Activation.RELU));
    }

    Sketch output(String id, int width) {
        return node(Node.linear(id, Role.OUTPUT, width));
    }

    private Sketch node(Node node) {
        nodes.add(new Placed(node, 0, 0));
        return this;
    }

    /** Connects nodes in a row. */
    Sketch path(String... ids) {
        for (int i = 0; i + 1 < ids.length; i++) {
            Edge edge = new Edge(ids[i] + ">" + ids[i + 1], ids[i], ids[i + 1]);
            if (!edges.contains(edge)) {
                edges.add(edge);
            }
        }
        return this;
    }

    /** A context in which the named hidden nodes are closed, and inputs and outputs without data too. */
    Sketch context(
            String name,
            boolean train,
            double weight,
            Set<String> closed,
            Map<String, Matrix> x,
            Map<String, Matrix> y) {
        int samples = x.values().iterator().next().columns();
        double[] weights = new double[samples];
        Arrays.fill(weights, weight);
        Map<String, Double> gates = new LinkedHashMap<>();
        for (Placed placed : nodes) {
            boolean silent = placed.role() == Role.INPUT && !x.containsKey(placed.id())
                    || placed.role() == Role.OUTPUT && !y.containsKey(placed.id());
            if (silent || closed.contains(placed.id())) {
                gates.put(placed.id(), 0.0);
            }
        }
        contexts.add(new Context(name, train, weights, new Gates(gates, Map.of()), x, y));
        return this;
    }

    Drawing drawing(String name, String description, Settings settings) {
        return Layers.place(new Drawing(name, description, nodes, edges, contexts, settings, Optional.empty()));
    }
}
