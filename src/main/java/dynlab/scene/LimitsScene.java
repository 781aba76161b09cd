package dynlab.scene;

import dynlab.architecture.Activation;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.experiment.search.Findings;
import dynlab.experiment.search.RunDistance;
import dynlab.measure.CurveDistance;
import dynlab.task.Assignment;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextPaths;
import dynlab.task.ContextTask;
import dynlab.task.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Where the theory of gated twins stops: large starts, other networks, large steps. */
final class LimitsScene implements Scene {
    private static final String START = "start";
    private static final String BIAS = "bias";
    private static final String LEAKY = "leaky";
    private static final String TANH = "tanh";
    private static final String GELU = "gelu";
    private static final String STEPS = "steps";
    private static final String MISALIGNED = "misalignment";

    /** Starts that are compared, as multiples of the smallest. */
    private static final int[] TIMES = {1, 100, 1000, 3000};

    private static final String AT_START = "the start's";

    /** The start, as a multiple of the smallest, that closed forms do not allow: what is not aligned in it counts. */
    private static final int MISALIGNED_TIMES = 2000;

    /** How much larger the large steps are. */
    private static final double LARGER = 5;

    private static final List<Knob> KNOBS = List.of(
            new Knob.Choice(
                    "limit",
                    "Limit",
                    "",
                    "What the theory takes for granted, and is not given here.",
                    List.of(
                            new Knob.Option(START, "start"),
                            new Knob.Option(BIAS, "bias"),
                            new Knob.Option(LEAKY, "leaky"),
                            new Knob.Option(TANH, "tanh"),
                            new Knob.Option(GELU, "GELU"),
                            new Knob.Option(STEPS, "steps"),
                            new Knob.Option(MISALIGNED, "unaligned")),
                    START),
            ContextLessons.contexts(),
            ContextLessons.forms("diff"),
            new Knob.Real(
                    "sigma",
                    "Size of the start",
                    "σ",
                    "Initial weights are normal with this standard deviation; where starts are compared, the smallest.",
                    1e-6,
                    1e-3,
                    1e-4,
                    true),
            ContextLessons.rate(6e-3),
            ContextLessons.units("Hidden units", 60, 200),
            ContextLessons.epochs(700),
            ContextLessons.seed());

    @Override
    public String id() {
        return "limits";
    }

    @Override
    public String title() {
        return "Where the theory stops";
    }

    @Override
    public String summary() {
        return "From large starts the twin that fits is the one whose gates never change; other limits are a choice away.";
    }

    @Override
    public String explains() {
        return "From a small start gates are learned, and the paths that drop one context fit best; from a large one they hardly"
                + " move, and the gates at the start are the right ones. The bars show that the trained units look alike over"
                + " decades of small starts while the fits change.";
    }

    @Override
    public String omits() {
        return "A loss that matches does not prove the gates: small differences of fit, below about 0.005, are within what seeds"
                + " do, and nothing here is about noisy steps, real data or other losses.";
    }

    @Override
    public List<Knob> knobs() {
        return KNOBS;
    }

    @Override
    public World world(SceneConfig config) {
        return ContextLessons.world();
    }

    private static String called(int k) {
        return (k == 0 ? "" : TIMES[k] + " ") + "σ";
    }

    private static boolean sweeps(SceneConfig config) {
        return config.choice("limit").equals(START);
    }

    private Experiment relu(SceneConfig config, double sigma, Set<Quantity> recorded) {
        Assignment assignment = ContextGraphs.relu(ContextLessons.task(config), config.whole("units"));
        return ContextLessons.experiment(this, assignment, config, sigma, config.real("rate"), recorded, false);
    }

    private static Set<Quantity> fits() {
        return EnumSet.of(Quantity.SHARING, Quantity.GATE_FITS);
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        ContextTask task = ContextLessons.task(config);
        int units = config.whole("units");
        Set<Quantity> shares = EnumSet.of(Quantity.SHARING);
        return switch (config.choice("limit")) {
            case BIAS -> other(config, ContextGraphs.network(task, Activation.RELU, true, units), shares);
            case LEAKY -> other(config, ContextGraphs.network(task, Activation.LEAKY_RELU, false, units), shares);
            case TANH -> other(config, ContextGraphs.network(task, Activation.TANH, false, units), shares);
            case GELU -> other(config, ContextGraphs.network(task, Activation.GELU, false, units), shares);
            case MISALIGNED -> relu(config, MISALIGNED_TIMES * config.real("sigma"), shares);
            case STEPS ->
                ContextLessons.experiment(
                        this,
                        ContextGraphs.relu(task, units),
                        config,
                        config.real("sigma"),
                        LARGER * config.real("rate"),
                        shares,
                        false);
            default -> relu(config, config.real("sigma"), fits());
        };
    }

    private Experiment other(SceneConfig config, Assignment assignment, Set<Quantity> recorded) {
        return ContextLessons.experiment(this, assignment, config, recorded, false);
    }

    @Override
    public String name(SceneConfig config) {
        return switch (config.choice("limit")) {
            case BIAS -> "with bias";
            case LEAKY -> "leaky";
            case TANH -> "tanh";
            case GELU -> "GELU";
            case STEPS -> "ReLU, 5 η";
            case MISALIGNED -> "ReLU, " + MISALIGNED_TIMES + " σ";
            default -> called(0);
        };
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        List<Companion> companions = new ArrayList<>();
        if (sweeps(config)) {
            for (int k = 1; k < TIMES.length; k++) {
                double sigma = TIMES[k] * config.real("sigma");
                companions.add(new Companion(called(k), relu(config, sigma, fits()), Companion.Manner.PEER));
            }
            return companions;
        }
        if (config.choice("limit").equals(MISALIGNED)) {
            return List.of(
                    dropOne("from " + MISALIGNED_TIMES + " σ", config, MISALIGNED_TIMES * config.real("sigma")),
                    dropOne("from σ", config, config.real("sigma")));
        }
        ContextTask task = ContextLessons.task(config);
        int units = config.whole("units");
        boolean large = config.choice("limit").equals(STEPS);
        double rate = large ? LARGER * config.real("rate") : config.real("rate");
        EnumSet<Quantity> nothing = EnumSet.noneOf(Quantity.class);
        if (!large) {
            companions.add(new Companion(
                    "ReLU", relu(config, config.real("sigma"), EnumSet.of(Quantity.SHARING)), Companion.Manner.PEER));
        }
        companions.add(new Companion(
                "drop-one",
                ContextLessons.experiment(
                        this,
                        ContextGraphs.twin(task, ContextPaths.dropOne(task.contexts(), units)),
                        config,
                        config.real("sigma"),
                        rate,
                        nothing,
                        true),
                Companion.Manner.PEER));
        companions.add(new Companion(
                "linear",
                ContextLessons.experiment(
                        this,
                        ContextGraphs.twin(task, ContextPaths.linear(task.contexts(), units)),
                        config,
                        config.real("sigma"),
                        rate,
                        nothing,
                        false),
                Companion.Manner.PEER));
        return companions;
    }

    /** The twin of drop-one paths and its closed form, from a start of a size. */
    private Companion dropOne(String name, SceneConfig config, double sigma) {
        ContextTask task = ContextLessons.task(config);
        Assignment twin = ContextGraphs.twin(task, ContextPaths.dropOne(task.contexts(), config.whole("units")));
        EnumSet<Quantity> nothing = EnumSet.noneOf(Quantity.class);
        return new Companion(
                name,
                ContextLessons.experiment(this, twin, config, sigma, config.real("rate"), nothing, true),
                Companion.Manner.PEER);
    }

    @Override
    public double opensAt(SceneConfig config) {
        return config.whole("epochs");
    }

    @Override
    public Panels panels(SceneConfig config) {
        return sweeps(config)
                ? new Panels("fits", List.of("loss"), List.of("occupancy"), List.of("loss"))
                : new Panels("fit", List.of("loss"), List.of("occupancy"), List.of("loss"));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("a constant input", "limit=bias"),
                new Preset("leaky units", "limit=leaky"),
                new Preset("tanh units", "limit=tanh"),
                new Preset("GELU units", "limit=gelu&epochs=1400"),
                new Preset("large steps", "limit=steps"),
                new Preset("weights not aligned", "limit=misalignment"),
                new Preset("in full: 100 units, small steps", "units=100&rate=0.001&epochs=4000"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                sweeps(config)
                        ? sweep(runs)
                        : config.choice("limit").equals(MISALIGNED) ? misaligned(runs) : variant(config, runs));
    }

    private static Narration sweep(List<Result> runs) {
        List<String> best = new ArrayList<>();
        for (int k = 0; k < runs.size(); k += Math.max(1, runs.size() - 1)) {
            Optional<Findings> findings = runs.get(k).findings();
            if (findings.isPresent() && findings.get().complete()) {
                best.add(shortName(findings.get().closest(true)) + " from " + called(k));
            }
        }
        boolean lazy = best.size() > 1 && best.get(best.size() - 1).startsWith(AT_START);
        return best.size() < 2
                ? new Narration(
                        "Which gates fit", "", "Each network's gates are put into linear networks, which are trained.")
                : new Narration(
                        "Which gates fit",
                        "",
                        "Best: " + String.join(", ", best) + "." + (lazy ? " Gates hardly move there." : ""));
    }

    private static String shortName(String candidate) {
        if (candidate.startsWith("the pattern")) {
            return AT_START;
        }
        return candidate.startsWith("pooled") ? "pooled" : candidate.indexOf("drop") >= 0 ? "drop-one" : "smaller sets";
    }

    /** How far the closed forms lie from the twins that they foretell. */
    private static Narration misaligned(List<Result> runs) {
        List<String> misses = new ArrayList<>();
        for (int k = 1; k < runs.size(); k++) {
            Optional<CurveDistance> miss = miss(runs.get(k));
            if (miss.isPresent()) {
                misses.add((k == 1 ? "theory off " : "from σ ")
                        + ContextLessons.thousandths(miss.get().nrmse()));
            }
        }
        return new Narration(
                "Not aligned",
                String.join(", ", misses),
                "Closed forms follow what of the start lies along the modes; in a small start the rest fades first, in a large one it"
                        + " counts.");
    }

    private static Optional<CurveDistance> miss(Result run) {
        Trajectory own = run.trajectory();
        if (run.prediction().isEmpty() || run.prediction().get().loss().length != own.count()) {
            return Optional.empty();
        }
        int[] steps = new int[own.count()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = own.step(i);
        }
        return RunDistance.between(
                new Trajectory(
                        own.dt(),
                        steps,
                        run.prediction().get().loss(),
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        OptionalInt.empty()),
                own);
    }

    private static Narration variant(SceneConfig config, List<Result> runs) {
        String limit = config.choice("limit");
        Trajectory own = runs.get(0).trajectory();
        List<String> fits = new ArrayList<>();
        String[] names = limit.equals(STEPS) ? new String[] {"drop-one", "linear"} : new String[] {"ReLU", "drop-one"};
        for (int k = 1; k < Math.min(3, runs.size()); k++) {
            Optional<CurveDistance> distance = RunDistance.between(runs.get(k).trajectory(), own);
            if (distance.isPresent()) {
                fits.add(names[k - 1] + " "
                        + ContextLessons.thousandths(distance.get().nrmse()));
            }
        }
        String because = switch (limit) {
            case BIAS -> "A constant input is one more thing that all contexts share; the twin does not have it.";
            case LEAKY -> "A leak leaves the gates where they are: what holds for ReLU carries over.";
            case GELU -> "At 0 the slope of GELU is a half, so it starts late; shifted in time it comes closer.";
            case TANH -> "From a small start tanh is as good as linear and stops where no gate is there to help.";
            default -> "Larger steps make the curves coarse; both networks take the same ones.";
        };
        return new Narration("Another network", String.join(", ", fits), because);
    }
}
