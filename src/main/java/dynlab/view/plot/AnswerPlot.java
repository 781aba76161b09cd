package dynlab.view.plot;

import dynlab.experiment.Companion.Manner;
import dynlab.experiment.Quantity;
import dynlab.measure.HalfTime;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Frame.Asked;
import dynlab.view.Needs;
import dynlab.view.RunView;
import dynlab.view.View;
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
import java.util.Optional;

/** The answer to one question over time: blue is yes, orange below zero, grey at zero; a wrong belief is tinted. */
public final class AnswerPlot implements View {
    private static final double TINT = 0.15;
    /** Signs of the two menus in the page's question, and the room around them, px. */
    private static final double MENUS = 40;

    @Override
    public String id() {
        return "answer";
    }

    @Override
    public String title() {
        return Words.say("plot.answer.answer");
    }

    @Override
    public double fixed() {
        return 78;
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.OUTPUTS, Quantity.MODE_STRENGTH).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        RunView story = frame.story();
        Asked asked = frame.asked();
        boolean signed = story.signed(asked.property());
        Scale time = Layout.time(frame, box);
        PlotFrame axes = axes(frame, box);
        Box plot = axes.plot();
        double[] answer = story.answer(asked.property(), asked.item());
        Scale y = scale(frame, plot, answer);
        TimeCurves curves = new TimeCurves(pen, frame, time);

        curves.stages(plot);
        TextStyle bold = TextStyle.NAME.strong();
        double room = plot.x() - 8 - box.x();
        String yes = Labels.cut(pen, Words.say("plot.answer.yes"), bold, room);
        String no = Labels.cut(pen, Words.say("plot.answer.no"), bold, room);
        axes.level(pen, y.at(1), yes, false, bold);
        axes.level(pen, y.at(0), signed ? "0" : no, true, signed ? TextStyle.TICK : bold);
        if (signed) {
            axes.level(pen, y.at(-1), no, false, bold);
        } else {
            axes.level(pen, y.at(0.5), "½", false);
        }

        tintErrors(pen, frame, time, y, answer);
        frame.ghost()
                .ifPresent(g -> curves.plain(
                        g,
                        g.answer(asked.property(), asked.item()),
                        y,
                        Stroke.of(Paint.tint(Ink.INK_3, Paint.FUTURE), Weight.SIM)));
        drawPieces(pen, frame, time, y, answer);
        for (int k = 0; k < frame.rivals().size(); k++) {
            Frame.Rival rival = frame.rivals().get(k);
            double[] other = rival.story().answer(asked.property(), asked.item());
            curves.plain(rival.story(), other, y, rival.stroke(k + 1));
        }
        new TheoryCurves(curves).draw(story, story.answerTheory(asked.property(), asked.item()), y);
        frame.guess().ifPresent(sign -> drawGuess(pen, plot, y.at(signed || sign > 0 ? sign : 0), sign));
        curves.cursor(plot.y() - 4, box.bottom());
        curves.hoverDot(answer, y);

        if (frame.heads()) {
            drawQuestion(pen, frame, box);
        } else {
            reserveQuestion(pen, frame, box);
        }
        if (answer.length > 0 && story.reaches(frame.step())) {
            double value = story.at(answer, frame.step());
            curves.dot(y.at(value));
            curves.readout(readout(signed, value), y.at(value), false, box, readoutSize(frame));
        }
        for (Frame.Rival rival : frame.rivals()) {
            if (rival.manner() != Manner.SEED) {
                nameRival(pen, rival, asked, time, y);
            }
        }
    }

    /** The reader's guess: the same answer all along. */
    private static void drawGuess(Pen pen, Box plot, double level, double sign) {
        Stroke dots = Stroke.of(Ink.INK_2, Weight.FINE).dashed(Stroke.Dash.GUESS);
        pen.line(plot.x(), level, plot.right(), level, dots);
        String words = (sign > 0 ? Words.say("plot.answer.your-guess-yes") : Words.say("plot.answer.your-guess-no"));
        double beside = sign > 0 ? level + 17 : level - 8;
        pen.textIfFree(words, plot.x() + 6, beside, TextStyle.SMALL.haloed());
    }

    private static Type readoutSize(Frame frame) {
        return frame.kind() == Layout.Kind.NARROW || frame.kind() == Layout.Kind.TINY ? Type.BODY : Type.TICK;
    }

    private static String readout(boolean signed, double value) {
        String number = signed ? Numbers.signed(value, 2) : Numbers.fixed(value, 2);
        return Wording.answer(signed, value) + ", " + number;
    }

    /** The space of the title belongs to the page's menus. */
    private static void reserveQuestion(Pen pen, Frame frame, Box box) {
        boolean above = frame.kind() == Layout.Kind.NARROW || frame.kind() == Layout.Kind.TINY;
        if (!above) {
            boolean embed = frame.kind() == Layout.Kind.EMBED;
            double wide = Math.max(Math.min(360, Layout.time(frame, box).end() - box.x()), MENUS + asked(pen, frame));
            pen.boxes().add("", new Box(box.x(), box.y() - 2, Math.min(wide, box.w()), embed ? 19 : 24));
        }
    }

    /** How wide the question is without its menus. */
    private static double asked(Pen pen, Frame frame) {
        String[] parts = parts(frame);
        TextStyle style = style(frame);
        double wide = 0;
        for (int i = 0; i < parts.length; i++) {
            wide += pen.width(parts[i], style.strong(i % 2 == 1));
        }
        return wide;
    }

    private static TextStyle style(Frame frame) {
        return frame.kind() == Layout.Kind.EMBED ? TextStyle.QUESTION.sized(Type.BODY) : TextStyle.QUESTION;
    }

    /** The question in parts, every second one bold; names that are too long for the room give way alike. */
    private static String[] parts(Pen pen, Frame frame, double room) {
        String[] parts = parts(frame);
        TextStyle bold = style(frame).strong();
        double item = pen.width(parts[1], bold);
        double property = pen.width(parts[3], bold);
        double names = room - asked(pen, frame) + item + property;
        parts[1] = Labels.cut(pen, parts[1], bold, Math.max(names / 2, names - property));
        parts[3] = Labels.cut(pen, parts[3], bold, Math.max(names / 2, names - item));
        return parts;
    }

    /** The question in parts, every second one bold. */
    private static String[] parts(Frame frame) {
        RunView story = frame.story();
        Wording.Predicate predicate =
                Wording.predicate(story.world(), frame.asked().property());
        String name = Wording.inside(story.world().items().get(frame.asked().item()));
        String opening = predicate.asks() + " " + Wording.article(name) + " ";
        return new String[] {opening, name, " ", predicate.base(), "?"};
    }

    static void drawQuestion(Pen pen, Frame frame, Box box) {
        double base = Math.max(13, 0.75 * pen.palette().size(style(frame).type()) - 0.5);
        pen.row(box.x(), box.y() + base, style(frame), parts(pen, frame, box.w()));
    }

    private static PlotFrame axes(Frame frame, Box box) {
        boolean small = frame.kind() == Layout.Kind.TINY || frame.kind() == Layout.Kind.NARROW;
        boolean bare = small && !frame.heads();
        double top = bare ? 10 : frame.kind() == Layout.Kind.EMBED ? 22 : 30;
        double under = frame.kind() == Layout.Kind.WIDE || frame.kind() == Layout.Kind.MEDIUM ? 38 : 14;
        return PlotFrame.overTime(frame, box, top, under);
    }

    /** The scale of answers, which the waterfall beside the plot shares. */
    static Scale scale(Frame frame, Box box) {
        Asked asked = frame.asked();
        Box plot = axes(frame, box).plot();
        return scale(frame, plot, frame.story().answer(asked.property(), asked.item()));
    }

    private static Scale scale(Frame frame, Box plot, double[] answer) {
        double least = frame.story().signed(frame.asked().property()) ? -1 : 0;
        double most = 1;
        for (double value : answer) {
            least = Math.max(-2, Math.min(least, value));
            most = Math.min(2, Math.max(most, value));
        }
        double margin = 0.06 * (most - least);
        return new Scale(least - margin, most + margin, plot.bottom(), plot.y());
    }

    /** Tints the time in which it believes what is false: between the curve and zero where the truth is no, and back. */
    private static void tintErrors(Pen pen, Frame frame, Scale time, Scale y, double[] answer) {
        RunView story = frame.story();
        double truth = story.truth(frame.asked().property(), frame.asked().item());
        double[] steps = story.steps();
        double[] xs = new double[2 * answer.length];
        double[] ys = new double[2 * answer.length];
        int i = 0;
        while (i < answer.length) {
            int from = i;
            while (i < answer.length && wrong(answer[i], truth)) {
                i++;
            }
            if (i > from + 1) {
                int n = 0;
                for (int k = from; k < i; k++) {
                    xs[n] = time.at(steps[k]);
                    ys[n++] = TimeCurves.within(y, y.at(answer[k]));
                }
                xs[n] = time.at(steps[i - 1]);
                ys[n++] = y.at(0);
                xs[n] = time.at(steps[from]);
                ys[n++] = y.at(0);
                Ink ink = answer[from] > 0 ? Ink.POS : Ink.NEG;
                pen.area(xs, ys, n, Paint.of(ink).clear(TINT));
            }
            i = Math.max(i, from) + 1;
        }
    }

    private static boolean wrong(double value, double truth) {
        return truth > 0.5 ? value < -0.02 : value > 0.02;
    }

    /** The curve in pieces by sign and by past and future. */
    private static void drawPieces(Pen pen, Frame frame, Scale time, Scale y, double[] answer) {
        RunView story = frame.story();
        double[] steps = story.steps();
        int n = answer.length;
        if (n == 0) {
            return;
        }
        // points at the records, at now, and where the curve passes from one colour to another
        double[] xs = new double[4 * n + 4];
        double[] ys = new double[4 * n + 4];
        for (int pass = 0; pass < 2; pass++) {
            boolean past = pass == 1;
            int start = 0;
            while (start < n - 1) {
                int sign = sign(answer[start], answer[start + 1]);
                int end = start + 1;
                while (end < n - 1 && sign(answer[end], answer[end + 1]) == sign) {
                    end++;
                }
                int count = 0;
                for (int i = start; i <= end; i++) {
                    boolean before = steps[i] <= frame.step();
                    if (i > start && before != steps[i - 1] <= frame.step()) {
                        xs[count] = time.at(frame.step());
                        ys[count++] = TimeCurves.within(y, y.at(story.at(answer, frame.step())));
                    }
                    if (before == past) {
                        xs[count] = time.at(steps[i]);
                        ys[count++] = TimeCurves.within(y, y.at(answer[i]));
                    }
                }
                Ink ink = sign > 0 ? Ink.POS : sign < 0 ? Ink.NEG : Ink.LINE_2;
                Paint paint = Paint.tint(ink, past ? 1 : Paint.FUTURE);
                if (count > 1) {
                    pen.polyline(xs, ys, 0, count, Stroke.of(paint, Weight.SIM));
                }
                start = end;
            }
        }
    }

    private static int sign(double from, double to) {
        double middle = (from + to) / 2;
        return middle > 0.04 ? 1 : middle < -0.04 ? -1 : 0;
    }

    private static void nameRival(Pen pen, Frame.Rival rival, Asked asked, Scale time, Scale y) {
        double[] answer = rival.story().answer(asked.property(), asked.item());
        if (answer.length == 0) {
            return;
        }
        double[] sizes = new double[answer.length];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = Math.abs(answer[k]);
        }
        int at = HalfTime.firstAbove(sizes, 0.5 * sizes[sizes.length - 1]);
        TextStyle style = TextStyle.NAME.strong().haloed();
        double x = time.at(rival.story().steps()[at]) + 10;
        double level = y.at(answer[at]);
        for (double shift : new double[] {4, -10, 18, -24, 32}) {
            if (pen.textIfFree(rival.name(), x, level + shift, style)) {
                return;
            }
        }
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        return PlotFrame.reading(this, frame, box, px);
    }

    @Override
    public String reading(Frame frame) {
        RunView story = frame.story();
        Asked asked = frame.asked();
        double[] answer = story.answer(asked.property(), asked.item());
        if (answer.length == 0) {
            return "";
        }
        double step = frame.step();
        double value = story.at(answer, step);
        String tip = "\n" + readout(story.signed(asked.property()), value);
        double[] theory = story.answerTheory(asked.property(), asked.item());
        if (theory.length > 0) {
            tip += Words.say("plot.answer.theory", Numbers.fixed(story.at(theory, step), 2));
        }
        return tip;
    }
}
