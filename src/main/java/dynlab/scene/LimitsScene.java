package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.task.World;
import java.util.List;
import java.util.Optional;

/** Where the theory of gated twins stops: large starts, other networks, large steps. */
final class LimitsScene implements Scene {
    private static final About ABOUT = About.of("limits", "Where the theory stops")
            .summary(
                    "From large starts the twin that fits is the one whose gates never change; other limits are a choice away.")
            .explains(
                    "From a small start gates are learned, and the paths that drop one context fit best; from a large one they hardly"
                            + " move, and the gates at the start are the right ones. The bars show that the trained units look alike over"
                            + " decades of small starts while the fits change.")
            .omits(
                    "A loss that matches does not prove the gates: small differences of fit, below about 0.005, are within what seeds"
                            + " do, and nothing here is about noisy steps, real data or other losses.");

    private static final List<Knob> KNOBS = List.of(
            Limits.knob(),
            ContextLessons.contexts(),
            ContextLessons.forms("diff"),
            SharedKnobs.start(
                    "sigma",
                    "σ",
                    "Initial weights are normal with this standard deviation; where starts are compared, the smallest.",
                    1e-6,
                    1e-3,
                    1e-4),
            ContextLessons.rate(6e-3),
            ContextLessons.units("Hidden units", 60, 200),
            ContextLessons.epochs(700),
            SharedKnobs.seed());

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
        return Limits.of(config).experiment(this, config);
    }

    @Override
    public String name(SceneConfig config) {
        return Limits.of(config).name();
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        return Limits.of(config).companions(this, config);
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels(Limits.of(config).panel(), List.of("loss"), List.of("occupancy"), List.of("loss"));
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
        return runs.isEmpty() ? Optional.empty() : Optional.of(Limits.of(config).tells(runs));
    }
}
