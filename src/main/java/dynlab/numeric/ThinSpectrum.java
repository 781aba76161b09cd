package dynlab.numeric;

/** Singular values of matrices with at most two rows or at most two columns, in closed form: a network has many of them. */
public final class ThinSpectrum {
    /** Beyond these the square of an entry would lose digits, or overflow. */
    private static final double LEAST = 1e-140;

    private static final double MOST = 1e140;

    private ThinSpectrum() {}

    /** Whether a matrix of this shape is thin enough. */
    public static boolean fits(int rows, int columns) {
        int count = Math.min(rows, columns);
        return count == 1 || count == 2;
    }

    /**
     * Writes the singular values of a thin matrix, descending. Its longer vector a and the other, b, have the triangular factor
     *
     * <pre>
     * r₁₁ = |a|,  r₁₂ = a·b / |a|,  r₂₂ = |b − (a·b / |a|²) a|
     * σ₁ = (√((r₁₁ + r₂₂)² + r₁₂²) + √((r₁₁ − r₂₂)² + r₁₂²)) / 2,  σ₂ = r₁₁ r₂₂ / σ₁
     * </pre>
     *
     * <p>This follows from σ₁² + σ₂² = r₁₁² + r₁₂² + r₂₂² and σ₁ σ₂ = r₁₁ r₂₂.
     *
     * @param matrix row-major entries
     * @param rows its rows; {@link #fits} is true of the shape
     * @param columns its columns
     * @param to where the values are written; errors are a few roundings of the largest
     * @param at place of the first
     * @return whether they were written: not where entries are not finite, or so large or small that squares are not safe
     */
    public static boolean of(double[] matrix, int rows, int columns, double[] to, int at) {
        boolean lying = rows <= columns;
        int length = lying ? columns : rows;
        int step = lying ? 1 : columns;
        int second = Math.min(rows, columns) == 1 ? -1 : lying ? columns : 1;
        double a = square(matrix, 0, step, length);
        double b = second < 0 ? 0 : square(matrix, second, step, length);
        double larger = Math.max(a, b);
        if (!(larger >= LEAST && larger <= MOST)) {
            return false;
        }
        if (second < 0) {
            to[at] = Math.sqrt(a);
            return true;
        }
        int first = a >= b ? 0 : second;
        int other = a >= b ? second : 0;
        double dot = 0;
        for (int i = 0; i < length; i++) {
            dot += matrix[first + i * step] * matrix[other + i * step];
        }
        double slope = dot / larger;
        double rest = 0;
        for (int i = 0; i < length; i++) {
            double beyond = matrix[other + i * step] - slope * matrix[first + i * step];
            rest += beyond * beyond;
        }
        double r11 = Math.sqrt(larger);
        double r22 = Math.sqrt(rest);
        double across = dot / r11;
        double squared = across * across;
        double sum = r11 + r22;
        double difference = r11 - r22;
        double high = Math.sqrt(sum * sum + squared);
        to[at] = 0.5 * (high + Math.sqrt(difference * difference + squared));
        to[at + 1] = r11 / to[at] * r22;
        return true;
    }

    private static double square(double[] matrix, int start, int step, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double entry = matrix[start + i * step];
            sum += entry * entry;
        }
        return sum;
    }
}
