package dynlab.browser.build;

import dynlab.app.build.BuildEvent;
import dynlab.browser.dom.CanvasPen;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Player;
import dynlab.numeric.Numbers;
import dynlab.view.Learned;
import dynlab.view.pen.Box;
import dynlab.view.plot.RunAxis;
import dynlab.view.plot.RunLine;
import dynlab.words.Words;
import java.util.Optional;
import java.util.OptionalDouble;
import org.teavm.jso.dom.html.HTMLElement;

/** The time line of a drawn network's run, which the player plays. */
final class RunTimeLine implements BuildPanel, Player.Time {
    /** Where nothing moves, so many pictures make a whole run. */
    private static final int STILL_STOPS = 8;

    private final Builder builder;
    private final Player player;
    private final HTMLElement scrubber = Dom.find("scrubber");
    private final HTMLElement canvas = Dom.find("timeline");
    private final HTMLElement curves = Dom.find("race-curves");
    private final CanvasPen pen;

    RunTimeLine(Builder builder) {
        this.builder = builder;
        pen = Builder.pen("timeline");
        player = new Player(this);
        Dom.whenResized(canvas, builder::drawSoon);
    }

    Player player() {
        return player;
    }

    @Override
    public double step() {
        return builder.step();
    }

    @Override
    public double horizon() {
        return builder.drawing().settings().steps();
    }

    @Override
    public void seek(double step) {
        builder.send(new BuildEvent.Sought(step));
    }

    @Override
    public double stride() {
        return Math.max(1, Math.rint(horizon() / 100));
    }

    @Override
    public double next(double step) {
        return step + Math.ceil(horizon() / STILL_STOPS);
    }

    @Override
    public OptionalDouble at(double x, double y) {
        return OptionalDouble.of(axis().time().inverse((x - Dom.rect(canvas).getLeft()) / Dom.unit(canvas)));
    }

    /** The one of the curves, where they stand right over it. */
    private RunAxis axis() {
        Dom.Rect over = Dom.rect(curves);
        Dom.Rect own = Dom.rect(canvas);
        boolean under = Math.abs(over.getLeft() - own.getLeft()) < 1 && Math.abs(over.getWidth() - own.getWidth()) < 1;
        return under ? RunAxis.beside(horizon(), box()) : RunAxis.alone(horizon(), box());
    }

    private Box box() {
        Dom.Rect rect = Dom.rect(canvas);
        double unit = Dom.unit(canvas);
        return new Box(0, 0, rect.getWidth() / unit, rect.getHeight() / unit);
    }

    @Override
    public void draw() {
        Box box = box();
        if (box.w() < 20) {
            return;
        }
        Optional<Learned> shown = builder.run().learned();
        double computed = shown.filter(l -> l.steps().length > 0)
                .map(l -> l.steps()[l.steps().length - 1])
                .orElse(0.0);
        pen.begin(box.w(), box.h(), Dom.density() * Dom.unit(canvas), builder.palette());
        RunLine.draw(pen, axis(), computed, builder.step(), box, box.h() > 48);
        pen.end();
        Dom.attribute(scrubber, "aria-valuemax", Numbers.fixed(horizon(), 0));
        Dom.attribute(scrubber, "aria-valuenow", Numbers.fixed(builder.step(), 0));
        String loss = shown.filter(l -> l.loss().length > 0)
                .map(l -> Words.say("build.run-time-line.loss-first", Numbers.fixed(l.at(l.loss(), builder.step()), 2)))
                .orElse("");
        Dom.attribute(
                scrubber,
                "aria-valuetext",
                Words.say("build.run-time-line.step", Numbers.fixed(builder.step(), 0), loss));
    }
}
