package dynlab.view.plot;

import dynlab.experiment.search.Findings;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every set of gates that was tried, the closest first: its distance from the ReLU network's loss on a logarithmic axis,
 * controls hollow, and the line below which gates are believed.
 */
public final class TrialsPlot implements View {
    /** So many trials are read aloud. */
    private static final int MOST_READ = 3;

    @Override
    public String id() {
        return "trials";
    }

    @Override
    public String title() {
        return Words.say("plot.trials.gates-tried");
    }

    @Override
    public String hint() {
        return Words.say("plot.trials.nrmse-loss-hollow");
    }

    @Override
    public double share() {
        return 0.5;
    }

    private static List<Findings.Trial> sorted(Findings findings) {
        List<Findings.Trial> trials = new ArrayList<>(findings.trials());
        trials.sort((a, b) -> Double.compare(a.nrmse(), b.nrmse()));
        return trials;
    }

    private static final String[] HEADS = {
        Words.say("plot.trials.aligned"),
        Words.say("plot.trials.shift"),
        Words.say("plot.trials.end"),
        Words.say("plot.trials.differ")
    };

    private record Rows(double top, double pitch, int count) {}

    private static Rows rows(Box box, int trials) {
        double top = box.y() + 44;
        double high = box.bottom() - 8 - top;
        int count = Math.max(1, Math.min(trials, (int) (high / 14)));
        return new Rows(top, Math.min(22, high / count), count);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Optional<Findings> found = frame.story().run().findings();
        Heads.draw(pen, title(), hint(), box.x(), box.y() + 14, box.right());
        if (found.isEmpty() || found.get().trials().isEmpty()) {
            String words = found.isPresent() && found.get().complete()
                    ? Words.say("plot.trials.no-gates-were")
                    : Words.say("plot.trials.relu-network-being");
            pen.text(words, box.x(), box.y() + 44, TextStyle.SMALL);
            return;
        }
        List<Findings.Trial> trials = sorted(found.get());
        double[] columns = columns(box);
        double right = box.right() - (columns.length == 4 ? 212 : columns.length == 2 ? 130 : 46);
        double left = box.x() + Math.min(250, (columns.length == 2 ? 0.42 : 0.46) * box.w());
        double limit = found.get().least(true) / 3;
        PlotFrame axes = PlotFrame.of(new Box(left, box.y() + 36, right - left, box.h() - 40));
        Scale x = axes.across(lowest(limit, found.get()), 0);
        for (int power = 0; power >= Math.ceil(x.from()); power--) {
            axes.upright(pen, x.at(power), Stroke.GRID);
            axes.numberOver(pen, x.at(power), tick(power), TextStyle.TICK.middle());
        }
        if (limit > 0 && limit < 10) {
            axes.upright(pen, place(x, limit), Stroke.of(Ink.OK, Weight.NOW));
            pen.textIfFree(
                    Words.say("plot.trials.line-best-control"),
                    box.right(),
                    box.y() + 14,
                    TextStyle.TICK.end().ink(Ink.OK));
        }
        for (int k = 0; k < columns.length; k++) {
            axes.numberOver(pen, columns[k], HEADS[k], TextStyle.TICK.end());
        }
        Rows rows = rows(box, trials.size());
        for (int k = 0; k < rows.count(); k++) {
            row(pen, trials.get(k), x, limit, box, rows.top() + (k + 0.5) * rows.pitch(), columns);
        }
    }

    /** Where the numbers behind the distance end: all of them, the first two, or none. */
    private static double[] columns(Box box) {
        double right = box.right();
        return box.w() > 520
                ? new double[] {right - 118, right - 80, right - 42, right}
                : box.w() > 330 ? new double[] {right - 36, right} : new double[0];
    }

    /** The decade below which a place on the axis says no more; lower where the gates or what they must beat lie there. */
    private static double lowest(double limit, Findings findings) {
        double least = Math.max(1e-6, Math.min(limit, findings.least(false)));
        return Math.min(-2.5, Math.floor(2 * Math.log10(least)) / 2);
    }

    private static String tick(int power) {
        return power < -2 ? Numbers.power(Math.pow(10, power)) : Numbers.brief(Math.pow(10, power));
    }

    private static void row(Pen pen, Findings.Trial trial, Scale x, double limit, Box box, double y, double[] columns) {
        boolean good = !trial.control() && trial.nrmse() < limit;
        TextStyle style = good ? TextStyle.NAME.strong() : trial.control() ? TextStyle.TICK : TextStyle.NAME;
        double room = x.start() - box.x() - 8;
        pen.textIfFree(Labels.cut(pen, Words.say(trial.name()), style, room), box.x(), y + 4, style);
        double at = place(x, trial.nrmse());
        Paint paint = Paint.of(good ? Ink.OK : trial.control() ? Ink.INK_3 : Ink.category(0));
        pen.line(x.start(), y, at, y, Stroke.of(paint.times(0.5), Weight.NOW));
        Paint fill = trial.control() ? Paint.of(Ink.BG) : paint;
        pen.circle(at, y, 4, fill, Stroke.of(paint, Weight.NOW));
        pen.textIfFree(number(trial.nrmse()), x.end() + 40, y + 4, style.end());
        String[] numbers = {
            number(trial.aligned()),
            Numbers.signed(trial.shift(), 0),
            times(trial.endRatio()),
            percent(trial.disagreement())
        };
        for (int k = 0; k < columns.length; k++) {
            pen.textIfFree(numbers[k], columns[k], y + 4, TextStyle.TICK.end());
        }
    }

    private static String times(double ratio) {
        return Double.isNaN(ratio) ? "—" : ratio < 99.95 ? Numbers.fixed(ratio, 1) : "> 99";
    }

    private static String percent(double share) {
        return Numbers.fixed(100 * share, 0) + " %";
    }

    /** With three decimals, or to one digit where these would all be 0; nothing where it diverged. */
    private static String number(double distance) {
        if (distance > 0 && distance < 5e-4) {
            double unit = Math.pow(10, Math.floor(Math.log10(distance)));
            return Numbers.power(Math.rint(distance / unit) * unit);
        }
        return distance < 10 ? Numbers.fixed(distance, 3) : "—";
    }

    private static double place(Scale x, double distance) {
        double power = distance > 0 ? Math.log10(distance) : x.from();
        return x.at(Math.max(x.from(), Math.min(x.to(), power)));
    }

    /** The best ones, with what they are off by. */
    @Override
    public String reading(Frame frame) {
        Optional<Findings> found = frame.story().run().findings();
        StringBuilder words = new StringBuilder();
        List<Findings.Trial> trials = found.isEmpty() ? List.of() : sorted(found.get());
        for (Findings.Trial trial : trials.subList(0, Math.min(MOST_READ, trials.size()))) {
            words.append('\n').append(Words.say(trial.name()));
            words.append(trial.control() ? Words.say("plot.trials.control") : "");
            words.append(' ').append(number(trial.nrmse()));
        }
        return words.toString();
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        Optional<Findings> found = frame.story().run().findings();
        if (found.isEmpty() || found.get().trials().isEmpty()) {
            return Optional.empty();
        }
        List<Findings.Trial> trials = sorted(found.get());
        Rows rows = rows(box, trials.size());
        int k = (int) Math.floor((py - rows.top()) / rows.pitch());
        if (k < 0 || k >= rows.count()) {
            return Optional.empty();
        }
        Findings.Trial trial = trials.get(k);
        String tip = Words.say(
                "plot.trials.nrmse-shifted-steps",
                Words.say(trial.name()),
                trial.control() ? Words.say("plot.trials.control") : "",
                number(trial.nrmse()),
                Numbers.signed(trial.shift(), 0),
                number(trial.aligned()),
                number(trial.area()),
                times(trial.endRatio()),
                percent(trial.disagreement()));
        return Optional.of(new Hit(-1, -1, -1, -1, tip));
    }
}
