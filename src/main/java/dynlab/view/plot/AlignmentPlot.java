package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.numeric.Numbers;
import dynlab.theory.modes.CouplingCurve;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.lesson.Aligned;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.List;

/**
 * How well a deep linear network is aligned: what modes share off the diagonal, with the peak that theory foretells, and how much
 * of what one layer gives the next one takes.
 */
public final class AlignmentPlot implements View {
    @Override
    public String id() {
        return "alignment";
    }

    @Override
    public String title() {
        return Words.say("plot.alignment.title");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("plot.alignment.hint");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.ALIGNMENT).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        if (frame.story().run().trajectory().first(Quantity.ALIGNMENT).isEmpty()) {
            pen.text(Words.say("plot.alignment.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        double high = Math.max(28, Math.min(120, (space.h() - 76) / 2));
        Box upper = new Box(space.x() + 30, space.y() + 24, space.w() - 40, high);
        Box lower = new Box(upper.x(), upper.bottom() + 32, upper.w(), high);
        coupling(pen, frame, upper);
        overlap(pen, frame, lower);
        Scale time = time(frame, lower);
        pen.textIfFree("0", lower.x(), lower.bottom() + 15, TextStyle.TICK.middle());
        pen.textIfFree(Numbers.fixed(time.to(), 0), lower.right(), lower.bottom() + 15, TextStyle.TICK.end());
    }

    private static Scale time(Frame frame, Box plot) {
        double end = 1;
        for (RunView run : frame.runs()) {
            end = Math.max(end, run.horizon());
        }
        return new Scale(0, end, plot.x(), plot.right());
    }

    private static void axes(Pen pen, Frame frame, Box plot, Scale y, String name) {
        for (int i = 0; i <= 2; i++) {
            double level = y.at(0.5 * i);
            pen.line(plot.x(), level, plot.right(), level, i == 0 ? Stroke.AXIS : Stroke.GRID);
            pen.text(i == 0 ? "0" : i == 1 ? "½" : "1", plot.x() - 6, level + 4, TextStyle.TICK.end());
        }
        pen.text(Labels.cut(pen, name, TextStyle.SMALL, plot.w() + 30), plot.x() - 30, plot.y() - 11, TextStyle.SMALL);
        double now = time(frame, plot).at(frame.step());
        pen.line(now, plot.y(), now, plot.bottom(), Stroke.NOW);
    }

    private static void coupling(Pen pen, Frame frame, Box plot) {
        Scale y = new Scale(0, 1, plot.bottom(), plot.y());
        axes(pen, frame, plot, y, Words.say("plot.alignment.coupling"));
        Scale time = time(frame, plot);
        List<RunView> runs = frame.runs();
        for (int k = runs.size() - 1; k >= 0; k--) {
            RunView run = runs.get(k);
            line(pen, run, Aligned.column(run, 0), time, y, ink(frame, k, Weight.SIM));
            line(pen, run, run.run().layers().coupling(), time, y, Stroke.THEORY);
        }
        peak(pen, frame, plot, time, y);
    }

    private static void peak(Pen pen, Frame frame, Box plot, Scale time, Scale y) {
        RunView run = frame.story();
        double[] foretold = run.run().layers().coupling();
        int peak = CouplingCurve.peak(foretold);
        if (peak < 0 || peak >= run.steps().length || foretold[peak] < 0.02) {
            return;
        }
        double x = time.at(run.steps()[peak]);
        double top = y.at(foretold[peak]);
        pen.line(x, top, x, plot.bottom(), Stroke.THEORY);
        boolean left = x > plot.middleX();
        TextStyle style = TextStyle.SMALL.haloed();
        String words = Words.say("plot.alignment.peak", Numbers.fixed(run.steps()[peak], 0));
        pen.textIfFree(words, left ? x - 6 : x + 6, Math.max(plot.y() + 10, top - 5), left ? style.end() : style);
    }

    private static void overlap(Pen pen, Frame frame, Box plot) {
        Scale y = new Scale(0, 1, plot.bottom(), plot.y());
        axes(pen, frame, plot, y, Words.say("plot.alignment.overlap"));
        Scale time = time(frame, plot);
        List<RunView> runs = frame.runs();
        for (int k = runs.size() - 1; k >= 0; k--) {
            RunView run = runs.get(k);
            int layers = run.run()
                    .trajectory()
                    .first(Quantity.ALIGNMENT)
                    .map(Series::size)
                    .orElse(0);
            for (int l = layers - 1; l >= 1; l--) {
                double[] curve = Aligned.column(run, l);
                line(pen, run, curve, time, y, ink(frame, k, l == 1 ? Weight.SIM : Weight.FINE));
                if (layers > 2 && k == 0 && curve.length > 0) {
                    pen.textIfFree(
                            l + "–" + (l + 1), plot.right() + 3, y.at(curve[curve.length - 1]) + 4, TextStyle.TICK);
                }
            }
        }
    }

    private static Stroke ink(Frame frame, int k, Weight weight) {
        return frame.hasPeers() ? Stroke.category(k, weight) : Stroke.of(k == 0 ? Ink.INK_2 : Ink.INK_3, weight);
    }

    private static void line(Pen pen, RunView run, double[] values, Scale time, Scale y, Stroke stroke) {
        int n = Math.min(values.length, run.steps().length);
        double[] xs = new double[n];
        double[] ys = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = time.at(run.steps()[i]);
            ys[i] = y.at(Math.max(-0.05, Math.min(1.05, values[i])));
        }
        if (n > 1) {
            pen.polyline(xs, ys, 0, n, stroke);
        }
    }

    @Override
    public String describe(Frame frame) {
        RunView run = frame.story();
        double[] coupling = Aligned.column(run, 0);
        double[] overlap = Aligned.column(run, 1);
        if (coupling.length == 0 || overlap.length == 0) {
            return title() + ".";
        }
        return Words.say(
                "plot.alignment.describe",
                title(),
                Numbers.fixed(run.at(coupling, frame.step()), 2),
                Numbers.fixed(run.at(overlap, frame.step()), 2));
    }
}
