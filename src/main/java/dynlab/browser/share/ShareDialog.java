package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.numeric.Numbers;
import dynlab.scene.Address;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** A dialog over the page with a tab for each way to give away what is shown. */
final class ShareDialog {
    private final List<ShareTab> tabs;
    private final HTMLElement dialog;
    private final List<HTMLElement> heads = new ArrayList<>();
    private final List<HTMLElement> panels = new ArrayList<>();

    /**
     * Makes it.
     *
     * @param of what is shared, in a few words
     */
    ShareDialog(String of, List<ShareTab> tabs) {
        this.tabs = tabs;
        dialog = Dom.make("dialog", "share", Dom.body());
        Dom.attribute(dialog, "id", "share-dialog");
        Dom.attribute(dialog, "aria-labelledby", "share-head");
        HTMLElement bar = Dom.make("div", "share-bar", dialog);
        HTMLElement head = Dom.make("h2", "share-head", bar);
        Dom.attribute(head, "id", "share-head");
        Dom.text(head, Words.say("share.dialog.share"));
        HTMLElement about = Dom.make("p", "cap grow", bar);
        Dom.text(about, of);
        about.setTitle(of);
        HTMLElement close = Widgets.button(bar, "btn icon", "×", () -> Dom.closeDialog(dialog));
        Dom.attribute(close, "aria-label", Words.say("share.dialog.close"));
        HTMLElement list = Dom.make("div", "tabs", dialog);
        Dom.attribute(list, "role", "tablist");
        Dom.attribute(list, "aria-label", Words.say("share.dialog.ways"));
        for (int k = 0; k < tabs.size(); k++) {
            int which = k;
            HTMLElement tab = Widgets.button(list, "", tabs.get(k).name(), () -> choose(which));
            Dom.attribute(tab, "role", "tab");
            Dom.attribute(tab, "id", "share-tab-" + tabs.get(k).id());
            Dom.attribute(tab, "aria-controls", "share-" + tabs.get(k).id());
            Dom.on(tab, "keydown", e -> key(which, e));
            heads.add(tab);
            HTMLElement panel = Dom.make("section", "share-panel", dialog);
            Dom.attribute(panel, "role", "tabpanel");
            Dom.attribute(panel, "id", "share-" + tabs.get(k).id());
            Dom.attribute(panel, "aria-labelledby", "share-tab-" + tabs.get(k).id());
            panels.add(panel);
        }
    }

    /** Shows it over the page, with a tab in front; the first one where it has not that one. */
    void open(String tab) {
        Widgets.returnsFocus(dialog);
        Dom.on(dialog, "close", e -> tabs.forEach(ShareTab::closed));
        Dom.showDialog(dialog);
        int front = 0;
        for (int k = 0; k < tabs.size(); k++) {
            front = tabs.get(k).id().equals(tab) ? k : front;
        }
        choose(front);
    }

    /** The title of a lesson and the step that is shown. */
    static String of(Address address) {
        String title = address.scene().title();
        return address.time().isPresent()
                ? Words.say(
                        "share.dialog.of", title, Numbers.fixed(address.time().getAsDouble(), 0))
                : title;
    }

    private void choose(int which) {
        for (int k = 0; k < heads.size(); k++) {
            boolean chosen = k == which;
            Dom.attribute(heads.get(k), "aria-selected", chosen ? "true" : "false");
            Dom.attribute(heads.get(k), "tabindex", chosen ? "0" : "-1");
            panels.get(k).setHidden(!chosen);
        }
        HTMLElement panel = panels.get(which);
        if (panel.getFirstChild() == null) {
            tabs.get(which).fill(panel);
        }
        heads.get(which).focus();
        reveal(heads.get(which));
    }

    private void key(int from, Dom.Event event) {
        int last = heads.size() - 1;
        int to = switch (event.getKey()) {
            case "ArrowRight" -> from == last ? 0 : from + 1;
            case "ArrowLeft" -> from == 0 ? last : from - 1;
            case "Home" -> 0;
            case "End" -> last;
            default -> -1;
        };
        if (to >= 0) {
            event.preventDefault();
            choose(to);
        }
    }

    /** A tab that is half out of its strip comes in as a whole. */
    @JSBody(params = "tab", script = "tab.scrollIntoView({block: 'nearest', inline: 'nearest'});")
    private static native void reveal(HTMLElement tab);
}
