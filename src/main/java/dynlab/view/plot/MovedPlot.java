package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.lesson.Turned;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How far a network has turned away from its start, over time: its tangent kernel, or its hidden picture; dashes by theory. */
public final class MovedPlot implements View {
    private final boolean kernel;

    /**
     * @param kernel whether it shows the tangent kernel, and not the similarity of hidden vectors
     */
    public MovedPlot(boolean kernel) {
        this.kernel = kernel;
    }

    @Override
    public String id() {
        return kernel ? "kernel" : "features";
    }

    @Override
    public String title() {
        return kernel ? Words.say("plot.moved.kernel") : Words.say("plot.moved.features");
    }

    @Override
    public String hint() {
        return kernel ? Words.say("plot.moved.kernel-hint") : Words.say("plot.moved.features-hint");
    }

    @Override
    public double share() {
        return kernel ? 0.3 : 0.4;
    }

    @Override
    public Needs needs() {
        return Needs.of(kernel ? Quantity.KERNEL_DISTANCE : Quantity.SIMILARITY).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Scale time = Layout.time(frame, box);
        PlotFrame axes = PlotFrame.overTime(frame, box, kernel ? 20 : 36);
        Box plot = axes.plot();
        List<RunView> runs = frame.runs();
        double most = 0.1;
        for (RunView run : runs) {
            for (double value : Turned.of(run, kernel)) {
                most = Math.max(most, value);
            }
        }
        Scale y = axes.up(0, 1.08 * most);
        axes.levels(pen, y, 3);
        TimeCurves curves = new TimeCurves(pen, frame, time);
        curves.stages(plot);
        for (int k = runs.size() - 1; k >= 0; k--) {
            RunView run = runs.get(k);
            if (k == 0) {
                curves.line(Turned.of(run, kernel), y, Paint.of(Ink.category(0)), Weight.SIM);
            } else {
                curves.plain(run, Turned.of(run, kernel), y, Stroke.category(k, Weight.SIM));
            }
            new TheoryCurves(curves).draw(run, Turned.foretold(run, kernel), y);
        }
        curves.cursor(box);
        Heads.draw(pen, title(), hint(), box.x(), box.y() + 12, box.right());
        double[] own = Turned.of(frame.story(), kernel);
        if (own.length == 0) {
            pen.textIfFree(Words.say("plot.moved.not-recorded"), plot.x() + 8, plot.middleY(), TextStyle.SMALL);
            return;
        }
        if (frame.story().reaches(frame.step())) {
            double value = frame.story().at(own, frame.step());
            curves.dot(y.at(value));
            curves.readout(Numbers.fixed(value, 2), y.at(value), false, box, Type.TICK);
        }
        names(pen, frame, runs, y, axes, box);
    }

    private void names(Pen pen, Frame frame, List<RunView> runs, Scale y, PlotFrame axes, Box box) {
        List<EndNames.Name> names = new ArrayList<>();
        for (int k = 0; k < runs.size(); k++) {
            double end = last(runs.get(k));
            String name = (frame.nameOf(k) + " " + Numbers.fixed(end, 2)).trim();
            names.add(new EndNames.Name(name, Stroke.category(k, Weight.SIM), y.at(end)));
        }
        EndNames.draw(pen, frame, names, axes.plot(), box);
    }

    private double last(RunView run) {
        double[] values = Turned.of(run, kernel);
        return values.length == 0 ? 0 : values[values.length - 1];
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        OptionalDouble at = PlotFrame.step(frame, box, px);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder tip = new StringBuilder(PlotFrame.when(at.getAsDouble()));
        List<RunView> runs = frame.runs();
        for (int k = 0; k < runs.size(); k++) {
            RunView run = runs.get(k);
            double[] values = Turned.of(run, kernel);
            if (values.length == 0) {
                continue;
            }
            String name = frame.nameOf(k);
            tip.append('\n').append(name).append(' ');
            tip.append(Numbers.fixed(run.at(values, at.getAsDouble()), 3));
            double[] foretold = Turned.foretold(run, kernel);
            if (foretold.length > 0) {
                tip.append(Words.say("plot.moved.foretold", Numbers.fixed(run.at(foretold, at.getAsDouble()), 3)));
            }
        }
        return Optional.of(Hit.block(-1, at.getAsDouble(), tip.toString()));
    }

    @Override
    public String describe(Frame frame) {
        StringBuilder words = new StringBuilder(title()).append(':');
        List<RunView> runs = frame.runs();
        for (int k = 0; k < runs.size(); k++) {
            String name = frame.nameOf(k);
            double gap = Turned.gap(runs.get(k), kernel);
            words.append(k == 0 ? " " : ", ").append(name).append(' ');
            words.append(Numbers.fixed(last(runs.get(k)), 2));
            if (gap >= 0) {
                words.append(Words.say("plot.moved.gap", Numbers.brief(gap)));
            }
        }
        return words.append('.').toString();
    }
}
