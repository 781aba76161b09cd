package dynlab.view.plot;

import dynlab.experiment.Quantity;
import dynlab.measure.HalfTime;
import dynlab.numeric.Numbers;
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
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A race as lanes: how far each pathway has come with the strongest mode of a route, and when it was half-way. The goal is
 * the task's and so the same for all: a run that has not learned does not look finished, and what two pathways of one
 * network have learned adds up to it.
 */
public final class RaceLanes implements View {
    @Override
    public String id() {
        return "lanes";
    }

    @Override
    public String title() {
        return Words.say("plot.race-lanes.race");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("plot.race-lanes.strongest-mode-share");
    }

    /** One pathway: its name, how far it has come at each record, and the step at which it was half-way (−1: never). */
    private record Lane(String name, RunView run, double[] share, double half) {}

    private static List<Lane> lanes(Frame frame) {
        List<Lane> lanes = new ArrayList<>();
        boolean several = frame.runs().size() > 1;
        for (int r = 0; r < frame.runs().size(); r++) {
            RunView run = frame.runs().get(r);
            String name = frame.nameOf(r);
            for (PathwayProgress.Progress pathway : PathwayProgress.of(run)) {
                double[] share = pathway.share();
                lanes.add(new Lane(several ? name : pathway.name(), run, share, half(run, share)));
            }
        }
        return lanes;
    }

    private static double half(RunView run, double[] share) {
        return HalfTime.rising(run.steps(), share, 0.5).orElse(-1);
    }

    private static double last(RunView run) {
        double[] steps = run.steps();
        return steps.length == 0 ? 0 : steps[steps.length - 1];
    }

    @Override
    public Needs needs() {
        return Needs.of(Quantity.SINGULAR_VALUES).alsoBeside();
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        List<Lane> lanes = lanes(frame);
        if (lanes.isEmpty()) {
            pen.text(Words.say("plot.race-lanes.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        double pitch = Math.min(46, (space.h() - 10) / lanes.size());
        double end = space.right() - 40;
        for (int k = 0; k < lanes.size(); k++) {
            Lane lane = lanes.get(k);
            double y = space.y() + 12 + k * pitch;
            Ink ink = Ink.category(k);
            double share = share(lane, frame.step());
            String half = half(lane);
            pen.textIfFree(lane.name(), space.x(), y, TextStyle.NAME);
            boolean passed = lane.half() >= 0 && frame.step() >= lane.half();
            pen.textIfFree(half, end, y, (passed ? TextStyle.NAME.strong() : TextStyle.TICK).end());
            double track = y + 9;
            pen.rect(new Box(space.x(), track, end - space.x(), 8), 4, Paint.of(Ink.LINE));
            if (share > 0.01) {
                pen.rect(new Box(space.x(), track, share * (end - space.x()), 8), 4, Paint.of(ink));
            }
            double middle = (space.x() + end) / 2;
            pen.line(middle, track - 2, middle, track + 10, Stroke.of(Ink.INK_3, Weight.HAIR));
            pen.textIfFree(Numbers.fixed(100 * share, 0) + " %", end + 6, track + 8, TextStyle.TICK);
        }
        double foot = space.y() + 12 + lanes.size() * pitch + 8;
        if (frame.kind() == Layout.Kind.EMBED && foot < space.bottom()) {
            pen.textIfFree(hint(), space.x(), foot, TextStyle.TICK);
        }
    }

    private static double share(Lane lane, double step) {
        return Math.max(0, Math.min(1, lane.run().at(lane.share(), step)));
    }

    private static String half(Lane lane) {
        return lane.half() < 0
                ? Words.say("plot.race-lanes.not-half-way", Numbers.fixed(last(lane.run()), 0))
                : Words.say("plot.race-lanes.half-way", Numbers.fixed(lane.half(), lane.half() < 20 ? 1 : 0));
    }

    @Override
    public String reading(Frame frame) {
        StringBuilder words = new StringBuilder();
        for (Lane lane : lanes(frame)) {
            words.append('\n').append(lane.name()).append(' ');
            words.append(Numbers.percent(share(lane, frame.step())))
                    .append(", ")
                    .append(half(lane));
        }
        return words.toString();
    }
}
