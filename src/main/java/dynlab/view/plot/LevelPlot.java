package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.lesson.Levels;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
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

/** How much of each level of the tree is learned, over time, of any network: linear or not. */
public final class LevelPlot implements View {
    @Override
    public String id() {
        return "levels";
    }

    @Override
    public String title() {
        return Words.say("plot.level.how-much-each");
    }

    @Override
    public String hint() {
        return Words.say("plot.level.share-truth");
    }

    @Override
    public double share() {
        return 0.4;
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.OUTPUTS);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        RunView story = frame.story();
        Scale time = Layout.time(frame, box);
        PlotFrame axes = PlotFrame.overTime(frame, box);
        Box plot = axes.plot();
        List<double[]> curves = Levels.of(story);
        if (curves.isEmpty()) {
            pen.text(Words.say("plot.level.not-recorded"), plot.x(), plot.middleY(), TextStyle.SMALL);
            return;
        }
        TimeCurves drawn = new TimeCurves(pen, frame, time);
        drawn.sheet(plot);
        Scale y = axes.up(-0.1, 1.25);
        for (int i = 0; i <= 2; i++) {
            axes.level(pen, y.at(0.5 * i), i == 0 ? "0" : i == 1 ? "½" : "1", i == 0);
        }
        for (int l = curves.size() - 1; l >= 0; l--) {
            drawn.line(curves.get(l), y, Paint.of(Ink.mode(l, curves.size())), Weight.SIM);
        }
        drawn.cursor(box);
        Heads.draw(pen, title(), hint(), box.x(), box.y() + 12, box.right());
        List<EndNames.Name> names = new ArrayList<>();
        for (int l = 0; l < curves.size(); l++) {
            String name = Words.say(story.world().levels().get(l).label());
            Stroke stroke = Stroke.of(Ink.mode(l, curves.size()), Weight.SIM);
            names.add(new EndNames.Name(name, stroke, y.at(Math.max(-0.1, Math.min(1.25, end(curves.get(l)))))));
        }
        EndNames.draw(pen, frame, names, plot, box);
    }

    private static double end(double[] curve) {
        return curve[curve.length - 1];
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        return PlotFrame.reading(this, frame, box, px);
    }

    @Override
    public String reading(Frame frame) {
        List<double[]> curves = Levels.of(frame.story());
        StringBuilder tip = new StringBuilder();
        for (int l = 0; l < curves.size(); l++) {
            tip.append('\n')
                    .append(Words.say(frame.story().world().levels().get(l).label()))
                    .append(' ')
                    .append(Numbers.fixed(frame.story().at(curves.get(l), frame.step()), 2));
        }
        return tip.toString();
    }
}
