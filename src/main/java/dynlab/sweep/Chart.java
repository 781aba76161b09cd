package dynlab.sweep;

import dynlab.experiment.file.JsonWriter;
import dynlab.numeric.Decimals;
import dynlab.view.map.TileChart;
import dynlab.view.map.TileChartMap;
import dynlab.view.pen.Box;
import dynlab.view.pen.Pen;
import dynlab.view.plot.LineChart;
import dynlab.view.plot.LineChartPlot;
import java.util.List;

/** A figure of the rows of a sweep. */
public sealed interface Chart {
    /** Draws it. */
    void draw(Pen pen, Box box);

    /** The sentence that stands for it where it cannot be seen. */
    String words();

    /** Its numbers as a file. */
    String file(Decimals decimals);

    /**
     * Lines.
     *
     * @param chart what is drawn
     * @param rows how many rows each point stands for, one list a line
     * @param leftOut rows that are not in it
     */
    record Lines(LineChart chart, List<List<Integer>> rows, int leftOut) implements Chart {
        @Override
        public void draw(Pen pen, Box box) {
            LineChartPlot.draw(pen, chart, box);
        }

        @Override
        public String words() {
            return chart.title();
        }

        @Override
        public String file(Decimals decimals) {
            JsonWriter json = opened(decimals, "lines", chart.title(), chart.x(), chart.y());
            json.line().name("lines").open('[');
            for (int k = 0; k < chart.lines().size(); k++) {
                LineChart.Line line = chart.lines().get(k);
                json.line().open('{').name("name").text(line.name());
                json.name("x").numbers(line.xs()).name("centre").numbers(line.centre());
                json.name("low").numbers(line.low()).name("high").numbers(line.high());
                json.name("rows").open('[');
                rows.get(k).forEach(json::number);
                json.close(']').close('}');
            }
            json.close(']').line().name("left_out").number(leftOut);
            return json.close('}') + "\n";
        }
    }

    /**
     * Tiles.
     *
     * @param chart what is drawn
     * @param leftOut rows that are not in it
     */
    record Tiles(TileChart chart, int leftOut) implements Chart {
        @Override
        public void draw(Pen pen, Box box) {
            TileChartMap.draw(pen, chart, box);
        }

        @Override
        public String words() {
            return chart.title();
        }

        @Override
        public String file(Decimals decimals) {
            JsonWriter json = opened(decimals, "heat", chart.title(), chart.x(), chart.y());
            json.line().name("columns").open('[');
            chart.columns().forEach(json::text);
            json.close(']').line().name("rows").open('[');
            chart.rows().forEach(json::text);
            json.close(']').line().name("values").open('[');
            double[] values = chart.values();
            int columns = chart.columns().size();
            for (int i = 0; i < chart.rows().size(); i++) {
                json.line().open('[');
                for (int j = 0; j < columns; j++) {
                    double value = values[i * columns + j];
                    if (Double.isNaN(value)) {
                        json.literal("null");
                    } else {
                        json.number(value);
                    }
                }
                json.close(']');
            }
            json.close(']').line().name("left_out").number(leftOut);
            return json.close('}') + "\n";
        }
    }

    private static JsonWriter opened(Decimals decimals, String kind, String title, String x, String y) {
        JsonWriter json = new JsonWriter(decimals);
        json.open('{').name("format").text("dynlab-chart/1").name("kind").text(kind);
        json.name("title").text(title).name("x").text(x).name("y").text(y);
        return json;
    }
}
