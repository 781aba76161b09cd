package dynlab.experiment;

/**
 * Explicit Euler descent: {@code W += (dt / tau) (−dL/dW)}.
 *
 * @param dt time of one step, &gt; 0
 * @param tau time constant, &gt; 0, same unit
 * @param steps number of updates, ≥ 0
 */
public record Training(double dt, double tau, int steps) {
    /** The learning rate η = dt / tau. */
    public double learningRate() {
        return dt / tau;
    }
}
