package dynlab.view.map;

import dynlab.architecture.Context;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.measure.Accuracy;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.task.DigitImages;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.View;
import dynlab.view.map.Roads.Road;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * One handwritten digit on the road that the reader has chosen: as it is written, as its input shows it, the layers that it
 * passes, and what the road's output makes of unseen images of that digit now.
 */
public final class DigitRoad implements View {
    private static final int SIDE = DigitImages.SIDE;

    @Override
    public String id() {
        return "road";
    }

    @Override
    public String title() {
        return Words.say("map.road.title");
    }

    @Override
    public String hint() {
        return Words.say("map.road.hint");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.CONFUSION);
    }

    /** What is shown: a road, one of the samples of its test, and the class of that sample. */
    private record Shown(Road road, Matrix asWritten, Matrix asShown, int sample, int unit, List<String> names) {
        String digit() {
            return names.get(unit);
        }
    }

    private static Optional<Shown> shown(Frame frame) {
        Roads roads = Roads.of(frame.story());
        Optional<Road> road = roads.between(
                        frame.asked().property(), frame.asked().item())
                .or(() -> roads.roads().isEmpty()
                        ? Optional.empty()
                        : Optional.of(roads.roads().get(0)));
        if (road.isEmpty()) {
            return Optional.empty();
        }
        List<Context> contexts = frame.story().experiment().contexts();
        Context context = contexts.get(road.get().context());
        Matrix shown = context.x().values().iterator().next();
        Matrix targets = context.y().values().iterator().next();
        // the first input shows digits as they are written
        Matrix written = roads.between(0, road.get().output())
                .map(plain ->
                        contexts.get(plain.context()).x().values().iterator().next())
                .orElse(shown);
        List<String> names = frame.story()
                .experiment()
                .architecture()
                .nodes()
                .get(road.get().outputNode())
                .properties();
        boolean picture = shown.rows() == DigitImages.PIXELS && names.size() == targets.rows() && shown.columns() > 0;
        if (!picture) {
            return Optional.empty();
        }
        // another picture on every road, the same one each time
        int sample = (road.get().input() * roads.outputs() + road.get().output()) % shown.columns();
        int unit = Accuracy.largest(targets, sample);
        return Optional.of(new Shown(road.get(), written, shown, sample, unit, names));
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        Optional<Shown> found = shown(frame);
        if (found.isEmpty()) {
            pen.text(Words.say("map.road.none"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        Shown shown = found.get();
        double picture = Math.floor(Math.min(Math.min(88, space.w() * 0.32), (space.h() - 120) / 2) / SIDE) * SIDE;
        double top = space.y() + 18;
        Box written = new Box(space.x(), top, picture, picture);
        Box moved = new Box(space.right() - picture - 1, top, picture, picture);
        picture(pen, written, shown.asWritten(), shown.sample());
        picture(pen, moved, shown.asShown(), shown.sample());
        pen.textIfFree(Words.say("map.road.written", shown.digit()), written.x(), top - 6, TextStyle.NAME);
        pen.textIfFree(
                Words.say("map.road.at-input", Integer.toString(shown.road().input() + 1)),
                moved.right(),
                top - 6,
                TextStyle.NAME.end());
        arrow(pen, written.right() + 8, moved.x() - 8, written.middleY());
        pen.textIfFree(
                Words.say("map.road.points", Integer.toString(DigitImages.PIXELS)),
                (written.right() + moved.x()) / 2,
                written.middleY() - 8,
                TextStyle.SMALL.middle());
        pen.textIfFree(
                shown.road().input() == 0 ? Words.say("map.road.in-place") : Words.say("map.road.moved"),
                (written.right() + moved.x()) / 2,
                written.middleY() + 16,
                TextStyle.SMALL.middle());
        double row = moved.bottom() + 12;
        layers(pen, new Box(space.x(), row, space.w(), 24), shown.road());
        Box bars = new Box(space.x(), row + 62, space.w(), Math.max(20, Math.min(84, space.bottom() - row - 62 - 44)));
        answer(pen, frame, bars, shown);
        source(pen, bars.x(), bars.bottom() + 34);
    }

    /** One column of 64 numbers as a picture. */
    private static void picture(Pen pen, Box box, Matrix images, int sample) {
        double side = box.w() / SIDE;
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j++) {
                double ink = images.at(SIDE * i + j, sample);
                if (ink > 0) {
                    pen.rect(new Box(box.x() + j * side, box.y() + i * side, side, side), 0, Paint.tint(Ink.INK, ink));
                }
            }
        }
        pen.frame(box, 0, Stroke.AXIS);
    }

    private static void arrow(Pen pen, double from, double to, double y) {
        double sign = to > from ? 1 : -1;
        pen.line(from, y, to, y, Stroke.AXIS);
        pen.line(to - 5 * sign, y - 4, to, y, Stroke.AXIS);
        pen.line(to - 5 * sign, y + 4, to, y, Stroke.AXIS);
    }

    /** From the right, where the picture comes in, to the left, where it is read. */
    private static void layers(Pen pen, Box row, Road road) {
        double width = (row.w() - 36) / 3;
        String[] names = {
            Words.say("map.road.output", Integer.toString(road.output() + 1)),
            Words.say("map.road.shared"),
            Words.say("map.road.input", Integer.toString(road.input() + 1))
        };
        for (int k = 0; k < 3; k++) {
            Box box = new Box(row.x() + k * (width + 18), row.y(), width - 1, row.h());
            if (k == 1) {
                pen.rect(box, 4, Paint.of(Ink.INK));
            } else {
                pen.frame(box, 4, Stroke.AXIS);
            }
            pen.text(
                    names[k],
                    box.middleX(),
                    box.middleY() + 4,
                    TextStyle.NAME.ink(k == 1 ? Ink.BG : Ink.INK).middle());
            if (k < 2) {
                arrow(pen, box.right() + 17, box.right() + 3, box.middleY());
            }
        }
    }

    /** What the output makes of unseen images of that digit, in the order of digits. */
    private void answer(Pen pen, Frame frame, Box box, Shown shown) {
        Optional<Series> series = confusion(frame, shown.road());
        pen.textIfFree(
                shown.road().trained()
                        ? Words.say("map.road.makes-trained", shown.digit())
                        : Words.say("map.road.makes-never", shown.digit()),
                box.x(),
                box.y() - 18,
                TextStyle.SMALL);
        double pitch = box.w() / shown.names().size();
        pen.line(box.x(), box.bottom(), box.right(), box.bottom(), Stroke.AXIS);
        for (int unit = 0; unit < shown.names().size(); unit++) {
            int place = place(shown.names(), unit);
            double x = box.x() + (place + 0.5) * pitch;
            boolean meant = unit == shown.unit();
            pen.textIfFree(
                    shown.names().get(unit),
                    x,
                    box.bottom() + 14,
                    TextStyle.TICK.strong(meant).middle());
            if (series.isEmpty() || frame.story().steps().length == 0) {
                continue;
            }
            double share = series.get().at(frame.story().record(frame.step()), shown.unit(), unit);
            double high = box.h() * share;
            Ink ink = meant ? Ink.category(shown.road().trained() ? 0 : 2) : Ink.LINE_2;
            pen.rect(new Box(x - 0.38 * pitch, box.bottom() - high, 0.76 * pitch, high), 1, Paint.of(ink));
            if (meant) {
                pen.textIfFree(Numbers.fixed(share, 2), x, box.bottom() - high - 4, TextStyle.READOUT.middle());
            }
        }
    }

    /** How many names come before a unit's in alphabetical order. */
    static int place(List<String> names, int unit) {
        int before = 0;
        for (String other : names) {
            before += other.compareTo(names.get(unit)) < 0 ? 1 : 0;
        }
        return before;
    }

    private static Optional<Series> confusion(Frame frame, Road road) {
        return frame.story()
                .run()
                .trajectory()
                .series(new SeriesKey(Quantity.CONFUSION, road.context(), road.outputNode()));
    }

    /** Whose pictures they are, wherever one is shown. */
    private static void source(Pen pen, double x, double y) {
        int second = DigitImages.SOURCE.indexOf("UCI");
        pen.textIfFree(DigitImages.SOURCE.substring(0, second - 1), x, y, TextStyle.TICK);
        pen.textIfFree(DigitImages.SOURCE.substring(second), x, y + 14, TextStyle.TICK);
    }

    /** Which road it is, which digit is shown, and how often such digits are named as they are and as what else. */
    @Override
    public String reading(Frame frame) {
        Optional<Shown> found = shown(frame);
        Optional<Series> series = found.flatMap(shown -> confusion(frame, shown.road()));
        if (series.isEmpty()) {
            return "";
        }
        Shown shown = found.get();
        int record = frame.story().record(frame.step());
        int other = shown.unit() == 0 ? 1 : 0;
        for (int unit = 0; unit < shown.names().size(); unit++) {
            boolean more =
                    series.get().at(record, shown.unit(), unit) > series.get().at(record, shown.unit(), other);
            other = unit != shown.unit() && more ? unit : other;
        }
        String input = Integer.toString(shown.road().input() + 1);
        return Words.say("map.road.shown", shown.digit(), input)
                + Words.say(
                        "map.road.named",
                        Numbers.percent(series.get().at(record, shown.unit(), shown.unit())),
                        shown.names().get(other),
                        Numbers.percent(series.get().at(record, shown.unit(), other)));
    }
}
