package dynlab.view.plot;

import dynlab.view.RunView;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** What further runs, that differ from the one shown by their seed alone, add to a plot over time. */
public interface Spread {
    /**
     * Draws what they have of a curve.
     *
     * @param curve what is drawn of a run, one value for each of its records; empty where it has no such curve
     * @param levels px of values
     */
    void draw(Pen pen, Scale time, Function<RunView, double[]> curve, Function<double[], double[]> levels, Ink ink);

    /** The line of a reading that says so of a step; empty where there is none. */
    String reading(Function<RunView, double[]> curve, double step, DoubleFunction<String> number);

    /** A few words for a plot. */
    String hint();

    /** The same as a sentence. */
    String sentence();
}
