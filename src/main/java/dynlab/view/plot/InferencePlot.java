package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.lesson.Semantics;
import dynlab.view.pen.Box;
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

/** How far a new organ of the item that is asked about is extended to each of the others, over time. */
public final class InferencePlot implements View {
    @Override
    public String id() {
        return "inference";
    }

    @Override
    public String title() {
        return Words.say("plot.inference.new-organ-who");
    }

    @Override
    public String hint() {
        return Words.say("plot.inference.inductive-projection");
    }

    @Override
    public double share() {
        return 0.5;
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.PROJECTION);
    }

    private static double[] curve(RunView story, Series projection, int from, int to) {
        double[] curve = new double[Math.min(story.steps().length, projection.count())];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = projection.at(i, from, to);
        }
        return curve;
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        RunView story = frame.story();
        Scale time = Layout.time(frame, box);
        PlotFrame axes = PlotFrame.overTime(frame, box);
        Box plot = axes.plot();
        Optional<Series> found = story.run().trajectory().first(Quantity.PROJECTION);
        if (found.isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("plot.inference.not-recorded"), plot.x(), plot.middleY(), TextStyle.SMALL);
            return;
        }
        TimeCurves curves = new TimeCurves(pen, frame, time);
        curves.sheet(plot);
        Scale y = axes.up(-0.1, 1.15);
        for (int i = 0; i <= 2; i++) {
            axes.level(pen, y.at(0.5 * i), words(pen, plot.x() - 8 - box.x(), i), i == 0);
        }
        int known = Math.min(frame.asked().item(), found.get().rows() - 1);
        List<EndNames.Name> names = new ArrayList<>();
        for (int item = 0; item < found.get().rows(); item++) {
            if (item != known) {
                double[] curve = curve(story, found.get(), known, item);
                Paint paint = Semantics.paint(story.world(), item);
                curves.line(curve, y, paint, Weight.FINE);
                double end = y.at(Math.max(-0.1, Math.min(1.15, curve[curve.length - 1])));
                names.add(new EndNames.Name(story.world().items().get(item), Stroke.of(paint, Weight.SIM), end));
            }
        }
        curves.cursor(box);
        String head = Words.say(
                "plot.inference.new-organ-who-else", story.world().items().get(known));
        Heads.draw(pen, head, hint(), box.x(), box.y() + 12, box.right());
        EndNames.draw(pen, frame, names, plot, box);
    }

    private static String words(Pen pen, double room, int half) {
        String words = half == 1 ? "½" : half == 0 ? Words.say("plot.answer.no") : Words.say("plot.answer.yes");
        return Labels.cut(pen, words, TextStyle.TICK, room);
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        return PlotFrame.reading(this, frame, box, px);
    }

    @Override
    public String reading(Frame frame) {
        Optional<Series> found = frame.story().run().trajectory().first(Quantity.PROJECTION);
        if (found.isEmpty()) {
            return "";
        }
        int known = Math.min(frame.asked().item(), found.get().rows() - 1);
        StringBuilder tip = new StringBuilder();
        for (int item = 0; item < found.get().rows(); item++) {
            double says = frame.story().at(curve(frame.story(), found.get(), known, item), frame.step());
            tip.append('\n')
                    .append(frame.story().world().items().get(item))
                    .append(' ')
                    .append(Numbers.fixed(says, 2));
        }
        return tip.toString();
    }
}
