package dynlab.view.chart;

import dynlab.numeric.ExactMath;
import dynlab.numeric.Numbers;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** Draws a {@link TileChart}: the larger a value, the more ink its tile has. */
public final class TileChartMap {
    private static final double TOP = 34;
    private static final double FOOT = 58;
    private static final double GAP = 1;
    /** Ink of the least and of the largest value. */
    private static final double FAINT = 0.06;

    private static final double FULL = 0.85;

    private TileChartMap() {}

    /** Draws it into a box with its title above and its note under it. */
    public static void draw(Pen pen, TileChart chart, Box box) {
        pen.boxes().open("chart", box);
        Box plot = plot(pen, chart, box);
        pen.text(chart.title(), box.x() + 8, box.y() + 16, TextStyle.HEAD);
        double w = plot.w() / chart.columns().size();
        double h = plot.h() / chart.rows().size();
        shades(pen, chart, tiles(pen, chart, box));
        for (int j = 0; j < chart.columns().size(); j++) {
            double middle = plot.x() + (j + 0.5) * w;
            pen.textIfFree(chart.columns().get(j), middle, plot.bottom() + 17, TextStyle.TICK.middle());
        }
        for (int i = 0; i < chart.rows().size(); i++) {
            double middle = plot.bottom() - (i + 0.5) * h;
            pen.textIfFree(chart.rows().get(i), plot.x() - 8, middle + 4, TextStyle.TICK.end());
        }
        pen.textIfFree(chart.x(), plot.middleX(), plot.bottom() + 33, TextStyle.SMALL.middle());
        pen.text(
                chart.y(),
                box.x() + 16,
                plot.middleY(),
                TextStyle.SMALL.middle().upwards());
        if (!chart.note().isEmpty()) {
            pen.textIfFree(chart.note(), box.x() + 8, box.bottom() - 6, TextStyle.TICK);
        }
    }

    private static Box plot(Pen pen, TileChart chart, Box box) {
        double widest = 0;
        for (String row : chart.rows()) {
            widest = Math.max(widest, pen.width(row, TextStyle.TICK));
        }
        return box.inset(widest + 38, TOP, 16, FOOT);
    }

    /** Where in a box the tiles stand, in the order of the values. */
    static List<Box> tiles(Pen pen, TileChart chart, Box box) {
        Box plot = plot(pen, chart, box);
        int columns = chart.columns().size();
        double w = plot.w() / columns;
        double h = plot.h() / chart.rows().size();
        List<Box> tiles = new ArrayList<>();
        for (int k = 0; k < chart.values().length; k++) {
            double y = plot.bottom() - (k / columns + 1) * h;
            tiles.add(new Box(plot.x() + k % columns * w, y, w - GAP, h - GAP));
        }
        return tiles;
    }

    private static void shades(Pen pen, TileChart chart, List<Box> tiles) {
        double[] values = chart.values();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value) && (value > 0 || !chart.log())) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        for (int k = 0; k < values.length; k++) {
            if (Double.isNaN(values[k])) {
                continue;
            }
            double share = share(Math.max(low, values[k]), low, high, chart.log());
            Box tile = tiles.get(k);
            Paint paint = Paint.tint(Ink.POS, FAINT + share * (FULL - FAINT));
            pen.rect(tile, 0, paint);
            String number = Numbers.brief(values[k]);
            TextStyle style = TextStyle.TICK.middle().ink(pen.palette().on(paint));
            if (pen.width(number, style) < tile.w() - 3 && tile.h() > 13) {
                pen.text(number, tile.middleX(), tile.middleY() + 4, style);
            }
        }
    }

    private static double share(double value, double low, double high, boolean log) {
        if (!(high > low)) {
            return 0.5;
        }
        return log ? ExactMath.log(value / low) / ExactMath.log(high / low) : (value - low) / (high - low);
    }
}
