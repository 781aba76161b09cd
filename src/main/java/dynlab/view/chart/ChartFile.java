package dynlab.view.chart;

import dynlab.experiment.Refused;
import dynlab.experiment.file.Json;
import dynlab.experiment.file.JsonCursor;
import dynlab.experiment.file.JsonReader;
import dynlab.experiment.file.JsonWriter;
import dynlab.numeric.Decimals;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The numbers of a figure as a file, {@code "format": "dynlab-chart/1"}. */
public final class ChartFile {
    /** The first field of every file. */
    public static final String FORMAT = "dynlab-chart/1";

    private static final int MOST_LINES = 100;
    private static final int MOST_POINTS = 10_000;
    private static final int MOST_TILES = 300;

    private ChartFile() {}

    /** Writes one. */
    public static String write(Chart chart, Decimals decimals) {
        JsonWriter json = new JsonWriter(decimals);
        json.open('{').name("format").text(FORMAT);
        if (chart instanceof Chart.Lines lines) {
            LineChart drawn = lines.chart();
            head(json, "lines", drawn.title(), drawn.x(), drawn.y(), chart.lesson());
            scale(json, "x_scale", drawn.logX());
            scale(json, "y_scale", drawn.logY());
            json.line().name("lines").open('[');
            for (int k = 0; k < drawn.lines().size(); k++) {
                line(json, drawn.lines().get(k), lines.rows().get(k));
            }
            json.close(']');
            foot(json, drawn.note(), chart);
        } else if (chart instanceof Chart.Tiles tiles) {
            TileChart drawn = tiles.chart();
            head(json, "heat", drawn.title(), drawn.x(), drawn.y(), chart.lesson());
            scale(json, "value_scale", drawn.log());
            json.line().name("columns");
            texts(json, drawn.columns());
            json.line().name("rows");
            texts(json, drawn.rows());
            tiles(json, drawn);
            foot(json, drawn.note(), chart);
        }
        return json.close('}') + "\n";
    }

    private static void head(JsonWriter json, String kind, String title, String x, String y, String lesson) {
        json.name("kind").text(kind).name("title").text(title);
        json.name("x").text(x).name("y").text(y);
        if (!lesson.isEmpty()) {
            json.name("lesson").text(lesson);
        }
    }

    private static void scale(JsonWriter json, String name, boolean log) {
        if (log) {
            json.name(name).text("log");
        }
    }

    private static void foot(JsonWriter json, String note, Chart chart) {
        json.line();
        if (!note.isEmpty()) {
            json.name("note").text(note);
        }
        json.name("left_out").number(chart.leftOut());
    }

    private static void texts(JsonWriter json, List<String> texts) {
        json.open('[');
        texts.forEach(json::text);
        json.close(']');
    }

    private static boolean any(List<String> addresses) {
        return addresses.stream().anyMatch(address -> !address.isEmpty());
    }

    private static void line(JsonWriter json, LineChart.Line line, List<Integer> rows) {
        json.line().open('{').name("name").text(line.name());
        json.name("x").numbers(line.xs()).name("centre").numbers(line.centre());
        json.name("low").numbers(line.low()).name("high").numbers(line.high());
        json.name("rows").open('[');
        rows.forEach(json::number);
        json.close(']');
        if (any(line.addresses())) {
            json.line().name("addresses");
            texts(json, line.addresses());
        }
        json.close('}');
    }

    private static void tiles(JsonWriter json, TileChart chart) {
        int columns = chart.columns().size();
        double[] values = chart.values();
        json.line().name("values").open('[');
        for (int i = 0; i < chart.rows().size(); i++) {
            json.line().open('[');
            for (int k = i * columns; k < (i + 1) * columns; k++) {
                if (Double.isNaN(values[k])) {
                    json.literal("null");
                } else {
                    json.number(values[k]);
                }
            }
            json.close(']');
        }
        json.close(']');
        if (any(chart.addresses())) {
            json.line().name("addresses").open('[');
            for (int i = 0; i < chart.rows().size(); i++) {
                json.line();
                texts(json, chart.addresses().subList(i * columns, (i + 1) * columns));
            }
            json.close(']');
        }
    }

    /** Whether a text claims to be one. */
    public static boolean claims(String text) {
        int at = text.indexOf(FORMAT);
        return at >= 0 && at < 200;
    }

    /**
     * Reads one.
     *
     * @throws Refused with one sentence and the place of the first thing that is wrong
     */
    public static Chart read(String text, Decimals decimals) {
        JsonCursor file = new JsonCursor(JsonReader.read(text), "", decimals);
        JsonCursor format = file.required("format");
        if (!format.text().equals(FORMAT)) {
            throw format.refused(Phrase.of("chart.file.format"));
        }
        boolean tiles = file.required("kind")
                .word(new String[] {"lines", "heat"}, word -> word)
                .equals("heat");
        return tiles ? readTiles(file) : readLines(file);
    }

    private static String words(JsonCursor file, String name) {
        return file.optional(name).map(JsonCursor::text).orElse("");
    }

    private static boolean log(JsonCursor file, String name) {
        return file.optional(name)
                .map(at -> at.word(new String[] {"linear", "log"}, word -> word).equals("log"))
                .orElse(false);
    }

    private static int leftOut(JsonCursor file) {
        return file.required("left_out").whole(0, Integer.MAX_VALUE);
    }

    private static Chart readLines(JsonCursor file) {
        file.fields("format", "kind", "title", "x", "y", "lesson", "x_scale", "y_scale", "lines", "note", "left_out");
        List<LineChart.Line> lines = new ArrayList<>();
        List<List<Integer>> rows = new ArrayList<>();
        // none where no row had what is drawn
        List<JsonCursor> all = file.required("lines").elements();
        if (all.size() > MOST_LINES) {
            throw file.required("lines").refused(Phrase.of("chart.file.several", Argument.count(MOST_LINES)));
        }
        for (JsonCursor line : all) {
            line.fields("name", "x", "centre", "low", "high", "rows", "addresses");
            double[] xs = numbers(line.required("x"));
            for (int i = 1; i < xs.length; i++) {
                if (!(xs[i] > xs[i - 1])) {
                    throw line.required("x").refused(Phrase.of("chart.file.ascending"));
                }
            }
            double[] centre = alike(line.required("centre"), xs.length);
            double[] low = alike(line.required("low"), xs.length);
            double[] high = alike(line.required("high"), xs.length);
            for (int i = 0; i < xs.length; i++) {
                if (!(low[i] <= high[i])) {
                    throw line.required("low").refused(Phrase.of("chart.file.low"));
                }
            }
            lines.add(new LineChart.Line(
                    line.required("name").text(),
                    xs,
                    centre,
                    low,
                    high,
                    addresses(line.optional("addresses"), xs.length)));
            List<Integer> counts = new ArrayList<>();
            for (JsonCursor count : sized(line.required("rows"), xs.length)) {
                counts.add(count.whole(1, Integer.MAX_VALUE));
            }
            rows.add(counts);
        }
        LineChart chart = new LineChart(
                file.required("title").text(),
                file.required("x").text(),
                file.required("y").text(),
                log(file, "x_scale"),
                log(file, "y_scale"),
                lines,
                words(file, "note"));
        return new Chart.Lines(chart, rows, words(file, "lesson"), leftOut(file));
    }

    private static Chart readTiles(JsonCursor file) {
        file.fields(
                "format",
                "kind",
                "title",
                "x",
                "y",
                "lesson",
                "value_scale",
                "columns",
                "rows",
                "values",
                "addresses",
                "note",
                "left_out");
        List<String> columns = texts(file.required("columns"));
        List<String> rows = texts(file.required("rows"));
        double[] values = new double[columns.size() * rows.size()];
        int k = 0;
        for (JsonCursor row : sized(file.required("values"), rows.size())) {
            for (JsonCursor value : sized(row, columns.size())) {
                values[k++] = value.value() instanceof Json.Null ? Double.NaN : value.number();
            }
        }
        List<String> addresses = new ArrayList<>();
        Optional<JsonCursor> given = file.optional("addresses");
        if (given.isPresent()) {
            for (JsonCursor row : sized(given.get(), rows.size())) {
                addresses.addAll(addresses(Optional.of(row), columns.size()));
            }
        }
        TileChart chart = new TileChart(
                file.required("title").text(),
                file.required("x").text(),
                file.required("y").text(),
                columns,
                rows,
                values,
                given.isPresent() ? addresses : Collections.nCopies(values.length, ""),
                log(file, "value_scale"),
                words(file, "note"));
        return new Chart.Tiles(chart, words(file, "lesson"), leftOut(file));
    }

    private static List<String> texts(JsonCursor list) {
        List<String> texts = new ArrayList<>();
        for (JsonCursor one : several(list, MOST_TILES)) {
            texts.add(one.text());
        }
        return texts;
    }

    private static List<String> addresses(Optional<JsonCursor> list, int count) {
        if (list.isEmpty()) {
            return Collections.nCopies(count, "");
        }
        List<String> texts = new ArrayList<>();
        for (JsonCursor one : sized(list.get(), count)) {
            texts.add(one.text());
        }
        return texts;
    }

    private static double[] alike(JsonCursor list, int count) {
        double[] numbers = numbers(list);
        if (numbers.length != count) {
            throw list.refused(Phrase.of("chart.file.count", Argument.count(count)));
        }
        return numbers;
    }

    private static double[] numbers(JsonCursor list) {
        List<JsonCursor> all = several(list, MOST_POINTS);
        double[] numbers = new double[all.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = all.get(i).number();
        }
        return numbers;
    }

    private static List<JsonCursor> sized(JsonCursor list, int count) {
        List<JsonCursor> all = list.elements();
        if (all.size() != count) {
            throw list.refused(Phrase.of("chart.file.count", Argument.count(count)));
        }
        return all;
    }

    private static List<JsonCursor> several(JsonCursor list, int most) {
        List<JsonCursor> all = list.elements();
        if (all.isEmpty() || all.size() > most) {
            throw list.refused(Phrase.of("chart.file.several", Argument.count(most)));
        }
        return all;
    }
}
