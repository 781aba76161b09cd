package dynlab.browser.lab;

import dynlab.app.SpokenText;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.FigureCanvas;
import dynlab.browser.dom.Player;
import dynlab.numeric.Numbers;
import dynlab.scene.Narration;
import dynlab.view.Frame;
import dynlab.view.RunView;
import dynlab.view.View;
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
import java.util.OptionalDouble;
import org.teavm.jso.dom.html.HTMLElement;

/** The time line of a lesson's run: what the player plays, the marks of its stages, and what is said of a moment. */
final class Transport implements Player.Time {
    private final Lab lab;
    private final Player player;
    private final HTMLElement scrubber = Dom.find("scrubber");
    private final HTMLElement marks = Dom.find("marks");
    private final HTMLElement live = Dom.find("live");
    private boolean marksStale = true;
    /** Stages that have a mark: under cover there come more of them. */
    private int marked;

    private String announced = "";
    private int settledTimer;

    Transport(Lab lab) {
        this.lab = lab;
        player = new Player(this);
    }

    Player player() {
        return player;
    }

    @Override
    public double step() {
        return lab.step();
    }

    @Override
    public double horizon() {
        return lab.story().map(RunView::horizon).orElse(0.0);
    }

    @Override
    public void seek(double step) {
        lab.seek(step);
    }

    @Override
    public double stride() {
        return 1;
    }

    @Override
    public double next(double step) {
        return lab.story().map(story -> nextStop(story, step)).orElse(step);
    }

    @Override
    public OptionalDouble at(double x, double y) {
        Optional<View.Hit> hit = lab.hit(lab.stage().timeline(), x, y);
        return hit.isPresent() ? OptionalDouble.of(hit.get().step()) : OptionalDouble.empty();
    }

    /** From stage to stage, and the middle between. */
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

    /**
     * Follows a frame that was drawn.
     *
     * @param words what the narrator says of it
     */
    void show(Frame frame, Narration words) {
        String epoch = Numbers.fixed(frame.step(), 0);
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
            Dom.text(live, SpokenText.now(lab.state()));
        }
        announced = lab.state().stale() ? "" : words.stage();
        if (!player.playing()) {
            Dom.forget(settledTimer);
            settledTimer = Dom.later(() -> describe(frame, stage), 250);
        }
    }

    /** One sentence for each picture, from its views. */
    private void describe(Frame frame, String stage) {
        for (FigureCanvas surface : lab.stage().surfaces()) {
            StringBuilder words = new StringBuilder();
            for (Layout.Panel panel : surface.panels()) {
                words.append(words.length() == 0 ? "" : " ")
                        .append(lab.known().words().apply(panel.view(), frame));
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
        int stages = frame.story().stages().size();
        if (!marksStale && stages == marked) {
            return;
        }
        marksStale = false;
        marked = stages;
        Box box = lab.stage().timeline().panels().get(0).box();
        List<StageNumbers.Mark> all = frame.kind() == Layout.Kind.TINY
                ? List.of()
                : StageNumbers.marks(lab.stage().timeline().pen(), frame, box);
        double unit = lab.stage().timeline().unit();
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
            Dom.style(button, "left", Numbers.plain(unit * mark.x(), 0) + "px");
            Dom.style(button, "top", (int) (unit * (box.y() + StageNumbers.middle(frame))) + "px");
            Dom.on(button, "click", e -> player.seek(Math.ceil(mark.step())));
        }
        Scale axis = TimeLine.axis(frame, box);
        Dom.attribute(scrubber, "aria-valuemax", Numbers.fixed(axis.to(), 0));
    }
}
