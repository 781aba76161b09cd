package dynlab.view.plot;

import dynlab.numeric.Numbers;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;

/** The numbers under a time line, which leave room for the step of now. */
final class StepTicks {
    private StepTicks() {}

    /**
     * Writes them.
     *
     * @param stride steps from one to the next
     * @param at middle of the words that say the step of now
     * @param half half the width of these words
     * @param base where the words stand
     * @param marks top of a mark over each, or NaN for none
     */
    static void draw(Pen pen, Scale time, double stride, double at, double half, double base, double marks) {
        for (int i = 0; i * stride <= time.to() + 1e-9; i++) {
            double x = time.at(i * stride);
            if (!Double.isNaN(marks)) {
                pen.line(x, marks, x, marks + 4, Stroke.AXIS);
            }
            String words = Numbers.fixed(i * stride, 0);
            double room = half + pen.width(words, TextStyle.TICK) / 2 + 8;
            if (Math.abs(x - at) >= Math.max(34, room)) {
                pen.textIfFree(words, x, base, TextStyle.TICK.middle());
            }
        }
    }
}
