package dynlab.experiment.run;

import dynlab.learning.Trainer;
import dynlab.network.Network;

/** Descent itself, of the network as it is. */
final class DirectStepping implements Stepping {
    private final Trainer trainer;

    DirectStepping(Trainer trainer) {
        this.trainer = trainer;
    }

    @Override
    public double loss() {
        return trainer.loss();
    }

    @Override
    public double lastLoss() {
        return trainer.lastLoss();
    }

    @Override
    public double recordedLoss(double loss) {
        return trainer.recordedLoss(loss);
    }

    @Override
    public void step() {
        trainer.step();
    }

    @Override
    public Network network() {
        return trainer.network();
    }

    @Override
    public void show() {
        // the network itself is trained
    }

    @Override
    public String prefix() {
        return DIRECT;
    }
}
