package dynlab.experiment.search;

import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.run.Trainers;
import dynlab.learning.Trainer;
import dynlab.measure.CurveDistance;
import dynlab.measure.Tuning;
import dynlab.network.Measured;
import dynlab.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A run that keeps what its hidden units respond to, densely where the loss changes. Advanced in slices, so that a worker
 * can answer in between. For any graph: a ReLU network, its gated twin, a modular one.
 */
public final class TuningRun {
    private final Experiment experiment;
    private final Network network;
    private final Trainer trainer;
    private final Measured measured;
    private final double[] loss;
    private final double spacing;
    private final List<Tuning> moments = new ArrayList<>();
    private double travelled;
    private double recorded = Double.NEGATIVE_INFINITY;
    private int step;
    private boolean diverged;

    /**
     * Prepares a run.
     *
     * @param experiment any
     * @param most moments that are kept, at least 3; an oscillating loss may make up to twice as many
     * @throws Refused if its initial weights cannot be drawn
     */
    public TuningRun(Experiment experiment, int most) {
        this.experiment = experiment;
        trainer = Trainers.of(experiment);
        network = trainer.network();
        measured = new Measured(network, experiment.contexts());
        loss = new double[experiment.training().steps() + 1];
        // along q = k/steps + (path of the loss)/L(0), which is at most 2 for a loss that falls
        spacing = 2.0 / Math.max(1, most - 2);
    }

    /**
     * Makes at most {@code most} steps.
     *
     * @return whether there is more to do
     */
    public boolean advance(int most) {
        for (int k = 0; k < most && step < loss.length && !diverged; k++) {
            double now = trainer.recordedLoss(trainer.loss());
            if (!Double.isFinite(now)) {
                diverged = true;
                break;
            }
            loss[step] = now;
            if (step > 0 && loss[0] > 0) {
                travelled += 1.0 / (loss.length - 1);
                travelled += Math.abs(now - loss[step - 1]) / loss[0];
            }
            if (travelled - recorded >= spacing || step == loss.length - 1) {
                recorded = travelled;
                moments.add(Tuning.of(network, measured, experiment.contexts(), step, now));
            }
            if (step < loss.length - 1) {
                trainer.step();
            }
            step++;
        }
        return step < loss.length && !diverged;
    }

    /** Whether the loss has become infinite; then the run stops there. */
    public boolean diverged() {
        return diverged;
    }

    /** What share of the steps has been made. */
    public double progress() {
        return step / (double) loss.length;
    }

    /** Losses before every step made so far. */
    public double[] loss() {
        return Arrays.copyOf(loss, step);
    }

    /** The moments kept so far, the start first. */
    public List<Tuning> moments() {
        return List.copyOf(moments);
    }

    /** The distance of another run's curve from this one's, as far as both have come. */
    public CurveDistance distanceOf(TuningRun other) {
        int length = Math.min(step, other.step);
        return CurveDistance.between(Arrays.copyOf(other.loss, length), Arrays.copyOf(loss, length));
    }
}
