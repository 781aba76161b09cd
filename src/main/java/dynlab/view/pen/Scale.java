package dynlab.view.pen;

/**
 * A linear scale from values to px.
 *
 * @param from value at {@code start}
 * @param to value at {@code end}
 * @param start px
 * @param end px
 */
public record Scale(double from, double to, double start, double end) {
    public double at(double value) {
        double share = to == from ? 0 : (value - from) / (to - from);
        return start + share * (end - start);
    }

    /** The value at a px, within the scale. */
    public double inverse(double px) {
        double share = end == start ? 0 : (px - start) / (end - start);
        return from + Math.max(0, Math.min(1, share)) * (to - from);
    }

    /** A round step (1, 2 or 5 of a decade) that divides {@code span} into at most {@code most} parts. */
    public static double step(double span, int most) {
        if (!(span > 0)) {
            return 1;
        }
        double decade = Math.pow(10, Math.floor(Math.log10(span / most)));
        // a power of ten that came out a hair off would print as 0.30000000000000004
        double size = decade >= 1 ? Math.rint(decade) : 1 / Math.rint(1 / decade);
        for (double factor : new double[] {1, 2, 5, 10}) {
            if (span / (factor * size) <= most + 1e-9) {
                return factor * size;
            }
        }
        return 10 * size;
    }
}
