package dynlab.view.map;

import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Hatch;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every unit of the first hidden layer does on every sample, a row a unit: units of one pattern of contexts together,
 * and inside it those that contribute most first. Each row is on the scale of its own largest value, and has the objects
 * in its own order, the same in all contexts: then sets that contain one another are stairs.
 */
public final class TuningMap implements View {
    /** Units that contribute less than this share of the largest are not used, and not shown. */
    private static final double USED = 0.01;

    private static final double STEPS = 16;

    @Override
    public String id() {
        return "tuning";
    }

    @Override
    public String title() {
        return Words.say("map.tuning.units");
    }

    @Override
    public String hint() {
        return Words.say("map.tuning.row-each-objects");
    }

    /** One unit: its pattern of contexts as bits, what it contributes, its row in the record. */
    private record Unit(int pattern, int on, double contribution, int row) {}

    private static Optional<Series> tuning(RunView story) {
        return story.run().trajectory().series(new SeriesKey(Quantity.TUNING, 0, 0));
    }

    private static List<Unit> units(Series series, Experiment experiment, int record) {
        int contexts = experiment.contexts().size();
        int samples = series.columns() - 1;
        int objects = samples / contexts;
        double most = 0;
        for (int u = 0; u < series.rows(); u++) {
            most = Math.max(most, series.at(record, u, samples));
        }
        List<Unit> units = new ArrayList<>();
        for (int u = 0; u < series.rows(); u++) {
            double contribution = series.at(record, u, samples);
            if (most > 0 && contribution < USED * most) {
                continue;
            }
            int pattern = 0;
            int on = 0;
            for (int c = 0; c < contexts; c++) {
                int active = 0;
                for (int o = 0; o < objects; o++) {
                    active += series.at(record, u, c * objects + o) != 0 ? 1 : 0;
                }
                if (2 * active > objects) {
                    pattern |= 1 << (contexts - 1 - c);
                    on++;
                }
            }
            units.add(new Unit(pattern, on, contribution, u));
        }
        units.sort((a, b) -> a.on() != b.on()
                ? b.on() - a.on()
                : a.pattern() != b.pattern()
                        ? b.pattern() - a.pattern()
                        : Double.compare(b.contribution(), a.contribution()));
        return units;
    }

    @Override
    public Needs needs() {
        return Needs.pictures(Quantity.TUNING);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        RunView story = frame.story();
        Optional<Series> recorded = tuning(story);
        if (recorded.isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("map.tuning.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        Series series = recorded.get();
        int record = story.record(frame.step());
        int contexts = story.experiment().contexts().size();
        List<Unit> units = units(series, story.experiment(), record);
        Box grid = new Box(space.x() + 24, space.y() + 16, space.w() - 24, space.h() - 22);
        double w = grid.w() / contexts;
        for (int c = 0; c < contexts; c++) {
            String name = w > 70 ? story.experiment().contexts().get(c).name() : Integer.toString(c + 1);
            pen.textIfFree(name, grid.x() + (c + 0.5) * w - 2, grid.y() - 5, TextStyle.TICK.middle());
        }
        double pitch = Math.min(9, grid.h() / Math.max(1, units.size()));
        int group = 0;
        for (int k = 0; k < units.size(); k++) {
            double y = grid.y() + k * pitch;
            row(pen, series, record, units.get(k).row(), contexts, new Box(grid.x(), y, grid.w(), pitch));
            boolean last = k + 1 == units.size()
                    || units.get(k + 1).pattern() != units.get(k).pattern();
            if (last) {
                double bottom = y + pitch;
                double middle = (grid.y() + group * pitch + bottom) / 2;
                pen.textIfFree(Integer.toString(k + 1 - group), grid.x() - 6, middle + 4, TextStyle.TICK.end());
                if (k + 1 < units.size()) {
                    pen.line(grid.x() - 4, bottom, grid.right(), bottom, Stroke.of(Ink.LINE_2, Weight.HAIR));
                }
                group = k + 1;
            }
        }
    }

    /** How many units are used, and how many of them are on in so many contexts. */
    @Override
    public String reading(Frame frame) {
        RunView story = frame.story();
        Optional<Series> recorded = tuning(story);
        if (recorded.isEmpty()) {
            return "";
        }
        List<Unit> units = units(recorded.get(), story.experiment(), story.record(frame.step()));
        StringBuilder words = new StringBuilder(Words.say("map.tuning.used", Integer.toString(units.size())));
        for (int on = story.experiment().contexts().size(); on >= 0; on--) {
            int count = 0;
            for (Unit unit : units) {
                count += unit.on() == on ? 1 : 0;
            }
            if (count > 0) {
                words.append(Words.say("map.tuning.on-in", Integer.toString(count), Integer.toString(on)));
            }
        }
        return words.toString();
    }

    private static void row(Pen pen, Series series, int record, int unit, int contexts, Box box) {
        int samples = series.columns() - 1;
        int objects = samples / contexts;
        double most = 1e-300;
        for (int n = 0; n < samples; n++) {
            most = Math.max(most, Math.abs(series.at(record, unit, n)));
        }
        double w = box.w() / contexts;
        double cell = (w - 5) / objects;
        Hatch hatch = new Hatch();
        int[] order = order(series, record, unit, objects, contexts);
        for (int c = 0; c < contexts; c++) {
            int from = 0;
            for (int o = 1; o <= objects; o++) {
                double now = level(series.at(record, unit, c * objects + order[from]) / most);
                if (o == objects || level(series.at(record, unit, c * objects + order[o]) / most) != now) {
                    if (now != 0) {
                        double x = box.x() + c * w + from * cell;
                        Box strip = new Box(x, box.y(), (o - from) * cell, box.h());
                        pen.rect(strip, 0, Paint.signed(now));
                        hatch.add(strip, now);
                    }
                    from = o;
                }
            }
        }
        hatch.draw(pen);
    }

    /** The objects by how much the unit answers to them in all contexts together, the most first. */
    private static int[] order(Series series, int record, int unit, int objects, int contexts) {
        double[] sums = new double[objects];
        int[] order = new int[objects];
        for (int o = 0; o < objects; o++) {
            for (int c = 0; c < contexts; c++) {
                sums[o] += series.at(record, unit, c * objects + o);
            }
            int at = o;
            while (at > 0 && sums[order[at - 1]] < sums[o]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = o;
        }
        return order;
    }

    /** A unit that is on at all is seen. */
    private static double level(double value) {
        double least = value == 0 ? 0 : Math.max(1.5, Math.rint(Math.abs(value) * STEPS)) / STEPS;
        return value < 0 ? -least : least;
    }
}
