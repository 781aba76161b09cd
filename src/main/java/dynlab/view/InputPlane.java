package dynlab.view;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Role;
import dynlab.experiment.Quantity;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.numeric.Matrix;
import java.util.Map;
import java.util.Optional;

/**
 * Every hidden unit as an arrow in a plane of inputs: its incoming weights times the size of its outgoing ones, in the
 * colour of their sign. For networks with two inputs and one output.
 */
final class InputPlane implements View {
    @Override
    public String id() {
        return "plane";
    }

    @Override
    public String title() {
        return "Units in the input plane";
    }

    @Override
    public String hint() {
        return "blue says +1, orange −1";
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        double side = Math.min(space.w() - 40, space.h() - 8);
        Box square = new Box(space.middleX() - side / 2, space.y() + 4, side, side);
        double unit = side / 2 / 1.45;
        double x0 = square.middleX();
        double y0 = square.middleY();
        pen.line(square.x(), y0, square.right(), y0, Stroke.GRID);
        pen.line(x0, square.y(), x0, square.bottom(), Stroke.GRID);
        drawUnits(pen, frame, x0, y0, unit);
        drawExamples(pen, frame.story(), x0, y0, unit);
    }

    /** Arrows, the longest as long as the way to an example at the end of the run. */
    private static void drawUnits(Pen pen, Frame frame, double x0, double y0, double unit) {
        Story story = frame.story();
        Architecture graph = story.experiment().architecture();
        if (story.steps().length == 0) {
            return;
        }
        int now = story.record(frame.step());
        int last = story.steps().length - 1;
        double most = Math.max(longest(story, graph, now), longest(story, graph, last));
        for (int v = 0; v < graph.nodes().size(); v++) {
            Optional<Series[]> layer = layer(story, graph, v);
            if (layer.isEmpty()) {
                continue;
            }
            Series in = layer.get()[0];
            Series out = layer.get()[1];
            for (int u = 0; u < in.rows(); u++) {
                double sign = out.at(now, 0, u);
                double size = Math.abs(sign) / most * unit * Math.sqrt(2);
                double x = x0 + in.at(now, u, 0) * size;
                double y = y0 - in.at(now, u, 1) * size;
                Ink ink = sign >= 0 ? Ink.POS : Ink.NEG;
                pen.line(x0, y0, x, y, Stroke.of(Paint.tint(ink, 0.7), Weight.NOW));
                pen.circle(x, y, 2.5, Paint.of(ink), Stroke.NONE);
            }
        }
    }

    /** Incoming and outgoing weights of a hidden node between two inputs and one output, if recorded. */
    private static Optional<Series[]> layer(Story story, Architecture graph, int v) {
        if (graph.nodes().get(v).role() != Role.HIDDEN
                || graph.incoming(v).length != 1
                || graph.outgoing(v).length != 1) {
            return Optional.empty();
        }
        Map<SeriesKey, Series> all = story.run().trajectory().series();
        Series in = all.get(new SeriesKey(Quantity.WEIGHTS, graph.incoming(v)[0], 0));
        Series out = all.get(new SeriesKey(Quantity.WEIGHTS, graph.outgoing(v)[0], 0));
        boolean fits = in != null && out != null && in.columns() == 2 && out.rows() == 1;
        return fits ? Optional.of(new Series[] {in, out}) : Optional.empty();
    }

    private static double longest(Story story, Architecture graph, int record) {
        double most = 1e-300;
        for (int v = 0; v < graph.nodes().size(); v++) {
            Optional<Series[]> layer = layer(story, graph, v);
            if (layer.isPresent()) {
                Series in = layer.get()[0];
                Series out = layer.get()[1];
                for (int u = 0; u < in.rows(); u++) {
                    double long2 = Math.hypot(in.at(record, u, 0), in.at(record, u, 1));
                    most = Math.max(most, long2 * Math.abs(out.at(record, 0, u)));
                }
            }
        }
        return most;
    }

    private static void drawExamples(Pen pen, Story story, double x0, double y0, double unit) {
        Architecture graph = story.experiment().architecture();
        String input = "";
        String output = "";
        for (int v = 0; v < graph.nodes().size(); v++) {
            Role role = graph.nodes().get(v).role();
            input = role == Role.INPUT ? graph.nodes().get(v).id() : input;
            output = role == Role.OUTPUT ? graph.nodes().get(v).id() : output;
        }
        for (Context context : story.experiment().contexts()) {
            Matrix x = context.x().get(input);
            Matrix y = context.y().get(output);
            if (x == null || y == null || x.rows() != 2) {
                continue;
            }
            for (int n = 0; n < x.columns(); n++) {
                double px = x0 + unit * x.at(0, n);
                double py = y0 - unit * x.at(1, n);
                boolean plus = y.at(0, n) > 0;
                pen.circle(px, py, 9, Paint.of(plus ? Ink.POS : Ink.NEG), Stroke.of(Ink.BG, Weight.FINE));
                pen.text(
                        plus ? "+" : "−",
                        px,
                        py + 4,
                        TextStyle.NAME.strong().middle().ink(Ink.BG));
            }
        }
    }
}
