package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.numeric.Numbers;
import dynlab.task.World;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.Optional;

/** The items as the hidden layer sees them, a plane; with the edges of the form that nobody told it, and their trails. */
public final class FormMap implements View {
    @Override
    public String id() {
        return "formmap";
    }

    @Override
    public String title() {
        return Words.say("lesson.form-map.same-map");
    }

    @Override
    public String hint() {
        return Words.say("lesson.form-map.hint");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.MAP);
    }

    private static MapPlane plane(Pen pen, RunView story, Series map, Box space) {
        double names = Labels.column(pen, story.world().items(), TextStyle.NAME, 0.3 * space.w());
        return MapPlane.of(story, map, space, names + 10, 16);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        RunView story = frame.story();
        Optional<Series> found = story.run().trajectory().first(Quantity.MAP);
        if (found.isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("lesson.form-map.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        Series map = found.get();
        MapPlane plane = plane(pen, story, map, space);
        int items = map.rows();
        double[] xs = new double[items];
        double[] ys = new double[items];
        for (int item = 0; item < items; item++) {
            trail(pen, frame, map, plane, item, xs, ys);
        }
        MapPlane.edges(pen, story.world(), xs, ys);
        for (int item = 0; item < items; item++) {
            pen.circle(xs[item], ys[item], 5, ItemColours.of(story.world(), item), Stroke.of(Ink.BG, Weight.FINE));
        }
        names(pen, frame, map, plane, space);
    }

    private static void trail(
            Pen pen, Frame frame, Series map, MapPlane plane, int item, double[] nowX, double[] nowY) {
        double[] steps = frame.story().steps();
        int n = Math.min(map.count(), steps.length);
        double[] xs = new double[n];
        double[] ys = new double[n];
        int cut = 0;
        for (int i = 0; i < n; i++) {
            xs[i] = plane.px(map.at(i, item, 0), map.at(i, item, 1));
            ys[i] = plane.py(map.at(i, item, 0), map.at(i, item, 1));
            cut += steps[i] <= frame.step() ? 1 : 0;
        }
        Paint paint = ItemColours.of(frame.story().world(), item);
        int from = Math.max(0, cut - 1);
        pen.polyline(
                xs, ys, from, n, Stroke.of(new Paint(paint.ink(), paint.strength(), paint.ground(), 0.3), Weight.SEED));
        pen.polyline(xs, ys, 0, cut, Stroke.of(paint, Weight.FINE));
        nowX[item] = xs[from];
        nowY[item] = ys[from];
    }

    /** Names at the places of the end, where nothing moves. */
    private static void names(Pen pen, Frame frame, Series map, MapPlane plane, Box space) {
        World world = frame.story().world();
        int last = Math.min(map.count(), frame.story().steps().length) - 1;
        for (int item = 0; item < map.rows(); item++) {
            double x = plane.px(map.at(last, item, 0), map.at(last, item, 1));
            double y = plane.py(map.at(last, item, 0), map.at(last, item, 1));
            name(pen, world.items().get(item), x, y, plane, space);
        }
    }

    /** On the side that looks outwards, or wherever there is room. */
    private static void name(Pen pen, String whole, double x, double y, MapPlane plane, Box space) {
        TextStyle style = TextStyle.NAME.haloed();
        boolean left = x < plane.x() - 1;
        double room = left ? x - 8 - space.x() : space.right() - x - 8;
        String name = Labels.cut(pen, whole, style, room);
        boolean upright = Math.abs(y - plane.y()) > 1.2 * Math.abs(x - plane.x());
        double outwards = y < plane.y() ? y - 10 : y + 19;
        if (upright && pen.textIfFree(name, x, outwards, style.middle())) {
            return;
        }
        for (double shift : new double[] {4, -8, 16, -20, 28}) {
            if (pen.textIfFree(name, left ? x - 8 : x + 8, y + shift, left ? style.end() : style)) {
                return;
            }
        }
    }

    @Override
    public String reading(Frame frame) {
        return MapPlane.reading(frame);
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        RunView story = frame.story();
        Optional<Series> found = story.run().trajectory().first(Quantity.MAP);
        if (found.isEmpty() || story.steps().length == 0) {
            return Optional.empty();
        }
        Series map = found.get();
        MapPlane plane = plane(pen, story, map, Heads.room(frame, box));
        int record = Math.min(story.record(frame.step()), map.count() - 1);
        for (int item = 0; record >= 0 && item < map.rows(); item++) {
            double u = map.at(record, item, 0);
            double v = map.at(record, item, 1);
            double away = Math.max(Math.abs(plane.px(u, v) - px), Math.abs(plane.py(u, v) - py));
            if (away < 8) {
                String place = Numbers.signed(u, 2) + ", " + Numbers.signed(v, 2);
                return Optional.of(new Hit(-1, -1, -1, -1, story.world().items().get(item) + ": " + place));
            }
        }
        return Optional.empty();
    }
}
