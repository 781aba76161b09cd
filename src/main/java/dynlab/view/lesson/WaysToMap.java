package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.RunView.Block;
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
 * The maps of two networks beside the formula's, and the roads on which they come to it, in the plane of two modes: shares of
 * the first and of the third.
 */
public final class WaysToMap implements View {
    @Override
    public String id() {
        return "ways";
    }

    @Override
    public String title() {
        return Words.say("lesson.ways-to-map.roads-one-map");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.ways-to-map.outputs-inputs");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.WEIGHTS, Quantity.MODE_STRENGTH).alsoBeside();
    }

    /** A map and what stands over and under it. */
    private record Tile(String name, Optional<Matrix> map, String note) {}

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        RunView story = frame.story();
        if (story.blocks().isEmpty() || story.steps().length == 0) {
            pen.text(Words.say("lesson.ways-to-map.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        double below = tiles(pen, frame, space);
        if (frame.kind() != Layout.Kind.EMBED && space.bottom() - below > 60) {
            plane(pen, frame, new Box(space.x(), below + 8, space.w(), space.bottom() - below - 8));
        }
    }

    private static double tiles(Pen pen, Frame frame, Box space) {
        Matrix formula = Maps.formula(frame.story(), Integer.MAX_VALUE).map();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(Words.say("lesson.ways-to-map.by-formula"), Optional.of(formula), ""));
        for (int k = 0; k < frame.runs().size(); k++) {
            RunView run = frame.runs().get(k);
            Optional<Matrix> map = Maps.of(run, run.record(frame.step()));
            String note = map.map(m -> away(m, formula)).orElse("");
            tiles.add(new Tile(frame.nameOf(k), map, note));
        }
        double most = Math.max(1e-12, formula.largest());
        double pitch = Math.floor(Math.min(12, (space.w() / tiles.size() - 12) / formula.columns()));
        pitch = Math.max(3, Math.min(pitch, Math.floor(space.h() * 0.3 / formula.rows())));
        for (int k = 0; k < tiles.size(); k++) {
            Tile tile = tiles.get(k);
            double x = space.x() + k * space.w() / tiles.size();
            pen.textIfFree(tile.name(), x, space.y() + 12, TextStyle.NAME.strong());
            Box grid = new Box(x, space.y() + 18, pitch * formula.columns(), pitch * formula.rows());
            tile.map().ifPresent(map -> {
                double[] shares = map.toArray();
                for (int i = 0; i < shares.length; i++) {
                    shares[i] = Math.max(-1, Math.min(1, shares[i] / most));
                }
                pen.cells(grid, 1, map.rows(), map.columns(), shares, true);
            });
            pen.textIfFree(tile.note(), x, grid.bottom() + 14, TextStyle.SMALL);
        }
        return space.y() + 18 + pitch * formula.rows() + 20;
    }

    private static void plane(Pen pen, Frame frame, Box space) {
        double side = Math.min(space.w() - 60, space.h() - 26);
        if (side < 40) {
            return;
        }
        Scale x = new Scale(0, 1.08, space.x() + 30, space.x() + 30 + side);
        Scale y = new Scale(0, 1.08, space.y() + side, space.y());
        for (int i = 0; i <= 2; i++) {
            pen.line(x.at(0), y.at(i * 0.5), x.at(1), y.at(i * 0.5), i == 0 ? Stroke.AXIS : Stroke.GRID);
            pen.textIfFree(i == 0 ? "0" : i == 1 ? "½" : "1", x.at(0) - 6, y.at(i * 0.5) + 4, TextStyle.TICK.end());
            if (i > 0) {
                String number = i == 1 ? "½" : "1";
                pen.textIfFree(number, x.at(i * 0.5), y.at(0) + 15, TextStyle.TICK.middle());
            }
        }
        int other = Math.min(2, frame.story().blocks().size() - 1);
        for (int k = frame.rivals().size(); k >= 0; k--) {
            RunView run = k == 0 ? frame.story() : frame.rivals().get(k - 1).story();
            if (run.blocks().size() > other) {
                road(pen, frame, run, other, x, y, Ink.category(k == 0 ? 0 : 2));
            }
        }
        pen.circle(x.at(1), y.at(1), 6, Paint.of(Ink.BG), Stroke.of(Ink.INK, Weight.FINE));
        pen.textIfFree(Words.say("lesson.ways-to-map.formula"), x.at(1) + 10, y.at(1) + 4, TextStyle.NAME.haloed());
        pen.textIfFree(
                Words.say("lesson.ways-to-map.mode", Integer.toString(other + 1)),
                x.at(0) + 6,
                y.at(1) + 14,
                TextStyle.SMALL.haloed());
        pen.textIfFree(Words.say("lesson.ways-to-map.share-mode-1"), x.at(1) + 10, y.at(0) + 4, TextStyle.SMALL);
    }

    private static void road(Pen pen, Frame frame, RunView run, int other, Scale x, Scale y, Ink ink) {
        Block first = run.blocks().get(0);
        Block second = run.blocks().get(other);
        double[] xs = places(first, first.strength(), x);
        double[] ys = places(second, second.strength(), y);
        pen.polyline(xs, ys, 0, Math.min(xs.length, ys.length), Stroke.of(ink, Weight.FINE));
        if (first.theory().length > 0 && second.theory().length > 0) {
            double[] tx = places(first, first.theory(), x);
            double[] ty = places(second, second.theory(), y);
            pen.polyline(tx, ty, 0, Math.min(tx.length, ty.length), Stroke.THEORY);
        }
        double nowX = x.at(run.at(first.strength(), frame.step()) / first.target());
        double nowY = y.at(run.at(second.strength(), frame.step()) / second.target());
        pen.circle(nowX, nowY, 4.5, Paint.of(Ink.NOW), Stroke.of(Ink.BG, Weight.FINE));
    }

    private static double[] places(Block block, double[] values, Scale scale) {
        double[] places = new double[values.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = scale.at(Math.max(-0.05, Math.min(1.1, values[i] / block.target())));
        }
        return places;
    }

    private static String away(Matrix map, Matrix formula) {
        return Words.say(
                "lesson.ways-to-map.away", Numbers.fixed(map.minus(formula).norm() / formula.norm(), 2));
    }

    /** How far each run is from the map of the formula. */
    @Override
    public String reading(Frame frame) {
        if (frame.story().blocks().isEmpty()) {
            return "";
        }
        Matrix formula = Maps.formula(frame.story(), Integer.MAX_VALUE).map();
        StringBuilder words = new StringBuilder();
        for (int k = 0; k < frame.runs().size(); k++) {
            RunView run = frame.runs().get(k);
            String name = frame.nameOf(k);
            Maps.of(run, run.record(frame.step()))
                    .ifPresent(
                            map -> words.append('\n').append(name).append(' ').append(away(map, formula)));
        }
        return words.toString();
    }
}
