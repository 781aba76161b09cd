package dynlab.view.pen;

/**
 * What views draw with: whole lines, areas and grids of cells, never points, because on a canvas every call crosses a
 * border. Lengths are px; colours are tokens, which the pen's palette resolves. Words report the space that they take.
 */
public interface Pen {
    Palette palette();

    void line(double x1, double y1, double x2, double y2, Stroke stroke);

    /** Points {@code from} … {@code to − 1}, joined. */
    void polyline(double[] xs, double[] ys, int from, int to, Stroke stroke);

    /** The closed shape through the first {@code n} points. */
    void area(double[] xs, double[] ys, int n, Paint fill);

    void rect(Box box, double radius, Paint fill);

    /** The outline of a rectangle. */
    void frame(Box box, double radius, Stroke stroke);

    /** A disc, with a rim unless {@link Stroke#NONE}. */
    void circle(double x, double y, double radius, Paint fill, Stroke rim);

    /**
     * A grid of equal cells, coloured by signed values in −1…1.
     *
     * @param grid outer bounds
     * @param gap px between cells, part of each cell's pitch
     * @param values row-major
     * @param outlined whether a cell of about zero, which has the panel's colour, gets an outline
     */
    default void cells(Box grid, double gap, int rows, int columns, double[] values, boolean outlined) {
        double pitchX = grid.w() / columns;
        double pitchY = grid.h() / rows;
        double radius = gap > 0 ? Math.min(1.5, pitchY / 4) : 0;
        Hatch hatch = new Hatch();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double value = values[i * columns + j];
                Box cell = new Box(grid.x() + j * pitchX, grid.y() + i * pitchY, pitchX - gap, pitchY - gap);
                if (outlined && Math.abs(value) < 0.03) {
                    frame(cell.inset(0.5, 0.5, 0.5, 0.5), radius, Stroke.GRID);
                }
                if (Math.abs(value) >= 0.005) {
                    rect(cell, radius, Paint.signed(value));
                    hatch.add(cell, value);
                }
            }
        }
        hatch.draw(this);
    }

    /** Lines that do not meet: from {@code (ends[4k], ends[4k + 1])} to {@code (ends[4k + 2], ends[4k + 3])}. */
    void segments(double[] ends, int n, Stroke stroke);

    /** Words at (x, y) = their anchor on the base line; their box is reported to {@link #boxes}. */
    void text(String words, double x, double y, TextStyle style);

    double width(String words, TextStyle style);

    /** Words in a row from (x, y) on, every second part bold: "Does a **canary** **fly**?". */
    default void row(double x, double y, TextStyle style, String... parts) {
        double at = x;
        for (int i = 0; i < parts.length; i++) {
            TextStyle set = style.strong(i % 2 == 1);
            text(parts[i], at, y, set);
            at += width(parts[i], set);
        }
    }

    TextBoxes boxes();

    /** The space that words would take there. */
    default Box box(String words, double x, double y, TextStyle style) {
        return style.box(x, y, width(words, style), palette().size(style.type()));
    }

    /** Sets words if they stand free of all others within the open view. */
    default boolean textIfFree(String words, double x, double y, TextStyle style) {
        boolean free = boxes().free(box(words, x, y, style));
        if (free) {
            text(words, x, y, style);
        }
        return free;
    }
}
