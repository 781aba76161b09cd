package dynlab.architecture;

import dynlab.numeric.Matrix;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A block of samples that share their gates. Columns are samples.
 *
 * @param name may repeat or be empty
 * @param train whether it is trained on, or only measured
 * @param weights one weight w per sample
 * @param gates gates in this context
 * @param x inputs by input node id, width × samples; a missing input is zero
 * @param y targets by output node id, width × samples; an output without one carries no loss here
 */
public record Context(
        String name, boolean train, double[] weights, Gates gates, Map<String, Matrix> x, Map<String, Matrix> y) {
    public Context {
        weights = weights.clone();
        x = Collections.unmodifiableMap(new LinkedHashMap<>(x));
        y = Collections.unmodifiableMap(new LinkedHashMap<>(y));
    }

    /** A trained context with open gates and weight 1 on every sample. */
    public static Context open(String name, int samples, Map<String, Matrix> x, Map<String, Matrix> y) {
        double[] ones = new double[samples];
        Arrays.fill(ones, 1);
        return new Context(name, true, ones, Gates.OPEN, x, y);
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    public int samples() {
        return weights.length;
    }
}
