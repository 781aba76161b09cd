package dynlab.view;

import dynlab.view.Frame.Rival;
import java.util.Optional;

/** The error that is left, as a share of the first, over time; beside its theory and a rival. */
final class LossPlot implements View {
    @Override
    public String id() {
        return "loss";
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Story story = frame.story();
        Scale time = Layout.time(frame, box);
        Box plot = plot(frame, box, time);
        Scale y = scale(story, plot);
        Curves curves = new Curves(pen, frame, time);

        curves.stages(plot);
        for (int i = (int) y.to(); i >= 0; i--) {
            curves.tick(plot, y.at(i), Integer.toString(i), i == 0, false);
            if (i == 1 && y.to() < 2) {
                curves.tick(plot, y.at(0.5), "½", false, false);
            }
        }

        frame.ghost().ifPresent(g -> curves.plain(g, g.loss(), y, ghost()));
        curves.line(story.loss(), y, Paint.of(Ink.INK_2), Weight.SIM);
        Stroke rival = Stroke.of(Ink.CAT_2, Weight.FINE).dashed(Stroke.Dash.RIVAL);
        frame.rival().ifPresent(r -> curves.plain(r.story(), r.story().loss(), y, rival));
        curves.plain(story, story.lossTheory(), y, Stroke.THEORY);
        if (story.divergedAt() >= 0 && story.steps().length > 0) {
            drawDivergence(pen, story, time, y, plot);
        }
        curves.cursor(box.y() + 18, box.bottom());
        curves.hoverDot(story.loss(), y);

        double legend = legend(pen, story, box, plot);
        Heads.draw(pen, "Loss", "share of the error that is left", box.x(), box.y() + 12, legend - 16);
        if (story.reaches(frame.step())) {
            double value = story.at(story.loss(), frame.step());
            curves.dot(y.at(value));
            curves.readout(Numbers.fixed(value, 2), y.at(value), false, box, Type.TICK);
        }
        frame.rival().ifPresent(r -> nameRival(pen, r, time, y));
    }

    private static Stroke ghost() {
        return Stroke.of(Paint.tint(Ink.INK_3, Paint.FUTURE), Weight.SIM);
    }

    private static Box plot(Frame frame, Box box, Scale time) {
        boolean small = frame.kind() == Layout.Kind.NARROW || frame.kind() == Layout.Kind.TINY;
        return new Box(time.start(), box.y() + 26, time.end() - time.start(), box.h() - (small ? 34 : 50));
    }

    private static Scale scale(Story story, Box plot) {
        double most = 1;
        for (double share : story.loss()) {
            most = Math.max(most, share);
        }
        double top = Math.min(3, Math.max(1, most));
        return new Scale(0, top, plot.bottom(), plot.y() + 7);
    }

    /** Samples of the two kinds of line, said once for all plots; returns where it begins. */
    private static double legend(Pen pen, Story story, Box box, Box plot) {
        TextStyle style = TextStyle.SMALL.haloed();
        double y = box.y() + 8;
        double network = pen.width("network", style);
        double theory = story.lossTheory().length == 0 ? 0 : pen.width("theory", style) + 48;
        double x = Math.max(plot.right(), Math.min(box.right(), plot.right() + 104)) - theory - network - 32;
        pen.line(x, y, x + 26, y, Stroke.of(Ink.INK_2, Weight.SIM));
        pen.text("network", x + 32, y + 4, style);
        if (theory > 0) {
            double from = x + 32 + network + 16;
            pen.line(from, y, from + 26, y, Stroke.THEORY);
            pen.text("theory", from + 32, y + 4, style);
        }
        return x;
    }

    private static void drawDivergence(Pen pen, Story story, Scale time, Scale y, Box plot) {
        int step = story.divergedAt();
        double x = time.at(step);
        int last = story.steps().length - 1;
        double from = y.at(story.loss()[last]);
        pen.line(time.at(story.steps()[last]), from, x, plot.y() + 5, Stroke.of(Ink.BAD, Weight.SIM));
        Stroke stroke = Stroke.of(Ink.BAD, Weight.NOW).dashed(Stroke.Dash.DIVERGED);
        pen.line(x, plot.y() + 6, x, plot.bottom(), stroke);
        double top = plot.y() - 2;
        pen.area(new double[] {x, x - 6, x + 6}, new double[] {top, top + 9, top + 9}, 3, Paint.of(Ink.BAD));
        boolean left = x > plot.middleX();
        TextStyle bold = TextStyle.NAME.strong().haloed();
        TextStyle plain = TextStyle.SMALL.haloed();
        double at = left ? x - 10 : x + 10;
        pen.text("step " + step, at, plot.middleY(), left ? bold.end() : bold);
        pen.text("steps too large", at, plot.middleY() + 16, left ? plain.end() : plain);
    }

    /** The rival's name beside its fall. */
    private static void nameRival(Pen pen, Rival rival, Scale time, Scale y) {
        double[] loss = rival.story().loss();
        int half = 0;
        while (half < loss.length - 1 && loss[half] > 0.4) {
            half++;
        }
        if (loss.length == 0) {
            return;
        }
        double x = time.at(rival.story().steps()[half]);
        TextStyle style = TextStyle.NAME.strong().haloed();
        double[] heights = {0.5, 0.3, 0.75};
        for (double height : heights) {
            if (pen.textIfFree(rival.name(), x + 10, y.at(height) + 4, style)) {
                return;
            }
        }
    }

    @Override
    public Optional<Hit> at(Pen pen, Frame frame, Box box, double px, double py) {
        Scale time = Layout.time(frame, box);
        if (px < time.start() - 4 || px > time.end() + 4) {
            return Optional.empty();
        }
        double step = Math.rint(time.inverse(px));
        Story story = frame.story();
        StringBuilder tip = new StringBuilder("t = ").append(Numbers.fixed(step, 0));
        tip.append("\nnetwork ").append(Numbers.fixed(story.at(story.loss(), step), 3));
        if (story.lossTheory().length > 0) {
            tip.append("\ntheory ").append(Numbers.fixed(story.at(story.lossTheory(), step), 3));
        }
        frame.rival()
                .ifPresent(r -> tip.append('\n')
                        .append(r.name())
                        .append(' ')
                        .append(Numbers.fixed(r.story().at(r.story().loss(), step), 3)));
        return Optional.of(Hit.block(-1, step, tip.toString()));
    }
}
