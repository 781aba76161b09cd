package dynlab.scene;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.measure.LearningTime;
import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.Level;
import dynlab.task.Tree;
import dynlab.task.World;
import dynlab.theory.modes.DeepChain;
import dynlab.words.Phrase;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chain of single weights learns y = 2x: depth makes it wait, then fall, then shake where steps are too large. */
public final class ChainScene extends LessonScene {
    private static final About ABOUT = About.of("chain", Words.say("scene.chain.why-depth-makes"))
            .heading(Words.say("scene.chain.heading"))
            .asks(Words.say("scene.chain.lesson.asks"))
            .gesture(Words.say("scene.chain.lesson.gesture"))
            .explains(Words.say("scene.chain.lesson.explains"))
            .terms("plateau", "learning-rate", "divergence")
            .summary(Words.say("scene.chain.every-weight-moves"))
            .omits(Words.say("scene.chain.all-weights-start"));

    /** A run has learned when its loss stays below this, as in the game of the course. */
    public static final double LEARNED = 0.01;
    /** Rates of the game are multiples of this. */
    public static final double NOTCH = 0.005;
    /** The game's highest rate in notches. */
    public static final int NOTCHES = 21;

    private static final double PLATEAU = 0.9;
    private static final int SAMPLES = 100;

    private static final List<Knob> KNOBS = List.of(
            new Knob.Whole(
                    "weights",
                    Words.say("scene.chain.weights"),
                    "D",
                    Words.say("scene.chain.how-many-weights"),
                    1,
                    60,
                    40),
            SharedKnobs.rate("η", Words.say("scene.chain.each-step-adds"), 1e-3, 8, 0.01),
            new Knob.Real(
                    "start",
                    Words.say("scene.chain.first-weight"),
                    "w₀",
                    Words.say("scene.chain.all-weights-equal"),
                    0.1,
                    3,
                    0.9,
                    false),
            new Knob.Real(
                    "slope", Words.say("scene.chain.slope"), "s", Words.say("scene.chain.data-y-s"), 0.5, 3, 2, false),
            SharedKnobs.epochs(50, 2000, 600));

    /** The best rate of the game. */
    public record Best(double rate, int epochs) {}

    public ChainScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        if (config.whole("weights") == 1) {
            return ABOUT.lesson().explains(Words.say("scene.chain.lesson.one-weight"));
        }
        return config.real("start") < 1
                ? ABOUT.lesson()
                : ABOUT.lesson().explains(Words.say("scene.chain.lesson.large-weights"));
    }

    @Override
    public World world(SceneConfig config) {
        Tree tree = new Tree(List.of("x"), List.of(-1), 1);
        Level level = new Level(
                Phrase.of("scene.chain.slope-level"),
                Phrase.of("scene.chain.half-slope"),
                Phrase.of("scene.chain.half-slope-learned"));
        Matrix y = Matrix.of(1, 1, new double[] {config.real("slope")});
        return new World(List.of("x"), List.of("y"), y, tree, List.of(level), true);
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        int depth = config.whole("weights");
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        List<Matrix> weights = new ArrayList<>();
        nodes.add(Node.linear("x", Role.INPUT, 1));
        for (int l = 1; l <= depth; l++) {
            nodes.add(l == depth ? Node.linear("y", Role.OUTPUT, 1) : Node.linear("h" + l, Role.HIDDEN, 1));
            edges.add(new Edge("W" + l, nodes.get(l - 1).id(), nodes.get(l).id()));
            weights.add(Matrix.of(1, 1, new double[] {config.real("start")}));
        }
        return new Experiment(
                id(),
                summary(),
                new Architecture(nodes, edges),
                List.of(data(config.real("slope"))),
                new Start.Given(weights),
                new Training(config.real("rate"), 1, config.whole("epochs")),
                new RecordPlan(
                        new RecordPlan.When.Every(1),
                        EnumSet.of(Quantity.LOSS, Quantity.MODE_STRENGTH, Quantity.WEIGHTS)),
                true);
    }

    /** A hundred points of y = s x, each with weight 1/100: the loss is half the mean of squares. */
    private static Context data(double slope) {
        double[] x = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        double[] shares = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            x[i] = (i + 0.5) / SAMPLES;
            y[i] = slope * x[i];
        }
        Arrays.fill(shares, 1.0 / SAMPLES);
        Matrix inputs = Matrix.of(1, SAMPLES, x);
        Matrix targets = Matrix.of(1, SAMPLES, y);
        return new Context("line", true, shares, Gates.OPEN, Map.of("x", inputs), Map.of("y", targets));
    }

    /** m = ⟨x²⟩ of the data. */
    static double variance() {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double x = (i + 0.5) / SAMPLES;
            sum += x * x / SAMPLES;
        }
        return sum;
    }

    @Override
    public double opensAt(SceneConfig config) {
        return config.whole("epochs") * 0.35;
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels("slice", List.of("logloss", "product"), List.of("depths"), List.of("logloss", "product"));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(Words.say("scene.chain.15-weights-0"), "weights=15&start=0.7&rate=0.02&epochs=250"),
                new Preset(Words.say("scene.chain.10-weights-their"), "weights=10&rate=0.095&epochs=50"),
                new Preset(Words.say("scene.chain.51-weights-edge"), "weights=51&rate=0.03"),
                new Preset(Words.say("scene.chain.51-weights-beyond"), "weights=51&rate=0.035"),
                new Preset(Words.say("scene.chain.1-weight-no"), "weights=1&rate=0.02"),
                new Preset(Words.say("scene.chain.1-weight-diverges"), "weights=1&rate=6.2&epochs=300"));
    }

    /** The largest stable rate, {@code 2 / (D m s^(2 − 2/D))}. */
    public static double largestRate(SceneConfig config) {
        return DeepChain.largestLearningRate(config.whole("weights"), config.real("slope"), variance());
    }

    /** First epoch from which on the loss stays below {@link #LEARNED}; −1 if the run does not get there. */
    public static int learnedAt(Trajectory run) {
        int record = run.divergedAt().isPresent() ? -1 : LearningTime.stays(losses(run), LEARNED);
        return record < 0 ? -1 : run.step(record);
    }

    /** The rate of the game that learns first, by exact descent; the lower one of equals. No rate is named by −1. */
    public static Best best(SceneConfig config) {
        int depth = config.whole("weights");
        double slope = config.real("slope");
        double m = variance();
        int[] steps = new int[config.whole("epochs") + 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i;
        }
        double u0 = ExactMath.pow(config.real("start"), depth);
        Best best = new Best(-1, -1);
        for (int notch = 1; notch <= NOTCHES; notch++) {
            double[] products = DeepChain.balancedDescent(depth, slope, m, u0, notch * NOTCH, steps);
            double[] losses = new double[products.length];
            for (int i = 0; i < losses.length; i++) {
                double gap = slope - products[i];
                losses[i] = m / 2 * gap * gap;
            }
            int epochs = LearningTime.stays(losses, LEARNED);
            if (epochs >= 0 && (best.epochs() < 0 || epochs < best.epochs())) {
                best = new Best(notch * NOTCH, epochs);
            }
        }
        return best;
    }

    private static double[] losses(Trajectory run) {
        double[] losses = new double[run.count()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = run.loss(i);
        }
        return losses;
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        if (runs.isEmpty() || runs.get(0).trajectory().count() == 0) {
            return Optional.empty();
        }
        Trajectory run = runs.get(0).trajectory();
        double limit = largestRate(config);
        String edge = edge(config, limit);
        if (run.divergedAt().isPresent() && step >= run.step(run.count() - 1)) {
            return Optional.of(new Narration(
                    Words.say("scene.chain.diverged"),
                    Words.say(
                            "scene.chain.step",
                            Integer.toString(run.divergedAt().getAsInt())),
                    cause(config)));
        }
        int record = run.indexAt(step);
        double[] losses = Arrays.copyOf(losses(run), record + 1);
        int left = LearningTime.leaves(losses(run), PLATEAU);
        int learned = learnedAt(run);
        int period = record < 8 ? 1 : period(run, record, config.real("slope"));
        if (period != 2 && losses[record] > 2 * losses[0]) {
            return Optional.of(new Narration(Words.say("scene.chain.diverging"), "", cause(config)));
        }
        if (period != 1) {
            boolean below = learned >= 0 && learned <= step;
            return Optional.of(new Narration(
                    period == 2 ? Words.say("scene.chain.two-cycle") : Words.say("scene.chain.jumping"),
                    below
                            ? Words.say("scene.chain.but-small-loss", Integer.toString(learned))
                            : Words.say("scene.chain.does-not-come"),
                    Words.say("scene.chain.every-step-jumps", edge)));
        }
        if (learned >= 0 && learned <= step) {
            return Optional.of(new Narration(
                    Words.say("scene.chain.learned"),
                    Words.say("scene.chain.loss-below-0", Integer.toString(learned)),
                    learnedBecause(config, run, left)));
        }
        if (config.whole("weights") > 1 && (left < 0 || left > record)) {
            String end = left < 0 ? "" : Words.say("scene.chain.until", Integer.toString(run.step(left)));
            return Optional.of(new Narration(Words.say("scene.chain.plateau"), end, stalls(config)));
        }
        boolean rises = record > 0 && losses[record] > losses[record - 1];
        return Optional.of(
                rises
                        ? new Narration(
                                Words.say("scene.chain.overshooting"), "", Words.say("scene.chain.step-too-long", edge))
                        : new Narration(
                                Words.say("scene.chain.falling"),
                                config.whole("weights") == 1 || left < 0
                                        ? ""
                                        : Words.say("scene.chain.since", Integer.toString(run.step(left))),
                                config.whole("weights") == 1
                                        ? Words.say("scene.chain.single-weight-pulled")
                                        : Words.say("scene.chain.larger-weights-larger")));
    }

    /** The learning rate beside the largest one that is stable at the end. */
    private static String edge(SceneConfig config, double limit) {
        double rate = config.real("rate");
        String limited = Numbers.precise(Math.rint(limit * 1e4) / 1e4);
        return rate > limit
                ? Words.say("scene.chain.largest-stable-rate", Numbers.precise(rate), limited)
                : Words.say("scene.chain.stable-end-where", Numbers.precise(rate), limited);
    }

    /** Why it blows up: the rate, if it is above what is stable at the minimum; else the start, where the loss is steeper. */
    private static String cause(SceneConfig config) {
        double limit = largestRate(config);
        if (config.real("rate") > limit) {
            return Words.say("scene.chain.each-step-overshoots", edge(config, limit));
        }
        int depth = config.whole("weights");
        double w = config.real("start");
        double product = ExactMath.pow(w, depth);
        double off = product - config.real("slope");
        double others = ExactMath.pow(w, depth - 1);
        double slope = Math.abs(variance() * off * others);
        return Words.say(
                "scene.chain.start-blame-not",
                Numbers.precise(config.real("rate")),
                Numbers.precise(Math.rint(limit * 1e4) / 1e4),
                Integer.toString(depth),
                Numbers.precise(w),
                Numbers.precise(product),
                Numbers.precise(slope));
    }

    @Override
    public Optional<String> divergence(SceneConfig config, Trajectory run) {
        return Optional.of(cause(config));
    }

    private static String learnedBecause(SceneConfig config, Trajectory run, int left) {
        int depth = config.whole("weights");
        if (depth == 1 || left <= 0) {
            return Words.say("scene.chain.single-weight-pulled");
        }
        int wait = run.step(left);
        int learned = learnedAt(run);
        if (learned <= wait) {
            return learned == 0 ? Words.say("scene.chain.first-weights-were") : Words.say("scene.chain.loss-fell-few");
        }
        return Words.say("scene.chain.first-tenth-error", Integer.toString(wait), Integer.toString(learned - wait));
    }

    /** Each weight's pull is the product of the others. */
    private static String stalls(SceneConfig config) {
        int depth = config.whole("weights");
        double w = config.real("start");
        if (depth == 1) {
            return Words.say("scene.chain.single-weight-pulled-error");
        }
        double others = ExactMath.pow(w, depth - 1);
        String product = Words.say(
                "scene.chain.each-weights-pull",
                Integer.toString(depth - 1),
                Numbers.precise(w),
                Numbers.precise(others));
        return product + (others < 0.5 ? Words.say("scene.chain.hardly-moves") : "");
    }

    private static int period(Trajectory run, int record, double slope) {
        Series products = run.series(SeriesKey.of(Quantity.MODE_STRENGTH)).orElseThrow();
        return LearningTime.period(Arrays.copyOf(products.values(), record + 1), slope);
    }
}
