package dynlab.measure;

/**
 * How far a loss curve a lies from another r that is taken as the reference.
 *
 * @param nrmse {@code √(mean_t (a − r)²) / r(0)}
 * @param alignedNrmse the least nrmse when the curve is shifted along the steps by at most 15 % of the run
 * @param shift the shift that does this, in steps: positive if the curve runs ahead of the reference
 * @param area {@code ∫|a − r| / ∫ r}, trapezoids
 * @param largest {@code max|a − r| / r(0)}
 * @param endRatio a over r at the end
 */
public record CurveDistance(
        double nrmse, double alignedNrmse, int shift, double area, double largest, double endRatio) {
    private static final double MOST_SHIFT = 0.15;
    /** Shifts are tried on at most this many points of the curve, so that long runs stay quick. */
    private static final int MOST_POINTS = 10_000;

    /**
     * Compares two curves on the same grid of steps. A shifted curve is continued by its first or last value.
     *
     * @param curve a, one value a step, finite
     * @param reference r, of the same length, r(0) &gt; 0
     * @return the distances; shifts are multiples of the curve's length / {@value #MOST_POINTS} where it is longer
     */
    public static CurveDistance between(double[] curve, double[] reference) {
        if (curve.length != reference.length || curve.length == 0) {
            throw new IllegalArgumentException(curve.length + " and " + reference.length + " values");
        }
        double start = reference[0];
        int length = curve.length;
        double difference = 0;
        double whole = 0;
        double largest = 0;
        for (int i = 0; i < length; i++) {
            double gap = Math.abs(curve[i] - reference[i]);
            double share = length > 1 && (i == 0 || i == length - 1) ? 0.5 : 1;
            difference += share * gap;
            whole += share * reference[i];
            largest = Math.max(largest, gap);
        }
        int stride = (length + MOST_POINTS - 1) / MOST_POINTS;
        int most = (int) (MOST_SHIFT * length);
        double least = squares(curve, reference, 0, stride);
        int best = 0;
        for (int shift = stride; shift <= most; shift += stride) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double sum = squares(curve, reference, sign * shift, stride);
                if (sum < least) {
                    least = sum;
                    best = sign * shift;
                }
            }
        }
        return new CurveDistance(
                Math.sqrt(squares(curve, reference, 0, 1)) / start,
                Math.sqrt(squares(curve, reference, best, 1)) / start,
                best,
                difference / whole,
                largest / start,
                curve[length - 1] / reference[length - 1]);
    }

    /** Mean of (a(t − shift) − r(t))² over every {@code stride}-th t. */
    private static double squares(double[] curve, double[] reference, int shift, int stride) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < reference.length; i += stride) {
            int at = Math.min(curve.length - 1, Math.max(0, i - shift));
            double gap = curve[at] - reference[i];
            sum += gap * gap;
            count++;
        }
        return sum / count;
    }
}
