package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;

/** Where the theory of gated twins stops: large starts, other networks, large steps. */
final class LimitsScene extends LessonScene {
    private static final About ABOUT = About.of("limits", Words.say("scene.limits.where-theory-stops"))
            .gesture(Words.say("scene.limits.lesson.gesture"))
            .terms("linearisation", "kernel-regime")
            .summary(Words.say("scene.limits.large-starts-twin"))
            .omits(Words.say("scene.limits.loss-matches-does"));

    private static final List<Knob> KNOBS = List.of(
            Limits.knob(),
            ContextLessons.contexts(),
            ContextLessons.forms("diff"),
            SharedKnobs.start("sigma", "σ", Words.say("scene.limits.initial-weights-normal"), 1e-6, 1e-3, 1e-4),
            ContextLessons.rate(6e-3),
            ContextLessons.units(Words.say("scene.limits.hidden-units"), 60, 200),
            ContextLessons.epochs(700),
            SharedKnobs.seed());

    LimitsScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        Limit limit = Limits.of(config);
        return ABOUT.lesson().asks(limit.asks()).explains(limit.explains());
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
        String panel = Limits.of(config).panel();
        return new Panels(panel, List.of("loss"), List.of("occupancy"), List.of("loss")).first(panel);
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(Words.say("scene.limits.large-start"), "limit=start"),
                new Preset(Words.say("scene.limits.constant-input"), "limit=bias"),
                new Preset(Words.say("scene.limits.leaky-units"), "limit=leaky"),
                new Preset(Words.say("scene.limits.tanh-units"), "limit=tanh"),
                new Preset(Words.say("scene.limits.gelu-units"), "limit=gelu&epochs=1400"),
                new Preset(Words.say("scene.limits.large-steps"), "limit=steps"),
                new Preset(Words.say("scene.limits.weights-not-aligned"), "limit=misalignment"),
                new Preset(Words.say("scene.limits.full-100-units"), "units=100&rate=0.001&epochs=4000"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        return runs.isEmpty() ? Optional.empty() : Optional.of(Limits.of(config).tells(runs));
    }
}
