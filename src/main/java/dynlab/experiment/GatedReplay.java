package dynlab.experiment;

import dynlab.learning.GatedChain;
import dynlab.learning.GradientDescent;
import dynlab.measure.CurveDistance;
import dynlab.network.Network;
import java.util.Arrays;

/**
 * A ReLU network and, beside it, a gated linear one from the same start whose gates are its own {@code 1[z > 0]}, taken
 * anew every so many steps. With an interval of 1 it is the ReLU network to the last bit (the per-step ReLN); with longer
 * intervals it shows how long a set of gates stays good.
 */
public final class GatedReplay {
    private final Network relu;
    private final GradientDescent descent;
    private final GatedChain twin;
    private final int interval;
    private final double[] reluLoss;
    private final double[] twinLoss;
    private int step;

    private GatedReplay(Experiment experiment, ChainData data, int interval) {
        this.interval = interval;
        double learningRate = experiment.training().learningRate();
        relu = new Network(experiment.architecture(), experiment.contexts(), Runner.initialWeights(experiment));
        descent = new GradientDescent(relu, learningRate);
        twin = new GatedChain(data.samples(), data.weights(), learningRate);
        reluLoss = new double[experiment.training().steps() + 1];
        twinLoss = new double[reluLoss.length];
    }

    /**
     * Prepares both runs.
     *
     * @param experiment a chain of ReLU layers from one input to one output
     * @param interval steps between two looks at the gates, at least 1
     * @throws Refused if the experiment is not such a chain
     */
    public static GatedReplay of(Experiment experiment, int interval) {
        if (interval < 1) {
            throw new IllegalArgumentException("interval " + interval + ", expected at least 1");
        }
        return new GatedReplay(experiment, ChainData.of(experiment), interval);
    }

    /**
     * Makes at most {@code most} steps of both networks.
     *
     * @return whether there is more to do
     */
    public boolean advance(int most) {
        for (int k = 0; k < most && step < reluLoss.length; k++) {
            reluLoss[step] = relu.loss();
            twinLoss[step] = step % interval == 0 ? twin.refreshedLoss() : twin.loss();
            descent.step();
            twin.step();
            step++;
        }
        return step < reluLoss.length;
    }

    /** Losses of the ReLU network before every step made so far. */
    public double[] reluLoss() {
        return Arrays.copyOf(reluLoss, step);
    }

    /** Losses of the gated linear network before every step made so far. */
    public double[] twinLoss() {
        return Arrays.copyOf(twinLoss, step);
    }

    /** The distance of the two curves so far. */
    public CurveDistance distance() {
        return CurveDistance.between(twinLoss(), reluLoss());
    }
}
