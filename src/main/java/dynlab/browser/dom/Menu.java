package dynlab.browser.dom;

import java.util.function.Consumer;
import org.teavm.jso.dom.html.HTMLElement;

/** A labelled menu of a few words. */
public final class Menu {
    private final HTMLElement row;
    private final HTMLElement select;

    public Menu(HTMLElement parent, String id, String label, String[] values, String[] names, Consumer<String> use) {
        row = Dom.make("label", "field", parent);
        Dom.text(Dom.make("span", "muted", row), label);
        select = Dom.make("select", "", row);
        Dom.attribute(select, "id", id);
        fill(select, values, names);
        Dom.on(select, "change", e -> use.accept(Dom.value(select)));
    }

    public static void fill(HTMLElement select, String[] values, String[] names) {
        for (int i = 0; i < values.length; i++) {
            HTMLElement option = Dom.make("option", "", select);
            Dom.value(option, values[i]);
            Dom.text(option, names[i]);
        }
    }

    public void show(String value) {
        Dom.value(select, value);
    }

    /** The menu with its label. */
    public HTMLElement row() {
        return row;
    }

    public HTMLElement select() {
        return select;
    }
}
