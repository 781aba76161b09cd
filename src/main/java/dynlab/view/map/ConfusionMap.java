package dynlab.view.map;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.map.Roads.Road;
import dynlab.view.pen.Box;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is taken for what: row = the class that is shown, column = the class that is read, the mean probability over trained
 * routes and over routes never trained. Units of outputs are brought together by their names.
 */
public final class ConfusionMap implements View {
    @Override
    public String id() {
        return "confusion";
    }

    @Override
    public String title() {
        return Words.say("map.confusion.title");
    }

    @Override
    public String hint() {
        return Words.say("map.confusion.hint");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.CONFUSION);
    }

    /** The names of an output's units in order; empty where it has none. */
    private static List<String> names(RunView story, Roads roads) {
        if (roads.roads().isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(story.experiment()
                .architecture()
                .nodes()
                .get(roads.roads().get(0).outputNode())
                .properties());
        Collections.sort(names);
        return names;
    }

    /** Mean over the routes of one kind, names × names; empty where there are none or nothing was recorded. */
    private static Optional<double[]> mean(RunView story, Roads roads, boolean trained, int record) {
        int size = names(story, roads).size();
        double[] mean = new double[size * size];
        int count = 0;
        for (Road road : roads.roads()) {
            Optional<Series> series = story.run()
                    .trajectory()
                    .series(new SeriesKey(Quantity.CONFUSION, road.context(), road.outputNode()));
            if (road.trained() != trained || series.isEmpty() || series.get().rows() != size) {
                continue;
            }
            List<String> units = story.experiment()
                    .architecture()
                    .nodes()
                    .get(road.outputNode())
                    .properties();
            count++;
            int[] places = places(units);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    mean[places[i] * size + places[j]] += series.get().at(record, i, j);
                }
            }
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= Math.max(1, count);
        }
        return count == 0 ? Optional.empty() : Optional.of(mean);
    }

    /** Where each unit stands in the order of names. */
    private static int[] places(List<String> units) {
        int[] places = new int[units.size()];
        for (int unit = 0; unit < places.length; unit++) {
            places[unit] = DigitRoad.place(units, unit);
        }
        return places;
    }

    private static Box grid(Box space, boolean trained) {
        double side = Math.floor(Math.min((space.w() - 46) / 2, space.h() - 46));
        double left = space.x() + 16;
        double beside = side + 28;
        return new Box(trained ? left : left + beside, space.y() + 22, side, side);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        Roads roads = Roads.of(frame.story());
        List<String> names = names(frame.story(), roads);
        if (names.isEmpty() || frame.story().steps().length == 0) {
            pen.text(Words.say("map.confusion.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        for (boolean trained : new boolean[] {true, false}) {
            Box grid = grid(space, trained);
            Optional<double[]> mean =
                    mean(frame.story(), roads, trained, frame.story().record(frame.step()));
            pen.textIfFree(
                    trained ? Words.say("map.confusion.trained-roads") : Words.say("map.confusion.never-trained"),
                    grid.x(),
                    grid.y() - 7,
                    TextStyle.NAME);
            if (mean.isEmpty()) {
                pen.textIfFree(Words.say("map.confusion.none"), grid.x(), grid.y() + 16, TextStyle.SMALL);
                continue;
            }
            pen.cells(grid, 0, names.size(), names.size(), mean.get(), false);
            pen.frame(grid, 0, Stroke.GRID);
            double pitch = grid.w() / names.size();
            for (int k = 0; k < names.size(); k++) {
                pen.textIfFree(names.get(k), grid.x() - 5, grid.y() + (k + 0.5) * pitch + 4, TextStyle.TICK.end());
                pen.textIfFree(names.get(k), grid.x() + (k + 0.5) * pitch, grid.bottom() + 13, TextStyle.TICK.middle());
            }
        }
    }

    private static String tip(boolean trained, String shown, String read, String share) {
        return trained
                ? Words.say("map.confusion.tip-trained", shown, read, share)
                : Words.say("map.confusion.tip-never", shown, read, share);
    }

    /** What is most often taken for what on the roads of each kind. */
    @Override
    public String reading(Frame frame) {
        Roads roads = Roads.of(frame.story());
        List<String> names = names(frame.story(), roads);
        StringBuilder words = new StringBuilder();
        for (boolean trained : new boolean[] {true, false}) {
            Optional<double[]> found =
                    mean(frame.story(), roads, trained, frame.story().record(frame.step()));
            if (found.isPresent() && names.size() > 1) {
                double[] mean = found.get();
                int most = 1;
                for (int cell = 0; cell < mean.length; cell++) {
                    boolean wrong = cell / names.size() != cell % names.size();
                    most = wrong && mean[cell] > mean[most] ? cell : most;
                }
                String shown = names.get(most / names.size());
                String read = names.get(most % names.size());
                words.append('\n').append(tip(trained, shown, read, Numbers.percent(mean[most])));
            }
        }
        return words.toString();
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        Roads roads = Roads.of(frame.story());
        List<String> names = names(frame.story(), roads);
        if (names.isEmpty() || frame.story().steps().length == 0) {
            return Optional.empty();
        }
        for (boolean trained : new boolean[] {true, false}) {
            Box grid = grid(Heads.room(frame, box), trained);
            if (grid.contains(px, py)) {
                int row = Math.min(names.size() - 1, (int) ((py - grid.y()) * names.size() / grid.h()));
                int column = Math.min(names.size() - 1, (int) ((px - grid.x()) * names.size() / grid.w()));
                return mean(frame.story(), roads, trained, frame.story().record(frame.step()))
                        .map(mean -> Hit.block(
                                -1,
                                -1,
                                tip(
                                        trained,
                                        names.get(row),
                                        names.get(column),
                                        Numbers.percent(mean[row * names.size() + column]))));
            }
        }
        return Optional.empty();
    }
}
