package dynlab;

import dynlab.experiment.Experiment;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.run.Runner;
import dynlab.learning.Init;
import dynlab.learning.Trainer;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.task.Assignment;
import java.util.List;
import java.util.Set;

/** Short runs for the tests of ReLU networks and their twins. */
public final class ReluRuns {
    private ReluRuns() {}

    /** An experiment that starts from N(0, sigma²). */
    public static Experiment experiment(Assignment assignment, double sigma, int seed, double rate, int steps) {
        return experiment(assignment, new Start.Drawn(new Init.Gaussian(sigma, seed)), rate, steps);
    }

    public static Experiment experiment(Assignment assignment, Start start, double rate, int steps) {
        return new Experiment(
                "test",
                "",
                assignment.architecture(),
                assignment.contexts(),
                start,
                new Training(rate, 1, steps),
                new RecordPlan(new RecordPlan.When.At(List.of(0)), Set.of()),
                false);
    }

    /** A trained network and the loss before every step and after the last. */
    public record Run(Network network, double[] loss) {
        public double end() {
            return loss[loss.length - 1];
        }

        public Matrix weight(String edge) {
            return network.weight(network.architecture().edge(edge).orElseThrow());
        }
    }

    public static Run run(Experiment experiment) {
        Network network =
                new Network(experiment.architecture(), experiment.contexts(), Runner.initialWeights(experiment));
        Trainer descent = new Trainer(network, experiment.training().learningRate());
        double[] loss = new double[experiment.training().steps() + 1];
        for (int t = 0; t < loss.length; t++) {
            loss[t] = network.loss();
            if (t < loss.length - 1) {
                descent.step();
            }
        }
        return new Run(network, loss);
    }
}
