package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Sharing;
import dynlab.experiment.search.RunDistance;
import dynlab.experiment.search.StagedTwin;
import dynlab.measure.CurveDistance;
import dynlab.numeric.Numbers;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextPaths;
import dynlab.task.ContextTask;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Two hidden layers on the task of contexts: plateaus, and a first layer that shares more than the second. */
final class DepthScene extends LessonScene {
    private static final About ABOUT = About.of("depth", Words.say("scene.depth.two-hidden-layers"))
            .heading(Words.say("scene.depth.heading"))
            .asks(Words.say("scene.depth.lesson.asks"))
            .gesture(Words.say("scene.depth.lesson.gesture"))
            .explains(Words.say("scene.depth.lesson.explains"))
            .terms("plateau", "node-reuse", "hierarchy")
            .summary(Words.say("scene.depth.two-hidden-layers-loss"))
            .omits(Words.say("scene.depth.no-fixed-gates"));

    private static final String STAGED = "staged";

    private static final List<Knob> KNOBS = List.of(
            ContextLessons.contexts(),
            ContextLessons.forms("same"),
            SharedKnobs.sigma(0.02),
            ContextLessons.rate(4e-3),
            ContextLessons.units(Words.say("scene.depth.units-layer"), 40, 420),
            ContextLessons.epochs(1800),
            SharedKnobs.seed(),
            new Knob.Choice(
                    "twins",
                    Words.say("scene.depth.beside"),
                    "",
                    Words.say("scene.depth.gated-linear-networks"),
                    List.of(
                            new Knob.Option("plain", Words.say("scene.depth.plainly-trained")),
                            new Knob.Option(STAGED, Words.say("scene.depth.stages"))),
                    "plain"));

    DepthScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public World world(SceneConfig config) {
        return ContextLessons.world();
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        int units = config.whole("units");
        return ContextLessons.experiment(
                this,
                ContextGraphs.relu(ContextLessons.task(config), units, units),
                config,
                EnumSet.of(Quantity.SHARING),
                false);
    }

    private static boolean staged(SceneConfig config) {
        return config.choice("twins").equals(STAGED);
    }

    @Override
    public String name(SceneConfig config) {
        return "ReLU";
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        ContextTask task = ContextLessons.task(config);
        int units = config.whole("units");
        var linear = ContextPaths.linear(task.contexts(), units);
        var drops = ContextPaths.dropOne(task.contexts(), units);
        EnumSet<Quantity> nothing = EnumSet.noneOf(Quantity.class);
        EnumSet<Quantity> weights = EnumSet.of(Quantity.SINGULAR_VALUES);
        if (staged(config)) {
            Experiment relu =
                    ContextLessons.experiment(this, ContextGraphs.relu(task, units, units), config, weights, false);
            return List.of(
                    new Companion(
                            Words.say("scene.depth.staged"),
                            StagedTwin.beside(task, relu, units, config.real("sigma"), config.seed()),
                            Companion.Manner.PEER),
                    new Companion(
                            Words.say("scene.depth.2nd-gated"),
                            ContextLessons.experiment(
                                    this, ContextGraphs.deepTwin(task, linear, drops), config, nothing, false),
                            Companion.Manner.PEER));
        }
        return List.of(
                new Companion(
                        Words.say("scene.depth.2nd-gated"),
                        ContextLessons.experiment(
                                this, ContextGraphs.deepTwin(task, linear, drops), config, weights, false),
                        Companion.Manner.PEER),
                new Companion(
                        Words.say("scene.depth.both-gated"),
                        ContextLessons.experiment(
                                this, ContextGraphs.deepTwin(task, drops, drops), config, nothing, false),
                        Companion.Manner.PEER));
    }

    @Override
    public String pictured(SceneConfig config) {
        return "shared";
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels("fit", List.of("shared", "loss"), List.of("occupancy", "graph@1"), List.of("shared", "loss"))
                .first("shared");
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                // 1, then 0.69, 0.31 and 0.13 of the error: between them it waits
                new Preset(Words.say("scene.depth.staircase"), "sigma=0.002&epochs=6000&t=3500"),
                new Preset(Words.say("scene.depth.smaller-start"), "units=60&sigma=0.005&epochs=4000"),
                new Preset(Words.say("scene.depth.properties-differ"), "forms=diff"),
                new Preset(Words.say("scene.depth.twin-stages"), "twins=staged"),
                new Preset(
                        Words.say("scene.depth.published"),
                        "units=420&sigma=0.0006&rate=0.001&epochs=30000&twins=staged"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        Trajectory own = runs.get(0).trajectory();
        Optional<Sharing> first = ContextLessons.sharing(own, 0, step);
        Optional<Sharing> second = ContextLessons.sharing(own, 1, step);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        String on = Words.say(
                "scene.depth.units-samples-layer",
                Numbers.percent(first.get().occupancy()),
                Numbers.percent(second.get().occupancy()));
        if (staged(config)) {
            return Optional.of(stages(config, runs, step));
        }
        double left = ContextLessons.left(own, step);
        String stage = left > 0.95
                ? Words.say("scene.depth.first-plateau")
                : left > 0.5 ? Words.say("scene.depth.all-share") : Words.say("scene.depth.contexts-part");
        Optional<CurveDistance> best = Optional.empty();
        for (int k = 1; k < runs.size(); k++) {
            Optional<CurveDistance> distance = RunDistance.between(runs.get(k).trajectory(), own);
            if (distance.isPresent()
                    && (best.isEmpty() || distance.get().nrmse() < best.get().nrmse())) {
                best = distance;
            }
        }
        String happened = best.isEmpty()
                ? ""
                : Words.say(
                        "scene.depth.nrmse-better-twin",
                        Numbers.fixed(best.get().nrmse(), 3));
        return Optional.of(new Narration(stage, happened, on));
    }

    /** Where the twin is whose stages are set by hand. */
    private static Narration stages(SceneConfig config, List<Result> runs, double step) {
        int common = StagedTwin.commonFrom(config.whole("epochs"));
        int all = StagedTwin.allFrom(config.whole("epochs"));
        String stage = step < common
                ? Words.say("scene.depth.twin-frozen")
                : step < all ? Words.say("scene.depth.twin-common-path") : Words.say("scene.depth.twin-all-paths");
        Optional<CurveDistance> distance = runs.size() < 2
                ? Optional.empty()
                : RunDistance.between(runs.get(1).trajectory(), runs.get(0).trajectory());
        return new Narration(
                stage,
                distance.isEmpty()
                        ? ""
                        : Words.say(
                                "scene.depth.nrmse",
                                Numbers.fixed(distance.get().nrmse(), 3)),
                Words.say("scene.depth.stages-set-hand", Integer.toString(common), Integer.toString(all)));
    }
}
