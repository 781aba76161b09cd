package dynlab.view.lesson;

import dynlab.architecture.Architecture;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Start;
import dynlab.learning.Initialization;
import dynlab.learning.Method;
import dynlab.measure.LinearMap;
import dynlab.numeric.Matrix;
import dynlab.theory.modes.LinearProblem;
import java.util.List;
import java.util.Optional;

/**
 * What a theory of two linear layers starts from: their first weights, and the data of the one context.
 *
 * @param w1 first layer
 * @param w2 second layer
 * @param x inputs as columns
 * @param problem the data
 */
record TwoLayers(Matrix w1, Matrix w2, Matrix x, LinearProblem problem) {

    /** Those of an experiment that trains two linear layers by plain descent in one context. */
    static Optional<TwoLayers> of(Experiment experiment) {
        Architecture graph = experiment.architecture();
        Optional<int[]> chain = graph.linearChain();
        boolean two = chain.isPresent() && chain.get().length == 2;
        if (!two
                || experiment.contexts().size() != 1
                || !experiment.training().method().equals(Method.PLAIN)) {
            return Optional.empty();
        }
        Node input = graph.nodes().get(LinearMap.first(graph, Role.INPUT));
        Node output = graph.nodes().get(LinearMap.first(graph, Role.OUTPUT));
        List<Matrix> weights = experiment.start() instanceof Start.Given given
                ? given.weights()
                : Initialization.draw(((Start.Drawn) experiment.start()).init(), graph, experiment.contexts());
        LinearProblem problem = LinearProblem.of(experiment.contexts(), input, output);
        return Optional.ofNullable(experiment.contexts().get(0).x().get(input.id()))
                .map(x -> new TwoLayers(weights.get(chain.get()[0]), weights.get(chain.get()[1]), x, problem));
    }
}
