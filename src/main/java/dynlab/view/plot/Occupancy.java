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
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In how many contexts units are on, by their share of all contribution: of every hidden layer of a run, or of the run and
 * those beside it.
 */
public final class Occupancy implements View {
    @Override
    public String id() {
        return "occupancy";
    }

    @Override
    public String title() {
        return Words.say("plot.occupancy.units-contexts");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("plot.occupancy.share-units-contribute");
    }

    private record Bars(String name, Ink ink, Sharing sharing) {}

    private static List<Bars> bars(Frame frame) {
        List<Bars> bars = new ArrayList<>();
        RunView own = frame.story();
        boolean deep = series(own, 1).isPresent();
        for (int l = 0; deep && series(own, l).isPresent(); l++) {
            add(bars, Words.say("plot.occupancy.layer", Integer.toString(l + 1)), l, own, l, frame.step());
        }
        for (int k = 0; !deep && k < frame.runs().size(); k++) {
            String name = frame.nameOf(k);
            add(bars, name, k, frame.runs().get(k), 0, frame.step());
        }
        return bars;
    }

    private static void add(List<Bars> bars, String name, int colour, RunView story, int layer, double step) {
        if (story.steps().length > 0) {
            series(story, layer)
                    .ifPresent(series ->
                            bars.add(new Bars(name, Ink.category(colour), new Sharing(series, story.record(step)))));
        }
    }

    private static Optional<Series> series(RunView story, int layer) {
        return story.run().trajectory().series(new SeriesKey(Quantity.SHARING, layer, 0));
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.SHARING).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<Bars> all = bars(frame);
        if (all.isEmpty()) {
            pen.text(Words.say("plot.occupancy.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        int contexts = all.get(0).sharing().contexts();
        double left = Math.max(48, pen.width("100 %", TextStyle.TICK) + 8);
        double top = space.y() + (all.size() > 1 ? 26 : 14);
        PlotFrame axes = PlotFrame.of(
                new Box(space.x() + left, top, space.w() - left - 6, Math.min(220, space.bottom() - top - 42)));
        Box plot = axes.plot();
        Scale y = axes.up(0, 1);
        for (int i = 0; i <= 2; i++) {
            axes.level(pen, y.at(0.5 * i), 50 * i + (i == 0 ? "" : " %"), i == 0);
        }
        double pitch = plot.w() / (contexts + 1);
        double wide = Math.min(30, (pitch - 10) / all.size());
        for (int m = 0; m <= contexts; m++) {
            double middle = plot.x() + (m + 0.5) * pitch;
            for (int k = 0; k < all.size(); k++) {
                double share = all.get(k).sharing().onIn(m);
                double x = middle + (k - all.size() / 2.0) * wide;
                if (share > 0.003) {
                    Box bar = new Box(x, y.at(share), wide - 1, y.at(0) - y.at(share));
                    pen.rect(bar, 1.5, Paint.of(all.get(k).ink()));
                }
            }
            axes.number(pen, middle, Integer.toString(m));
        }
        axes.name(pen, Words.say("plot.occupancy.contexts-unit"));
        legend(pen, all, space);
    }

    private static void legend(Pen pen, List<Bars> all, Box space) {
        double x = space.x();
        for (int k = 0; k < all.size() && all.size() > 1; k++) {
            String name = all.get(k).name();
            if (pen.textIfFree(name, x + 14, space.y() + 10, TextStyle.NAME)) {
                pen.rect(
                        new Box(x, space.y() + 1, 9, 9),
                        1.5,
                        Paint.of(all.get(k).ink()));
                double wide = pen.width(name, TextStyle.NAME) + 30;
                x += wide;
            }
        }
    }

    @Override
    public String reading(Frame frame) {
        StringBuilder words = new StringBuilder();
        for (Bars bars : bars(frame)) {
            words.append('\n').append(bars.name()).append(": ");
            for (int m = 0; m <= bars.sharing().contexts(); m++) {
                String share = Numbers.percent(bars.sharing().onIn(m));
                words.append(m == 0 ? "" : " · ").append(Words.say("plot.occupancy.on-in", Integer.toString(m), share));
            }
        }
        return words.toString();
    }
}
