package dynlab.scene;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Init;
import dynlab.task.Assignment;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextTask;
import dynlab.task.GatedTask;
import dynlab.task.World;
import dynlab.task.Xor;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Finding the gates: train a ReLU network, read gates off it, train linear networks with them, score them. */
final class DiscoverScene implements Scene {
    private static final String XOR = "xor";

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
            ContextLessons.seed());

    @Override
    public String id() {
        return "discover";
    }

    @Override
    public String title() {
        return "Find the gates";
    }

    @Override
    public String summary() {
        return "Train a ReLU network, read gates off its units, train linear networks with them, and see which learn alike.";
    }

    @Override
    public String explains() {
        return "A ReLU network is trained and watched; what its units do becomes sets of gates, and with each of them a linear"
                + " network is trained from the same weights. Gates are believed only if their loss is three times closer to"
                + " the ReLU network's than that of every control: all gates open, those of the start, shuffled, random.";
    }

    @Override
    public String omits() {
        return "A loss that matches does not prove the gates, since units are graded and not clean; with several hidden layers or"
                + " too short a run nothing may be found.";
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
            assignment = ContextGraphs.relu(same ? ContextTask.same(contexts) : ContextTask.diff(contexts), 60);
            sigma = 1e-5;
            rate = 1e-2;
        }
        return new Experiment(
                id(),
                summary(),
                assignment.architecture(),
                assignment.contexts(),
                new Start.Drawn(new Init.Gaussian(sigma * config.real("start"), config.whole("seed"))),
                new Training(1, 1 / rate, steps(config)),
                new RecordPlan(new RecordPlan.When.Adaptive(), EnumSet.of(Quantity.LOSS, Quantity.DISCOVERY)),
                false);
    }

    @Override
    public double opensAt(SceneConfig config) {
        return steps(config);
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels("graph", List.of("loss", "trials"), List.of("gates", "verdict"), List.of("loss", "trials"));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("exclusive or", "task=xor"),
                new Preset("the same in all contexts", "task=same"),
                new Preset("two contexts", "contexts=2&length=2"),
                new Preset("a large start", "start=10000"));
    }

    @Override
    public Optional<Telling> tells(SceneConfig config, List<Result> runs, double step) {
        return runs.isEmpty() ? Optional.empty() : Optional.of(SearchTelling.of(runs.get(0)));
    }
}
