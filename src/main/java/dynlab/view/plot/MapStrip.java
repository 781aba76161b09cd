package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.lesson.ItemColours;
import dynlab.view.lesson.MapPlane;
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

/** The map of items at some moments of a run, each over its own place on the time axis; what is to come is faint. */
public final class MapStrip implements View {
    private static final double FAINT = 0.3;
    private static final double POINT = 2.5;
    /** Sides of a map, px. */
    private static final double LEAST = 40;

    private static final double MOST = 88;

    @Override
    public String id() {
        return "mapstrip";
    }

    @Override
    public String title() {
        return Words.say("plot.map-strip.title");
    }

    @Override
    public String hint() {
        return Words.say("plot.map-strip.hint");
    }

    @Override
    public double share() {
        return 0.17;
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.MAP);
    }

    /** How many maps there is room for: each as wide as high. */
    private static int count(Box plot) {
        return Math.max(1, (int) (plot.w() / Math.max(LEAST, Math.min(MOST, plot.h()))));
    }

    /** The step in the middle of the k-th part of the axis. */
    private static double moment(RunView story, int k, int count) {
        return Math.rint(story.horizon() * (k + 0.5) / count);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        RunView story = frame.story();
        Scale time = Layout.time(frame, box);
        Box plot = PlotFrame.overTime(frame, box).plot();
        Optional<Series> found = story.run().trajectory().first(Quantity.MAP);
        if (found.isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("lesson.form-map.not-recorded"), plot.x(), plot.middleY(), TextStyle.SMALL);
            return;
        }
        int count = count(plot);
        double side = Math.min(Math.min(MOST, plot.h()), plot.w() / count);
        Box tile = new Box(0, 0, side, side);
        MapPlane plane = MapPlane.of(story, found.get(), tile, 2 * POINT, 2 * POINT);
        for (int k = 0; k < count; k++) {
            double step = moment(story, k, count);
            if (story.reaches(step)) {
                boolean past = step <= frame.step();
                map(pen, story, found.get(), plane.at(time.at(step), plot.middleY()), story.record(step), past);
            }
        }
        new TimeCurves(pen, frame, time).cursor(box);
        Heads.draw(pen, title(), hint(), box.x(), box.y() + 12, box.right());
    }

    private static void map(Pen pen, RunView story, Series map, MapPlane plane, int record, boolean past) {
        double[] xs = new double[map.rows()];
        double[] ys = new double[map.rows()];
        for (int item = 0; item < xs.length; item++) {
            xs[item] = plane.px(map.at(record, item, 0), map.at(record, item, 1));
            ys[item] = plane.py(map.at(record, item, 0), map.at(record, item, 1));
        }
        if (past) {
            MapPlane.edges(pen, story.world(), xs, ys);
        }
        for (int item = 0; item < xs.length; item++) {
            Paint paint = ItemColours.of(story.world(), item);
            Paint weak = new Paint(paint.ink(), paint.strength(), paint.ground(), past ? 1 : FAINT);
            pen.circle(xs[item], ys[item], POINT, weak, Stroke.of(Ink.BG, Weight.HAIR));
        }
    }

    @Override
    public String reading(Frame frame) {
        return MapPlane.reading(frame);
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        Box plot = PlotFrame.overTime(frame, box).plot();
        RunView story = frame.story();
        Scale time = Layout.time(frame, box);
        int count = count(plot);
        for (int k = 0; k < count; k++) {
            double step = moment(story, k, count);
            if (story.reaches(step) && Math.abs(px - time.at(step)) < plot.w() / count / 2) {
                String tip = Words.say("plot.map-strip.moment", Numbers.fixed(step, 0)) + reading(frame.at(step));
                return Optional.of(new Hit(-1, step, -1, -1, tip));
            }
        }
        return Optional.empty();
    }
}
