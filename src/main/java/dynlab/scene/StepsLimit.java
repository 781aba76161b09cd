package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.task.ContextGraphs;
import dynlab.words.Words;
import java.util.EnumSet;
import java.util.List;

/** Steps so large that the run is not the flow any more. */
final class StepsLimit implements Limit {
    /** How much larger the large steps are. */
    private static final double LARGER = 5;

    @Override
    public String word() {
        return "steps";
    }

    @Override
    public String label() {
        return "steps";
    }

    @Override
    public String asks() {
        return Words.say("limit.steps.asks");
    }

    @Override
    public String explains() {
        return Words.say("limit.steps.explains");
    }

    @Override
    public String name() {
        return Words.say("limit.steps.relu-5");
    }

    @Override
    public Experiment experiment(Scene scene, SceneConfig config) {
        return ContextLessons.experiment(
                scene,
                ContextGraphs.relu(ContextLessons.task(config), config.whole("units")),
                config,
                config.real("sigma"),
                LARGER * config.real("rate"),
                EnumSet.of(Quantity.SHARING),
                false);
    }

    @Override
    public List<Companion> companions(Scene scene, SceneConfig config) {
        LimitRuns runs = new LimitRuns(scene, config);
        double sigma = config.real("sigma");
        double rate = LARGER * config.real("rate");
        return List.of(
                LimitRuns.peer("drop-one", runs.dropOne(sigma, rate)),
                LimitRuns.peer("linear", runs.linear(sigma, rate)));
    }

    @Override
    public Narration tells(List<Result> runs) {
        return new Narration(
                Words.say("limit.steps.another-network"),
                LimitRuns.fits(runs, "drop-one", "linear"),
                Words.say("limit.steps.larger-steps-make"));
    }
}
