package dynlab.browser;

import dynlab.experiment.Result;
import dynlab.experiment.SeriesKey;
import dynlab.scene.Address;
import dynlab.scene.Preset;
import dynlab.scene.Question;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Telling;
import dynlab.task.World;
import dynlab.view.Frame;
import dynlab.view.Frame.Asked;
import dynlab.view.Frame.Pointer;
import dynlab.view.Frame.Reading;
import dynlab.view.Palette;
import dynlab.view.Story;
import dynlab.view.View;
import dynlab.view.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static @Nullable Lab lab;

    private final JsDecimals decimals = new JsDecimals();
    private final Stage stage = new Stage(this::drawSoon);
    private final Words words = new Words();
    private final Notices notices = new Notices();
    private final SceneMenu menu = new SceneMenu(this::go);
    private final WorldEditor editor = new WorldEditor(this::edited, notices);
    private final RateGame game = new RateGame(this::tried);
    private final String workerUrl;
    private @Nullable Simulator simulator;
    private final Transport transport;
    private Knobs knobs;

    private Address address;
    private String written = "";
    /** What is shown. */
    private Runs runs;
    /** The last finished run, drawn faintly while another is computed. */
    private Optional<Story> finished = Optional.empty();

    private double step;
    private Asked asked;
    private Reading reading = Reading.SAYS;
    private int layer;
    private Pointer pointer = Pointer.AWAY;
    private boolean scheduled;
    private boolean running;
    /** A finished run is shown and computed again behind it: parts of that would be a step back. */
    private boolean verifying;

    private int busyTimer;
    private int runTimer;
    private int addressTimer;
    private final HTMLElement layerGroup = Dom.find("layer");
    private String layerNames = "";

    static void start(String workerUrl) {
        lab = new Lab(workerUrl);
    }

    static String report() {
        return lab == null ? "{}" : lab.stage.report();
    }

    private Lab(String workerUrl) {
        this.workerUrl = workerUrl;
        address = Address.parse(Dom.address(), decimals);
        runs = new Runs(address.scene(), address.config());
        step = startingStep(address);
        asked = question(address, runs.world());
        transport = new Transport(this);
        knobs = knobs();
        new Controls(this).wire();
        readTheme();
        report(address.problems());
        showScene();
        begin();
    }

    private Knobs knobs() {
        return new Knobs(address.scene(), address.config(), Dom.find("knob-list"), Dom.find("compare"), this::changed);
    }

    /** Everything that a scene decides but its run. */
    private void showScene() {
        menu.show(address);
        stage.arrange(address.scene().panels(address.config()));
        words.scene(address.scene());
        words.knobs(knobs.summary());
        words.questions(runs.world());
        words.question(runs.world(), asked);
        words.guess(address.look().getOrDefault("guess", ""));
        editor.show(runs);
        game.show(runs);
    }

    /** Fetches the recorded run where there is one, and computes the same behind it; else computes. */
    private void begin() {
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
        return address.bare(decimals).equals("scene=" + address.scene().id());
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

    /** The question that an address asks as {@code ask=canary:flies}, or else the scene's first. */
    private Asked question(Address from, World of) {
        String ask = from.look().getOrDefault("ask", "");
        int colon = ask.indexOf(':');
        if (colon > 0) {
            int item = index(of.items(), ask.substring(0, colon));
            int property = index(of.properties(), ask.substring(colon + 1));
            if (item >= 0 && property >= 0) {
                return new Asked(property, item);
            }
            notices.say("The address asks about something that this world does not have.", false);
        }
        Question first = from.scene().opening(of);
        return new Asked(first.property(), first.item());
    }

    private static int index(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (Wording.inside(names.get(i)).equals(Wording.inside(name))) {
                return i;
            }
        }
        return -1;
    }

    private void report(List<String> problems) {
        for (String problem : problems) {
            notices.say(problem, false);
        }
    }

    // ---- what is run

    private void changed(SceneConfig config) {
        address = address.with(config);
        writeAddressSoon();
        Dom.forget(runTimer);
        runTimer = Dom.later(this::run, RUN_DELAY);
        words.knobs(knobs.summary());
    }

    /** The reader changed the world: another run, and a new entry in the history, so that going back undoes it. */
    private void edited(SceneConfig config) {
        writeAddress();
        address = address.with(config);
        Dom.push(address.format(decimals));
        knobs.show(config);
        menu.show(address);
        writeAddressSoon();
        run();
    }

    private void tried(SceneConfig config) {
        knobs.show(config);
        changed(config);
    }

    /** Computes what is shown already. */
    private void verify() {
        if (!running && asItOpens()) {
            verifying = true;
            simulator().run(address.format(decimals), "", runs.companions());
        }
    }

    void run() {
        boolean again = runs.scene() != address.scene() || runs.config() != address.config();
        if (again) {
            World before = runs.world();
            runs = new Runs(address.scene(), address.config());
            otherWorld(before);
        }
        editor.show(runs);
        game.show(runs);
        running = true;
        verifying = false;
        Dom.state("state", "running");
        Dom.forget(busyTimer);
        busyTimer = Dom.later(() -> words.busy(running, 0, 1), BUSY_DELAY);
        words.knobs(knobs.summary());
        simulator().run(address.format(decimals), "", runs.companions());
        drawSoon();
    }

    /** Keeps the question where the new world still has it. */
    private void otherWorld(World before) {
        World now = runs.world();
        if (!now.properties().equals(before.properties()) || !now.items().equals(before.items())) {
            asked = fitting(now);
            words.questions(now);
            words.question(now, asked);
        }
    }

    /** The question, or the first of all where a world does not have it. */
    private Asked fitting(World of) {
        boolean fits = asked.property() < of.properties().size()
                && asked.item() < of.items().size();
        return fits ? asked : new Asked(0, 0);
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
            return;
        }
        Story next = runs.story().orElseThrow();
        step = Math.max(0, Math.min(step, next.horizon()));
        chooseLayer(next);
        if (complete) {
            finished = runs.story();
            Dom.state("digest", result.trajectory().digest().orElse(""));
            words.finished(next);
            game.finished(runs, result);
        }
        words.question(next.world(), asked);
        transport.horizon(next);
    }

    private void settleFinished() {
        boolean diverged = runs.story().isPresent() && runs.story().get().divergedAt() >= 0;
        settle(diverged ? "diverged" : "ready");
        transport.announce(true);
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
    Optional<Story> story() {
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
        World of = story().map(Story::world).orElseGet(runs::world);
        words.question(of, asked);
        String ask = of.items().get(item) + ":" + of.properties().get(property);
        address = looking("ask", Wording.inside(ask));
        drawSoon();
        writeAddressSoon();
        transport.announce(false);
    }

    /** The question as far as what is shown has it. */
    Asked asked() {
        return story().map(shown -> fitting(shown.world())).orElse(asked);
    }

    private Address looking(String key, String value) {
        Map<String, String> look = new HashMap<>(address.look());
        if (value.isEmpty()) {
            look.remove(key);
        } else {
            look.put(key, value);
        }
        return new Address(address.scene(), address.config(), address.time(), look, List.of());
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
        address = looking("guess", word);
        words.guess(word);
        drawSoon();
        writeAddressSoon();
    }

    void read(Reading what) {
        reading = what;
        words.reading(what);
        drawSoon();
    }

    private void chooseLayer(Story of) {
        List<SeriesKey> layers = of.layers();
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < layers.size(); i++) {
            names.append(layers.size() == 1 ? "hidden" : "hidden " + (i + 1)).append(';');
        }
        names.append("output");
        if (!names.toString().equals(layerNames)) {
            layerNames = names.toString();
            layer = layers.isEmpty() ? -1 : Math.max(0, Math.min(layer, layers.size() - 1));
            Dom.empty(layerGroup);
            String[] values = new String[layers.size() + 1];
            String[] labels = new String[values.length];
            for (int i = 0; i < values.length; i++) {
                boolean output = i == layers.size();
                values[i] = Integer.toString(output ? -1 : i);
                labels[i] = output ? "output" : layers.size() == 1 ? "hidden" : (i == 0 ? "hidden 1" : "" + (i + 1));
            }
            HTMLElement group = Dom.segments(layerGroup, "Similarity in", values, labels, e -> {
                layer = Dom.number(e.getTarget());
                Dom.choose(layerGroup, Integer.toString(layer));
                drawSoon();
            });
            Dom.choose(group, Integer.toString(layer));
        }
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
        Story shown = story().get();
        boolean known = pointer.block() < shown.blocks().size();
        return Optional.of(new Frame(
                shown,
                runs.name(),
                runs.story().isPresent() ? runs.rivals() : List.of(),
                running && !runs.complete() ? finished.filter(old -> alike(old, shown)) : Optional.empty(),
                step,
                asked(),
                reading,
                layer,
                known ? pointer : Pointer.AWAY,
                guess(),
                stage.kind(),
                false));
    }

    /** Whether the last run can be drawn under this one. */
    private static boolean alike(Story old, Story shown) {
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
    private Optional<Telling> telling() {
        return runs.story().isEmpty() ? Optional.empty() : runs.scene().tells(runs.config(), runs.results(), step);
    }

    // ---- theme and address

    private void readTheme() {
        String wanted = address.look().getOrDefault("theme", Dom.recall("dynlab-theme"));
        theme(wanted);
        Dom.whenMatches("(prefers-color-scheme: dark)", () -> theme(Controls.currentTheme()));
    }

    void theme(String name) {
        boolean known = name.equals("light") || name.equals("dark") || name.equals("projector");
        Dom.state("theme", known ? name : "auto");
        boolean dark = name.equals("dark") || !known && Dom.matches("(prefers-color-scheme: dark)");
        stage.palette(name.equals("projector") ? Palette.PROJECTOR : dark ? Palette.DARK : Palette.LIGHT);
    }

    private void writeAddressSoon() {
        Dom.forget(addressTimer);
        addressTimer = Dom.later(this::writeAddress, ADDRESS_DELAY);
    }

    private void writeAddress() {
        address = address.at(Math.rint(step));
        written = address.format(decimals);
        Dom.replaceAddress(written);
    }

    String link() {
        writeAddress();
        return Dom.href();
    }

    /** Opens a scene, or settings of it. */
    private void go(Scene scene, Optional<Preset> preset) {
        String tail = preset.map(Preset::address).orElse("");
        Address next = Address.parse("scene=" + scene.id() + (tail.isEmpty() ? "" : "&" + tail), decimals);
        Dom.push(next.format(decimals));
        open(next);
    }

    /** The address was changed by hand, or by going back. */
    void addressChanged() {
        String now = Dom.address();
        if (!now.equals("#" + written)) {
            open(Address.parse(now, decimals));
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
        written = next.format(decimals);
        step = startingStep(next);
        if (next.look().containsKey("theme")) {
            readTheme();
        }
        if (otherScene) {
            finished = Optional.empty();
            runs = new Runs(next.scene(), next.config());
            asked = question(next, runs.world());
            layerNames = "";
            knobs = knobs();
            showScene();
            begin();
        } else {
            knobs.show(next.config());
            menu.show(next);
            if (otherRun) {
                run();
            }
            asked = question(next, runs.world());
            words.question(runs.world(), asked);
            words.guess(next.look().getOrDefault("guess", ""));
        }
        drawSoon();
    }
}
