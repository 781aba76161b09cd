package dynlab.view.lesson;

import dynlab.experiment.Quantity;
import dynlab.numeric.Numbers;
import dynlab.view.Frame;
import dynlab.view.Heads;
import dynlab.view.Needs;
import dynlab.view.View;
import dynlab.view.lesson.TwoWeights.Ball;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.List;

/** How fast the balls move now, the size of the gradient, beside how fast they began; or where they were dropped and are. */
public final class BallPace implements View {
    private final boolean places;

    /**
     * @param places whether it is the table of places instead of the bars of speed
     */
    public BallPace(boolean places) {
        this.places = places;
    }

    @Override
    public String id() {
        return places ? "balls" : "pace";
    }

    @Override
    public String title() {
        return places ? Words.say("lesson.ball-pace.three-balls") : Words.say("lesson.ball-pace.how-fast-balls");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return places ? Words.say("lesson.ball-pace.answer-is") : Words.say("lesson.ball-pace.size-gradient");
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.WEIGHTS).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<Ball> balls = TwoWeights.balls(frame);
        if (places) {
            String[] heads = {
                Words.say("lesson.ball-pace.ball"),
                Words.say("lesson.ball-pace.dropped"),
                Words.say("lesson.ball-pace.is-at"),
                Words.say("lesson.ball-pace.answers")
            };
            for (int column = 0; column < heads.length; column++) {
                boolean first = column == 0;
                TextStyle style = first ? TextStyle.TICK : TextStyle.TICK.end();
                pen.textIfFree(heads[column], place(space, column), space.y() + 14, style);
            }
        }
        double most = places ? 0 : fastest(frame, balls);
        double y = space.y() + (places ? 40 : 18);
        for (int k = 0; k < balls.size(); k++) {
            Ball ball = balls.get(k);
            int record = Math.max(0, ball.record(frame.step()));
            if (places) {
                row(pen, space, ball, record, y, Ink.category(k));
            } else {
                bar(pen, frame, space, ball, most, record, y, Ink.category(k));
            }
            y += 28;
        }
    }

    private static double place(Box space, int column) {
        double[] at = {0, 0.46, 0.8, 1};
        return space.x() + at[column] * space.w();
    }

    private static void row(Pen pen, Box space, Ball ball, int record, double y, Ink ink) {
        pen.circle(space.x() + 7, y - 4, 6, Paint.of(ink), Stroke.NONE);
        pen.textIfFree(ball.name(), space.x() + 20, y, TextStyle.NAME.strong());
        pen.textIfFree(pair(ball, 0), place(space, 1), y, TextStyle.NAME.end());
        pen.textIfFree(pair(ball, record), place(space, 2), y, TextStyle.NAME.end());
        double answer = ball.weight(0, record) * ball.weight(1, record);
        pen.textIfFree(
                Numbers.fixed(answer, 2),
                place(space, 3),
                y,
                TextStyle.NAME.strong().end());
    }

    private static String pair(Ball ball, int record) {
        return Numbers.fixed(ball.weight(0, record), 2) + ", " + Numbers.fixed(ball.weight(1, record), 2);
    }

    private static double speed(Frame frame, Ball ball, int record) {
        return speed(TwoWeights.power(frame), TwoWeights.slope(frame), ball.weight(0, record), ball.weight(1, record));
    }

    private static double speed(double power, double slope, double w1, double w2) {
        double pull = power * (slope - w1 * w2);
        return Math.abs(pull) * Math.sqrt(w1 * w1 + w2 * w2);
    }

    /** The fastest that any ball ever is, up to 50. */
    private static double fastest(Frame frame, List<Ball> balls) {
        double power = TwoWeights.power(frame);
        double slope = TwoWeights.slope(frame);
        double most = 1e-12;
        for (Ball ball : balls) {
            int count = ball.count();
            double[] first = ball.weights(0);
            double[] second = ball.weights(1);
            for (int i = 0; i < count; i++) {
                most = Math.max(most, Math.min(50, speed(power, slope, first[i], second[i])));
            }
        }
        return most;
    }

    private static void bar(Pen pen, Frame frame, Box space, Ball ball, double most, int record, double y, Ink ink) {
        String numbers = Words.say(
                "lesson.ball-pace.of",
                Numbers.fixed(speed(frame, ball, record), 2),
                Numbers.fixed(speed(frame, ball, 0), 2));
        double room =
                Math.max(20, space.w() - 22 - pen.width(Words.say("lesson.ball-pace.00-00-00"), TextStyle.NAME) - 10);
        pen.textIfFree(ball.name(), space.x(), y, TextStyle.NAME.strong());
        double then = Math.min(1, speed(frame, ball, 0) / most) * room;
        double now = Math.min(1, speed(frame, ball, record) / most) * room;
        pen.rect(new Box(space.x() + 22, y - 11, then, 14), 2, Paint.of(Ink.LINE));
        pen.rect(new Box(space.x() + 22, y - 11, now, 14), 2, Paint.of(ink));
        pen.textIfFree(numbers, space.right(), y, TextStyle.NAME.end());
    }

    @Override
    public String reading(Frame frame) {
        StringBuilder words = new StringBuilder();
        for (Ball ball : TwoWeights.balls(frame)) {
            int record = Math.max(0, ball.record(frame.step()));
            words.append(
                    places
                            ? Words.say(
                                    "lesson.ball-pace.reading",
                                    ball.name(),
                                    pair(ball, record),
                                    Numbers.fixed(ball.weight(0, record) * ball.weight(1, record), 2))
                            : "\n" + ball.name() + ' '
                                    + Words.say(
                                            "lesson.ball-pace.of",
                                            Numbers.fixed(speed(frame, ball, record), 2),
                                            Numbers.fixed(speed(frame, ball, 0), 2)));
        }
        return words.toString();
    }
}
