package dynlab.scene;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Batch;
import dynlab.learning.Init;
import dynlab.learning.LabelNoise;
import dynlab.learning.LearningRule;
import dynlab.learning.Method;
import dynlab.learning.UpdateRule;
import dynlab.network.Extras;
import dynlab.network.Loss;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.task.Hierarchy;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be changed of a network that learns in stages: habits of real networks, each with the time that its run needs. */
enum Change {
    TINY("tiny", Words.say("scene.change.tiny-start"), 0.05, 600),
    MOMENTUM("momentum", "momentum", 0.01, 220),
    NESTEROV("nesterov", "Nesterov", 0.01, 220),
    BATCHES("batches", "batches", 0.05, 260),
    SINGLE("single", Words.say("scene.change.one-at-a-time"), 0.02, 650),
    NOISE("noise", Words.say("scene.change.label-noise"), 0.05, 260),
    DECAY("decay", Words.say("scene.change.weight-decay"), 0.05, 700),
    TANH("tanh", "tanh", 0.05, 260),
    RELU("relu", "ReLU", 0.05, 300),
    LEAKY("leaky", Words.say("scene.change.leaky"), 0.05, 300),
    BIAS("bias", "bias", 0.05, 260),
    LAYERS("layers", Words.say("scene.change.three-layers"), 0.05, 200),
    FOUR("four", Words.say("scene.change.four-layers"), 0.05, 260),
    ENTROPY("entropy", "cross-entropy", 0.2, 160),
    FEEDBACK("feedback", "feedback", 0.02, 300),
    HE("he", Words.say("scene.change.large-start"), 0.002, 400),
    ONE("one", Words.say("scene.change.one-layer"), 0.02, 300);

    /** Without any change. */
    static final double RATE = 0.05;

    static final int STEPS = 260;

    private static final double LEAK = 0.2;

    private final String word;
    private final String label;
    private final double rate;
    private final int steps;

    Change(String word, String label, double rate, int steps) {
        this.word = word;
        this.label = label;
        this.rate = rate;
        this.steps = steps;
    }

    String word() {
        return word;
    }

    String label() {
        return label;
    }

    static World world() {
        World tree = Hierarchy.livingThings(0.15).readable();
        return new World(tree.items(), tree.properties(), tree.y().scaled(0.01), tree.tree(), tree.levels(), true);
    }

    /**
     * A run with changes, together.
     *
     * @param rate learning rate; 0: that of the slowest change
     * @param steps steps; 0: as many as the longest change needs
     */
    static Experiment run(Scene scene, Set<Change> changes, int width, int seed, double rate, int steps) {
        World world = world();
        double own = RATE;
        int longest = changes.isEmpty() ? STEPS : 0;
        for (Change change : changes) {
            own = change == ENTROPY ? own : Math.min(own, change.rate);
            longest = Math.max(longest, change.steps);
        }
        own = changes.equals(Set.of(ENTROPY)) ? ENTROPY.rate : own;
        Architecture graph = graph(changes, world, width);
        Context items = changes.contains(ENTROPY) ? shares(world) : LinearLessons.items(world);
        Experiment run = LinearLessons.run(
                scene,
                graph,
                List.of(items),
                new Start.Drawn(init(changes, graph, seed)),
                new Training(rate > 0 ? rate : own, 1, steps > 0 ? steps : longest).by(method(changes, seed)),
                EnumSet.of(Quantity.OUTPUTS));
        boolean fixed = changes.contains(FEEDBACK) && !changes.contains(ONE);
        return fixed ? run.with(Extras.NONE.withFeedback(feedback(graph, seed))) : run;
    }

    private static Architecture graph(Set<Change> changes, World world, int width) {
        int hidden = changes.contains(ONE) ? 0 : changes.contains(FOUR) ? 3 : changes.contains(LAYERS) ? 2 : 1;
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(Node.linear("x", Role.INPUT, world.items().size()));
        for (int l = 1; l <= hidden; l++) {
            Node node = unit("h" + l, width, changes);
            nodes.add(changes.contains(BIAS) ? node.biased() : node);
        }
        Node output = Node.linear("y", Role.OUTPUT, world.properties().size());
        nodes.add(changes.contains(BIAS) ? output.biased() : output);
        for (int l = 1; l < nodes.size(); l++) {
            edges.add(new Edge("W" + l, nodes.get(l - 1).id(), nodes.get(l).id()));
        }
        return new Architecture(nodes, edges);
    }

    private static Node unit(String id, int width, Set<Change> changes) {
        if (changes.contains(LEAKY)) {
            return new Node(id, Role.HIDDEN, width, Activation.LEAKY_RELU, LEAK, false, List.of());
        }
        Activation does =
                changes.contains(RELU) ? Activation.RELU : changes.contains(TANH) ? Activation.TANH : Activation.LINEAR;
        return new Node(id, Role.HIDDEN, width, does);
    }

    /** Properties of an item as shares of all that it has. */
    private static Context shares(World world) {
        int items = world.items().size();
        double[] y = world.y().toArray();
        for (int i = 0; i < items; i++) {
            double sum = 0;
            for (int p = 0; p < world.y().rows(); p++) {
                sum += y[p * items + i];
            }
            for (int p = 0; p < world.y().rows(); p++) {
                y[p * items + i] /= sum;
            }
        }
        Matrix target = Matrix.of(world.y().rows(), items, y);
        return Context.open("all", items, Map.of("x", Matrix.identity(items)), Map.of("y", target));
    }

    private static Init init(Set<Change> changes, Architecture graph, int seed) {
        if (changes.contains(HE)) {
            Map<String, Init> layers = new LinkedHashMap<>();
            for (int e = 0; e < graph.edges().size(); e++) {
                layers.put(graph.edges().get(e).id(), new Init.Gaussian(Math.sqrt(2.0 / graph.columns(e)), seed + e));
            }
            return new Init.Overridden(new Init.Gaussian(1, seed), layers);
        }
        // with more layers the plateau of a thousandth would last for ever
        double usual = changes.contains(FOUR) ? 0.1 : changes.contains(LAYERS) ? 0.05 : 1e-3;
        return new Init.Gaussian(changes.contains(TINY) ? usual * 1e-3 : usual, seed);
    }

    private static Method method(Set<Change> changes, int seed) {
        Method method = Method.PLAIN;
        double decay = changes.contains(DECAY) ? 0.3 : 0;
        if (changes.contains(MOMENTUM) || changes.contains(NESTEROV)) {
            UpdateRule.Kind kind = changes.contains(NESTEROV) ? UpdateRule.Kind.NESTEROV : UpdateRule.Kind.HEAVY_BALL;
            method = method.with(new UpdateRule(kind, 0.9, decay));
        } else if (decay > 0) {
            method = method.with(new UpdateRule(UpdateRule.Kind.GRADIENT, 0, decay));
        }
        if (changes.contains(BATCHES) || changes.contains(SINGLE)) {
            method = method.with(new Batch(changes.contains(SINGLE) ? 1 : 4, seed, Batch.Order.SHUFFLED));
        }
        if (changes.contains(NOISE)) {
            method = method.with(new LabelNoise(LabelNoise.Kind.GAUSSIAN, 0.1, seed));
        }
        if (changes.contains(ENTROPY)) {
            method = method.with(Loss.SOFTMAX_CROSS_ENTROPY);
        }
        if (changes.contains(FEEDBACK) && !changes.contains(ONE)) {
            method = method.with(new LearningRule(LearningRule.Kind.FEEDBACK_ALIGNMENT, 0));
        }
        return method;
    }

    /** Fixed random ways back through all layers but the first, as large as a layer that neither grows nor shrinks. */
    private static Map<String, Matrix> feedback(Architecture graph, int seed) {
        Rng rng = new Rng(seed + 77);
        Map<String, Matrix> matrices = new LinkedHashMap<>();
        for (int e = 1; e < graph.edges().size(); e++) {
            double[] entries = new double[graph.rows(e) * graph.columns(e)];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = rng.nextGaussian() / Math.sqrt(graph.columns(e));
            }
            matrices.put(graph.edges().get(e).id(), Matrix.of(graph.rows(e), graph.columns(e), entries));
        }
        return matrices;
    }
}
