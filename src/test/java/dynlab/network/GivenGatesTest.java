package dynlab.network;

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
import dynlab.architecture.ReluLayers;
import dynlab.architecture.Role;
import dynlab.learning.Trainer;
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

final class GivenGatesTest {
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

    private static Network gated(GatedGraphs.Drawn drawn, List<Matrix> weights) {
        return new Network(
                drawn.architecture(), drawn.contexts(), weights, Extras.NONE, Network.Setting.PLAIN.giving());
    }

    private static List<Matrix> gates(GatedGraphs.Drawn drawn, int samples) {
        Rng rng = new Rng(7);
        List<Matrix> all = new ArrayList<>();
        for (int v : ReluLayers.of(drawn.architecture())) {
            int width = drawn.architecture().nodes().get(v).width();
            double[] gates = new double[width * samples];
            for (int i = 0; i < gates.length; i++) {
                gates[i] = rng.nextInt(2);
            }
            all.add(Matrix.of(width, samples, gates));
        }
        return all;
    }

    private static Network withGates(GatedGraphs.Drawn drawn, List<Matrix> weights) {
        Network network = gated(drawn, weights);
        List<Matrix> gates = gates(drawn, network.samples());
        for (int l = 0; l < gates.size(); l++) {
            network.setGates(ReluLayers.of(drawn.architecture()).get(l), gates.get(l));
        }
        return network;
    }

    /** The definition, context by context. */
    private static Matrix slow(GatedGraphs.Drawn drawn, List<Matrix> weights, int c, int v, int from, int samples) {
        Node node = drawn.architecture().nodes().get(v);
        Context context = drawn.contexts().get(c);
        Matrix x = context.x().get(node.id());
        Matrix h = x == null ? Matrix.zero(node.width(), context.samples()) : x;
        for (int e : drawn.architecture().incoming(v)) {
            double gate =
                    context.gates().edge(drawn.architecture().edges().get(e).id());
            Matrix source = slow(drawn, weights, c, drawn.architecture().source(e), from, samples);
            h = h.plus(weights.get(e).times(source).scaled(gate));
        }
        int layer = ReluLayers.of(drawn.architecture()).indexOf(v);
        double[] values = h.toArray();
        for (int i = 0; i < values.length; i++) {
            int unit = i / context.samples();
            int sample = from + i % context.samples();
            values[i] = layer >= 0
                    ? values[i] * gates(drawn, samples).get(layer).at(unit, sample)
                    : switch (node.activation()) {
                        case RELU -> Math.max(0, values[i]);
                        case LEAKY_RELU -> values[i] > 0 ? values[i] : 0.2 * values[i];
                        case TANH -> Math.tanh(values[i]);
                        default -> values[i];
                    };
        }
        return Matrix.of(node.width(), context.samples(), values)
                .scaled(context.gates().node(node.id()));
    }

    private static double slowLoss(GatedGraphs.Drawn drawn, List<Matrix> weights, int samples) {
        double sum = 0;
        int from = 0;
        for (int c = 0; c < drawn.contexts().size(); c++) {
            Context context = drawn.contexts().get(c);
            for (int v = 0; context.train() && v < drawn.architecture().nodes().size(); v++) {
                Matrix y = context.y().get(drawn.architecture().nodes().get(v).id());
                if (y != null) {
                    Matrix d = y.minus(slow(drawn, weights, c, v, from, samples));
                    for (int i = 0; i < d.rows(); i++) {
                        for (int n = 0; n < d.columns(); n++) {
                            sum += context.weights()[n] * d.at(i, n) * d.at(i, n) / 2;
                        }
                    }
                }
            }
            from += context.train() ? context.samples() : 0;
        }
        return sum;
    }

    @RepeatedTest(20)
    void theLossIsThatOfTheDefinition(RepetitionInfo which) {
        GatedGraphs.Drawn drawn = drawn(which.getCurrentRepetition());
        Network network = withGates(drawn, drawn.weights());
        double slow = slowLoss(drawn, drawn.weights(), network.samples());
        assertEquals(slow, network.loss(), 1e-12 * Math.max(1, slow)); // rounding of some hundred terms
    }

    @RepeatedTest(20)
    void withoutGatesItIsTheNetworkThatSharesPrefixes(RepetitionInfo which) {
        GatedGraphs.Drawn drawn = drawn(which.getCurrentRepetition());
        double rate = 2e-3;
        Trainer apart = new Trainer(gated(drawn, drawn.weights()), rate);
        double[] losses = GatedGraphs.train(drawn.network(), rate, 60);
        for (double loss : losses) {
            assertEquals(loss, apart.loss(), 1e-10 * losses[0]); // summed in another order
            apart.step();
        }
    }

    @RepeatedTest(10)
    void theStepIsMinusTheGradientByFiniteDifferences(RepetitionInfo which) {
        GatedGraphs.Drawn drawn = drawn(100 + which.getCurrentRepetition());
        double rate = 1e-3;
        Network network = withGates(drawn, drawn.weights());
        Trainer trainer = new Trainer(network, rate);
        double loss = trainer.loss();
        trainer.step();
        double h = 1e-6;
        for (int e = 0; e < drawn.weights().size(); e++) {
            Matrix w = drawn.weights().get(e);
            for (int i = 0; i < w.rows() * w.columns(); i++) {
                double slope = (bent(drawn, e, i, h) - bent(drawn, e, i, -h)) / (2 * h);
                double moved = network.weight(e).toArray()[i] - w.toArray()[i];
                // rounding of the loss over h, and the kink of leaky units within h
                assertEquals(-rate * slope, moved, 1e-8 * Math.max(1, loss));
            }
        }
    }

    private static double bent(GatedGraphs.Drawn drawn, int edge, int entry, double by) {
        List<Matrix> weights = new ArrayList<>(drawn.weights());
        Matrix w = weights.get(edge);
        double[] values = w.toArray();
        values[entry] += by;
        weights.set(edge, Matrix.of(w.rows(), w.columns(), values));
        return withGates(drawn, weights).loss();
    }

    @Test
    void onAChainGatesGivenAsTheyStandAreHeldOnesToTheLastBit() {
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
        Network given =
                new Network(relu.architecture(), relu.contexts(), weights, Extras.NONE, Network.Setting.PLAIN.giving());
        Network held = new Network(
                relu.architecture(),
                relu.contexts(),
                weights,
                Extras.NONE,
                new Network.Setting(Loss.SQUARED, true, false, false, 0));
        Trainer one = new Trainer(given, 2e-3);
        Trainer other = new Trainer(held, 2e-3);
        List<Integer> layers = ReluLayers.of(relu.architecture());
        for (int t = 0; t < 100; t++) {
            if (t % 10 == 0) {
                for (int v : layers) { // from the input up: each layer's signs follow from those below
                    given.loss();
                    Matrix z = given.summed(v);
                    double[] gates = z.toArray();
                    for (int i = 0; i < gates.length; i++) {
                        gates[i] = gates[i] > 0 ? 1 : 0;
                    }
                    given.setGates(v, Matrix.of(z.rows(), z.columns(), gates));
                }
            }
            double loss = t % 10 == 0 ? held.loss() : held.heldLoss();
            assertEquals(loss, given.loss());
            double[] outputs = given.readout(layers.get(1))
                    .times(given.hidden(layers.get(1)))
                    .toArray();
            assertArrayEquals(outputs, given.outputs(), 1e-13);
            one.step();
            other.step();
        }
        for (int e = 0; e < 3; e++) {
            assertArrayEquals(held.liveWeights(e), given.liveWeights(e));
        }
    }

    @RepeatedTest(10)
    void itsOwnOutputsAreTargetsWithoutALoss(RepetitionInfo which) {
        GatedGraphs.Drawn drawn = drawn(200 + which.getCurrentRepetition());
        Network graph = withGates(drawn, drawn.weights());
        assertTrue(graph.loss() > 0);
        graph.setTargets(graph.outputs());
        assertEquals(0, graph.loss());
        new Trainer(graph, 1e-3).step();
        for (int e = 0; e < drawn.weights().size(); e++) {
            assertArrayEquals(drawn.weights().get(e).toArray(), graph.weight(e).toArray());
        }
    }

    @RepeatedTest(10)
    void targetsThatAreSetAreThoseOfTheContexts(RepetitionInfo which) {
        GatedGraphs.Drawn drawn = drawn(300 + which.getCurrentRepetition());
        Network moved = withGates(drawn, drawn.weights());
        double loss = moved.loss();
        double[] targets = new double[moved.outputs().length];
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
        assertThrows(IllegalArgumentException.class, () -> gated(drawn, weights));
        weights.set(1, Matrix.zero(w.rows(), w.columns() + 1));
        assertThrows(IllegalArgumentException.class, () -> gated(drawn, weights));
    }

    @Test
    void whatAnEdgeMayNotCarryStaysZero() {
        GatedGraphs.Drawn drawn = drawn(3);
        Network graph = gated(drawn, drawn.weights());
        Matrix w = drawn.weights().get(0);
        double[] mask = new double[w.rows() * w.columns()];
        for (int i = 0; i < mask.length; i += 2) {
            mask[i] = 1;
        }
        graph.restrict(0, Matrix.of(w.rows(), w.columns(), mask));
        Trainer trainer = new Trainer(graph, 1e-3);
        for (int t = 0; t < 20; t++) {
            trainer.loss();
            trainer.step();
        }
        for (int i = 0; i < mask.length; i++) {
            assertEquals(mask[i] == 0, graph.weight(0).toArray()[i] == 0);
        }
    }
}
