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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Structured mixed selectivity: what single units of the ReLU network respond to, beside a network that shares nothing. */
final class MixedScene implements Scene {
    private static final About ABOUT = About.of("mixed", "Mixed selectivity")
            .summary(
                    "Units of a ReLU network are on in several contexts, for objects that nest; a modular network's in one.")
            .explains(
                    "Every row is a unit, its objects sorted by how much it answers to them: in most contexts it is on for some"
                            + " objects, and these sets contain one another, like stairs. The same object keeps looking alike"
                            + " in different contexts, which a modular network, one part a context, never shows.")
            .omits(
                    "Almost no unit is cleanly on or off in a context: the paths of a gated twin are what the units come to when they"
                            + " are pooled, and numbers are weighted by what a unit contributes.");

    private static final List<Knob> KNOBS = List.of(
            ContextLessons.contexts(),
            ContextLessons.forms("same"),
            SharedKnobs.sigma(1e-4),
            ContextLessons.rate(6e-3),
            ContextLessons.units("Hidden units", 60, 240),
            ContextLessons.epochs(1100),
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
                "modular",
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
                List.of("loss", "alike"));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("two contexts", "contexts=2&epochs=1500"),
                new Preset("five contexts", "contexts=5"),
                new Preset("early: all are on", "epochs=150"),
                new Preset("in full: 120 units, small steps", "units=120&rate=0.001&epochs=6000"));
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
        String happened = "active in " + Numbers.fixed(sharing.participation(), 2) + " of " + config.whole("contexts")
                + " contexts, in effect";
        if (left > 0.95) {
            return Optional.of(new Narration(
                    "At the start", happened, "Units respond as they were drawn; nothing is learned yet."));
        }
        double everywhere = sharing.onIn(config.whole("contexts"));
        if (everywhere > 0.5) {
            return Optional.of(new Narration(
                    "On everywhere",
                    happened,
                    "What all contexts share comes first, so units are on in all: " + Numbers.percent(everywhere)
                            + " of what they contribute."));
        }
        return Optional.of(new Narration(
                "Nested",
                happened,
                Numbers.percent(sharing.graded())
                        + " of the units are on for some objects of a context and off for others. Of "
                        + Numbers.percent(sharing.nested())
                        + ", what they are on for in one context lies within what they are on for in another."));
    }
}
