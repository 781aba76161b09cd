package dynlab.task;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
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

/** The graphs that learn a {@link ContextTask}: the network with a nonlinearity, and its gated linear twins. */
public final class ContextGraphs {
    private ContextGraphs() {}

    /** The ReLU network x → h1 (→ h2 …) → y, one context of samples a context of the task. */
    public static Assignment relu(ContextTask task, int... widths) {
        return network(task, Activation.RELU, false, widths);
    }

    /**
     * A network whose hidden layers all have one activation.
     *
     * @param bias whether the first hidden layer also reads a constant input 1, the last row of x
     * @param widths hidden widths, from the input up
     */
    public static Assignment network(ContextTask task, Activation activation, boolean bias, int... widths) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.linear("x", Role.INPUT, task.inputs() + (bias ? 1 : 0)));
        for (int l = 0; l < widths.length; l++) {
            nodes.add(new Node("h" + (l + 1), Role.HIDDEN, widths[l], activation));
        }
        nodes.add(Node.linear("y", Role.OUTPUT, task.outputs()));
        List<Edge> edges = new ArrayList<>();
        for (int l = 1; l < nodes.size(); l++) {
            edges.add(new Edge("W" + l, nodes.get(l - 1).id(), nodes.get(l).id()));
        }
        List<Context> contexts = new ArrayList<>();
        for (int c = 0; c < task.contexts(); c++) {
            Matrix x = bias ? withOnes(task.inputs(c)) : task.inputs(c);
            contexts.add(Context.open(name(c), ContextTask.OBJECTS, Map.of("x", x), Map.of("y", task.targets(c))));
        }
        return new Assignment(new Architecture(nodes, edges), contexts);
    }

    /**
     * The gated twin with one hidden layer: path p is node {@code hp}, linear, gated by context.
     *
     * <pre>y = Σ_p g_p W_y,p (W_p,objects x_objects [+ W_p,contexts x_contexts])</pre>
     */
    public static Assignment twin(ContextTask task, List<ContextPath> paths) {
        List<Node> nodes = inputs(task);
        List<Edge> edges = new ArrayList<>();
        for (int p = 0; p < paths.size(); p++) {
            nodes.add(Node.linear("h" + p, Role.HIDDEN, paths.get(p).width()));
            readInputs(paths.get(p), "h" + p, edges);
            edges.add(new Edge("h" + p + ">y", "h" + p, "y"));
        }
        nodes.add(Node.linear("y", Role.OUTPUT, task.outputs()));
        List<Context> contexts = new ArrayList<>();
        for (int c = 0; c < task.contexts(); c++) {
            contexts.add(gated(task, c, gates("h", paths, c)));
        }
        return new Assignment(new Architecture(nodes, edges), contexts);
    }

    /**
     * The gated twin with two hidden layers: modules {@code ap} of the first feed all modules {@code bq} of the second.
     *
     * <pre>y = Σ_q g_q W_y,q Σ_p g_p W_q,p (W_p,objects x_objects [+ W_p,contexts x_contexts])</pre>
     *
     * @param second modules of the second layer; what they would see of the inputs does not count
     */
    public static Assignment deepTwin(ContextTask task, List<ContextPath> first, List<ContextPath> second) {
        List<Node> nodes = inputs(task);
        List<Edge> edges = new ArrayList<>();
        for (int p = 0; p < first.size(); p++) {
            nodes.add(Node.linear("a" + p, Role.HIDDEN, first.get(p).width()));
            readInputs(first.get(p), "a" + p, edges);
        }
        for (int q = 0; q < second.size(); q++) {
            nodes.add(Node.linear("b" + q, Role.HIDDEN, second.get(q).width()));
            for (int p = 0; p < first.size(); p++) {
                edges.add(new Edge("a" + p + ">b" + q, "a" + p, "b" + q));
            }
            edges.add(new Edge("b" + q + ">y", "b" + q, "y"));
        }
        nodes.add(Node.linear("y", Role.OUTPUT, task.outputs()));
        List<Context> contexts = new ArrayList<>();
        for (int c = 0; c < task.contexts(); c++) {
            Map<String, Double> gates = gates("a", first, c);
            gates.putAll(gates("b", second, c));
            contexts.add(gated(task, c, gates));
        }
        return new Assignment(new Architecture(nodes, edges), contexts);
    }

    private static List<Node> inputs(ContextTask task) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.linear("objects", Role.INPUT, ContextTask.OBJECTS));
        nodes.add(Node.linear("contexts", Role.INPUT, task.contexts()));
        return nodes;
    }

    private static void readInputs(ContextPath path, String node, List<Edge> edges) {
        edges.add(new Edge("objects>" + node, "objects", node));
        if (path.seesContexts()) {
            edges.add(new Edge("contexts>" + node, "contexts", node));
        }
    }

    private static Map<String, Double> gates(String prefix, List<ContextPath> paths, int context) {
        Map<String, Double> gates = new LinkedHashMap<>();
        for (int p = 0; p < paths.size(); p++) {
            gates.put(prefix + p, paths.get(p).on(context) ? 1.0 : 0.0);
        }
        return gates;
    }

    private static Context gated(ContextTask task, int c, Map<String, Double> gates) {
        double[] ones = new double[ContextTask.OBJECTS];
        Arrays.fill(ones, 1);
        return new Context(
                name(c),
                true,
                ones,
                new Gates(gates, Map.of()),
                Map.of("objects", task.objectInputs(), "contexts", task.contextInputs(c)),
                Map.of("y", task.targets(c)));
    }

    private static String name(int c) {
        return "context " + (c + 1);
    }

    private static Matrix withOnes(Matrix x) {
        double[] values = new double[(x.rows() + 1) * x.columns()];
        Arrays.fill(values, 1);
        x.copyInto(values, 0);
        return Matrix.of(x.rows() + 1, x.columns(), values);
    }
}
