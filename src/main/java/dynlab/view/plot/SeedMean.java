package dynlab.view.plot;

import dynlab.experiment.Companion.Manner;
import dynlab.view.Frame;
import dynlab.view.Frame.Rival;
import dynlab.view.RunView;

/** The mean loss of a run and of those that differ from it by their seed alone, at the run's records. */
final class SeedMean {
    private SeedMean() {}

    /** How many runs there are, with the frame's own. */
    static int count(Frame frame) {
        int count = 1;
        for (Rival rival : frame.rivals()) {
            count += rival.manner() == Manner.SEED ? 1 : 0;
        }
        return count;
    }

    /** Shares of each run's first loss; a run that ends early counts as long as it lasts. */
    static double[] loss(Frame frame) {
        RunView own = frame.story();
        double[] mean = new double[own.loss().length];
        for (int i = 0; i < mean.length; i++) {
            double sum = own.loss()[i];
            int count = 1;
            for (Rival rival : frame.rivals()) {
                RunView other = rival.story();
                if (rival.manner() == Manner.SEED && other.reaches(own.steps()[i])) {
                    sum += other.at(other.loss(), own.steps()[i]);
                    count++;
                }
            }
            mean[i] = sum / count;
        }
        return mean;
    }
}
