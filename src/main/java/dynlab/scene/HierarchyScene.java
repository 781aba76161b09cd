package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.task.Hierarchy;
import dynlab.task.World;
import java.util.List;

/**
 * The tree of living things: a deep linear network learns broad distinctions first, then fine ones, each in its own
 * stage; a shallow one learns all at once.
 */
final class HierarchyScene implements Scene {
    private static final About ABOUT = About.of("hierarchy", "A tree of living things")
            .summary("Broad distinctions first, then fine ones: each mode of the data waits, then drops in.")
            .explains(
                    "A network learns fifteen properties of eight living things, one distinction of their tree at a time, the broad"
                            + " ones first. The dashes are the theory: each mode's exact course, worked out from the data and the first"
                            + " weights alone.")
            .omits(
                    "Real semantic learning has noise, exceptions and nonlinear units; from a large or deep random start the modes"
                            + " are not independent, and then no dashes are drawn.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Knob> knobs() {
        return LivingThings.KNOBS;
    }

    @Override
    public World world(SceneConfig config) {
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
    public Panels panels(SceneConfig config) {
        return new Panels(
                "world", List.of("loss", "modes", "answer"), List.of("similarity", "map"), List.of("modes", "answer"));
    }

    @Override
    public List<Question> questions() {
        return List.of(
                new Question("Can a canary fly?", 3, 4),
                new Question("Does a tuna sing?", 1, 10),
                new Question("Does a rose have petals?", 4, 5));
    }
}
