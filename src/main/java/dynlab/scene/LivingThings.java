package dynlab.scene;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Init;
import dynlab.numeric.Matrix;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the lessons about living things share: their knobs, and a deep linear network on a world of items. */
final class LivingThings {
    /** Sampled features above this are trained on but not recorded one by one. */
    private static final int MOST_RECORDED_FEATURES = 64;

    private static final String RANDOM = "random";
    private static final String ALIGNED = "aligned";

    private static final String LAYERS = "alignment";

    /** From larger starts the stages overlap. */
    private static final double STAGED = 0.1;

    private LivingThings() {}

    /** The figures at the right: those of the items, or the first of them and the alignment of the layers. */
    static List<String> right(SceneConfig config, List<String> items) {
        return aligns(config) ? List.of(items.get(0), LAYERS) : items;
    }

    private static boolean aligns(SceneConfig config) {
        return config.choice("beside").equals(LAYERS) && config.whole("depth") > 0;
    }

    static final List<Knob> KNOBS = List.of(
            SharedKnobs.start("gamma", "γ", Words.say("scene.living-things.initial-weights-normal"), 1e-15, 10, 1e-12),
            SharedKnobs.rate("η", Words.say("scene.living-things.each-step-adds"), 1e-4, 0.02, 0.0025),
            new Knob.Whole(
                    "depth",
                    Words.say("scene.living-things.hidden-layers"),
                    "",
                    Words.say("scene.living-things.0-shallow-network"),
                    0,
                    4,
                    1),
            SharedKnobs.width(Words.say("scene.living-things.hidden-layer"), 1, 100, 30),
            new Knob.Real(
                    "flip",
                    Words.say("scene.living-things.flip-probability"),
                    "p",
                    Words.say("scene.living-things.chance-feature-changes"),
                    0.01,
                    0.45,
                    0.15,
                    false),
            SharedKnobs.epochs(50, 5000, 250),
            SharedKnobs.alignment(Words.say("scene.living-things.random-weights-or"), RANDOM, ALIGNED),
            new Knob.Whole(
                    "features",
                    Words.say("scene.living-things.sampled-features"),
                    "",
                    Words.say("scene.living-things.0-fifteen-named"),
                    0,
                    10_000,
                    0),
            SharedKnobs.seed(2021),
            new Knob.Choice(
                    "beside",
                    Words.say("scene.living-things.beside"),
                    "",
                    Words.say("scene.living-things.beside-tip"),
                    List.of(
                            new Knob.Option("items", Words.say("scene.living-things.items")),
                            new Knob.Option(LAYERS, Words.say("scene.living-things.layers"))),
                    "items"),
            new Knob.Choice(
                    "against",
                    Words.say("scene.living-things.compare"),
                    "",
                    Words.say("scene.living-things.draws-shallow-networks"),
                    List.of(
                            new Knob.Option("nothing", Words.say("scene.living-things.deep")),
                            new Knob.Option("shallow", Words.say("scene.living-things.deep-against-shallow"))),
                    "nothing"));

    /** What stands over the figures, where it is true only of deep networks from small starts. */
    static Lesson lesson(Lesson usual, SceneConfig config) {
        if (config.whole("depth") == 0) {
            return usual.gesture(Words.say("scene.living-things.drag-time-line"))
                    .explains(Words.say("scene.living-things.one-layer-learns"));
        }
        boolean blurred = config.real("gamma") > STAGED;
        return blurred ? usual.explains(Words.say("scene.living-things.stages-run-into")) : usual;
    }

    /** A chain of linear layers on a world, trained on all items at once; one-hot items as inputs. */
    static Experiment experiment(Scene scene, World world, SceneConfig config) {
        Set<Quantity> recorded = EnumSet.of(Quantity.OUTPUTS);
        if (config.whole("depth") > 0) {
            recorded.add(Quantity.SIMILARITY);
            recorded.add(Quantity.HIDDEN_MEAN);
        }
        return experiment(scene, world, config, recorded);
    }

    /** The same with what is recorded besides loss and strengths of modes. */
    static Experiment experiment(Scene scene, World world, SceneConfig config, Set<Quantity> recorded) {
        Architecture architecture = chain(world, config.whole("depth"), config.whole("width"));
        int items = world.items().size();
        Context all = Context.open("all", items, Map.of("x", Matrix.identity(items)), Map.of("y", world.y()));
        Set<Quantity> quantities = EnumSet.of(Quantity.LOSS, Quantity.MODE_STRENGTH);
        quantities.addAll(recorded);
        if (aligns(config)) {
            quantities.add(Quantity.ALIGNMENT);
        }
        if (world.properties().size() > MOST_RECORDED_FEATURES) {
            quantities.remove(Quantity.OUTPUTS);
        }
        return new Experiment(
                scene.id(),
                scene.summary(),
                architecture,
                List.of(all),
                new Start.Drawn(init(config)),
                new Training(config.real("rate"), 1, config.whole("epochs")),
                new RecordPlan(new RecordPlan.When.Adaptive(), quantities)
                        .picturing(EnumSet.of(Quantity.SIMILARITY, Quantity.HIDDEN_MEAN)),
                true);
    }

    private static Init init(SceneConfig config) {
        int seed = config.seed();
        if (config.choice("start").equals(ALIGNED)) {
            // every singular value of every layer is what an entry's standard deviation would be at width 1:
            // the strength of each mode then starts at γ^depth
            return new Init.Aligned(config.real("gamma"), seed);
        }
        return new Init.ScaledGaussian(config.real("gamma"), seed);
    }

    private static Architecture chain(World world, int hiddenLayers, int width) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(Node.linear("x", Role.INPUT, world.items().size()));
        for (int l = 1; l <= hiddenLayers; l++) {
            nodes.add(Node.linear("h" + l, Role.HIDDEN, width));
        }
        nodes.add(Node.linear("y", Role.OUTPUT, world.properties().size()));
        for (int l = 1; l < nodes.size(); l++) {
            edges.add(new Edge("W" + l, nodes.get(l - 1).id(), nodes.get(l).id()));
        }
        return new Architecture(nodes, edges);
    }

    /** The shallow network on the same world, where it is asked for and the scene's own is deep. */
    static List<Companion> shallow(Scene scene, SceneConfig config) {
        if (config.choice("against").equals("nothing") || config.whole("depth") == 0) {
            return List.of();
        }
        Experiment shallow = scene.experiment(config.with("depth", 0));
        return List.of(new Companion(Words.say("scene.run.shallow"), shallow, Companion.Manner.RIVAL));
    }
}
