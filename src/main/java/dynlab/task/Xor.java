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

/**
 * Exclusive or on the corners of a square, y = +1 for equal signs and −1 otherwise, as a ReLU network and as gated linear
 * networks: four pathways that are open for one example each, two for one half-plane each (x₁ &gt; 0, x₁ &lt; 0), or all
 * six. Every example weighs 1/4, so the loss is half the mean squared error and 1/2 at the start. Source: Saxe, Sodhani and
 * Lewallen, ICML 2022, Fig. 3; learning rate 0.4 is dt = 1, tau = 5/2.
 */
public final class Xor {
    /** Hidden units of the published ReLU network. */
    public static final int UNITS = 128;

    private static final double[][] X = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};

    private Xor() {}

    /** The four inputs, 2 × 4. */
    public static Matrix inputs() {
        return Matrix.of(X).transpose();
    }

    /** Their targets, 1 × 4: x₁ x₂. */
    public static Matrix targets() {
        double[] y = new double[X.length];
        for (int n = 0; n < y.length; n++) {
            y[n] = X[n][0] * X[n][1];
        }
        return Matrix.of(1, y.length, y);
    }

    /** x → h → y with {@code units} ReLU units and all four examples in one context. */
    public static GatedTask relu(int units) {
        List<Node> nodes = List.of(
                Node.linear("x", Role.INPUT, 2),
                new Node("h", Role.HIDDEN, units, Activation.RELU),
                Node.linear("y", Role.OUTPUT, 1));
        List<Edge> edges = List.of(new Edge("x>h", "x", "h"), new Edge("h>y", "h", "y"));
        double[] quarter = new double[X.length];
        Arrays.fill(quarter, 0.25);
        Context all =
                new Context("all examples", true, quarter, Gates.OPEN, Map.of("x", inputs()), Map.of("y", targets()));
        return new GatedTask(new Architecture(nodes, edges), List.of(all));
    }

    /** Four pathways h0 … h3 of {@code width} units, h_k open on example k only. */
    public static GatedTask fourPaths(int width) {
        return gated(width, true, false);
    }

    /** Two pathways of {@code width} units, "right" open where x₁ &gt; 0 and "left" where x₁ &lt; 0. */
    public static GatedTask halfPlanes(int width) {
        return gated(width, false, true);
    }

    /** The four pathways and the two half-planes side by side, racing. */
    public static GatedTask sixPaths(int width) {
        return gated(width, true, true);
    }

    private static GatedTask gated(int width, boolean corners, boolean halves) {
        List<String> hidden = new ArrayList<>();
        for (int k = 0; corners && k < X.length; k++) {
            hidden.add("h" + k);
        }
        if (halves) {
            hidden.add("right");
            hidden.add("left");
        }
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(Node.linear("x", Role.INPUT, 2));
        for (String id : hidden) {
            nodes.add(Node.linear(id, Role.HIDDEN, width));
            edges.add(new Edge("x>" + id, "x", id));
            edges.add(new Edge(id + ">y", id, "y"));
        }
        nodes.add(Node.linear("y", Role.OUTPUT, 1));
        List<Context> contexts = new ArrayList<>();
        for (int n = 0; n < X.length; n++) {
            contexts.add(example(n, hidden));
        }
        return new GatedTask(new Architecture(nodes, edges), contexts);
    }

    private static Context example(int n, List<String> hidden) {
        Map<String, Double> gates = new LinkedHashMap<>();
        for (String id : hidden) {
            boolean open = id.equals("h" + n) || id.equals(X[n][0] > 0 ? "right" : "left");
            gates.put(id, open ? 1.0 : 0.0);
        }
        return new Context(
                "example " + (n + 1),
                true,
                new double[] {0.25},
                new Gates(gates, Map.of()),
                Map.of("x", Matrix.of(2, 1, X[n])),
                Map.of("y", Matrix.of(1, 1, new double[] {X[n][0] * X[n][1]})));
    }
}
