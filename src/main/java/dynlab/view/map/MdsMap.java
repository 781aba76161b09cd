package dynlab.view.map;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.task.Tree;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Items as points whose distances are the hidden ones: a trail to now, a faint one to where each will end. */
public final class MdsMap implements View {
    private static final double HEAD = 34;
    private static final double TOGETHER = 7;

    @Override
    public String id() {
        return "map";
    }

    @Override
    public String title() {
        return Words.say("map.mds.map");
    }

    @Override
    public String hint() {
        return Words.say("map.mds.near-alike-faint");
    }

    /** Where a plane point is drawn: equal scale in both directions. */
    private record Plane(double x, double y, double scale) {
        double px(double value) {
            return x + scale * value;
        }

        double py(double value) {
            return y - scale * value;
        }
    }

    @Override
    public Needs needs() {
        return Needs.pictures(Quantity.SIMILARITY);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        if (frame.heads()) {
            Heads.draw(
                    pen,
                    Words.say("map.mds.map"),
                    Words.say("map.mds.near-alike-faint"),
                    box.x(),
                    box.y() + 17,
                    box.right());
        }
        Box space = frame.heads() ? box.inset(0, HEAD, 0, 0) : box;
        RunView story = frame.story();
        if (story.run().trail().isEmpty() || story.steps().length == 0) {
            String why = story.layers().isEmpty()
                    ? Words.say("map.mds.no-hidden-layer")
                    : Words.say("map.mds.drawn-once-run");
            pen.text(why, space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        Series trail = story.run().trail().get();
        Plane plane = plane(pen, story.world(), trail, points(story, trail).length, space);
        drawStart(pen, plane);
        int items = story.world().items().size();
        double[] nowX = new double[items];
        double[] nowY = new double[items];
        for (int item = 0; item < items; item++) {
            drawTrail(pen, frame, trail, plane, item, nowX, nowY);
        }
        for (int item = 0; item < items; item++) {
            drawEnd(pen, frame, trail, plane, space, item);
        }
        for (int item = 0; item < items; item++) {
            Stroke rim = Stroke.of(Ink.BG, Weight.FINE);
            pen.circle(nowX[item], nowY[item], 5, Paint.of(branch(story.world().tree(), item)), rim);
        }
        nameGroups(pen, story, space, nowX, nowY);
    }

    private static Plane plane(Pen pen, World world, Series trail, int records, Box space) {
        double names = Labels.column(pen, world.items(), TextStyle.NAME.strong(), 0.3 * space.w());
        double wide = 1e-12;
        double high = 1e-12;
        for (int i = 0; i < records * trail.size(); i += 2) {
            wide = Math.max(wide, Math.abs(trail.values()[i]));
            high = Math.max(high, Math.abs(trail.values()[i + 1]));
        }
        double scale = Math.min((space.w() / 2 - names - 10) / wide, (space.h() / 2 - 16) / high);
        return new Plane(space.middleX(), space.middleY(), Math.max(scale, 0));
    }

    /** The origin, where all begin. */
    private static void drawStart(Pen pen, Plane plane) {
        double x = plane.x();
        double y = plane.y();
        pen.line(x - 4, y, x + 4, y, Stroke.AXIS);
        pen.line(x, y - 4, x, y + 4, Stroke.AXIS);
    }

    private static Ink branch(Tree tree, int item) {
        int node = tree.leaf(item);
        while (tree.depth(node) > 1) {
            node = tree.parents().get(node);
        }
        return Ink.category(Math.max(0, tree.children(0).indexOf(node)));
    }

    /** The steps at which there are positions. */
    private static double[] points(RunView story, Series trail) {
        double[] steps = story.steps();
        int[] held = trail.held();
        double[] points = new double[trail.count()];
        int n = 0;
        while (n < points.length && (held.length == 0 ? n : held[n]) < steps.length) {
            points[n] = steps[held.length == 0 ? n : held[n]];
            n++;
        }
        return Arrays.copyOf(points, n);
    }

    private static void drawTrail(
            Pen pen, Frame frame, Series trail, Plane plane, int item, double[] nowX, double[] nowY) {
        RunView story = frame.story();
        double[] steps = points(story, trail);
        int n = steps.length;
        double[] xs = new double[n];
        double[] ys = new double[n];
        int cut = 0;
        for (int i = 0; i < n; i++) {
            xs[i] = plane.px(trail.values()[i * trail.size() + 2 * item]);
            ys[i] = plane.py(trail.values()[i * trail.size() + 2 * item + 1]);
            cut += steps[i] <= frame.step() ? 1 : 0;
        }
        Paint paint = Paint.of(branch(story.world().tree(), item));
        int from = Math.max(0, cut - 1);
        pen.polyline(xs, ys, from, n, Stroke.of(paint.times(Paint.FUTURE), Weight.FINE));
        pen.polyline(xs, ys, 0, cut, Stroke.of(paint, Weight.FINE));
        nowX[item] = xs[from];
        nowY[item] = ys[from];
        if (trail.held().length > 0 && cut > 0 && cut < n) {
            // positions are far apart in time: in between on the straight line
            double share = (frame.step() - steps[from]) / (steps[cut] - steps[from]);
            nowX[item] += share * (xs[cut] - xs[from]);
            nowY[item] += share * (ys[cut] - ys[from]);
            pen.line(xs[from], ys[from], nowX[item], nowY[item], Stroke.of(paint, Weight.FINE));
        }
    }

    private static void drawEnd(Pen pen, Frame frame, Series trail, Plane plane, Box space, int item) {
        World world = frame.story().world();
        int last = frame.story().steps().length - 1;
        double x = plane.px(trail.at(last, item, 0));
        double y = plane.py(trail.at(last, item, 1));
        pen.circle(x, y, 2.5, Paint.tint(branch(world.tree(), item), 0.45), Stroke.NONE);
        boolean left = x < plane.x();
        TextStyle style = TextStyle.NAME.strong(item == frame.asked().item());
        TextStyle set = left ? style.end() : style;
        double beside = left ? x - 7 : x + 7;
        double room = left ? beside - space.x() : space.right() - beside;
        String name = Labels.cut(pen, world.items().get(item), set, room);
        for (double shift : new double[] {4, -8, 16, -20, 28}) {
            if (pen.textIfFree(name, beside, y + shift, set)) {
                return;
            }
        }
    }

    /** Names a node of the tree whose items all stand in one place, apart from all others. */
    private static void nameGroups(Pen pen, RunView story, Box space, double[] nowX, double[] nowY) {
        Tree tree = story.world().tree();
        List<Integer> named = new ArrayList<>();
        for (int node = 1; node < tree.size() - tree.leaves(); node++) {
            if (named.contains(tree.parents().get(node)) || !together(tree, node, nowX, nowY)) {
                continue;
            }
            named.add(node);
            int first = tree.itemsBelow(node).get(0);
            double x = nowX[first];
            double y = nowY[first];
            boolean left = x < space.middleX();
            TextStyle style = TextStyle.NAME.strong().haloed();
            double[][] places = {{left ? -10 : 10, -4}, {left ? -10 : 10, 14}};
            for (double[] place : places) {
                TextStyle set = place[0] < 0 ? style.end() : style;
                if (pen.textIfFree(tree.names().get(node), x + place[0], y + place[1], set)) {
                    break;
                }
            }
        }
    }

    private static boolean together(Tree tree, int node, double[] xs, double[] ys) {
        List<Integer> inside = tree.itemsBelow(node);
        int first = inside.get(0);
        for (int item = 0; item < xs.length; item++) {
            double away = Math.max(Math.abs(xs[item] - xs[first]), Math.abs(ys[item] - ys[first]));
            if (inside.contains(item) ? away > TOGETHER : away < 2 * TOGETHER) {
                return false;
            }
        }
        return true;
    }

    /** Which two items are nearest and which are farthest apart, in the plane that is drawn. */
    @Override
    public String reading(Frame frame) {
        RunView story = frame.story();
        List<String> items = story.world().items();
        if (story.run().trail().isEmpty() || items.size() < 2) {
            return "";
        }
        double[] places = story.now(story.run().trail().get(), frame.step()).values();
        int[] near = {0, 1};
        int[] far = {0, 1};
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size(); j++) {
                near = apart(places, i, j) < apart(places, near[0], near[1]) ? new int[] {i, j} : near;
                far = apart(places, i, j) > apart(places, far[0], far[1]) ? new int[] {i, j} : far;
            }
        }
        return Words.say("map.mds.nearest", items.get(near[0]), items.get(near[1]))
                + Words.say("map.mds.farthest", items.get(far[0]), items.get(far[1]));
    }

    private static double apart(double[] places, int i, int j) {
        return Math.hypot(places[2 * i] - places[2 * j], places[2 * i + 1] - places[2 * j + 1]);
    }
}
