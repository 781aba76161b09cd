package dynlab.view.chart;

import dynlab.numeric.ExactMath;
import dynlab.view.pen.Scale;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis of a {@link LineChart}: even, or in equal ratios.
 *
 * @param log whether in equal ratios
 * @param scale of the value, or of its logarithm
 * @param least the least value that it shows
 */
record ChartAxis(boolean log, Scale scale, double least) {
    /**
     * The axis that shows some values.
     *
     * @param zero whether an even axis begins at 0 where nothing is below
     * @param start px of its beginning
     * @param end px of its end
     */
    static ChartAxis of(List<double[]> shown, boolean log, boolean zero, double start, double end) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] values : shown) {
            for (double value : values) {
                if (!log || value > 0) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (!(low <= high)) {
            low = log ? 1 : 0;
            high = log ? 10 : 1;
        }
        if (log) {
            double most = high > low ? high : 10 * low;
            return new ChartAxis(true, new Scale(ExactMath.log(low), ExactMath.log(most), start, end), low);
        }
        double from = zero ? Math.min(0, low) : low;
        double to = high > from ? high : from + 1;
        return new ChartAxis(false, new Scale(from, to, start, end), from);
    }

    /** The px of a value; what cannot stand on the axis stands at its beginning. */
    double at(double value) {
        double kept = Math.max(least, value);
        return scale.at(log ? ExactMath.log(kept) : kept);
    }

    /** The values that get a number, at most about so many. */
    List<Double> ticks(int most) {
        return log ? ratios(most) : even(most);
    }

    private List<Double> even(int most) {
        double step = Scale.step(scale.to() - scale.from(), most);
        List<Double> ticks = new ArrayList<>();
        double first = Math.ceil(scale.from() / step - 1e-9);
        for (int i = 0; (first + i) * step <= scale.to() + 1e-9 * step; i++) {
            ticks.add((first + i) * step);
        }
        return ticks;
    }

    private List<Double> ratios(int most) {
        double decades = (scale.to() - scale.from()) / ExactMath.log(10);
        double[] factors = decades < 1.5 ? new double[] {1, 2, 5} : new double[] {1};
        int stride = (int) Math.max(1, Math.ceil(decades / most));
        int lowest = (int) Math.floor(scale.from() / ExactMath.log(10));
        int highest = (int) Math.ceil(scale.to() / ExactMath.log(10));
        List<Double> ticks = new ArrayList<>();
        for (int power = lowest; power <= highest; power++) {
            for (double factor : factors) {
                double value = power < 0 ? factor / tenTo(-power) : factor * tenTo(power);
                double place = ExactMath.log(value);
                boolean shown = place >= scale.from() - 1e-9 && place <= scale.to() + 1e-9;
                if (shown && Math.floorMod(power, stride) == 0) {
                    ticks.add(value);
                }
            }
        }
        return ticks;
    }

    private static double tenTo(int power) {
        double value = 1;
        for (int i = 0; i < power; i++) {
            value *= 10;
        }
        return value;
    }
}
