package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.numeric.Matrix;
import dynlab.theory.Prediction;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.lesson.Impulse;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.Map;
import java.util.Optional;

/**
 * How much of each answer a recurrent network has learned, over training: what it says at once, and a step later, as shares of
 * what is wanted. Dashes are the map of its modes.
 */
public final class RhythmPlot implements View {
    @Override
    public String id() {
        return "rhythm";
    }

    @Override
    public String title() {
        return Words.say("lesson.rhythm-plot.title");
    }

    @Override
    public String hint() {
        return Words.say("lesson.rhythm-plot.hint");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.OUTPUTS);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        RunView run = frame.story();
        Scale time = Layout.time(frame, box);
        PlotFrame axes = PlotFrame.overTime(frame, box);
        TimeCurves curves = new TimeCurves(pen, frame, time);
        curves.sheet(axes.plot());
        Scale y = axes.up(-0.1, 1.25);
        for (int i = 0; i <= 2; i++) {
            axes.level(pen, y.at(0.5 * i), i == 0 ? "0" : i == 1 ? "½" : "1", i == 0);
        }
        Impulse impulse = new Impulse(run);
        int records = run.steps().length;
        int answers = impulse.times() > 1 ? impulse.answers() : 0;
        for (int k = answers - 1; k >= 0; k--) {
            Paint paint = Paint.of(Ink.mode(k, answers));
            curves.line(impulse.share(records, k, 1), y, paint, Weight.FINE);
            curves.line(impulse.share(records, k, 0), y, paint, Weight.SIM);
            for (int later = 0; later <= 1; later++) {
                new TheoryCurves(curves).draw(run, foretold(run, impulse, k, later), y);
            }
        }
        curves.cursor(box);
        Heads.draw(pen, title(), hint(), box.x(), box.y() + 12, box.right());
        if (answers > 0 && run.reaches(frame.step())) {
            double value = run.at(impulse.share(records, 0, 0), frame.step());
            curves.dot(TimeCurves.within(y, y.at(value)));
        }
    }

    /** c w^later u over what is wanted; nothing where there is no theory. */
    private static double[] foretold(RunView run, Impulse impulse, int answer, int later) {
        Optional<Prediction> theory = run.theory();
        if (theory.isEmpty()) {
            return new double[0];
        }
        Map<String, Matrix> strength = theory.get().strength();
        Matrix none = Matrix.zero(0, 0);
        Matrix u = strength.getOrDefault("U", none);
        Matrix w = strength.getOrDefault("W", none);
        Matrix c = strength.getOrDefault("C", none);
        double[] share = new double[u.rows()];
        for (int i = 0; i < share.length; i++) {
            double gain = u.at(i, answer) * c.at(i, answer);
            double says = later == 0 ? gain : gain * w.at(i, answer);
            share[i] = says / impulse.wanted(answer, later);
        }
        return share;
    }
}
