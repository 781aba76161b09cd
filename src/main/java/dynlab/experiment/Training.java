package dynlab.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Explicit Euler descent: {@code W += (dt / tau) (−dL/dW)}.
 *
 * @param dt time of one step, &gt; 0
 * @param tau time constant, &gt; 0, same unit
 * @param steps number of updates, ≥ 0
 * @param from the first step at which an edge learns, by its id; an edge that is not named learns from the first. Beyond
 *     the contract of the file format
 * @param gatesEvery if present, ReLU units open or close only at every so manieth step, ≥ 1, and are linear in between:
 *     {@code h = g z}, {@code g = 1[z > 0]} as it was last taken; beyond the contract, too
 */
public record Training(double dt, double tau, int steps, Map<String, Integer> from, OptionalInt gatesEvery) {
    public Training {
        from = Collections.unmodifiableMap(new LinkedHashMap<>(from));
    }

    /** All edges learn from the first step, and units look at their sign at every step. */
    public Training(double dt, double tau, int steps) {
        this(dt, tau, steps, Map.of(), OptionalInt.empty());
    }

    /** The learning rate η = dt / tau. */
    public double learningRate() {
        return dt / tau;
    }

    /** Whether this is descent on one loss from the first step to the last, of which theories speak. */
    public boolean plain() {
        return from.isEmpty() && gatesEvery.isEmpty();
    }
}
