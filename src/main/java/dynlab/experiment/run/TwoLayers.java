package dynlab.experiment.run;

import dynlab.architecture.Architecture;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.measure.LinearMap;
import dynlab.numeric.Matrix;
import dynlab.theory.LayersForetold;
import dynlab.theory.kernel.Movement;
import dynlab.theory.modes.CouplingCurve;
import dynlab.theory.modes.LinearProblem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What theory says of two linear layers trained by plain descent in one context, of what their run records. */
final class TwoLayers {
    private static final double[] NOTHING = new double[0];

    private TwoLayers() {}

    /**
     * The curves at recorded steps.
     *
     * @param weights the first weights, in edge order
     * @param steps recorded steps, ascending
     */
    static LayersForetold foretold(Experiment experiment, List<Matrix> weights, int[] steps) {
        Set<Quantity> recorded = experiment.record().quantities();
        boolean kernel = recorded.contains(Quantity.KERNEL_DISTANCE);
        boolean coupling = recorded.contains(Quantity.ALIGNMENT);
        Architecture graph = experiment.architecture();
        Optional<int[]> chain = graph.linearChain();
        boolean two = chain.isPresent() && chain.get().length == 2;
        if (!(kernel || coupling)
                || !two
                || !experiment.plain()
                || experiment.contexts().size() != 1) {
            return LayersForetold.NONE;
        }
        Node input = graph.nodes().get(LinearMap.first(graph, Role.INPUT));
        Node output = graph.nodes().get(LinearMap.first(graph, Role.OUTPUT));
        Optional<Matrix> x =
                Optional.ofNullable(experiment.contexts().get(0).x().get(input.id()));
        LinearProblem problem = LinearProblem.of(experiment.contexts(), input, output);
        Matrix w1 = weights.get(chain.get()[0]);
        Matrix w2 = weights.get(chain.get()[1]);
        double rate = experiment.training().learningRate();
        double[] times = new double[steps.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = steps[i] * rate;
        }
        Optional<Movement> movement =
                kernel ? x.flatMap(data -> Movement.of(w1, w2, problem, data, times)) : Optional.empty();
        Optional<CouplingCurve> curve =
                coupling && x.isPresent() ? CouplingCurve.of(w1, w2, problem, steps, rate) : Optional.empty();
        return new LayersForetold(
                movement.map(Movement::kernel).orElse(NOTHING),
                movement.map(Movement::features).orElse(NOTHING),
                curve.map(CouplingCurve::values).orElse(NOTHING));
    }
}
