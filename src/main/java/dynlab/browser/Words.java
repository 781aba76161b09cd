package dynlab.browser;

import dynlab.scene.Scene;
import dynlab.scene.Telling;
import dynlab.task.World;
import dynlab.theory.Assumption;
import dynlab.theory.Prediction;
import dynlab.view.Frame;
import dynlab.view.Frame.Asked;
import dynlab.view.Frame.Reading;
import dynlab.view.Numbers;
import dynlab.view.Story;
import dynlab.view.Wording;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** Everything on the page that is words: the question, the narrator, the badge, the read-outs. */
final class Words {
    /** More properties than this do not go into a menu. */
    private static final int MOST_IN_MENU = 64;

    private final HTMLElement asks = Dom.find("asks");
    private final HTMLElement items = Dom.find("asked-item");
    private final HTMLElement properties = Dom.find("asked-property");
    private final HTMLElement stage = Dom.find("stage");
    private final HTMLElement learned = Dom.find("learned");
    private final HTMLElement because = Dom.find("because");
    private final HTMLElement busy = Dom.find("busy");
    private final HTMLElement busyFill = Dom.find("busy-fill");
    private final HTMLElement busyText = Dom.find("busy-text");
    private final HTMLElement badge = Dom.find("badge");
    private final HTMLElement assumptions = Dom.find("assumptions");

    /** Fills the two menus of the question. */
    void questions(World world) {
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
        Wording.Predicate predicate = Wording.predicate(world, asked.property());
        if (asked.property() >= MOST_IN_MENU) {
            option(world, asked.property());
        }
        String item = world.items().get(asked.item());
        Dom.text(asks, predicate.asks() + " " + Wording.article(item));
        Dom.value(items, Integer.toString(asked.item()));
        Dom.value(properties, Integer.toString(asked.property()));
        fit(items, Wording.inside(item));
        fit(properties, predicate.base());
    }

    /** As wide as its chosen words; browsers that size menus by content do so without help. */
    private static void fit(HTMLElement menu, String words) {
        Dom.style(menu, "max-width", (words.length() + 4) + "ch");
    }

    void guess(String word) {
        Dom.choose(Dom.find("guess"), word);
    }

    void reading(Reading what) {
        Dom.choose(Dom.find("reading"), what == Reading.TRUE ? "0" : what == Reading.SAYS ? "1" : "2");
        String words = switch (what) {
            case TRUE -> "Shade and dot: what is true.";
            case SAYS -> "Shade: what the network says now. Dot: what is true.";
            case ERROR -> "Shade: what it says too much or too little. Dot: true.";
        };
        Dom.text(Dom.find("reading-note"), words);
    }

    void knobs(String summary) {
        Dom.text(Dom.find("knobs-now"), summary);
    }

    /** Shows how far a run is. */
    void busy(boolean shown, int done, int total) {
        busy.setHidden(!shown);
        busyIfShown(done, total);
    }

    void busyIfShown(int done, int total) {
        int percent = total > 0 ? (int) (100.0 * done / total) : 0;
        Dom.style(busyFill, "width", percent + "%");
        Dom.text(busyText, percent + " %");
    }

    /** What a finished run says of its theory. */
    void finished(Story story) {
        Dom.empty(assumptions);
        Optional<Prediction> prediction = story.theory();
        if (prediction.isEmpty()) {
            badge.setClassName("badge todo");
            Dom.text(badge, "none for this network");
            return;
        }
        double gap = story.gap();
        boolean exact = prediction.get().exact() && gap < 1e-6;
        badge.setClassName(gap < 0 || gap > 0.25 ? "badge bad" : exact ? "badge" : "badge warn");
        Dom.text(
                badge,
                gap < 0
                        ? "does not apply"
                        : exact ? "exact" : gap > 0.25 ? "off by " + Numbers.upTo(gap) : "within " + Numbers.upTo(gap));
        badge.setTitle(
                gap < 0
                        ? ""
                        : "Largest departure of any mode from its theory, as a share of its final strength: "
                                + Numbers.brief(gap));
        List<Assumption> all = prediction.get().assumptions();
        Dom.toggle(assumptions, "data-few", all.size() < 5);
        for (Assumption assumption : all) {
            HTMLElement row =
                    Dom.make("li", assumption.holds() ? "" : gap >= 0 && gap <= 0.25 ? "warn" : "bad", assumptions);
            Dom.text(Dom.make("span", "", row), assumption.name());
            row.setTitle(assumption.sentence());
        }
    }

    /** What the help says of the scene. */
    void scene(Scene scene) {
        Dom.text(Dom.find("about-head"), scene.title());
        Dom.text(Dom.find("explains"), scene.explains());
        Dom.text(Dom.find("omits"), scene.omits());
        Dom.title("Dynlab: " + Wording.inside(scene.title()));
    }

    /** The narrator at a time, in the scene's own words if it has some. */
    void now(Frame frame, Optional<Telling> own) {
        Story story = frame.story();
        boolean diverged = story.divergedAt() >= 0;
        if (own.isPresent()) {
            Dom.text(stage, own.get().stage());
            Dom.text(learned, own.get().happened());
            Dom.text(because, own.get().because());
            learned.setTitle(own.get().happened());
            because.setTitle(own.get().because());
            return;
        }
        Dom.text(stage, diverged ? "Diverged" : Wording.stage(story, frame.step()));
        Dom.text(learned, diverged ? "at step " + story.divergedAt() : Wording.dated(story, frame.step()));
        boolean over = frame.step() >= story.horizon() && story.reaches(frame.step());
        String verdict = over && frame.guess().isPresent()
                ? Wording.verdict(
                                story,
                                frame.asked().property(),
                                frame.asked().item(),
                                frame.guess().getAsDouble()) + " "
                : "";
        String words = verdict
                + Wording.because(story, frame.asked().property(), frame.asked().item(), frame.step());
        because.setTitle(words);
        Dom.text(because, diverged ? "The steps are too large for this world. Try a smaller learning rate." : words);
    }
}
