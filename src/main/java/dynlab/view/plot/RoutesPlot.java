package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.measure.RouteErrors;
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
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Type;
import dynlab.words.Words;
import java.util.Optional;

/**
 * The error of a context, ½ |y − h|², averaged over those that are trained and over those that never are: whether what is
 * learned on some routes serves all of them.
 */
public final class RoutesPlot implements View {

    @Override
    public String id() {
        return "routes";
    }

    @Override
    public String title() {
        return Words.say("plot.routes.error-route");
    }

    @Override
    public String hint() {
        return Words.say("plot.routes.target-output-mean");
    }

    /** Mean errors at each record; empty where there are no such contexts or none was recorded. */
    static double[] mean(RunView story, boolean trained) {
        Series series = story.run().trajectory().series().get(SeriesKey.of(Quantity.CONTEXT_ERROR));
        return series == null
                ? new double[0]
                : RouteErrors.mean(series.values(), story.experiment().contexts(), trained, story.steps().length);
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.CONTEXT_ERROR);
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
        TimeCurves curves = new TimeCurves(pen, frame, time);
        curves.sheet(plot);
        if (trained.length == 0) {
            pen.text(Words.say("plot.routes.not-recorded"), plot.x(), plot.middleY(), TextStyle.SMALL);
            return;
        }
        double most = 1e-12;
        for (double value : trained) {
            most = Math.max(most, value);
        }
        for (double value : never) {
            most = Math.max(most, value);
        }
        Scale y = axes.up(0, most * 1.07);
        axes.levels(pen, y, frame.kind() == Layout.Kind.EMBED ? 2 : 4);
        TrainedAndNever both = new TrainedAndNever(trained, never, y, false);
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
                pen, frame, plot, box, Words.say("plot.routes.trained-routes"), Words.say("plot.routes.never-trained"));
        if (story.reaches(frame.step())) {
            double value = story.at(both.read(), frame.step());
            curves.dot(y.at(value));
            curves.readout(Numbers.brief(value), y.at(value), false, box, Type.TICK);
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
        String tip =
                Words.say("plot.routes.trained", "", Numbers.brief(frame.story().at(trained, step)));
        if (never.length > 0) {
            tip += Words.say(
                    "plot.routes.never-trained-2", Numbers.brief(frame.story().at(never, step)));
        }
        return tip;
    }
}
