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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Two hidden layers on the task of contexts: plateaus, and a first layer that shares more than the second. */
final class DepthScene implements Scene {
    private static final About ABOUT = About.of("depth", "Two hidden layers")
            .summary(
                    "With two hidden layers the loss goes down a staircase, and the first layer shares more than the second.")
            .explains(
                    "With a second hidden layer and a small start the loss waits on plateaus and then falls fast, step by step."
                            + " While what all contexts share is learned, nearly all units are on for everything; later both layers part the"
                            + " contexts, the second more than the first.")
            .omits(
                    "No fixed gates fit as well here as with one hidden layer, weights need not align, and at the end no unit of the"
                            + " first layer is on for all samples: it is shared by most, not by all.");

    private static final String STAGED = "staged";

    private static final List<Knob> KNOBS = List.of(
            ContextLessons.contexts(),
            ContextLessons.forms("same"),
            SharedKnobs.sigma(0.02),
            ContextLessons.rate(4e-3),
            ContextLessons.units("Units a layer", 40, 420),
            ContextLessons.epochs(1800),
            SharedKnobs.seed(),
            new Knob.Choice(
                    "twins",
                    "Beside",
                    "",
                    "Gated linear networks; in one its authors set by hand when which layer learns.",
                    List.of(new Knob.Option("plain", "plainly trained"), new Knob.Option(STAGED, "in stages")),
                    "plain"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Knob> knobs() {
        return KNOBS;
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
                            "staged",
                            StagedTwin.beside(task, relu, units, config.real("sigma"), config.seed()),
                            Companion.Manner.PEER),
                    new Companion(
                            "2nd gated",
                            ContextLessons.experiment(
                                    this, ContextGraphs.deepTwin(task, linear, drops), config, nothing, false),
                            Companion.Manner.PEER));
        }
        return List.of(
                new Companion(
                        "2nd gated",
                        ContextLessons.experiment(
                                this, ContextGraphs.deepTwin(task, linear, drops), config, weights, false),
                        Companion.Manner.PEER),
                new Companion(
                        "both gated",
                        ContextLessons.experiment(
                                this, ContextGraphs.deepTwin(task, drops, drops), config, nothing, false),
                        Companion.Manner.PEER));
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels("fit", List.of("shared", "loss"), List.of("occupancy", "graph@1"), List.of("shared", "loss"));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("a smaller start", "units=60&sigma=0.005&epochs=4000"),
                new Preset("properties that differ", "forms=diff"),
                new Preset("a twin in stages", "twins=staged"),
                new Preset("as published", "units=420&sigma=0.0006&rate=0.001&epochs=30000&twins=staged"));
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
        String on = "Units are on for " + Numbers.percent(first.get().occupancy())
                + " of the samples in layer 1, for "
                + Numbers.percent(second.get().occupancy())
                + " in layer 2.";
        if (staged(config)) {
            return Optional.of(stages(config, runs, step));
        }
        double left = ContextLessons.left(own, step);
        String stage = left > 0.95 ? "On the first plateau" : left > 0.5 ? "What all share" : "The contexts part";
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
                : "NRMSE of the better twin " + Numbers.fixed(best.get().nrmse(), 3);
        return Optional.of(new Narration(stage, happened, on));
    }

    /** Where the twin is whose stages are set by hand. */
    private static Narration stages(SceneConfig config, List<Result> runs, double step) {
        int common = StagedTwin.commonFrom(config.whole("epochs"));
        int all = StagedTwin.allFrom(config.whole("epochs"));
        String stage = step < common ? "Twin frozen" : step < all ? "Twin: common path only" : "Twin: all paths";
        Optional<CurveDistance> distance = runs.size() < 2
                ? Optional.empty()
                : RunDistance.between(runs.get(1).trajectory(), runs.get(0).trajectory());
        return new Narration(
                stage,
                distance.isEmpty()
                        ? ""
                        : "NRMSE " + Numbers.fixed(distance.get().nrmse(), 3),
                "Its stages are set by hand, not derived: common from " + common + ", all from " + all + ".");
    }
}
