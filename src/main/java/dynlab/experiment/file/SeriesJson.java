package dynlab.experiment.file;

import dynlab.architecture.Architecture;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.measure.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All recorded series of a trajectory file, each in the form that its measure has. */
final class SeriesJson {
    private final JsonWriter json;
    private final Architecture architecture;
    private final List<String> contexts;
    private final int records;

    private SeriesJson(JsonWriter json, Experiment experiment, int records) {
        this.json = json;
        architecture = experiment.architecture();
        contexts = TrajectoryCodec.contextKeys(experiment.contexts());
        this.records = records;
    }

    /** Writes one field for each quantity that was recorded, the loss left out. */
    static void write(JsonWriter json, Experiment experiment, Trajectory trajectory) {
        SeriesJson writer = new SeriesJson(json, experiment, trajectory.count());
        for (Quantity quantity : Quantity.values()) {
            Map<SeriesKey, Series> parts = new LinkedHashMap<>();
            for (Map.Entry<SeriesKey, Series> entry : trajectory.series().entrySet()) {
                if (entry.getKey().quantity() == quantity) {
                    parts.put(entry.getKey(), entry.getValue());
                }
            }
            if (!parts.isEmpty()) {
                json.line().name(quantity.word());
                writer.writeParts(quantity.measure().form(), parts);
            }
        }
    }

    private void writeParts(Form form, Map<SeriesKey, Series> parts) {
        if (form.of() == Form.Of.OUTPUT) {
            writeByTime(parts);
        } else if (form.of() == Form.Of.RUN) {
            parts.values().forEach(series -> writeSeries(form, series));
        } else {
            json.open('{');
            parts.forEach((key, series) -> {
                json.line().name(name(form.of(), key.first()));
                writeSeries(form, series);
            });
            json.close('}');
        }
    }

    private String name(Form.Of of, int index) {
        return switch (of) {
            case EDGE -> architecture.edges().get(index).id();
            case NODE -> architecture.nodes().get(index).id();
            case LAYER -> Integer.toString(index + 1);
            case RUN, OUTPUT -> throw new AssertionError(of + " has no names");
        };
    }

    private void writeSeries(Form form, Series series) {
        switch (form.value()) {
            case NUMBER -> json.numbers(series.values());
            case VECTOR -> json.matrix(series.values(), 0, series.count(), series.size());
            case MATRIX -> writeMatrices(series, 0, series.columns());
            case FIELDS -> {
                json.open('{');
                for (Form.Field field : form.fields()) {
                    int columns = series.columns();
                    int from = field.from() < 0 ? columns + field.from() : field.from();
                    int to = field.to() <= 0 ? columns + field.to() : field.to();
                    json.line().name(field.name());
                    writeField(series, from, to);
                }
                json.close('}');
            }
            case AFTERWARDS -> throw new AssertionError("no series");
        }
    }

    /** A number, a list, or a matrix for each time. */
    private void writeField(Series series, int from, int to) {
        if (series.rows() == 1 && to - from == 1) {
            json.numbers(columns(series, from, to));
        } else if (series.rows() == 1 || to - from == 1) {
            json.matrix(columns(series, from, to), 0, series.count(), series.rows() * (to - from));
        } else {
            writeMatrices(series, from, to);
        }
    }

    private void writeMatrices(Series series, int from, int to) {
        double[] values = columns(series, from, to);
        int size = series.rows() * (to - from);
        json.open('[');
        for (int i = 0; i < series.count(); i++) {
            json.matrix(values, i * size, series.rows(), to - from);
        }
        json.close(']');
    }

    /** Some columns at all times. */
    private static double[] columns(Series series, int from, int to) {
        if (from == 0 && to == series.columns()) {
            return series.values();
        }
        double[] some = new double[series.count() * series.rows() * (to - from)];
        int next = 0;
        for (int i = 0; i < series.count(); i++) {
            for (int row = 0; row < series.rows(); row++) {
                for (int column = from; column < to; column++) {
                    some[next++] = series.at(i, row, column);
                }
            }
        }
        return some;
    }

    /** {@code {context: {output: matrix}}} at each time. */
    private void writeByTime(Map<SeriesKey, Series> parts) {
        json.open('[');
        for (int i = 0; i < records; i++) {
            json.line().open('{');
            for (int c = 0; c < contexts.size(); c++) {
                json.name(contexts.get(c)).open('{');
                for (SeriesKey key : inContext(parts, c)) {
                    Series series = parts.get(key);
                    if (series != null) {
                        json.name(architecture.nodes().get(key.second()).id())
                                .matrix(series.values(), i * series.size(), series.rows(), series.columns());
                    }
                }
                json.close('}');
            }
            json.close('}');
        }
        json.close(']');
    }

    private static List<SeriesKey> inContext(Map<SeriesKey, Series> parts, int context) {
        List<SeriesKey> keys = new ArrayList<>();
        for (SeriesKey key : parts.keySet()) {
            if (key.first() == context) {
                keys.add(key);
            }
        }
        return keys;
    }
}
