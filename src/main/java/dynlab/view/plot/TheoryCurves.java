package dynlab.view.plot;

import dynlab.view.RunView;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.Weight;

/** What theory says, dashed over the curves of the network. */
final class TheoryCurves {
    private final TimeCurves curves;

    TheoryCurves(TimeCurves curves) {
        this.curves = curves;
    }

    /** A whole curve: theory says all of it before the run begins. */
    void draw(RunView run, double[] values, Scale y) {
        curves.plain(run, values, y, Stroke.THEORY);
    }

    /** The same, weaker. */
    void draw(RunView run, double[] values, Scale y, double emphasis) {
        Stroke dashes = new Stroke(Paint.tint(Ink.THEORY, emphasis), Weight.THEORY, Stroke.Dash.THEORY);
        curves.plain(run, values, y, dashes);
    }
}
