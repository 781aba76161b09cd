package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.measure.LearningTime;
import dynlab.numeric.Numbers;
import dynlab.theory.Prediction;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Type;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.Optional;

/**
 * The product of a chain's weights over time beside its two theories: exact descent, dashed, and the flow of infinitely
 * small steps, dotted; with the length of the plateau.
 */
public final class ProductPlot implements View {
    /** The plateau ends when this share of the first loss is left. */
    private static final double PLATEAU = 0.9;

    @Override
    public String id() {
        return "product";
    }

    @Override
    public String title() {
        return Words.say("plot.product.product-weights");
    }

    @Override
    public String hint() {
        return Words.say("plot.product.dashes-exact-descent");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.MODE_STRENGTH);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        RunView story = frame.story();
        Scale time = Layout.time(frame, box);
        PlotFrame axes = PlotFrame.overTime(frame, box);
        Box plot = axes.plot();
        TimeCurves curves = new TimeCurves(pen, frame, time);
        if (story.blocks().isEmpty() || story.steps().length == 0) {
            Heads.draw(pen, title(), "", box.x(), box.y() + 12, box.right());
            return;
        }
        RunView.Block block = story.blocks().get(0);
        Scale y = axes.up(0, 1.3 * highest(block));
        double[] flow = flow(story);

        curves.stages(plot);
        axes.levels(pen, y, frame.kind() == Layout.Kind.EMBED ? 3 : 5);
        frame.ghost()
                .ifPresent(old -> old.blocks()
                        .forEach(b -> curves.plain(
                                old, b.strength(), y, Stroke.of(Paint.tint(Ink.INK_3, Paint.FUTURE), Weight.FINE))));
        curves.line(block.strength(), y, Paint.of(block.ink()), Weight.SIM);
        Stroke dots = Stroke.of(Ink.INK, Weight.FINE).dashed(Stroke.Dash.GUESS);
        curves.plain(story, flow, y, dots);
        new TheoryCurves(curves).draw(story, block.theory(), y);
        boolean small = frame.kind() == Layout.Kind.EMBED || frame.kind() == Layout.Kind.TINY;
        curves.cursor(box);
        Heads.draw(pen, title(), small ? "" : hint(), box.x(), box.y() + 12, box.right());
        if (story.reaches(frame.step())) {
            double value = story.at(block.strength(), frame.step());
            double level = TimeCurves.within(y, y.at(value));
            curves.dot(level);
            curves.readout(Numbers.brief(value), level, value > y.to() / 2, plot, Type.TICK);
        }
        curves.hoverDot(block.strength(), y);
        if (!small) {
            // the pull of a single weight is the error alone: it never waits
            if (story.experiment().architecture().edges().size() > 1) {
                plateau(pen, story, time, plot);
            }
            parting(pen, block, flow, plot);
        }
        if (Layout.hasMargin(frame.kind()) && !small) {
            double level = y.at(block.target());
            pen.line(plot.right(), level, plot.right() + 10, level, Stroke.of(Ink.INK_2, Weight.NOW));
            pen.textIfFree(
                    Words.say("plot.product.slope", Numbers.brief(block.target())),
                    plot.right() + 16,
                    level + 4,
                    TextStyle.NAME);
        }
    }

    /** The span until a tenth of the error is gone. */
    private static void plateau(Pen pen, RunView story, Scale time, Box plot) {
        int end = LearningTime.leaves(story.loss(), PLATEAU);
        double last = end < 0 ? story.steps()[story.steps().length - 1] : story.steps()[end];
        if (last < 2 || story.steps().length < 2) {
            return;
        }
        double x = time.at(last);
        double y = plot.y() + 22;
        Stroke stroke = Stroke.of(Ink.INK_2, Weight.NOW);
        String words = (end < 0
                ? Words.say("plot.product.no-tenth-error", Numbers.fixed(last, 0))
                : Words.say("plot.product.plateau-epochs", Numbers.fixed(last, 0)));
        TextStyle style = TextStyle.SMALL.haloed();
        boolean fits = pen.width(words, style) < x - time.start() - 8;
        boolean beside = x + 8 + pen.width(words, style) < plot.right();
        if (fits && pen.textIfFree(words, (time.start() + x) / 2, y - 6, style.middle())
                || beside && pen.textIfFree(words, x + 8, y + 4, style)) {
            pen.line(time.start(), y, x, y, stroke);
            pen.line(x, y - 4, x, y + 4, stroke);
            pen.line(time.start(), y - 4, time.start(), y + 4, stroke);
        }
    }

    /** How far the flow departs from the run, which is what finite steps do. */
    private static void parting(Pen pen, RunView.Block block, double[] flow, Box plot) {
        double most = 0;
        for (int i = 0; i < Math.min(flow.length, block.strength().length); i++) {
            most = Math.max(most, Math.abs(flow[i] - block.strength()[i]));
        }
        if (flow.length > 0) {
            String words = Words.say("plot.product.finite-steps-flow", Numbers.brief(most));
            for (double up : new double[] {8, 26, 44}) {
                if (pen.textIfFree(
                        words,
                        plot.right() - 4,
                        plot.bottom() - up,
                        TextStyle.SMALL.haloed().end())) {
                    return;
                }
            }
        }
    }

    /** The flow's product at each record; empty where it does not apply. */
    static double[] flow(RunView story) {
        if (story.theory().isEmpty()) {
            return new double[0];
        }
        int count = story.steps().length;
        for (Prediction also : story.theory().get().also()) {
            if (also.modeStrength().isPresent() && also.modeStrength().get().rows() >= count) {
                double[] product = new double[count];
                for (int i = 0; i < count; i++) {
                    product[i] = also.modeStrength().get().at(i, 0);
                }
                return product;
            }
        }
        return new double[0];
    }

    private static double highest(RunView.Block block) {
        double most = block.target();
        for (double value : block.strength()) {
            most = Math.max(most, Math.min(value, 2 * block.target()));
        }
        return most;
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        return PlotFrame.reading(this, frame, box, px);
    }

    @Override
    public String reading(Frame frame) {
        RunView story = frame.story();
        if (story.blocks().isEmpty()) {
            return "";
        }
        double step = frame.step();
        RunView.Block block = story.blocks().get(0);
        String tip = Words.say("plot.product.network", "", Numbers.brief(story.at(block.strength(), step)));
        if (block.theory().length > 0) {
            tip += Words.say("plot.product.exact-descent", Numbers.brief(story.at(block.theory(), step)));
        }
        double[] flow = flow(story);
        if (flow.length > 0) {
            tip += Words.say("plot.product.flow", Numbers.brief(story.at(flow, step)));
        }
        return tip;
    }
}
