package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.numeric.Numbers;
import dynlab.task.ItemGraph;
import dynlab.task.World;
import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.Optional;

/**
 * Where points of the map of a run are drawn: one plane for all its times, turned so that the last map lies as the picture of
 * the form does.
 *
 * @param x px of the middle
 * @param y px of the middle
 * @param scale px for a unit of the map
 * @param turn cosine, sine, and −1 for a mirror image
 */
public record MapPlane(double x, double y, double scale, double[] turn) {
    /**
     * The plane that holds the maps of all times.
     *
     * @param beside px kept free at the left and right
     * @param over px kept free above and below
     */
    public static MapPlane of(RunView story, Series map, Box space, double beside, double over) {
        int last = Math.min(map.count(), story.steps().length) - 1;
        MapPlane unit = new MapPlane(0, 0, 1, turn(map, story.world(), last));
        double wide = 1e-12;
        double high = 1e-12;
        for (int i = 0; i <= last; i++) {
            for (int item = 0; item < map.rows(); item++) {
                double u = map.at(i, item, 0);
                double v = map.at(i, item, 1);
                wide = Math.max(wide, Math.abs(unit.px(u, v)));
                high = Math.max(high, Math.abs(unit.py(u, v)));
            }
        }
        double scale = Math.min((space.w() / 2 - beside) / wide, (space.h() / 2 - over) / high);
        return new MapPlane(space.middleX(), space.middleY(), Math.max(0, scale), unit.turn());
    }

    /** Which items lie farthest apart in the map of now, and how far. */
    public static String reading(Frame frame) {
        RunView story = frame.story();
        Optional<Series> found = story.run().trajectory().first(Quantity.MAP);
        int record = found.isEmpty()
                ? -1
                : Math.min(story.record(frame.step()), found.get().count() - 1);
        if (record < 0) {
            return "";
        }
        Series map = found.get();
        int one = 0;
        int other = 0;
        double most = 0;
        for (int i = 0; i < map.rows(); i++) {
            for (int j = 0; j < i; j++) {
                double u = map.at(record, i, 0) - map.at(record, j, 0);
                double v = map.at(record, i, 1) - map.at(record, j, 1);
                double apart = Math.sqrt(u * u + v * v);
                if (apart > most) {
                    most = apart;
                    one = j;
                    other = i;
                }
            }
        }
        return Words.say(
                "lesson.map-plane.farthest",
                story.world().items().get(one),
                story.world().items().get(other),
                Numbers.fixed(most, 2));
    }

    /** The same with its middle elsewhere. */
    public MapPlane at(double middleX, double middleY) {
        return new MapPlane(middleX, middleY, scale, turn);
    }

    public double px(double u, double v) {
        return x + scale * (turn[0] * u - turn[1] * turn[2] * v);
    }

    public double py(double u, double v) {
        return y - scale * (turn[1] * u + turn[0] * turn[2] * v);
    }

    /** The edges of the form that nobody told the network, between items at these places. */
    public static void edges(Pen pen, World world, double[] xs, double[] ys) {
        if (world.graph().isEmpty()) {
            return;
        }
        for (ItemGraph.Link link : world.graph().get().edges()) {
            int from = link.from();
            int to = link.to();
            if (from < xs.length && to < xs.length) {
                pen.line(xs[from], ys[from], xs[to], ys[to], Stroke.of(Ink.LINE_2, Weight.HAIR));
            }
        }
    }

    /** Turns the plane so that the last map lies as the picture of the form does: [cos, sin, flip]. */
    private static double[] turn(Series map, World world, int last) {
        double[] turn = {1, 0, 1};
        Optional<ItemGraph> graph = world.graph();
        if (graph.isEmpty()) {
            return turn;
        }
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int item = 0; item < map.rows(); item++) {
            double x = map.at(last, item, 0);
            double y = map.at(last, item, 1);
            double wantedX = graph.get().xs().get(item) - 0.5;
            double wantedY = 0.5 - graph.get().ys().get(item);
            a += x * wantedX;
            b += x * wantedY;
            c += y * wantedX;
            d += y * wantedY;
        }
        double turned = Math.sqrt((a + d) * (a + d) + (b - c) * (b - c));
        double mirrored = Math.sqrt((a - d) * (a - d) + (b + c) * (b + c));
        boolean plain = turned >= mirrored;
        double norm = plain ? turned : mirrored;
        if (norm > 0) {
            turn[0] = (plain ? a + d : a - d) / norm;
            turn[1] = (plain ? b - c : b + c) / norm;
            turn[2] = plain ? 1 : -1;
        }
        return turn;
    }
}
