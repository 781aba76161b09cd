package dynlab.browser.build;

import dynlab.browser.dom.CanvasPen;
import dynlab.browser.dom.Dom;
import dynlab.numeric.Numbers;
import dynlab.view.Learned;
import dynlab.view.pen.Box;
import dynlab.view.plot.RunLine;
import dynlab.words.Words;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** Play, step and the time line of a drawn network's run. */
final class BuildTransport implements BuildPanel {
    /** A whole run takes this long. */
    private static final double SECONDS = 10;

    private static final double STILL_SECONDS = 1.2;
    private static final int STILL_STOPS = 8;

    private final Builder builder;
    private final HTMLElement play = Dom.find("play");
    private final HTMLElement scrubber = Dom.find("scrubber");
    private final CanvasPen pen;
    private boolean playing;
    private double last;
    private double exact;

    BuildTransport(Builder builder) {
        this.builder = builder;
        HTMLElement canvas = Dom.find("timeline");
        pen = Builder.pen("timeline");
        Dom.whenResized(canvas, builder::drawSoon);
        Dom.on(play, "click", e -> toggle());
        Dom.on(Dom.find("to-start"), "click", e -> seek(0));
        Dom.on(Dom.find("step"), "click", e -> seek(builder.step() + stride()));
        Dom.on(scrubber, "pointerdown", e -> {
            Dom.capture(scrubber, e.getPointerId());
            drag(e);
        });
        Dom.on(scrubber, "pointermove", e -> {
            if ((e.getButtons() & 1) != 0) {
                drag(e);
            }
        });
        Dom.on(scrubber, "keydown", this::key);
    }

    private int horizon() {
        return builder.drawing().settings().steps();
    }

    private double stride() {
        return Math.max(1, Math.rint(horizon() / 100.0));
    }

    private void drag(Dom.Event event) {
        Dom.Rect rect = Dom.rect(Dom.find("timeline"));
        Box box = new Box(0, 0, rect.getWidth(), rect.getHeight());
        seek(RunLine.axis(horizon(), box).inverse(event.getClientX() - rect.getLeft()));
    }

    private void seek(double step) {
        stop();
        builder.seek(step);
    }

    private void key(Dom.Event event) {
        double stride = event.isShiftKey() ? 10 * stride() : stride();
        switch (event.getKey()) {
            case "ArrowLeft", "ArrowDown" -> seek(builder.step() - stride);
            case "ArrowRight", "ArrowUp" -> seek(builder.step() + stride);
            case "Home" -> seek(0);
            case "End" -> seek(horizon());
            case " " -> toggle();
            default -> {
                return;
            }
        }
        event.preventDefault();
    }

    void toggle() {
        if (playing) {
            stop();
            return;
        }
        if (builder.step() >= horizon()) {
            builder.seek(0);
        }
        playing = true;
        showPlaying();
        if (Dom.matches("(prefers-reduced-motion: reduce)")) {
            still();
        } else {
            last = Dom.now();
            exact = builder.step();
            Dom.frame(this::tick);
        }
    }

    private void stop() {
        playing = false;
        showPlaying();
    }

    private void showPlaying() {
        Dom.toggle(play, "data-playing", playing);
        Dom.attribute(
                play,
                "aria-label",
                playing ? Words.say("build.build-transport.pause") : Words.say("build.build-transport.play"));
    }

    private void tick(double time) {
        if (!playing) {
            return;
        }
        double now = Dom.now();
        exact = Math.min(horizon(), exact + (now - last) / 1000 * horizon() / SECONDS);
        last = now;
        builder.seek(Math.floor(exact));
        if (exact >= horizon()) {
            stop();
        } else {
            Dom.frame(this::tick);
        }
    }

    /** Without motion: a few pictures, each held for a while. */
    private void still() {
        if (!playing) {
            return;
        }
        builder.seek(builder.step() + Math.ceil(horizon() / (double) STILL_STOPS));
        if (builder.step() >= horizon()) {
            stop();
        } else {
            Dom.later(this::still, 1000 * STILL_SECONDS);
        }
    }

    @Override
    public void draw() {
        Dom.Rect rect = Dom.rect(Dom.find("timeline"));
        if (rect.getWidth() < 20) {
            return;
        }
        Optional<Learned> shown = builder.run().shown();
        double computed = shown.filter(l -> l.steps().length > 0)
                .map(l -> l.steps()[l.steps().length - 1])
                .orElse(0.0);
        pen.begin(rect.getWidth(), rect.getHeight(), Dom.density(), builder.palette());
        Box box = new Box(0, 0, rect.getWidth(), rect.getHeight());
        RunLine.draw(pen, horizon(), computed, builder.step(), box, rect.getHeight() > 48);
        pen.end();
        Dom.attribute(scrubber, "aria-valuemax", Integer.toString(horizon()));
        Dom.attribute(scrubber, "aria-valuenow", Numbers.fixed(builder.step(), 0));
        String loss = shown.filter(l -> l.loss().length > 0)
                .map(l ->
                        Words.say("build.build-transport.loss-first", Numbers.fixed(l.at(l.loss(), builder.step()), 2)))
                .orElse("");
        Dom.attribute(
                scrubber,
                "aria-valuetext",
                Words.say("build.build-transport.step", Numbers.fixed(builder.step(), 0), loss));
    }
}
