package dynlab.view.plot;

import dynlab.measure.LearningTime;
import dynlab.theory.modes.DeepChain;
import dynlab.view.Frame;
import dynlab.view.Heads;
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

/** How long chains of every depth take at this rate and start: exact descent, and the flow's closed form, dashed. */
public final class DepthPlot implements View {
    private static final int DEEPEST = 60;
    private static final double LEARNED = 0.01;

    private ChainNumbers known = new ChainNumbers(0, 0, 0, 0, 0);
    private int horizon;
    private int[] descent = new int[0];
    private double[] flow = new double[0];

    @Override
    public String id() {
        return "depths";
    }

    @Override
    public String title() {
        return Words.say("plot.depth.epochs-learn");
    }

    @Override
    public String hint() {
        return Words.say("plot.depth.number-weights");
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        boolean embed = frame.kind() == Layout.Kind.EMBED;
        if (frame.heads()) {
            Heads.draw(pen, title(), embed ? "" : hint(), box.x(), box.y() + 17, box.right());
        }
        Box space = frame.heads() ? box.inset(0, 34, 0, 0) : box;
        ChainNumbers chain = ChainNumbers.of(frame.story().experiment());
        recall(chain, (int) frame.story().horizon());
        PlotFrame axes = PlotFrame.wide(
                new Box(space.x() + 44, space.y() + 10, space.w() - 62, Math.min(space.h() - (embed ? 30 : 54), 220)));
        Box plot = axes.plot();
        Scale x = axes.across(1, DEEPEST);
        Scale y = axes.up(0, horizon);
        axes.levels(pen, y, 3);
        for (int depth : new int[] {1, 20, 40, 60}) {
            axes.number(pen, x.at(depth), Integer.toString(depth));
        }
        flow(pen, x, y);
        for (int depth = 1; depth <= DEEPEST; depth++) {
            if (descent[depth - 1] >= 0) {
                pen.circle(x.at(depth), y.at(descent[depth - 1]), 2, Paint.of(Ink.MODE_2), Stroke.NONE);
            }
        }
        here(pen, chain, x, y, plot);
        if (!embed) {
            double base = plot.bottom() + 36;
            pen.circle(space.x() + 4, base - 4, 2.5, Paint.of(Ink.MODE_2), Stroke.NONE);
            pen.textIfFree(Words.say("plot.depth.descent"), space.x() + 12, base, TextStyle.SMALL);
            double next = space.x() + 28 + pen.width(Words.say("plot.depth.descent"), TextStyle.SMALL);
            pen.line(next, base - 4, next + 26, base - 4, Stroke.THEORY);
            pen.textIfFree(Words.say("plot.depth.flow-no-dot"), next + 32, base, TextStyle.SMALL);
        }
    }

    private void flow(Pen pen, Scale x, Scale y) {
        double[] xs = new double[DEEPEST];
        double[] ys = new double[DEEPEST];
        int n = 0;
        for (int depth = 1; depth <= DEEPEST; depth++) {
            boolean in = flow[depth - 1] >= 0 && flow[depth - 1] <= horizon;
            if (in) {
                xs[n] = x.at(depth);
                ys[n] = y.at(flow[depth - 1]);
                n++;
            }
            if ((!in || depth == DEEPEST) && n > 1) {
                pen.polyline(xs, ys, 0, n, Stroke.THEORY);
            }
            n = in ? n : 0;
        }
    }

    private void here(Pen pen, ChainNumbers chain, Scale x, Scale y, Box plot) {
        int epochs = descent[Math.min(DEEPEST, chain.depth()) - 1];
        double at = x.at(chain.depth());
        double level = epochs < 0 ? plot.y() : y.at(epochs);
        if (epochs >= 0) {
            pen.circle(at, level, 4.5, Paint.of(Ink.INK), Stroke.of(Ink.BG, Weight.FINE));
        }
        String words = epochs < 0 ? Words.say("plot.depth.not-time") : Integer.toString(epochs);
        double half = pen.width(words, TextStyle.NAME.strong()) / 2;
        double middle = Math.max(plot.x() + half, Math.min(plot.right() - half, at));
        pen.textIfFree(
                words,
                middle,
                Math.max(plot.y() + 4, level - 10),
                TextStyle.NAME.strong().haloed().middle());
    }

    /** TimeCurves are worked out once for their settings: a picture asks for them many times. */
    private void recall(ChainNumbers chain, int epochs) {
        ChainNumbers any = new ChainNumbers(0, chain.variance(), chain.slope(), chain.start(), chain.rate());
        if (any.equals(known) && epochs == horizon) {
            return;
        }
        known = any;
        horizon = epochs;
        descent = new int[DEEPEST];
        flow = new double[DEEPEST];
        int[] steps = new int[epochs + 1];
        for (int i = 0; i <= epochs; i++) {
            steps[i] = i;
        }
        double near = chain.slope() - Math.sqrt(2 * LEARNED / chain.variance());
        for (int depth = 1; depth <= DEEPEST; depth++) {
            double u0 = Math.pow(chain.start(), depth);
            double[] products =
                    DeepChain.balancedDescent(depth, chain.slope(), chain.variance(), u0, chain.rate(), steps);
            double[] losses = new double[products.length];
            for (int i = 0; i < losses.length; i++) {
                losses[i] = chain.loss(products[i]);
            }
            descent[depth - 1] = LearningTime.stays(losses, LEARNED);
            double tau = 1 / (chain.rate() * chain.variance());
            double far = 2 * chain.slope() - near;
            flow[depth - 1] = u0 < near
                    ? DeepChain.timeToReach(depth, chain.slope(), u0, near, tau)
                    : u0 > far ? DeepChain.timeToReach(depth, chain.slope(), u0, far, tau) : 0;
        }
    }

    @Override
    public String reading(Frame frame) {
        ChainNumbers chain = ChainNumbers.of(frame.story().experiment());
        recall(chain, (int) frame.story().horizon());
        int epochs = descent[Math.min(DEEPEST, chain.depth()) - 1];
        int deepest = 0;
        for (int depth = 1; depth <= DEEPEST; depth++) {
            deepest = descent[depth - 1] >= 0 ? depth : deepest;
        }
        String depth = Integer.toString(chain.depth());
        return (epochs < 0
                        ? Words.say("plot.depth.weights-not-in-time", depth)
                        : Words.say("plot.depth.weights-in-epochs", depth, Integer.toString(epochs)))
                + (deepest == 0
                        ? ""
                        : Words.say(
                                "plot.depth.deepest",
                                Integer.toString(deepest),
                                Integer.toString(descent[deepest - 1])));
    }
}
