package dynlab.scene;

import dynlab.architecture.Context;
import dynlab.architecture.Gates;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Init;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.SemanticWorld;
import dynlab.task.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Semantic development: what is inferred of whom while a world of birds, fish and plants is learned, which kinds can be learned
 * at all, and what six individuals have in common.
 */
final class SemanticsScene implements Scene {
    private static final About ABOUT = About.of("semantics", "What is a typical bird? Semantic development")
            .asks("If a robin has a new organ, who else has it?")
            .summary(
                    "If a robin has a new organ, who else has it? Early all animals, later only birds, and typical ones first.")
            .explains(
                    "A network learns birds, fish and plants; at every age it is asked who shares a new organ of one of them. Early"
                            + " the organ spreads to every animal, later only to birds; the penguin, half a bird, lends and borrows"
                            + " less than typical birds do.")
            .omits(
                    "The inference is that of a reader of the frozen hidden layer, after it has learned one new fact; children learn"
                            + " facts and kinds together.");

    private static final String COHERENCE = "coherence";
    private static final String INDIVIDUALS = "individuals";
    /** Objects and features of each planted kind, and in all. */
    private static final int OBJECTS = 12;

    private static final int FEATURES = 18;
    private static final int[] ALL = {60, 90};

    private static final List<Knob> KNOBS = List.of(
            new Knob.Choice(
                    "show",
                    "Show",
                    "",
                    "One world while it is learned; kinds of more or less coherence; six individuals.",
                    List.of(
                            new Knob.Option("development", "development"),
                            new Knob.Option(COHERENCE, "coherence"),
                            new Knob.Option(INDIVIDUALS, "individuals")),
                    "development"),
            new Knob.Real(
                    "often",
                    "Sees robins more often",
                    "",
                    "How often robins come up beside the others.",
                    1,
                    8,
                    1,
                    false),
            new Knob.Real(
                    "contrast",
                    "Birds against fish",
                    "",
                    "A property that birds have and fish have the opposite of: it makes siblings unlike.",
                    0,
                    4,
                    0,
                    false),
            new Knob.Real(
                    "inside",
                    "In the clearest kind",
                    "p",
                    "Chance of a feature of a planted kind.",
                    0.2,
                    1,
                    0.9,
                    false),
            new Knob.Real("outside", "In the background", "q", "Chance of any other feature.", 0.05, 0.5, 0.15, false),
            SharedKnobs.start(
                    "gamma",
                    "γ",
                    "Initial weights are normal with standard deviation γ / √(inputs + outputs).",
                    1e-12,
                    10,
                    1e-3),
            SharedKnobs.rate("η", "Each step adds η times the downhill gradient.", 1e-4, 0.02, 0.004),
            SharedKnobs.width("hidden layer", 4, 100, 30),
            SharedKnobs.epochs(100, 10_000, 2600),
            SharedKnobs.seed());

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Knob> knobs() {
        return KNOBS;
    }

    private static boolean shows(SceneConfig config, String what) {
        return config.choice("show").equals(what);
    }

    /** p of the three planted kinds, the clearest first. */
    private static List<Double> kinds(SceneConfig config) {
        double q = config.real("outside");
        double lift = config.real("inside") - q;
        return List.of(q + lift, q + 0.5 * lift, q + 0.25 * lift);
    }

    @Override
    public World world(SceneConfig config) {
        if (shows(config, COHERENCE)) {
            return SemanticWorld.planted(
                    kinds(config), config.real("outside"), OBJECTS, FEATURES, ALL, config.whole("seed"));
        }
        return SemanticWorld.living(config.real("contrast"));
    }

    private Experiment run(SceneConfig config, int seed, Set<Quantity> recorded) {
        World world = world(config);
        int items = world.items().size();
        double[] often = new double[items];
        Arrays.fill(often, 1);
        often[0] = shows(config, COHERENCE) ? 1 : config.real("often");
        Context all = new Context(
                "all", true, often, Gates.OPEN, Map.of("x", Matrix.identity(items)), Map.of("y", world.y()));
        return LinearLessons.run(
                this,
                LinearLessons.chain(
                        items, config.whole("width"), world.properties().size()),
                List.of(all),
                new Start.Drawn(new Init.Nma(config.real("gamma"), seed)),
                new Training(config.real("rate"), 1, config.whole("epochs")),
                recorded);
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        Set<Quantity> recorded = EnumSet.of(Quantity.MODE_STRENGTH);
        if (shows(config, INDIVIDUALS)) {
            recorded.addAll(EnumSet.of(Quantity.SIMILARITY, Quantity.WEIGHTS, Quantity.OUTPUTS));
        } else if (!shows(config, COHERENCE)) {
            recorded.addAll(EnumSet.of(Quantity.PROJECTION, Quantity.TYPICALITY, Quantity.OUTPUTS));
        }
        return run(config, config.whole("seed"), recorded);
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        List<Companion> others = new ArrayList<>();
        for (int k = 2; shows(config, INDIVIDUALS) && k <= 6; k++) {
            Experiment other =
                    run(config, config.whole("seed") + 1000 * k, EnumSet.of(Quantity.SIMILARITY, Quantity.WEIGHTS));
            others.add(new Companion("individual " + k, other, Companion.Manner.PEER));
        }
        return others;
    }

    @Override
    public String name(SceneConfig config) {
        return shows(config, INDIVIDUALS) ? "individual 1" : "";
    }

    @Override
    public double opensAt(SceneConfig config) {
        double share = shows(config, "development") ? 0.3 : 1;
        return Math.rint(share * config.whole("epochs"));
    }

    @Override
    public Panels panels(SceneConfig config) {
        if (shows(config, COHERENCE)) {
            return new Panels("planted", List.of("loss"), List.of("coherent"), List.of("loss"));
        }
        if (shows(config, INDIVIDUALS)) {
            return new Panels("world", List.of("loss", "modes"), List.of("six"), List.of("modes"));
        }
        return new Panels(
                "world", List.of("modes", "inference"), List.of("ages", "typical"), List.of("modes", "inference"));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("which kinds can be learned?", "show=coherence&rate=0.002&t=2600"),
                new Preset("six individuals", "show=individuals&t=2600"),
                new Preset("six individuals from a large start", "show=individuals&gamma=10&rate=0.002&t=2600"),
                new Preset("the middle level first", "contrast=1.5&t=500"),
                new Preset("robins are everywhere", "often=6&rate=0.002&t=900"));
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question("Does a robin have wings?", 0, 10));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        Result run = runs.get(0);
        String when = "t = " + Numbers.fixed(step, 0);
        if (shows(config, COHERENCE)) {
            return Optional.of(new Narration(
                    "Three planted kinds",
                    when,
                    "A kind whose coherence is above 1 has a mode of its own and is learned; one below it drowns in the"
                            + " noise, however long it is learned."));
        }
        if (shows(config, INDIVIDUALS)) {
            return Optional.of(new Narration(
                    "Six individuals",
                    when,
                    config.real("gamma") < 1
                            ? "Their neurons differ, but from a small start all hold the same things alike."
                            : "From a large start each also keeps a similarity of its own."));
        }
        for (SeriesKey key : run.trajectory().series().keySet()) {
            if (key.quantity() == Quantity.PROJECTION && run.trajectory().count() > 0) {
                Series projection = run.trajectory().series(key).orElseThrow();
                int record = run.trajectory().indexAt(step);
                List<String> names = world(config).items();
                List<String> parts = new ArrayList<>();
                for (int other : new int[] {1, 3, 7, 8}) {
                    parts.add(names.get(other) + " " + Numbers.fixed(projection.at(record, 0, other), 2));
                }
                double shark = projection.at(record, 0, 7);
                String because = shark > 0.5
                        ? "To it they are all one kind, animals: what is true of a robin is true of every one of them."
                        : projection.at(record, 0, 1) > 0.8
                                ? "Birds and fish have parted, so the organ stays among birds; the penguin is half a bird."
                                : "Now it knows the robin for itself, and is careful even with other birds.";
                return Optional.of(new Narration("A robin's organ", String.join(", ", parts), because));
            }
        }
        return Optional.empty();
    }
}
