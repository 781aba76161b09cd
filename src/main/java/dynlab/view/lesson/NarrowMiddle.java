package dynlab.view.lesson;

import dynlab.architecture.Architecture;
import dynlab.numeric.Numbers;
import dynlab.theory.modes.ReducedRank;
import dynlab.view.Frame;
import dynlab.view.Grip;
import dynlab.view.Heads;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Scale;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * What error is left at the end for every width of the middle layer: dashes by reduced-rank regression, a bar for the network
 * that has been run. A tap takes another width.
 */
public final class NarrowMiddle implements View {
    @Override
    public String id() {
        return "narrow";
    }

    @Override
    public String title() {
        return Words.say("lesson.narrow-middle.if-middle-narrow");
    }

    @Override
    public boolean ofOneRun() {
        return false;
    }

    @Override
    public String hint() {
        return Words.say("lesson.narrow-middle.reduced-rank-pca");
    }

    private static int narrowest(RunView story) {
        Architecture graph = story.experiment().architecture();
        int least = Integer.MAX_VALUE;
        for (var node : graph.nodes()) {
            least = Math.min(least, node.width());
        }
        return least;
    }

    private record Grid(Box plot, int bars) {
        double middle(int bar) {
            return plot.x() + (bar + 0.5) * plot.w() / bars;
        }
    }

    private static Grid grid(RunView story, Box space) {
        int bars = Maps.formula(story, 0).strengths().length + 1;
        Box plot = new Box(space.x() + 34, space.y() + 20, space.w() - 40, Math.min(170, Math.max(40, space.h() - 66)));
        return new Grid(plot, bars);
    }

    @Override
    public void draw(Pen pen, Frame frame, Box box) {
        pen.boxes().open(id(), box);
        Box space = Heads.space(pen, frame, this, box);
        RunView story = frame.story();
        if (story.steps().length == 0) {
            pen.text(Words.say("lesson.narrow-middle.not-recorded"), space.x(), space.y() + 24, TextStyle.SMALL);
            return;
        }
        Grid grid = grid(story, space);
        Box plot = grid.plot();
        double start = story.run().trajectory().loss(0);
        Scale y = new Scale(0, 1, plot.bottom(), plot.y());
        for (int i = 0; i <= 2; i++) {
            pen.line(plot.x(), y.at(i * 0.5), plot.right(), y.at(i * 0.5), i == 0 ? Stroke.AXIS : Stroke.GRID);
            pen.text(i == 0 ? "0" : i == 1 ? "½" : "1", plot.x() - 6, y.at(i * 0.5) + 4, TextStyle.TICK.end());
        }
        double half = Math.min(18, plot.w() / grid.bars() / 2 - 3);
        double power = Maps.correlations(story).powerY() / 2;
        double[] s = Maps.formula(story, 0).strengths();
        int run = Math.min(narrowest(story), grid.bars() - 1);
        for (int bar = 0; bar < grid.bars(); bar++) {
            double left = power / start;
            for (int k = 0; k < bar; k++) {
                double half2 = s[k] * s[k] / 2;
                left -= half2 / start;
            }
            double level = y.at(Math.max(0, Math.min(1, left)));
            double x = grid.middle(bar);
            double top = level;
            double now = left;
            if (bar == run) {
                now = story.at(story.loss(), frame.step());
                top = y.at(Math.min(1, now));
                pen.rect(new Box(x - half, top, 2 * half, plot.bottom() - top), 2, Paint.of(Ink.CAT_1));
            }
            pen.line(x - half - 3, level, x + half + 3, level, Stroke.THEORY);
            // over the run's own bar stands what that bar shows, over the others what the formula leaves
            String number = Numbers.fixed(now, 2);
            pen.textIfFree(
                    number,
                    x,
                    Math.min(Math.min(top, level), plot.bottom()) - 6,
                    TextStyle.NAME.strong(bar == run).haloed().middle());
            String width = bar == grid.bars() - 1 ? bar + " …" : Integer.toString(bar);
            pen.textIfFree(width, x, plot.bottom() + 15, TextStyle.TICK.middle());
        }
        String axis = Words.say("lesson.narrow-middle.units-middle-error");
        if (plot.bottom() + 36 < space.bottom() && pen.width(axis, TextStyle.SMALL) < space.w()) {
            pen.textIfFree(axis, plot.middleX(), plot.bottom() + 33, TextStyle.SMALL.middle());
        }
    }

    @Override
    public Optional<Grip> grip(Pen pen, Frame frame, Box box, double px, double py) {
        RunView story = frame.story();
        if (story.steps().length == 0) {
            return Optional.empty();
        }
        Grid grid = grid(story, Heads.room(frame, box));
        if (!grid.plot().inset(0, -10, 0, -22).contains(px, py)) {
            return Optional.empty();
        }
        return Optional.of((x, y) -> {
            int bar = (int)
                    Math.floor((x - grid.plot().x()) * grid.bars() / grid.plot().w());
            int units = Math.max(1, Math.min(grid.bars() - 1, bar));
            // at the last bar the middle is as wide as it opens: nothing is lost there
            return List.of(Grip.Setting.of("middle", units == grid.bars() - 1 ? 16 : units));
        });
    }

    @Override
    public String describe(Frame frame) {
        ReducedRank formula = Maps.formula(frame.story(), narrowest(frame.story()));
        return Words.say(
                "lesson.narrow-middle.strengths-lost-width",
                title(),
                Integer.toString(formula.strengths().length),
                Numbers.fixed(formula.excess(), 3));
    }
}
