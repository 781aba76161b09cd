package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.learning.Method;
import dynlab.learning.Trainer;
import dynlab.network.Extras;
import dynlab.network.GateGroup;
import dynlab.network.GateKind;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.task.Toy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pathways that could all do the same work: who gets it, with and without learned gates. */
final class PathwayRaceTest {
    private static final int UNITS = 8;

    /** Pathways of two edges from x to y, one hidden node each. */
    private static Architecture pathways(int count, int inputs, int outputs) {
        List<Node> nodes = new ArrayList<>(List.of(Node.linear("x", Role.INPUT, inputs)));
        List<Edge> edges = new ArrayList<>();
        for (String h : names(count)) {
            nodes.add(Node.linear(h, Role.HIDDEN, UNITS));
            edges.add(new Edge("x>" + h, "x", h));
            edges.add(new Edge(h + ">y", h, "y"));
        }
        nodes.add(Node.linear("y", Role.OUTPUT, outputs));
        return new Architecture(nodes, edges);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(p -> "h" + p).toList();
    }

    private static List<Matrix> start(Architecture graph, double sd, Rng rng) {
        return IntStream.range(0, graph.edges().size())
                .mapToObj(e -> Chains.gaussian(graph.rows(e), graph.columns(e), sd, rng))
                .toList();
    }

    private static void train(Trainer trainer, int steps) {
        for (int n = 0; n < steps; n++) {
            trainer.loss();
            trainer.step();
        }
    }

    @Test
    void ofTwoPathsOfThreeFactorsTheStrongerTakesAlmostAll() {
        // both see the same error, so b^(2 − D) grows alike: u₂^−q − u₁^−q stays, u = b³, q = 1 − 2/3
        List<Node> nodes = new ArrayList<>(List.of(Node.linear("x", Role.INPUT, 1)));
        List<Edge> edges = new ArrayList<>();
        List<Matrix> weights = new ArrayList<>();
        double[] b = {0.1, 0.08};
        for (int p = 0; p < 2; p++) {
            nodes.add(Node.linear("a" + p, Role.HIDDEN, 1));
            nodes.add(Node.linear("b" + p, Role.HIDDEN, 1));
            edges.add(new Edge("1" + p, "x", "a" + p));
            edges.add(new Edge("2" + p, "a" + p, "b" + p));
            edges.add(new Edge("3" + p, "b" + p, "y"));
            weights.addAll(List.of(
                    Matrix.identity(1).scaled(b[p]),
                    Matrix.identity(1).scaled(b[p]),
                    Matrix.identity(1).scaled(b[p])));
        }
        nodes.add(Node.linear("y", Role.OUTPUT, 1));
        Trainer trainer = LevelLawsTest.trainer(
                new Architecture(nodes, edges),
                Chains.items(Matrix.identity(1)),
                weights,
                1e-3,
                Method.PLAIN,
                Extras.NONE);
        double law = difference(trainer.network());
        assertEquals(2.5, law, 1e-12);
        for (int k = 0; k < 20; k++) {
            train(trainer, 1000);
            assertEquals(law, difference(trainer.network()), 1e-3 * law);
        }
        double[] u = strengths(trainer.network());
        assertEquals(1, u[0] + u[1], 1e-6); // all is learned
        assertEquals(0.0237, u[1] / u[0], 1e-4);
    }

    private static double[] strengths(Network net) {
        double[] u = {1, 1};
        for (int e = 0; e < 6; e++) {
            u[e / 3] *= net.weight(e).at(0, 0);
        }
        return u;
    }

    private static double difference(Network net) {
        double[] u = strengths(net);
        return Math.pow(u[1], -1.0 / 3) - Math.pow(u[0], -1.0 / 3);
    }

    /** θ of a group for every context, as gates. */
    private static double[] gates(Network net, int row) {
        double[] gate = net.theta(0).row(row);
        if (net.extras().gates().get(0).kind() == GateKind.SOFTMAX) {
            double sum = 0;
            for (int p = 0; p < gate.length; p++) {
                gate[p] = Math.exp(gate[p]);
                sum += gate[p];
            }
            for (int p = 0; p < gate.length; p++) {
                gate[p] /= sum;
            }
        }
        return gate;
    }

    /** 1 / Σ share² of five pathways in each level of the toy world, the mean over six starts. */
    private static double[] effective(List<GateGroup> groups, double rate, double time) {
        Levels levels = new Levels(Toy.world().y());
        double[] mean = new double[levels.count()];
        for (int seed = 1; seed <= 6; seed++) {
            Architecture graph = pathways(5, 4, 7);
            Trainer trainer = LevelLawsTest.trainer(
                    graph,
                    Chains.items(Toy.world().y()),
                    start(graph, 1e-2, new Rng(seed)),
                    rate,
                    Method.PLAIN,
                    Extras.NONE.withGates(groups));
            train(trainer, (int) Math.round(time / rate));
            Network net = trainer.network();
            assertTrue(net.loss() < 1e-3, "not learned: " + net.loss());
            double[] gate = groups.isEmpty() ? new double[] {1, 1, 1, 1, 1} : gates(net, 0);
            for (int level = 0; level < mean.length; level++) {
                double sum = 0;
                double squares = 0;
                for (int p = 0; p < 5; p++) {
                    Matrix map = net.weight(2 * p + 1).times(net.weight(2 * p));
                    double strength = gate[p] * levels.strength(map, level);
                    sum += strength;
                    squares += strength * strength;
                }
                mean[level] += sum * sum / squares / 6;
            }
        }
        return mean;
    }

    private static GateGroup group(GateKind kind, OptionalDouble tau, double theta) {
        double[] row = {theta, theta, theta, theta, theta};
        return new GateGroup(names(5), kind, false, tau, Matrix.of(1, 5, row));
    }

    @Test
    void fivePathwaysWithFixedGatesShareEveryLevel() {
        for (double count : effective(List.of(), 0.02, 12)) {
            assertTrue(count > 3.5, count + " pathways");
        }
    }

    @Test
    void gatesThatStartAlmostClosedLeaveOnePathway() {
        GateGroup gates = group(GateKind.LINEAR, OptionalDouble.empty(), 0.01);
        for (double count : effective(List.of(gates), 0.02, 40)) {
            assertTrue(count < 1.3, count + " pathways");
        }
    }

    @Test
    void fastGatesThatShareOneSumLeaveOnePathway() {
        GateGroup gates = group(GateKind.SOFTMAX, OptionalDouble.of(0.1), 0);
        for (double count : effective(List.of(gates), 0.02, 30)) {
            assertTrue(count < 1.1, count + " pathways");
        }
    }

    @Test
    void gatesOfEachContextFindWhichContextsShareATarget() {
        double within = 0;
        double across = 0;
        for (int seed = 1; seed <= 8; seed++) {
            Rng rng = new Rng(seed);
            Architecture graph = pathways(4, 4, 7);
            List<Context> contexts = new ArrayList<>();
            for (int pair = 0; pair < 2; pair++) {
                Matrix y = Chains.orthogonal(7, 4, rng)
                        .times(Matrix.diagonal(2.6, 1.7, 1, 1))
                        .times(Chains.orthogonal(4, 4, rng));
                for (int twin = 0; twin < 2; twin++) {
                    contexts.add(
                            Context.open("c" + contexts.size(), 4, Map.of("x", Matrix.identity(4)), Map.of("y", y)));
                }
            }
            GateGroup gates = new GateGroup(
                    names(4), GateKind.SOFTMAX, true, OptionalDouble.of(0.1), Chains.gaussian(4, 4, 0.1, rng));
            Trainer trainer = LevelLawsTest.trainer(
                    graph,
                    contexts,
                    start(graph, 1e-2, rng),
                    0.02,
                    Method.PLAIN,
                    Extras.NONE.withGates(List.of(gates)));
            train(trainer, 4000);
            assertTrue(
                    trainer.network().loss() < 1e-3,
                    "not learned: " + trainer.network().loss());
            for (int a = 0; a < 4; a++) {
                for (int b = 0; b < a; b++) {
                    double cosine = cosine(gates(trainer.network(), a), gates(trainer.network(), b));
                    within += a / 2 == b / 2 ? cosine / 2 / 8 : 0;
                    across += a / 2 == b / 2 ? 0 : cosine / 4 / 8;
                }
            }
        }
        assertTrue(within > 0.99, "within " + within);
        assertTrue(across < 0.15, "across " + across);
    }

    private static double cosine(double[] a, double[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
