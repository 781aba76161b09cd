package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.task.Hierarchy;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.List;

/**
 * The tree of living things: a deep linear network learns broad distinctions first, then fine ones, each in its own
 * stage; a shallow one learns all at once.
 */
final class HierarchyScene extends LessonScene {
    private static final About ABOUT = About.of("hierarchy", Words.say("scene.hierarchy.tree-living-things"))
            .heading(Words.say("scene.hierarchy.heading"))
            .asks(Words.say("scene.hierarchy.lesson.asks"))
            .gesture(Words.say("scene.hierarchy.lesson.gesture"))
            .explains(Words.say("scene.hierarchy.lesson.explains"))
            .terms("progressive-differentiation", "singular-mode", "stage")
            .summary(Words.say("scene.hierarchy.broad-distinctions-first"))
            .omits(Words.say("scene.hierarchy.real-semantic-learning"));

    private final OwnWorld own;

    HierarchyScene(OwnWorld own) {
        super(ABOUT, own.with(LivingThings.KNOBS));
        this.own = own;
    }

    @Override
    public Lesson lesson(SceneConfig config) {
        Lesson usual = own.world(config).isPresent() ? own.lesson(ABOUT.lesson()) : ABOUT.lesson();
        return LivingThings.lesson(usual, config);
    }

    @Override
    public World world(SceneConfig config) {
        return own.world(config).orElseGet(() -> tree(config));
    }

    private static World tree(SceneConfig config) {
        Hierarchy hierarchy = Hierarchy.livingThings(config.real("flip"));
        int features = config.whole("features");
        return features == 0 ? hierarchy.readable() : hierarchy.sampled(features, config.seed());
    }

    @Override
    public Experiment experiment(SceneConfig config) {
        return LivingThings.experiment(this, world(config), config);
    }

    @Override
    public List<Companion> companions(SceneConfig config) {
        return LivingThings.shallow(this, config);
    }

    @Override
    public double opensAt(SceneConfig config) {
        return config.whole("epochs") / 2.0;
    }

    @Override
    public String pictured(SceneConfig config) {
        return "map";
    }

    @Override
    public Panels panels(SceneConfig config) {
        return new Panels(
                        "world",
                        List.of("loss", "modes", "answer"),
                        LivingThings.right(config, List.of("similarity", "map")),
                        List.of("modes", "answer"))
                .first("map");
    }

    @Override
    public List<Question> questions() {
        return List.of(
                new Question(Words.say("scene.hierarchy.can-canary-fly"), 3, 4),
                new Question(Words.say("scene.hierarchy.does-tuna-sing"), 1, 10),
                new Question(Words.say("scene.hierarchy.does-rose-petals"), 4, 5));
    }
}
