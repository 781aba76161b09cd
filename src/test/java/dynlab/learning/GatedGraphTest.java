package dynlab.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void onAChainItIsTheNetworkThatHoldsItsGatesToTheLastBit() {
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
        Network network = new Network(relu.architecture(), relu.contexts(), weights, true);
        GradientDescent descent = new GradientDescent(network, 2e-3);
        for (int t = 0; t < 100; t++) {
            boolean fresh = t % 10 == 0;
            assertEquals(fresh ? network.loss() : network.heldLoss(), fresh ? graph.refreshedLoss() : graph.loss());
            double[] outputs = graph.readout(2).times(graph.hidden(2)).toArray();
            assertArrayEquals(outputs, graph.liveOutputs(), 1e-13);
            descent.step();
            graph.step();
        }
        for (int e = 0; e < 3; e++) {
            assertArrayEquals(network.liveWeights(e), graph.weight(e).toArray());
        }
    }

    @RepeatedTest(10)
    void itsOwnOutputsAreTargetsWithoutALoss(RepetitionInfo which) {
        GatedGraphs.Drawn drawn = drawn(200 + which.getCurrentRepetition());
        GatedGraph graph = withGates(drawn, drawn.weights(), 1e-3);
        assertTrue(graph.loss() > 0);
        graph.setTargets(graph.liveOutputs());
        assertEquals(0, graph.loss());
        graph.step();
        for (int e = 0; e < drawn.weights().size(); e++) {
            assertArrayEquals(drawn.weights().get(e).toArray(), graph.weight(e).toArray());
        }
    }

    @RepeatedTest(10)
    void targetsThatAreSetAreThoseOfTheContexts(RepetitionInfo which) {
        GatedGraphs.Drawn drawn = drawn(300 + which.getCurrentRepetition());
        GatedGraph moved = withGates(drawn, drawn.weights(), 1e-3);
        double loss = moved.loss();
        double[] targets = new double[moved.liveOutputs().length];
        int row = 0;
        for (Node node : drawn.architecture().nodes()) {
            int from = 0;
            for (Context context :
                    drawn.contexts().stream().filter(Context::train).toList()) {
                Matrix y = context.y().get(node.id());
                for (int i = 0; y != null && i < y.rows(); i++) {
                    System.arraycopy(y.row(i), 0, targets, (row + i) * moved.samples() + from, y.columns());
                }
                from += context.samples();
            }
            row += node.role() == Role.OUTPUT ? node.width() : 0;
        }
        moved.setTargets(new double[targets.length]);
        assertNotEquals(loss, moved.loss());
        moved.setTargets(targets);
        assertEquals(loss, moved.loss());
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        GatedGraphs.Drawn drawn = drawn(3);
        List<Matrix> weights = new ArrayList<>(drawn.weights());
        Matrix w = weights.get(1);
        weights.set(1, Matrix.zero(w.rows() + 1, w.columns()));
        assertThrows(IllegalArgumentException.class, () -> gated(drawn, weights, 1e-3));
        weights.set(1, Matrix.zero(w.rows(), w.columns() + 1));
        assertThrows(IllegalArgumentException.class, () -> gated(drawn, weights, 1e-3));
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
        for (int i = 0; i < mask.length; i++) {
            assertEquals(mask[i] == 0, graph.weight(0).toArray()[i] == 0);
        }
    }
}
