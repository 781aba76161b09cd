package dynlab.view.plot;

import dynlab.architecture.Context;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Start;
import dynlab.learning.Init;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Numbers;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import java.util.ArrayList;
import java.util.List;

/**
 * The error of trained routes and of those never trained, at the cursor, against something that differs between the runs:
 * the share of routes that is trained, or the size of the start. Both are read off each run's own experiment.
 */
public final class SweepPlot implements View {
    private final boolean gain;

    /**
     * @param gain whether the axis is the size of the start instead of the share of trained routes
     */
    public SweepPlot(boolean gain) {
        this.gain = gain;
    }

    @Override
    public String id() {
        return gain ? "gain" : "share";
    }

    @Override
    public String title() {
        return gain ? "Error against start" : "Error against share";
    }

    @Override
    public String hint() {
        return "½ |target − output|² of a route";
    }

    private double place(Experiment experiment) {
        if (gain) {
            boolean drawn = experiment.start() instanceof Start.Drawn;
            return drawn && ((Start.Drawn) experiment.start()).init() instanceof Init.Orthogonal orthogonal
                    ? orthogonal.gain()
                    : 0;
        }
        double trained = 0;
        for (Context context : experiment.contexts()) {
            trained += context.train() ? 1 : 0;
        }
        return trained / experiment.contexts().size();
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.CONTEXT_ERROR).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<RunView> runs = new ArrayList<>(frame.runs());
        runs.removeIf(run -> run.steps().length == 0);
        runs.sort((a, b) -> Double.compare(place(a.experiment()), place(b.experiment())));
        double most = 1e-12;
        double widest = gain ? 1e-12 : 1;
        for (RunView run : runs) {
            for (boolean trained : new boolean[] {true, false}) {
                double[] mean = RoutesPlot.mean(run, trained);
                for (double value : mean) {
                    most = Math.max(most, value);
                }
            }
            widest = Math.max(widest, place(run.experiment()));
        }
        Box plot = new Box(space.x() + 34, space.y() + 12, space.w() - 44, Math.min(300, space.h() - 56));
        Scale x = new Scale(0, widest, plot.x(), plot.right());
        Scale y = new Scale(0, most * 1.05, plot.bottom(), plot.y());
        double step = Scale.step(y.to(), 4);
        for (int i = 0; i * step <= y.to(); i++) {
            double level = y.at(i * step);
            pen.line(plot.x(), level, plot.right(), level, i == 0 ? Stroke.AXIS : Stroke.GRID);
            pen.text(Numbers.brief(i * step), plot.x() - 6, level + 4, TextStyle.TICK.end());
        }
        double across = Scale.step(widest, 4);
        for (int i = 0; i * across <= widest * 1.0001; i++) {
            String words = gain ? Numbers.brief(i * across) : Numbers.fixed(100 * i * across, 0) + " %";
            pen.textIfFree(words, x.at(i * across), plot.bottom() + 16, TextStyle.TICK.middle());
        }
        String axis = gain ? "size of the start" : "share of routes trained, K/M";
        pen.textIfFree(axis, plot.middleX(), plot.bottom() + 32, TextStyle.SMALL.middle());
        curve(pen, frame, runs, true, x, y);
        curve(pen, frame, runs, false, x, y);
        legend(pen, plot);
    }

    private void curve(Pen pen, Frame frame, List<RunView> runs, boolean trained, Scale x, Scale y) {
        double[] xs = new double[runs.size()];
        double[] ys = new double[runs.size()];
        int n = 0;
        for (RunView run : runs) {
            double[] mean = RoutesPlot.mean(run, trained);
            if (mean.length > 0) {
                xs[n] = x.at(place(run.experiment()));
                ys[n++] = y.at(run.at(mean, frame.step()));
            }
        }
        Ink ink = Ink.category(trained ? 0 : 2);
        if (n > 1) {
            pen.polyline(xs, ys, 0, n, Stroke.of(ink, Weight.FINE));
        }
        for (int i = 0; i < n; i++) {
            pen.circle(xs[i], ys[i], 4, Paint.of(ink), Stroke.of(Ink.BG, Weight.AXIS));
        }
    }

    private static void legend(Pen pen, Box plot) {
        String[] names = {"trained", "never trained"};
        double right = plot.right();
        for (int k = 0; k < names.length; k++) {
            double y = plot.y() + 4 + 16 * k;
            double from = right - pen.width(names[k], TextStyle.NAME) - 14;
            pen.line(from, y - 4, from + 9, y - 4, Stroke.of(Ink.category(2 * k), Weight.SIM));
            pen.textIfFree(names[k], right, y, TextStyle.NAME.haloed().end());
        }
    }
}
