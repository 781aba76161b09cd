package dynlab.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.GatedGraphs;
import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.task.Assignment;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextTask;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class GatedGraphTest {
    /** A random graph with random activations of its hidden layers and real gates in its contexts. */
    private static GatedGraphs.Drawn drawn(int seed) {
        Rng rng = new Rng(seed);
        GatedGraphs.Drawn linear = GatedGraphs.any(seed);
        List<Node> nodes = new ArrayList<>();
        for (Node node : linear.architecture().nodes()) {
            Activation[] all = {
                Activation.RELU, Activation.RELU, Activation.LEAKY_RELU, Activation.TANH, Activation.LINEAR
            };
            Activation activation = node.role() == Role.INPUT ? Activation.LINEAR : all[rng.nextInt(all.length)];
            nodes.add(new Node(node.id(), node.role(), node.width(), activation));
        }
        Architecture graph = new Architecture(nodes, linear.architecture().edges());
        return new GatedGraphs.Drawn(graph, linear.contexts(), linear.weights());
    }

    private static GatedGraph gated(GatedGraphs.Drawn drawn, List<Matrix> weights, double rate) {
        List<Context> trained = drawn.contexts().stream().filter(Context::train).toList();
        return new GatedGraph(drawn.architecture(), trained, weights, rate);
    }

    @RepeatedTest(20)
    void withFreshGatesItIsTheNetworkItself(RepetitionInfo which) {
        GatedGraphs.Drawn drawn = drawn(which.getCurrentRepetition());
        double rate = 2e-3;
        Network network = drawn.network();
        GatedGraph graph = gated(drawn, drawn.weights(), rate);
        double[] losses = GatedGraphs.train(network, rate, 60);
        for (double loss : losses) {
            assertEquals(loss, graph.refreshedLoss(), 1e-10 * losses[0]); // summed in another order
            graph.step();
        }
    }

    @RepeatedTest(10)
    void theStepIsMinusTheGradientByFiniteDifferences(RepetitionInfo which) {
        GatedGraphs.Drawn drawn = drawn(100 + which.getCurrentRepetition());
        double rate = 1e-3;
        GatedGraph graph = withGates(drawn, drawn.weights(), rate);
        double loss = graph.loss();
        graph.step();
        double h = 1e-6;
        for (int e = 0; e < drawn.weights().size(); e++) {
            Matrix w = drawn.weights().get(e);
            for (int i = 0; i < w.rows() * w.columns(); i++) {
                double slope = (bent(drawn, e, i, h) - bent(drawn, e, i, -h)) / (2 * h);
                double moved = graph.weight(e).toArray()[i] - w.toArray()[i];
                // rounding of the loss over h, and the kink of leaky units within h
                assertEquals(-rate * slope, moved, 1e-8 * Math.max(1, loss));
            }
        }
    }

    private static GatedGraph withGates(GatedGraphs.Drawn drawn, List<Matrix> weights, double rate) {
        GatedGraph graph = gated(drawn, weights, rate);
        Rng rng = new Rng(7);
        for (int l = 1; l <= graph.layers(); l++) {
            int v = GatedGraph.switched(drawn.architecture()).get(l - 1);
            double[] gates = new double[drawn.architecture().nodes().get(v).width() * graph.samples()];
            for (int i = 0; i < gates.length; i++) {
                gates[i] = rng.nextInt(2);
            }
            graph.setGates(l, Matrix.of(gates.length / graph.samples(), graph.samples(), gates));
        }
        return graph;
    }

    private static double bent(GatedGraphs.Drawn drawn, int edge, int entry, double by) {
        List<Matrix> weights = new ArrayList<>(drawn.weights());
        Matrix w = weights.get(edge);
        double[] values = w.toArray();
        values[entry] += by;
        weights.set(edge, Matrix.of(w.rows(), w.columns(), values));
        return withGates(drawn, weights, 0).loss();
    }

    @Test
    void onAChainItIsTheGatedChainToTheLastBit() {
        ContextTask task = ContextTask.diff(3);
        Assignment relu = ContextGraphs.relu(task, 12, 9);
        Rng rng = new Rng(5);
        List<Matrix> weights = new ArrayList<>();
        for (int e = 0; e < 3; e++) {
            weights.add(GatedGraphs.gaussian(
                            rng,
                            relu.architecture().rows(e),
                            relu.architecture().columns(e))
                    .scaled(0.2));
        }
        GatedGraph graph = new GatedGraph(relu.architecture(), relu.contexts(), weights, 2e-3);
        GatedChain chain = new GatedChain(samples(relu), weights, 2e-3);
        for (int t = 0; t < 100; t++) {
            boolean fresh = t % 10 == 0;
            assertEquals(fresh ? chain.refreshedLoss() : chain.loss(), fresh ? graph.refreshedLoss() : graph.loss());
            assertArrayEquals(chain.liveOutputs(), graph.liveOutputs());
            chain.step();
            graph.step();
        }
        for (int e = 0; e < 3; e++) {
            assertArrayEquals(chain.weight(e + 1).toArray(), graph.weight(e).toArray());
        }
    }

    private static Samples samples(Assignment relu) {
        int each = relu.contexts().get(0).samples();
        int count = relu.contexts().size();
        int[] blocks = new int[count + 1];
        double[] ones = new double[each * count];
        double[][] x = new double[0][];
        double[][] y = new double[0][];
        for (int c = 0; c < count; c++) {
            blocks[c + 1] = blocks[c] + each;
            x = joined(x, relu.contexts().get(c).x().get("x"));
            y = joined(y, relu.contexts().get(c).y().get("y"));
        }
        java.util.Arrays.fill(ones, 1);
        return new Samples(Matrix.of(x), Matrix.of(y), ones, blocks);
    }

    private static double[][] joined(double[][] before, Matrix more) {
        double[][] all = new double[more.rows()][];
        for (int i = 0; i < all.length; i++) {
            double[] left = before.length == 0 ? new double[0] : before[i];
            all[i] = java.util.Arrays.copyOf(left, left.length + more.columns());
            System.arraycopy(more.row(i), 0, all[i], left.length, more.columns());
        }
        return all;
    }

    @Test
    void whatAnEdgeMayNotCarryStaysZero() {
        GatedGraphs.Drawn drawn = drawn(3);
        GatedGraph graph = gated(drawn, drawn.weights(), 1e-3);
        Matrix w = drawn.weights().get(0);
        double[] mask = new double[w.rows() * w.columns()];
        for (int i = 0; i < mask.length; i += 2) {
            mask[i] = 1;
        }
        graph.restrict(0, Matrix.of(w.rows(), w.columns(), mask));
        for (int t = 0; t < 20; t++) {
            graph.loss();
            graph.step();
        }
        for (int i = 1; i < mask.length; i += 2) {
            assertEquals(0, graph.weight(0).toArray()[i]);
        }
    }
}
