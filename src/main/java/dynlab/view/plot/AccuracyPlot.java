package dynlab.view.plot;

import dynlab.architecture.Context;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.measure.TestedRoutes;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Type;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;

/** The share of samples kept back that is named rightly, as a mean over trained routes and over routes never trained. */
public final class AccuracyPlot implements View {
    @Override
    public String id() {
        return "accuracy";
    }

    @Override
    public String title() {
        return Words.say("plot.accuracy.title");
    }

    @Override
    public String hint() {
        return Words.say("plot.accuracy.hint");
    }

    /** Means at each record; empty where there are no such contexts or none was recorded. */
    static double[] mean(RunView story, boolean trained) {
        return story.once(trained ? "accuracy" : "accuracy-never", run -> worked(run, trained));
    }

    private static double[] worked(RunView story, boolean trained) {
        Optional<Series> series = story.run().trajectory().series(SeriesKey.of(Quantity.ACCURACY));
        List<Context> contexts = story.experiment().contexts();
        TestedRoutes tested = TestedRoutes.of(contexts);
        int[] chosen = trained ? tested.trained() : tested.never();
        return series.isEmpty() || chosen.length == 0
                ? new double[0]
                : TestedRoutes.mean(series.get().values(), contexts.size(), chosen, story.steps().length);
    }

    /** What naming by lot gets right: one in as many as an output has units. */
    private static double chance(RunView story) {
        for (Context context : story.experiment().contexts()) {
            for (Matrix y : context.y().values()) {
                return 1.0 / y.rows();
            }
        }
        return 0;
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.ACCURACY);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        RunView story = frame.story();
        double[] trained = mean(story, true);
        double[] never = mean(story, false);
        Scale time = Layout.time(frame, box);
        PlotFrame axes = PlotFrame.overTime(frame, box, 24);
        Box plot = axes.plot();
        if (trained.length == 0) {
            pen.text(Words.say("plot.accuracy.not-recorded"), plot.x(), plot.middleY(), TextStyle.SMALL);
            return;
        }
        TimeCurves curves = new TimeCurves(pen, frame, time);
        curves.sheet(plot);
        Scale y = axes.up(0, 1.04);
        axes.shares(pen, y);
        double guess = y.at(chance(story));
        pen.line(plot.x(), guess, plot.right(), guess, Stroke.AXIS.dashed(Stroke.Dash.RIVAL));
        TrainedAndNever both = new TrainedAndNever(trained, never, y, true);
        both.draw(curves);
        curves.cursor(box);
        Heads.draw(
                pen,
                title(),
                frame.kind() == Layout.Kind.EMBED ? frame.name() : Heads.hint(frame, this),
                box.x(),
                box.y() + 12,
                box.right());
        both.name(
                pen,
                frame,
                plot,
                box,
                Words.say("plot.accuracy.trained-roads"),
                Words.say("plot.accuracy.never-trained"));
        if (Layout.hasMargin(frame.kind())) {
            pen.textIfFree(Words.say("plot.accuracy.guess"), plot.right() + 16, guess + 4, TextStyle.TICK);
        }
        if (story.reaches(frame.step())) {
            double value = story.at(both.read(), frame.step());
            curves.dot(y.at(value));
            curves.readout(Numbers.fixed(value, 2), y.at(value), false, box, Type.TICK);
        }
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        return PlotFrame.reading(this, frame, box, px);
    }

    @Override
    public String reading(Frame frame) {
        double[] trained = mean(frame.story(), true);
        double[] never = mean(frame.story(), false);
        if (trained.length == 0) {
            return "";
        }
        double step = frame.step();
        String tip = Words.say(
                "plot.accuracy.tip-trained", "", Numbers.percent(frame.story().at(trained, step)));
        if (never.length > 0) {
            tip += Words.say(
                    "plot.accuracy.tip-never", Numbers.percent(frame.story().at(never, step)));
        }
        return tip;
    }
}
