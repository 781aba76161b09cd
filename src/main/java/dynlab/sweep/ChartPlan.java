package dynlab.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure that a plan asks for.
 *
 * @param name that of its files
 * @param title over it
 * @param tiles whether it is made of tiles instead of lines
 * @param x an axis
 * @param over an axis whose value divides that of x
 * @param by of lines, an axis with a line for each of its values; of tiles, the axis that runs up
 * @param measures what is drawn: several, or one where there is {@code by}
 * @param summary how rows become one point
 * @param logX whether x is in equal ratios
 * @param logY whether what is drawn is
 * @param nameX what stands at the axis under it
 * @param nameY what stands at the axis beside it
 */
public record ChartPlan(
        String name,
        String title,
        boolean tiles,
        String x,
        Optional<String> over,
        Optional<String> by,
        List<String> measures,
        Summary summary,
        boolean logX,
        boolean logY,
        String nameX,
        String nameY) {
    public ChartPlan {
        measures = List.copyOf(measures);
    }

    /** What is drawn around a point. */
    enum Spread {
        NONE("none"),
        STANDARD_ERROR("se"),
        STANDARD_DEVIATION("sd"),
        RANGE("range");

        private final String word;

        Spread(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * How the numbers of several rows become one point.
     *
     * @param median whether their median is meant and not their mean
     * @param spread what is drawn around it
     * @param below if present, the share of the rows that are at most this
     */
    record Summary(boolean median, Spread spread, OptionalDouble below) {}
}
