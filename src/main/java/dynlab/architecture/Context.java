package dynlab.architecture;

import dynlab.numeric.Matrix;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A block of samples that share their gates. Columns are samples.
 *
 * @param name may repeat or be empty
 * @param train whether it is trained on, or only measured
 * @param weights one weight w per sample
 * @param gates gates in this context
 * @param x inputs by input node id, width × samples; a missing input is zero
 * @param y targets by output node id, width × samples; an output without one carries no loss here
 * @param during the steps for which it is trained; always, if absent
 * @param items names of the samples, one each, or none
 */
public record Context(
        String name,
        boolean train,
        double[] weights,
        Gates gates,
        Map<String, Matrix> x,
        Map<String, Matrix> y,
        Optional<Period> during,
        List<String> items) {
    public Context {
        weights = weights.clone();
        items = List.copyOf(items);
        x = Collections.unmodifiableMap(new LinkedHashMap<>(x));
        y = Collections.unmodifiableMap(new LinkedHashMap<>(y));
    }

    /** A context without names of its samples, trained from the first step to the last if it is trained. */
    public Context(
            String name, boolean train, double[] weights, Gates gates, Map<String, Matrix> x, Map<String, Matrix> y) {
        this(name, train, weights, gates, x, y, Optional.empty(), List.of());
    }

    /** A trained context with open gates and weight 1 on every sample. */
    public static Context open(String name, int samples, Map<String, Matrix> x, Map<String, Matrix> y) {
        double[] ones = new double[samples];
        Arrays.fill(ones, 1);
        return new Context(name, true, ones, Gates.OPEN, x, y);
    }

    /** The same under another name. */
    public Context named(String other) {
        return new Context(other, train, weights, gates, x, y, during, items);
    }

    /** The same trained, or only measured. */
    public Context trained(boolean now) {
        return new Context(name, now, weights, gates, x, y, during, items);
    }

    /** The same behind other gates. */
    public Context gated(Gates others) {
        return new Context(name, train, weights, others, x, y, during, items);
    }

    /** The same with other data, of as many samples; these keep their names. */
    public Context holding(Map<String, Matrix> inputs, Map<String, Matrix> targets) {
        return new Context(name, train, weights, gates, inputs, targets, during, items);
    }

    /** The same with other names of its samples, or none. */
    public Context calling(List<String> samples) {
        return new Context(name, train, weights, gates, x, y, during, samples);
    }

    /** The same with other weights of the samples; these keep their names unless there are more or fewer than before. */
    public Context weighing(double[] others) {
        List<String> names = others.length == weights.length ? items : List.of();
        return new Context(name, train, others, gates, x, y, during, names);
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    /** Whether it is trained at a step. */
    public boolean inForce(int step) {
        return train && (during.isEmpty() || during.get().contains(step));
    }

    public int samples() {
        return weights.length;
    }
}
