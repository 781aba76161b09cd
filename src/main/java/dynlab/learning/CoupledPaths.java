package dynlab.learning;

import dynlab.numeric.Matrix;
import java.util.List;

/**
 * A common path and gated paths with one-way coupling: the common one descends {@code ½‖Y − Y_common‖²} and takes no
 * notice of the others, which descend {@code ½‖Y − Y_common − Y_gated‖²}. So the authors of "Make Haste Slowly" train
 * their twin; the joint gradient gives practically the same curve (reln B.3).
 */
public final class CoupledPaths {
    private final GatedChain common;
    private final GatedChain gated;
    private final double[] targets;

    /**
     * @param data the samples
     * @param commonWeights W1, W2 of the common path
     * @param gatedWeights W1, W2 of all gated paths stacked
     * @param gates 0 or 1, hidden units of the gated paths × samples
     * @param inputs 0 or 1, hidden units of the gated paths × inputs: what they may read
     * @param learningRate η
     */
    public CoupledPaths(
            Samples data,
            List<Matrix> commonWeights,
            List<Matrix> gatedWeights,
            Matrix gates,
            Matrix inputs,
            double learningRate) {
        common = new GatedChain(data, commonWeights, learningRate);
        gated = new GatedChain(data, gatedWeights, learningRate);
        gated.setGates(1, gates);
        gated.restrictInputs(inputs);
        targets = data.y().toArray();
    }

    /** The loss of both together; leaves the activities for {@link #step}. */
    public double loss() {
        common.loss();
        double[] y = common.liveOutputs();
        double[] rest = gated.liveTargets();
        for (int i = 0; i < rest.length; i++) {
            rest[i] = targets[i] - y[i];
        }
        return gated.loss();
    }

    /** One update of all paths from the activities of the last {@link #loss}. */
    public void step() {
        common.step();
        gated.step();
    }

    /** The common path. */
    public GatedChain common() {
        return common;
    }

    /** All gated paths, stacked. */
    public GatedChain gated() {
        return gated;
    }
}
