package dynlab;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gated graphs that fall apart into scalar networks by construction: a random orthogonal frame R_v at every node, and in
 * every context
 *
 * <pre>X_v = R_v diag(d) Qᵀ,   Y_v = R_v diag(s) Qᵀ,   W_e = R_t diag(b) R_sᵀ</pre>
 *
 * with rectangular diagonals and one orthogonal Q for all nodes, so that every second moment is diagonal in these frames,
 * and weights stay so under gradient descent. Widths, gates, repeated values and zeros are drawn freely.
 */
public final class DiagonalGraphs {
    /**
     * One such graph.
     *
     * @param drawn the network and its data
     * @param frames the frame of every node, which nothing but the construction and its oracle may look at
     */
    public record Known(GatedGraphs.Drawn drawn, List<Matrix> frames) {
        public Known {
            frames = List.copyOf(frames);
        }
    }

    private static final double[] GATES = {0, 0.5, 1, 1, 1, -1};

    private final Rng rng;
    private final List<Matrix> frames = new ArrayList<>();

    private DiagonalGraphs(int seed) {
        rng = new Rng(seed);
    }

    /** One to three inputs, up to three hidden nodes anywhere between, one or two outputs, widths of 1 to 6. */
    public static Known draw(int seed) {
        return new DiagonalGraphs(seed).draw();
    }

    /**
     * The same graph with Gaussian numbers of this size added to its data, or to its first weights.
     *
     * @param start whether the weights are moved, and not the data
     */
    public static GatedGraphs.Drawn broken(int seed, double size, boolean start) {
        GatedGraphs.Drawn drawn = draw(seed).drawn();
        Rng rng = new Rng(seed + 1);
        if (start) {
            List<Matrix> moved = new ArrayList<>();
            for (Matrix weight : drawn.weights()) {
                moved.add(moved(rng, weight, size));
            }
            return drawn.with(moved);
        }
        List<Context> contexts = new ArrayList<>();
        for (Context context : drawn.contexts()) {
            Map<String, Matrix> x = new LinkedHashMap<>();
            context.x().forEach((id, data) -> x.put(id, moved(rng, data, size)));
            Map<String, Matrix> y = new LinkedHashMap<>();
            context.y().forEach((id, data) -> y.put(id, moved(rng, data, size)));
            contexts.add(new Context(context.name(), true, context.weights(), context.gates(), x, y));
        }
        return new GatedGraphs.Drawn(drawn.architecture(), contexts, drawn.weights());
    }

    private static Matrix moved(Rng rng, Matrix matrix, double size) {
        return matrix.plus(
                GatedGraphs.gaussian(rng, matrix.rows(), matrix.columns()).scaled(size));
    }

    private Known draw() {
        Architecture architecture = graph();
        for (Node node : architecture.nodes()) {
            frames.add(orthogonal(node.width()));
        }
        List<Context> contexts = new ArrayList<>();
        int count = 1 + rng.nextInt(4);
        for (int c = 0; c < count; c++) {
            contexts.add(context(architecture, c));
        }
        List<Matrix> weights = new ArrayList<>();
        for (int e = 0; e < architecture.edges().size(); e++) {
            int target = architecture.target(e);
            int source = architecture.source(e);
            Matrix b = rectangle(architecture.rows(e), architecture.columns(e), 0.4);
            weights.add(frames.get(target).times(b).times(frames.get(source).transpose()));
        }
        return new Known(new GatedGraphs.Drawn(architecture, contexts, weights), frames);
    }

    private Architecture graph() {
        int inputs = 1 + rng.nextInt(3);
        int hidden = rng.nextInt(4);
        int outputs = 1 + rng.nextInt(2);
        List<Node> nodes = new ArrayList<>();
        for (int v = 0; v < inputs + hidden + outputs; v++) {
            Role role = v < inputs ? Role.INPUT : v < inputs + hidden ? Role.HIDDEN : Role.OUTPUT;
            nodes.add(Node.linear("n" + v, role, 1 + rng.nextInt(6)));
        }
        List<Edge> edges = new ArrayList<>();
        for (int t = inputs; t < nodes.size(); t++) {
            int sources = Math.min(t, inputs + hidden);
            int sure = rng.nextInt(sources);
            for (int s = 0; s < sources; s++) {
                if (s == sure || rng.nextDouble() < 0.5) {
                    edges.add(new Edge("e" + edges.size(), "n" + s, "n" + t));
                }
            }
        }
        return new Architecture(nodes, edges);
    }

    private Context context(Architecture architecture, int number) {
        int samples = 2 + rng.nextInt(6);
        Matrix q = orthogonal(samples).transpose();
        Map<String, Matrix> x = new LinkedHashMap<>();
        Map<String, Matrix> y = new LinkedHashMap<>();
        Map<String, Double> nodeGates = new LinkedHashMap<>();
        Map<String, Double> edgeGates = new LinkedHashMap<>();
        for (int v = 0; v < architecture.nodes().size(); v++) {
            Node node = architecture.nodes().get(v);
            nodeGates.put(node.id(), GATES[rng.nextInt(GATES.length)]);
            boolean given = rng.nextDouble() < 0.9;
            Matrix data =
                    frames.get(v).times(rectangle(node.width(), samples, 1)).times(q);
            if (node.role() == Role.INPUT && given) {
                x.put(node.id(), data);
            } else if (node.role() == Role.OUTPUT && given) {
                y.put(node.id(), data.scaled(2));
            }
        }
        for (Edge edge : architecture.edges()) {
            edgeGates.put(edge.id(), GATES[rng.nextInt(GATES.length)]);
        }
        double[] weights = new double[samples];
        double weight = rng.nextDouble() < 0.5 ? 0.5 : 0.2 + 0.3 * rng.nextDouble();
        for (int n = 0; n < samples; n++) {
            weights[n] = weight;
        }
        return new Context("c" + number, true, weights, new Gates(nodeGates, edgeGates), x, y);
    }

    /** A rectangular diagonal of zeros, repeated values and free ones of both signs; now and then nothing but zeros. */
    private Matrix rectangle(int rows, int columns, double size) {
        double[] values = new double[rows * columns];
        boolean nothing = rng.nextDouble() < 0.05;
        boolean free = rng.nextDouble() < 0.5;
        for (int k = 0; k < Math.min(rows, columns); k++) {
            double draw = rng.nextDouble();
            double value = free ? 0.3 + draw : draw < 0.25 ? 0 : draw < 0.65 ? 1 : 0.5;
            double sign = rng.nextDouble() < 0.2 ? -size : size;
            values[k * columns + k] = nothing ? 0 : sign * value;
        }
        return Matrix.of(rows, columns, values);
    }

    private Matrix orthogonal(int n) {
        Svd svd = Svd.full(GatedGraphs.gaussian(rng, n, n));
        return svd.u().times(svd.v().transpose());
    }
}
