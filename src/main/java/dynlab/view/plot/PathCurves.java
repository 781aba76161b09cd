package dynlab.view.plot;

import dynlab.view.ContextErrors;
import dynlab.view.DrawnRace;
import dynlab.view.Learned;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.List;

/**
 * A drawn network's run over its steps, three plots over each other: what each pathway has become, mode by mode, how wrong
 * the network is in each context, and its loss. The reduction is dashed over it.
 */
public final class PathCurves {
    private static final double HEAD = 30;

    private PathCurves() {}

    /**
     * Draws all three.
     *
     * @param run what has been computed
     * @param race its pathways; none where there are too many of them
     * @param errors its error in each context
     */
    public static void draw(
            Pen pen, Learned run, DrawnRace race, List<ContextErrors.Curve> errors, double step, Box box) {
        pen.boxes().open("race", box);
        boolean lanes = !race.lanes().isEmpty();
        boolean several = errors.size() > 1;
        double parts = 1 + (lanes ? 1.7 : 0) + (several ? 1 : 0);
        double part = box.h() / parts;
        RunAxis axis = RunAxis.beside(run.horizon(), box);
        double x = axis.time().at(step);
        pen.line(x, box.y() + 4, x, box.bottom() - 6, Stroke.NOW);
        double y = box.y();
        if (lanes) {
            paths(pen, run, race, axis, step, new Box(box.x(), y, box.w(), 1.7 * part));
            y += 1.7 * part;
        }
        if (several) {
            errors(pen, run, errors, axis, step, new Box(box.x(), y, box.w(), part));
            y += part;
        }
        LossCurve.draw(pen, run, axis, step, new Box(box.x(), y, box.w(), box.bottom() - y));
    }

    private static void head(Pen pen, String title, String term, Box box) {
        pen.text(title, box.x(), box.y() + 16, TextStyle.HEAD);
        pen.textIfFree(term, box.x() + pen.width(title, TextStyle.HEAD) + 8, box.y() + 16, TextStyle.TICK.haloed());
    }

    private static Scale up(double most, Box box) {
        return new Scale(0, most, box.bottom() - 14, box.y() + HEAD);
    }

    private static PlotFrame frame(RunAxis axis, Scale y) {
        Scale time = axis.time();
        return PlotFrame.of(new Box(time.start(), y.end(), time.end() - time.start(), y.start() - y.end()));
    }

    private static void paths(Pen pen, Learned run, DrawnRace race, RunAxis axis, double step, Box box) {
        List<DrawnRace.Lane> lanes = race.lanes();
        double goal = 0;
        double most = 0;
        for (DrawnRace.Lane lane : lanes) {
            goal = race.narrow() ? 0 : Math.max(goal, lane.goal()[0]);
            for (double value : lane.strength().get(0)) {
                most = Math.max(most, value);
            }
        }
        most = 1.08 * (race.narrow() ? most : Math.max(goal, Math.min(most, 3 * goal)));
        Scale y = up(most, box);
        PlotFrame frame = frame(axis, y);
        frame.levels(pen, y, 4);
        double asked = y.at(goal);
        if (!race.narrow()) {
            pen.line(axis.time().start(), asked, axis.time().end(), asked, Stroke.of(Ink.INK_3, Weight.HAIR));
        }
        head(pen, Words.say("plot.path-curves.title"), Words.say("plot.path-curves.term"), box);
        if (!race.narrow()) {
            pen.textIfFree(Words.say("plot.path-curves.asked"), axis.time().end() - 4, asked - 5, TextStyle.TICK.end());
        }
        for (int k = lanes.size() - 1; k >= 0; k--) {
            DrawnRace.Lane lane = lanes.get(k);
            for (int m = lane.strength().size() - 1; m > 0; m--) {
                axis.curve(pen, run.steps(), lane.strength().get(m), y, lane.ink(), Weight.HAIR, step);
            }
            axis.curve(pen, run.steps(), lane.strength().get(0), y, lane.ink(), Weight.SIM, step);
        }
        String[] names = new String[lanes.size()];
        Ink[] inks = new Ink[lanes.size()];
        double[] ends = new double[lanes.size()];
        for (int k = 0; k < names.length; k++) {
            DrawnRace.Lane lane = lanes.get(k);
            axis.line(pen, run.steps(), lane.foretold(), y, Stroke.THEORY, Double.POSITIVE_INFINITY);
            axis.now(pen, run, lane.strength().get(0), y, step, PlotFrame.decimals(most / 40));
            names[k] = lane.name();
            inks[k] = lane.ink();
            double[] curve = lane.strength().get(0);
            ends[k] = y.at(Math.min(most, curve[curve.length - 1]));
        }
        axis.names(pen, names, inks, ends, y.end(), y.start(), new boolean[names.length]);
    }

    private static void errors(
            Pen pen, Learned run, List<ContextErrors.Curve> errors, RunAxis axis, double step, Box box) {
        double most = 1;
        for (ContextErrors.Curve curve : errors) {
            for (double share : curve.share()) {
                most = Math.max(most, Math.min(3, share));
            }
        }
        Scale y = up(most, box);
        frame(axis, y).shares(pen, y);
        head(pen, Words.say("plot.path-curves.errors"), Words.say("plot.path-curves.errors-term"), box);
        String[] names = new String[errors.size()];
        Ink[] inks = new Ink[names.length];
        double[] ends = new double[names.length];
        boolean[] dashed = new boolean[names.length];
        for (int k = 0; k < names.length; k++) {
            ContextErrors.Curve curve = errors.get(k);
            inks[k] = curve.trained() ? Ink.INK : Ink.category(2);
            dashed[k] = !curve.trained();
            if (curve.trained()) {
                axis.curve(pen, run.steps(), curve.share(), y, inks[k], Weight.FINE, step);
            } else {
                Stroke held = Stroke.of(inks[k], Weight.FINE).dashed(Stroke.Dash.RIVAL);
                axis.line(pen, run.steps(), curve.share(), y, held, Double.POSITIVE_INFINITY);
            }
            names[k] = name(curve);
            ends[k] = y.at(Math.min(most, run.at(curve.share(), step)));
        }
        axis.names(pen, names, inks, ends, y.end(), y.start(), dashed);
    }

    private static String name(ContextErrors.Curve curve) {
        int more = curve.contexts().size() - 1;
        String first = curve.contexts().get(0);
        String all = more == 0 ? first : Words.say("plot.path-curves.and-more", first, Integer.toString(more));
        return curve.trained() ? all : Words.say("plot.path-curves.held-out", all);
    }
}
