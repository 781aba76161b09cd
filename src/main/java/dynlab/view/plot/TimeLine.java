package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Needs;
import dynlab.view.View;
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
import java.util.Optional;

/** The scrubber: its track is the time axis of every plot above, with the stages marked on it by {@link StageNumbers}. */
public final class TimeLine implements View {
    private static final double RADIUS = 9;

    public TimeLine() {}

    @Override
    public String id() {
        return "timeline";
    }

    private static double trackY(Frame frame, Box box) {
        return switch (frame.kind()) {
            case WIDE, MEDIUM -> box.y() + 36;
            case NARROW -> box.y() + 34;
            case EMBED -> box.y() + 33;
            case TINY -> box.middleY();
        };
    }

    /** The axis: that of the plots above, but for the smallest layout, where it stands beside the play button. */
    public static Scale axis(Frame frame, Box box) {
        return frame.kind() == Layout.Kind.TINY
                ? new Scale(0, frame.story().horizon(), box.x() + 14, box.right() - 14)
                : Layout.time(frame, box);
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.MODE_STRENGTH).offered();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Scale time = axis(frame, box);
        double y = trackY(frame, box);
        double now = time.at(frame.step());
        Paint rest = Paint.of(Ink.LINE_2).times(0.45).on(Ink.SUNKEN);
        pen.line(time.start(), y, time.end(), y, Stroke.of(rest, Weight.TRACK));
        pen.line(time.start(), y, now, y, Stroke.of(Ink.INK_2, Weight.TRACK));
        double hover = frame.pointer().step();
        if (hover >= 0) {
            pen.line(time.at(hover), box.y(), time.at(hover), y, Stroke.of(Ink.INK_3, Weight.HAIR));
        }
        pen.line(now, box.y(), now, y, Stroke.NOW);
        if (frame.kind() != Layout.Kind.TINY) {
            StageNumbers.draw(pen, frame, box, y);
        }
        double radius = frame.kind() == Layout.Kind.NARROW ? 11 : RADIUS;
        pen.circle(now, y, radius, Paint.of(Ink.NOW), Stroke.of(Ink.SUNKEN, Weight.FINE));
        if (frame.kind() != Layout.Kind.TINY) {
            drawTicks(pen, frame, box, time, y, now);
        }
    }

    private static void drawTicks(Pen pen, Frame frame, Box box, Scale time, double track, double now) {
        boolean wide = frame.kind() == Layout.Kind.WIDE || frame.kind() == Layout.Kind.MEDIUM;
        double base = wide ? track + 30 : track + 26;
        TextStyle hot = TextStyle.READOUT.middle();
        String label = "t = " + Numbers.fixed(frame.step(), 0);
        double half = pen.width(label, hot) / 2;
        double at = Math.max(box.x() + half, Math.min(box.right() - half, now));
        double step = Scale.step(time.to(), 5);
        StepTicks.draw(pen, time, step, at, half, base, wide ? track + 10 : Double.NaN);
        if (wide) {
            double x = time.end() + 20;
            if (at + half + 6 < x) {
                // an epoch is a step that looks at all samples
                boolean some =
                        frame.story().experiment().training().method().batch().isPresent();
                String unit = Words.say(some ? "plot.time-line.steps" : "plot.time-line.epochs");
                pen.textIfFree(unit, x, base, TextStyle.TICK);
            }
        }
        pen.text(label, at, base, hot);
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        return Optional.of(Hit.block(-1, Math.rint(axis(frame, box).inverse(px)), ""));
    }
}
