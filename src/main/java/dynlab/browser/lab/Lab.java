package dynlab.browser.lab;

import dynlab.app.Catalogue;
import dynlab.app.Effect;
import dynlab.app.Event;
import dynlab.app.LabState;
import dynlab.app.Laboratory;
import dynlab.app.Notice;
import dynlab.app.RunSet;
import dynlab.app.Transition;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.FigureCanvas;
import dynlab.browser.dom.JsDecimals;
import dynlab.browser.dom.NoticeList;
import dynlab.browser.dom.PageVisibility;
import dynlab.browser.dom.Player;
import dynlab.browser.dom.Restrictions;
import dynlab.browser.dom.Theme;
import dynlab.browser.worker.WorkerClient;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.scene.Address;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.view.Frame;
import dynlab.view.Frame.Pointer;
import dynlab.view.Frame.Reading;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.pen.Layout;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A page with one lesson, wired to its application: every control sends an event, the state that follows is shown, and what
 * the page has to do is done. What is shown is decided in {@link dynlab.app}, not here.
 */
final class Lab implements WorkerClient.Listener {
    private static final double ADDRESS_DELAY = 300;
    private static final double RUN_DELAY = 40;
    private static final double VERIFY_DELAY = 250;

    private static @Nullable Lab lab;

    private final String workerUrl;
    private final PageProgram known;
    private final Laboratory laboratory;
    private LabState state;

    private final FigureBoard stage;
    private final NoticeList notices =
            new NoticeList(id -> send(new Event.LongRunAllowed(id)), id -> send(new Event.NoticeDismissed(id)));
    private final Restrictions restrictions = new Restrictions();
    private final PageVisibility sight;
    private final AddressBar bar;
    private final Transport transport;
    private final List<SceneExtra> extras;
    private final LabScreen screen;
    private final Controls controls;
    private @Nullable WorkerClient simulator;
    private @Nullable FigureOverlay overlay;
    private boolean scheduled;
    private boolean played;
    private int runTimer;
    private int addressTimer;

    static void start(String workerUrl, PageProgram known) {
        Dom.later(() -> lab = new Lab(workerUrl, known), 0);
    }

    static String report() {
        return lab == null ? "{}" : lab.stage.report();
    }

    private Lab(String workerUrl, PageProgram known) {
        this.workerUrl = workerUrl;
        this.known = known;
        JsDecimals decimals = new JsDecimals();
        HTMLElement root = Dom.find("lab");
        Scene home = known.scene(String.valueOf(root.getAttribute("data-scene")))
                .orElse(known.scenes().get(0));
        Catalogue catalogue = new Catalogue(known.scenes(), home, decimals);
        laboratory = new Laboratory(catalogue);
        bar = new AddressBar(this, known, catalogue, workerUrl.substring(0, workerUrl.lastIndexOf('/')));
        // an embed may be far below what its host shows
        sight = new PageVisibility(root, !Dom.page().equals("embed") && !PageVisibility.pageHidden(), this::seen);
        Transition<LabState, Effect> first = laboratory.open(bar.first(), "", sight.seen());
        state = first.state();
        stage = new FigureBoard(known.views(), this::drawSoon);
        transport = new Transport(this);
        controls = new Controls(this);
        controls.wire();
        extras = known.extras().apply(this);
        screen = new LabScreen(this, known);
        dress();
        Dom.whenMatches("(prefers-color-scheme: dark)", this::dress);
        // what takes long is done in tasks of its own
        Dom.later(
                () -> {
                    screen.begin(state);
                    Dom.later(
                            () -> {
                                screen.all(state);
                                if (!bar.opens()) {
                                    first.effects().forEach(this::perform);
                                }
                            },
                            0);
                },
                0);
    }

    /** Something happened: what follows is shown, and done. */
    void send(Event event) {
        LabState before = state;
        Transition<LabState, Effect> transition = laboratory.on(before, event);
        state = transition.state();
        screen.changed(before, state);
        transition.effects().forEach(this::perform);
    }

    private void perform(Effect effect) {
        if (effect instanceof Effect.Run run) {
            simulator().run(run);
        } else if (effect instanceof Effect.Stop) {
            if (simulator != null) {
                simulator.cancel();
            }
        } else if (effect instanceof Effect.RunSoon) {
            Dom.forget(runTimer);
            runTimer = Dom.later(() -> send(new Event.SettingsRested()), RUN_DELAY);
        } else if (effect instanceof Effect.VerifySoon verify) {
            Dom.later(() -> send(new Event.VerifyDue(verify.number())), VERIFY_DELAY);
        } else if (effect instanceof Effect.Fetch fetch) {
            fetch(fetch);
        } else if (effect instanceof Effect.Write write) {
            Dom.forget(addressTimer);
            if (write.now()) {
                bar.write();
            } else {
                addressTimer = Dom.later(bar::write, ADDRESS_DELAY);
            }
        } else if (effect instanceof Effect.Push) {
            bar.push();
        } else if (effect instanceof Effect.Announce said) {
            Dom.text(Dom.find("live"), said.words());
        } else if (effect instanceof Effect.Settled) {
            settled();
        } else {
            throw new AssertionError("a new kind of effect");
        }
    }

    private void fetch(Effect.Fetch fetch) {
        String recorded = workerUrl.substring(0, workerUrl.lastIndexOf('/')) + "/data/" + fetch.scene();
        for (int k = 1; k <= fetch.companions(); k++) {
            int run = k;
            RecordedRun.fetch(
                    recorded + "." + k + ".run.gz",
                    result -> send(new Event.RecordedRunArrived(fetch.number(), run, result)),
                    () -> {});
        }
        RecordedRun.fetch(
                recorded + ".run.gz",
                result -> send(new Event.RecordedRunArrived(fetch.number(), 0, result)),
                () -> send(new Event.NoRecordedRun(fetch.number())));
    }

    private WorkerClient simulator() {
        if (simulator == null) {
            simulator = new WorkerClient(
                    workerUrl, state.look("backend"), state.story().isEmpty(), this);
        }
        return simulator;
    }

    private void seen(boolean now) {
        if (!now) {
            player().stop();
        }
        if (simulator != null) {
            simulator.pause(!now);
        }
        send(new Event.PageSeen(now));
    }

    private void settled() {
        bar.showOpen();
        if (!played
                && state.look("autoplay").equals("1")
                && sight.seen()
                && !Dom.matches("(prefers-reduced-motion: reduce)")) {
            player().toggle();
        }
        if (!played && Dom.page().equals("lab") && !state.look("pins").isEmpty()) {
            bar.share();
        }
        played = true;
    }

    // ---- what the parts of the page ask

    LabState state() {
        return state;
    }

    FigureBoard stage() {
        return stage;
    }

    NoticeList notices() {
        return notices;
    }

    Restrictions restrictions() {
        return restrictions;
    }

    Transport transport() {
        return transport;
    }

    private Player player() {
        return transport.player();
    }

    List<SceneExtra> extras() {
        return extras;
    }

    Controls controls() {
        return controls;
    }

    AddressBar bar() {
        return bar;
    }

    /** What is drawn: the run, or the last one until there is something of it. */
    Optional<RunView> story() {
        return state.story();
    }

    double step() {
        return state.view().step();
    }

    Experiment experiment() {
        return state.runs().experiment();
    }

    boolean locks(String word) {
        return restrictions.locks(word);
    }

    /** What lies at a point of the window on one of the canvases. */
    Optional<View.Hit> hit(FigureCanvas surface, double x, double y) {
        return frame(stage.kind())
                .flatMap(frame -> surface.at(frame, x, y))
                .map(hit -> state.hides(hit.step()) ? View.Hit.block(-1, hit.step(), "") : hit);
    }

    /** What figures show, with what the page adds to it. */
    Optional<Frame> frame(Layout.Kind kind) {
        Optional<Frame> frame = state.frame(kind);
        return overlay == null || frame.isEmpty() ? frame : Optional.of(overlay.drawn(state, frame.get()));
    }

    void overlay(FigureOverlay adds) {
        overlay = adds;
    }

    /** Asks the worker, which has nothing else to do. */
    void ask(Effect.Run run) {
        simulator().run(run);
    }

    // ---- what the parts of the page tell

    /** A knob was moved, and may go on moving. */
    void changed(SceneConfig config, String knob) {
        send(new Event.KnobChanged(config, knob));
    }

    /** The reader changed the world: another entry in the history, so that going back undoes it. */
    void edited(SceneConfig config) {
        bar.write();
        send(new Event.WorldEdited(config));
    }

    /** Says something over the page, which goes when something else is opened. */
    void say(String sentence, boolean bad) {
        send(new Event.NoticeRaised(sentence, bad, Notice.Of.ADDRESS));
    }

    /** Moves the time cursor. */
    void seek(double to) {
        send(new Event.CursorMoved(to));
    }

    /** Moves it by the pointer, which ends playing. */
    void seekByHand(double to) {
        player().seek(to);
    }

    boolean key(Dom.Event event) {
        return player().key(event);
    }

    void ask(int property, int item) {
        send(new Event.QuestionChosen(property, item));
    }

    void read(Reading what) {
        send(new Event.ReadingChosen(what));
    }

    void point(Pointer at) {
        if (!at.equals(state.view().pointer())) {
            send(new Event.PointerMoved(at));
        }
    }

    /** Shows another address. */
    void open(Address next, String file) {
        Dom.forget(addressTimer);
        Dom.forget(runTimer);
        player().stop();
        send(new Event.AddressOpened(next, file));
        bar.showOpen();
        if (next.look().containsKey("theme") || next.look().containsKey("palette")) {
            dress();
        }
    }

    // ---- what the worker tells

    @Override
    public void result(int request, int run, Result result, double share, boolean whole) {
        if (overlay != null && whole) {
            overlay.arrived(request, run, result);
        }
        send(new Event.RunArrived(request, run, result, share, whole));
    }

    @Override
    public void progress(int request, double share) {
        send(new Event.RunProgressed(request, share));
    }

    @Override
    public void failed(int request, String sentence, String place) {
        send(new Event.RunRefused(request, sentence));
    }

    @Override
    public void restarted() {
        send(new Event.WorkerRestarted());
    }

    @Override
    public void lost(int request) {
        send(new Event.WorkerLost(request, Words.say("lab.lab.worker-stopped-does")));
    }

    @Override
    public void backend(String name) {
        Dom.state("backend", name);
        Dom.state("worker", name);
    }

    // ---- drawing

    void drawSoon() {
        if (!scheduled) {
            scheduled = true;
            Dom.frame(this::draw);
        }
    }

    private void draw(double time) {
        scheduled = false;
        if (state.shown().isEmpty()) {
            screen.words(state);
            return;
        }
        if (stage.layOut()) {
            transport.layOutAgain();
        }
        Frame now = frame(stage.kind()).orElseThrow();
        boolean opening = stage.opening();
        stage.draw(now);
        if (opening && !stage.opening()) {
            screen.state(state);
        }
        transport.show(now, screen.words(state));
        controls.readAgain();
    }

    private void dress() {
        Theme.dress(Theme.wanted(state.address(), Dom.page().equals("embed")), stage::palette);
    }

    /** The theme that was chosen on the page; it takes the place of what the address asked for. */
    void chooseTheme(String name) {
        send(new Event.LookChosen("palette", ""));
        send(new Event.LookChosen("theme", ""));
        Theme.dress(name, stage::palette);
    }

    /** The runs of the settings, for what follows them. */
    RunSet runs() {
        return state.runs();
    }

    PageProgram known() {
        return known;
    }
}
