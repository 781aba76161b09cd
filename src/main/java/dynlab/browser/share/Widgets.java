package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.words.Words;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** The few kinds of controls of the dialog. */
final class Widgets {
    private Widgets() {}

    /** Hears of a file; without its text where it could not be read or is too large. */
    @JSFunctor
    interface Arrived extends JSObject {
        void file(String name, @Nullable String text);
    }

    /**
     * The bar of a dialog: its head, by which it is called, what it is about, and the button that closes it.
     *
     * @param id of the head
     */
    static void bar(HTMLElement dialog, String id, String words, String about) {
        Dom.attribute(dialog, "aria-labelledby", id);
        HTMLElement bar = Dom.make("div", "share-bar", dialog);
        HTMLElement head = Dom.make("h2", "share-head", bar);
        Dom.attribute(head, "id", id);
        Dom.text(head, words);
        Dom.text(Dom.make("p", "cap grow", bar), about);
        HTMLElement close = button(bar, "btn icon", "×", () -> Dom.closeDialog(dialog));
        Dom.attribute(close, "aria-label", Words.say("share.dialog.close"));
    }

    /** A button with words. */
    static HTMLElement button(HTMLElement parent, String type, String words, Runnable pressed) {
        HTMLElement button = Dom.make("button", type, parent);
        Dom.attribute(button, "type", "button");
        Dom.text(button, words);
        Dom.on(button, "click", e -> pressed.run());
        return button;
    }

    /** A box to tick, with its label behind it. */
    static HTMLElement box(HTMLElement parent, String label, boolean ticked, Consumer<Boolean> use) {
        HTMLElement row = Dom.make("label", "tick", parent);
        HTMLElement box = bare(row, ticked, use);
        Dom.text(Dom.make("span", "", row), label);
        return box;
    }

    /** A box whose label stands elsewhere. */
    static HTMLElement bare(HTMLElement parent, boolean ticked, Consumer<Boolean> use) {
        HTMLElement box = Dom.make("input", "", parent);
        Dom.attribute(box, "type", "checkbox");
        tick(box, ticked);
        Dom.on(box, "change", e -> use.accept(ticked(box)));
        return box;
    }

    /** A field for a whole number. */
    static HTMLElement number(HTMLElement parent, String label, int least, int most, Runnable use) {
        HTMLElement field = Dom.make("input", "number", parent);
        Dom.attribute(field, "type", "number");
        Dom.attribute(field, "aria-label", label);
        Dom.attribute(field, "min", Integer.toString(least));
        Dom.attribute(field, "max", Integer.toString(most));
        Dom.on(field, "change", e -> use.run());
        return field;
    }

    /** A heading of a part of a panel. */
    static HTMLElement head(HTMLElement parent, String words) {
        HTMLElement head = Dom.make("h3", "label", parent);
        Dom.text(head, words);
        return head;
    }

    @JSBody(params = "box", script = "return box.checked;")
    static native boolean ticked(HTMLElement box);

    @JSBody(
            params = {"box", "on"},
            script = "box.checked = on;")
    static native void tick(HTMLElement box, boolean on);

    /** Fetches a sheet of styles once; calls back when it is there, or will not come. */
    @JSBody(
            params = {"href", "then"},
            script =
                    "var old = document.querySelector('link[data-share]'); if (old) { then(); return; }"
                            + " var link = document.createElement('link'); link.rel = 'stylesheet'; link.dataset.share = '';"
                            + " link.onload = link.onerror = function() { then(); }; link.href = href; document.head.append(link);")
    static native void style(String href, Dom.Action then);

    /** When the dialog closes, the focus goes back to what had it, or to the menu that it stood in. */
    @JSBody(
            params = "dialog",
            script = "var from = document.activeElement; dialog.addEventListener('close', function() {"
                    + " var menu = from && from.closest('[popover]');"
                    + " var to = menu ? document.querySelector('[popovertarget=' + menu.id + ']') : from;"
                    + " if (to && to.focus) { to.focus(); } dialog.remove(); });")
    static native void returnsFocus(HTMLElement dialog);

    @JSBody(params = "element", script = "element.select();")
    static native void select(JSObject element);

    @JSBody(params = "element", script = "element.click();")
    static native void press(HTMLElement element);

    /** A file that is picked, or dropped on the dialog. */
    @JSBody(
            params = {"dialog", "picker", "most", "arrived"},
            script =
                    "var take = function(file) { if (!file) return;"
                            + " if (file.size > most) { arrived(file.name, null); return; }"
                            + " file.text().then(function(text) { arrived(file.name, text); }, function() { arrived(file.name, null); }); };"
                            + " picker.addEventListener('change', function() { take(picker.files[0]); picker.value = ''; });"
                            + " dialog.addEventListener('dragover', function(e) { e.preventDefault(); e.stopPropagation(); });"
                            + " dialog.addEventListener('drop', function(e) { e.preventDefault(); e.stopPropagation(); take(e.dataTransfer.files[0]); });")
    static native void watch(HTMLElement dialog, HTMLElement picker, int most, Arrived arrived);
}
