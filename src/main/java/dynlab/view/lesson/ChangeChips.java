package dynlab.view.lesson;

import dynlab.view.Frame;
import dynlab.view.Grip;
import dynlab.view.Heads;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes that can be tapped on and off, together. */
public final class ChangeChips implements View {
    private static final String[] WORDS = {
        "momentum",
        "tanh",
        "batches",
        "noise",
        "decay",
        "entropy",
        "relu",
        "bias",
        "layers",
        "feedback",
        "tiny",
        "one",
        "he"
    };
    private static final String[] LABELS = {
        "momentum",
        "tanh",
        "batches",
        "label noise",
        "weight decay",
        "cross-entropy",
        "ReLU",
        "bias",
        "three layers",
        "feedback",
        "tiny start",
        "one layer",
        "large start (He)"
    };
    private static final double HIGH = 30;
    private static final double GAP = 5;

    @Override
    public String id() {
        return "changes";
    }

    @Override
    public String title() {
        return "What do you change?";
    }

    @Override
    public String hint() {
        return "tap them together";
    }

    private static Box chip(Box space, int k) {
        boolean last = k == WORDS.length - 1;
        double wide = last ? space.w() : (space.w() - GAP) / 2;
        double high = Math.min(HIGH, (space.h() - 8) / 7 - GAP);
        return new Box(space.x() + k % 2 * (wide + GAP) * (last ? 0 : 1), space.y() + k / 2 * (high + GAP), wide, high);
    }

    private static List<String> chosen(Frame frame) {
        List<String> chosen = new ArrayList<>();
        String text = frame.story().experiment().description();
        int from = text.indexOf('[') + 1;
        int end = text.indexOf(']', from);
        while (from > 0 && from < end) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 || comma > end ? end : comma;
            chosen.add(text.substring(from, to));
            from = to + 1;
        }
        return chosen;
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, hint(), box);
        List<String> on = chosen(frame);
        for (int k = 0; k < WORDS.length; k++) {
            Box chip = chip(space, k);
            boolean taken = on.contains(WORDS[k]);
            if (taken) {
                pen.rect(chip, 5, Paint.of(Ink.INK));
            }
            pen.frame(chip.inset(0.5, 0.5, 0.5, 0.5), 5, Stroke.of(taken ? Ink.INK : Ink.LINE_2, Weight.HAIR));
            TextStyle style = TextStyle.NAME.ink(taken ? Ink.BG : Ink.INK).strong(taken);
            if (pen.width(LABELS[k], style) <= chip.w() - 14) {
                pen.textIfFree(LABELS[k], chip.x() + 9, chip.middleY() + 4, style);
            }
        }
    }

    @Override
    public Optional<Grip> grip(Pen pen, Frame frame, Box box, double px, double py) {
        Box space = Heads.room(frame, box);
        for (int k = 0; k < WORDS.length; k++) {
            if (chip(space, k).contains(px, py)) {
                List<String> next = new ArrayList<>(chosen(frame));
                if (!next.remove(WORDS[k])) {
                    next.add(WORDS[k]);
                }
                return Optional.of(Grip.choosing("changes", String.join(",", next)));
            }
        }
        return Optional.empty();
    }
}
