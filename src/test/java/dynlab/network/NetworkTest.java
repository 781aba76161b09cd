package dynlab.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.learning.Trainer;
import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random graphs against a slow, obvious forward pass and against finite differences. */
final class NetworkTest {
    /** A random graph with real gates and shared data, its contexts and its weights. */
    record Drawn(Architecture architecture, List<Context> contexts, List<Matrix> weights) {}

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    static Drawn draw(int seed, boolean linear) {
        Rng rng = new Rng(seed);
        List<Node> nodes = new ArrayList<>();
        int inputs = 1 + rng.nextInt(2);
        int hidden = 1 + rng.nextInt(5);
        int outputs = 1 + rng.nextInt(2);
        for (int v = 0; v < inputs + hidden + outputs; v++) {
            Role role = v < inputs ? Role.INPUT : v < inputs + hidden ? Role.HIDDEN : Role.OUTPUT;
            Activation activation =
                    role == Role.HIDDEN && !linear ? Activation.values()[rng.nextInt(5)] : Activation.LINEAR;
            nodes.add(new Node("n" + v, role, 1 + rng.nextInt(6), activation));
        }
        List<Edge> edges = new ArrayList<>();
        for (int t = inputs; t < nodes.size(); t++) {
            for (int s = 0; s < t; s++) {
                if (rng.nextDouble() < 0.6 || (s == t - 1)) {
                    edges.add(new Edge("e" + edges.size(), "n" + s, "n" + t));
                }
            }
        }
        Architecture architecture = new Architecture(nodes, edges);
        List<Context> contexts = new ArrayList<>();
        List<Matrix> inputPool = new ArrayList<>();
        int samples = 1 + rng.nextInt(4);
        for (int k = 0; k < 2 * inputs; k++) {
            inputPool.add(gaussian(rng, nodes.get(k % inputs).width(), samples));
        }
        for (int c = 0; c < 4; c++) {
            Map<String, Double> nodeGates = new LinkedHashMap<>();
            Map<String, Double> edgeGates = new LinkedHashMap<>();
            for (Node node : nodes) {
                nodeGates.put(node.id(), gate(rng));
            }
            for (Edge edge : edges) {
                edgeGates.put(edge.id(), gate(rng));
            }
            Map<String, Matrix> x = new LinkedHashMap<>();
            Map<String, Matrix> y = new LinkedHashMap<>();
            for (int v = 0; v < nodes.size(); v++) {
                if (v < inputs && rng.nextDouble() < 0.9) {
                    x.put(nodes.get(v).id(), inputPool.get(v + inputs * rng.nextInt(2)));
                } else if (v >= inputs + hidden && rng.nextDouble() < 0.8) {
                    y.put(nodes.get(v).id(), gaussian(rng, nodes.get(v).width(), samples));
                }
            }
            double[] weights = new double[samples];
            for (int n = 0; n < samples; n++) {
                weights[n] = 0.2 + rng.nextDouble();
            }
            contexts.add(new Context("c" + c, c != 3, weights, new Gates(nodeGates, edgeGates), x, y));
        }
        List<Matrix> weights = new ArrayList<>();
        for (int e = 0; e < edges.size(); e++) {
            weights.add(
                    gaussian(rng, architecture.rows(e), architecture.columns(e)).scaled(0.7));
        }
        return new Drawn(architecture, contexts, weights);
    }

    private static double gate(Rng rng) {
        double draw = rng.nextDouble();
        return draw < 0.2 ? 0 : draw < 0.7 ? 1 : rng.nextGaussian();
    }

    private static Matrix gaussian(Rng rng, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = rng.nextGaussian();
        }
        return Matrix.of(rows, columns, values);
    }

    /** The definition of the file format, unit by unit. */
    private static Matrix slowActivity(Drawn drawn, List<Matrix> weights, int c, int v) {
        Node node = drawn.architecture.nodes().get(v);
        Context context = drawn.contexts.get(c);
        Matrix h;
        if (node.role() == Role.INPUT) {
            Matrix x = context.x().get(node.id());
            h = x == null ? Matrix.zero(node.width(), context.samples()) : x;
        } else {
            h = Matrix.zero(node.width(), context.samples());
            for (int e : drawn.architecture.incoming(v)) {
                double gate =
                        context.gates().edge(drawn.architecture.edges().get(e).id());
                Matrix source = slowActivity(drawn, weights, c, drawn.architecture.source(e));
                h = h.plus(weights.get(e).times(source).scaled(gate));
            }
            double[] values = h.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (node.activation()) {
                    case LINEAR -> values[i];
                    case RELU -> Math.max(0, values[i]);
                    case LEAKY_RELU -> values[i] > 0 ? values[i] : 0.2 * values[i];
                    case TANH -> Math.tanh(values[i]);
                    case GELU -> 0.5 * values[i] * (1 + ExactMath.erf(values[i] / Math.sqrt(2)));
                };
            }
            h = Matrix.of(h.rows(), h.columns(), values);
        }
        return h.scaled(context.gates().node(node.id()));
    }

    private static double slowLoss(Drawn drawn, List<Matrix> weights) {
        double sum = 0;
        for (int c = 0; c < drawn.contexts.size(); c++) {
            Context context = drawn.contexts.get(c);
            for (int v = 0; v < drawn.architecture.nodes().size(); v++) {
                Matrix y = context.y().get(drawn.architecture.nodes().get(v).id());
                if (context.train() && y != null) {
                    Matrix d = y.minus(slowActivity(drawn, weights, c, v));
                    for (int i = 0; i < d.rows(); i++) {
                        for (int n = 0; n < d.columns(); n++) {
                            sum += context.weights()[n] * d.at(i, n) * d.at(i, n);
                        }
                    }
                }
            }
        }
        return sum / 2;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLossIsThatOfTheDefinition(int seed) {
        Drawn drawn = draw(seed, false);
        double slow = slowLoss(drawn, drawn.weights);
        Network network = new Network(drawn.architecture, drawn.contexts, drawn.weights);
        assertEquals(slow, network.loss(), 1e-12 * Math.max(1, slow)); // rounding of some hundred terms
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theGradientIsThatOfCentralDifferencesOfTheDefinition(int seed) {
        Drawn drawn = draw(seed, false);
        Network network = new Network(drawn.architecture, drawn.contexts, drawn.weights);
        network.loss();
        network.gradient();
        double step = 1e-6;
        double scale = 1;
        for (int e = 0; e < drawn.weights.size(); e++) {
            for (double g : network.liveDescent(e)) {
                scale = Math.max(scale, Math.abs(g));
            }
        }
        for (int e = 0; e < drawn.weights.size(); e++) {
            double[] w = drawn.weights.get(e).toArray();
            int i = (seed * 7 + e * 3) % w.length;
            double slope = (slowLoss(drawn, moved(drawn, e, i, -step)) - slowLoss(drawn, moved(drawn, e, i, step)))
                    / (2 * step);
            // truncation h² and rounding 1e-16/h of a central difference
            assertEquals(slope, network.liveDescent(e)[i], 1e-6 * scale, "edge " + e + ", weight " + i);
        }
    }

    private static List<Matrix> moved(Drawn drawn, int e, int i, double by) {
        List<Matrix> weights = new ArrayList<>(drawn.weights);
        double[] w = weights.get(e).toArray();
        w[i] += by;
        weights.set(e, Matrix.of(weights.get(e).rows(), weights.get(e).columns(), w));
        return weights;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void measuredActivitiesOfEveryContextAreThoseOfTheDefinition(int seed) {
        Drawn drawn = draw(seed, false);
        Network network = new Network(drawn.architecture, drawn.contexts, drawn.weights);
        Measured measured = new Measured(network, drawn.contexts);
        measured.refresh();
        for (int c = 0; c < drawn.contexts.size(); c++) {
            for (int v = 0; v < drawn.architecture.nodes().size(); v++) {
                Matrix slow = slowActivity(drawn, drawn.weights, c, v);
                assertTrue(slow.minus(measured.activity(c, v)).largest() <= 1e-12 * Math.max(1, slow.largest()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatFlowsIntoAHiddenNodeLessWhatFlowsOutIsConservedToFirstOrder(int seed) {
        // Σ_in W Wᵀ − Σ_out Wᵀ W does not move under the flow; one Euler step moves it by η² only
        Drawn drawn = draw(seed, true);
        double coarse = drift(drawn, 1e-4);
        double fine = drift(drawn, 5e-5);
        assertTrue(coarse < 1e-11 || Math.abs(coarse / fine - 4) < 1e-2, coarse + " and " + fine);
    }

    private static double drift(Drawn drawn, double learningRate) {
        Network network = new Network(drawn.architecture, drawn.contexts, drawn.weights);
        List<Matrix> before = conserved(drawn.architecture, network);
        network.loss();
        new Trainer(network, learningRate).step();
        List<Matrix> after = conserved(drawn.architecture, network);
        double drift = 0;
        for (int v = 0; v < before.size(); v++) {
            drift += after.get(v).minus(before.get(v)).norm();
        }
        return drift;
    }

    private static List<Matrix> conserved(Architecture architecture, Network network) {
        List<Matrix> all = new ArrayList<>();
        for (int v = 0; v < architecture.nodes().size(); v++) {
            Node node = architecture.nodes().get(v);
            if (node.role() == Role.HIDDEN) {
                Matrix sum = Matrix.zero(node.width(), node.width());
                for (int e : architecture.incoming(v)) {
                    sum = sum.plus(network.weight(e).times(network.weight(e).transpose()));
                }
                for (int e : architecture.outgoing(v)) {
                    sum = sum.minus(network.weight(e).transpose().times(network.weight(e)));
                }
                all.add(sum);
            }
        }
        return all;
    }

    @Test
    void routesThatShareAPrefixShareItsProduct() {
        // four contexts feed the same input through the same hidden layer into four outputs
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(Node.linear("x", Role.INPUT, 3));
        nodes.add(Node.linear("h", Role.HIDDEN, 5));
        edges.add(new Edge("xh", "x", "h"));
        List<Context> contexts = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            nodes.add(Node.linear("y" + k, Role.OUTPUT, 2));
            edges.add(new Edge("hy" + k, "h", "y" + k));
            contexts.add(Context.open("c" + k, 3, Map.of("x", Matrix.identity(3)), Map.of("y" + k, Matrix.zero(2, 3))));
        }
        Architecture architecture = new Architecture(nodes, edges);
        List<Matrix> weights = new ArrayList<>();
        for (int e = 0; e < edges.size(); e++) {
            weights.add(Matrix.zero(architecture.rows(e), architecture.columns(e)));
        }
        Network network = new Network(architecture, contexts, weights);
        // x to h once, 5·3 weights on 3 samples; h to each of four outputs, 2·5 on 3 samples
        assertEquals(5 * 3 * 3 + 4 * (2 * 5 * 3), network.forwardMultiplications());
    }
}
