package dynlab.browser.lab;

import dynlab.app.LabState;
import dynlab.app.TheoryBadge;
import dynlab.browser.dom.Dom;
import dynlab.scene.Narration;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.task.World;
import dynlab.view.Frame.Asked;
import dynlab.view.Frame.Reading;
import dynlab.view.Wording;
import dynlab.words.Words;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** Everything on the page that is words: the question, the narrator, the badge, the read-outs. */
public final class LabTexts {
    /** More properties than this do not go into a menu. */
    private static final int MOST_IN_MENU = 64;

    private final HTMLElement asks = Dom.find("asks");
    private final HTMLElement headlineItem = Dom.find("headline-item");
    private final HTMLElement headlineQuestion = Dom.find("headline-question");
    private final HTMLElement items = Dom.find("asked-item");
    private final HTMLElement properties = Dom.find("asked-property");
    private final HTMLElement stage = Dom.find("stage");
    private final HTMLElement learned = Dom.find("learned");
    private final HTMLElement because = Dom.find("because");
    private final HTMLElement busy = Dom.find("busy");
    private final HTMLElement busyFill = Dom.find("busy-fill");
    private final HTMLElement busyText = Dom.find("busy-text");
    private final HTMLElement badge = Dom.find("badge");
    private final HTMLElement whose = Dom.find("theory-of");
    private final HTMLElement assumptions = Dom.find("assumptions");

    private Optional<World> asking = Optional.empty();

    /** Fills the two menus of the question. */
    private void questions(World world) {
        asking = Optional.of(world);
        Dom.empty(items);
        for (int i = 0; i < world.items().size(); i++) {
            HTMLElement option = Dom.make("option", "", items);
            Dom.value(option, Integer.toString(i));
            Dom.text(option, Wording.inside(world.items().get(i)));
        }
        Dom.empty(properties);
        for (int i = 0; i < Math.min(MOST_IN_MENU, world.properties().size()); i++) {
            option(world, i);
        }
    }

    private void option(World world, int property) {
        HTMLElement option = Dom.make("option", "", properties);
        Dom.value(option, Integer.toString(property));
        Dom.text(option, Wording.predicate(world, property).base());
    }

    void question(World world, Asked asked) {
        boolean same = asking.filter(now ->
                        now.items().equals(world.items()) && now.properties().equals(world.properties()))
                .isPresent();
        if (!same) {
            questions(world);
        }
        Wording.Predicate predicate = Wording.predicate(world, asked.property());
        if (asked.property() >= MOST_IN_MENU) {
            option(world, asked.property());
        }
        String item = world.items().get(asked.item());
        Dom.text(asks, predicate.asks() + " " + Wording.article(item));
        // the first page says in large letters what its figure is about
        Dom.text(headlineItem, Wording.article(item) + " " + Wording.inside(item));
        Dom.text(headlineQuestion, Wording.question(world, asked.property(), asked.item()));
        Dom.value(items, Integer.toString(asked.item()));
        Dom.value(properties, Integer.toString(asked.property()));
        fit(items, Wording.inside(item));
        fit(properties, predicate.base());
    }

    /** As wide as its chosen words; browsers that size menus by content do so without help. */
    private static void fit(HTMLElement menu, String words) {
        Dom.style(menu, "max-width", (words.length() + 4) + "ch");
    }

    void reading(Reading what) {
        Dom.choose(Dom.find("reading"), what == Reading.TRUE ? "0" : what == Reading.SAYS ? "1" : "2");
        String words = switch (what) {
            case TRUE -> Words.say("lab.lab-texts.shade-dot-true");
            case SAYS -> Words.say("lab.lab-texts.shade-network-says");
            case ERROR -> Words.say("lab.lab-texts.shade-says-too");
        };
        HTMLElement note = Dom.find("reading-note");
        Dom.text(note, words);
        note.setTitle(words);
    }

    void knobs(String summary) {
        Dom.text(Dom.find("knobs-now"), summary);
    }

    /** Shows or hides the bar of a run. */
    void busy(boolean shown) {
        busy.setHidden(!shown);
    }

    /** How far a run is. */
    void share(double done) {
        int percent = (int) (100 * done);
        Dom.style(busyFill, "width", percent + "%");
        Dom.text(busyText, percent + " %");
    }

    /** Theory against network. */
    void theory(TheoryBadge words) {
        badge.setClassName(
                switch (words.mood()) {
                    case TODO -> "badge todo";
                    case GOOD -> "badge";
                    case WARN -> "badge warn";
                    case BAD -> "badge bad";
                });
        Dom.text(badge, words.badge());
        badge.setTitle(words.means());
        Dom.text(whose, words.whose());
        whose.setHidden(words.whose().isEmpty());
        Dom.toggle(assumptions, "data-few", words.few());
        Dom.empty(assumptions);
        for (TheoryBadge.Row line : words.rows()) {
            HTMLElement row = Dom.make("li", line.type(), assumptions);
            Dom.text(Dom.make("span", "", row), line.words());
            row.setTitle(line.sentence());
        }
    }

    /** What the help says of the scene. */
    void scene(Scene scene) {
        Dom.text(Dom.find("about-head"), scene.heading());
        Dom.text(Dom.find("omits"), scene.omits());
        Dom.title(Words.say("lab.lab-texts.dynlab", Wording.inside(scene.heading())));
    }

    /** The narrator. */
    void now(Narration words) {
        Dom.text(stage, words.stage());
        Dom.text(learned, words.happened());
        Dom.text(because, words.because());
        learned.setTitle(words.happened());
        because.setTitle(words.because());
    }

    /** What can be undone, done again, and set back. */
    void history(LabState state) {
        boolean initial = SceneConfig.initial(state.address().scene().knobs()).equals(state.config());
        Dom.toggleEvery("[data-act=undo]", "disabled", state.history().past().isEmpty());
        Dom.toggleEvery("[data-act=redo]", "disabled", state.history().future().isEmpty());
        Dom.toggleEvery("[data-act=reset]", "disabled", initial);
    }
}
