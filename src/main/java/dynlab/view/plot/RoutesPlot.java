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
import dynlab.view.pen.Ink;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Type;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The error of a context, ½ |y − h|², averaged over those that are trained and over those that never are: whether what is
 * learned on some routes serves all of them.
 */
public final class RoutesPlot implements View {
    private static final Stroke NEVER = Stroke.of(Ink.category(2), Weight.FINE);

    /** Strength of a broad curve that another lies on. */
    private static final double UNDER = 0.6;

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
        // where the two lie together, the fine one lies on the broad one and neither hides the other
        curves.line(trained, y, trained(never.length > 0));
        if (never.length > 0) {
            curves.line(never, y, NEVER);
        }
        curves.cursor(box.y(), box.bottom());
        Heads.draw(
                pen,
                title(),
                frame.kind() == Layout.Kind.EMBED ? frame.name() : Heads.hint(frame, this),
                box.x(),
                box.y() + 12,
                box.right());
        name(pen, frame, Words.say("plot.routes.trained-routes"), trained, never, y, plot, box, true);
        if (never.length > 0) {
            name(pen, frame, Words.say("plot.routes.never-trained"), never, trained, y, plot, box, false);
        }
        if (story.reaches(frame.step())) {
            double[] read = never.length > 0 ? never : trained;
            double value = story.at(read, frame.step());
            curves.dot(y.at(value));
            curves.readout(Numbers.brief(value), y.at(value), false, box, Type.TICK);
        }
    }

    private static Stroke trained(boolean underAnother) {
        return underAnother
                ? Stroke.of(Paint.tint(Ink.category(0), UNDER), Weight.BROAD)
                : Stroke.of(Ink.category(0), Weight.SIM);
    }

    private static void name(
            Pen pen,
            Frame frame,
            String words,
            double[] values,
            double[] other,
            Scale y,
            Box plot,
            Box box,
            boolean below) {
        double end = y.at(values[values.length - 1]);
        boolean near = other.length > 0 && Math.abs(end - y.at(other[other.length - 1])) < 15;
        double level = near ? (below ? plot.bottom() : plot.bottom() - 15) : end;
        Stroke stroke = below ? trained(other.length > 0) : NEVER;
        if (Layout.hasMargin(frame.kind()) && box.right() - plot.right() > 90) {
            pen.line(plot.right() + 2, level, plot.right() + 10, level, stroke);
            pen.text(words, plot.right() + 16, level + 4, TextStyle.NAME);
            return;
        }
        double width = pen.width(words, TextStyle.NAME) + 14;
        double top = plot.y() + (below ? 8 : 22);
        pen.line(plot.right() - width, top - 4, plot.right() - width + 9, top - 4, stroke);
        pen.textIfFree(words, plot.right(), top, TextStyle.NAME.haloed().end());
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        OptionalDouble at = PlotFrame.step(frame, box, px);
        double[] trained = mean(frame.story(), true);
        double[] never = mean(frame.story(), false);
        if (trained.length == 0 || at.isEmpty()) {
            return Optional.empty();
        }
        double step = at.getAsDouble();
        String tip = Words.say(
                "plot.routes.trained",
                PlotFrame.when(step),
                Numbers.brief(frame.story().at(trained, step)));
        if (never.length > 0) {
            tip += Words.say(
                    "plot.routes.never-trained-2", Numbers.brief(frame.story().at(never, step)));
        }
        return Optional.of(Hit.block(-1, step, tip));
    }
}
