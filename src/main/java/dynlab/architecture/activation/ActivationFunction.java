package dynlab.architecture.activation;

/**
 * A function f of units on stretches of arrays, and its derivative: from the activity a = f(z) where it tells it, else from
 * a slope that is kept as f is computed.
 */
public interface ActivationFunction {
    /**
     * {@code a = f(a)} on the indices {@code from ≤ i < to}.
     *
     * @param kept is filled with f' if the function {@link #keepsSlope} and this is as long as a; else empty
     * @param leak slope below zero, for a function that {@link #takesLeak}
     */
    void apply(double[] a, double[] kept, double leak, int from, int to);

    /** {@code error ∘= f'(z)} on the indices {@code from ≤ i < to}; the other arguments as {@link #apply} left them. */
    void timesDerivative(double[] a, double[] kept, double leak, double[] error, int from, int to);

    /** Whether the derivative cannot be read off the activity. */
    default boolean keepsSlope() {
        return false;
    }

    /** Whether a node sets the function's slope below zero. */
    default boolean takesLeak() {
        return false;
    }

    /** Whether a unit has a side on which it is off, or nearly: it is on where its activity is above 0. */
    default boolean bent() {
        return false;
    }
}
