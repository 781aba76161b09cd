package dynlab.view.plot;

import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Scale;

/** A plot over time whose curves each run has: what {@link SpreadPlot} has to know to draw those of further runs. */
interface SpreadCurves extends View {
    /** How many curves there are of a run. */
    int count(RunView run);

    /** The k-th of them, one value for each record. */
    double[] curve(RunView run, int k);

    Ink ink(Frame frame, int k);

    Scale up(Frame frame, Box box);

    /** Values as they stand on that axis. */
    double[] standing(double[] values, Scale up);

    String number(double value);

    /** Which curve a reading is of; −1 if of none. */
    int read(Hit hit);
}
