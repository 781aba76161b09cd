package dynlab.view.lesson;

import dynlab.experiment.Quantity;
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
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;

/** What a recurrent network answers to an impulse, over its own time; rings are what is wanted. */
public final class ResponsePlot implements View {
    @Override
    public String id() {
        return "response";
    }

    @Override
    public String title() {
        return Words.say("lesson.response-plot.title");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.response-plot.hint");
    }

    @Override
    public Needs needs() {
        return Needs.pictures(Quantity.OUTPUTS);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        RunView run = frame.story();
        Impulse impulse = new Impulse(run);
        int times = impulse.times();
        double most = 0;
        double least = 0;
        for (int k = 0; k < impulse.answers(); k++) {
            for (int t = 0; t < times; t++) {
                most = Math.max(most, impulse.wanted(k, t));
                least = Math.min(least, impulse.wanted(k, t));
            }
        }
        Box plot = new Box(space.x() + 8, space.y() + 6, space.w() - 16, Math.min(240, space.h() - 30));
        Scale x = new Scale(1, Math.max(2, times), plot.x(), plot.right());
        Scale y = new Scale(least, 1.1 * most, plot.bottom(), plot.y());
        pen.line(plot.x(), y.at(0), plot.right(), y.at(0), Stroke.AXIS);
        double[] xs = new double[times];
        double[] ys = new double[times];
        for (int k = 0; k < impulse.answers(); k++) {
            Paint paint = Paint.of(Ink.mode(k, impulse.answers()));
            for (int t = 0; t < times; t++) {
                xs[t] = x.at(t + 1);
                ys[t] = Math.max(plot.y(), Math.min(plot.bottom(), y.at(impulse.now(run, k, t, frame.step()))));
                pen.circle(xs[t], y.at(impulse.wanted(k, t)), 3.5, Paint.NONE, Stroke.of(paint, Weight.HAIR));
            }
            pen.polyline(xs, ys, 0, times, Stroke.of(paint, Weight.SIM));
        }
        for (int t = 1; t <= times; t += times > 12 ? 6 : 3) {
            pen.textIfFree(Integer.toString(t), x.at(t), plot.bottom() + 15, TextStyle.TICK.middle());
        }
    }
}
