package dynlab.sweep;

import dynlab.numeric.Decimals;
import dynlab.numeric.Numbers;
import dynlab.view.chart.Chart;
import dynlab.view.chart.LineChart;
import dynlab.view.chart.TileChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the figures of a plan out of its rows. */
public final class ChartMaker {
    private final Plan plan;
    private final ChartPlan chart;
    private final Decimals decimals;
    private final Map<String, Integer> without = new LinkedHashMap<>();

    private ChartMaker(Plan plan, ChartPlan chart) {
        this.plan = plan;
        this.chart = chart;
        decimals = plan.decimals();
    }

    /**
     * Draws one figure of a plan.
     *
     * @param rows of the plan; those that are not done are left out and counted
     */
    public static Chart of(Plan plan, ChartPlan chart, List<Row> rows) {
        ChartMaker maker = new ChartMaker(plan, chart);
        return chart.tiles() ? maker.tiles(rows) : maker.lines(rows);
    }

    private String cell(Row row, String column) {
        return row.cells().get(plan.column(column));
    }

    private double number(Row row, String column) {
        return decimals.parse(cell(row, column));
    }

    private double across(Row row) {
        double x = number(row, chart.x());
        return chart.over().isPresent() ? x / number(row, chart.over().get()) : x;
    }

    private boolean shown(Row row, String measure) {
        boolean shown = row.status() == Row.Status.DONE && !cell(row, measure).isEmpty();
        if (!shown) {
            without.merge(measure.replace('_', ' '), 1, Integer::sum);
        }
        return shown;
    }

    private Chart lines(List<Row> rows) {
        Map<String, TreeMap<Double, Group>> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            for (String measure : chart.measures()) {
                if (shown(row, measure)) {
                    String line = chart.by()
                            .map(by -> by + " = " + shortly(cell(row, by)))
                            .orElse(chart.measures().size() == 1 ? "" : measure.replace('_', ' '));
                    lines.computeIfAbsent(line, any -> new TreeMap<>())
                            .computeIfAbsent(across(row), any -> new Group())
                            .add(number(row, measure), row.index());
                }
            }
        }
        List<LineChart.Line> drawn = new ArrayList<>();
        List<List<Integer>> counts = new ArrayList<>();
        lines.forEach((name, points) -> {
            drawn.add(line(name, points));
            counts.add(points.values().stream().map(Group::size).toList());
        });
        LineChart picture =
                new LineChart(chart.title(), chart.nameX(), chart.nameY(), chart.logX(), chart.logY(), drawn, note());
        return new Chart.Lines(picture, counts, plan.lesson(), leftOut());
    }

    private LineChart.Line line(String name, Map<Double, Group> points) {
        double[] xs = new double[points.size()];
        double[] centre = new double[xs.length];
        double[] low = new double[xs.length];
        double[] high = new double[xs.length];
        List<String> addresses = new ArrayList<>();
        int i = 0;
        for (Map.Entry<Double, Group> entry : points.entrySet()) {
            Group.Point point = entry.getValue().point(chart.summary());
            xs[i] = entry.getKey();
            centre[i] = point.centre();
            low[i] = point.low();
            high[i++] = point.high();
            addresses.add(plan.address(entry.getValue().first()));
        }
        return new LineChart.Line(name, xs, centre, low, high, addresses);
    }

    private Chart tiles(List<Row> rows) {
        String measure = chart.measures().get(0);
        String up = chart.by().orElseThrow();
        List<String> columns = values(rows, chart.x());
        List<String> lines = values(rows, up);
        Map<Integer, Group> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            if (shown(row, measure)) {
                int place = lines.indexOf(cell(row, up)) * columns.size() + columns.indexOf(cell(row, chart.x()));
                groups.computeIfAbsent(place, any -> new Group()).add(number(row, measure), row.index());
            }
        }
        double[] values = new double[columns.size() * lines.size()];
        List<String> addresses = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            Group group = groups.get(k);
            values[k] =
                    group == null ? Double.NaN : group.point(chart.summary()).centre();
            addresses.add(group == null ? "" : plan.address(group.first()));
        }
        TileChart picture = new TileChart(
                chart.title(),
                chart.nameX(),
                chart.nameY(),
                columns.stream().map(this::shortly).toList(),
                lines.stream().map(this::shortly).toList(),
                values,
                addresses,
                chart.logY(),
                note());
        return new Chart.Tiles(picture, plan.lesson(), leftOut());
    }

    /** The values of an axis: numbers in ascending order, words as they come. */
    private List<String> values(List<Row> rows, String axis) {
        List<String> values = new ArrayList<>();
        for (Row row : rows) {
            if (!values.contains(cell(row, axis))) {
                values.add(cell(row, axis));
            }
        }
        if (plan.columns().get(plan.column(axis)).type() == Column.Type.REAL) {
            values.sort(Comparator.comparingDouble(decimals::parse));
        }
        return values;
    }

    private String shortly(String cell) {
        boolean number = cell.matches("-?[0-9].*") && !cell.matches(".*[^-+.eE0-9].*");
        return number ? Numbers.brief(decimals.parse(cell)) : cell;
    }

    private int leftOut() {
        int count = 0;
        for (int one : without.values()) {
            count += one;
        }
        return count;
    }

    private String note() {
        List<String> words = new ArrayList<>();
        without.forEach(
                (measure, count) -> words.add(count + (count == 1 ? " row has no " : " rows have no ") + measure));
        return words.isEmpty() ? "" : "Left out: " + String.join(", ", words) + ".";
    }
}
