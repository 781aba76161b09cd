package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.measure.LearnedSimilarity;
import dynlab.numeric.Numbers;
import dynlab.task.Hierarchy;
import dynlab.task.World;
import dynlab.theory.modes.Modes;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One network from three sizes of its first weights. From small ones it learns in stages and ends with the similarity
 * that the data ask for; from large ones it learns at once and keeps much of where it began.
 */
final class InitScaleScene extends LessonScene {
    private static final About ABOUT = About.of("init-scale", Words.say("scene.init-scale.small-large-beginnings"))
            .heading(Words.say("scene.init-scale.heading"))
            .asks(Words.say("scene.init-scale.lesson.asks"))
            .gesture(Words.say("scene.init-scale.lesson.gesture"))
            .explains(Words.say("scene.init-scale.lesson.explains"))
            .terms("initialisation", "dynamic-isometry")
            .summary(Words.say("scene.init-scale.larger-start-blurs"))
            .omits(Words.say("scene.init-scale.one-seed-shown"));

    /** A hidden similarity that agrees with the task's by more than this correlation is the same. */
    private static final double SAME = 0.99;

    /** Keys of the three sizes, of the scene's own run first. */
    private static final List<String> SIZES = List.of("gamma", "middle", "large");

    private static final List<Knob> KNOBS = knobsOfThreeSizes();

    private static List<Knob> knobsOfThreeSizes() {
        List<Knob> knobs = new ArrayList<>();
        knobs.add(size("gamma", Words.say("scene.init-scale.first-start"), "γ₁", 1e-12));
        knobs.add(size("middle", Words.say("scene.init-scale.second-start"), "γ₂", 1));
        knobs.add(size("large", Words.say("scene.init-scale.third-start"), "γ₃", 10));
        for (Knob knob : LivingThings.KNOBS) {
            if (!knob.key().equals("gamma") && !knob.key().equals("against")) {
                knobs.add(knob);
            }
        }
        return List.copyOf(knobs);
    }

    private static Knob size(String key, String label, String symbol, double initial) {
        return new Knob.Real(
                key, label, symbol, Words.say("scene.init-scale.initial-weights-normal"), 1e-15, 10, initial, true);
    }

    InitScaleScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        return config.whole("depth") > 0
                ? ABOUT.lesson()
                : ABOUT.lesson().explains(Words.say("scene.init-scale.lesson.shallow"));
    }

    @Override
    public Optional<Guess> guess(SceneConfig config) {
        return config.whole("depth") == 0
                ? Optional.empty()
                : Optional.of(new Guess(
                        List.of(
                                new Guess.Choice("1", Words.say("scene.init-scale.guess-way")),
                                new Guess.Choice("2", Words.say("scene.init-scale.guess-end"))),
                        runs -> changed(config, runs)));
    }

    private static Optional<Guess.Verdict> changed(SceneConfig config, List<Result> runs) {
        boolean same = true;
        for (Result run : runs) {
            Optional<Double> alike = correlation(run);
            if (alike.isEmpty()) {
                return Optional.empty();
            }
            same &= alike.get() > SAME;
        }
        return Optional.of(new Guess.Verdict(same ? "1" : "2", destination(config, runs)));
    }

    @Override
    public World world(SceneConfig config) {
        Hierarchy hierarchy = Hierarchy.livingThings(config.real("flip"));
        int features = config.whole("features");
        return features == 0 ? hierarchy.readable() : hierarchy.sampled(features, config.seed());
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return run(config, EnumSet.of(Quantity.SIMILARITY, Quantity.OUTPUTS));
    }

    private Experiment run(SceneConfig config, Set<Quantity> drawn) {
        if (config.whole("depth") == 0) {
            // without a hidden layer what is compared are the outputs
            return LivingThings.experiment(this, world(config), config, EnumSet.of(Quantity.OUTPUTS));
        }
        return LivingThings.experiment(this, world(config), config, drawn);
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        List<Companion> companions = new ArrayList<>();
        for (String size : SIZES.subList(1, SIZES.size())) {
            double gamma = config.real(size);
            Experiment other = run(config.with("gamma", gamma), EnumSet.of(Quantity.SIMILARITY));
            companions.add(new Companion(named(gamma), other, Companion.Manner.PEER));
        }
        return companions;
    }

    @Override
    public String name(SceneConfig config) {
        return named(config.real("gamma"));
    }

    private static String named(double gamma) {
        return "γ = " + Numbers.precise(gamma);
    }

    @Override
    public double opensAt(SceneConfig config) {
        return config.whole("epochs") / 2.0;
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels(
                        "world",
                        List.of("loss", "modes", "modes@1", "modes@2"),
                        LivingThings.right(config, List.of("similarities")),
                        List.of("modes", "loss"))
                .first("modes@1");
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(Words.say("scene.init-scale.three-small-starts"), "gamma=1e-15&middle=1e-12&large=1e-6"),
                new Preset(Words.say("scene.init-scale.where-begins-show"), "gamma=1&middle=3&large=10"),
                new Preset(Words.say("scene.init-scale.small-dynamic-isometry"), "gamma=1e-6&middle=0.1&large=1"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        StringBuilder left = new StringBuilder();
        int learned = 0;
        for (int k = 0; k < runs.size(); k++) {
            Trajectory run = runs.get(k).trajectory();
            double share = run.count() == 0 ? 1 : run.loss(run.indexAt(step)) / run.loss(0);
            learned += share < 0.01 ? 1 : 0;
            left.append(k == 0 ? "" : ", ").append(Shares.percent(share));
        }
        String stage = Words.say("scene.init-scale.learned", Integer.toString(learned), Integer.toString(runs.size()));
        String happened = Words.say("scene.init-scale.error-left", String.valueOf(left));
        boolean over = step >= config.whole("epochs") - 0.5 && runs.size() == SIZES.size();
        return Optional.of(new Narration(stage, happened, over ? destination(config, runs) : road(config, runs)));
    }

    /** When half of the error was gone. */
    private static String road(SceneConfig config, List<Result> runs) {
        List<String> each = new ArrayList<>();
        for (int k = 0; k < runs.size(); k++) {
            int half = halfEpoch(runs.get(k).trajectory());
            String start = Numbers.precise(config.real(SIZES.get(k)));
            each.add(
                    half < 0
                            ? Words.say("scene.init-scale.not-yet", start)
                            : Words.say("scene.init-scale.at-t", Integer.toString(half), start));
        }
        return Words.say("scene.init-scale.half-error-gone", Words.list(each));
    }

    /** First epoch at which half of the first error is gone; −1 if it never is. */
    static int halfEpoch(Trajectory run) {
        return (int) Math.ceil(XorScene.halfTime(run));
    }

    private static String destination(SceneConfig config, List<Result> runs) {
        StringBuilder near = new StringBuilder();
        StringBuilder far = new StringBuilder();
        for (int k = 0; k < runs.size(); k++) {
            Optional<Double> alike = correlation(runs.get(k));
            if (alike.isPresent()) {
                StringBuilder to = alike.get() > SAME ? near : far;
                to.append(to.length() == 0 ? "" : ", ")
                        .append(named(config.real(SIZES.get(k))))
                        .append(" (")
                        .append(Words.say(
                                "scene.init-scale.correlation", Numbers.fixed(alike.get(), alike.get() > SAME ? 4 : 2)))
                        .append(')');
            }
        }
        String same =
                near.length() == 0 ? "" : Words.say("scene.init-scale.same-destination-whatever", String.valueOf(near));
        return same + (far.length() == 0 ? "" : Words.say("scene.init-scale.kept-some-own", String.valueOf(far)));
    }

    /** Of the last similarity in the first hidden layer with V S Vᵀ, off the diagonal. */
    static Optional<Double> correlation(Result run) {
        if (run.modes().isEmpty() || run.trajectory().divergedAt().isPresent()) {
            return Optional.empty();
        }
        Modes modes = run.modes().get();
        double[] target = LearnedSimilarity.target(modes.s(), modes.v());
        return run.trajectory()
                .at(Quantity.SIMILARITY, Double.POSITIVE_INFINITY)
                .map(last ->
                        LearnedSimilarity.correlation(last, target, modes.v().rows()));
    }
}
