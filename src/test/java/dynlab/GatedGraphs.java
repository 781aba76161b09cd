package dynlab;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.learning.Trainer;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Random gated deep linear networks for tests. */
public final class GatedGraphs {
    /** A network with its data. */
    public record Drawn(Architecture architecture, List<Context> contexts, List<Matrix> weights) {
        public Network network() {
            return new Network(architecture, contexts, weights);
        }

        public Drawn with(List<Matrix> other) {
            return new Drawn(architecture, contexts, other);
        }
    }

    private GatedGraphs() {}

    /** Any graph, real gates of nodes and edges, any data. */
    public static Drawn any(int seed) {
        Rng rng = new Rng(seed);
        Architecture architecture = graph(rng, 1 + rng.nextInt(5), 0, 0.6);
        List<Context> contexts = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            int samples = 1 + rng.nextInt(4);
            Map<String, Matrix> x = new LinkedHashMap<>();
            Map<String, Matrix> y = new LinkedHashMap<>();
            for (Node node : architecture.nodes()) {
                if (node.role() == Role.INPUT && rng.nextDouble() < 0.9) {
                    x.put(node.id(), gaussian(rng, node.width(), samples));
                } else if (node.role() == Role.OUTPUT && rng.nextDouble() < 0.8) {
                    y.put(node.id(), gaussian(rng, node.width(), samples));
                }
            }
            double[] weights = new double[samples];
            for (int n = 0; n < samples; n++) {
                weights[n] = 0.2 + rng.nextDouble();
            }
            contexts.add(new Context("c" + c, c != 3, weights, gates(rng, architecture, false), x, y));
        }
        List<Matrix> weights = new ArrayList<>();
        for (int e = 0; e < architecture.edges().size(); e++) {
            weights.add(
                    gaussian(rng, architecture.rows(e), architecture.columns(e)).scaled(0.7));
        }
        return new Drawn(architecture, contexts, weights);
    }

    /**
     * A graph of equal widths whose correlations are all diagonal in one frame a node, up to targets moved by
     * {@code noise} times Gaussian numbers, with weights diagonal in these frames.
     */
    public static Drawn diagonalisable(int seed, double noise) {
        Rng rng = new Rng(seed);
        int width = 4;
        Architecture architecture = graph(rng, 3, width, 0.6);
        List<Matrix> frames = new ArrayList<>();
        for (int v = 0; v < architecture.nodes().size(); v++) {
            frames.add(Svd.full(gaussian(rng, width, width)).u());
        }
        double[] weight = {0.05, 0.05, 0.05, 0.05};
        List<Context> contexts = new ArrayList<>();
        for (int c = 0; c < 5; c++) {
            Map<String, Matrix> x = new LinkedHashMap<>();
            Map<String, Matrix> y = new LinkedHashMap<>();
            for (int v = 0; v < architecture.nodes().size(); v++) {
                Node node = architecture.nodes().get(v);
                double[] diagonal = new double[width];
                for (int k = 0; k < width; k++) {
                    diagonal[k] = node.role() == Role.INPUT ? 0.7 + 0.6 * rng.nextDouble() : 4 - k + rng.nextDouble();
                }
                Matrix data = frames.get(v).times(Matrix.diagonal(diagonal));
                if (node.role() == Role.INPUT) {
                    x.put(node.id(), data);
                } else if (node.role() == Role.OUTPUT) {
                    y.put(node.id(), data.plus(gaussian(rng, width, width).scaled(noise)));
                }
            }
            contexts.add(new Context("c" + c, true, weight, gates(rng, architecture, true), x, y));
        }
        List<Matrix> weights = new ArrayList<>();
        for (int e = 0; e < architecture.edges().size(); e++) {
            double[] b = new double[width];
            for (int k = 0; k < width; k++) {
                b[k] = 0.05 + 0.2 * rng.nextDouble();
            }
            weights.add(frames.get(architecture.target(e))
                    .times(Matrix.diagonal(b))
                    .times(frames.get(architecture.source(e)).transpose()));
        }
        return new Drawn(architecture, contexts, weights);
    }

    private static Architecture graph(Rng rng, int hidden, int width, double density) {
        List<Node> nodes = new ArrayList<>();
        int inputs = width > 0 ? 2 : 1 + rng.nextInt(2);
        int outputs = width > 0 ? 2 : 1 + rng.nextInt(2);
        for (int v = 0; v < inputs + hidden + outputs; v++) {
            Role role = v < inputs ? Role.INPUT : v < inputs + hidden ? Role.HIDDEN : Role.OUTPUT;
            nodes.add(Node.linear("n" + v, role, width > 0 ? width : 1 + rng.nextInt(6)));
        }
        List<Edge> edges = new ArrayList<>();
        for (int t = inputs; t < nodes.size(); t++) {
            for (int s = 0; s < Math.min(t, inputs + hidden); s++) {
                if (rng.nextDouble() < density || s == Math.min(t, inputs + hidden) - 1) {
                    edges.add(new Edge("e" + edges.size(), "n" + s, "n" + t));
                }
            }
        }
        return new Architecture(nodes, edges);
    }

    private static Gates gates(Rng rng, Architecture architecture, boolean tame) {
        Map<String, Double> nodes = new LinkedHashMap<>();
        Map<String, Double> edges = new LinkedHashMap<>();
        for (Node node : architecture.nodes()) {
            nodes.put(node.id(), tame && node.role() == Role.OUTPUT ? 1 : gate(rng, tame));
        }
        for (Edge edge : architecture.edges()) {
            edges.put(edge.id(), gate(rng, tame));
        }
        return new Gates(nodes, edges);
    }

    /** 0, 1 or something else: any number, or one of 1/2 to 1 where descent has to stay stable. */
    private static double gate(Rng rng, boolean tame) {
        double draw = rng.nextDouble();
        double other = tame ? 0.5 + 0.5 * rng.nextDouble() : rng.nextGaussian();
        return draw < 0.2 ? 0 : draw < 0.7 ? 1 : other;
    }

    public static Matrix gaussian(Rng rng, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = rng.nextGaussian();
        }
        return Matrix.of(rows, columns, values);
    }

    /** The loss before each of {@code steps} steps and after the last; the network is left at its end. */
    public static double[] train(Network network, double learningRate, int steps) {
        Trainer descent = new Trainer(network, learningRate);
        double[] loss = new double[steps + 1];
        for (int step = 0; step < steps; step++) {
            loss[step] = network.loss();
            descent.step();
        }
        loss[steps] = network.loss();
        return loss;
    }

    /** 0, 1, …, steps. */
    public static int[] every(int steps) {
        int[] all = new int[steps + 1];
        for (int i = 0; i <= steps; i++) {
            all[i] = i;
        }
        return all;
    }

    /** The largest absolute difference of two curves, over the first value of the first. */
    public static double gap(double[] a, double[] b) {
        double worst = a.length == b.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            worst = Math.max(worst, Math.abs(a[i] - b[i]) / Math.abs(a[0]));
        }
        return worst;
    }
}
