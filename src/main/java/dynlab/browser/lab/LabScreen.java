package dynlab.browser.lab;

import dynlab.app.DigestWords;
import dynlab.app.LabState;
import dynlab.app.Narrator;
import dynlab.app.Phase;
import dynlab.app.RunSet;
import dynlab.app.TheoryBadge;
import dynlab.browser.dom.Dom;
import dynlab.scene.Narration;
import dynlab.scene.Panels;
import dynlab.scene.Scene;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings the page from one state to the next: every part of it follows the state, and none keeps words of its own. */
final class LabScreen {
    /** A run that is over sooner shows no bar. */
    private static final double BUSY_DELAY = 300;

    private final Lab lab;
    private final PageProgram known;
    private final LabTexts words = new LabTexts();
    private final DigestMark mark = new DigestMark();
    private final SimilarityMenu layers;
    private final SceneMenu menu;
    private final GuessBox guess;
    private KnobPanel knobs = KnobPanel.none();
    private Optional<Panels> arranged = Optional.empty();
    private List<String> named = List.of();
    private TheoryBadge theory = TheoryBadge.none();
    private @Nullable Object judged;
    private @Nullable Object judgedAt;
    private boolean busy;
    private int busyTimer;

    LabScreen(Lab lab, PageProgram known) {
        this.lab = lab;
        this.known = known;
        layers = new SimilarityMenu(lab);
        guess = new GuessBox(lab);
        menu = new SceneMenu(known, lab.bar()::go);
    }

    /** The scene and its settings, with which a page begins. */
    void begin(LabState now) {
        scene(now);
        settings(now);
    }

    /** All else of the page. */
    void all(LabState now) {
        shown(now);
        runs(now);
        lab.notices().show(now.notices().all());
        lab.bar().showOpen();
    }

    /** What differs between two states. */
    void changed(LabState before, LabState now) {
        if (same(before, now)) {
            return;
        }
        lab.drawSoon();
        if (!same(before.address().scene(), now.address().scene())) {
            scene(now);
        }
        if (!same(before.address(), now.address()) || !same(before.history(), now.history())) {
            settings(now);
        }
        if (!same(before.runs(), now.runs())) {
            runs(now);
        }
        if (!same(before.computation(), now.computation())
                || !same(before.view(), now.view()) && !onlyMoved(before, now)
                || !same(before.address(), now.address())) {
            shown(now);
        }
        if (!same(before.notices(), now.notices())) {
            lab.notices().show(now.notices().all());
        }
        RunSet runs = now.runs();
        boolean over = runs.complete()
                && !same(before.runs().parts().get(0), runs.parts().get(0));
        if (over) {
            Dom.state("digest", runs.digest());
            lab.extras().forEach(extra -> extra.finished(runs));
        }
    }

    /** Whether it is the same object: what did not change was not made again. */
    private static boolean same(@Nullable Object before, @Nullable Object now) {
        return before == now;
    }

    /** Whether nothing but the cursor differs, and all of the run is shown: heads, question and guess stay as they are. */
    private static boolean onlyMoved(LabState before, LabState now) {
        return !before.covered()
                && !now.covered()
                && before.view().at(now.view().step()).equals(now.view());
    }

    private void scene(LabState now) {
        Scene scene = now.address().scene();
        words.scene(scene);
        knobs = known.settings().apply(lab);
        layers.forget();
    }

    /** What follows the settings. */
    private void settings(LabState now) {
        knobs.show(now.config());
        menu.show(now.address());
        words.knobs(knobs.summary());
        words.history(now);
        lab.restrictions().apply(now.address());
        lab.extras().forEach(extra -> extra.show(now));
    }

    /** What follows the runs that were asked for. */
    private void runs(LabState now) {
        lab.extras().forEach(extra -> extra.show(now));
        now.story().ifPresent(story -> lab.transport().horizon(story));
    }

    /** What follows the pictures: their heads, the question, and how far the runs are. */
    private void shown(LabState now) {
        RunSet of = now.shown().orElse(now.runs());
        Panels panels = of.setup().scene().panels(of.setup().config());
        List<String> names = of.names();
        if (arranged.filter(panels::equals).isEmpty()) {
            lab.stage().arrange(panels, names);
            lab.drawSoon();
        } else if (!names.equals(named)) {
            lab.stage().name(names);
        }
        arranged = Optional.of(panels);
        named = names;
        words.question(now.world(), now.asked());
        guess.show(now);
        Dom.toggle(Dom.find("lab"), "data-covered", now.covered());
        Dom.find("uncover").setHidden(!now.covered());
        words.reading(now.view().reading());
        now.story()
                .ifPresent(story -> layers.show(story, now.layer(), now.view().likeness()));
        state(now);
        Dom.toggle(Dom.find("lab"), "data-stale", now.stale() && now.shown().isPresent());
        mark.show(DigestWords.of(now));
        busy(now);
    }

    /** A run is not said to be ready on a page that somebody sees before all of it is drawn. */
    void state(LabState now) {
        boolean opens = now.seen() && now.story().isPresent() && lab.stage().opening();
        Dom.state("state", opens ? "opening" : now.word());
    }

    private void busy(LabState now) {
        boolean running = now.computation().phase() == Phase.RUNNING;
        if (running && !busy) {
            Dom.forget(busyTimer);
            busyTimer = Dom.later(() -> words.busy(busy), BUSY_DELAY);
        } else if (!running) {
            Dom.forget(busyTimer);
            words.busy(false);
        }
        busy = running;
        words.share(now.computation().share());
    }

    /** The words of the moment, with each picture; returns what the narrator says. */
    Narration words(LabState now) {
        Narration moment = Narrator.of(now);
        words.now(moment);
        judge(now);
        return moment;
    }

    /** What the badge says does not follow the cursor. */
    private void judge(LabState now) {
        if (same(now.computation(), judged) && same(now.address(), judgedAt)) {
            return;
        }
        judged = now.computation();
        judgedAt = now.address();
        TheoryBadge says = known.theory().apply(now);
        if (!says.equals(theory)) {
            theory = says;
            words.theory(says);
        }
    }
}
