package dynlab.experiment.run;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.experiment.Experiment;
import dynlab.experiment.Training;
import dynlab.learning.Trainer;
import dynlab.learning.TrainingPlan;
import dynlab.network.GateGroup;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import java.util.List;

/** Networks at the start of an experiment, ready to be trained as it says. */
public final class Trainers {
    private Trainers() {}

    /**
     * The network of an experiment.
     *
     * @throws Refused if its initial weights cannot be drawn
     */
    public static Trainer of(Experiment experiment) {
        return of(experiment, Runner.initialWeights(experiment), false);
    }

    /**
     * The network of an experiment from given weights.
     *
     * @param initial one matrix an edge
     * @param given whether its units will be given gates
     */
    public static Trainer of(Experiment experiment, List<Matrix> initial, boolean given) {
        Training training = experiment.training();
        int samples = 0;
        boolean periods = false;
        for (Context context : experiment.contexts()) {
            samples += context.train() ? context.samples() : 0;
            periods |= context.train() && context.during().isPresent();
        }
        Network network = new Network(
                experiment.architecture(),
                experiment.contexts(),
                initial,
                experiment.extras(),
                new Network.Setting(
                        training.method().loss(),
                        training.gatesEvery().isPresent(),
                        given,
                        training.method().rule().kind().teacher().direct(),
                        Trainer.capacity(training.method(), samples, periods)));
        return new Trainer(
                network,
                new TrainingPlan(
                        training.learningRate(),
                        gateRates(experiment),
                        firstSteps(experiment),
                        training.gatesEvery().orElse(1),
                        training.method()));
    }

    private static double[] gateRates(Experiment experiment) {
        List<GateGroup> groups = experiment.extras().gates();
        double[] rates = new double[groups.size()];
        for (int g = 0; g < rates.length; g++) {
            Training training = experiment.training();
            rates[g] = training.dt() / groups.get(g).tau().orElse(training.tau());
        }
        return rates;
    }

    private static int[] firstSteps(Experiment experiment) {
        Architecture architecture = experiment.architecture();
        int[] from = new int[architecture.edges().size()];
        for (int e = 0; e < from.length; e++) {
            Integer first =
                    experiment.training().from().get(architecture.edges().get(e).id());
            from[e] = first == null ? 0 : first;
        }
        return from;
    }
}
