package dynlab.experiment;

import dynlab.learning.Method;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Explicit Euler descent: {@code W += (dt / tau) (−dL/dW)}, or what the method makes of it.
 *
 * @param dt time of one step, &gt; 0
 * @param tau time constant, &gt; 0, same unit
 * @param steps number of updates, ≥ 0
 * @param from the first step at which an edge learns, by its id; an edge that is not named learns from the first
 * @param gatesEvery if present, ReLU units open or close only at every so manieth step, ≥ 1, and are linear in between:
 *     {@code h = g z}, {@code g = 1[z > 0]} as it was last taken
 * @param method loss, update rule, batches, noise, learning rule
 */
public record Training(
        double dt, double tau, int steps, Map<String, Integer> from, OptionalInt gatesEvery, Method method) {
    public Training {
        from = Collections.unmodifiableMap(new LinkedHashMap<>(from));
    }

    /** Full-batch gradient descent on the squared error. */
    public Training(double dt, double tau, int steps, Map<String, Integer> from, OptionalInt gatesEvery) {
        this(dt, tau, steps, from, gatesEvery, Method.PLAIN);
    }

    /** All edges learn from the first step, and units look at their sign at every step. */
    public Training(double dt, double tau, int steps) {
        this(dt, tau, steps, Map.of(), OptionalInt.empty());
    }

    /** The learning rate η = dt / tau. */
    public double learningRate() {
        return dt / tau;
    }

    /** The same by another method. */
    public Training by(Method other) {
        return new Training(dt, tau, steps, from, gatesEvery, other);
    }

    /** The same with edges that learn from other steps on. */
    public Training from(Map<String, Integer> other) {
        return new Training(dt, tau, steps, other, gatesEvery, method);
    }

    /** Whether this is full-batch gradient descent on one squared error from the first step to the last. */
    public boolean plain() {
        return from.isEmpty() && gatesEvery.isEmpty() && method.equals(Method.PLAIN);
    }
}
