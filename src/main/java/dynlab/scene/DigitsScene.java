package dynlab.scene;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Refused;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.learning.Batch;
import dynlab.learning.Init;
import dynlab.learning.Method;
import dynlab.learning.UpdateRule;
import dynlab.measure.TestedRoutes;
import dynlab.network.Loss;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.DataFiles;
import dynlab.task.DigitImages;
import dynlab.task.Digits;
import dynlab.task.GatedTask;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Routing with real images: handwritten digits on roads that were trained, and on roads that never were. */
final class DigitsScene extends LessonScene {
    private static final About ABOUT = About.of("digits", Words.say("scene.digits.digits-roads-never"))
            .asks(Words.say("scene.digits.asks"))
            .inEmbeds()
            .gesture(Words.say("scene.digits.lesson.gesture"))
            .explains(Words.say("scene.digits.lesson.explains"))
            .terms("systematic-generalisation", "zero-shot-transfer")
            .summary(Words.say("scene.digits.can-read-digit"))
            .omits(Words.say("scene.digits.gates-given-no", DigitImages.SOURCE));

    /** The file with the images. */
    private static final String IMAGES = "digits.csv";

    private static final int DOMAINS = 10;
    private static final int KEPT = 200;
    /** Size of a start from which the roads come to share their middle. */
    private static final double SMALL_START = 1;

    private static final double MOMENTUM = 0.9;
    private static final int RECORDS = 14;
    private static final String LINEAR = "linear";

    private static final List<Knob> KNOBS = List.of(
            SharedKnobs.trained(4),
            new Knob.Real(
                    "gain",
                    Words.say("scene.digits.size-start"),
                    "γ",
                    Words.say("scene.digits.initial-weights-normal"),
                    0.03,
                    10,
                    0.3,
                    true),
            SharedKnobs.rate("η", Words.say("scene.digits.gradient-descent-momentum"), 0.001, 0.3, 0.1),
            SharedKnobs.width(Words.say("scene.digits.two-shared-layers"), 8, 128, 64),
            new Knob.Choice(
                    "units",
                    Words.say("scene.digits.hidden-units"),
                    "",
                    Words.say("scene.digits.linear-or-leaky"),
                    List.of(
                            new Knob.Option(LINEAR, Words.say("scene.digits.linear")),
                            new Knob.Option("leaky", Words.say("scene.digits.leaky-relu"))),
                    LINEAR),
            new Knob.Whole(
                    "images",
                    Words.say("scene.digits.images"),
                    "",
                    Words.say("scene.digits.how-many-images"),
                    100,
                    1437,
                    500),
            new Knob.Whole(
                    "epochs",
                    Words.say("scene.digits.steps"),
                    "",
                    Words.say("scene.digits.steps-gradient-descent"),
                    50,
                    3000,
                    800),
            new Knob.Whole(
                    "batch",
                    Words.say("scene.digits.batch"),
                    "",
                    Words.say("scene.digits.samples-step-looks"),
                    16,
                    3200,
                    128),
            SharedKnobs.seed());

    DigitsScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public List<String> data() {
        return List.of(IMAGES);
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        if (config.whole("trained") == DOMAINS) {
            return ABOUT.lesson().explains(Words.say("scene.digits.lesson.all"));
        }
        return config.real("gain") <= SMALL_START
                ? ABOUT.lesson()
                : ABOUT.lesson().explains(Words.say("scene.digits.lesson.large-start"));
    }

    @Override
    public Optional<Guess> guess(SceneConfig config) {
        return config.whole("trained") == DOMAINS
                ? Optional.empty()
                : Optional.of(Guess.yesOrNo(runs -> reads(config, runs.get(0).trajectory())));
    }

    /** Whether it reads more than half of the digits right, at the end, on roads that it has never used. */
    private static Optional<Guess.Verdict> reads(SceneConfig config, Trajectory run) {
        Optional<Series> right = run.series(SeriesKey.of(Quantity.ACCURACY));
        if (run.count() == 0 || right.isEmpty()) {
            return Optional.empty();
        }
        int[] others = digits(config).tests(false);
        double never = TestedRoutes.meanAt(right.get().values(), right.get().columns(), others, run.count() - 1);
        return Guess.says(never > 0.5, Words.say("scene.digits.guess", Numbers.percent(never)));
    }

    /** Nothing is asked about single items: a cell of the table of roads stands for input and output. */
    @Override
    public World world(SceneConfig config) {
        List<String> outputs = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        for (int k = 1; k <= DOMAINS; k++) {
            outputs.add("output " + k);
            inputs.add("input " + k);
        }
        return World.plain(outputs, inputs, Matrix.zero(DOMAINS, DOMAINS));
    }

    /** Read once: a program has one set of images. */
    private static Optional<DigitImages> read = Optional.empty();

    private static DigitImages images() {
        if (read.isEmpty()) {
            read = DataFiles.text(IMAGES).map(DigitImages::read);
        }
        return read.orElseThrow(() -> new Refused("data", Words.say("scene.digits.images-digits-not")));
    }

    /** The road that is shown first: a shuffled input, signs of its own. */
    @Override
    public Question opening(World world) {
        return new Question("", 7, 1);
    }

    private static Digits digits(SceneConfig config) {
        DigitImages images = images();
        return new Digits(
                images,
                DOMAINS,
                config.whole("trained"),
                config.whole("width"),
                config.whole("images"),
                KEPT,
                config.choice("units").equals(LINEAR) ? 1 : 0.01,
                config.seed());
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        GatedTask task = digits(config).task();
        int seed = config.seed();
        int steps = config.whole("epochs");
        int samples = DOMAINS * config.whole("trained") * config.whole("images");
        Method method = Method.PLAIN
                .with(Loss.SOFTMAX_CROSS_ENTROPY)
                .with(new UpdateRule(UpdateRule.Kind.HEAVY_BALL, MOMENTUM, 0))
                .with(new Batch(Math.min(config.whole("batch"), samples), seed, Batch.Order.SHUFFLED));
        return new Experiment(
                id(),
                summary(),
                task.architecture(),
                task.contexts(),
                new Start.Drawn(new Init.ScaledGaussian(config.real("gain") * Math.sqrt(2), seed)),
                new Training(config.real("rate"), 1, steps).by(method),
                new RecordPlan(
                        new RecordPlan.When.Every(Math.max(1, steps / RECORDS)),
                        EnumSet.of(Quantity.LOSS, Quantity.ACCURACY, Quantity.CONFUSION)),
                false);
    }

    /** In the middle of the rise, where trained roads are ahead. */
    @Override
    public double opensAt(SceneConfig config) {
        return Math.rint(config.whole("epochs") * 0.3);
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels("road", List.of("accuracy", "loss"), List.of("roads", "confusion"), List.of("accuracy"))
                .first("accuracy");
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(Words.say("scene.digits.one-road-ten"), "trained=1"),
                new Preset(Words.say("scene.digits.three-ten-some"), "trained=3"),
                new Preset(Words.say("scene.digits.large-start"), "gain=3&rate=0.03&epochs=1500"),
                new Preset(Words.say("scene.digits.leaky-units"), "units=leaky&trained=3"),
                new Preset(Words.say("scene.digits.full-all-images"), "width=128&images=1437&epochs=1500"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        Trajectory run = runs.get(0).trajectory();
        Optional<Series> right = run.series(SeriesKey.of(Quantity.ACCURACY));
        if (run.count() == 0 || right.isEmpty()) {
            return Optional.empty();
        }
        Digits digits = digits(config);
        int[] others = digits.tests(false);
        int now = run.indexAt(step);
        double trained = TestedRoutes.meanAt(right.get().values(), right.get().columns(), digits.tests(true), now);
        String stage = trained < 0.2
                ? Words.say("scene.digits.guesses")
                : trained < 0.8 ? Words.say("scene.digits.learning") : Words.say("scene.digits.reads");
        String when = Words.say("scene.digits.right-trained-roads", Numbers.percent(trained));
        if (others.length == 0) {
            return Optional.of(new Narration(stage, when, Words.say("scene.digits.every-road-trained")));
        }
        double never = TestedRoutes.meanAt(right.get().values(), right.get().columns(), others, now);
        String because = trained < 0.2
                ? Words.say("scene.digits.guess-right-once")
                : never > trained - 0.05
                        ? Words.say("scene.digits.roads-never-used")
                        : never > 0.2
                                ? Words.say("scene.digits.roads-never-used-read")
                                : Words.say("scene.digits.roads-never-used-guesses");
        return Optional.of(
                new Narration(stage, Words.say("scene.digits.others", when, Numbers.percent(never)), because));
    }
}
