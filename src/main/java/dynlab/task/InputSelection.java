package dynlab.task;

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
 * Two inputs, uniform on [−1, 1] and independent, of which the context says which one is to be reported: the target is x_c in
 * context c, and both contexts are equally likely. One linear network cannot know the context and ends at [½ ½]; two pathways,
 * one open in each context, solve it. Source: Saxe, Sodhani and Lewallen, ICML 2022, appendix A.2, Eqs 24–29.
 *
 * <p>A linear or gated linear network trains on the correlations of its data only, so the uniform distribution is replaced by
 * the four points (±1/√3, ±1/√3), the Gauss–Legendre rule of order two in each input, which has the same ones:
 *
 * <pre>⟨x⟩ = 0,  ⟨x xᵀ⟩ = I/3;  per path p, with weight ½ for its context:  Σ^yx(p) = e_pᵀ/6,  Σ^x(p, p) = I/6,  Σ^x(p, q) = 0</pre>
 */
public final class InputSelection {
    /** Contexts, and inputs. */
    public static final int CONTEXTS = 2;

    private static final int POINTS = 4;

    private InputSelection() {}

    /** The four inputs, 2 × 4. */
    public static Matrix inputs() {
        double r = Math.sqrt(1.0 / 3);
        return Matrix.of(new double[][] {{r, r, -r, -r}, {r, -r, r, -r}});
    }

    /** What is to be reported in a context, 1 × 4: that row of the inputs. */
    public static Matrix targets(int context) {
        double[] row = new double[POINTS];
        for (int n = 0; n < POINTS; n++) {
            row[n] = inputs().at(context, n);
        }
        return Matrix.of(1, POINTS, row);
    }

    /** x → h → y with {@code width} linear units, the same in both contexts. */
    public static GatedTask linear(int width) {
        return task(List.of("h"), width);
    }

    /** Two pathways h0 and h1 of {@code width} units, h_c open in context c only. */
    public static GatedTask twoPaths(int width) {
        return task(List.of("h0", "h1"), width);
    }

    private static GatedTask task(List<String> hidden, int width) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(Node.linear("x", Role.INPUT, CONTEXTS));
        for (String id : hidden) {
            nodes.add(Node.linear(id, Role.HIDDEN, width));
            edges.add(new Edge("x>" + id, "x", id));
            edges.add(new Edge(id + ">y", id, "y"));
        }
        nodes.add(Node.linear("y", Role.OUTPUT, 1));
        List<Context> contexts = new ArrayList<>();
        for (int c = 0; c < CONTEXTS; c++) {
            contexts.add(context(c, hidden));
        }
        return new GatedTask(new Architecture(nodes, edges), contexts);
    }

    private static Context context(int c, List<String> hidden) {
        Map<String, Double> gates = new LinkedHashMap<>();
        for (int k = 0; hidden.size() > 1 && k < hidden.size(); k++) {
            gates.put(hidden.get(k), k == c ? 1.0 : 0.0);
        }
        double[] weights = new double[POINTS];
        Arrays.fill(weights, 1.0 / (CONTEXTS * POINTS));
        return new Context(
                "report x" + (c + 1),
                true,
                weights,
                new Gates(gates, Map.of()),
                Map.of("x", inputs()),
                Map.of("y", targets(c)));
    }
}
