package dynlab.view.chart;

import dynlab.numeric.Numbers;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.view.plot.PlotFrame;
import java.util.ArrayList;
import java.util.List;

/** Draws a {@link LineChart}. */
public final class LineChartPlot {
    private static final double LEFT = 66;
    private static final double TOP = 34;
    private static final double FOOT = 58;
    private static final double KEY = 17;
    private static final int MOST_TICKS = 6;
    /** Half the width of the ends of a line around a point, px. */
    private static final double CAP = 3;
    /** How far from a point a hand still means it, px. */
    private static final double REACH = 9;

    private LineChartPlot() {}

    /** Where its axes are. */
    private record Place(Box plot, ChartAxis across, ChartAxis up) {
        static Place of(Pen pen, LineChart chart, Box box) {
            Box plot = box.inset(LEFT, TOP, keyWidth(pen, chart) + 24, FOOT);
            List<double[]> xs = new ArrayList<>();
            List<double[]> ys = new ArrayList<>();
            for (LineChart.Line line : chart.lines()) {
                xs.add(line.xs());
                ys.add(line.centre());
                ys.add(line.low());
                ys.add(line.high());
            }
            return new Place(
                    plot,
                    ChartAxis.of(xs, chart.logX(), false, plot.x(), plot.right()),
                    ChartAxis.of(ys, chart.logY(), true, plot.bottom(), plot.y()));
        }
    }

    /** Draws it into a box with its title above, its key on the right, and its note under it. */
    public static void draw(Pen pen, LineChart chart, Box box) {
        pen.boxes().open("chart", box);
        Place place = Place.of(pen, chart, box);
        axes(pen, chart, box, place);
        for (int k = 0; k < chart.lines().size(); k++) {
            line(pen, chart.lines().get(k), ink(k, chart), place);
        }
        key(pen, chart, place.plot());
    }

    /** Where in that box the points of its k-th line are. */
    static List<Box> points(Pen pen, LineChart chart, Box box, int k) {
        Place place = Place.of(pen, chart, box);
        double[] xs = chart.lines().get(k).xs();
        double[] ys = chart.lines().get(k).centre();
        List<Box> points = new ArrayList<>();
        for (int i = 0; i < xs.length; i++) {
            double x = place.across().at(xs[i]);
            points.add(new Box(x - REACH, place.up().at(ys[i]) - REACH, 2 * REACH, 2 * REACH));
        }
        return points;
    }

    /** Few lines are distinctions; many are steps of one thing. */
    private static Ink ink(int k, LineChart chart) {
        int count = chart.lines().size();
        return count > 3 ? Ink.mode(k, count) : Ink.category(k == 0 ? 0 : k + 1);
    }

    private static double keyWidth(Pen pen, LineChart chart) {
        double widest = 0;
        for (LineChart.Line line : chart.lines()) {
            widest = line.name().isEmpty() ? widest : Math.max(widest, PlotFrame.keyWidth(pen, line.name()) + 12);
        }
        return widest;
    }

    private static void axes(Pen pen, LineChart chart, Box box, Place place) {
        Box plot = place.plot();
        ChartAxis across = place.across();
        ChartAxis up = place.up();
        PlotFrame frame = PlotFrame.wide(plot);
        pen.text(chart.title(), box.x() + 8, box.y() + 16, TextStyle.HEAD);
        for (double tick : up.ticks(MOST_TICKS)) {
            frame.level(pen, up.at(tick), Numbers.brief(tick), up.at(tick) > plot.bottom() - 0.5);
        }
        pen.line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), Stroke.AXIS);
        for (double tick : across.ticks(MOST_TICKS)) {
            pen.line(across.at(tick), plot.bottom(), across.at(tick), plot.bottom() + 4, Stroke.AXIS);
            frame.number(pen, across.at(tick), Numbers.brief(tick));
        }
        frame.name(pen, chart.x());
        pen.text(
                chart.y(),
                box.x() + 16,
                plot.middleY(),
                TextStyle.SMALL.middle().upwards());
        if (!chart.note().isEmpty()) {
            pen.textIfFree(chart.note(), box.x() + 8, box.bottom() - 6, TextStyle.TICK);
        }
    }

    private static void line(Pen pen, LineChart.Line line, Ink ink, Place place) {
        ChartAxis across = place.across();
        ChartAxis up = place.up();
        double[] xs = line.xs();
        double[] ys = line.centre();
        double[] low = line.low();
        double[] high = line.high();
        for (int i = 0; i < xs.length; i++) {
            xs[i] = across.at(xs[i]);
            ys[i] = up.at(ys[i]);
            if (low[i] < high[i]) {
                Stroke stroke = Stroke.of(ink, Weight.AXIS);
                pen.line(xs[i], up.at(low[i]), xs[i], up.at(high[i]), stroke);
                pen.line(xs[i] - CAP, up.at(low[i]), xs[i] + CAP, up.at(low[i]), stroke);
                pen.line(xs[i] - CAP, up.at(high[i]), xs[i] + CAP, up.at(high[i]), stroke);
            }
        }
        PlotFrame.points(pen, xs, ys, xs.length, ink);
    }

    private static void key(Pen pen, LineChart chart, Box plot) {
        for (int k = 0; k < chart.lines().size(); k++) {
            String name = chart.lines().get(k).name();
            if (!name.isEmpty()) {
                PlotFrame.key(
                        pen, name, Stroke.of(ink(k, chart), Weight.SIM), plot.right() + 14, plot.y() + 10 + k * KEY);
            }
        }
    }
}
