package dynlab.view.map;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.Optional;

/**
 * How well every route is served now: a cell for each input and output, as dark as the share of samples that are named
 * rightly there, a dot where it is trained, a ring around the one that the reader has chosen.
 */
public final class RoadsMap implements View {
    /** Cells of this pitch, px, have room for a number each, and for the rim of a dot. */
    private static final double ROOMY = 15;

    @Override
    public String id() {
        return "roads";
    }

    @Override
    public String title() {
        return Words.say("map.roads.title");
    }

    @Override
    public String hint() {
        return Words.say("map.roads.hint");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.ACCURACY);
    }

    private static Box grid(Box space, Roads roads) {
        double pitch = Math.floor(Math.min(
                (space.w() - 24) / Math.max(1, roads.outputs()), (space.h() - 46) / Math.max(1, roads.inputs())));
        return new Box(space.x() + 22, space.y() + 20, pitch * roads.outputs(), pitch * roads.inputs());
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        Optional<Series> series = frame.story().run().trajectory().series(SeriesKey.of(Quantity.ACCURACY));
        Roads roads = Roads.of(frame.story());
        if (series.isEmpty()
                || frame.story().steps().length == 0
                || roads.roads().isEmpty()) {
            pen.text(Words.say("map.roads.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        Box grid = grid(space, roads);
        double pitch = grid.w() / roads.outputs();
        int record = frame.story().record(frame.step());
        double[] right = new double[roads.inputs() * roads.outputs()];
        for (Roads.Road road : roads.roads()) {
            right[road.input() * roads.outputs() + road.output()] = series.get().at(record, 0, road.context());
        }
        pen.cells(grid, 2, roads.inputs(), roads.outputs(), right, true);
        for (Roads.Road road : roads.roads()) {
            double x = grid.x() + (road.output() + 0.5) * pitch - 1;
            double y = grid.y() + (road.input() + 0.5) * pitch - 1;
            if (road.trained()) {
                Stroke rim = pitch < ROOMY ? Stroke.NONE : Stroke.of(Ink.INK, Weight.FINE);
                pen.circle(x, y, Math.min(2.5, pitch / 6), Paint.of(Ink.BG), rim);
            }
        }
        ring(pen, frame, grid, pitch, roads);
        pen.text(Words.say("map.roads.in"), space.x(), grid.y() - 6, TextStyle.TICK);
        // in small cells only the first and the last are numbered
        for (int k = 0; k < roads.inputs(); k += pitch < ROOMY ? Math.max(1, roads.inputs() - 1) : 1) {
            pen.textIfFree(
                    Integer.toString(k + 1), grid.x() - 6, grid.y() + (k + 0.5) * pitch + 3, TextStyle.TICK.end());
        }
        for (int k = 0; k < roads.outputs(); k += pitch < ROOMY ? Math.max(1, roads.outputs() - 1) : 1) {
            pen.textIfFree(
                    Integer.toString(k + 1),
                    grid.x() + (k + 0.5) * pitch - 1,
                    grid.bottom() + 13,
                    TextStyle.TICK.middle());
        }
        pen.textIfFree(Words.say("map.roads.out"), grid.right() + 4, grid.bottom() + 13, TextStyle.TICK);
        pen.textIfFree(Words.say("map.roads.dot"), grid.right() - 2, grid.y() - 6, TextStyle.TICK.end());
    }

    private static void ring(Pen pen, Frame frame, Box grid, double pitch, Roads roads) {
        int input = frame.asked().property();
        int output = frame.asked().item();
        if (roads.between(input, output).isPresent()) {
            Box cell = new Box(grid.x() + output * pitch - 1, grid.y() + input * pitch - 1, pitch, pitch);
            pen.frame(cell, 2, Stroke.of(Ink.NOW, Weight.SIM));
        }
    }

    private static String tip(Roads.Road road, String right) {
        return road.trained()
                ? Words.say("map.roads.tip-trained", road.name(), right)
                : Words.say("map.roads.tip-never", road.name(), right);
    }

    @Override
    public String reading(Frame frame) {
        return mean(frame, true) + mean(frame, false);
    }

    private static String mean(Frame frame, boolean trained) {
        Optional<Series> series = frame.story().run().trajectory().series(SeriesKey.of(Quantity.ACCURACY));
        double sum = 0;
        int count = 0;
        for (Roads.Road road : Roads.of(frame.story()).roads()) {
            if (series.isPresent() && road.trained() == trained) {
                sum += series.get().at(frame.story().record(frame.step()), 0, road.context());
                count++;
            }
        }
        String roads = Integer.toString(count);
        return count == 0
                ? ""
                : trained
                        ? Words.say("map.roads.roads-trained", roads, Numbers.percent(sum / count))
                        : Words.say("map.roads.roads-never-trained", roads, Numbers.percent(sum / count));
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        Optional<Series> series = frame.story().run().trajectory().series(SeriesKey.of(Quantity.ACCURACY));
        Roads roads = Roads.of(frame.story());
        if (series.isEmpty()
                || frame.story().steps().length == 0
                || roads.roads().isEmpty()) {
            return Optional.empty();
        }
        Box grid = grid(Heads.room(frame, box), roads);
        int input = (int) Math.floor((py - grid.y()) * roads.inputs() / grid.h());
        int output = (int) Math.floor((px - grid.x()) * roads.outputs() / grid.w());
        return roads.between(input, output)
                .map(road -> Hit.cell(
                        input,
                        output,
                        tip(
                                road,
                                Numbers.percent(
                                        series.get().at(frame.story().record(frame.step()), 0, road.context())))));
    }
}
