package dynlab.view.plot;

import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Frame.Rival;
import dynlab.view.Heads;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.words.Words;

/** How much more error other runs have left than the first, over time, as a share of the first error of each. */
public final class DifferencePlot implements View {
    /** The axis reaches at least this far, so that a difference of nothing looks like nothing. */
    private static final double LEAST = 0.05;

    @Override
    public String id() {
        return "difference";
    }

    @Override
    public String title() {
        return Words.say("plot.difference.difference");
    }

    @Override
    public String hint() {
        return Words.say("plot.difference.error-left");
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        PlotFrame axes = PlotFrame.overTime(frame, box, 26, 40);
        Scale time = Layout.time(frame, box);
        double most = LEAST;
        for (Rival rival : frame.rivals()) {
            for (double value : apart(frame.story(), rival.story())) {
                most = Math.max(most, Math.abs(value));
            }
        }
        Scale y = axes.up(-most, most);
        axes.level(pen, y.at(most), "+" + Numbers.brief(most), false);
        axes.level(pen, y.at(0), "0", true);
        axes.level(pen, y.at(-most), "−" + Numbers.brief(most), false);
        double stride = Scale.step(time.to(), 6);
        for (int i = 0; i * stride <= time.to() * 1.0001; i++) {
            axes.number(pen, time.at(i * stride), Numbers.fixed(i * stride, 0));
        }
        axes.name(pen, Words.say("plot.difference.step"));
        TimeCurves curves = new TimeCurves(pen, frame, time);
        for (int k = 0; k < frame.rivals().size(); k++) {
            Rival rival = frame.rivals().get(k);
            curves.plain(rival.story(), apart(frame.story(), rival.story()), y, rival.stroke(k + 1));
        }
        Heads.draw(
                pen,
                title(),
                Words.say("plot.difference.against", frame.name()),
                box.x(),
                box.y() + 12,
                axes.plot().right());
    }

    /** At each record of the other run that the first one reaches, what it has left more. */
    public static double[] apart(RunView first, RunView other) {
        int count = 0;
        double[] steps = other.steps();
        while (count < steps.length && first.reaches(steps[count])) {
            count++;
        }
        double[] apart = new double[count];
        for (int i = 0; i < count; i++) {
            apart[i] = other.loss()[i] - first.at(first.loss(), steps[i]);
        }
        return apart;
    }
}
