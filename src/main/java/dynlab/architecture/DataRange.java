package dynlab.architecture;

import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How large and how small the numbers of some data are, and the same data without extreme ones: multiplied by a power of
 * two, node by node, which turns no correlation and no common frame, and rounds nothing.
 */
public final class DataRange {
    /** Between the inverse of this and this, 1.8e72, squares of second moments stay within the range of the numbers. */
    private static final double LARGE = 0x1p240;

    private DataRange() {}

    /** Whether every node's largest entry, and the largest weight, can be squared and summed without care. */
    public static boolean plain(List<Context> contexts) {
        for (double size : sizes(contexts).values()) {
            if (factor(size) != 1) {
                return false;
            }
        }
        return factor(weight(contexts)) == 1;
    }

    /**
     * The contexts as they are where they are plain, and scaled otherwise.
     *
     * @param contexts with finite data
     */
    public static List<Context> scaled(List<Context> contexts) {
        if (plain(contexts)) {
            return contexts;
        }
        Map<String, Double> sizes = sizes(contexts);
        double byWeight = factor(weight(contexts));
        List<Context> scaled = new ArrayList<>();
        for (Context context : contexts) {
            double[] weights = context.weights();
            for (int n = 0; n < weights.length; n++) {
                weights[n] *= byWeight;
            }
            scaled.add(new Context(
                    context.name(),
                    context.train(),
                    weights,
                    context.gates(),
                    scaled(context.x(), sizes),
                    scaled(context.y(), sizes)));
        }
        return scaled;
    }

    private static Map<String, Matrix> scaled(Map<String, Matrix> data, Map<String, Double> sizes) {
        Map<String, Matrix> scaled = new LinkedHashMap<>();
        data.forEach((id, matrix) -> scaled.put(id, matrix.scaled(factor(sizes.getOrDefault(id, 0.0)))));
        return scaled;
    }

    /** The largest absolute entry by node, over all contexts. */
    private static Map<String, Double> sizes(List<Context> contexts) {
        Map<String, Double> sizes = new LinkedHashMap<>();
        for (Context context : contexts) {
            context.x().forEach((id, matrix) -> sizes.merge(id, matrix.largest(), Math::max));
            context.y().forEach((id, matrix) -> sizes.merge(id, matrix.largest(), Math::max));
        }
        return sizes;
    }

    private static double weight(List<Context> contexts) {
        double largest = 0;
        for (Context context : contexts) {
            for (double weight : context.weights()) {
                largest = Math.max(largest, Math.abs(weight));
            }
        }
        return largest;
    }

    /** 1, or the power of two that brings an extreme size near 1. */
    private static double factor(double size) {
        double factor = 1;
        double rest = size;
        while (rest > LARGE && rest <= Double.MAX_VALUE) {
            factor /= LARGE;
            rest /= LARGE;
        }
        while (rest < 1 / LARGE && rest > 0) {
            factor *= LARGE;
            rest *= LARGE;
        }
        return factor;
    }
}
