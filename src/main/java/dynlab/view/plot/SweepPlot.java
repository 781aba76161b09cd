package dynlab.view.plot;

import dynlab.architecture.Context;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Start;
import dynlab.learning.Init;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
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
        return gain ? Words.say("plot.sweep.error-against-start") : Words.say("plot.sweep.error-against-share");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("plot.sweep.target-output-route");
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
        PlotFrame axes =
                PlotFrame.of(new Box(space.x() + 34, space.y() + 12, space.w() - 44, Math.min(300, space.h() - 56)));
        Scale x = axes.across(0, widest);
        Scale y = axes.up(0, most * 1.05);
        axes.levels(pen, y, 4, Numbers::brief);
        double across = Scale.step(widest, 4);
        for (int i = 0; i * across <= widest * 1.0001; i++) {
            String words = gain ? Numbers.brief(i * across) : Numbers.fixed(100 * i * across, 0) + " %";
            axes.number(pen, x.at(i * across), words);
        }
        String axis = gain ? Words.say("plot.sweep.size-start") : Words.say("plot.sweep.share-routes-trained");
        pen.textIfFree(axis, axes.plot().middleX(), axes.plot().bottom() + 32, TextStyle.SMALL.middle());
        curve(pen, frame, runs, true, x, y);
        curve(pen, frame, runs, false, x, y);
        legend(pen, axes.plot());
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
        PlotFrame.points(pen, xs, ys, n, Ink.category(trained ? 0 : 2));
    }

    private static void legend(Pen pen, Box plot) {
        String[] names = {Words.say("plot.sweep.trained"), Words.say("plot.sweep.never-trained")};
        for (int k = 0; k < names.length; k++) {
            double y = plot.y() + 4 + 16 * k;
            double from = plot.right() - PlotFrame.keyWidth(pen, names[k]);
            pen.line(from, y - 4, from + 9, y - 4, Stroke.of(Ink.category(2 * k), Weight.SIM));
            pen.textIfFree(names[k], plot.right(), y, TextStyle.NAME.haloed().end());
        }
    }

    /** Each run by its place on the axis, small ones first. */
    @Override
    public String reading(Frame frame) {
        List<RunView> runs = new ArrayList<>(frame.runs());
        runs.removeIf(run -> run.steps().length == 0);
        runs.sort((a, b) -> Double.compare(place(a.experiment()), place(b.experiment())));
        StringBuilder words = new StringBuilder();
        for (RunView run : runs) {
            double place = place(run.experiment());
            words.append('\n')
                    .append(gain ? Numbers.brief(place) : Numbers.percent(place))
                    .append(':');
            for (boolean trained : new boolean[] {true, false}) {
                double[] mean = RoutesPlot.mean(run, trained);
                if (mean.length > 0) {
                    words.append(' ')
                            .append(trained ? Words.say("plot.sweep.trained") : Words.say("plot.sweep.never-trained"))
                            .append(' ')
                            .append(Numbers.brief(run.at(mean, frame.step())));
                }
            }
        }
        return words.toString();
    }
}
