package dynlab.sweep;

import dynlab.experiment.Experiment;
import dynlab.experiment.file.Json;
import dynlab.numeric.Decimals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sweep as a value: what is run at which points, what is kept of it, and what is drawn. Immutable. */
public final class Plan {
    private final String name;
    private final Base base;
    private final List<Axis> axes;
    private final List<List<Axis.Value>> points;
    private final String seedSets;
    private final List<Json> seeds;
    private final List<Gauge> gauges;
    private final List<ChartPlan> charts;
    private final Decimals decimals;

    /**
     * @param points in the order of the rows, but for the seeds
     * @param seedSets what a seed sets
     * @param seeds of every point; empty where each is run once as it is
     */
    Plan(
            String name,
            Base base,
            List<Axis> axes,
            List<List<Axis.Value>> points,
            String seedSets,
            List<Json> seeds,
            List<Gauge> gauges,
            List<ChartPlan> charts,
            Decimals decimals) {
        this.name = name;
        this.base = base;
        this.axes = List.copyOf(axes);
        this.points = List.copyOf(points);
        this.seedSets = seedSets;
        this.seeds = List.copyOf(seeds);
        this.gauges = List.copyOf(gauges);
        this.charts = List.copyOf(charts);
        this.decimals = decimals;
    }

    public String name() {
        return name;
    }

    /** How many rows it has. */
    public int rows() {
        return points.size() * Math.max(1, seeds.size());
    }

    /** What is drawn of them. */
    public List<ChartPlan> charts() {
        return charts;
    }

    List<Gauge> gauges() {
        return gauges;
    }

    List<Axis> axes() {
        return axes;
    }

    /** The columns of every row. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("row", Column.Type.WHOLE, false));
        for (Axis axis : axes) {
            boolean real = axis.range().isPresent() || axis.real();
            columns.add(new Column(axis.name(), real ? Column.Type.REAL : Column.Type.TEXT, false));
        }
        columns.add(new Column("seed", Column.Type.WHOLE, true));
        columns.add(new Column("status", Column.Type.TEXT, false));
        columns.add(new Column("reason", Column.Type.TEXT, true));
        columns.add(new Column("digest", Column.Type.TEXT, true));
        columns.add(new Column("diverged_at", Column.Type.WHOLE, true));
        for (Gauge gauge : gauges) {
            columns.add(new Column(gauge.column(), Column.Type.REAL, true));
        }
        return columns;
    }

    /** The column of that name; negative if there is none. */
    public int column(String of) {
        List<Column> columns = columns();
        for (int k = 0; k < columns.size(); k++) {
            if (columns.get(k).name().equals(of)) {
                return k;
            }
        }
        return -1;
    }

    /** The settings of a row as they stand in its columns: the axes, and the seed or nothing. */
    List<String> settings(int row) {
        List<String> cells = new ArrayList<>();
        for (Axis.Value value : points.get(row / Math.max(1, seeds.size()))) {
            cells.add(text(value.own()));
        }
        cells.add(seeds.isEmpty() ? "" : text(seeds.get(row % seeds.size())));
        return cells;
    }

    private String text(Json value) {
        return value instanceof Json.Text text ? text.value() : JsonText.of(value, decimals);
    }

    /** What a row runs. */
    Experiment experiment(int row) {
        return Kept.by(base.at(set(row), decimals), gauges);
    }

    /** The word of the lesson that it runs; empty where that is an experiment. */
    String lesson() {
        return base instanceof Base.Lesson lesson ? lesson.scene().id() : "";
    }

    /** The address at which a lesson runs what a row ran; empty where that is an experiment. */
    String address(int row) {
        return base instanceof Base.Lesson lesson ? lesson.address(set(row), decimals) : "";
    }

    private Map<String, Json> set(int row) {
        Map<String, Json> settings = new LinkedHashMap<>();
        for (Axis.Value value : points.get(row / Math.max(1, seeds.size()))) {
            settings.putAll(value.settings());
        }
        if (!seeds.isEmpty()) {
            settings.put(seedSets, seeds.get(row % seeds.size()));
        }
        return settings;
    }

    Decimals decimals() {
        return decimals;
    }

    /**
     * All that rows depend on, as text: plans with the same text have the same rows. Words and figures do not count.
     */
    public String meaning() {
        StringBuilder text = new StringBuilder("dynlab-sweep/1\n");
        text.append(base.text(decimals)).append('\n');
        for (Column column : columns()) {
            text.append(column.name()).append(' ');
        }
        text.append('\n');
        for (List<Axis.Value> point : points) {
            for (Axis.Value value : point) {
                value.settings()
                        .forEach((sets, to) -> text.append(sets)
                                .append('=')
                                .append(JsonText.of(to, decimals))
                                .append(' '));
            }
            text.append('\n');
        }
        text.append(seedSets);
        seeds.forEach(seed -> text.append(' ').append(JsonText.of(seed, decimals)));
        text.append('\n');
        gauges.forEach(gauge -> text.append(gauge).append('\n'));
        return text.toString();
    }
}
