package dynlab.scene;

import dynlab.experiment.Companion;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.search.RunDistance;
import dynlab.measure.CurveDistance;
import dynlab.numeric.Numbers;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextPath;
import dynlab.task.ContextPaths;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What several limits run: the ReLU network and its gated twins, under the knobs of the scene. */
record LimitRuns(Scene scene, SceneConfig config) {
    /** The ReLU network from a start of a size. */
    Experiment relu(double sigma, Set<Quantity> recorded) {
        var assignment = ContextGraphs.relu(ContextLessons.task(config), config.whole("units"));
        return ContextLessons.experiment(scene, assignment, config, sigma, config.real("rate"), recorded, false);
    }

    /** The twin whose paths each drop one context, and its closed form. */
    Experiment dropOne(double sigma, double rate) {
        return twin(ContextPaths.dropOne(contexts(), config.whole("units")), sigma, rate, true);
    }

    /** The twin without gates. */
    Experiment linear(double sigma, double rate) {
        return twin(ContextPaths.linear(contexts(), config.whole("units")), sigma, rate, false);
    }

    private int contexts() {
        return ContextLessons.task(config).contexts();
    }

    private Experiment twin(List<ContextPath> paths, double sigma, double rate, boolean theory) {
        var assignment = ContextGraphs.twin(ContextLessons.task(config), paths);
        Set<Quantity> nothing = EnumSet.noneOf(Quantity.class);
        return ContextLessons.experiment(scene, assignment, config, sigma, rate, nothing, theory);
    }

    static Companion peer(String name, Experiment experiment) {
        return new Companion(name, experiment, Companion.Manner.PEER);
    }

    /** How far the first companions lie from the scene's own run, as far as they have run: "ReLU 0.012, drop-one 0.034". */
    static String fits(List<Result> runs, String... names) {
        List<String> fits = new ArrayList<>();
        for (int k = 1; k < Math.min(names.length + 1, runs.size()); k++) {
            Optional<CurveDistance> distance =
                    RunDistance.between(runs.get(k).trajectory(), runs.get(0).trajectory());
            if (distance.isPresent()) {
                fits.add(names[k - 1] + " " + Numbers.fixed(distance.get().nrmse(), 3));
            }
        }
        return String.join(", ", fits);
    }
}
