package dynlab.view.plot;

import dynlab.experiment.Companion.Manner;
import dynlab.experiment.Quantity;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.RunView.Block;
import dynlab.view.RunView.Group;
import dynlab.view.Wording;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Type;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;

/** How much of each distinction is learned, over time: a degenerate block is one curve. */
public final class ModePlot implements SpreadCurves {
    private static final double APART = 15;

    /** So many blocks are read aloud; what is behind them is weaker. */
    private static final int MOST_READ = 6;

    /** The colour tells the mode, the dash the run. */
    private static final Stroke.Dash[] DASHES = {Stroke.Dash.RIVAL, Stroke.Dash.FIFTH, Stroke.Dash.DIVERGED};

    @Override
    public String id() {
        return "modes";
    }

    @Override
    public String title() {
        return Words.say("plot.mode.mode-strengths");
    }

    @Override
    public String hint() {
        return Words.say("plot.mode.how-much-each");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.MODE_STRENGTH).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        RunView story = frame.story();
        Scale time = Layout.time(frame, box);
        PlotFrame axes = PlotFrame.overTime(frame, box);
        Box plot = axes.plot();
        Scale y = scale(story, axes);
        TimeCurves curves = new TimeCurves(pen, frame, time);
        if (story.blocks().isEmpty()) {
            sayNone(pen, plot);
            head(pen, frame, box);
            return;
        }

        curves.stages(plot);
        if (frame.kind() == Layout.Kind.EMBED) {
            axes.levels(pen, y, 3, value -> value == 0 ? "0" : "");
        } else {
            axes.levels(pen, y, 4);
        }

        drawBlocks(frame, curves, y);
        curves.cursor(box);
        head(pen, frame, box);
        name(pen, frame, y, plot, box);
        if (!story.reaches(frame.step())) {
            return;
        }
        Block fastest = fastest(story, frame.step());
        double value = story.at(fastest.strength(), frame.step());
        curves.dot(y.at(value));
        if (frame.pointer().block() >= 0) {
            curves.hoverDot(story.blocks().get(frame.pointer().block()).strength(), y);
        }
        if (frame.kind() != Layout.Kind.EMBED) {
            curves.readout(Numbers.fixed(value, value < 10 ? 1 : 0), y.at(value), value > y.to() / 3, box, Type.TICK);
        }
    }

    private static void drawBlocks(Frame frame, TimeCurves curves, Scale y) {
        RunView story = frame.story();
        frame.ghost()
                .ifPresent(g -> g.blocks()
                        .forEach(block -> curves.plain(
                                g, block.strength(), y, Stroke.of(Paint.tint(Ink.INK_3, Paint.FUTURE), Weight.FINE))));
        for (int b = 0; b < story.blocks().size(); b++) {
            Block block = story.blocks().get(b);
            curves.line(block.strength(), y, Paint.tint(block.ink(), frame.emphasis(b)), Weight.SIM);
        }
        for (int k = 0; k < frame.rivals().size(); k++) {
            Frame.Rival rival = frame.rivals().get(k);
            if (rival.manner() == Manner.RIVAL) {
                for (Block block : rival.story().blocks()) {
                    Stroke stroke = Stroke.of(block.ink(), Weight.NOW).dashed(DASHES[Math.min(k, DASHES.length - 1)]);
                    curves.plain(rival.story(), block.strength(), y, stroke);
                }
            }
        }
        for (int b = 0; b < story.blocks().size(); b++) {
            Block block = story.blocks().get(b);
            new TheoryCurves(curves).draw(story, block.theory(), y, frame.emphasis(b));
        }
    }

    private void head(Pen pen, Frame frame, Box box) {
        String hint = frame.name().isEmpty() ? hint() : frame.name();
        Heads.draw(
                pen,
                title(),
                frame.kind() == Layout.Kind.EMBED && frame.name().isEmpty() ? "" : hint,
                box.x(),
                box.y() + 12,
                box.right());
    }

    private static void sayNone(Pen pen, Box plot) {
        pen.line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), Stroke.AXIS);
        pen.text(Words.say("plot.mode.no-single-linear"), plot.middleX(), plot.middleY(), TextStyle.SMALL.middle());
    }

    @Override
    public int count(RunView run) {
        return run.blocks().size();
    }

    @Override
    public double[] curve(RunView run, int k) {
        return run.blocks().get(k).strength();
    }

    @Override
    public Ink ink(Frame frame, int k) {
        return frame.story().blocks().get(k).ink();
    }

    @Override
    public Scale up(Frame frame, Box box) {
        return scale(frame.story(), PlotFrame.overTime(frame, box));
    }

    @Override
    public double[] standing(double[] values, Scale up) {
        return values;
    }

    @Override
    public String number(double strength) {
        return Numbers.brief(strength);
    }

    @Override
    public int read(Hit hit) {
        return hit.block();
    }

    private static Scale scale(RunView story, PlotFrame axes) {
        double most = 0;
        for (Block block : story.blocks()) {
            most = Math.max(most, block.target());
            for (double value : block.strength()) {
                most = Math.max(most, Math.min(value, 1.5 * block.target()));
            }
        }
        return axes.up(0, most * 1.07);
    }

    /** The block that moves fastest at a step, or the one whose stage is nearest where all stand still. */
    static Block fastest(RunView story, double step) {
        List<Block> blocks = story.blocks();
        Block best = blocks.get(0);
        double most = 0;
        for (Block block : blocks) {
            double moves = Math.abs(story.at(block.strength(), step + 1) - story.at(block.strength(), step - 1));
            if (moves > most) {
                most = moves;
                best = block;
            }
        }
        if (most > 0.02 * best.target()) {
            return best;
        }
        int passed = story.stagesBy(step);
        if (passed == 0) {
            return blocks.get(0);
        }
        return blocks.get(
                story.groups().get(story.stages().get(passed - 1).group()).first());
    }

    /**
     * "2 animal | plant" beside each end, or over it where there is no margin; near ones move apart, and the strongest
     * are named where there is no room for all.
     */
    private static void name(Pen pen, Frame frame, Scale y, Box plot, Box box) {
        RunView story = frame.story();
        boolean margin = Layout.hasMargin(frame.kind());
        int groups = story.groups().size();
        double[] ends = new double[groups];
        for (int g = 0; g < groups; g++) {
            Group group = story.groups().get(g);
            for (int b = group.first(); b <= group.last(); b++) {
                ends[g] += TimeCurves.within(y, y.at(last(story.blocks().get(b)))) / (group.last() - group.first() + 1);
            }
        }
        double low = plot.y() - 4;
        double high = plot.bottom() + 4;
        int named = margin ? Labels.most(groups, APART, low, high) : groups;
        double[] places = Labels.spread(ends, named, APART, low, high);
        for (int g = 0; g < named; g++) {
            Group group = story.groups().get(g);
            double emphasis = emphasis(frame, group);
            TextStyle style = TextStyle.NAME.painted(Paint.tint(Ink.INK, emphasis));
            if (!margin) {
                nameOver(pen, story, group, ends[g], plot, style.haloed());
                continue;
            }
            double x = plot.right() + 4;
            for (int b = group.first(); b <= group.last(); b++) {
                Block block = story.blocks().get(b);
                double end = TimeCurves.within(y, y.at(last(block)));
                if (Math.abs(end - places[g]) > 1) {
                    Stroke lead = Stroke.of(Paint.tint(block.ink(), emphasis), Weight.NOW);
                    pen.line(x, end, x + 3, end, lead);
                    pen.line(x + 3, end, x + 8, places[g], lead);
                }
            }
            boolean apart = Math.abs(ends[g] - places[g]) > 1 || group.last() > group.first();
            Ink ink = story.blocks().get(group.first()).ink();
            double from = apart ? x + 8 : x + 2;
            pen.line(from, places[g], x + 10, places[g], Stroke.of(Paint.tint(ink, emphasis), Weight.SIM));
            double after = x + 16 + pen.width(group.number(), style.strong());
            String words = fitting(pen, story, group, box.right() - after - 4);
            if (after <= box.right() + 1) {
                pen.row(x + 16, places[g] + 4, style, "", group.number(), words.isEmpty() ? "" : " " + words);
            }
        }
    }

    private static double last(Block block) {
        return block.strength()[block.strength().length - 1];
    }

    private static double emphasis(Frame frame, Group group) {
        int block = frame.pointer().block();
        return block < 0 || block >= group.first() && block <= group.last() ? 1 : Paint.DIMMED;
    }

    private static String fitting(Pen pen, RunView story, Group group, double room) {
        String words = Wording.label(story.world(), group.level());
        return pen.width(words, TextStyle.NAME) <= room ? words : "";
    }

    private static void nameOver(Pen pen, RunView story, Group group, double level, Box plot, TextStyle style) {
        String words = " " + fitting(pen, story, group, plot.w() / 2);
        double width = pen.width(group.number(), style.strong()) + pen.width(words, style);
        double left = plot.right() - width;
        Box box = style.box(left, level - 7, width, pen.palette().size(style.type()));
        if (pen.boxes().free(box)) {
            pen.row(left, level - 7, style, "", group.number(), words);
        }
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        RunView story = frame.story();
        Scale time = Layout.time(frame, box);
        if (story.blocks().isEmpty() || px < time.start() - 4) {
            return Optional.empty();
        }
        Scale y = scale(story, PlotFrame.overTime(frame, box));
        double step = px > time.end() + 4 ? story.horizon() : Math.rint(time.inverse(px));
        int nearest = -1;
        double distance = 14;
        for (int b = 0; b < story.blocks().size(); b++) {
            double away = Math.abs(y.at(story.at(story.blocks().get(b).strength(), step)) - py);
            if (away < distance) {
                distance = away;
                nearest = b;
            }
        }
        if (nearest < 0) {
            return px > time.end() + 4 ? Optional.empty() : Optional.of(Hit.block(-1, step, PlotFrame.when(step)));
        }
        boolean after = px > time.end() + 4;
        String tip = tip(story, story.blocks().get(nearest), after ? "" : PlotFrame.when(step) + "\n", step);
        return Optional.of(Hit.block(nearest, after ? -1 : step, tip));
    }

    @Override
    public String reading(Frame frame) {
        RunView story = frame.story();
        StringBuilder words = new StringBuilder();
        for (int b = 0; b < Math.min(MOST_READ, story.blocks().size()); b++) {
            Block block = story.blocks().get(b);
            words.append('\n').append(tip(story, block, "", frame.step()).replace('\n', ' '));
        }
        return words.toString();
    }

    private static String tip(RunView story, Block block, String when, double step) {
        String tip = Words.say(
                "plot.mode.of",
                when,
                block.first() == block.last() ? Words.say("plot.mode.mode") : Words.say("plot.mode.modes"),
                block.number(),
                Numbers.brief(story.at(block.strength(), step)),
                Numbers.brief(block.target()));
        if (block.theory().length > 0) {
            tip += Words.say("plot.mode.theory", Numbers.brief(story.at(block.theory(), step)));
        }
        return tip;
    }
}
