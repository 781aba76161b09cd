package dynlab.experiment;

import dynlab.architecture.Architecture;
import dynlab.measure.LinearMap;
import dynlab.numeric.Matrix;
import dynlab.theory.DeepLinearTheory;
import dynlab.theory.Modes;
import dynlab.theory.Prediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the theory and the derived pictures beside a record. */
final class ResultMaker {
    private ResultMaker() {}

    static Result make(Experiment experiment, List<Matrix> initialWeights, Trajectory trajectory) {
        Optional<Modes> modes = LinearMap.obstacle(experiment.architecture(), experiment.contexts())
                        .isEmpty()
                ? Optional.of(Recorder.dataModes(experiment))
                : Optional.empty();
        Optional<Prediction> prediction = experiment.theory()
                ? Optional.of(predict(experiment, initialWeights, trajectory.steps()))
                : Optional.empty();
        return new Result(trajectory, prediction, modes, Optional.empty());
    }

    private static Prediction predict(Experiment experiment, List<Matrix> initialWeights, int[] steps) {
        Architecture architecture = experiment.architecture();
        Map<String, Matrix> byEdge = new LinkedHashMap<>();
        for (int e = 0; e < initialWeights.size(); e++) {
            byEdge.put(architecture.edges().get(e).id(), initialWeights.get(e));
        }
        Training training = experiment.training();
        return DeepLinearTheory.predict(
                architecture, experiment.contexts(), byEdge, training.dt(), training.tau(), steps);
    }
}
