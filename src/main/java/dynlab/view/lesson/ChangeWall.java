package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.measure.LevelShares;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.List;

/**
 * The same world with one change each: small pictures of the levels over each run's own time; under each the levels in the
 * order in which they came, and how much of the time until a stage the stage itself takes.
 */
public final class ChangeWall implements View {
    private static final int ACROSS = 5;
    /** Height of a picture, px, under which only its curves are drawn. */
    private static final double LOW = 52;

    @Override
    public String id() {
        return "wall";
    }

    @Override
    public String title() {
        return Words.say("lesson.change-wall.same-world-one");
    }

    @Override
    public String hint() {
        return Words.say("lesson.change-wall.each-own-time");
    }

    @Override
    public double share() {
        return 0.6;
    }

    @Override
    public double fixed() {
        return 30;
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.OUTPUTS).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Heads.draw(pen, title(), hint(), box.x(), box.y() + 14, box.right());
        List<Frame.Rival> wall = frame.rivals();
        if (wall.isEmpty()) {
            return;
        }
        int across = box.w() < 420 ? 3 : ACROSS;
        double high = high(box, wall.size(), across);
        if (high < LOW && box.w() > 280) {
            across = Math.max(across, 4);
            high = high(box, wall.size(), across);
        }
        // where there is no room for both, curves come before what is counted of them
        boolean small = frame.kind() == Layout.Kind.NARROW || high < LOW;
        double wide = (box.w() - 10) / across;
        for (int k = 0; k < wall.size(); k++) {
            int row = k / across;
            Box tile = new Box(box.x() + k % across * wide, box.y() + 24 + row * high, wide - 12, high - 4);
            tile(pen, wall.get(k), tile, small);
        }
    }

    private static double high(Box box, int count, int across) {
        int rows = (count + across - 1) / across;
        return (box.h() - 26) / rows;
    }

    private static void tile(Pen pen, Frame.Rival rival, Box tile, boolean small) {
        RunView run = rival.story();
        String name = rival.name();
        pen.textIfFree(Labels.cut(pen, name, TextStyle.NAME, tile.w()), tile.x(), tile.y() + 11, TextStyle.NAME);
        List<double[]> curves = Levels.of(run);
        Box plot = tile.inset(0, 18, 0, small ? 4 : 18);
        if (curves.isEmpty() || plot.h() < 8) {
            return;
        }
        double floor = plot.bottom();
        pen.line(plot.x(), floor, plot.right(), floor, Stroke.GRID);
        double[] steps = run.steps();
        double end = Math.max(1, steps[steps.length - 1]);
        double[] xs = new double[steps.length];
        double[] ys = new double[steps.length];
        for (int l = curves.size() - 1; l >= 0; l--) {
            for (int i = 0; i < steps.length; i++) {
                xs[i] = plot.x() + plot.w() * steps[i] / end;
                double share = Math.max(-0.1, Math.min(1.25, curves.get(l)[i]));
                ys[i] = floor - plot.h() * 0.8 * share;
            }
            pen.polyline(xs, ys, 0, steps.length, Stroke.of(Ink.mode(l, curves.size()), Weight.NOW));
        }
        if (!small) {
            marks(pen, tile, steps, curves);
        }
    }

    private static void marks(Pen pen, Box tile, double[] steps, List<double[]> curves) {
        boolean[] placed = new boolean[curves.size()];
        double y = tile.bottom() - 6;
        for (int place = 0; place < curves.size(); place++) {
            int next = -1;
            double first = Double.POSITIVE_INFINITY;
            for (int l = 0; l < curves.size(); l++) {
                double half = LevelShares.passes(steps, curves.get(l), 0.5);
                if (!placed[l] && (next < 0 || half >= 0 && half < first)) {
                    next = l;
                    first = half < 0 ? Double.POSITIVE_INFINITY : half;
                }
            }
            placed[next] = true;
            pen.circle(tile.x() + 4 + 10 * place, y, 3.5, Paint.of(Ink.mode(next, curves.size())), Stroke.NONE);
        }
        double width = LevelShares.width(steps, curves);
        double from = tile.x() + 46;
        double room = tile.right() - 26 - from;
        if (room > 8) {
            pen.line(from, y, from + room, y, Stroke.of(Ink.LINE, Weight.FINE));
            Ink ink = width > 2 ? Ink.WARN : Ink.INK_2;
            pen.line(from, y, from + room * Math.min(1, width / 3.2), y, Stroke.of(ink, Weight.SIM));
        }
        pen.textIfFree(Numbers.fixed(width, 1), tile.right(), y + 4, TextStyle.TICK.end());
    }

    /** How many runs there are, and how many of them have learned every level by half. */
    @Override
    public String reading(Frame frame) {
        int learned = 0;
        for (Frame.Rival rival : frame.rivals()) {
            List<double[]> curves = Levels.of(rival.story());
            boolean all = !curves.isEmpty();
            for (double[] curve : curves) {
                all = all && LevelShares.passes(rival.story().steps(), curve, 0.5) >= 0;
            }
            learned += all ? 1 : 0;
        }
        String runs = Integer.toString(frame.rivals().size());
        return frame.rivals().isEmpty() ? "" : Words.say("lesson.change-wall.reading", runs, Integer.toString(learned));
    }
}
