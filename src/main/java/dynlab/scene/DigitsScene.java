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
import dynlab.network.Loss;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.DataFiles;
import dynlab.task.DigitImages;
import dynlab.task.Digits;
import dynlab.task.GatedTask;
import dynlab.task.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Routing with real images: handwritten digits on roads that were trained, and on roads that never were. */
final class DigitsScene implements Scene {
    private static final About ABOUT = About.of("digits", "Digits on roads never travelled")
            .summary(
                    "Can it read a digit on a road it has never used? Ten shuffles, ten secret signs, a hundred roads.")
            .explains(
                    "Every input shows real handwritten digits with their points moved about in an order of its own, every output"
                            + " names them by signs of its own, and all roads share the layers between. With four roads in ten trained,"
                            + " the others work as well (zero-shot transfer); with one in ten they are guesses.")
            .omits(
                    "The gates are given, and no theory is exact here: real images are not white, the loss is cross-entropy, and"
                            + " the steps are noisy; so every number is measured. " + DigitImages.SOURCE);

    /** The file with the images. */
    private static final String IMAGES = "digits.csv";

    private static final int DOMAINS = 10;
    private static final int KEPT = 200;
    private static final double MOMENTUM = 0.9;
    private static final int BATCH = 128;
    private static final int RECORDS = 32;
    private static final String LINEAR = "linear";

    private static final List<Knob> KNOBS = List.of(
            SharedKnobs.trained(4),
            new Knob.Real(
                    "gain",
                    "Size of the start",
                    "g",
                    "Initial weights are normal with standard deviation g √2 / √(inputs + outputs) of each layer.",
                    0.03,
                    10,
                    0.3,
                    true),
            SharedKnobs.rate("η", "Gradient descent with momentum 0.9 on batches of 128 samples.", 0.001, 0.3, 0.1),
            SharedKnobs.width("of the two shared layers", 8, 128, 64),
            new Knob.Choice(
                    "units",
                    "Hidden units",
                    "",
                    "Linear, or leaky rectified with a slope of 0.01 below zero.",
                    List.of(new Knob.Option(LINEAR, "linear"), new Knob.Option("leaky", "leaky ReLU")),
                    LINEAR),
            new Knob.Whole(
                    "images",
                    "Images",
                    "",
                    "How many images are trained on; 200 others are kept back.",
                    100,
                    1437,
                    500),
            new Knob.Whole("epochs", "Steps", "", "Steps of gradient descent, each on one batch.", 50, 3000, 800),
            SharedKnobs.seed());

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<String> data() {
        return List.of(IMAGES);
    }

    @Override
    public List<Knob> knobs() {
        return KNOBS;
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
        return read.orElseThrow(() -> new Refused("data", "the images of digits have not arrived"));
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
        Method method = Method.PLAIN
                .with(Loss.SOFTMAX_CROSS_ENTROPY)
                .with(new UpdateRule(UpdateRule.Kind.HEAVY_BALL, MOMENTUM, 0))
                .with(new Batch(BATCH, seed, Batch.Order.SHUFFLED));
        return new Experiment(
                id(),
                summary(),
                task.architecture(),
                task.contexts(),
                new Start.Drawn(new Init.Nma(config.real("gain") * Math.sqrt(2), seed)),
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
        return new Panels("road", List.of("accuracy", "loss"), List.of("roads", "confusion"), List.of("accuracy"));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("one road in ten: it guesses", "trained=1"),
                new Preset("three in ten: some roads turn up", "trained=3"),
                new Preset("a large start", "gain=3&rate=0.03&epochs=1500"),
                new Preset("leaky units", "units=leaky&trained=3"),
                new Preset("in full: all images, 128 units", "width=128&images=1437&epochs=1500"));
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
        double trained = at(right.get(), digits.tests(true), now);
        String stage = trained < 0.2 ? "It guesses" : trained < 0.8 ? "Learning" : "It reads";
        String when = Numbers.percent(trained) + " right on trained roads";
        if (others.length == 0) {
            return Optional.of(new Narration(stage, when, "Every road is trained."));
        }
        double never = at(right.get(), others, now);
        String because = trained < 0.2
                ? "A guess is right once in ten."
                : never > trained - 0.05
                        ? "Roads never used read as well: all of them share the layers between."
                        : never > 0.2
                                ? "Roads never used read worse, but better than a guess."
                                : "On roads never used it guesses: what it learned belongs to its own roads.";
        return Optional.of(new Narration(stage, when + ", " + Numbers.percent(never) + " on the others", because));
    }

    /** The mean over some contexts. */
    private static double at(Series values, int[] chosen, int record) {
        double sum = 0;
        for (int c : chosen) {
            sum += values.at(record, 0, c);
        }
        return sum / chosen.length;
    }
}
