package dynlab.view.pen;

import java.util.Arrays;

/**
 * The fine diagonals of negative cells. Two colours of equal strength are one grey in print and to some eyes, so a sign is
 * told by a mark as well as by its hue.
 */
public final class Hatch {
    /** A cell of at least so many px a side has one diagonal, from corner to corner. */
    private static final double LARGE = 8;

    /** Smaller ones share lines that run on from cell to cell, so many px apart. */
    private static final double PITCH = 6;

    /** A value below this is hardly coloured, so it has no sign to be told. */
    private static final double FAINT = 0.05;

    /** From this strength on the panel's colour stands out from the cell, below it the ink does. */
    static final double DEEP = 0.45;

    /** The ink of a line on a pale cell: no more than it takes. */
    static final Paint ON_PALE = Paint.tint(Ink.NEG_INK, 0.9);

    private double[] onPale = new double[64];
    private double[] onDeep = new double[64];
    private int pale;
    private int deep;

    /**
     * Marks a cell, or a strip of several that are equal, if its value is negative.
     *
     * @param value −1…1
     */
    public void add(Box cell, double value) {
        if (value > -FAINT) {
            return;
        }
        boolean strong = -value >= DEEP;
        if (Math.min(cell.w(), cell.h()) >= LARGE) {
            // half a line from the corners, so that no end sticks out
            add(strong, cell.x() + 0.5, cell.bottom() - 0.5, cell.right() - 0.5, cell.y() + 0.5);
            return;
        }
        int last = (int) Math.floor((cell.right() + cell.bottom()) / PITCH);
        for (int k = (int) Math.ceil((cell.x() + cell.y()) / PITCH); k <= last; k++) {
            // the part of the line x + y = sum that lies in the cell
            double sum = k * PITCH;
            double from = Math.max(cell.x(), sum - cell.bottom());
            double to = Math.min(cell.right(), sum - cell.y());
            add(strong, from, sum - from, to, sum - to);
        }
    }

    private void add(boolean strong, double x1, double y1, double x2, double y2) {
        double[] ends = strong ? onDeep : onPale;
        int at = 4 * (strong ? deep++ : pale++);
        if (at + 4 > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
            if (strong) {
                onDeep = ends;
            } else {
                onPale = ends;
            }
        }
        ends[at] = x1;
        ends[at + 1] = y1;
        ends[at + 2] = x2;
        ends[at + 3] = y2;
    }

    /** Draws all marks: the panel's colour on what is deeply coloured, the ink of negative words on what is pale. */
    public void draw(Pen pen) {
        if (deep > 0) {
            pen.segments(onDeep, deep, Stroke.of(Ink.BG, Weight.HAIR));
        }
        if (pale > 0) {
            pen.segments(onPale, pale, Stroke.of(ON_PALE, Weight.HAIR));
        }
    }
}
