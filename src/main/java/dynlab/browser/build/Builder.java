package dynlab.browser.build;

import dynlab.app.Notices;
import dynlab.app.Transition;
import dynlab.app.build.BuildEffect;
import dynlab.app.build.BuildEvent;
import dynlab.app.build.BuildState;
import dynlab.app.build.DrawnRun;
import dynlab.app.build.Workbench;
import dynlab.browser.dom.CanvasPen;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Failures;
import dynlab.browser.dom.JsDecimals;
import dynlab.browser.dom.NoticeList;
import dynlab.drawing.Drawing;
import dynlab.drawing.GraphEdit;
import dynlab.drawing.Outcome;
import dynlab.drawing.Presets;
import dynlab.view.pen.Palette;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The page on which a network is drawn, wired to its application: every control sends an event, the state that follows is
 * shown, and what the page has to do is done. What is shown is decided in {@link dynlab.app.build}, not here.
 */
public final class Builder {
    private static final String FIRST = "routing-3";
    private static final double RUN_DELAY = 250;

    private static @Nullable Builder builder;

    private final JsDecimals decimals = new JsDecimals();
    private final NoticeList notices = new NoticeList(id -> {}, id -> send(new BuildEvent.Dismissed(id)));
    private final HTMLElement live = Dom.find("live");
    private final List<BuildPanel> panels = new ArrayList<>();
    private final BuildWorker worker;
    private final BuildFiles door;
    private BuildState state = Workbench.open(Drawing.blank(), Notices.NONE).state();
    private Palette palette = Palette.LIGHT;
    private boolean scheduled;
    private int runTimer;
    /** Nothing is shown before the link, if there is one, has been unpacked. */
    private boolean begun;

    /**
     * Entry point, called once by {@code web/build/boot.js}.
     *
     * @param args address of {@code worker.js}
     */
    public static void main(String[] args) {
        builder = new Builder(args[0]);
        builder.start();
    }

    /** What is drawn, as its file; for tests. */
    @JSExport
    public static String report() {
        return builder == null ? "" : builder.door.file();
    }

    private Builder(String workerUrl) {
        worker = new BuildWorker(this, workerUrl);
        door = new BuildFiles(this);
    }

    /** A pen for a canvas of this page. */
    static CanvasPen pen(String id) {
        HTMLElement canvas = Dom.find(id);
        CanvasPen pen = new CanvasPen((HTMLCanvasElement) canvas);
        pen.fonts(Dom.computed(canvas, "--sans"), Dom.computed(canvas, "--serif"));
        return pen;
    }

    static Drawing preset(String id) {
        for (Presets.Preset preset : Presets.ALL) {
            if (preset.id().equals(id)) {
                return preset.make().get();
            }
        }
        return Drawing.blank();
    }

    private void start() {
        panels.add(new SheetBoxes(this));
        panels.add(new GatesPanel(this));
        panels.add(new Inspector(this));
        panels.add(new ContextFields(this));
        panels.add(new DataDialog(this));
        panels.add(new TrainingFields(this));
        RunTimeLine line = new RunTimeLine(this);
        panels.add(line);
        panels.add(new BuildControls(this, line.player()));
        panels.add(new BadgePanel(this));
        panels.add(new RacePanel(this, line.player()));
        door.wire();
        if (BuildFiles.linked()) {
            door.fromAddress(this::begin, () -> begin(preset(FIRST)));
        } else {
            begin(preset(FIRST));
        }
    }

    /** With a drawing that nothing comes before. */
    private void begin(Drawing first) {
        begun = true;
        follow(Workbench.open(first, state.notices()));
    }

    /** Something happened: what follows is shown, and done. */
    void send(BuildEvent event) {
        follow(Workbench.on(state, event));
    }

    private void follow(Transition<BuildState, BuildEffect> next) {
        boolean told = !next.state().notices().equals(state.notices());
        state = next.state();
        if (told) {
            notices.show(state.notices().all());
        }
        Dom.state("digest", state.digest());
        Dom.state("state", state.word());
        next.effects().forEach(this::perform);
        drawSoon();
    }

    private void perform(BuildEffect effect) {
        if (effect instanceof BuildEffect.Run run) {
            worker.run(run);
        } else if (effect instanceof BuildEffect.Stop) {
            worker.stop();
        } else if (effect instanceof BuildEffect.RunSoon) {
            Dom.forget(runTimer);
            runTimer = Dom.later(() -> send(new BuildEvent.Due()), RUN_DELAY);
        } else if (effect instanceof BuildEffect.Announce said) {
            say(said.words());
        } else if (effect instanceof BuildEffect.Brief brief) {
            notices.brief(brief.words());
        } else {
            throw new AssertionError("a new kind of effect");
        }
    }

    // ---- what the panels ask

    BuildState state() {
        return state;
    }

    Drawing drawing() {
        return state.drawing();
    }

    DrawnRun run() {
        return state.run();
    }

    /** Id of the selected node, or of the selected edge behind "edge "; empty if none. */
    String selection() {
        return state.selection();
    }

    /** The selected context. */
    int context() {
        return state.context();
    }

    double step() {
        return state.step();
    }

    JsDecimals decimals() {
        return decimals;
    }

    Palette palette() {
        return palette;
    }

    BuildFiles door() {
        return door;
    }

    // ---- what they do

    /** Does an edit, or says why not; returns whether it was done. */
    boolean edit(Function<Drawing, Outcome> how) {
        Outcome outcome = how.apply(drawing());
        send(new BuildEvent.Edited(outcome));
        return outcome.done();
    }

    /** Another drawing altogether; the old one can be had back. */
    void open(Drawing next, String said) {
        send(new BuildEvent.Opened(next, said));
    }

    void select(String what) {
        send(new BuildEvent.Selected(what));
    }

    void selectContext(int index) {
        send(new BuildEvent.ContextChosen(index));
    }

    /** Removes what is selected. */
    void removeSelected() {
        String edge = state.selectedEdge();
        if (!edge.isEmpty()) {
            edit(d -> GraphEdit.disconnect(d, edge));
        } else if (!selection().isEmpty()) {
            String node = selection();
            edit(d -> GraphEdit.remove(d, node));
        }
    }

    void say(String words) {
        // the same words twice would not be read twice
        Dom.text(live, words.equals(live.getTextContent()) ? words + " " : words);
    }

    /** Says something for a moment, over the page and to those who listen. */
    void brief(String words) {
        say(words);
        notices.brief(words);
    }

    /** Says something over the page. */
    void notice(String sentence) {
        send(new BuildEvent.Said(sentence));
    }

    void palette(Palette next) {
        palette = next;
        drawSoon();
    }

    void drawSoon() {
        if (begun && !scheduled) {
            scheduled = true;
            Dom.frame(time -> {
                scheduled = false;
                for (BuildPanel panel : panels) {
                    Failures.tried(Words.say("build.builder.part-page-could"), panel::draw);
                }
                Dom.state("drawn", "yes");
            });
        }
    }
}
