package dynlab.cli.paper;

import dynlab.view.pen.Box;
import dynlab.view.pen.Paint;
import dynlab.view.pen.SvgPen;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Many small cells in thirty-two shades of each sign: one path a shade, neighbours in a row joined, every cell placed from
 * the one before it, so that a figure of thousands of cells stays a small file.
 */
final class Tiles {
    private static final double SHADES = 32;

    /** The cells of one shade, and where the last of them is. */
    private static final class Path {
        private final StringBuilder words = new StringBuilder();
        private double x;
        private double y;

        void add(double left, double top, double w, double h) {
            words.append('m')
                    .append(SvgPen.number(left - x))
                    .append(' ')
                    .append(SvgPen.number(top - y))
                    .append('h')
                    .append(SvgPen.number(w))
                    .append('v')
                    .append(SvgPen.number(h))
                    .append('h')
                    .append(SvgPen.number(-w))
                    .append('z');
            x = left;
            y = top;
        }
    }

    private final Map<Integer, Path> paths = new LinkedHashMap<>();

    /**
     * Adds a grid of cells without gaps.
     *
     * @param grid outer bounds, rounded to whole px
     * @param cellW px, whole
     * @param cellH px, whole
     * @param values row-major, −1…1
     */
    void add(Box grid, int columns, double cellW, double cellH, double[] values) {
        double left = Math.rint(grid.x());
        double top = Math.rint(grid.y());
        int end;
        for (int k = 0; k < values.length; k = end) {
            int shade = shade(values[k]);
            end = k + 1;
            while (end % columns != 0 && shade(values[end]) == shade) {
                end++;
            }
            if (shade != 0) {
                int row = k / columns;
                double x = left + (k - row * columns) * cellW;
                double y = top + row * cellH;
                paths.computeIfAbsent(shade, any -> new Path()).add(x, y, (end - k) * cellW, cellH);
            }
        }
    }

    private static int shade(double value) {
        return (int) Math.rint(value * SHADES);
    }

    void draw(SvgPen pen) {
        for (Map.Entry<Integer, Path> path : paths.entrySet()) {
            pen.tiles(path.getValue().words.toString(), Paint.signed(path.getKey() / SHADES));
        }
    }
}
