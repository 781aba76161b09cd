package dynlab.browser.dom;

import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** A labelled field that gives its text away when it is left or Enter is pressed. */
public final class Field {
    private final HTMLElement input;
    private final Consumer<String> use;
    private String shown = "";
    private String before = "";

    /**
     * @param size characters that it has room for
     * @param use gets what was written
     */
    public Field(HTMLElement parent, String id, String label, int size, Consumer<String> use) {
        HTMLElement row = Dom.make("label", "field", parent);
        Dom.text(Dom.make("span", "muted", row), label);
        input = Dom.make("input", "", row);
        Dom.attribute(input, "id", id);
        Dom.attribute(input, "type", "text");
        Dom.attribute(input, "size", Integer.toString(size));
        Dom.attribute(input, "autocomplete", "off");
        Dom.attribute(input, "spellcheck", "false");
        this.use = use;
        Dom.on(input, "change", e -> leave());
    }

    /** Gives away what was written, as if it were left: before it shows another thing's value. */
    public void leave() {
        String written = Dom.value(input);
        if (!written.equals(shown)) {
            shown = written; // given away once
            use.accept(written);
        }
    }

    HTMLElement input() {
        return input;
    }

    /** Shows a value, unless somebody is writing another; {@link #leave} comes first where it is another thing's. */
    public void show(String value) {
        if (!Dom.focused(input) || shown.equals(Dom.value(input))) {
            Dom.value(input, value);
        }
        shown = value;
        before = value;
    }

    /** After a refusal the old value stands there again. */
    public void restore() {
        shown = before;
        Dom.value(input, shown);
    }
}
