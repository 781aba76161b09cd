package dynlab.browser.lab;

import dynlab.app.Event;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Menu;
import dynlab.measure.Likeness;
import dynlab.view.RunView;
import dynlab.words.Words;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** What chooses in which layer similarity is shown, and how it is measured. */
final class SimilarityMenu {
    private static final int OUTPUT = -1;

    private final HTMLElement group = Dom.find("layer");
    private final Lab lab;
    private Optional<HTMLElement> measure = Optional.empty();
    private int hidden = -1;

    SimilarityMenu(Lab lab) {
        this.lab = lab;
    }

    /** Another scene: its buttons are made anew. */
    void forget() {
        hidden = -1;
    }

    /** One button for each layer of a run, and which of them is chosen. */
    void show(RunView of, int layer, Likeness likeness) {
        int layers = of.layers().size();
        if (layers != hidden) {
            hidden = layers;
            make(layers);
        }
        Dom.choose(group, Integer.toString(layer));
        measure.ifPresent(select -> Dom.value(select, likeness.word()));
    }

    private void make(int layers) {
        Dom.empty(group);
        Dom.attribute(group, "class", "row");
        HTMLElement select = Dom.make("select", "", group);
        Dom.attribute(select, "aria-label", Words.say("lab.similarity-menu.how-alike-measured"));
        Dom.attribute(select, "title", Words.say("lab.similarity-menu.how-alike-measured-inner"));
        Likeness[] all = Likeness.values();
        String[] words = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            words[i] = all[i].word();
        }
        Menu.fill(select, words, new String[] {
            Words.say("lab.similarity-menu.inner-product"), "distance", Words.say("lab.similarity-menu.1-correlation")
        });
        Dom.on(
                select,
                "change",
                e -> Likeness.of(Dom.value(select)).ifPresent(by -> lab.send(new Event.LikenessChosen(by))));
        measure = Optional.of(select);
        String[] values = new String[layers + 1];
        String[] labels = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            boolean output = i == layers;
            values[i] = Integer.toString(output ? OUTPUT : i);
            labels[i] = output
                    ? "output"
                    : layers == 1 ? "hidden" : (i == 0 ? Words.say("lab.similarity-menu.hidden-1") : "" + (i + 1));
        }
        Dom.segments(
                group,
                Words.say("lab.similarity-menu.similarity"),
                values,
                labels,
                e -> lab.send(new Event.LayerChosen(Dom.number(e.getTarget()))));
    }
}
