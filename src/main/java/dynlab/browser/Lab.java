package dynlab.browser;

import dynlab.experiment.Result;
import dynlab.experiment.SeriesKey;
import dynlab.scene.Address;
import dynlab.scene.Question;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.task.World;
import dynlab.view.Box;
import dynlab.view.Frame;
import dynlab.view.Frame.Asked;
import dynlab.view.Frame.Pointer;
import dynlab.view.Frame.Reading;
import dynlab.view.Layout;
import dynlab.view.Palette;
import dynlab.view.Story;
import dynlab.view.TextBoxes;
import dynlab.view.View;
import dynlab.view.Views;
import dynlab.view.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The laboratory: what is shown, and what every control does to it. Nothing here trains. */
final class Lab implements Simulator.Listener {
    private static final int DRAWS_KEPT = 400;
    private static final double ADDRESS_DELAY = 300;
    private static final double BUSY_DELAY = 300;
    private static final double RUN_DELAY = 40;
    private static final double VERIFY_DELAY = 250;

    private static @Nullable Lab lab;

    private final JsDecimals decimals = new JsDecimals();
    private final Surface dynamics = new Surface("dynamics");
    private final Surface world = new Surface("world");
    private final Surface similarity = new Surface("similarity");
    private final Surface map = new Surface("map");
    private final Surface timeline = new Surface("timeline");
    private final List<Surface> surfaces = List.of(dynamics, world, similarity, map, timeline);
    private final HTMLElement root = Dom.find("lab");
    private final HTMLElement grid = root.querySelector(".grid");
    private final Words words = new Words();
    private final Notices notices = new Notices();
    private final List<Double> draws = new ArrayList<>();
    private final String workerUrl;
    private @Nullable Simulator simulator;
    private final Transport transport;
    private final Knobs knobs;

    private Address address;
    private String written = "";
    private Optional<Story> story = Optional.empty();
    private Optional<Story> rival = Optional.empty();
    private Optional<Story> ghost = Optional.empty();
    private Optional<Story> whole = Optional.empty();
    private Optional<World> learned = Optional.empty();
    private @Nullable SceneConfig learnedFrom;
    private double step;
    private Asked asked = new Asked(0, 0);
    private Reading reading = Reading.SAYS;
    private int layer;
    private Pointer pointer = Pointer.AWAY;
    private Layout.Kind kind = Layout.Kind.WIDE;
    private Palette palette = Palette.LIGHT;
    private boolean scheduled;
    private boolean laidOut;
    private boolean running;
    /** A finished run is shown and computed again behind it: parts of that would be a step back. */
    private boolean verifying;

    private int busyTimer;
    private int runTimer;
    private int addressTimer;
    private HTMLElement layerGroup;
    private String layerNames = "";

    static void start(String workerUrl) {
        lab = new Lab(workerUrl);
    }

    static String report() {
        return lab == null ? "{}" : lab.reported();
    }

    private Lab(String workerUrl) {
        address = Address.parse(Dom.address(), decimals);
        Scene scene = address.scene();
        step = startingStep(address);
        asked = question(address, learned());
        layerGroup = Dom.find("layer");
        transport = new Transport(this);
        knobs = new Knobs(scene, address.config(), Dom.find("knob-list"), Dom.find("compare"), this::changed);
        Dom.text(Dom.find("title"), scene.title());
        words.knobs(knobs.summary());
        new Controls(this).wire();
        readTheme();
        report(address.problems());
        fonts();
        watchSize();
        this.workerUrl = workerUrl;
        if (asItOpens()) {
            // the recorded run first, the same run computed here right after: the page waits for neither
            String recorded = workerUrl.substring(0, workerUrl.lastIndexOf('/')) + "/data/" + scene.id() + ".run.gz";
            Recorded.fetch(recorded, this::recorded, this::run);
        } else {
            run();
        }
    }

    /** Whether the scene is as a newcomer finds it, which is what the build has recorded. */
    private boolean asItOpens() {
        Scene scene = address.scene();
        Address plain =
                new Address(scene, SceneConfig.initial(scene.knobs()), OptionalDouble.empty(), Map.of(), List.of());
        Address bare = new Address(scene, address.config(), OptionalDouble.empty(), Map.of(), List.of());
        return plain.format(decimals).equals(bare.format(decimals));
    }

    private Simulator simulator() {
        if (simulator == null) {
            simulator = new Simulator(workerUrl, address.look().getOrDefault("backend", ""), story.isEmpty(), this);
        }
        return simulator;
    }

    /** Shows the run that the build has recorded, then computes it. */
    private void recorded(Result result) {
        if (story.isEmpty() && asItOpens()) {
            int last = result.trajectory().step(result.trajectory().count() - 1);
            result(result, false, last, last, true);
            Dom.later(this::verify, VERIFY_DELAY);
        } else {
            run();
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
        if (of.named() && !from.scene().questions().isEmpty()) {
            Question first = from.scene().questions().get(0);
            return new Asked(first.property(), first.item());
        }
        return new Asked(0, 0);
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

    /** Computes what is shown already. */
    private void verify() {
        if (!running && asItOpens()) {
            verifying = true;
            simulator().run(address.format(decimals), false);
        }
    }

    void run() {
        boolean withRival = address.scene().rival(address.config()).isPresent();
        if (!withRival) {
            rival = Optional.empty();
        }
        running = true;
        verifying = false;
        Dom.state("state", "running");
        Dom.forget(busyTimer);
        busyTimer = Dom.later(() -> words.busy(running, 0, 1), BUSY_DELAY);
        words.knobs(knobs.summary());
        simulator().run(address.format(decimals), withRival);
        drawSoon();
    }

    void cancel() {
        simulator().cancel();
        settle("ready");
        notices.say("Stopped. What is shown is as far as it got.", false);
    }

    private void settle(String state) {
        running = false;
        verifying = false;
        ghost = Optional.empty();
        Dom.forget(busyTimer);
        words.busy(false, 0, 1);
        Dom.state("state", state);
        drawSoon();
    }

    @Override
    public void result(Result result, boolean forRival, int done, int total, boolean complete) {
        if (result.trajectory().count() < 1 || verifying && !complete) {
            progress(done, total);
            return;
        }
        Scene scene = address.scene();
        SceneConfig config = address.config();
        if (forRival) {
            rival = Optional.of(new Story(learned(), result, total));
            if (complete) {
                settleFinished();
            }
            drawSoon();
            return;
        }
        World learned = learned();
        if (!complete && ghost.isEmpty()) {
            ghost = whole;
        }
        boolean first = story.isEmpty();
        boolean otherWorld = first || !story.get().world().properties().equals(learned.properties());
        Story next = new Story(learned, result, total);
        story = Optional.of(next);
        if (otherWorld) {
            asked = first ? question(address, learned) : kept(learned);
            words.questions(learned);
        }
        step = Math.max(0, Math.min(step, total));
        chooseLayer(next);
        if (complete) {
            whole = story;
            ghost = Optional.empty();
            Dom.state("digest", result.trajectory().digest().orElse(""));
            words.finished(next);
            if (scene.rival(config).isEmpty()) {
                settleFinished();
            }
        } else {
            words.busy(true, done, total);
        }
        words.question(next.world(), asked);
        transport.horizon(next);
        drawSoon();
    }

    /** The world of the present settings, made once for each: thousands of sampled features take a while. */
    private World learned() {
        if (learned.isEmpty() || learnedFrom != address.config()) {
            learnedFrom = address.config();
            learned = Optional.of(address.scene().world(learnedFrom));
        }
        return learned.get();
    }

    private Asked kept(World of) {
        boolean fits = asked.property() < of.properties().size()
                && asked.item() < of.items().size();
        return fits ? asked : new Asked(0, 0);
    }

    private void settleFinished() {
        boolean diverged = story.isPresent() && story.get().divergedAt() >= 0;
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

    Optional<Story> story() {
        return story;
    }

    double step() {
        return step;
    }

    /** Moves the time cursor. */
    void seek(double to) {
        if (story.isEmpty()) {
            return;
        }
        double within = Math.max(0, Math.min(story.get().horizon(), to));
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
        story.ifPresent(s -> words.question(s.world(), asked));
        World of = story.map(Story::world).orElseGet(this::learned);
        String ask = of.items().get(item) + ":" + of.properties().get(property);
        address = looking("ask", Wording.inside(ask));
        drawSoon();
        writeAddressSoon();
        transport.announce(false);
    }

    Asked asked() {
        return asked;
    }

    private Address looking(String key, String value) {
        Map<String, String> look = new HashMap<>(address.look());
        look.put(key, value);
        return new Address(address.scene(), address.config(), address.time(), look, List.of());
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

    Surface dynamics() {
        return dynamics;
    }

    Surface world() {
        return world;
    }

    Surface similarity() {
        return similarity;
    }

    Surface timeline() {
        return timeline;
    }

    void tab(String name) {
        Dom.attribute(root, "data-tab", name);
        layOutAgain();
    }

    private Optional<Frame> frame() {
        if (story.isEmpty()) {
            return Optional.empty();
        }
        Story shown = story.get();
        boolean known = pointer.block() < shown.blocks().size();
        return Optional.of(new Frame(
                shown,
                rival.map(other -> new Frame.Rival(other, "shallow")),
                ghost,
                step,
                asked,
                reading,
                layer,
                known ? pointer : Pointer.AWAY,
                kind,
                false));
    }

    void drawSoon() {
        if (!scheduled) {
            scheduled = true;
            Dom.frame(this::draw);
        }
    }

    private void draw(double time) {
        scheduled = false;
        Optional<Frame> frame = frame();
        if (frame.isEmpty()) {
            return;
        }
        double start = Dom.now();
        if (!laidOut) {
            layOut();
        }
        Frame now = frame().orElseThrow();
        for (Surface surface : surfaces) {
            surface.draw(now, palette);
        }
        words.now(now);
        transport.show(now);
        Dom.state("drawn", "yes");
        if (draws.size() >= DRAWS_KEPT) {
            draws.remove(0);
        }
        draws.add(Dom.now() - start);
    }

    // ---- where it stands

    private void fonts() {
        for (Surface surface : surfaces) {
            surface.pen().fonts(Dom.computed(root, "--sans"), Dom.computed(root, "--serif"));
        }
    }

    private void watchSize() {
        for (Surface surface : surfaces) {
            Dom.whenResized(surface.canvas(), this::layOutAgain);
        }
        Dom.whenMatches("(resolution: 1dppx)", this::layOutAgain);
    }

    private void layOutAgain() {
        laidOut = false;
        drawSoon();
    }

    private void layOut() {
        laidOut = true;
        kind = kindOf(Dom.computed(grid, "--kind"));
        Box canvas = dynamics.measure();
        boolean full = kind == Layout.Kind.NARROW;
        Box column = full ? canvas.inset(16, 0, 16, 0) : canvas;
        if (kind == Layout.Kind.NARROW || kind == Layout.Kind.TINY) {
            String tab = root.getAttribute("data-tab");
            View view = tab.equals("modes") ? Views.MODES : tab.equals("loss") ? Views.LOSS : Views.ANSWER;
            dynamics.place(List.of(new Layout.Panel(kind == Layout.Kind.TINY ? Views.ANSWER : view, column)));
        } else {
            List<Layout.Panel> stack = Layout.dynamics(kind, column, true);
            dynamics.place(stack);
            for (Layout.Panel panel : stack) {
                if (panel.view() == Views.ANSWER) {
                    Dom.style(grid, "--q-top", (int) panel.box().y() + "px");
                }
            }
        }
        Box line = timeline.measure();
        timeline.place(List.of(new Layout.Panel(Views.TIME, full ? line.inset(16, 0, 16, 0) : line)));
        world.place(List.of(new Layout.Panel(Views.WORLD, world.measure())));
        similarity.place(List.of(new Layout.Panel(Views.SIMILARITY, similarity.measure())));
        map.place(List.of(new Layout.Panel(Views.MAP, map.measure())));
        Dom.state("kind", Dom.computed(grid, "--kind"));
        transport.layOutAgain();
    }

    private static Layout.Kind kindOf(String name) {
        return switch (name) {
            case "wide" -> Layout.Kind.WIDE;
            case "narrow" -> Layout.Kind.NARROW;
            case "embed" -> Layout.Kind.EMBED;
            case "tiny" -> Layout.Kind.TINY;
            default -> Layout.Kind.MEDIUM;
        };
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
        palette = name.equals("projector") ? Palette.PROJECTOR : dark ? Palette.DARK : Palette.LIGHT;
        layOutAgain();
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

    /** The address was changed by hand, or by going back. */
    void addressChanged() {
        String now = Dom.address();
        if (now.equals("#" + written)) {
            return;
        }
        Address next = Address.parse(now, decimals);
        report(next.problems());
        boolean other = !next.with(next.config())
                .at(0)
                .format(decimals)
                .equals(address.at(0).format(decimals));
        address = next;
        step = startingStep(next);
        asked = question(next, learned());
        knobs.show(next.config());
        if (next.look().containsKey("theme")) {
            readTheme();
        }
        story.ifPresent(s -> words.question(s.world(), kept(s.world())));
        if (other) {
            run();
        }
        drawSoon();
    }

    // ---- for tests

    private String reported() {
        StringBuilder json = new StringBuilder("{\"kind\":\"")
                .append(Dom.computed(grid, "--kind"))
                .append("\",\"boxes\":[");
        boolean first = true;
        for (Surface surface : surfaces) {
            Dom.Rect at = Dom.rect(surface.canvas());
            for (TextBoxes.Entry entry : surface.pen().boxes().entries()) {
                if (entry.text().isEmpty()) {
                    continue;
                }
                json.append(first ? "" : ",")
                        .append("{\"panel\":\"")
                        .append(entry.panel())
                        .append("\",\"text\":\"");
                json.append(entry.text().replace('"', '\'')).append("\",\"bounds\":");
                append(json, entry.bounds(), at);
                append(json.append(",\"box\":"), entry.box(), at);
                json.append('}');
                first = false;
            }
        }
        json.append("],\"draws\":[");
        for (int i = 0; i < draws.size(); i++) {
            json.append(i == 0 ? "" : ",").append(decimals.format(draws.get(i)));
        }
        return json.append("]}").toString();
    }

    private void append(StringBuilder json, Box box, Dom.Rect at) {
        json.append('[')
                .append(decimals.format(box.x() + at.getLeft()))
                .append(',')
                .append(decimals.format(box.y() + at.getTop()))
                .append(',')
                .append(decimals.format(box.w()))
                .append(',')
                .append(decimals.format(box.h()))
                .append(']');
    }
}
