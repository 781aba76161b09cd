package dynlab.architecture;

import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Data whose squares are numbers: all inputs times one power of two and all targets times another, where they are so large
 * that a correlation would overflow. Frames, residuals and classes do not change by that.
 *
 * @param contexts the data, scaled or not
 * @param scaled whether they had to be
 */
public record ModerateData(List<Context> contexts, boolean scaled) {
    /** Numbers up to this have squares that can be summed. */
    private static final double LARGE = 1e140;

    public ModerateData {
        contexts = List.copyOf(contexts);
    }

    /** The same data, or moderate ones. */
    public static ModerateData of(List<Context> contexts) {
        double x = 0;
        double y = 0;
        for (Context context : contexts) {
            x = Math.max(x, largest(context.x()));
            y = Math.max(y, largest(context.y()));
        }
        if (x <= LARGE && y <= LARGE) {
            return new ModerateData(contexts, false);
        }
        List<Context> moderate = new ArrayList<>();
        for (Context context : contexts) {
            moderate.add(new Context(
                    context.name(),
                    context.train(),
                    context.weights(),
                    context.gates(),
                    scaled(context.x(), shrink(x)),
                    scaled(context.y(), shrink(y))));
        }
        return new ModerateData(moderate, true);
    }

    private static double largest(Map<String, Matrix> matrices) {
        double largest = 0;
        for (Matrix matrix : matrices.values()) {
            largest = Math.max(largest, matrix.largest());
        }
        return largest;
    }

    /** The power of two that brings a large number to about 1. */
    private static double shrink(double largest) {
        double factor = 1;
        while (largest * factor > LARGE) {
            factor *= 0x1p-100;
        }
        return factor;
    }

    private static Map<String, Matrix> scaled(Map<String, Matrix> matrices, double factor) {
        Map<String, Matrix> scaled = new LinkedHashMap<>();
        matrices.forEach((id, matrix) -> scaled.put(id, matrix.scaled(factor)));
        return scaled;
    }
}
