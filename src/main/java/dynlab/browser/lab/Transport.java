package dynlab.browser.lab;

import dynlab.app.Narrator;
import dynlab.app.Spoken;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Surface;
import dynlab.numeric.Numbers;
import dynlab.scene.Narration;
import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.Wording;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Scale;
import dynlab.view.plot.StageNumbers;
import dynlab.view.plot.TimeLine;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** Play, step, speed, and the scrubber with its marks. */
final class Transport {
    /** A whole run takes this long at speed 1. */
    private static final double SECONDS = 12;

    private static final double STILL_SECONDS = 1.4;
    private static final double[] SPEEDS = {0.5, 1, 2, 4};
    private static final String[] SPEED_NAMES = {"½×", "1×", "2×", "4×"};

    private final Lab lab;
    private final HTMLElement play = Dom.find("play");
    private final HTMLElement speedButton = Dom.find("speed");
    private final HTMLElement scrubber = Dom.find("scrubber");
    private final HTMLElement marks = Dom.find("marks");
    private final HTMLElement live = Dom.find("live");
    private int speed = 1;
    private boolean playing;
    private double last;
    private double exact;
    private boolean marksStale = true;
    private String announced = "";
    private int stillTimer;
    private int settledTimer;

    Transport(Lab lab) {
        this.lab = lab;
        Dom.on(play, "click", e -> toggle());
        Dom.on(Dom.find("to-start"), "click", e -> toStart());
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
        lab.hit(lab.stage().timeline(), event.getClientX(), event.getClientY()).ifPresent(hit -> lab.seek(hit.step()));
    }

    private void faster() {
        speed = (speed + 1) % SPEEDS.length;
        Dom.text(Dom.find("speed-now"), SPEED_NAMES[speed]);
        Dom.attribute(speedButton, "aria-label", Words.say("lab.transport.speed", SPEED_NAMES[speed]));
    }

    void toStart() {
        stop();
        lab.seek(0);
    }

    void nudge(double by) {
        stop();
        lab.seek(Math.rint(lab.step()) + by);
    }

    void toEnd() {
        stop();
        lab.story().ifPresent(s -> lab.seek(s.horizon()));
    }

    void toggle() {
        if (playing) {
            stop();
        } else {
            start();
        }
    }

    private void start() {
        Optional<RunView> story = lab.story();
        if (story.isEmpty()) {
            return;
        }
        if (lab.step() >= story.get().horizon()) {
            lab.seek(0);
        }
        playing = true;
        showPlaying();
        if (Dom.matches("(prefers-reduced-motion: reduce)")) {
            still();
        } else {
            last = Dom.now();
            exact = lab.step();
            Dom.frame(this::tick);
        }
    }

    void stop() {
        if (playing) {
            playing = false;
            Dom.forget(stillTimer);
            showPlaying();
        }
    }

    private void showPlaying() {
        Dom.toggle(play, "data-playing", playing);
        Dom.attribute(play, "aria-label", playing ? Words.say("lab.transport.pause") : Words.say("lab.transport.play"));
    }

    private void tick(double time) {
        if (!playing || lab.story().isEmpty()) {
            return;
        }
        double horizon = lab.story().get().horizon();
        double now = Dom.now();
        exact = Math.min(horizon, exact + (now - last) / 1000 * SPEEDS[speed] * horizon / SECONDS);
        last = now;
        lab.seek(Math.floor(exact));
        if (exact >= horizon) {
            stop();
        } else {
            Dom.frame(this::tick);
        }
    }

    /** Without motion: from stage to stage and the middle between, each held for a while. */
    private void still() {
        if (!playing || lab.story().isEmpty()) {
            return;
        }
        double next = nextStop(lab.story().get(), lab.step());
        lab.seek(next);
        if (next >= lab.story().get().horizon()) {
            stop();
        } else {
            stillTimer = Dom.later(this::still, 1000 * STILL_SECONDS / SPEEDS[speed]);
        }
    }

    private static double nextStop(RunView story, double step) {
        List<Double> stops = new ArrayList<>();
        double before = 0;
        for (RunView.Stage stage : story.stages()) {
            stops.add((before + stage.step()) / 2);
            stops.add(Math.ceil(stage.step()));
            before = stage.step();
        }
        stops.add((before + story.horizon()) / 2);
        for (double stop : stops) {
            if (Math.rint(stop) > step) {
                return Math.rint(stop);
            }
        }
        return story.horizon();
    }

    /** A run has another length. */
    void horizon(RunView story) {
        Dom.attribute(scrubber, "aria-valuemax", Numbers.fixed(story.horizon(), 0));
        marksStale = true;
    }

    void layOutAgain() {
        marksStale = true;
    }

    /** Follows a frame that was drawn. */
    void show(Frame frame) {
        String epoch = Numbers.fixed(frame.step(), 0);
        Narration words = Narrator.of(lab.state());
        Dom.attribute(scrubber, "aria-valuenow", epoch);
        String stage = Wording.inside(words.stage()) + (words.happened().isEmpty() ? "" : ", " + words.happened());
        Dom.attribute(
                scrubber,
                "aria-valuetext",
                Words.say("lab.transport.epoch", epoch, stage.isEmpty() ? "" : ", " + stage));
        placeMarks(frame);
        if (!announced.isEmpty()
                && !announced.equals(words.stage())
                && !lab.state().stale()) {
            Dom.text(live, Spoken.now(lab.state()));
        }
        announced = lab.state().stale() ? "" : words.stage();
        if (!playing) {
            Dom.forget(settledTimer);
            settledTimer = Dom.later(() -> describe(frame, stage), 250);
        }
    }

    /** One sentence for each picture, from its views. */
    private void describe(Frame frame, String stage) {
        for (Surface surface : lab.stage().surfaces()) {
            StringBuilder words = new StringBuilder();
            for (Layout.Panel panel : surface.panels()) {
                words.append(words.length() == 0 ? "" : " ").append(panel.view().describe(frame));
            }
            if (words.length() > 0) {
                String when = Words.say(
                        "lab.transport.epoch-2",
                        Numbers.fixed(frame.step(), 0),
                        stage.isEmpty() ? "." : ": " + stage,
                        stage.isEmpty() || stage.endsWith(".") ? "" : ".");
                Dom.attribute(surface.canvas(), "aria-label", words + when);
            }
        }
    }

    private void placeMarks(Frame frame) {
        if (!marksStale) {
            return;
        }
        marksStale = false;
        Box box = lab.stage().timeline().panels().get(0).box();
        List<StageNumbers.Mark> all = frame.kind() == Layout.Kind.TINY ? List.of() : StageNumbers.marks(frame, box);
        Dom.empty(marks);
        for (StageNumbers.Mark mark : all) {
            HTMLElement button = Dom.make("button", "", marks);
            Dom.attribute(button, "type", "button");
            String when = Numbers.fixed(Math.ceil(mark.step()), 0);
            Dom.attribute(
                    button,
                    "aria-label",
                    Words.say(
                            "lab.transport.stage-epoch",
                            mark.number(),
                            when,
                            Wording.parted(frame.story(), mark.step())));
            button.setTitle(Wording.dated(frame.story(), mark.step()));
            Dom.style(button, "left", Numbers.plain(mark.x(), 0) + "px");
            Dom.style(button, "top", (int) (box.y() + StageNumbers.middle(frame)) + "px");
            Dom.on(button, "click", e -> {
                stop();
                lab.seek(Math.ceil(mark.step()));
            });
        }
        Scale axis = TimeLine.axis(frame, box);
        Dom.attribute(scrubber, "aria-valuemax", Numbers.fixed(axis.to(), 0));
    }

    /** Keys of the scrubber and of the lab; returns whether the key was used. */
    boolean key(Dom.Event event) {
        if (event.isCtrlKey() || event.isAltKey() || event.isMetaKey()) {
            return false;
        }
        double stride = event.isShiftKey() ? 10 : 1;
        switch (event.getKey()) {
            case " " -> toggle();
            case "ArrowLeft" -> nudge(-stride);
            case "ArrowRight" -> nudge(stride);
            case "Home" -> toStart();
            case "End" -> toEnd();
            case "r", "R" -> toStart();
            default -> {
                return false;
            }
        }
        return true;
    }
}
