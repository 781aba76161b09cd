package dynlab.view.plot;

import dynlab.experiment.Companion.Manner;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Frame.Rival;
import dynlab.view.Heads;
import dynlab.view.RunView;
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
import java.util.List;
import java.util.Optional;

/** The error that is left, as a share of the first, over time; beside its theory and other runs. */
public final class LossPlot implements SpreadCurves {
    /** What is less is drawn on the axis, which is that many decades below the start. */
    private static final int MOST_DECADES = 16;

    private final boolean log;

    /**
     * @param log whether the axis is logarithmic
     */
    public LossPlot(boolean log) {
        this.log = log;
    }

    @Override
    public String id() {
        return log ? "logloss" : "loss";
    }

    @Override
    public String title() {
        return Words.say("plot.loss-curve.title");
    }

    @Override
    public String hint() {
        return Words.say("plot.loss-curve.term");
    }

    @Override
    public double share() {
        return log ? 0.4 : 0.2;
    }

    @Override
    public double fixed() {
        return 50;
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        RunView story = frame.story();
        int seeds = SeedMean.count(frame);
        double[] loss = seeds > 1 ? SeedMean.loss(frame) : story.loss();
        Scale time = Layout.time(frame, box);
        PlotFrame axes = axes(frame, box);
        Box plot = axes.plot();
        Scale y = scale(frame, plot);
        TimeCurves curves = new TimeCurves(pen, frame, time);

        curves.stages(plot);
        if (log) {
            decades(pen, axes, y);
        } else {
            axes.shares(pen, y);
        }

        frame.ghost().ifPresent(g -> curves.plain(g, shown(g.loss(), y), y, ghost()));
        List<Rival> rivals = frame.rivals();
        for (int k = rivals.size() - 1; k >= 0; k--) {
            Rival rival = rivals.get(k);
            if (rival.manner() == Manner.SEED) {
                curves.plain(rival.story(), shown(rival.story().loss(), y), y, rival.stroke(k + 1));
            }
        }
        Ink ink = ink(frame, 0);
        int[] leaders = log || !frame.hasPeers() ? new int[0] : Together.leaders(frame, y);
        if (seeds > 1) {
            curves.plain(story, shown(story.loss(), y), y, Stroke.of(Paint.tint(Ink.INK_3, 0.6), Weight.SEED));
        }
        // broad curves lie below all others
        for (int k = 0; k < rivals.size(); k++) {
            if (Together.leads(leaders, k + 1)) {
                rival(curves, rivals.get(k), leaders, k + 1, y);
            }
        }
        boolean under = frame.hasPeers() && Together.leads(leaders, 0);
        curves.line(shown(loss, y), y, under ? Together.under(ink) : Stroke.of(ink, Weight.SIM));
        for (int k = 0; k < rivals.size(); k++) {
            Rival rival = rivals.get(k);
            if (rival.manner() != Manner.SEED) {
                if (!Together.leads(leaders, k + 1)) {
                    rival(curves, rival, leaders, k + 1, y);
                }
                new TheoryCurves(curves).draw(rival.story(), shown(rival.story().lossTheory(), y), y);
            }
        }
        new TheoryCurves(curves).draw(story, shown(story.lossTheory(), y), y);
        if (story.divergedAt() >= 0 && story.steps().length > 0) {
            drawDivergence(pen, story, time, y, plot);
        }
        curves.cursor(box);
        curves.hoverDot(shown(loss, y), y);

        double legend = legend(pen, frame, box, plot);
        Heads.draw(pen, title(), hint(), box.x(), box.y() + 12, legend - 16);
        // the reading finds a place beside the names; a list of names has none to give up
        if (frame.hasPeers()) {
            namePeers(pen, frame, leaders, axes, y, box);
        }
        if (story.reaches(frame.step())) {
            double value = story.at(loss, frame.step());
            double level = TimeCurves.within(y, y.at(shown(new double[] {value}, y)[0]));
            curves.dot(level);
            curves.readout(log ? Numbers.brief(value) : Numbers.fixed(value, 2), level, false, box, Type.TICK);
        }
        if (!frame.hasPeers()) {
            for (Rival rival : rivals) {
                if (rival.manner() != Manner.SEED) {
                    name(pen, frame, rival.story(), rival.name(), time, y);
                }
            }
            if (!frame.name().isEmpty() && !rivals.isEmpty()) {
                String mean = Words.say("plot.loss.mean-starts", Integer.toString(seeds));
                name(pen, frame, story, seeds > 1 ? mean : frame.name(), time, y);
            }
        }
    }

    private static void decades(Pen pen, PlotFrame axes, Scale y) {
        int lowest = (int) y.from();
        int most = Math.max(2, (int) (axes.plot().h() / 28));
        int stride = Math.max(1, (-lowest + most - 1) / most);
        for (int exponent = 0; exponent >= lowest; exponent -= stride) {
            boolean last = exponent - stride < lowest;
            axes.level(pen, y.at(exponent), exponent == 0 ? "1" : Numbers.power(Math.pow(10, exponent)), last);
        }
    }

    /** The values as they stand on the axis. */
    private double[] shown(double[] shares, Scale y) {
        if (!log) {
            return shares;
        }
        double least = Math.pow(10, y.from());
        double[] exponents = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            exponents[i] = Math.log10(Math.max(least, shares[i]));
        }
        return exponents;
    }

    private static Stroke ghost() {
        return Stroke.of(Paint.tint(Ink.INK_3, Paint.FUTURE), Weight.SIM);
    }

    private static PlotFrame axes(Frame frame, Box box) {
        boolean small = frame.kind() == Layout.Kind.NARROW || frame.kind() == Layout.Kind.TINY;
        return PlotFrame.overTime(frame, box, 26, small ? 8 : 24);
    }

    private Scale scale(Frame frame, Box plot) {
        double most = 1;
        double least = 1;
        for (RunView run : frame.runs()) {
            for (double share : run.loss()) {
                most = Math.max(most, share);
                least = share > 0 ? Math.min(least, share) : least;
            }
        }
        if (log) {
            double lowest = Math.max(-MOST_DECADES, Math.min(-1, Math.floor(Math.log10(least))));
            return new Scale(lowest, 0.1, plot.bottom(), plot.y() + 7);
        }
        double top = Math.min(3, Math.max(1, most));
        return new Scale(0, top, plot.bottom(), plot.y() + 7);
    }

    /** Samples of the two kinds of line, said once for all plots; returns where it begins. */
    private static double legend(Pen pen, Frame frame, Box box, Box plot) {
        TextStyle style = TextStyle.SMALL.haloed();
        double y = box.y() + 8;
        double network = pen.width(Words.say("plot.loss.network"), style);
        boolean foretold = false;
        for (RunView run : frame.runs()) {
            foretold |= run.lossTheory().length > 0;
        }
        double theory = !foretold ? 0 : pen.width(Words.say("plot.loss.theory"), style) + 48;
        double x = Math.max(plot.right(), box.right()) - theory - network - 32;
        pen.line(x, y, x + 26, y, Stroke.of(Ink.INK_2, Weight.SIM));
        pen.text(Words.say("plot.loss.network"), x + 32, y + 4, style);
        if (theory > 0) {
            double from = x + 32 + network + 16;
            pen.line(from, y, from + 26, y, Stroke.THEORY);
            pen.text(Words.say("plot.loss.theory"), from + 32, y + 4, style);
        }
        return x;
    }

    private void drawDivergence(Pen pen, RunView story, Scale time, Scale y, Box plot) {
        int step = story.divergedAt();
        double x = time.at(step);
        int last = story.steps().length - 1;
        double from = TimeCurves.within(y, y.at(shown(story.loss(), y)[last]));
        pen.line(time.at(story.steps()[last]), from, x, plot.y() + 5, Stroke.of(Ink.BAD, Weight.SIM));
        Stroke stroke = Stroke.of(Ink.BAD, Weight.NOW).dashed(Stroke.Dash.DIVERGED);
        pen.line(x, plot.y() + 6, x, plot.bottom(), stroke);
        double top = plot.y() - 2;
        pen.area(new double[] {x, x - 6, x + 6}, new double[] {top, top + 9, top + 9}, 3, Paint.of(Ink.BAD));
        boolean left = x > plot.middleX();
        TextStyle bold = TextStyle.NAME.strong().haloed();
        TextStyle plain = TextStyle.SMALL.haloed();
        double at = left ? x - 10 : x + 10;
        pen.text(Words.say("plot.loss.step", Integer.toString(step)), at, plot.middleY(), left ? bold.end() : bold);
        pen.text(Words.say("plot.loss.steps-too-large"), at, plot.middleY() + 16, left ? plain.end() : plain);
    }

    private void rival(TimeCurves curves, Rival rival, int[] leaders, int k, Scale y) {
        curves.line(rival.story(), shown(rival.story().loss(), y), y, stroke(rival, leaders, k));
    }

    /** A peer that others lie together with is broad, and one that lies on another fine. */
    private static Stroke stroke(Rival rival, int[] leaders, int k) {
        if (rival.manner() != Manner.PEER || k >= leaders.length) {
            return rival.stroke(k);
        }
        Ink ink = Ink.category(k);
        return leaders[k] < k ? Together.over(ink) : Together.leads(leaders, k) ? Together.under(ink) : rival.stroke(k);
    }

    /** Equals are named in a list, in their colours, where their curves have gone by; those that lie together as one. */
    private void namePeers(Pen pen, Frame frame, int[] leaders, PlotFrame axes, Scale levels, Box box) {
        Box plot = axes.plot();
        boolean margin = Layout.hasMargin(frame.kind()) && box.right() - plot.right() > 90;
        double right = margin ? box.right() : plot.right();
        double widest = 0;
        for (int k = 0; k <= frame.rivals().size(); k++) {
            widest = Math.max(widest, pen.width(frame.nameOf(k), TextStyle.NAME));
        }
        int rows = frame.rivals().size() + 1 + pairs(leaders);
        double pitch = Math.min(16, (box.bottom() - plot.y() - 8) / rows);
        Box list = new Box(right - widest - 16, plot.y() + 6, widest + 16, rows * pitch);
        double x = plot.right() + 8;
        double y = list.y();
        if (!margin) {
            list = clearest(frame, axes, levels, list);
            x = list.x();
            y = list.y();
        }
        for (int first = 0; first <= frame.rivals().size(); first++) {
            for (int k = first; k <= frame.rivals().size(); k++) {
                boolean own = leaders.length == 0 ? k == first : leaders[k] == first;
                boolean named = !own || k > 0 && frame.rivals().get(k - 1).manner() == Manner.SEED;
                Stroke stroke = k == 0
                        ? Stroke.category(0, Weight.SIM)
                        : stroke(frame.rivals().get(k - 1), leaders, k);
                // what stands in the way, such as the reading at the cursor, is stepped over
                while (!named && y < box.bottom()) {
                    named = PlotFrame.key(pen, frame.nameOf(k), stroke, x, y);
                    y += pitch;
                }
            }
            if (first < leaders.length && leaders[first] == first && Together.leads(leaders, first)) {
                pen.textIfFree(Words.say("plot.together"), x + 14, y, TextStyle.SMALL.haloed());
                y += pitch;
            }
        }
    }

    /** The place of a list, at the right or the left end of the plot, where curves run through it least. */
    private Box clearest(Frame frame, PlotFrame axes, Scale levels, Box list) {
        Box plot = axes.plot();
        Scale time = axes.across(0, frame.story().horizon());
        Box best = list;
        int fewest = Integer.MAX_VALUE;
        for (double x : new double[] {list.x(), plot.x() + 8}) {
            for (double y = list.y(); y <= Math.max(list.y(), plot.bottom() - list.h() + 8); y += 4) {
                Box place = new Box(x, y, list.w(), list.h());
                // letters reach up from the base line of the first row
                int through = through(frame, time, levels, place.inset(0, -14, 0, 12));
                if (through < fewest) {
                    fewest = through;
                    best = place;
                }
            }
        }
        return best;
    }

    /** How often curves are seen in a box, looked at every few px of time. */
    private int through(Frame frame, Scale time, Scale levels, Box box) {
        int seen = 0;
        for (RunView run : frame.runs()) {
            for (double x = box.x(); x <= box.right(); x += 4) {
                if (run.reaches(time.inverse(x))) {
                    double value = run.at(run.loss(), time.inverse(x));
                    seen += box.contains(x, levels.at(shown(new double[] {value}, levels)[0])) ? 1 : 0;
                }
            }
        }
        return seen;
    }

    /** How many times runs lie together. */
    private static int pairs(int[] leaders) {
        int pairs = 0;
        for (int k = 0; k < leaders.length; k++) {
            pairs += leaders[k] == k && Together.leads(leaders, k) ? 1 : 0;
        }
        return pairs;
    }

    /** A run's name beside its fall, where curves run through it least. */
    private void name(Pen pen, Frame frame, RunView run, String name, Scale time, Scale y) {
        double[] loss = run.loss();
        int half = 0;
        while (half < loss.length - 1 && loss[half] > 0.4) {
            half++;
        }
        if (loss.length == 0) {
            return;
        }
        double x = time.at(Math.min(time.to(), run.steps()[half]));
        TextStyle style = TextStyle.NAME.strong().haloed();
        double[] heights = log ? new double[] {0.75, 0.5, 0.9, 0.3} : new double[] {0.5, 0.3, 0.75, 0.12, 0.9};
        boolean leftToo = x - 10 - pen.width(name, style) > time.start() + 4;
        Optional<Box> best = Optional.empty();
        int fewest = Integer.MAX_VALUE;
        for (double height : heights) {
            double level = y.start() + height * (y.end() - y.start()) + 4;
            for (int side = 0; side < (leftToo ? 2 : 1); side++) {
                double left = side == 0 ? x + 10 : x - 10 - pen.width(name, style);
                Box place = pen.box(name, left, level, style);
                int through = pen.boxes().free(place) ? through(frame, time, y, place) : Integer.MAX_VALUE;
                if (through < fewest) {
                    fewest = through;
                    best = Optional.of(new Box(left, level, 0, 0));
                }
            }
        }
        best.ifPresent(place -> pen.textIfFree(name, place.x(), place.y(), style));
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        return PlotFrame.reading(this, frame, box, px);
    }

    @Override
    public String reading(Frame frame) {
        double step = frame.step();
        RunView story = frame.story();
        StringBuilder tip = new StringBuilder(Words.say("plot.loss.network-2"));
        tip.append(number(story.at(story.loss(), step)));
        int seeds = SeedMean.count(frame);
        if (seeds > 1) {
            tip.append(Words.say("plot.loss.mean")).append(seeds).append(Words.say("plot.loss.starts"));
            tip.append(number(story.at(SeedMean.loss(frame), step)));
        }
        if (story.lossTheory().length > 0) {
            tip.append(Words.say("plot.loss.theory-2")).append(number(story.at(story.lossTheory(), step)));
        }
        for (Rival rival : frame.rivals()) {
            if (rival.manner() != Manner.SEED) {
                double value = rival.story().at(rival.story().loss(), step);
                tip.append('\n').append(rival.name()).append(' ').append(number(value));
            }
        }
        return tip.toString();
    }

    @Override
    public int count(RunView run) {
        return 1;
    }

    @Override
    public double[] curve(RunView run, int k) {
        return run.loss();
    }

    @Override
    public Ink ink(Frame frame, int k) {
        return frame.hasPeers() ? Ink.category(0) : Ink.INK_2;
    }

    @Override
    public Scale up(Frame frame, Box box) {
        return scale(frame, axes(frame, box).plot());
    }

    @Override
    public double[] standing(double[] values, Scale up) {
        return shown(values, up);
    }

    @Override
    public int read(Hit hit) {
        return 0;
    }

    @Override
    public String number(double share) {
        return log ? Numbers.brief(share) : Numbers.fixed(share, 3);
    }
}
