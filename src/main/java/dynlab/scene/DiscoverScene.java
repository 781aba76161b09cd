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
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finding the gates: train a ReLU network, read gates off it, train linear networks with them, score them. */
final class DiscoverScene extends LessonScene {
    private static final About ABOUT = About.of("discover", Words.say("scene.discover.find-gates"))
            .heading(Words.say("scene.discover.heading"))
            .asks(Words.say("scene.discover.lesson.asks"))
            .gesture(Words.say("scene.discover.lesson.gesture"))
            .explains(Words.say("scene.discover.lesson.explains"))
            .terms("gate-discovery", "control")
            .summary(Words.say("scene.discover.train-relu-network"))
            .omits(Words.say("scene.discover.loss-matches-does"));

    private static final String XOR = "xor";
    private static final String NEVER = "never";
    private static final String NONE = "none";
    private static final double ROUNDING = 1e-9;
    private static final int[] INTERVALS = {1, 10, 50, 200, 1000};

    private static final List<Knob> KNOBS = List.of(
            new Knob.Choice(
                    "task",
                    Words.say("scene.discover.task"),
                    "",
                    Words.say("scene.discover.relu-network-learns"),
                    List.of(
                            new Knob.Option("same", Words.say("scene.discover.contexts")),
                            new Knob.Option("diff", Words.say("scene.discover.differ")),
                            new Knob.Option(XOR, Words.say("scene.discover.xor"))),
                    "diff"),
            new Knob.Whole(
                    "contexts",
                    Words.say("scene.discover.contexts-2"),
                    "C",
                    Words.say("scene.discover.tasks-contexts"),
                    2,
                    4,
                    3),
            new Knob.Real(
                    "start",
                    Words.say("scene.discover.start-usual"),
                    "",
                    Words.say("scene.discover.usual-size-2"),
                    0.1,
                    10_000,
                    1,
                    true),
            new Knob.Real(
                    "length",
                    Words.say("scene.discover.length-usual"),
                    "",
                    Words.say("scene.discover.usual-number-steps"),
                    0.25,
                    3,
                    1,
                    true),
            SharedKnobs.seed(),
            ContextLessons.units(Words.say("scene.discover.hidden-units"), 60, 700),
            new Knob.Choice(
                    "refresh",
                    Words.say("scene.discover.gates-refreshed-every"),
                    "",
                    Words.say("scene.discover.beside-linear-network"),
                    refreshes(),
                    NONE));

    DiscoverScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        if (config.choice("refresh").equals(NONE)) {
            return ABOUT.lesson();
        }
        return ABOUT.lesson()
                .asks(Words.say("scene.discover.lesson.asks-refreshed"))
                .gesture(Words.say("scene.discover.lesson.gesture-refreshed"))
                .explains(Words.say("scene.discover.lesson.explains-refreshed"));
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
        String name = refresh.equals(NEVER)
                ? Words.say("scene.discover.gates-kept")
                : Words.say("scene.discover.gates-every", refresh);
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
        options.add(new Knob.Option(NONE, Words.say("scene.discover.not-shown")));
        for (int n : INTERVALS) {
            options.add(new Knob.Option(Integer.toString(n), Integer.toString(n)));
        }
        options.add(new Knob.Option(NEVER, Words.say("scene.discover.never")));
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
                new Preset(Words.say("scene.discover.exclusive-or"), "task=xor"),
                new Preset(Words.say("scene.discover.same-all-contexts"), "task=same"),
                new Preset(Words.say("scene.discover.two-contexts"), "contexts=2&length=2"),
                new Preset(Words.say("scene.discover.large-start"), "start=10000"),
                new Preset(Words.say("scene.discover.gates-taken-every"), "refresh=1"),
                new Preset(Words.say("scene.discover.gates-taken-every-50"), "refresh=50"),
                new Preset(Words.say("scene.discover.full-700-units"), "units=700&start=0.714"));
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
                ? Words.say("scene.discover.gates-start")
                : every == 1
                        ? Words.say("scene.discover.gates-every-step")
                        : Words.say("scene.discover.gates-every-2", Integer.toString(every));
        String because = nrmse < ROUNDING
                ? Words.say("scene.discover.gates-taken-every-step")
                : every > steps(config)
                        ? Words.say("scene.discover.kept-whole-run")
                        : Words.say("scene.discover.between-two-looks");
        return Optional.of(new Narration(stage, Words.say("scene.discover.nrmse", Numbers.fixed(nrmse, 4)), because));
    }
}
