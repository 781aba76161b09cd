package dynlab.measure;

import java.util.OptionalDouble;

/** When a recorded curve first passes a height, such as half of its way; between records on the straight line. */
public final class HalfTime {
    private HalfTime() {}

    /**
     * The first time at which a curve is at a height or above it.
     *
     * @param times of the records, ascending
     * @param curve one value a record
     * @param height what it rises to
     * @return the time; that of the first record if it begins there, nothing if it never gets there
     */
    public static OptionalDouble rising(double[] times, double[] curve, double height) {
        int at = firstAbove(curve, height);
        return at == curve.length ? OptionalDouble.empty() : between(times, curve, height, at);
    }

    /**
     * The first time at which a curve is at a height or below it.
     *
     * @param times of the records, ascending
     * @param curve one value a record
     * @param height what it falls to
     * @return the time; that of the first record if it begins there, nothing if it never gets there
     */
    public static OptionalDouble falling(double[] times, double[] curve, double height) {
        for (int i = 0; i < curve.length; i++) {
            if (curve[i] <= height) {
                return between(times, curve, height, i);
            }
        }
        return OptionalDouble.empty();
    }

    /** The first record at which a curve is at a height or above it; their number if there is none. */
    public static int firstAbove(double[] curve, double height) {
        int i = 0;
        while (i < curve.length && !(curve[i] >= height)) {
            i++;
        }
        return i;
    }

    private static OptionalDouble between(double[] times, double[] curve, double height, int i) {
        if (i == 0) {
            return OptionalDouble.of(times[0]);
        }
        double share = (height - curve[i - 1]) / (curve[i] - curve[i - 1]);
        double step = share * (times[i] - times[i - 1]);
        return OptionalDouble.of(times[i - 1] + step);
    }
}
