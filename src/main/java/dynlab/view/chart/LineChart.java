package dynlab.view.chart;

import java.util.List;

/**
 * Lines through points that many runs gave, such as those of a sweep.
 *
 * @param title over it
 * @param x what the axis under it is
 * @param y what the axis beside it is
 * @param logX whether x is in equal ratios
 * @param logY whether y is
 * @param lines in the order of their colours
 * @param note under it; may be empty
 */
public record LineChart(String title, String x, String y, boolean logX, boolean logY, List<Line> lines, String note) {
    public LineChart {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param name in the key; may be empty
     * @param xs ascending
     * @param centre at each of them
     * @param low the lower end of what is drawn around it
     * @param high the upper end
     * @param addresses of a run that each point stands for; empty where it has none
     */
    public record Line(String name, double[] xs, double[] centre, double[] low, double[] high, List<String> addresses) {
        public Line {
            xs = xs.clone();
            centre = centre.clone();
            low = low.clone();
            high = high.clone();
            addresses = List.copyOf(addresses);
        }

        @Override
        public double[] xs() {
            return xs.clone();
        }

        @Override
        public double[] centre() {
            return centre.clone();
        }

        @Override
        public double[] low() {
            return low.clone();
        }

        @Override
        public double[] high() {
            return high.clone();
        }
    }
}
