package dynlab.view.lesson;

import dynlab.architecture.Architecture;
import dynlab.architecture.Correlations;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.measure.LinearMap;
import dynlab.numeric.Matrix;
import dynlab.theory.modes.ReducedRank;
import dynlab.view.RunView;
import java.util.Optional;

/** The maps that a lesson about regression compares: a network's, and the formula's. */
final class Maps {
    private Maps() {}

    /** The product of a chain's layers at a record; empty where weights were not recorded. */
    static Optional<Matrix> of(RunView story, int record) {
        Architecture graph = story.experiment().architecture();
        Optional<int[]> chain = graph.linearChain();
        if (chain.isEmpty() || record < 0) {
            return Optional.empty();
        }
        Matrix map = Matrix.identity(graph.columns(chain.get()[0]));
        for (int e : chain.get()) {
            Optional<Series> series = story.run().trajectory().series(new SeriesKey(Quantity.WEIGHTS, e, 0));
            if (series.isEmpty() || record >= series.get().count()) {
                return Optional.empty();
            }
            double[] now = series.get().matrix(record);
            map = Matrix.of(series.get().rows(), series.get().columns(), now).times(map);
        }
        return Optional.of(map);
    }

    /** The correlations of a run's data. */
    static Correlations correlations(RunView story) {
        Architecture graph = story.experiment().architecture();
        Node input = graph.nodes().get(LinearMap.first(graph, Role.INPUT));
        Node output = graph.nodes().get(LinearMap.first(graph, Role.OUTPUT));
        return Correlations.of(story.experiment().contexts(), input, output);
    }

    /** Least squares through a middle of some units. */
    static ReducedRank formula(RunView story, int rank) {
        return ReducedRank.of(correlations(story), rank);
    }
}
