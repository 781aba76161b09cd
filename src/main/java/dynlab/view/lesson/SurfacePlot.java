package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Grip;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.View;
import dynlab.view.lesson.TwoWeights.Ball;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * The loss of two weights in a row, for every pair of weights, and the balls that roll down on it: lines of equal error are
 * hyperbolas, the heavy one is the valley floor w₁w₂ = s, the dashed line w₁ = −w₂ leads into the saddle. From above, or tilted.
 */
public final class SurfacePlot implements View {
    private static final double REACH = 2.2;
    private static final double[] LEVELS = {0.125, 0.5, 1, 2, 4, 7, 11, 16};
    private static final int POINTS = 60;

    private final boolean tilted;

    /**
     * @param tilted whether it is seen from the side
     */
    public SurfacePlot(boolean tilted) {
        this.tilted = tilted;
    }

    @Override
    public String id() {
        return tilted ? "hill" : "surface";
    }

    @Override
    public String title() {
        return Words.say("lesson.surface-plot.loss-surface");
    }

    @Override
    public String hint() {
        return Words.say("lesson.surface-plot.pick-up-ball");
    }

    @Override
    public double share() {
        return 0.9;
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.WEIGHTS).alsoBeside();
    }

    /** Where a pair of weights is drawn. */
    private record Eye(Box plot, double scale, double wide, boolean tilted, double power, double slope) {
        double px(double w1, double w2) {
            return plot.middleX() + scale * (tilted ? 0.8 * (w1 - w2) : w1);
        }

        double py(double w1, double w2) {
            if (!tilted) {
                return plot.middleY() - scale * w2;
            }
            double height = Math.log(TwoWeights.loss(power, slope, w1 * w2) + 0.5);
            return plot.middleY() + 0.1 * plot.h() - scale * (0.36 * (w1 + w2) + 0.36 * height);
        }

        double w1(double px) {
            return Math.max(-REACH, Math.min(REACH, (px - plot.middleX()) / scale));
        }

        double w2(double py) {
            return Math.max(-REACH, Math.min(REACH, (plot.middleY() - py) / scale));
        }

        boolean holds(double px, double py) {
            return plot.contains(px, py);
        }
    }

    private Eye eye(Frame frame, Box box) {
        boolean small = frame.kind() == Layout.Kind.TINY;
        Box plot = box.inset(0, small ? 4 : 24, 0, small ? 4 : 12);
        double scale = tilted ? Math.min(plot.h() / 4.4, plot.w() / 7.2) : plot.h() / (2 * REACH);
        return new Eye(
                plot,
                Math.max(1, scale),
                Math.min(3.6, plot.w() / 2 / Math.max(1, scale)),
                tilted,
                TwoWeights.power(frame),
                TwoWeights.slope(frame));
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        if (frame.kind() != Layout.Kind.TINY) {
            Heads.draw(pen, title(), hint(), box.x(), box.y() + 14, box.right());
        }
        List<Ball> balls = TwoWeights.balls(frame);
        if (balls.isEmpty()) {
            pen.text(Words.say("lesson.surface-plot.two-weights-row"), box.x(), box.y() + 40, TextStyle.SMALL);
            return;
        }
        Eye eye = eye(frame, box);
        if (tilted) {
            mesh(pen, eye);
        } else {
            contours(pen, eye);
            if (eye.scale() > 40) {
                arrows(pen, eye);
            }
        }
        valley(pen, eye, Stroke.of(Ink.INK, Weight.FINE), eye.slope());
        line(pen, eye, t -> t, t -> -t, Stroke.of(Ink.INK_2, Weight.THEORY).dashed(Stroke.Dash.RIVAL));
        pen.circle(eye.px(0, 0), eye.py(0, 0), 5, Paint.of(Ink.BG), Stroke.of(Ink.INK, Weight.FINE));
        for (int k = 0; k < balls.size(); k++) {
            path(pen, frame, eye, balls.get(k), Ink.category(k));
        }
        for (int k = 0; k < balls.size(); k++) {
            ball(pen, frame, eye, balls.get(k), Ink.category(k));
        }
        pen.textIfFree(
                Words.say("lesson.surface-plot.saddle"), eye.px(0, 0) + 10, eye.py(0, 0) - 8, TextStyle.NAME.haloed());
        // beside the line at its steep end, where no ball comes to lie: it speaks of the line
        double steep = 0.9 * REACH;
        pen.textIfFree(
                Words.say("lesson.surface-plot.no-error"),
                eye.px(eye.slope() / steep, steep) + 8,
                eye.py(eye.slope() / steep, steep) + 4,
                TextStyle.SMALL.haloed());
    }

    /** A function of a parameter. */
    private interface Along {
        double at(double t);
    }

    /** A curve within the picture, each visible stretch in one stroke. */
    private static void line(Pen pen, Eye eye, Along first, Along second, Stroke stroke) {
        curve(pen, eye, -eye.wide(), eye.wide(), first, second, stroke);
    }

    private static void curve(Pen pen, Eye eye, double from, double to, Along first, Along second, Stroke stroke) {
        double[] xs = new double[POINTS + 1];
        double[] ys = new double[POINTS + 1];
        int n = 0;
        for (int i = 0; i <= POINTS; i++) {
            double t = from + (to - from) * i / POINTS;
            double x = eye.px(first.at(t), second.at(t));
            double y = eye.py(first.at(t), second.at(t));
            boolean in = eye.holds(x, y);
            if (in) {
                xs[n] = x;
                ys[n++] = y;
            }
            if ((!in || i == POINTS) && n > 1) {
                pen.polyline(xs, ys, 0, n, stroke);
            }
            n = in ? n : 0;
        }
    }

    /** Both branches of w₁w₂ = c. */
    private static void valley(Pen pen, Eye eye, Stroke stroke, double c) {
        double near = Math.max(0.02, Math.abs(c) / REACH * (eye.tilted() ? 1 : 0.9));
        double far = eye.tilted() ? REACH : eye.wide();
        if (near < far) {
            curve(pen, eye, near, far, t -> t, t -> c / t, stroke);
            curve(pen, eye, -far, -near, t -> t, t -> c / t, stroke);
        }
    }

    private static void contours(Pen pen, Eye eye) {
        pen.line(eye.plot().x(), eye.py(0, 0), eye.plot().right(), eye.py(0, 0), Stroke.GRID);
        pen.line(eye.px(0, 0), eye.plot().y(), eye.px(0, 0), eye.plot().bottom(), Stroke.GRID);
        for (double level : LEVELS) {
            double away = Math.sqrt(2 * level / eye.power()) * Math.max(0.2, eye.slope());
            valley(pen, eye, Stroke.of(Ink.LINE, Weight.HAIR), eye.slope() + away);
            if (Math.abs(eye.slope() - away) > 1e-9) {
                valley(pen, eye, Stroke.of(Ink.LINE, Weight.HAIR), eye.slope() - away);
            }
        }
    }

    /** Downhill directions on a grid, longer where it is steeper. */
    private static void arrows(Pen pen, Eye eye) {
        Stroke stroke = Stroke.of(Ink.LINE_2, Weight.HAIR);
        for (double w1 = -3.2; w1 <= 3.21; w1 += 0.4) {
            for (double w2 = -2; w2 <= 2.01; w2 += 0.4) {
                double pull = eye.power() * (eye.slope() - w1 * w2);
                double size = Math.abs(pull) * Math.sqrt(w1 * w1 + w2 * w2);
                if (size < 1e-3 || Math.abs(w1) > eye.wide()) {
                    continue;
                }
                double length = 0.16 * size / (0.6 + size);
                double dx = pull * w2 / size * length;
                double dy = pull * w1 / size * length;
                double x = eye.px(w1 + dx, w2 + dy);
                double y = eye.py(w1 + dx, w2 + dy);
                if (eye.holds(x, y)) {
                    pen.line(eye.px(w1, w2), eye.py(w1, w2), x, y, stroke);
                    pen.circle(x, y, 1.5, Paint.of(Ink.LINE_2), Stroke.NONE);
                }
            }
        }
    }

    private static void mesh(Pen pen, Eye eye) {
        Stroke stroke = Stroke.of(Ink.LINE, Weight.HAIR);
        for (int k = -10; k <= 10; k++) {
            double fixed = k * REACH / 10;
            curve(pen, eye, -REACH, REACH, t -> fixed, t -> t, stroke);
            curve(pen, eye, -REACH, REACH, t -> t, t -> fixed, stroke);
        }
    }

    private static void path(Pen pen, Frame frame, Eye eye, Ball ball, Ink ink) {
        int n = ball.count();
        double[] first = ball.weights(0);
        double[] second = ball.weights(1);
        double[] xs = new double[n];
        double[] ys = new double[n];
        int end = 0;
        while (end < n) {
            double x = eye.px(first[end], second[end]);
            double y = eye.py(first[end], second[end]);
            if (!eye.holds(x, y)) {
                break;
            }
            xs[end] = x;
            ys[end++] = y;
        }
        int now = Math.min(end, ball.record(frame.step()) + 1);
        if (now < end) {
            int from = Math.max(0, now - 1);
            pen.polyline(xs, ys, from, end, Stroke.of(Paint.tint(ink, Paint.FUTURE), Weight.FINE));
        }
        if (now > 1) {
            pen.polyline(xs, ys, 0, now, Stroke.of(ink, Weight.FINE));
        }
        if (end > 0) {
            pen.circle(xs[0], ys[0], 4, Paint.of(Ink.BG), Stroke.of(ink, Weight.FINE));
        }
    }

    private static void ball(Pen pen, Frame frame, Eye eye, Ball ball, Ink ink) {
        int record = ball.record(frame.step());
        if (record < 0) {
            return;
        }
        double x = eye.px(ball.weight(0, record), ball.weight(1, record));
        double y = eye.py(ball.weight(0, record), ball.weight(1, record));
        if (!eye.holds(x, y)) {
            return;
        }
        pen.circle(x, y, 8, Paint.of(ink), Stroke.of(Ink.BG, Weight.FINE));
        boolean right = x + 26 < eye.plot().right();
        TextStyle style = TextStyle.NAME.strong().haloed();
        pen.textIfFree(ball.name(), right ? x + 12 : x - 12, y + 4, right ? style : style.end());
    }

    @Override
    public Optional<Grip> grip(Pen pen, Frame frame, Box box, double px, double py) {
        if (tilted) {
            return Optional.empty();
        }
        Eye eye = eye(frame, box);
        Optional<Ball> nearest = Optional.empty();
        double least = 22;
        for (Ball ball : TwoWeights.balls(frame)) {
            for (int record : new int[] {0, Math.max(0, ball.record(frame.step()))}) {
                double x = eye.px(ball.weight(0, record), ball.weight(1, record));
                double y = eye.py(ball.weight(0, record), ball.weight(1, record));
                double away = Math.sqrt((x - px) * (x - px) + (y - py) * (y - py));
                if (away < least) {
                    least = away;
                    nearest = Optional.of(ball);
                }
            }
        }
        return nearest.map(ball -> (x, y) -> List.of(
                Grip.Setting.of(ball.key() + "x", hundredths(eye.w1(x))),
                Grip.Setting.of(ball.key() + "y", hundredths(eye.w2(y)))));
    }

    private static double hundredths(double value) {
        return Math.rint(100 * value) / 100;
    }

    /** Where each ball lies, and how high. */
    @Override
    public String reading(Frame frame) {
        StringBuilder words = new StringBuilder();
        for (Ball ball : TwoWeights.balls(frame)) {
            int record = Math.max(0, ball.record(frame.step()));
            double w1 = ball.weight(0, record);
            double w2 = ball.weight(1, record);
            words.append(Words.say(
                    "lesson.surface-plot.reading",
                    ball.name(),
                    Numbers.fixed(w1, 2),
                    Numbers.fixed(w2, 2),
                    Numbers.brief(TwoWeights.loss(TwoWeights.power(frame), TwoWeights.slope(frame), w1 * w2))));
        }
        return words.toString();
    }
}
