package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Sharing;
import dynlab.numeric.Numbers;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextPaths;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Structured mixed selectivity: what single units of the ReLU network respond to, beside a network that shares nothing. */
final class MixedScene extends LessonScene {
    private static final About ABOUT = About.of("mixed", Words.say("scene.mixed.mixed-selectivity"))
            .heading(Words.say("scene.mixed.heading"))
            .asks(Words.say("scene.mixed.lesson.asks"))
            .gesture(Words.say("scene.mixed.lesson.gesture"))
            .explains(Words.say("scene.mixed.lesson.explains"))
            .terms("mixed-selectivity", "modularity")
            .summary(Words.say("scene.mixed.units-relu-network"))
            .omits(Words.say("scene.mixed.almost-no-unit"));

    private static final List<Knob> KNOBS = List.of(
            ContextLessons.contexts(),
            ContextLessons.forms("same"),
            SharedKnobs.sigma(1e-4),
            ContextLessons.rate(6e-3),
            ContextLessons.units(Words.say("scene.mixed.hidden-units"), 60, 240),
            ContextLessons.epochs(1100),
            SharedKnobs.seed());

    MixedScene() {
        super(ABOUT, KNOBS);
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        return config.choice("forms").equals("same")
                ? ABOUT.lesson()
                : ABOUT.lesson().explains(Words.say("scene.mixed.lesson.differ"));
    }

    @Override
    public World world(SceneConfig config) {
        return ContextLessons.world();
    }

    private static Set<Quantity> recorded() {
        return EnumSet.of(Quantity.TUNING, Quantity.SHARING);
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return ContextLessons.experiment(
                this,
                ContextGraphs.relu(ContextLessons.task(config), config.whole("units")),
                config,
                recorded(),
                false);
    }

    @Override
    public String name(SceneConfig config) {
        return "ReLU";
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        int units = config.whole("units");
        return List.of(new Companion(
                Words.say("scene.contexts.modular"),
                ContextLessons.experiment(
                        this,
                        ContextGraphs.twin(
                                ContextLessons.task(config), ContextPaths.modular(config.whole("contexts"), units)),
                        config,
                        recorded(),
                        false),
                Companion.Manner.PEER));
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels(
                        "tuning",
                        List.of("loss", "alike@1", "alike"),
                        List.of("occupancy", "tuning@1"),
                        List.of("loss", "alike"))
                .first("tuning");
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(Words.say("scene.mixed.two-contexts"), "contexts=2&epochs=1500"),
                new Preset(Words.say("scene.mixed.five-contexts"), "contexts=5"),
                new Preset(Words.say("scene.mixed.early-all"), "epochs=150"),
                new Preset(Words.say("scene.mixed.full-120-units"), "units=120&rate=0.001&epochs=6000"));
    }

    @Override
    public Optional<Narration> tells(SceneConfig config, List<Result> runs, double step) {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        Trajectory own = runs.get(0).trajectory();
        Optional<Sharing> now = ContextLessons.sharing(own, 0, step);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        Sharing sharing = now.get();
        double left = ContextLessons.left(own, step);
        String happened = Words.say(
                "scene.mixed.active-contexts-effect",
                Numbers.fixed(sharing.participation(), 2),
                Integer.toString(config.whole("contexts")));
        if (left > 0.95) {
            return Optional.of(new Narration(
                    Words.say("scene.mixed.start"), happened, Words.say("scene.mixed.units-respond-were")));
        }
        double everywhere = sharing.onIn(config.whole("contexts"));
        if (everywhere > 0.5) {
            return Optional.of(new Narration(
                    Words.say("scene.mixed.everywhere"),
                    happened,
                    Words.say("scene.mixed.all-contexts-share", Numbers.percent(everywhere))));
        }
        return Optional.of(new Narration(
                Words.say("scene.mixed.nested"),
                happened,
                Words.say(
                        "scene.mixed.units-some-objects",
                        Numbers.percent(sharing.graded()),
                        Numbers.percent(sharing.nested()))));
    }
}
