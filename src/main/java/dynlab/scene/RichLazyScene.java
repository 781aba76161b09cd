package dynlab.scene;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.learning.Method;
import dynlab.learning.UpdateRule;
import dynlab.numeric.Numbers;
import dynlab.numeric.Vectors;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Does a network change what it sees, or only what it says? Two starts on a map of size and balance: from small ones the hidden
 * picture is built for the task, from large ones, or from a strong first layer, it stays as it was born.
 */
final class RichLazyScene extends LessonScene {
    private static final About ABOUT = About.of("rich-lazy", Words.say("scene.rich-lazy.title"))
            .asks(Words.say("scene.rich-lazy.asks"))
            .inEmbeds()
            .gesture(Words.say("scene.rich-lazy.lesson.gesture"))
            .explains(Words.say("scene.rich-lazy.lesson.explains"))
            .terms("rich", "lazy", "lambda-balanced", "tangent-kernel")
            .summary(Words.say("scene.rich-lazy.summary"))
            .omits(Words.say("scene.rich-lazy.omits"));

    private static final double SMALLEST = 1e-3;
    private static final double LARGEST = 10;
    private static final Set<Quantity> DRAWN =
            EnumSet.of(Quantity.MODE_STRENGTH, Quantity.SIMILARITY, Quantity.KERNEL_DISTANCE, Quantity.ALIGNMENT);

    private static final List<Knob> KNOBS = List.of(
            size("size", Words.say("scene.rich-lazy.size-a"), "a", 3e-3),
            balance("balance", Words.say("scene.rich-lazy.balance-a"), 0),
            size("othersize", Words.say("scene.rich-lazy.size-b"), "b", LARGEST),
            balance("otherbalance", Words.say("scene.rich-lazy.balance-b"), 0),
            new Knob.Choice(
                    "start",
                    Words.say("scene.rich-lazy.start"),
                    "",
                    Words.say("scene.rich-lazy.start-tip"),
                    List.of(
                            new Knob.Option(LayerStart.APART.word(), Words.say("scene.rich-lazy.apart")),
                            new Knob.Option(LayerStart.BALANCED.word(), Words.say("scene.rich-lazy.balanced")),
                            new Knob.Option(LayerStart.RANDOM.word(), Words.say("scene.rich-lazy.random"))),
                    LayerStart.APART.word()),
            new Knob.Choice(
                    "map",
                    Words.say("scene.rich-lazy.map-shows"),
                    "",
                    Words.say("scene.rich-lazy.map-tip"),
                    List.of(
                            new Knob.Option("features", Words.say("scene.rich-lazy.hidden-picture")),
                            new Knob.Option("kernel", Words.say("scene.rich-lazy.kernel"))),
                    "features"),
            new Knob.Choice(
                    "tasks",
                    Words.say("scene.rich-lazy.tasks"),
                    "",
                    Words.say("scene.rich-lazy.tasks-tip"),
                    List.of(
                            new Knob.Option("one", Words.say("scene.rich-lazy.one-task")),
                            PriorTask.SWAPS.option(),
                            PriorTask.REVERSAL.option(),
                            PriorTask.REST.option()),
                    "one"),
            SharedKnobs.rate("η", Words.say("scene.rich-lazy.each-step-adds"), 1e-3, 0.05, 0.005),
            SharedKnobs.width(Words.say("scene.rich-lazy.hidden-layer"), 23, 64, 24),
            SharedKnobs.epochs(100, 10_000, 2000),
            SharedKnobs.seed());

    private static Knob size(String key, String label, String symbol, double initial) {
        return new Knob.Real(
                key, label, symbol, Words.say("scene.rich-lazy.size-tip"), SMALLEST, LARGEST, initial, true);
    }

    private static Knob balance(String key, String label, double initial) {
        return new Knob.Real(key, label, "λ", Words.say("scene.rich-lazy.balance-tip"), -10, 10, initial, false);
    }

    RichLazyScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public List<String> data() {
        return List.of("starts.csv");
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        return PriorTask.of(config).map(task -> task.lesson(ABOUT.lesson())).orElse(ABOUT.lesson());
    }

    @Override
    public World world(SceneConfig config) {
        return Change.world();
    }

    private Experiment run(SceneConfig config, double size, double balance) {
        World world = world(config);
        Training training = new Training(config.real("rate"), 1, config.whole("epochs"));
        return run(config, size, balance, List.of(LinearLessons.items(world)), training, DRAWN);
    }

    /** The k-th run of two tasks, one after the other. */
    private Experiment run(SceneConfig config, PriorTask task, int k) {
        int epochs = config.whole("epochs");
        Set<Quantity> drawn = EnumSet.of(Quantity.CONTEXT_ERROR, Quantity.SIMILARITY);
        if (k == 0) {
            drawn.add(Quantity.OUTPUTS);
        }
        Training training = new Training(config.real("rate"), 1, epochs)
                .by(Method.PLAIN.with(new UpdateRule(UpdateRule.Kind.GRADIENT, 0, task.decay())));
        return run(
                config,
                config.real("size"),
                config.real("balance"),
                task.contexts(world(config), epochs, k),
                training,
                drawn);
    }

    private Experiment run(
            SceneConfig config,
            double size,
            double balance,
            List<Context> contexts,
            Training training,
            Set<Quantity> drawn) {
        World world = world(config);
        int items = world.items().size();
        LayerStart start = LayerStart.of(config.choice("start"));
        Architecture graph = LinearLessons.chain(
                items,
                start.units(config.whole("width"), items),
                world.properties().size());
        return LinearLessons.run(
                this, graph, contexts, start.start(graph, size, balance, config.seed()), training, drawn);
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return PriorTask.of(config)
                .map(task -> run(config, task, 0))
                .orElseGet(() -> run(config, config.real("size"), config.real("balance")));
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        Optional<PriorTask> prior = PriorTask.of(config);
        if (prior.isPresent()) {
            List<Companion> others = new ArrayList<>();
            for (int k = 1; k <= prior.get().others(); k++) {
                others.add(prior.get().companion(k, run(config, prior.get(), k)));
            }
            return others;
        }
        Experiment other = run(config, config.real("othersize"), config.real("otherbalance"));
        return List.of(new Companion("B", other, Companion.Manner.PEER));
    }

    @Override
    public String name(SceneConfig config) {
        return PriorTask.of(config).map(task -> task.called(0)).orElse("A");
    }

    @Override
    public double opensAt(SceneConfig config) {
        return Math.rint(0.42 * config.whole("epochs"));
    }

    @Override
    public String pictured(SceneConfig config) {
        return "features";
    }

    @Override
    public Panels panels(SceneConfig config) {
        Optional<PriorTask> prior = PriorTask.of(config);
        if (prior.isPresent()) {
            return prior.get().panels();
        }
        String map = config.choice("map").equals("kernel") ? "startkernel" : "startmap";
        return new Panels(
                        "pictures",
                        List.of("loss", "kernel", "features"),
                        List.of(map, "alignment"),
                        List.of("features", "loss"))
                .first(map);
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(
                        Words.say("scene.rich-lazy.small-large"), "size=0.003&balance=0&othersize=10&otherbalance=0"),
                new Preset(
                        Words.say("scene.rich-lazy.lopsided"),
                        "size=0.1&balance=8&othersize=0.1&otherbalance=-8&t=400"),
                new Preset(
                        Words.say("scene.rich-lazy.exactly-balanced"),
                        "start=balanced&size=0.01&balance=0&othersize=0.01&otherbalance=-5&t=800"),
                new Preset(
                        Words.say("scene.rich-lazy.random-layers"),
                        "start=random&width=48&size=0.003&othersize=10&t=900"),
                PriorTask.SWAPS.preset(),
                PriorTask.REVERSAL.preset(),
                PriorTask.REST.preset());
    }

    private static double turned(Trajectory run, double step) {
        return run.first(Quantity.SIMILARITY)
                .map(seen -> Vectors.turned(seen.matrix(0), seen.matrix(run.indexAt(step))))
                .orElse(0.0);
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        Optional<PriorTask> prior = PriorTask.of(config);
        if (prior.isPresent()) {
            return prior.get().tells(config, runs, step);
        }
        List<String> left = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Result result : runs) {
            Trajectory run = result.trajectory();
            if (run.count() == 0) {
                return Optional.empty();
            }
            left.add(Shares.percent(run.loss(run.indexAt(step)) / run.loss(0)));
            seen.add(Numbers.fixed(turned(run, step), 2));
        }
        if (runs.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(new Narration(
                Words.say("scene.rich-lazy.error-left", left.get(0), left.get(1)),
                "t = " + Numbers.fixed(step, 0),
                Words.say("scene.rich-lazy.turned", seen.get(0), seen.get(1))));
    }
}
