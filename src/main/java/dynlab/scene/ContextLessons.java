package dynlab.scene;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Sharing;
import dynlab.learning.Init;
import dynlab.task.Assignment;
import dynlab.task.ContextTask;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the lessons about ReLU networks and their gated twins share: the task of objects in contexts, and its knobs. */
final class ContextLessons {
    private ContextLessons() {}

    static Knob contexts() {
        return new Knob.Whole(
                "contexts",
                Words.say("scene.context-lessons.contexts"),
                "C",
                Words.say("scene.context-lessons.each-same-objects"),
                2,
                5,
                3);
    }

    static Knob forms(String initial) {
        return new Knob.Choice(
                "forms",
                Words.say("scene.context-lessons.properties"),
                "",
                Words.say("scene.context-lessons.whether-contexts-order"),
                List.of(
                        new Knob.Option("same", Words.say("scene.context-lessons.same-all")),
                        new Knob.Option("diff", Words.say("scene.context-lessons.differ"))),
                initial);
    }

    static Knob rate(double initial) {
        return SharedKnobs.rate("η", Words.say("scene.context-lessons.each-step-adds"), 5e-4, 0.02, initial);
    }

    static Knob units(String label, int initial, int most) {
        return new Knob.Whole(
                "units", label, "N", Words.say("scene.context-lessons.relu-units-twins"), 12, most, initial);
    }

    static Knob epochs(int initial) {
        return SharedKnobs.epochs(100, 30_000, initial);
    }

    static ContextTask task(SceneConfig config) {
        int contexts = config.whole("contexts");
        return config.choice("forms").equals("same") ? ContextTask.same(contexts) : ContextTask.diff(contexts);
    }

    /** The objects and what is true of them in every context. */
    static World world() {
        List<String> objects =
                List.of("object 1", "object 2", "object 3", "object 4", "object 5", "object 6", "object 7", "object 8");
        List<String> properties = List.of(
                "all",
                "first four",
                "last four",
                "pair 1",
                "pair 2",
                "pair 3",
                "pair 4",
                "only 1",
                "only 2",
                "only 3",
                "only 4",
                "only 5",
                "only 6",
                "only 7",
                "only 8");
        return World.plain(objects, properties, ContextTask.Form.HIERARCHY.matrix());
    }

    static Experiment experiment(
            Scene scene, Assignment assignment, SceneConfig config, Set<Quantity> recorded, boolean theory) {
        return experiment(scene, assignment, config, config.real("sigma"), config.real("rate"), recorded, theory);
    }

    /** One run under a scene's knobs, but for the size of its start and its steps. */
    static Experiment experiment(
            Scene scene,
            Assignment assignment,
            SceneConfig config,
            double sigma,
            double rate,
            Set<Quantity> recorded,
            boolean theory) {
        Set<Quantity> quantities = EnumSet.of(Quantity.LOSS);
        quantities.addAll(recorded);
        return new Experiment(
                scene.id(),
                scene.summary(),
                assignment.architecture(),
                assignment.contexts(),
                new Start.Drawn(new Init.Gaussian(sigma, config.seed())),
                new Training(1, 1 / rate, config.whole("epochs")),
                new RecordPlan(new RecordPlan.When.Adaptive(), quantities)
                        .picturing(EnumSet.of(Quantity.PATH_MAPS, Quantity.TUNING)),
                theory);
    }

    /** How hidden layer {@code layer}, from 0, shares its work at a time, if recorded. */
    static Optional<Sharing> sharing(Trajectory run, int layer, double step) {
        Series series = run.series().get(new SeriesKey(Quantity.SHARING, layer, 0));
        return series == null || run.count() == 0
                ? Optional.empty()
                : Optional.of(new Sharing(series, run.indexAt(step)));
    }

    /** The share of its first error that a run has left at a time. */
    static double left(Trajectory run, double step) {
        return run.count() == 0 || !(run.loss(0) > 0) ? 1 : run.loss(run.indexAt(step)) / run.loss(0);
    }
}
