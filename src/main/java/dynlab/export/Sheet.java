package dynlab.export;

import dynlab.architecture.Architecture;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.measure.Form;
import dynlab.numeric.Decimals;
import dynlab.numeric.Matrix;
import dynlab.theory.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A run as one table: a line a record, a column a number. A column is named by its quantity, what it is of, and its place from
 * 1: {@code weights W1 [2;3]}. What theory says begins with {@code theory}.
 */
final class Sheet {
    private record Column(String name, IntToDoubleFunction at) {}

    private final Experiment experiment;
    private final Trajectory run;
    private final Decimals decimals;
    private final List<Column> columns = new ArrayList<>();

    Sheet(Experiment experiment, Result result, Decimals decimals) {
        this.experiment = experiment;
        this.run = result.trajectory();
        this.decimals = decimals;
        add("step", run::step);
        add("time", run::time);
        add("loss", run::loss);
        result.prediction().ifPresent(said -> theory("theory", said));
        run.series().forEach(this::series);
    }

    private void add(String name, IntToDoubleFunction at) {
        columns.add(new Column(name, at));
    }

    private void series(SeriesKey key, Series series) {
        String name = (key.quantity().word() + " " + of(key)).strip();
        for (int i = 0; i < series.rows(); i++) {
            for (int j = 0; j < series.columns(); j++) {
                int row = i;
                int column = j;
                add(name + place(series.rows(), series.columns(), i, j), record -> series.at(record, row, column));
            }
        }
    }

    private String of(SeriesKey key) {
        Architecture graph = experiment.architecture();
        Form.Of of = key.quantity().measure().form().of();
        return switch (of) {
            case RUN -> "";
            case EDGE -> graph.edges().get(key.first()).id();
            case NODE -> graph.nodes().get(key.first()).id();
            case LAYER -> "layer " + (key.first() + 1);
            case OUTPUT ->
                "context " + (key.first() + 1) + " "
                        + graph.nodes().get(key.second()).id();
        };
    }

    private static String place(int rows, int columns, int i, int j) {
        if (rows == 1 && columns == 1) {
            return "";
        }
        return rows == 1
                ? " [" + (j + 1) + "]"
                : columns == 1 ? " [" + (i + 1) + "]" : " [" + (i + 1) + ";" + (j + 1) + "]";
    }

    private void theory(String word, Prediction said) {
        String name = word + " " + said.kind();
        double[] loss = said.loss();
        if (loss.length == run.count()) {
            add(name + " loss", record -> loss[record]);
        }
        said.modeStrength().ifPresent(m -> matrix(name + " mode_strength", m));
        said.strength().forEach((edge, m) -> matrix(name + " strength " + edge, m));
        List<Matrix> maps = said.map();
        if (maps.size() == run.count()) {
            for (int i = 0; i < maps.get(0).rows(); i++) {
                for (int j = 0; j < maps.get(0).columns(); j++) {
                    int row = i;
                    int column = j;
                    add(
                            name + " map [" + (i + 1) + ";" + (j + 1) + "]",
                            record -> maps.get(record).at(row, column));
                }
            }
        }
        said.also().forEach(also -> theory(word, also));
    }

    private void matrix(String name, Matrix byRecord) {
        for (int k = 0; k < byRecord.columns() && byRecord.rows() == run.count(); k++) {
            int column = k;
            add(name + " [" + (k + 1) + "]", record -> byRecord.at(record, column));
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < columns.size(); k++) {
            text.append(k == 0 ? "" : ",").append(cell(columns.get(k).name()));
        }
        text.append('\n');
        for (int i = 0; i < run.count(); i++) {
            for (int k = 0; k < columns.size(); k++) {
                double value = columns.get(k).at().applyAsDouble(i);
                text.append(k == 0 ? "" : ",").append(Double.isFinite(value) ? decimals.format(value) : "");
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** A name, between quotation marks where a comma or such a mark is in it. */
    private static String cell(String name) {
        boolean plain = name.indexOf(',') < 0 && name.indexOf('"') < 0 && name.indexOf(';') < 0;
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
