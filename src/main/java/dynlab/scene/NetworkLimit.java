package dynlab.scene;

import dynlab.architecture.Activation;
import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.task.ContextGraphs;
import dynlab.words.Words;
import java.util.EnumSet;
import java.util.List;

/**
 * Another network than one of ReLU units: other units, or an input that is always on.
 *
 * @param name what its run is called
 * @param activation of its hidden units
 * @param constant whether it has an input that is always on
 * @param asks whether the theory still holds, as a question
 * @param explains what the narrator says of it, too
 */
record NetworkLimit(
        String word, String label, String name, Activation activation, boolean constant, String asks, String explains)
        implements Limit {
    @Override
    public Experiment experiment(Scene scene, SceneConfig config) {
        return ContextLessons.experiment(
                scene,
                ContextGraphs.network(ContextLessons.task(config), activation, constant, config.whole("units")),
                config,
                EnumSet.of(Quantity.SHARING),
                false);
    }

    @Override
    public List<Companion> companions(Scene scene, SceneConfig config) {
        LimitRuns runs = new LimitRuns(scene, config);
        double sigma = config.real("sigma");
        double rate = config.real("rate");
        return List.of(
                LimitRuns.peer("ReLU", runs.relu(sigma, EnumSet.of(Quantity.SHARING))),
                LimitRuns.peer("drop-one", runs.dropOne(sigma, rate)),
                LimitRuns.peer("linear", runs.linear(sigma, rate)));
    }

    @Override
    public Narration tells(List<Result> runs) {
        return new Narration(
                Words.say("limit.network.another-network"), LimitRuns.fits(runs, "ReLU", "drop-one"), explains);
    }
}
