package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.run.Sharing;
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
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How hidden layers share their work, over time: how alike one object is in different contexts, or for what share of all
 * samples units are on, layer by layer.
 */
public final class SharingPlot implements View {
    private final boolean layers;

    /**
     * @param layers whether it compares the layers' occupancy instead of the similarities in the first layer
     */
    public SharingPlot(boolean layers) {
        this.layers = layers;
    }

    @Override
    public String id() {
        return layers ? "shared" : "alike";
    }

    @Override
    public String title() {
        return layers ? Words.say("plot.sharing.units") : Words.say("plot.sharing.alike-hidden-layer");
    }

    @Override
    public String hint() {
        return layers ? Words.say("plot.sharing.share-samples-layer") : Words.say("plot.sharing.mean-cosine");
    }

    @Override
    public double share() {
        return layers ? 0.15 : 0.3;
    }

    private record Line(String name, double[] values) {}

    private List<Line> lines(RunView story) {
        List<Line> lines = new ArrayList<>();
        String[] kinds = {
            Words.say("plot.sharing.one-context"),
            Words.say("plot.sharing.one-object"),
            Words.say("plot.sharing.neither")
        };
        for (int k = 0; k < (layers ? 9 : kinds.length); k++) {
            Series series = story.run().trajectory().series().get(new SeriesKey(Quantity.SHARING, layers ? k : 0, 0));
            if (series == null) {
                continue;
            }
            double[] values = new double[story.steps().length];
            for (int i = 0; i < values.length; i++) {
                Sharing sharing = new Sharing(series, i);
                values[i] = layers ? sharing.occupancy() : sharing.similarity(k);
            }
            lines.add(new Line(layers ? Words.say("plot.sharing.layer", Integer.toString(k + 1)) : kinds[k], values));
        }
        return lines;
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.SHARING);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        RunView story = frame.story();
        Scale time = Layout.time(frame, box);
        PlotFrame axes = PlotFrame.overTime(frame, box);
        Box plot = axes.plot();
        TimeCurves curves = new TimeCurves(pen, frame, time);
        curves.sheet(plot);
        List<Line> lines = lines(story);
        if (lines.isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("plot.sharing.not-recorded"), plot.x(), plot.middleY(), TextStyle.SMALL);
            return;
        }
        double least = 0;
        for (Line line : lines) {
            for (double value : line.values()) {
                least = Math.min(least, value);
            }
        }
        Scale y = axes.up(least, 1);
        for (int i = 0; i <= 2; i++) {
            axes.level(pen, y.at(0.5 * i), i == 0 ? "0" : i == 1 ? "½" : "1", i == 0);
        }
        for (int k = lines.size() - 1; k >= 0; k--) {
            curves.line(lines.get(k).values(), y, Stroke.category(k, Weight.SIM));
        }
        curves.cursor(box);
        Heads.draw(pen, title(), Heads.hint(frame, this), box.x(), box.y() + 12, box.right());
        names(pen, frame, lines, y, plot, box);
    }

    private static void names(Pen pen, Frame frame, List<Line> lines, Scale y, Box plot, Box box) {
        boolean margin = Layout.hasMargin(frame.kind()) && box.right() - plot.right() > 90;
        List<Integer> order = new ArrayList<>();
        for (int k = 0; k < lines.size(); k++) {
            order.add(k);
        }
        order.sort((a, b) -> Double.compare(end(lines.get(b)), end(lines.get(a))));
        double[] wanted = new double[lines.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = y.at(end(lines.get(order.get(i))));
        }
        double[] places = Labels.spread(wanted, wanted.length, 16, plot.y() + 2, plot.bottom() - 2);
        for (int i = 0; i < wanted.length; i++) {
            Line line = lines.get(order.get(i));
            double now = line.values()[frame.story().record(frame.step())];
            String words = line.name() + " " + Numbers.fixed(now, 2);
            double wide = PlotFrame.keyWidth(pen, words);
            double x = margin ? plot.right() + 8 : plot.right() - wide;
            if (!margin) {
                // a name that stands on its curve is not struck through by it
                pen.rect(new Box(x - 4, places[i] - 7, wide + 8, 15), 2, Paint.of(Ink.BG));
            }
            PlotFrame.key(pen, words, Stroke.category(order.get(i), Weight.SIM), x, places[i] + 4);
        }
    }

    private static double end(Line line) {
        return line.values().length == 0 ? 0 : line.values()[line.values().length - 1];
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
        StringBuilder tip = new StringBuilder();
        for (Line line : lines(frame.story())) {
            tip.append('\n')
                    .append(line.name())
                    .append(' ')
                    .append(Numbers.fixed(frame.story().at(line.values(), frame.step()), 2));
        }
        return tip.toString();
    }
}
