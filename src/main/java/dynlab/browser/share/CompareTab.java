package dynlab.browser.share;

import dynlab.app.Pins;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Menu;
import dynlab.export.Comparison;
import dynlab.scene.Address;
import dynlab.scene.FileLink;
import dynlab.scene.Knob;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.teavm.jso.dom.html.HTMLElement;

/** Runs beside one another: which ones, what differs, when their errors part, and a link to all of them. */
final class CompareTab implements ShareTab {
    /** Letters of a link; an address that is longer is not read. */
    private static final int LONGEST_LINK = 3000;

    /** The runs since the page was opened; before that they are those of its link, or those that the browser keeps. */
    private static Optional<Pins> kept = Optional.empty();

    private final Shared shared;
    private final Taker taker;
    private final boolean pinning;

    /**
     * @param pinning whether the run on the page is to be among them at once
     */
    CompareTab(Shared shared, Taker taker, boolean pinning) {
        this.shared = shared;
        this.taker = taker;
        this.pinning = pinning;
    }

    @Override
    public String id() {
        return "compare";
    }

    @Override
    public String name() {
        return Words.say("share.compare.compare");
    }

    @Override
    public void closed() {
        taker.stop();
    }

    @Override
    public void fill(HTMLElement panel) {
        Panel made = new Panel(panel);
        if (pinning) {
            made.pinOwn();
        } else {
            made.show();
        }
    }

    /** The runs and what is said of them. */
    private final class Panel {
        private static final String KEPT = "dynlab-pins";
        private static final int WIDTH = 800;

        private final HTMLElement list;
        private final HTMLElement pin;
        private final HTMLElement another;
        private final HTMLElement value;
        private final HTMLElement wrong;
        private final Waiting waiting;
        private final HTMLElement made;
        private final HTMLElement differs;
        private final HTMLElement parts;
        private final HTMLElement picture;
        private final CopyBox link;
        private final String own;
        private Pins pins;
        private String key = "";

        Panel(HTMLElement panel) {
            Address now = shared.address();
            own = shared.query(new Address(now.scene(), now.config(), OptionalDouble.empty(), Map.of(), List.of()));
            pins = kept.orElseGet(() -> Pins.of(now.look().getOrDefault("pins", Dom.recall(KEPT))));
            list = Dom.make("ol", "pins", panel);
            HTMLElement row = Dom.make("div", "row saves", panel);
            pin = Widgets.button(row, "btn primary", Words.say("share.compare.pin"), () -> use(pins.with(own)));
            another = Dom.make("div", "row", row);
            List<String> keys = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (Knob knob : now.scene().knobs()) {
                if (!(knob instanceof Knob.Text)) {
                    keys.add(knob.key());
                    names.add(knob.label());
                }
            }
            Menu knobs = new Menu(
                    another,
                    "share-knob",
                    Words.say("share.compare.change"),
                    keys.toArray(new String[0]),
                    names.toArray(new String[0]),
                    chosen -> key = chosen);
            key = keys.isEmpty() ? "" : keys.get(0);
            Dom.attribute(knobs.select(), "aria-describedby", "share-wrong");
            value = Dom.make("input", "number", another);
            Dom.attribute(value, "type", "text");
            Dom.attribute(value, "aria-label", Words.say("share.compare.value"));
            Widgets.button(another, "btn line", Words.say("share.compare.add"), this::change);
            wrong = Dom.make("p", "waiting", panel);
            Dom.attribute(wrong, "id", "share-wrong");
            Dom.attribute(wrong, "role", "status");
            Dom.attribute(wrong, "data-bad", "");
            waiting = new Waiting(panel);
            made = Dom.make("div", "", panel);
            differs = Dom.make("p", "serif", made);
            parts = Dom.make("p", "", made);
            HTMLElement room = Dom.make("div", "picture-room", made);
            Dom.attribute(room, "tabindex", "0");
            Dom.attribute(room, "role", "group");
            Dom.attribute(room, "aria-label", Words.say("share.compare.figure"));
            picture = Dom.make("img", "", room);
            Dom.attribute(picture, "alt", "");
            link = new CopyBox(made, Words.say("share.compare.link"));
        }

        private void pinOwn() {
            boolean can = !pins.full() && shared.linkable();
            use(can ? pins.with(own) : pins);
        }

        private void use(Pins next) {
            pins = next;
            kept = Optional.of(next);
            Dom.remember(KEPT, pins.text());
            show();
        }

        /** Another run, with one setting that differs from the run on the page. */
        private void change() {
            Address now = shared.address();
            String query = "scene=" + now.scene().id() + "&" + key + "=" + Dom.value(value);
            Address read = Address.parse(query, shared.decimals(), now.scene(), List.of(now.scene()));
            Dom.text(wrong, String.join(" ", read.problems()));
            for (Knob knob : now.scene().knobs()) {
                if (knob.key().equals(key) && read.problems().isEmpty()) {
                    boolean word = knob instanceof Knob.Choice;
                    Address next = now.with(
                            word
                                    ? now.config().with(key, read.config().choice(key))
                                    : now.config().with(key, read.config().real(key)));
                    String other = shared.query(
                            new Address(next.scene(), next.config(), OptionalDouble.empty(), Map.of(), List.of()));
                    use(pins.with(own).with(other));
                }
            }
        }

        void show() {
            Dom.empty(list);
            for (int k = 0; k < pins.queries().size(); k++) {
                chip(k, pins.queries().get(k));
            }
            boolean there = pins.queries().contains(own);
            Dom.toggle(pin, "disabled", there || pins.full() || !shared.linkable());
            another.setHidden(shared.isFile() || pins.full());
            made.setHidden(true);
            taker.stop();
            if (pins.queries().size() < 2) {
                waiting.says(Words.say("share.compare.how"));
                return;
            }
            waiting.begin();
            taker.compare(pins.text(), Dom.dataOf("theme"), WIDTH, this::compared, waiting::refuse);
        }

        private void chip(int k, String query) {
            HTMLElement item = Dom.make("li", "", list);
            Dom.text(Dom.make("b", "", item), Comparison.letter(k));
            HTMLElement way = Dom.make("a", "", item);
            Dom.attribute(way, "href", shared.site() + "lab/#" + query);
            boolean file = FileLink.of(query).isPresent();
            String title = Address.parse(query, shared.decimals()).scene().title();
            Dom.text(way, file ? Words.say("share.compare.file") : title);
            int rest = query.indexOf('&');
            String settings = file || rest < 0 ? "" : query.substring(rest + 1);
            Dom.text(Dom.make("span", "muted", item), settings);
            HTMLElement away = Widgets.button(item, "btn icon", "×", () -> use(pins.without(query)));
            Dom.attribute(away, "aria-label", Words.say("share.compare.away", Comparison.letter(k)));
        }

        private void compared(Answer answer) {
            waiting.end();
            made.setHidden(false);
            Dom.text(differs, answer.getTitles()[0]);
            Dom.text(parts, answer.getTitles()[1]);
            PictureTab.show(picture, answer.getText());
            Address all = shared.address().looking("digest", "").looking("pins", pins.text());
            String to = shared.site() + "lab/#" + shared.query(all);
            link.show(pins.text().length() > LONGEST_LINK ? Words.say("share.compare.too-large") : to);
        }
    }
}
