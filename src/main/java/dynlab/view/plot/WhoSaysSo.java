package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Needs;
import dynlab.view.RunView;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who says so now: what each level's distinctions add to the answer at the cursor, one bar after the other on the answer
 * plot's own scale. They sum to the answer but for the part of the map outside its modes.
 */
public final class WhoSaysSo implements View {
    @Override
    public String id() {
        return "waterfall";
    }

    /** A group of modes and what it adds. */
    private record Bar(int first, int last, Ink ink, String number, double value) {}

    @Override
    public Needs needs() {
        return Needs.of(Quantity.MODE_STRENGTH);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        List<Bar> bars = bars(frame);
        if (bars.isEmpty()) {
            return;
        }
        Box space = space(frame, box);
        pen.boxes().open(id(), space);
        Scale y = AnswerPlot.scale(frame, box);
        String whole = Words.say("plot.who-says-so.who-says-now");
        boolean fits = pen.width(whole, TextStyle.TICK) <= space.w();
        String head = fits ? whole : Words.say("plot.who-says-so.who-says");
        // a long question has the line for itself
        if (!pen.textIfFree(head, space.x(), box.y() + 12, TextStyle.TICK)) {
            pen.textIfFree(head, space.x(), box.y() + 31, TextStyle.TICK);
        }
        double pitch = pitch(space, bars.size());
        double sum = 0;
        for (int g = 0; g < bars.size(); g++) {
            Bar bar = bars.get(g);
            double x = space.x() + g * pitch;
            double from = y.at(sum);
            double to = y.at(sum + bar.value());
            double top = Math.min(from, to);
            double high = Math.max(1.5, Math.abs(from - to));
            boolean lit = frame.pointer().block() < 0
                    || frame.pointer().block() >= bar.first() && frame.pointer().block() <= bar.last();
            pen.rect(new Box(x, top, pitch - 7, high), 1.5, Paint.tint(bar.ink(), lit ? 1 : Paint.DIMMED));
            sum += bar.value();
            if (g + 1 < bars.size()) {
                pen.line(x + pitch - 7, to, x + pitch, to, Stroke.of(Ink.INK_3, Weight.HAIR));
            }
            double middle = x + (pitch - 7) / 2;
            double low = Math.max(y.at(y.from()), y.at(0)) + 14;
            pen.textIfFree(bar.number(), middle, low, TextStyle.TICK.middle());
            if (Math.abs(bar.value()) >= 0.1) {
                double beside = bar.value() > 0 ? top - 6 : top + high + 13;
                pen.textIfFree(Numbers.fraction(bar.value()), middle, beside, TextStyle.SMALL.middle());
            }
        }
        pen.line(space.x() - 4, y.at(0), space.x() + bars.size() * pitch, y.at(0), Stroke.AXIS);
    }

    private static Box space(Frame frame, Box box) {
        double left = Layout.time(frame, box).end() + 20;
        return new Box(left, box.y(), box.right() - left, box.h());
    }

    private static double pitch(Box space, int bars) {
        return Math.min(27, (space.w() + 7) / bars);
    }

    private static List<Bar> bars(Frame frame) {
        if (!frame.story().hasLevels()) {
            return List.of();
        }
        RunView story = frame.story();
        List<Bar> bars = new ArrayList<>();
        if (story.run().modes().isEmpty()) {
            return bars;
        }
        for (RunView.Group group : story.groups()) {
            double value = 0;
            for (int b = group.first(); b <= group.last(); b++) {
                value += story.contribution(
                        story.blocks().get(b),
                        frame.asked().property(),
                        frame.asked().item(),
                        frame.step());
            }
            Ink ink = story.blocks().get(group.first()).ink();
            bars.add(new Bar(group.first(), group.last(), ink, group.number(), value));
        }
        return bars;
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        List<Bar> bars = bars(frame);
        Box space = space(frame, box);
        if (bars.isEmpty() || px < space.x()) {
            return Optional.empty();
        }
        int g = (int) ((px - space.x()) / pitch(space, bars.size()));
        if (g < 0 || g >= bars.size()) {
            return Optional.empty();
        }
        Bar bar = bars.get(g);
        String tip = (bar.number().contains("–")
                ? Words.say("plot.who-says-so.modes-say", bar.number(), Numbers.signed(bar.value(), 2))
                : Words.say("plot.who-says-so.mode-say", bar.number(), Numbers.signed(bar.value(), 2)));
        return Optional.of(Hit.block(bar.first(), -1, tip));
    }
}
