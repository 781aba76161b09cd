package dynlab.browser.build;

import dynlab.app.Notice;
import dynlab.browser.dom.CanvasPen;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Failures;
import dynlab.browser.dom.JsDecimals;
import dynlab.browser.dom.NoticeList;
import dynlab.drawing.ContextEdit;
import dynlab.drawing.Drawing;
import dynlab.drawing.GraphEdit;
import dynlab.drawing.History;
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

/** The page on which a network is drawn: what is drawn, what is selected, and every edit of it. */
public final class Builder {
    private static final String FIRST = "routing-3";

    private static @Nullable Builder builder;

    private final JsDecimals decimals = new JsDecimals();
    private final NoticeList notices = new NoticeList(id -> {}, this::dismissed);
    private dynlab.app.Notices noticed = dynlab.app.Notices.NONE;
    private final HTMLElement live = Dom.find("live");
    private final List<BuildPanel> panels = new ArrayList<>();
    private History history;
    private final BuildRun run;
    private final BuildFiles door;
    private Palette palette = Palette.LIGHT;
    private String selection = "";
    private int context;
    private double step;
    private boolean scheduled;
    /** Nothing is shown before the link, if there is one, has been unpacked. */
    private boolean begun;

    /** Whether every edit lays the network out anew; until a layer is moved by hand. */
    private boolean arranged = true;

    private String said = "";

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
        run = new BuildRun(this, workerUrl);
        door = new BuildFiles(this);
        history = new History(Drawing.blank());
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
        panels.add(new GateTable(this));
        panels.add(new Inspector(this));
        panels.add(new ContextFields(this));
        panels.add(new DataDialog(this));
        panels.add(new TrainingFields(this));
        RunTimeLine line = new RunTimeLine(this);
        panels.add(line);
        panels.add(new BuildControls(this, line.player()));
        panels.add(new TheoryBadge(this, line.player()));
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
        history = new History(first);
        arranged = laidOut(first);
        step = opensAt(first);
        run.soon();
        drawSoon();
    }

    // ---- what the panels ask

    Drawing drawing() {
        return history.now();
    }

    JsDecimals decimals() {
        return decimals;
    }

    Palette palette() {
        return palette;
    }

    BuildRun run() {
        return run;
    }

    BuildFiles door() {
        return door;
    }

    History history() {
        return history;
    }

    /** Id of the selected node, or of the selected edge behind a "&gt;"; empty if none. */
    String selection() {
        return selection;
    }

    /** The selected context. */
    int context() {
        return context;
    }

    double step() {
        return step;
    }

    // ---- what they do

    /** Does an edit, or says why not; returns whether it was done. */
    boolean edit(Function<Drawing, Outcome> how) {
        Outcome outcome = how.apply(history.now());
        if (!outcome.done()) {
            said = outcome.why().map(Words::say).orElse("");
            say(said);
            notices.brief(said);
            return false;
        }
        boolean grown = !outcome.drawing().edges().equals(history.now().edges())
                || outcome.drawing().nodes().size() != history.now().nodes().size();
        Drawing next = arranged && grown ? GraphEdit.arrange(outcome.drawing()).drawing() : outcome.drawing();
        show(next, outcome.said().map(Words::say).orElse(""));
        return true;
    }

    private void show(Drawing next, String said) {
        boolean other = !next.equals(history.now());
        if (other) {
            history.take(next);
            changed();
        }
        if (!said.isEmpty()) {
            say(said + ".");
        }
        drawSoon();
    }

    /** Another drawing altogether; the old one can be had back. */
    void open(Drawing next, String said) {
        arranged = laidOut(next);
        selection = "";
        context = 0;
        step = opensAt(next);
        show(next, said);
    }

    void undo() {
        if (history.canUndo()) {
            history.undo();
            changed();
            say(Words.say("build.builder.undone"));
        } else {
            say(Words.say("build.builder.nothing-undo"));
        }
    }

    void redo() {
        if (history.canRedo()) {
            history.redo();
            changed();
            say(Words.say("build.builder.done-again"));
        } else {
            say(Words.say("build.builder.nothing-redo"));
        }
    }

    private void changed() {
        Drawing now = history.now();
        context = Math.max(0, Math.min(context, now.contexts().size() - 1));
        if (now.node(selection).isEmpty() && now.edge(edgeOf(selection)).isEmpty()) {
            selection = "";
        }
        run.soon();
        drawSoon();
    }

    /** The edge that a selection names, or nothing of an edge's form. */
    static String edgeOf(String selection) {
        return selection.startsWith("edge ") ? selection.substring(5) : "";
    }

    void select(String what) {
        selection = what;
        drawSoon();
    }

    void selectContext(int index) {
        if (index != context && index >= 0 && index < drawing().contexts().size()) {
            context = index;
            say(ContextEdit.name(drawing(), index).words()
                    + (drawing().contexts().get(index).train()
                            ? Words.say("build.builder.trained")
                            : Words.say("build.builder.held-out")));
        }
        drawSoon();
    }

    /** Where something has been learned and something has not. */
    private static double opensAt(Drawing drawing) {
        return Math.rint(0.3 * drawing.settings().steps());
    }

    private static boolean laidOut(Drawing drawing) {
        return GraphEdit.arrange(drawing).drawing().nodes().equals(drawing.nodes());
    }

    /** A layer was moved: places are the hand's from now on. */
    void byHand() {
        arranged = false;
    }

    void byLayers() {
        arranged = true;
    }

    boolean arranged() {
        return arranged;
    }

    /** Why the last edit was refused. */
    String said() {
        return said;
    }

    /** Removes what is selected. */
    void removeSelected() {
        String edge = edgeOf(selection);
        if (!edge.isEmpty()) {
            edit(d -> GraphEdit.disconnect(d, edge));
        } else if (!selection.isEmpty()) {
            String node = selection;
            edit(d -> GraphEdit.remove(d, node));
        }
    }

    void seek(double to) {
        step = Math.max(0, Math.min(drawing().settings().steps(), Math.rint(to)));
        drawSoon();
    }

    void say(String words) {
        // the same words twice would not be read twice
        Dom.text(live, words.equals(live.getTextContent()) ? words + " " : words);
    }

    /** Says something over the page. */
    void notice(String sentence) {
        noticed = noticed.saying(sentence, true, Notice.Of.PAGE, 0, "");
        notices.show(noticed.all());
    }

    private void dismissed(int notice) {
        noticed = noticed.dismissing(notice);
        notices.show(noticed.all());
    }

    NoticeList notices() {
        return notices;
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
