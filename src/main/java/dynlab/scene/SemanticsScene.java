package dynlab.scene;

import dynlab.architecture.Context;
import dynlab.architecture.Gates;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.learning.Init;
import dynlab.measure.LearnedSimilarity;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.numeric.Vectors;
import dynlab.task.SemanticWorld;
import dynlab.task.World;
import dynlab.words.Words;
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
final class SemanticsScene extends LessonScene {
    private static final About ABOUT = About.of("semantics", Words.say("scene.semantics.typical-bird-semantic"))
            .asks(Words.say("scene.semantics.if-robin-new"))
            .inEmbeds()
            .gesture(Words.say("scene.semantics.lesson.gesture"))
            .explains(Words.say("scene.semantics.lesson.explains"))
            .terms("typicality", "coherence", "induction", "basic-level")
            .summary(Words.say("scene.semantics.if-robin-new-organ"))
            .omits(Words.say("scene.semantics.inference-reader-frozen"));

    private static final String COHERENCE = "coherence";
    /** As much of the first error is left while hardly anything is learned. */
    private static final double UNLEARNED = 0.97;

    private static final String INDIVIDUALS = "individuals";
    /** Objects and features of each planted kind, and in all. */
    private static final int OBJECTS = 12;

    private static final int FEATURES = 18;
    private static final int[] ALL = {60, 90};

    private static final List<Knob> KNOBS = List.of(
            new Knob.Choice(
                    "show",
                    Words.say("scene.semantics.show"),
                    "",
                    Words.say("scene.semantics.one-world-while"),
                    List.of(
                            new Knob.Option("development", Words.say("scene.semantics.development")),
                            new Knob.Option(COHERENCE, Words.say("scene.semantics.coherence")),
                            new Knob.Option(INDIVIDUALS, Words.say("scene.semantics.individuals"))),
                    "development"),
            new Knob.Real(
                    "often",
                    Words.say("scene.semantics.sees-first-more"),
                    "",
                    Words.say("scene.semantics.how-often-first"),
                    1,
                    8,
                    1,
                    false),
            new Knob.Real(
                    "contrast",
                    Words.say("scene.semantics.birds-against-fish"),
                    "",
                    Words.say("scene.semantics.property-birds-fish"),
                    0,
                    4,
                    0,
                    false),
            new Knob.Real(
                    "inside",
                    Words.say("scene.semantics.clearest-kind"),
                    "p",
                    Words.say("scene.semantics.chance-feature-planted"),
                    0.2,
                    1,
                    0.9,
                    false),
            new Knob.Real(
                    "outside",
                    Words.say("scene.semantics.background"),
                    "q",
                    Words.say("scene.semantics.chance-any-other"),
                    0.05,
                    0.5,
                    0.15,
                    false),
            SharedKnobs.start("gamma", "γ", Words.say("scene.semantics.initial-weights-normal"), 1e-12, 10, 1e-3),
            SharedKnobs.rate("η", Words.say("scene.semantics.each-step-adds"), 1e-4, 0.02, 0.004),
            SharedKnobs.width(Words.say("scene.semantics.hidden-layer"), 4, 100, 30),
            SharedKnobs.epochs(100, 10_000, 2600),
            SharedKnobs.seed());

    private final OwnWorld own;

    SemanticsScene(OwnWorld own) {
        super(ABOUT, own.with(KNOBS));
        this.own = own;
    }

    /** Whether its world is the lesson's own, of birds, fish and plants. */
    private boolean living(SceneConfig config) {
        return own.world(config).isEmpty();
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
    public Lesson lesson(SceneConfig config) {
        Lesson usual = ABOUT.lesson();
        if (shows(config, COHERENCE)) {
            return usual.asks(Words.say("scene.semantics.coherence-asks"))
                    .gesture(Words.say("scene.semantics.coherence-gesture"))
                    .explains(Words.say("scene.semantics.coherence-explains"));
        }
        return shows(config, INDIVIDUALS)
                ? usual.asks(Words.say("scene.semantics.individuals-ask"))
                        .gesture(Words.say("scene.semantics.individuals-gesture"))
                        .explains(Words.say("scene.semantics.individuals-explain"))
                : living(config) ? usual : own.lesson(usual);
    }

    @Override
    public World world(SceneConfig config) {
        if (shows(config, COHERENCE)) {
            return SemanticWorld.planted(kinds(config), config.real("outside"), OBJECTS, FEATURES, ALL, config.seed());
        }
        return own.world(config).orElseGet(() -> SemanticWorld.living(config.real("contrast")));
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
                new Start.Drawn(new Init.ScaledGaussian(config.real("gamma"), seed)),
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
        return run(config, config.seed(), recorded);
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        List<Companion> others = new ArrayList<>();
        for (int k = 2; shows(config, INDIVIDUALS) && k <= 6; k++) {
            Experiment other = run(config, config.seed() + 1000 * k, EnumSet.of(Quantity.SIMILARITY, Quantity.WEIGHTS));
            others.add(new Companion(
                    Words.say("scene.semantics.individual", Integer.toString(k)), other, Companion.Manner.PEER));
        }
        return others;
    }

    @Override
    public String name(SceneConfig config) {
        return shows(config, INDIVIDUALS) ? Words.say("scene.semantics.individual-1") : "";
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
                        "world",
                        List.of("modes", "inference"),
                        List.of("ages", "typical"),
                        List.of("modes", "inference"))
                .first("ages");
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(Words.say("scene.semantics.kinds-can-learned"), "show=coherence&rate=0.002&t=2600"),
                new Preset(Words.say("scene.semantics.six-individuals"), "show=individuals&t=2600"),
                new Preset(
                        Words.say("scene.semantics.six-individuals-large"),
                        "show=individuals&gamma=10&rate=0.002&t=2600"),
                new Preset(Words.say("scene.semantics.middle-level-first"), "contrast=1.5&t=500"),
                new Preset(Words.say("scene.semantics.robins-everywhere"), "often=6&rate=0.002&t=900"));
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question(Words.say("scene.semantics.does-robin-wings"), 0, 10));
    }

    /** How well the least alike of the others agrees with the first on what is alike, at a step; empty while one has not begun. */
    private static String agreement(List<Result> runs, double step) {
        double least = 1;
        double[] first = alike(runs.get(0).trajectory(), step);
        for (Result other : runs.subList(1, runs.size())) {
            double[] its = alike(other.trajectory(), step);
            if (its.length == 0 || its.length != first.length) {
                return "";
            }
            least = Math.min(least, 1 - Vectors.turned(first, its));
        }
        return first.length == 0 || runs.size() == 1
                ? ""
                : Words.say("scene.semantics.individuals-agree", Numbers.fixed(least, 2));
    }

    private static double[] alike(Trajectory run, double step) {
        return run.at(Quantity.SIMILARITY, step).orElse(new double[0]);
    }

    /** How alike answers are against the square of how alike hidden vectors are, over pairs of items, at the end. */
    private static String behaviour(Result run, String when) {
        double[] hidden = alike(run.trajectory(), Double.POSITIVE_INFINITY);
        Optional<Series> outputs = run.trajectory().first(Quantity.OUTPUTS);
        if (hidden.length == 0 || outputs.isEmpty()) {
            return when;
        }
        int items = outputs.get().columns();
        double[] says = outputs.get().matrix(run.trajectory().count() - 1);
        Matrix neural = Matrix.of(items, items, hidden);
        Matrix answers = Matrix.of(says.length / items, items, says);
        double r = LearnedSimilarity.correlation(
                neural.times(neural).toArray(),
                answers.transpose().times(answers).toArray(),
                items);
        return Words.say("scene.semantics.behaviour", Numbers.fixed(r, 3));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        Result run = runs.get(0);
        String when = "t = " + Numbers.fixed(step, 0);
        if (shows(config, COHERENCE)) {
            return Optional.of(new Narration(
                    Words.say("scene.semantics.three-planted-kinds"),
                    when,
                    Words.say("scene.semantics.kind-whose-coherence")));
        }
        if (shows(config, INDIVIDUALS)) {
            return Optional.of(new Narration(
                    Words.say("scene.semantics.six-individuals-2"), behaviour(run, when), agreement(runs, step)));
        }
        if (!living(config)) {
            return Optional.empty();
        }
        return run.trajectory().first(Quantity.PROJECTION).map(projection -> organ(config, run, projection, step));
    }

    private Narration organ(SceneConfig config, Result run, Series projection, double step) {
        int record = run.trajectory().indexAt(step);
        List<String> names = world(config).items();
        List<String> parts = new ArrayList<>();
        for (int other : new int[] {1, 3, 7, 8}) {
            parts.add(names.get(other) + " " + Numbers.fixed(projection.at(record, 0, other), 2));
        }
        double shark = projection.at(record, 0, 7);
        double left = run.trajectory().loss(record) / run.trajectory().loss(0);
        String because = left > UNLEARNED
                ? Words.say("scene.semantics.nothing-yet")
                : shark > 0.5
                        ? Words.say("scene.semantics.all-one-kind")
                        : projection.at(record, 0, 1) > 0.8
                                ? Words.say("scene.semantics.birds-fish-parted")
                                : Words.say("scene.semantics.now-knows-robin");
        return new Narration(Words.say("scene.semantics.organ"), String.join(", ", parts), because);
    }
}
