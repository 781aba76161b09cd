package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/** What the squares of two weights in a row differ by, over time: the flow keeps it, so its theory is where it began. */
public final class SquaresPlot implements View {
    @Override
    public String id() {
        return "squares";
    }

    @Override
    public String title() {
        return Words.say("plot.squares.their-squares-differ");
    }

    @Override
    public String hint() {
        return Words.say("plot.squares.conserved");
    }

    @Override
    public double share() {
        return 0.16;
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.WEIGHTS).alsoBeside();
    }

    private static double[] values(RunView run) {
        Series first = run.run().trajectory().series().get(new SeriesKey(Quantity.WEIGHTS, 0, 0));
        Series second = run.run().trajectory().series().get(new SeriesKey(Quantity.WEIGHTS, 1, 0));
        if (first == null || second == null || first.size() != 1 || second.size() != 1) {
            return new double[0];
        }
        double[] values = new double[Math.min(run.steps().length, first.count())];
        for (int i = 0; i < values.length; i++) {
            double w1 = first.at(i, 0, 0);
            double w2 = second.at(i, 0, 0);
            values[i] = w2 * w2 - w1 * w1;
        }
        return values;
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Scale time = Layout.time(frame, box);
        PlotFrame axes = PlotFrame.overTime(frame, box, 20);
        Box plot = axes.plot();
        TimeCurves curves = new TimeCurves(pen, frame, time);
        curves.sheet(plot);
        List<RunView> runs = frame.runs();
        double least = -0.1;
        double most = 0.1;
        for (RunView run : runs) {
            for (double value : values(run)) {
                least = Math.min(least, Math.max(-20, value));
                most = Math.max(most, Math.min(20, value));
            }
        }
        double margin = 0.08 * (most - least);
        Scale y = axes.up(least - margin, most + margin);
        axes.level(pen, y.at(0), "0", true);
        for (int k = runs.size() - 1; k >= 0; k--) {
            double[] values = values(runs.get(k));
            if (k == 0) {
                curves.line(values, y, Paint.of(Ink.category(0)), Weight.FINE);
            } else {
                curves.plain(runs.get(k), values, y, Stroke.of(Ink.category(k), Weight.FINE));
            }
            if (values.length > 0 && runs.get(k).theory().isPresent()) {
                double level = y.at(values[0]);
                pen.line(plot.x(), level, plot.right(), level, Stroke.THEORY);
            }
        }
        curves.cursor(box);
        Heads.draw(pen, title(), hint(), box.x(), box.y() + 12, box.right());
        names(pen, frame, runs, y, axes, box);
    }

    private static void names(Pen pen, Frame frame, List<RunView> runs, Scale y, PlotFrame axes, Box box) {
        List<EndNames.Name> names = new ArrayList<>();
        for (int k = 0; k < runs.size(); k++) {
            double end = last(runs.get(k));
            String name = (frame.nameOf(k) + " " + Numbers.fixed(end, 2)).trim();
            names.add(new EndNames.Name(name, Stroke.of(Ink.category(k), Weight.SIM), y.at(end)));
        }
        EndNames.draw(pen, frame, names, axes.plot(), box);
    }

    private static double last(RunView run) {
        double[] values = values(run);
        return values.length == 0 ? 0 : Math.max(-20, Math.min(20, values[values.length - 1]));
    }

    /** What each run has now, and what it began with. */
    @Override
    public String reading(Frame frame) {
        StringBuilder words = new StringBuilder();
        List<RunView> runs = frame.runs();
        for (int k = 0; k < runs.size(); k++) {
            double[] values = values(runs.get(k));
            if (values.length > 0) {
                String name = runs.size() == 1 ? "" : frame.nameOf(k);
                words.append(Words.say(
                        "plot.squares.reading",
                        name,
                        Numbers.fixed(runs.get(k).at(values, frame.step()), 2),
                        Numbers.fixed(values[0], 2)));
            }
        }
        return words.toString();
    }
}
