package dynlab.view.plot;

import dynlab.view.Around;
import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A plot over time, with mean and band of further seeds on its curves where a frame has them. */
public final class SpreadPlot extends Around {
    /** Between two curves a line of words needs so much. */
    private static final double ROOM = 44;

    private final SpreadCurves plot;

    private SpreadPlot(SpreadCurves plot) {
        super(plot);
        this.plot = plot;
    }

    /** All views, those that can with what further seeds add. */
    public static List<View> over(List<View> views) {
        List<View> all = new ArrayList<>();
        for (View view : views) {
            all.add(view instanceof SpreadCurves curves ? new SpreadPlot(curves) : view);
        }
        return all;
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        plot.draw(pen, frame, box);
        frame.spread().ifPresent(further -> {
            Scale up = plot.up(frame, box);
            for (int k = 0; k < plot.count(frame.story()); k++) {
                further.draw(
                        pen,
                        Layout.time(frame, box),
                        curve(frame.story(), k),
                        values -> TimeCurves.levels(plot.standing(values, up), up),
                        plot.ink(frame, k));
            }
            double between = emptiest(frame.story(), up);
            if (!Double.isNaN(between)) {
                TextStyle style = TextStyle.SMALL.haloed().end();
                pen.textIfFree(further.hint(), Layout.time(frame, box).end() - 6, between + 4, style);
            }
        });
    }

    /** The middle of the widest gap between the curves of a run over the far half of its time; NaN where all are narrow. */
    private double emptiest(RunView story, Scale up) {
        double[] steps = story.steps();
        int from = 0;
        while (from + 1 < steps.length && steps[from] < story.horizon() / 2) {
            from++;
        }
        int curves = plot.count(story);
        double[] heights = new double[2 * curves + 2];
        heights[0] = up.start();
        heights[1] = up.end();
        for (int k = 0; k < curves; k++) {
            double[] standing = plot.standing(plot.curve(story, k), up);
            heights[2 * k + 2] = up.at(standing[from]);
            heights[2 * k + 3] = up.at(standing[standing.length - 1]);
        }
        Arrays.sort(heights);
        int widest = 0;
        for (int i = 0; i + 1 < heights.length; i++) {
            boolean wider = heights[i + 1] - heights[i] > heights[widest + 1] - heights[widest];
            widest = wider ? i : widest;
        }
        boolean room = heights[widest + 1] - heights[widest] >= ROOM;
        return room ? (heights[widest] + heights[widest + 1]) / 2 : Double.NaN;
    }

    /** A curve of any run, as far as that has the same ones. */
    private Function<RunView, double[]> curve(RunView story, int k) {
        return run -> plot.count(run) == plot.count(story) ? plot.curve(run, k) : new double[0];
    }

    private String said(Frame frame, int k, double step) {
        return frame.spread()
                .map(further -> further.reading(curve(frame.story(), k), step, plot::number))
                .orElse("");
    }

    @Override
    public String reading(Frame frame) {
        String all = plot.reading(frame);
        return plot.count(frame.story()) == 1 ? all + said(frame, 0, frame.step()) : all;
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        return plot.at(pen, frame, box, px, py).map(hit -> {
            int k = plot.read(hit);
            double step = hit.step() < 0 ? frame.story().horizon() : hit.step();
            String tip = k < 0 ? hit.tip() : hit.tip() + said(frame, k, step);
            return new Hit(hit.block(), hit.step(), hit.property(), hit.item(), tip);
        });
    }
}
