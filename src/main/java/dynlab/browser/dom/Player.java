package dynlab.browser.dom;

import dynlab.words.Words;
import java.util.OptionalDouble;
import org.teavm.jso.dom.html.HTMLElement;

/** Moves the time cursor of a page: play, step, speed, the scrubber and their keys. What a run is, its page knows. */
public final class Player {
    /** A whole run takes this long at speed 1. */
    private static final double SECONDS = 12;

    private static final double STILL_SECONDS = 1.4;
    private static final double[] SPEEDS = {0.5, 1, 2, 4};
    private static final String[] SPEED_NAMES = {"½×", "1×", "2×", "4×"};

    private final Time time;
    private final HTMLElement scrubber = Dom.find("scrubber");
    private final HTMLElement play = Dom.find("play");
    private final HTMLElement speedButton = Dom.find("speed");
    private int speed = 1;
    private boolean playing;
    private double last;
    private double exact;
    private int stillTimer;

    /** The time of a page's run. */
    public interface Time {
        /** Where the cursor is. */
        double step();

        /** The last step; 0 while there is nothing to play. */
        double horizon();

        /** Moves the cursor, within the run. */
        void seek(double step);

        /** What one press of an arrow is worth. */
        double stride();

        /** The next step worth a look of its own; the end where there is none. */
        double next(double step);

        /** The step under a point of the window; empty where the time line is not drawn. */
        OptionalDouble at(double x, double y);
    }

    public Player(Time time) {
        this.time = time;
        Dom.on(play, "click", e -> toggle());
        Dom.on(Dom.find("to-start"), "click", e -> seek(0));
        Dom.on(Dom.find("step-back"), "click", e -> nudge(-1));
        Dom.on(Dom.find("step"), "click", e -> nudge(1));
        Dom.on(speedButton, "click", e -> faster());
        Dom.on(scrubber, "pointerdown", e -> {
            Dom.capture(scrubber, e.getPointerId());
            drag(e);
        });
        Dom.on(scrubber, "pointermove", e -> {
            if ((e.getButtons() & 1) != 0) {
                drag(e);
            }
        });
    }

    private void drag(Dom.Event event) {
        stop();
        time.at(event.getClientX(), event.getClientY()).ifPresent(time::seek);
    }

    private void faster() {
        speed = (speed + 1) % SPEEDS.length;
        Dom.text(Dom.find("speed-now"), SPEED_NAMES[speed]);
        Dom.attribute(speedButton, "aria-label", Words.say("page.player.speed", SPEED_NAMES[speed]));
    }

    /** Moves the cursor by hand, which ends playing. */
    public void seek(double step) {
        stop();
        time.seek(step);
    }

    private void nudge(double strides) {
        seek(Math.rint(time.step()) + strides * time.stride());
    }

    /** Plays, or halts. */
    public void toggle() {
        if (playing) {
            stop();
        } else if (time.horizon() > 0) {
            start();
        }
    }

    private void start() {
        if (time.step() >= time.horizon()) {
            time.seek(0);
        }
        playing = true;
        showPlaying();
        if (Dom.matches("(prefers-reduced-motion: reduce)")) {
            still();
        } else {
            last = Dom.now();
            exact = time.step();
            Dom.frame(this::tick);
        }
    }

    public void stop() {
        if (playing) {
            playing = false;
            Dom.forget(stillTimer);
            showPlaying();
        }
    }

    public boolean playing() {
        return playing;
    }

    private void showPlaying() {
        Dom.toggle(play, "data-playing", playing);
        Dom.attribute(play, "aria-label", playing ? Words.say("page.player.pause") : Words.say("page.player.play"));
    }

    private void tick(double at) {
        double horizon = time.horizon();
        if (!playing || horizon <= 0) {
            return;
        }
        double now = Dom.now();
        exact = Math.min(horizon, exact + (now - last) / 1000 * SPEEDS[speed] * horizon / SECONDS);
        last = now;
        time.seek(Math.floor(exact));
        if (exact >= horizon) {
            stop();
        } else {
            Dom.frame(this::tick);
        }
    }

    /** Without motion: pictures worth a look, each held for a while. */
    private void still() {
        double horizon = time.horizon();
        if (!playing || horizon <= 0) {
            return;
        }
        time.seek(time.next(time.step()));
        if (time.step() >= horizon) {
            stop();
        } else {
            stillTimer = Dom.later(this::still, 1000 * STILL_SECONDS / SPEEDS[speed]);
        }
    }

    /** Keys of the page; returns whether the key was used. */
    public boolean key(Dom.Event event) {
        if (event.isCtrlKey() || event.isAltKey() || event.isMetaKey()) {
            return false;
        }
        double strides = event.isShiftKey() ? 10 : 1;
        boolean slides = event.getTarget() == scrubber;
        switch (event.getKey()) {
            case " " -> toggle();
            case "ArrowLeft" -> nudge(-strides);
            case "ArrowRight" -> nudge(strides);
            case "ArrowDown" -> {
                if (slides) {
                    nudge(-strides);
                }
                return slides;
            }
            case "ArrowUp" -> {
                if (slides) {
                    nudge(strides);
                }
                return slides;
            }
            case "Home", "r", "R" -> seek(0);
            case "End" -> seek(time.horizon());
            default -> {
                return false;
            }
        }
        return true;
    }
}
