package dynlab.view.plot;

import dynlab.architecture.Context;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.theory.change.Forgetting;
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
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The error on a second task, and, thin, on the one before it, of every run; dashes are what is foretold of the first once the
 * second has been learned.
 */
public final class TasksPlot implements View {
    @Override
    public String id() {
        return "tasks";
    }

    @Override
    public String title() {
        return Words.say("plot.tasks.title");
    }

    @Override
    public String hint() {
        return Words.say("plot.tasks.hint");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.CONTEXT_ERROR).alsoBeside();
    }

    private static double[] error(RunView run, int task) {
        Optional<Series> errors = run.run().trajectory().first(Quantity.CONTEXT_ERROR);
        double[] curve = new double[errors.isPresent() ? run.steps().length : 0];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = errors.orElseThrow().at(i, 0, task);
        }
        return curve;
    }

    /** What the second task leaves of the first; nothing where decay leaves less of both. */
    private static OptionalDouble foretold(RunView run) {
        List<Context> tasks = run.experiment().contexts();
        if (tasks.size() != 2 || run.experiment().training().method().update().weightDecay() > 0) {
            return OptionalDouble.empty();
        }
        Matrix first = tasks.get(0).y().values().iterator().next();
        return OptionalDouble.of(
                Forgetting.between(first, tasks.get(1).y().values().iterator().next()));
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Scale time = Layout.time(frame, box);
        PlotFrame axes = PlotFrame.overTime(frame, box);
        Box plot = axes.plot();
        List<RunView> runs = frame.runs();
        double[] own = error(frame.story(), 1);
        if (own.length == 0) {
            pen.text(Words.say("plot.tasks.not-recorded"), plot.x(), plot.middleY(), TextStyle.SMALL);
            return;
        }
        double most = 0;
        for (RunView run : runs) {
            most = Math.max(most, Math.max(largest(error(run, 0)), largest(error(run, 1))));
        }
        TimeCurves curves = new TimeCurves(pen, frame, time);
        curves.sheet(plot);
        Scale y = axes.up(0, 1.07 * most);
        axes.levels(pen, y, 4);
        for (int k = runs.size() - 1; k >= 0; k--) {
            RunView run = runs.get(k);
            foretold(run)
                    .ifPresent(
                            level -> pen.line(plot.middleX(), y.at(level), plot.right(), y.at(level), Stroke.THEORY));
            curves.plain(run, error(run, 0), y, Stroke.category(k, Weight.FINE));
            if (k > 0) {
                curves.plain(run, error(run, 1), y, Stroke.category(k, Weight.SIM));
            }
        }
        curves.line(own, y, Stroke.category(0, Weight.SIM));
        curves.cursor(box);
        Heads.draw(pen, title(), hint(), box.x(), box.y() + 12, box.right());
        if (frame.story().reaches(frame.step())) {
            curves.dot(y.at(frame.story().at(own, frame.step())));
        }
        names(pen, frame, runs, y, axes, box);
    }

    private static double largest(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    /** Where the first task ends, by the names of the runs. */
    private static void names(Pen pen, Frame frame, List<RunView> runs, Scale y, PlotFrame axes, Box box) {
        List<EndNames.Name> names = new ArrayList<>();
        for (int k = 0; k < runs.size(); k++) {
            double[] first = error(runs.get(k), 0);
            double end = first.length == 0 ? 0 : first[first.length - 1];
            String name = frame.nameOf(k);
            String words = (name + " " + Numbers.fixed(end, 2)).trim();
            names.add(new EndNames.Name(words, Stroke.category(k, Weight.FINE), y.at(end)));
        }
        EndNames.draw(pen, frame, names, axes.plot(), box);
    }

    @Override
    public String describe(Frame frame) {
        StringBuilder words = new StringBuilder(title());
        List<RunView> runs = frame.runs();
        for (int k = 0; k < runs.size(); k++) {
            RunView run = runs.get(k);
            double[] first = error(run, 0);
            double[] second = error(run, 1);
            if (first.length > 0) {
                String name = frame.nameOf(k);
                words.append(k == 0 ? ": " : "; ").append(name).append(' ');
                words.append(Numbers.brief(run.at(first, frame.step()))).append(", ");
                words.append(Numbers.brief(run.at(second, frame.step())));
            }
        }
        return words.append('.').toString();
    }
}
