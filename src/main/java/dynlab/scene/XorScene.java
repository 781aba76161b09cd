package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.learning.Init;
import dynlab.measure.HalfTime;
import dynlab.numeric.Numbers;
import dynlab.task.GatedTask;
import dynlab.task.World;
import dynlab.task.Xor;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Exclusive or: a ReLU network beside the gated linear networks that it might be, one path an example or one path a
 * half-plane. The ReLU network takes the slower of the two, because no unit of it can take the faster.
 */
final class XorScene extends LessonScene {
    private static final About ABOUT = About.of("xor", Words.say("scene.xor.paths-race"))
            .heading(Words.say("scene.xor.heading"))
            .asks(Words.say("scene.xor.lesson.asks"))
            .gesture(Words.say("scene.xor.lesson.gesture"))
            .explains(Words.say("scene.xor.lesson.explains"))
            .terms("gated-deep-linear-network", "exclusive-or")
            .summary(Words.say("scene.xor.relu-network-gated"))
            .omits(Words.say("scene.xor.gates-dashed-networks"));

    /** Cosine of 8 degrees: a unit that is nearer to an example than this rests on it. */
    private static final double REST = 0.99;

    private static final double MOST_REST = 0.9;

    /** Standard deviation of a start that all units forget. */
    private static final double SMALL_START = 0.03;

    private static final List<Knob> KNOBS = List.of(
            SharedKnobs.rate("η", Words.say("scene.xor.each-step-adds"), 0.01, 1, 0.4),
            SharedKnobs.sigma(2e-4),
            new Knob.Whole(
                    "units",
                    Words.say("scene.xor.hidden-units"),
                    "N",
                    Words.say("scene.xor.relu-units-gated"),
                    12,
                    384,
                    128),
            SharedKnobs.epochs(20, 4000, 100),
            SharedKnobs.seed());

    XorScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        return config.real("sigma") <= SMALL_START
                ? ABOUT.lesson()
                : ABOUT.lesson().explains(Words.say("scene.xor.lesson.large-start"));
    }

    @Override
    public Optional<Guess> guess(SceneConfig config) {
        return Optional.of(Guess.yesOrNo(XorScene::solves));
    }

    /** Whether the four linear paths end with less than a tenth of their first loss. */
    private static Optional<Guess.Verdict> solves(List<Result> runs) {
        Trajectory paths = runs.get(1).trajectory();
        if (paths.count() == 0) {
            return Optional.empty();
        }
        double left = paths.loss(paths.count() - 1) / paths.loss(0);
        return Guess.says(left < 0.1, Words.say("scene.xor.guess", Shares.percent(left)));
    }

    @Override
    public World world(SceneConfig config) {
        return World.plain(List.of("+ +", "+ −", "− +", "− −"), List.of("equal signs"), Xor.targets());
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return experiment(config, Xor.relu(config.whole("units")), Set.of(), false);
    }

    private Experiment experiment(SceneConfig config, GatedTask task, Set<Quantity> recorded, boolean theory) {
        Set<Quantity> quantities = EnumSet.of(Quantity.LOSS, Quantity.WEIGHTS);
        quantities.addAll(recorded);
        return new Experiment(
                id(),
                summary(),
                task.architecture(),
                task.contexts(),
                new Start.Drawn(new Init.Gaussian(config.real("sigma"), config.seed())),
                new Training(1, 1 / config.real("rate"), config.whole("epochs")),
                new RecordPlan(new RecordPlan.When.Adaptive(), quantities).picturing(Set.of(Quantity.WEIGHTS)),
                theory);
    }

    @Override
    public String name(SceneConfig config) {
        return "ReLU";
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        int units = config.whole("units");
        return List.of(
                new Companion(
                        Words.say("scene.xor.four-paths"),
                        experiment(config, Xor.fourPaths(units / 4), Set.of(Quantity.SINGULAR_VALUES), true),
                        Companion.Manner.PEER),
                new Companion(
                        Words.say("scene.xor.two-half-planes"),
                        experiment(config, Xor.halfPlanes(units / 2), Set.of(), true),
                        Companion.Manner.PEER));
    }

    @Override
    public double opensAt(SceneConfig config) {
        return config.whole("epochs") / 2.0;
    }

    @Override
    public String pictured(SceneConfig config) {
        return "plane";
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels(
                        "plane", List.of("edges@1", "loss"), List.of("plane@1", "plane@2"), List.of("edges@1", "loss"))
                .first("plane");
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(Words.say("scene.xor.small-steps"), "rate=0.05&epochs=800&t=400"),
                new Preset(Words.say("scene.xor.large-start"), "sigma=0.3&epochs=60&t=20"),
                new Preset(Words.say("scene.xor.twelve-units"), "units=12&epochs=150&t=70"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        String[] names = {"ReLU", "paths", "half-planes"};
        List<String> halves = new ArrayList<>();
        double own = -1;
        for (int k = 0; k < runs.size(); k++) {
            double half = halfTime(runs.get(k).trajectory());
            own = k == 0 ? half : own;
            if (half >= 0) {
                halves.add(names[k] + " " + Numbers.fixed(half, 0));
            }
        }
        boolean learned = own >= 0 && step >= own;
        String stage = learned
                ? Words.say("scene.xor.half-learned")
                : step == 0 ? Words.say("scene.xor.start") : Words.say("scene.xor.plateau");
        String when = halves.isEmpty() ? "" : Words.say("scene.xor.half", String.join(", ", halves));
        Trajectory relu = runs.get(0).trajectory();
        double resting = resting(relu, relu.indexAt(step));
        String because = resting < 0
                ? ""
                : resting > MOST_REST
                        ? Words.say("scene.xor.each-unit-rests")
                        : (learned
                                ? Words.say("scene.xor.units-say-comes", Shares.percent(resting))
                                : Words.say("scene.xor.units-say-comes-units", Shares.percent(resting)));
        return Optional.of(new Narration(stage, when, because));
    }

    /**
     * What share of all that the ReLU units say comes from units that point along one example: within an angle whose cosine
     * is above {@value #REST}. −1 where their weights were not recorded.
     */
    private static double resting(Trajectory run, int record) {
        Series in = run.series().get(new SeriesKey(Quantity.WEIGHTS, 0, 0));
        Series out = run.series().get(new SeriesKey(Quantity.WEIGHTS, 1, 0));
        if (in == null || out == null || record < 0 || in.columns() != 2) {
            return -1;
        }
        double all = 0;
        double rest = 0;
        for (int u = 0; u < in.rows(); u++) {
            double x = in.at(record, u, 0);
            double y = in.at(record, u, 1);
            double length = Math.sqrt(x * x + y * y);
            double says = length * Math.abs(out.at(record, 0, u));
            all += says;
            // examples lie on the diagonals
            double along = (Math.abs(x) + Math.abs(y)) / Math.sqrt(2);
            rest += along > REST * length ? says : 0;
        }
        return all > 0 ? rest / all : 0;
    }

    /** The step at which half the error is gone, between records on the straight line; −1 if it never is. */
    static double halfTime(Trajectory run) {
        double[] loss = run.losses();
        double half = run.count() == 0 ? 0 : loss[0] / 2;
        return HalfTime.falling(run.stepsAsNumbers(), loss, half).orElse(-1);
    }
}
