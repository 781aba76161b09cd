package dynlab.sweep;

import java.util.Arrays;

/** The numbers that several rows have at one point of a figure. */
final class Group {
    /** A point and what is drawn around it. */
    record Point(double centre, double low, double high) {}

    private double[] values = new double[0];
    private int first = -1;

    /**
     * Adds the number of a row.
     *
     * @param row its number
     */
    void add(double value, int row) {
        first = first < 0 ? row : first;
        values = Arrays.copyOf(values, values.length + 1);
        values[values.length - 1] = value;
    }

    int size() {
        return values.length;
    }

    /** The row that came first. */
    int first() {
        return first;
    }

    /** Their summary, of at least one number. */
    Point point(ChartPlan.Summary summary) {
        double[] shown = values.clone();
        if (summary.below().isPresent()) {
            double most = summary.below().getAsDouble();
            for (int i = 0; i < shown.length; i++) {
                shown[i] = shown[i] <= most ? 1 : 0;
            }
        }
        double mean = mean(shown);
        double centre = summary.median() ? median(shown) : mean;
        return switch (summary.spread()) {
            case NONE -> new Point(centre, centre, centre);
            case RANGE -> new Point(centre, least(shown), -least(negative(shown)));
            case STANDARD_DEVIATION -> around(centre, deviation(shown, mean));
            case STANDARD_ERROR -> around(centre, deviation(shown, mean) / Math.sqrt(shown.length));
        };
    }

    private static Point around(double centre, double by) {
        return new Point(centre, centre - by, centre + by);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The standard deviation of a sample; 0 of one number. */
    private static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            double off = value - mean;
            sum += off * off;
        }
        return values.length < 2 ? 0 : Math.sqrt(sum / (values.length - 1));
    }

    private static double least(double[] values) {
        double least = values[0];
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double[] negative(double[] values) {
        double[] other = values.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] = -other[i];
        }
        return other;
    }
}
