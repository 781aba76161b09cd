package dynlab.experiment.run;

import dynlab.architecture.Architecture;
import dynlab.architecture.DataRange;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Training;
import dynlab.experiment.Trajectory;
import dynlab.experiment.search.ContextTwins;
import dynlab.measure.MdsTrail;
import dynlab.numeric.Matrix;
import dynlab.theory.LayersForetold;
import dynlab.theory.Prediction;
import dynlab.theory.modes.DeepLinearTheory;
import dynlab.theory.modes.StackedHeads;
import dynlab.theory.race.NeuralRaceReduction;
import dynlab.theory.race.SeparatePaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the theory and the derived pictures beside a record. */
final class ResultMaker {
    private static final int MOST_MAPPED_ITEMS = 64;

    private ResultMaker() {}

    static Result make(Runner runner, List<Matrix> initialWeights, Trajectory trajectory) {
        Experiment experiment = runner.experiment();
        Optional<Prediction> prediction = experiment.theory()
                ? Optional.of(predict(runner, initialWeights, trajectory.steps())
                        .measuredBy(trajectory.steps(), losses(trajectory)))
                : Optional.empty();
        if (trajectory.divergedAt().isPresent()) {
            prediction = prediction.map(Prediction::blownUp);
        }
        LayersForetold layers = experiment.theory()
                ? TwoLayers.foretold(experiment, initialWeights, trajectory.steps())
                : LayersForetold.NONE;
        return new Result(trajectory, prediction, layers, runner.modes(), trail(trajectory), Optional.empty());
    }

    private static double[] losses(Trajectory trajectory) {
        double[] losses = new double[trajectory.count()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = trajectory.loss(i);
        }
        return losses;
    }

    /** Map positions from the similarity in the first hidden layer, once the run is over. */
    private static Optional<Series> trail(Trajectory trajectory) {
        if (trajectory.digest().isEmpty()) {
            return Optional.empty();
        }
        for (Map.Entry<SeriesKey, Series> entry : trajectory.series().entrySet()) {
            Series series = entry.getValue();
            if (entry.getKey().quantity() == Quantity.SIMILARITY && series.rows() <= MOST_MAPPED_ITEMS) {
                double[] positions = MdsTrail.of(series.rows(), series.values());
                return Optional.of(new Series(series.rows(), 2, series.held(), positions));
            }
        }
        return Optional.empty();
    }

    /** Where no exact reduction applies, what is known of paths that do not interact. */
    private static Prediction besides(
            Prediction exact, Experiment experiment, List<Matrix> initialWeights, int[] steps) {
        List<Prediction> also = new ArrayList<>(exact.also());
        double rate = experiment.training().learningRate();
        SeparatePaths.predict(experiment.architecture(), experiment.contexts(), initialWeights, rate, steps)
                .ifPresent(also::add);
        return exact.beside(also);
    }

    private static Prediction predict(Runner runner, List<Matrix> initialWeights, int[] steps) {
        Experiment experiment = runner.experiment();
        if (!experiment.plain()) {
            return OtherDescent.predict(runner, initialWeights, steps);
        }
        Architecture architecture = experiment.architecture();
        Training training = experiment.training();
        Optional<ContextTwins> twin = ContextTwins.of(experiment);
        if (twin.isPresent()) {
            return twin.get().predict(steps);
        }
        boolean open = experiment.contexts().stream()
                .allMatch(context -> context.gates().open());
        boolean plain = DataRange.plain(experiment.contexts());
        boolean chain = open && plain && architecture.linearChain().isPresent();
        Optional<StackedHeads> heads =
                open && plain ? StackedHeads.of(architecture, experiment.contexts(), initialWeights) : Optional.empty();
        if (heads.isPresent()) {
            return DeepLinearTheory.predict(
                    heads.get().architecture(),
                    heads.get().contexts(),
                    heads.get().weights(),
                    training.dt(),
                    training.tau(),
                    steps);
        }
        if (!chain) {
            Optional<NeuralRaceReduction> reduction = runner.reduction();
            if (reduction.isPresent()) {
                Prediction exact = reduction.get().predict(training.dt(), training.tau(), steps);
                boolean settled =
                        exact.loss().length > 0 || !plain || !reduction.get().separate();
                return settled ? exact : besides(exact, experiment, initialWeights, steps);
            }
        }
        Map<String, Matrix> byEdge = new LinkedHashMap<>();
        for (int e = 0; e < initialWeights.size(); e++) {
            byEdge.put(architecture.edges().get(e).id(), initialWeights.get(e));
        }
        Prediction ofChain = DeepLinearTheory.predict(
                architecture, experiment.contexts(), byEdge, training.dt(), training.tau(), steps);
        return chain ? ofChain : ofChain.reaching(NeuralRaceReduction.beyond(architecture));
    }
}
