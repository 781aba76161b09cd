package dynlab.view.chart;

import java.util.List;

/**
 * One tile for each pair of values of two things that were varied.
 *
 * @param title over it
 * @param x what the columns are
 * @param y what the rows are
 * @param columns a name for each column
 * @param rows a name for each row, from below
 * @param values rows × columns, row-major; not a number where there is no tile
 * @param addresses of a run that each tile stands for; empty where it has none
 * @param log whether shades are in equal ratios
 * @param note under it; may be empty
 */
public record TileChart(
        String title,
        String x,
        String y,
        List<String> columns,
        List<String> rows,
        double[] values,
        List<String> addresses,
        boolean log,
        String note) {
    public TileChart {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        values = values.clone();
        addresses = List.copyOf(addresses);
    }

    @Override
    public double[] values() {
        return values.clone();
    }
}
