package dynlab.sweep;

import dynlab.experiment.Result;
import dynlab.experiment.Trajectory;
import dynlab.theory.Prediction;
import java.util.OptionalDouble;

/** How far the loss that theory foretells lies from the loss of the run. */
final class Foretold {
    private Foretold() {}

    /**
     * Root mean square of the gap over time, as a share of the first loss.
     *
     * <pre>√( 1/T ∫₀ᵀ (L(t) − L̂(t))² dt ) / L(0)</pre>
     *
     * The integral is that of the straight lines between the records' squares, so that its error is that of the
     * trapezium rule on the recorded steps.
     *
     * @return nothing where no theory foretells a loss, or the run has one record, or begins without loss
     */
    static OptionalDouble rootMeanSquare(Result result) {
        double[] gap = gap(result);
        Trajectory run = result.trajectory();
        if (gap.length < 2) {
            return OptionalDouble.empty();
        }
        double area = 0;
        for (int i = 1; i < gap.length; i++) {
            double before = gap[i - 1] * gap[i - 1];
            double now = gap[i] * gap[i];
            double mean = (before + now) / 2;
            area += mean * (run.step(i) - run.step(i - 1));
        }
        double length = run.step(gap.length - 1) - run.step(0);
        return OptionalDouble.of(Math.sqrt(area / length));
    }

    /** The largest gap at a record, as a share of the first loss; nothing where {@link #rootMeanSquare} has nothing. */
    static OptionalDouble largest(Result result) {
        double[] gap = gap(result);
        double most = 0;
        for (double one : gap) {
            most = Math.max(most, Math.abs(one));
        }
        return gap.length < 2 ? OptionalDouble.empty() : OptionalDouble.of(most);
    }

    /** Loss less foretold loss at every record, as shares of the first loss; empty where there is none. */
    private static double[] gap(Result result) {
        Trajectory run = result.trajectory();
        double[] foretold = result.prediction().map(Prediction::loss).orElse(new double[0]);
        if (foretold.length != run.count() || run.count() == 0 || !(run.loss(0) > 0)) {
            return new double[0];
        }
        double[] gap = new double[foretold.length];
        for (int i = 0; i < gap.length; i++) {
            gap[i] = (run.loss(i) - foretold[i]) / run.loss(0);
        }
        return gap;
    }
}
