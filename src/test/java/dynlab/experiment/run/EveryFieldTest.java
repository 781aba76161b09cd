package dynlab.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Period;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.learning.Batch;
import dynlab.learning.Init;
import dynlab.learning.LabelNoise;
import dynlab.learning.LearningRule;
import dynlab.learning.Method;
import dynlab.learning.Trainer;
import dynlab.learning.UpdateRule;
import dynlab.network.Extras;
import dynlab.network.GateGroup;
import dynlab.network.GateKind;
import dynlab.network.Loss;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random experiments with all fields in combination, against the definition written out sample by sample. */
final class EveryFieldTest {
    private static final int STEPS = 23;

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private static Matrix gaussian(Rng rng, int rows, int columns, double sigma) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = sigma * rng.nextGaussian();
        }
        return Matrix.of(rows, columns, values);
    }

    private static Architecture graph(Rng rng) {
        List<Node> nodes = new ArrayList<>();
        int inputs = 1 + rng.nextInt(2);
        int hidden = 2 + rng.nextInt(3);
        int outputs = 1 + rng.nextInt(2);
        int common = 2 + rng.nextInt(2);
        for (int v = 0; v < inputs + hidden + outputs; v++) {
            Role role = v < inputs ? Role.INPUT : v < inputs + hidden ? Role.HIDDEN : Role.OUTPUT;
            Activation activation = role == Role.HIDDEN ? Activation.values()[rng.nextInt(5)] : Activation.LINEAR;
            double leak = activation == Activation.LEAKY_RELU ? 0.5 * rng.nextDouble() : Activation.LEAK;
            int width = rng.nextInt(2) == 0 ? common : 1 + rng.nextInt(4);
            boolean bias = role != Role.INPUT && rng.nextInt(2) == 0;
            nodes.add(new Node("n" + v, role, width, activation, leak, bias, List.of()));
        }
        List<Edge> edges = new ArrayList<>();
        for (int t = inputs; t < nodes.size(); t++) {
            for (int s = 0; s < Math.min(t, inputs + hidden); s++) {
                if (rng.nextDouble() < 0.6 || s == Math.min(t, inputs + hidden) - 1) {
                    edges.add(new Edge("e" + edges.size(), "n" + s, "n" + t, tie(rng, nodes, edges, s, t)));
                }
            }
        }
        return new Architecture(nodes, edges);
    }

    private static Optional<Edge.Tie> tie(Rng rng, List<Node> nodes, List<Edge> edges, int s, int t) {
        for (Edge other : edges) {
            int rows = nodes.get(Integer.parseInt(other.target().substring(1))).width();
            int columns =
                    nodes.get(Integer.parseInt(other.source().substring(1))).width();
            boolean straight =
                    rows == nodes.get(t).width() && columns == nodes.get(s).width();
            boolean turned =
                    columns == nodes.get(t).width() && rows == nodes.get(s).width();
            if (other.tied().isEmpty() && (straight || turned) && rng.nextInt(2) == 0) {
                return Optional.of(new Edge.Tie(other.id(), turned && !(straight && rng.nextInt(2) == 0)));
            }
        }
        return Optional.empty();
    }

    private static double gate(Rng rng) {
        double draw = rng.nextDouble();
        return draw < 0.15 ? 0 : draw < 0.7 ? 1 : rng.nextGaussian();
    }

    private static List<Context> contexts(Rng rng, Architecture graph, boolean shares, boolean periods) {
        List<Context> contexts = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            int samples = 1 + rng.nextInt(4);
            Map<String, Double> nodeGates = new LinkedHashMap<>();
            Map<String, Double> edgeGates = new LinkedHashMap<>();
            graph.nodes().forEach(node -> nodeGates.put(node.id(), gate(rng)));
            graph.edges().forEach(edge -> edgeGates.put(edge.id(), gate(rng)));
            Map<String, Matrix> x = new LinkedHashMap<>();
            Map<String, Matrix> y = new LinkedHashMap<>();
            for (Node node : graph.nodes()) {
                Matrix m = gaussian(rng, node.width(), samples, 1);
                if (node.role() == Role.INPUT && rng.nextDouble() < 0.9) {
                    x.put(node.id(), m);
                } else if (node.role() == Role.OUTPUT && rng.nextDouble() < 0.8) {
                    double[] positive = m.toArray();
                    for (int i = 0; shares && i < positive.length; i++) {
                        positive[i] = Math.abs(positive[i]);
                    }
                    y.put(node.id(), Matrix.of(m.rows(), m.columns(), positive));
                }
            }
            double[] weights = new double[samples];
            for (int n = 0; n < samples; n++) {
                weights[n] = 0.1 + 0.3 * rng.nextDouble();
            }
            Optional<Period> during = periods && rng.nextInt(2) == 0
                    ? Optional.of(new Period(rng.nextInt(5), 5 + rng.nextInt(15)))
                    : Optional.empty();
            contexts.add(
                    new Context("c" + c, c != 2, weights, new Gates(nodeGates, edgeGates), x, y, during, List.of()));
        }
        return contexts;
    }

    private static Method method(Rng rng, Loss loss, LearningRule.Kind rule, int samples, boolean periods) {
        UpdateRule.Kind kind = rule.teacher().learns()
                ? UpdateRule.Kind.GRADIENT
                : UpdateRule.Kind.values()[rng.nextInt(UpdateRule.Kind.values().length)];
        double beta = kind.mover().hasVelocity() ? 0.9 * rng.nextDouble() : 0;
        Method method = new Method(
                loss,
                new UpdateRule(kind, beta, rng.nextInt(2) == 0 ? 0 : 0.2 * rng.nextDouble()),
                Optional.empty(),
                Optional.empty(),
                new LearningRule(rule, rule.teacher().mirrors() ? rng.nextDouble() : 0));
        if (!periods && rng.nextInt(3) > 0) {
            method = method.with(
                    new Batch(1 + rng.nextInt(samples), rng.nextInt(), Batch.Order.values()[rng.nextInt(2)]));
        }
        if (rng.nextInt(2) == 0) {
            method = method.with(new LabelNoise(
                    loss == Loss.SQUARED ? LabelNoise.Kind.GAUSSIAN : LabelNoise.Kind.FLIP, 0.3, rng.nextInt()));
        }
        return method;
    }

    private static Extras extras(Rng rng, Architecture graph, LearningRule.Kind rule) {
        Map<String, Matrix> biases = new LinkedHashMap<>();
        List<String> free = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node.bias() && rng.nextInt(2) == 0) {
                biases.put(node.id(), gaussian(rng, node.width(), 1, 0.3));
            }
            if (node.role() != Role.INPUT) {
                free.add(node.id());
            }
        }
        List<GateGroup> groups = new ArrayList<>();
        for (GateKind kind : GateKind.values()) {
            int count = rng.nextInt(3);
            if (count > 0 && free.size() >= count) {
                List<String> nodes = List.copyOf(free.subList(0, count));
                free.subList(0, count).clear();
                boolean perContext = rng.nextInt(2) == 0;
                groups.add(new GateGroup(
                        nodes,
                        kind,
                        perContext,
                        rng.nextInt(2) == 0 ? OptionalDouble.empty() : OptionalDouble.of(0.5 + rng.nextDouble()),
                        gaussian(rng, perContext ? 4 : 1, count, 0.7)));
            }
        }
        Map<String, Matrix> feedback = new LinkedHashMap<>();
        for (Node hidden : graph.nodes()) {
            for (Node output : graph.nodes()) {
                if (rule.teacher().direct() && hidden.role() == Role.HIDDEN && output.role() == Role.OUTPUT) {
                    feedback.put(
                            Extras.direct(hidden.id(), output.id()),
                            gaussian(rng, hidden.width(), output.width(), 0.5));
                }
            }
        }
        for (int e = 0; e < graph.edges().size(); e++) {
            if (rule.teacher().hasFeedback() && !rule.teacher().direct() && rng.nextInt(2) == 0) {
                feedback.put(graph.edges().get(e).id(), gaussian(rng, graph.rows(e), graph.columns(e), 0.5));
            }
        }
        return new Extras(biases, groups, feedback);
    }

    static Experiment draw(int seed) {
        Rng rng = new Rng(seed);
        Loss loss = Loss.values()[seed % 2];
        LearningRule.Kind rule = LearningRule.Kind.values()[seed / 2 % LearningRule.Kind.values().length];
        boolean periods = rng.nextInt(3) == 0;
        Architecture graph = graph(rng);
        List<Context> contexts = contexts(rng, graph, loss != Loss.SQUARED, periods);
        int samples = contexts.stream()
                .filter(Context::train)
                .mapToInt(Context::samples)
                .sum();
        Map<String, Integer> from = new HashMap<>();
        for (int e = 0; e < graph.edges().size(); e++) {
            if (graph.owns(e) && rng.nextInt(4) == 0) {
                from.put(graph.edges().get(e).id(), rng.nextInt(12));
            }
        }
        Training training =
                new Training(0.02, 1, STEPS, from, OptionalInt.empty(), method(rng, loss, rule, samples, periods));
        return new Experiment(
                "seed " + seed,
                "",
                graph,
                contexts,
                new Start.Drawn(new Init.Gaussian(0.5, seed)),
                training,
                new RecordPlan(new RecordPlan.When.Every(5), Set.of(Quantity.LOSS, Quantity.CONTEXT_ERROR)),
                false,
                extras(rng, graph, rule));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyStepIsThatOfTheDefinition(int seed) {
        Experiment experiment = draw(seed);
        Trainer trainer = Trainers.of(experiment);
        SlowTraining slow = new SlowTraining(experiment);
        double scale = 1;
        for (int step = 0; step < STEPS; step++) {
            double loss = trainer.loss();
            trainer.step();
            double expected = slow.step(step);
            scale = Math.max(scale, Math.abs(expected));
            assertEquals(expected, loss, 1e-10 * scale, "step " + step); // rounding, a few hundred terms
        }
        Architecture graph = experiment.architecture();
        for (int e = 0; e < graph.edges().size(); e++) {
            near(slow.weight(e), trainer.network().weight(e), "edge " + e);
        }
        Extras last = trainer.network().extras();
        last.biases().forEach((node, b) -> near(slow.bias(node), b, "bias of " + node));
        last.feedback().forEach((name, b) -> near(slow.feedback(name), b, "feedback " + name));
        for (int g = 0; g < last.gates().size(); g++) {
            near(slow.theta(g), last.gates().get(g).initial(), "gates " + g);
        }
    }

    private static void near(Matrix expected, Matrix found, String what) {
        double gap = expected.minus(found).largest();
        assertTrue(gap <= 1e-10 * Math.max(1, expected.largest()), what + " is off by " + gap);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFileOfItReadsBackAsTheSameRun(int seed) {
        Experiment experiment = draw(seed);
        String text = ExperimentCodec.write(experiment, new ExactDecimals());
        Experiment read = ExperimentCodec.read(text, new ExactDecimals());
        assertEquals(text, ExperimentCodec.write(read, new ExactDecimals()));
        assertEquals(experiment.extras(), read.extras());
        assertEquals(experiment.training().method(), read.training().method());
        assertEquals(
                Runner.of(experiment).complete().trajectory().digest(),
                Runner.of(read).complete().trajectory().digest());
    }
}
