package dynlab.browser;

import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.experiment.Result;
import dynlab.scene.Address;
import dynlab.scene.FileLink;
import dynlab.scene.Narration;
import dynlab.scene.Preset;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.task.World;
import dynlab.view.Frame;
import dynlab.view.Frame.Asked;
import dynlab.view.Frame.Pointer;
import dynlab.view.Frame.Reading;
import dynlab.view.RunView;
import dynlab.view.View;
import dynlab.view.Wording;
import dynlab.view.pen.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The laboratory: what is shown, and what every control does to it. Nothing here trains. */
final class Lab implements Simulator.Listener {
    private static final double ADDRESS_DELAY = 300;
    private static final double BUSY_DELAY = 300;
    private static final double RUN_DELAY = 40;
    private static final double VERIFY_DELAY = 250;
    /** Runs that are thought to take longer than this are asked about first. */
    private static final double LONG_RUN = 60;

    private static @Nullable Lab lab;

    private final JsDecimals decimals = new JsDecimals();
    private final Repertoire known;
    private final Stage stage;
    private final Words words = new Words();
    private final Notices notices = new Notices();
    private final DigestMark mark = new DigestMark(notices);
    private final Restrictions restrictions = new Restrictions();
    private final String page = Dom.page();
    private final Scene home;
    private final Sight sight;
    private final SceneMenu menu;
    private final List<Extra> extras;
    private final String workerUrl;
    private @Nullable Simulator simulator;
    private final Transport transport;
    private Settings knobs;

    private Address address;
    private String written = "";
    private final Links links;
    /** What is shown. */
    private Runs runs;
    /** The last finished run, drawn faintly while another is computed. */
    private Optional<RunView> finished = Optional.empty();

    private double step;
    private Asked asked;
    private Reading reading = Reading.SAYS;
    private final LayerChoice layers = new LayerChoice(this::drawSoon);
    private Pointer pointer = Pointer.AWAY;
    private boolean scheduled;
    private boolean running;
    /** A finished run is shown and computed again behind it: parts of that would be a step back. */
    private boolean verifying;
    /** A run that waits until somebody looks. */
    private Optional<Runnable> unseen = Optional.empty();
    /** The runs that a person wants in spite of their length. */
    private Optional<Runs> wanted = Optional.empty();

    private boolean played;

    private int busyTimer;
    private int runTimer;
    private int addressTimer;

    static void start(String workerUrl, Repertoire known) {
        lab = new Lab(workerUrl, known);
    }

    static String report() {
        return lab == null ? "{}" : lab.stage.report();
    }

    private Lab(String workerUrl, Repertoire known) {
        this.workerUrl = workerUrl;
        links = new Links(decimals, workerUrl.substring(0, workerUrl.lastIndexOf('/')));
        this.known = known;
        stage = new Stage(known.views(), this::drawSoon);
        menu = new SceneMenu(known, this::go);
        HTMLElement root = Dom.find("lab");
        home = known.scene(String.valueOf(root.getAttribute("data-scene")))
                .orElse(known.scenes().get(0));
        // an embed may be far below what its host shows
        sight = new Sight(root, !page.equals("embed") && !Sight.pageHidden(), this::seen);
        Optional<FileLink> link = FileLink.of(here());
        address = known.parse(link.isPresent() ? "" : here(), decimals, home);
        runs = new Runs(address.scene(), address.config());
        step = startingStep(address);
        asked = Asking.first(address, runs.world(), notices);
        transport = new Transport(this);
        knobs = known.settings().apply(this);
        new Controls(this, notices).wire();
        extras = known.extras().apply(this);
        readTheme();
        report(address.problems());
        showScene();
        if (link.isPresent()) {
            openLink(link.get());
        } else {
            begin();
        }
    }

    /** The address; on the first page a # may also lead to a part of it. */
    private String here() {
        String all = Dom.address();
        return page.equals("home") && all.indexOf('=') < 0 ? "" : all;
    }

    private void seen(boolean now) {
        if (now && unseen.isPresent()) {
            Runnable run = unseen.get();
            unseen = Optional.empty();
            run.run();
        }
        if (!now) {
            transport.stop();
        }
        if (simulator != null) {
            simulator.pause(!now);
        }
    }

    Address address() {
        return address;
    }

    Notices notices() {
        return notices;
    }

    /** Everything that a scene decides but its run. */
    private void showScene() {
        menu.show(address);
        mark.clear();
        stage.arrange(address.scene().panels(address.config()), runs.names());
        words.scene(address.scene());
        words.knobs(knobs.summary());
        words.questions(runs.world());
        words.question(runs.world(), asked);
        words.guess(address.look().getOrDefault("guess", ""));
        extras.forEach(extra -> extra.show(runs));
        restrictions.apply(address);
        showOpen();
    }

    /** Fetches the recorded run where there is one, and computes the same behind it; else computes. */
    private void begin() {
        if (simulator != null) {
            // what was asked for another scene would be taken for this one's
            simulator.cancel();
        }
        if (!asItOpens()) {
            run();
            return;
        }
        String recorded = workerUrl.substring(0, workerUrl.lastIndexOf('/')) + "/data/"
                + address.scene().id();
        Runs wanted = runs;
        for (int k = 1; k <= runs.companions(); k++) {
            int run = k;
            Recorded.fetch(recorded + "." + k + ".run.gz", result -> recorded(wanted, run, result), () -> {});
        }
        Recorded.fetch(recorded + ".run.gz", result -> recorded(wanted, 0, result), this::run);
    }

    /** Whether the scene is as a newcomer finds it, which is what the build has recorded. */
    private boolean asItOpens() {
        return !Links.isFile(address)
                && address.bare(decimals).equals("scene=" + address.scene().id());
    }

    private Simulator simulator() {
        if (simulator == null) {
            boolean hurry = runs.story().isEmpty();
            simulator = new Simulator(workerUrl, address.look().getOrDefault("backend", ""), hurry, this);
        }
        return simulator;
    }

    /** Shows a run that the build has recorded, then computes it. */
    private void recorded(Runs of, int run, Result result) {
        if (of != runs || run == 0 && runs.story().isPresent()) {
            return;
        }
        take(run, result, true);
        if (run == 0) {
            settleFinished();
            Dom.later(this::verify, VERIFY_DELAY);
        }
    }

    private static double startingStep(Address address) {
        OptionalDouble time = address.time();
        return Math.rint(time.isPresent() ? time.getAsDouble() : address.scene().opensAt(address.config()));
    }

    private void report(List<String> problems) {
        for (String problem : problems) {
            notices.say(problem, false);
        }
    }

    // ---- what is run

    /** A knob was moved. */
    void changed(SceneConfig config) {
        address = address.with(config);
        writeAddressSoon();
        Dom.forget(runTimer);
        runTimer = Dom.later(this::run, RUN_DELAY);
        words.knobs(knobs.summary());
    }

    /** The reader changed the world: another run, and a new entry in the history, so that going back undoes it. */
    void edited(SceneConfig config) {
        writeAddress();
        address = address.with(config);
        Dom.push(address.format(decimals));
        knobs.show(config);
        menu.show(address);
        writeAddressSoon();
        run();
    }

    /** A game asks for a run. */
    void tried(SceneConfig config) {
        knobs.show(config);
        changed(config);
    }

    /** Computes what is shown already. */
    private void verify() {
        if (!running && asItOpens()) {
            if (!sight.seen()) {
                unseen = Optional.of(this::verify);
                return;
            }
            verifying = true;
            compute();
        }
    }

    void run() {
        boolean again = runs.scene() != address.scene() || !runs.config().equals(address.config());
        if (again) {
            World before = runs.world();
            boolean otherPanels = !address.scene()
                    .panels(address.config())
                    .equals(runs.scene().panels(runs.config()));
            runs = new Runs(address.scene(), address.config());
            if (otherPanels) {
                stage.arrange(address.scene().panels(address.config()), runs.names());
            }
            otherWorld(before);
            menu.show(address);
        }
        extras.forEach(extra -> extra.show(runs));
        if (!sight.seen()) {
            unseen = Optional.of(this::run);
            return;
        }
        if (tooLong()) {
            return;
        }
        unseen = Optional.empty();
        running = true;
        verifying = false;
        mark.clear();
        Dom.state("state", "running");
        Dom.forget(busyTimer);
        busyTimer = Dom.later(() -> words.busy(running, 0, 1), BUSY_DELAY);
        words.knobs(knobs.summary());
        compute();
        drawSoon();
    }

    private void compute() {
        simulator().run(address.format(decimals), links.file(address), runs.companions());
    }

    /** Asks before a run that would take minutes; whether it has to wait for the answer. */
    private boolean tooLong() {
        double seconds = runs.seconds();
        if (seconds <= LONG_RUN || wanted.filter(r -> r == runs).isPresent()) {
            return false;
        }
        Runs these = runs;
        settle("asked");
        double minutes = Math.ceil(seconds / 60);
        String length =
                minutes < 120 ? Numbers.fixed(minutes, 0) + " minutes" : Numbers.fixed(minutes / 60, 0) + " hours";
        notices.ask(
                "This run would take about " + length + " on this computer. It can be cancelled at any time.",
                "Run it",
                () -> {
                    if (these == runs) {
                        wanted = Optional.of(runs);
                        run();
                    }
                });
        return true;
    }

    /** Keeps the question where the new world still has it. */
    private void otherWorld(World before) {
        World now = runs.world();
        if (!now.properties().equals(before.properties()) || !now.items().equals(before.items())) {
            asked = Asking.fitting(asked, now);
            words.questions(now);
            words.question(now, asked);
        }
    }

    void cancel() {
        simulator().cancel();
        settle("ready");
        notices.say("Stopped. What is shown is as far as it got.", false);
    }

    private void settle(String state) {
        running = false;
        verifying = false;
        Dom.forget(busyTimer);
        words.busy(false, 0, 1);
        Dom.state("state", state);
        drawSoon();
    }

    @Override
    public void result(Result result, int run, int done, int total, boolean complete) {
        if (result.trajectory().count() < 1 || verifying && !complete) {
            progress(done, total);
            return;
        }
        take(run, result, complete);
        if (run == 0 && complete) {
            mark.compare(result.trajectory().digest().orElse(""), address.digest());
        }
        if (run == runs.companions() && complete) {
            settleFinished();
        } else if (!verifying) {
            words.busy(true, done, total);
        }
    }

    /** Shows what there is of a run. */
    private void take(int run, Result result, boolean complete) {
        runs.take(run, result, complete);
        drawSoon();
        if (run > 0) {
            // the theory beside a network that has none of its own is that of a run beside it
            if (complete && runs.complete()) {
                words.finished(runs);
            }
            return;
        }
        RunView next = runs.story().orElseThrow();
        step = Math.max(0, Math.min(step, next.horizon()));
        layers.show(next);
        if (complete) {
            finished = runs.story();
            mark.show(result.trajectory().digest().orElse(""));
            words.finished(runs);
            extras.forEach(extra -> extra.finished(runs, result));
        }
        words.question(next.world(), asked);
        transport.horizon(next);
    }

    private void settleFinished() {
        boolean diverged = runs.story().isPresent() && runs.story().get().divergedAt() >= 0;
        settle(diverged ? "diverged" : "ready");
        transport.announce(true);
        showOpen();
        if (!played
                && address.look().getOrDefault("autoplay", "0").equals("1")
                && sight.seen()
                && !Dom.matches("(prefers-reduced-motion: reduce)")) {
            transport.toggle();
        }
        played = true;
    }

    @Override
    public void progress(int done, int total) {
        words.busyIfShown(done, total);
    }

    @Override
    public void failed(String sentence) {
        settle("failed");
        notices.say("This could not be run: " + sentence, true);
    }

    @Override
    public void restarted() {
        notices.say("The computation stopped answering and was started again. Nothing is lost.", true);
    }

    @Override
    public void lost() {
        settle("failed");
        notices.say("The worker stopped and does not start again. Nothing is lost; reload the page to run more.", true);
    }

    @Override
    public void backend(String name) {
        Dom.state("backend", name);
        Dom.state("worker", name);
    }

    // ---- what is shown

    /** What is drawn: the run, or the last one until there is something of it. */
    Optional<RunView> story() {
        return runs.story().or(() -> finished);
    }

    double step() {
        return step;
    }

    /** Moves the time cursor. */
    void seek(double to) {
        if (story().isEmpty()) {
            return;
        }
        double within = Math.max(0, Math.min(story().get().horizon(), to));
        if (within != step) {
            step = within;
            drawSoon();
            writeAddressSoon();
        }
    }

    /** Moves it by the pointer, which ends playing. */
    void seekByHand(double to) {
        transport.stop();
        seek(to);
    }

    boolean key(Dom.Event event) {
        return transport.key(event);
    }

    void ask(int property, int item) {
        asked = new Asked(property, item);
        World of = story().map(RunView::world).orElseGet(runs::world);
        words.question(of, asked);
        String ask = of.items().get(item) + ":" + of.properties().get(property);
        address = address.looking("ask", Wording.inside(ask));
        drawSoon();
        writeAddressSoon();
        transport.announce(false);
    }

    /** The question as far as what is shown has it. */
    Asked asked() {
        return story().map(of -> Asking.fitting(asked, of.world())).orElse(asked);
    }

    /** The reader's guess, which travels in the address as {@code guess=yes}. */
    private OptionalDouble guess() {
        return switch (address.look().getOrDefault("guess", "")) {
            case "yes" -> OptionalDouble.of(1);
            case "no" -> OptionalDouble.of(-1);
            default -> OptionalDouble.empty();
        };
    }

    /** Notes a guess, or none if it is empty. */
    void guess(String word) {
        address = address.looking("guess", word);
        words.guess(word);
        drawSoon();
        writeAddressSoon();
    }

    void read(Reading what) {
        reading = what;
        words.reading(what);
        drawSoon();
    }

    void point(Pointer at) {
        if (!at.equals(pointer)) {
            pointer = at;
            drawSoon();
        }
    }

    /** What lies at a point of the window on one of the canvases. */
    Optional<View.Hit> hit(Surface surface, double x, double y) {
        return frame().flatMap(f -> surface.at(f, x, y));
    }

    Stage stage() {
        return stage;
    }

    private Optional<Frame> frame() {
        if (story().isEmpty()) {
            return Optional.empty();
        }
        RunView shown = story().get();
        boolean known = pointer.block() < shown.blocks().size();
        return Optional.of(new Frame(
                shown,
                runs.name(),
                runs.story().isPresent() ? runs.rivals() : List.of(),
                running && !runs.complete() ? finished.filter(old -> alike(old, shown)) : Optional.empty(),
                step,
                asked(),
                reading,
                layers.layer(),
                known ? pointer : Pointer.AWAY,
                guess(),
                stage.kind(),
                false));
    }

    /** Whether the last run can be drawn under this one. */
    private static boolean alike(RunView old, RunView shown) {
        return old != shown
                && old.world().properties().size() == shown.world().properties().size()
                && old.world().items().size() == shown.world().items().size();
    }

    private void drawSoon() {
        if (!scheduled) {
            scheduled = true;
            Dom.frame(this::draw);
        }
    }

    private void draw(double time) {
        scheduled = false;
        if (frame().isEmpty()) {
            return;
        }
        if (stage.layOut()) {
            transport.layOutAgain();
        }
        Frame now = frame().orElseThrow();
        stage.draw(now);
        words.now(now, telling());
        transport.show(now);
    }

    /** What the scene itself says of the moment, if it has words of its own. */
    private Optional<Narration> telling() {
        return runs.story().isEmpty() ? Optional.empty() : runs.scene().tells(runs.config(), runs.results(), step);
    }

    // ---- theme and address

    private void readTheme() {
        dress();
        Dom.whenMatches("(prefers-color-scheme: dark)", this::dress);
    }

    private void dress() {
        Theme.dress(Theme.wanted(address, page.equals("embed")), stage::palette);
    }

    /** The theme that was chosen on the page; it takes the place of what the address asked for. */
    void chooseTheme(String name) {
        address = address.looking("palette", "").looking("theme", "");
        Theme.dress(name, stage::palette);
        writeAddressSoon();
    }

    private void writeAddressSoon() {
        Dom.forget(addressTimer);
        addressTimer = Dom.later(this::writeAddress, ADDRESS_DELAY);
    }

    private void writeAddress() {
        address = address.at(Math.rint(step));
        showOpen();
        if (page.equals("home") || !links.linkable(address)) {
            return;
        }
        written = links.hash(address);
        Dom.replaceAddress(written);
    }

    /** A link to the lab that shows the same, with the digest to compare; empty if it would be too long. */
    String link() {
        writeAddress();
        return links.link(address.looking("digest", mark.linked()));
    }

    /** The way from a small figure to the lab, in the same state but with everything unlocked. */
    private void showOpen() {
        Address free = address.at(Math.rint(step));
        for (String key : List.of("hide", "lock", "autoplay", "resize", "backend")) {
            free = free.looking(key, "");
        }
        String to = links.link(free);
        if (!to.isEmpty()) {
            Dom.attribute(Dom.find("open"), "href", to);
        }
    }

    boolean locks(String word) {
        return restrictions.locks(word);
    }

    Experiment experiment() {
        return runs.experiment();
    }

    /** Shows an experiment file; what was shown stays if it is none. */
    void openFile(String text, String name) {
        read(text, name, "").ifPresent(next -> {
            links.pack(() -> {
                if (address.scene() == next.scene()) {
                    written = links.hash(address);
                    Dom.push(written);
                }
            });
            open(next);
        });
    }

    private void openLink(FileLink link) {
        Dom.state("state", "opening");
        Packed.unpack(
                link.code(),
                text -> read(text, "The experiment in this link", link.rest())
                        .ifPresentOrElse(
                                next -> {
                                    links.packed(link.code());
                                    open(next);
                                },
                                this::beginIfEmpty),
                sentence -> {
                    notices.say("The experiment in this link " + sentence + ".", true);
                    beginIfEmpty();
                });
    }

    /** A file that could not be opened leaves what was there, or else the scene of the page. */
    private void beginIfEmpty() {
        if (runs.story().isEmpty() && !running) {
            begin();
        } else {
            Dom.state("state", "ready");
        }
    }

    private Optional<Address> read(String text, String name, String rest) {
        try {
            Repertoire.Opened opened = known.reader().orElseThrow().apply(text);
            Address next = known.parse(rest, decimals, opened.scene());
            links.open(opened.file());
            return Optional.of(next);
        } catch (Refused refused) {
            notices.say(name + " could not be opened: " + refused.line() + ".", true);
            return Optional.empty();
        }
    }

    /** Opens a scene, or settings of it. */
    private void go(String scene, Optional<Preset> preset) {
        String tail = preset.map(Preset::address).orElse("");
        String hash = "scene=" + scene + (tail.isEmpty() ? "" : "&" + tail);
        if (known.scene(scene).isEmpty()) {
            Dom.reopen(hash);
            return;
        }
        Address next = known.parse(hash, decimals, home);
        Dom.push(next.format(decimals));
        open(next);
    }

    /** Whether an address needs a program that knows more. */
    private boolean beyond(String text) {
        if (known.reader().isEmpty() && FileLink.of(text).isPresent()) {
            return true;
        }
        int at = text.indexOf("scene=");
        int end = at < 0 ? -1 : text.indexOf('&', at);
        String id = at < 0 ? "" : text.substring(at + 6, end < 0 ? text.length() : end);
        return !id.isEmpty() && known.scene(id).isEmpty() && menu.offers(id);
    }

    /** The address was changed by hand, or by going back. */
    void addressChanged() {
        String now = here();
        if (page.equals("home") && now.isEmpty()) {
            return;
        }
        if (now.equals("#" + written)) {
            return;
        }
        if (beyond(now)) {
            Dom.reload();
            return;
        }
        Optional<FileLink> link = FileLink.of(now);
        if (link.isPresent()) {
            openLink(link.get());
        } else {
            open(known.parse(now, decimals, home));
        }
    }

    private void open(Address next) {
        report(next.problems());
        boolean otherScene = next.scene() != address.scene();
        boolean otherRun = !next.bare(decimals).equals(address.bare(decimals));
        Dom.forget(addressTimer);
        Dom.forget(runTimer);
        transport.stop();
        address = next;
        written = next.scene().id().equals("file") ? written : next.format(decimals);
        step = startingStep(next);
        if (next.look().containsKey("theme") || next.look().containsKey("palette")) {
            dress();
        }
        if (otherScene) {
            finished = Optional.empty();
            runs = new Runs(next.scene(), next.config());
            asked = Asking.first(next, runs.world(), notices);
            layers.forget();
            knobs = known.settings().apply(this);
            showScene();
            begin();
        } else {
            knobs.show(next.config());
            menu.show(next);
            if (otherRun) {
                run();
            }
            asked = Asking.first(next, runs.world(), notices);
            words.question(runs.world(), asked);
            words.guess(next.look().getOrDefault("guess", ""));
            restrictions.apply(next);
            if (!otherRun && !running) {
                mark.compare(Dom.dataOf("digest"), next.digest());
            }
        }
        drawSoon();
    }
}
