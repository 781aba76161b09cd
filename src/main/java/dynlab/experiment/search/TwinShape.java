package dynlab.experiment.search;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Start;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Matrix;
import dynlab.task.ContextPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shape of a gated twin, whatever its nodes are called: two inputs and one output; one input leads to the common node
 * only, which the other input feeds too and which is always open; every other node stands between that other input and the
 * output and is open in a set of contexts of its own, all sets of one size.
 *
 * @param twin the same experiment with nodes {@code objects}, {@code contexts}, {@code h0}, {@code h1} … and {@code y}
 * @param original ids of its edges in the experiment, by their new ids
 */
record TwinShape(Experiment twin, Map<String, String> original) {
    /** The shape of an experiment, if it has this one. */
    static Optional<TwinShape> of(Experiment experiment) {
        Map<String, String> names = names(experiment);
        return names.size() < experiment.architecture().nodes().size()
                ? Optional.empty()
                : Optional.of(renamed(experiment, names));
    }

    /** New names of all nodes; fewer where it has another shape. */
    private static Map<String, String> names(Experiment experiment) {
        Architecture graph = experiment.architecture();
        Map<String, String> names = new LinkedHashMap<>();
        List<Integer> inputs = new ArrayList<>();
        int output = -1;
        for (int v = 0; v < graph.nodes().size(); v++) {
            Role role = graph.nodes().get(v).role();
            if (role == Role.INPUT) {
                inputs.add(v);
            } else if (role == Role.OUTPUT) {
                output = output < 0 ? v : Integer.MAX_VALUE;
            }
        }
        if (inputs.size() != 2 || output < 0 || output == Integer.MAX_VALUE) {
            return names;
        }
        int contexts = graph.outgoing(inputs.get(0)).length == 1 ? inputs.get(0) : inputs.get(1);
        int objects = contexts == inputs.get(0) ? inputs.get(1) : inputs.get(0);
        if (graph.outgoing(contexts).length != 1) {
            return names;
        }
        int common = graph.target(graph.outgoing(contexts)[0]);
        names.put(id(graph, objects), "objects");
        names.put(id(graph, contexts), "contexts");
        names.put(id(graph, output), "y");
        if (joins(graph, common, output, List.of(objects, contexts))) {
            names.put(id(graph, common), "h0");
        }
        List<List<Integer>> sets = List.of();
        for (int v = 0; v < graph.nodes().size(); v++) {
            if (graph.nodes().get(v).role() == Role.HIDDEN && v != common) {
                List<Integer> open = open(experiment, id(graph, v));
                sets = sets.isEmpty() && !open.isEmpty()
                        ? ContextPath.subsets(experiment.contexts().size(), open.size())
                        : sets;
                int place = sets.indexOf(open);
                String name = "h" + (place + 1);
                if (place >= 0 && !names.containsValue(name) && joins(graph, v, output, List.of(objects))) {
                    names.put(id(graph, v), name);
                }
            }
        }
        return names.size() == 4 + sets.size() ? names : new LinkedHashMap<>();
    }

    private static String id(Architecture graph, int v) {
        return graph.nodes().get(v).id();
    }

    /** Whether a node has just these inputs and leads to the output only. */
    private static boolean joins(Architecture graph, int v, int output, List<Integer> inputs) {
        int[] into = graph.incoming(v);
        int[] out = graph.outgoing(v);
        boolean fits = into.length == inputs.size() && out.length == 1 && graph.target(out[0]) == output;
        for (int i = 0; i < into.length && fits; i++) {
            fits = inputs.contains(graph.source(into[i]));
        }
        return fits;
    }

    /** The contexts in which a node is open; empty where a gate is neither open nor closed. */
    private static List<Integer> open(Experiment experiment, String node) {
        List<Integer> open = new ArrayList<>();
        for (int c = 0; c < experiment.contexts().size(); c++) {
            double gate = experiment.contexts().get(c).gates().node(node);
            if (gate == 1) {
                open.add(c);
            } else if (gate != 0) {
                return List.of();
            }
        }
        return open;
    }

    private static TwinShape renamed(Experiment experiment, Map<String, String> names) {
        Architecture graph = experiment.architecture();
        List<Node> nodes = graph.nodes().stream()
                .map(node -> node.named(names.getOrDefault(node.id(), node.id())))
                .toList();
        List<Edge> edges = new ArrayList<>();
        Map<String, String> original = new LinkedHashMap<>();
        for (Edge edge : graph.edges()) {
            String source = names.getOrDefault(edge.source(), edge.source());
            String target = names.getOrDefault(edge.target(), edge.target());
            edges.add(new Edge(source + ">" + target, source, target));
            original.put(source + ">" + target, edge.id());
        }
        List<Context> contexts = new ArrayList<>();
        for (Context context : experiment.contexts()) {
            Map<String, Double> gates = new LinkedHashMap<>();
            context.gates().nodes().forEach((id, gate) -> gates.put(names.getOrDefault(id, id), gate));
            Map<String, Double> edgeGates = new LinkedHashMap<>();
            context.gates().edges().forEach((id, gate) -> edgeGates.put(id, gate));
            contexts.add(new Context(
                    context.name(),
                    context.train(),
                    context.weights(),
                    new Gates(gates, edgeGates),
                    renamed(context.x(), names),
                    renamed(context.y(), names)));
        }
        Experiment twin = new Experiment(
                experiment.name(),
                experiment.description(),
                new Architecture(nodes, edges),
                contexts,
                new Start.Given(Runner.initialWeights(experiment)),
                experiment.training(),
                experiment.record(),
                experiment.theory());
        return new TwinShape(twin, original);
    }

    private static Map<String, Matrix> renamed(Map<String, Matrix> data, Map<String, String> names) {
        Map<String, Matrix> renamed = new LinkedHashMap<>();
        data.forEach((id, matrix) -> renamed.put(names.getOrDefault(id, id), matrix));
        return renamed;
    }
}
