package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Type;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Singular values of the weights over time, one colour a mode, beside the strengths that the reduction foretells. Edges
 * with the same part in the graph are one curve; the edges with most paths through them are drawn strongest.
 */
public final class EdgePlot implements View {
    @Override
    public String id() {
        return "edges";
    }

    @Override
    public String title() {
        return Words.say("plot.edge.singular-values");
    }

    @Override
    public String hint() {
        return Words.say("plot.edge.weights-one-colour");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.SINGULAR_VALUES);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        RunView story = frame.story();
        List<EdgeGroups.Group> groups = story.edgeGroups();
        Scale time = Layout.time(frame, box);
        PlotFrame axes = PlotFrame.overTime(frame, box);
        Box plot = axes.plot();
        TimeCurves curves = new TimeCurves(pen, frame, time);
        curves.sheet(plot);
        if (groups.isEmpty()) {
            pen.text(Words.say("plot.edge.not-recorded"), plot.x(), plot.middleY(), TextStyle.SMALL);
            return;
        }
        Scale y = axes.up(0, most(groups) * 1.07);
        axes.levels(pen, y, frame.kind() == Layout.Kind.EMBED ? 3 : 5);
        int busiest = busiest(groups);
        for (int g = 0; g < groups.size(); g++) {
            EdgeGroups.Group group = groups.get(g);
            int modes = group.strength().size();
            for (int k = modes - 1; k >= 0; k--) {
                Weight weight = g == busiest ? Weight.SIM : Weight.FINE;
                curves.line(group.strength().get(k), y, Paint.of(Ink.mode(k, modes)), weight);
            }
        }
        for (EdgeGroups.Group group : groups) {
            for (double[] theory : group.theory()) {
                new TheoryCurves(curves).draw(story, theory, y);
            }
        }
        curves.cursor(box);
        Heads.draw(
                pen,
                title(),
                frame.kind() == Layout.Kind.EMBED ? frame.name() : Heads.hint(frame, this),
                box.x(),
                box.y() + 12,
                box.right());
        name(pen, frame, groups, y, plot, box);
        if (story.reaches(frame.step())) {
            double value = story.at(groups.get(busiest).strength().get(0), frame.step());
            curves.dot(y.at(value));
            curves.readout(Numbers.brief(value), y.at(value), false, box, Type.TICK);
        }
    }

    private static double most(List<EdgeGroups.Group> groups) {
        double most = 1e-12;
        for (EdgeGroups.Group group : groups) {
            for (double value : group.strength().get(0)) {
                most = Math.max(most, value);
            }
        }
        return most;
    }

    /** The group whose edges carry most paths. */
    private static int busiest(List<EdgeGroups.Group> groups) {
        int best = 0;
        for (int g = 1; g < groups.size(); g++) {
            boolean more = groups.get(g).paths() > groups.get(best).paths();
            best = more ? g : best;
        }
        return best;
    }

    /** Names at the ends of each group's strongest curve; groups that end together share a line. */
    private static void name(Pen pen, Frame frame, List<EdgeGroups.Group> groups, Scale y, Box plot, Box box) {
        List<EdgeGroups.Group> sorted = new ArrayList<>(groups);
        sorted.sort((a, b) -> Double.compare(b.last(), a.last()));
        List<String> names = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        for (EdgeGroups.Group group : sorted) {
            double level = TimeCurves.within(y, y.at(group.last()));
            int last = names.size() - 1;
            if (last >= 0 && level - levels.get(last) < 6) {
                names.set(last, names.get(last) + ", " + group.name());
            } else {
                names.add(group.name());
                levels.add(level);
            }
        }
        double[] wanted = new double[levels.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = levels.get(i);
        }
        double[] places = Labels.spread(wanted, wanted.length, 15, plot.y() - 4, plot.bottom() + 4);
        for (int i = 0; i < places.length; i++) {
            if (Layout.hasMargin(frame.kind())) {
                String words = fitting(pen, names.get(i), box.right() - plot.right() - 8);
                pen.textIfFree(words, plot.right() + 8, places[i] + 4, TextStyle.NAME);
            } else {
                pen.textIfFree(
                        names.get(i),
                        plot.right(),
                        places[i] - 7,
                        TextStyle.NAME.haloed().end());
            }
        }
    }

    private static String fitting(Pen pen, String words, double room) {
        int comma = words.lastIndexOf(", ");
        return pen.width(words, TextStyle.NAME) <= room || comma < 0
                ? words
                : fitting(pen, words.substring(0, comma), room);
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        OptionalDouble at = PlotFrame.step(frame, box, px);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        double step = at.getAsDouble();
        return Optional.of(Hit.block(-1, step, PlotFrame.when(step) + reading(frame.at(step))));
    }

    @Override
    public String reading(Frame frame) {
        RunView story = frame.story();
        StringBuilder tip = new StringBuilder();
        for (EdgeGroups.Group group : story.edgeGroups()) {
            tip.append('\n').append(group.name()).append(' ');
            for (int k = 0; k < group.strength().size(); k++) {
                tip.append(k == 0 ? "" : ", ")
                        .append(Numbers.brief(story.at(group.strength().get(k), frame.step())));
            }
        }
        return tip.toString();
    }
}
