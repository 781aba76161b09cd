package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.measure.LevelShares;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.Hierarchy;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which habit of real networks destroys the stages? Thirteen changes, one by one on a wall, and any of them together. */
final class CarryOverScene extends LessonScene {
    private static final About ABOUT = About.of("carry-over", Words.say("scene.carry-over.survives-real-networks"))
            .asks(Words.say("scene.carry-over.one-change-destroys"))
            .inEmbeds()
            .gesture(Words.say("scene.carry-over.lesson.gesture"))
            .explains(Words.say("scene.carry-over.lesson.explains"))
            .terms("momentum", "cross-entropy", "he-initialisation")
            .summary(Words.say("scene.carry-over.one-change-destroys-stages"))
            .omits(Words.say("scene.carry-over.networks-small-most"));

    private static final int LONGEST = 120;
    /** A run that ends with less of the broadest level has not begun to learn. */
    private static final double LEARNED = 0.1;

    private static final List<Knob> KNOBS = List.of(
            new Knob.Text(
                    "changes",
                    Words.say("scene.carry-over.changes"),
                    "",
                    Words.say("scene.carry-over.changed-together-words"),
                    LONGEST,
                    "momentum,batches,tanh",
                    CarryOverScene::complaint),
            new Knob.Choice(
                    "net",
                    Words.say("scene.carry-over.network"),
                    "",
                    Words.say("scene.carry-over.network-tip"),
                    List.of(
                            new Knob.Option("layers", Words.say("scene.carry-over.layers")),
                            Rhythm.FADING.option(),
                            Rhythm.SWINGING.option(),
                            Rhythm.CURVED.option()),
                    "layers"),
            SharedKnobs.rate("η", Words.say("scene.carry-over.each-step-adds"), 1e-4, 0.2, 0.005),
            SharedKnobs.width(Words.say("scene.carry-over.hidden-layer"), 4, 64, 32),
            SharedKnobs.epochs(20, 5000, 320),
            SharedKnobs.seed());

    private static String complaint(String text) {
        for (String word : words(text)) {
            if (find(word).isEmpty()) {
                return Words.say("scene.carry-over.expects-changes-such");
            }
        }
        return "";
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int comma = text.indexOf(',', from);
            int end = comma < 0 ? text.length() : comma;
            words.add(text.substring(from, end));
            from = end + 1;
        }
        return words;
    }

    private static Optional<Change> find(String word) {
        for (Change change : Change.values()) {
            if (change.word().equals(word)) {
                return Optional.of(change);
            }
        }
        return Optional.empty();
    }

    private static Set<Change> changes(SceneConfig config) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        for (String word : words(config.text("changes"))) {
            find(word).ifPresent(changes::add);
        }
        return changes;
    }

    CarryOverScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        return Rhythm.of(config).isPresent() ? Rhythm.lesson(ABOUT.lesson()) : ABOUT.lesson();
    }

    @Override
    public World world(SceneConfig config) {
        return Rhythm.of(config).map(Rhythm::world).orElseGet(Change::world);
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        Optional<Rhythm> rhythm = Rhythm.of(config);
        if (rhythm.isPresent()) {
            return rhythm.get().run(this, config);
        }
        return Change.run(
                this,
                changes(config),
                config.whole("width"),
                config.seed(),
                config.real("rate"),
                config.whole("epochs"));
    }

    @Override
    public String name(SceneConfig config) {
        return Rhythm.of(config).map(Rhythm::called).orElseGet(() -> Words.say("scene.carry-over.together"));
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        Optional<Rhythm> rhythm = Rhythm.of(config);
        if (rhythm.isPresent()) {
            return rhythm.get().companions(this, config);
        }
        List<Companion> wall = new ArrayList<>();
        wall.add(one(config, Words.say("scene.carry-over.nothing-changed"), Set.of()));
        for (Change change : Change.values()) {
            wall.add(one(config, change.label(), EnumSet.of(change)));
        }
        return wall;
    }

    private Companion one(SceneConfig config, String name, Set<Change> changes) {
        Experiment run = Change.run(this, changes, config.whole("width"), config.seed(), 0, 0);
        return new Companion(name, run, Companion.Manner.SEED);
    }

    @Override
    public double opensAt(SceneConfig config) {
        return Math.rint(0.45 * config.whole("epochs"));
    }

    @Override
    public Panels panels(SceneConfig config) {
        Panels wall =
                new Panels("changes", List.of("wall", "levels"), List.of("widths"), List.of("levels")).first("changes");
        return Rhythm.of(config).map(Rhythm::panels).orElse(wall);
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(Words.say("scene.carry-over.nothing-changed"), "changes=&rate=0.05&epochs=260&t=120"),
                new Preset(Words.say("scene.carry-over.large-start"), "changes=he&rate=0.002&epochs=400&t=60"),
                new Preset(
                        Words.say("scene.carry-over.three-habits-large"),
                        "changes=momentum,batches,tanh,he&rate=0.001&epochs=300&t=60"),
                Rhythm.FADING.preset(),
                Rhythm.SWINGING.preset(),
                Rhythm.CURVED.preset());
    }

    /**
     * What all steps of a run have in common.
     *
     * @param curves one a level
     * @param order whether they come in the order of their strengths
     */
    private record Measured(Result run, List<double[]> curves, double order) {}

    private @Nullable Measured measured;

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        Optional<Rhythm> rhythm = Rhythm.of(config);
        if (rhythm.isPresent()) {
            return rhythm.get().tells(runs, step);
        }
        Result run = runs.get(0);
        return run.trajectory()
                .first(Quantity.OUTPUTS)
                .filter(outputs -> outputs.count() > 1)
                .map(outputs -> words(config, run, outputs, step));
    }

    private Narration words(SceneConfig config, Result run, Series outputs, double step) {
        Measured known = measured;
        if (known == null || !same(known.run, run)) {
            known = measure(config, run, outputs);
            measured = known;
        }
        double[] times = run.trajectory().stepsAsNumbers();
        List<double[]> curves = known.curves;
        int passed = 0;
        for (double[] curve : curves) {
            double half = LevelShares.passes(times, curve, 0.5);
            passed += half >= 0 && half <= step ? 1 : 0;
        }
        double[] broadest = curves.get(0);
        if (broadest[broadest.length - 1] < LEARNED) {
            return new Narration(
                    Words.say("scene.carry-over.on-the-plateau"),
                    "t = " + Numbers.fixed(step, 0),
                    Words.say("scene.carry-over.too-short"));
        }
        double width = LevelShares.width(times, curves);
        double order = known.order;
        String because = order > 0.99 && width < 1
                ? Words.say("scene.carry-over.broad-comes-before", Numbers.fixed(width, 1))
                : order > 0.7
                        ? Words.say("scene.carry-over.order-kept-but", Numbers.fixed(width, 1))
                        : Words.say("scene.carry-over.levels-come-no", Numbers.fixed(order, 1));
        return new Narration(
                Words.say("scene.carry-over.level", Integer.toString(passed), Integer.toString(curves.size())),
                "t = " + Numbers.fixed(step, 0),
                because);
    }

    /** Whether it is the same object: equal runs are measured again. */
    private static boolean same(Object one, Object other) {
        return one == other;
    }

    /** A run is told of at every step, and measured once. */
    private Measured measure(SceneConfig config, Result run, Series outputs) {
        Matrix target =
                experiment(config).contexts().get(0).y().values().iterator().next();
        boolean shares = changes(config).contains(Change.ENTROPY);
        double[] says =
                shares ? LevelShares.softmax(outputs.values(), target.rows(), target.columns()) : outputs.values();
        Matrix asked = shares ? LevelShares.centred(target) : target;
        List<Matrix> levels = Hierarchy.livingThings(0.15).contrasts();
        List<double[]> curves = LevelShares.of(says, asked, levels);
        double[] strengths = LevelShares.strengths(asked, levels);
        return new Measured(run, curves, LevelShares.order(run.trajectory().stepsAsNumbers(), curves, strengths));
    }
}
