package dynlab.view.chart;

import dynlab.numeric.Numbers;
import dynlab.view.pen.Box;
import dynlab.view.pen.Pen;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A figure of the rows of a sweep. */
public sealed interface Chart {
    /** Draws it. */
    void draw(Pen pen, Box box);

    /** Where in that box its numbers stand. */
    List<Spot> spots(Pen pen, Box box);

    /** Its numbers as a table. */
    Grid grid();

    /** The sentence that stands for it where it cannot be seen. */
    String words();

    /** The lesson whose runs these are, by its word; empty if they are of an experiment. */
    String lesson();

    /** How many rows of the sweep are not in it. */
    int leftOut();

    /**
     * A number of the figure where it is drawn.
     *
     * @param row in the table
     * @param column in the table
     */
    record Spot(Box box, int row, int column) {}

    /**
     * One number.
     *
     * @param text as it is written; empty where there is none
     * @param address of a run that it stands for, as the page takes it; empty if it has none
     */
    record Cell(String text, String address) {
        static final Cell NONE = new Cell("", "");
    }

    /**
     * A table.
     *
     * @param down what the rows differ in
     * @param across what the columns differ in; empty where each head says it
     * @param columns their heads
     * @param rows their heads, from above
     * @param cells rows × columns
     */
    record Grid(String down, String across, List<String> columns, List<String> rows, List<List<Cell>> cells) {
        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            cells = List.copyOf(cells);
        }

        /** The number at a place, with what it is of. */
        public String said(int row, int column) {
            String of = across.isEmpty() ? columns.get(column) : across + " " + columns.get(column);
            return Words.say(
                    "chart.says",
                    down,
                    rows.get(row),
                    of,
                    cells.get(row).get(column).text());
        }
    }

    /**
     * Lines.
     *
     * @param chart what is drawn
     * @param rows how many rows each point stands for, one list a line
     */
    record Lines(LineChart chart, List<List<Integer>> rows, String lesson, int leftOut) implements Chart {
        @Override
        public void draw(Pen pen, Box box) {
            LineChartPlot.draw(pen, chart, box);
        }

        @Override
        public List<Spot> spots(Pen pen, Box box) {
            double[] xs = across();
            List<Spot> spots = new ArrayList<>();
            for (int k = 0; k < chart.lines().size(); k++) {
                double[] own = chart.lines().get(k).xs();
                List<Box> points = LineChartPlot.points(pen, chart, box, k);
                for (int i = 0; i < own.length; i++) {
                    spots.add(new Spot(points.get(i), Arrays.binarySearch(xs, own[i]), k));
                }
            }
            return spots;
        }

        @Override
        public Grid grid() {
            List<String> columns = new ArrayList<>();
            List<String> heads = new ArrayList<>();
            List<List<Cell>> cells = new ArrayList<>();
            for (double x : across()) {
                heads.add(Numbers.brief(x));
                cells.add(new ArrayList<>(Collections.nCopies(chart.lines().size(), Cell.NONE)));
            }
            for (int k = 0; k < chart.lines().size(); k++) {
                LineChart.Line line = chart.lines().get(k);
                columns.add(line.name().isEmpty() ? chart.y() : line.name());
                double[] xs = line.xs();
                for (int i = 0; i < xs.length; i++) {
                    cells.get(Arrays.binarySearch(across(), xs[i])).set(k, cell(line, i));
                }
            }
            return new Grid(chart.x(), "", columns, heads, cells);
        }

        private static Cell cell(LineChart.Line line, int i) {
            double low = line.low()[i];
            double high = line.high()[i];
            String centre = Numbers.brief(line.centre()[i]);
            return new Cell(
                    low < high ? centre + " (" + Numbers.brief(low) + " … " + Numbers.brief(high) + ")" : centre,
                    line.addresses().get(i));
        }

        /** Every x of a line, ascending. */
        private double[] across() {
            double[] all = new double[0];
            for (LineChart.Line line : chart.lines()) {
                for (double x : line.xs()) {
                    int at = Arrays.binarySearch(all, x);
                    if (at < 0) {
                        all = Arrays.copyOf(all, all.length + 1);
                        all[all.length - 1] = x;
                        Arrays.sort(all);
                    }
                }
            }
            return all;
        }

        @Override
        public String words() {
            return chart.title();
        }
    }

    /**
     * Tiles.
     *
     * @param chart what is drawn
     */
    record Tiles(TileChart chart, String lesson, int leftOut) implements Chart {
        @Override
        public void draw(Pen pen, Box box) {
            TileChartMap.draw(pen, chart, box);
        }

        @Override
        public List<Spot> spots(Pen pen, Box box) {
            List<Box> tiles = TileChartMap.tiles(pen, chart, box);
            int columns = chart.columns().size();
            List<Spot> spots = new ArrayList<>();
            for (int k = 0; k < tiles.size(); k++) {
                if (!Double.isNaN(chart.values()[k])) {
                    spots.add(new Spot(tiles.get(k), chart.rows().size() - 1 - k / columns, k % columns));
                }
            }
            return spots;
        }

        @Override
        public Grid grid() {
            int columns = chart.columns().size();
            List<String> heads = new ArrayList<>(chart.rows());
            Collections.reverse(heads);
            List<List<Cell>> cells = new ArrayList<>();
            for (int i = heads.size() - 1; i >= 0; i--) {
                List<Cell> row = new ArrayList<>();
                for (int k = i * columns; k < (i + 1) * columns; k++) {
                    double value = chart.values()[k];
                    row.add(
                            Double.isNaN(value)
                                    ? Cell.NONE
                                    : new Cell(
                                            Numbers.brief(value),
                                            chart.addresses().get(k)));
                }
                cells.add(row);
            }
            return new Grid(chart.y(), chart.x(), chart.columns(), heads, cells);
        }

        @Override
        public String words() {
            return chart.title();
        }
    }
}
