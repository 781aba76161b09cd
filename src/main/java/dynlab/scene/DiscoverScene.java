package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.experiment.search.Findings;
import dynlab.experiment.search.RunDistance;
import dynlab.learning.Init;
import dynlab.measure.CurveDistance;
import dynlab.numeric.Numbers;
import dynlab.task.Assignment;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextTask;
import dynlab.task.GatedTask;
import dynlab.task.World;
import dynlab.task.Xor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finding the gates: train a ReLU network, read gates off it, train linear networks with them, score them. */
final class DiscoverScene implements Scene {
    private static final About ABOUT = About.of("discover", "Find the gates")
            .summary(
                    "Train a ReLU network, read gates off its units, train linear networks with them, and see which learn alike.")
            .explains(
                    "A ReLU network is trained and watched; what its units do becomes sets of gates, and with each of them a linear"
                            + " network is trained from the same weights. Gates are believed only if their loss is three times closer to"
                            + " the ReLU network's than that of every control: all gates open, those of the start, shuffled, random.")
            .omits(
                    "A loss that matches does not prove the gates, since units are graded and not clean; with several hidden layers or"
                            + " too short a run nothing may be found.");

    private static final String XOR = "xor";
    private static final String NEVER = "never";
    private static final String NONE = "none";
    private static final double ROUNDING = 1e-9;
    private static final int[] INTERVALS = {1, 10, 50, 200, 1000};

    private static final List<Knob> KNOBS = List.of(
            new Knob.Choice(
                    "task",
                    "Task",
                    "",
                    "What the ReLU network learns.",
                    List.of(
                            new Knob.Option("same", "contexts"),
                            new Knob.Option("diff", "that differ"),
                            new Knob.Option(XOR, "XOR")),
                    "diff"),
            new Knob.Whole("contexts", "Contexts", "C", "Of the tasks that have contexts.", 2, 4, 3),
            new Knob.Real(
                    "start",
                    "Start, × the usual",
                    "",
                    "The usual size is 2 · 10⁻⁴ for XOR and 10⁻⁵ for contexts.",
                    0.1,
                    10_000,
                    1,
                    true),
            new Knob.Real(
                    "length",
                    "Length, × the usual",
                    "",
                    "The usual number of steps is 150 for XOR and 840 for contexts.",
                    0.25,
                    3,
                    1,
                    true),
            SharedKnobs.seed(),
            ContextLessons.units("Hidden units", 60, 700),
            new Knob.Choice(
                    "refresh",
                    "Gates refreshed every",
                    "",
                    "Beside: a linear network whose gates are the signs of its own units, taken anew every so many steps.",
                    refreshes(),
                    NONE));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Knob> knobs() {
        return KNOBS;
    }

    private static int steps(SceneConfig config) {
        return (int) Math.rint((xor(config) ? 150 : 840) * config.real("length"));
    }

    private static boolean xor(SceneConfig config) {
        return config.choice("task").equals(XOR);
    }

    @Override
    public World world(SceneConfig config) {
        return xor(config)
                ? World.plain(List.of("+ +", "+ −", "− +", "− −"), List.of("equal signs"), Xor.targets())
                : ContextLessons.world();
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return run(config, EnumSet.of(Quantity.LOSS, Quantity.DISCOVERY), OptionalInt.empty());
    }

    private Experiment run(SceneConfig config, Set<Quantity> recorded, OptionalInt gatesEvery) {
        Assignment assignment;
        double sigma;
        double rate;
        if (xor(config)) {
            GatedTask task = Xor.relu(Xor.UNITS);
            assignment = new Assignment(task.architecture(), task.contexts());
            sigma = 2e-4;
            // the examples weigh a quarter each: this is 0.1 on their sum
            rate = 0.4;
        } else {
            int contexts = config.whole("contexts");
            boolean same = config.choice("task").equals("same");
            assignment = ContextGraphs.relu(
                    same ? ContextTask.same(contexts) : ContextTask.diff(contexts), config.whole("units"));
            sigma = 1e-5;
            rate = 1e-2;
        }
        return new Experiment(
                id(),
                summary(),
                assignment.architecture(),
                assignment.contexts(),
                new Start.Drawn(new Init.Gaussian(sigma * config.real("start"), config.seed())),
                new Training(1, 1 / rate, steps(config), Map.of(), gatesEvery),
                new RecordPlan(new RecordPlan.When.Adaptive(), recorded),
                false);
    }

    @Override
    public String name(SceneConfig config) {
        return config.choice("refresh").equals(NONE) ? "" : "ReLU";
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        String refresh = config.choice("refresh");
        if (refresh.equals(NONE)) {
            return List.of();
        }
        String name = refresh.equals(NEVER) ? "gates kept" : "gates every " + refresh;
        Experiment held = run(config, EnumSet.of(Quantity.LOSS), OptionalInt.of(every(config)));
        return List.of(new Companion(name, held, Companion.Manner.PEER));
    }

    /** Steps between two looks at the gates of the network beside; more than there are where it looks once only. */
    private static int every(SceneConfig config) {
        for (int n : INTERVALS) {
            if (config.choice("refresh").equals(Integer.toString(n))) {
                return n;
            }
        }
        return steps(config) + 1;
    }

    private static List<Knob.Option> refreshes() {
        List<Knob.Option> options = new ArrayList<>();
        options.add(new Knob.Option(NONE, "not shown"));
        for (int n : INTERVALS) {
            options.add(new Knob.Option(Integer.toString(n), Integer.toString(n)));
        }
        options.add(new Knob.Option(NEVER, "never"));
        return options;
    }

    @Override
    public double opensAt(SceneConfig config) {
        return steps(config);
    }

    @Override
    public Panels panels(SceneConfig config) {
        boolean refreshed = !config.choice("refresh").equals(NONE);
        return new Panels(
                "graph",
                List.of("loss", "trials"),
                refreshed ? List.of("fit", "gates") : List.of("gates", "verdict"),
                List.of("loss", "trials"));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("exclusive or", "task=xor"),
                new Preset("the same in all contexts", "task=same"),
                new Preset("two contexts", "contexts=2&length=2"),
                new Preset("a large start", "start=10000"),
                new Preset("gates taken at every step", "refresh=1"),
                new Preset("gates taken every 50 steps", "refresh=50"),
                new Preset("in full: 700 units", "units=700&start=0.714"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        Optional<Findings> found = runs.get(0).findings();
        Optional<Narration> refreshed = refreshed(config, runs);
        boolean searching = found.isPresent() && !found.get().complete();
        return refreshed.isPresent() && !searching ? refreshed : Optional.of(SearchNarration.of(runs.get(0)));
    }

    /** How the network did whose gates are its own signs, taken anew now and then. */
    private static Optional<Narration> refreshed(SceneConfig config, List<Result> runs) {
        if (runs.size() < 2) {
            return Optional.empty();
        }
        Trajectory own = runs.get(0).trajectory();
        Optional<CurveDistance> distance = RunDistance.between(runs.get(1).trajectory(), own);
        if (distance.isEmpty()) {
            return Optional.empty();
        }
        double nrmse = distance.get().nrmse();
        int every = every(config);
        String stage = every > steps(config)
                ? "Gates of the start"
                : every == 1 ? "Gates at every step" : "Gates every " + every;
        String because = nrmse < ROUNDING
                ? "With gates taken at every step the linear network is the ReLU network itself: no difference but rounding."
                : every > steps(config)
                        ? "Kept for the whole run, the signs of the first step are the gates of a lazy network: another one."
                        : "Between two looks the gates are out of date; the longer, the further it strays from ReLU.";
        return Optional.of(new Narration(stage, "NRMSE " + Numbers.fixed(nrmse, 4), because));
    }
}
