package dynlab.browser;

import org.teavm.jso.dom.html.HTMLElement;

/**
 * Sentences over the page that can be dismissed and block nothing. A few are shown, the others are counted; after a while
 * all of them fold into one button, so that they do not stand before the pictures.
 */
final class Notices {
    private static final int MOST = 4;
    private static final double FOLD_AFTER = 9000;
    private static final double BRIEF = 4000;

    private final HTMLElement list = Dom.find("notices");
    private int folding;

    Notices() {
        // nobody reads less quickly because of a clock
        Dom.on(list, "pointerenter", e -> Dom.forget(folding));
        Dom.on(list, "focusin", e -> Dom.forget(folding));
        Dom.on(list, "pointerleave", e -> foldLater());
        Dom.on(list, "focusout", e -> foldLater());
    }

    void say(String sentence, boolean bad) {
        add(sentence, bad);
    }

    /** A sentence with something to press. */
    void ask(String sentence, String press, Runnable pressed) {
        HTMLElement notice = add(sentence, false);
        HTMLElement button = Dom.make("button", "btn strong", notice);
        Dom.attribute(button, "type", "button");
        Dom.text(button, press);
        Dom.on(button, "click", e -> {
            dismiss(notice);
            pressed.run();
        });
        notice.insertBefore(button, notice.getLastChild());
    }

    /** A sentence that goes by itself. */
    void brief(String sentence) {
        HTMLElement notice = Dom.make("div", "notice", list);
        Dom.attribute(notice, "role", "status");
        Dom.text(Dom.make("p", "", notice), sentence);
        Dom.later(notice::delete, BRIEF);
    }

    /** Words that can be copied, selected. */
    void give(String label, String words) {
        HTMLElement notice = Dom.make("div", "notice", list);
        HTMLElement field = Dom.make("input", "grow", notice);
        Dom.attribute(field, "type", "text");
        Dom.attribute(field, "readonly", "");
        Dom.attribute(field, "aria-label", label);
        Dom.value(field, words);
        closable(notice);
        Dom.select(field);
    }

    private HTMLElement add(String sentence, boolean bad) {
        HTMLElement notice = Dom.make("div", bad ? "notice bad" : "notice", list);
        Dom.attribute(notice, "role", bad ? "alert" : "status");
        Dom.text(Dom.make("p", "", notice), sentence);
        closable(notice);
        list.removeAttribute("data-folded");
        arrange(list.hasAttribute("data-all"));
        foldLater();
        return notice;
    }

    private void closable(HTMLElement notice) {
        HTMLElement close = Dom.make("button", "btn", notice);
        Dom.attribute(close, "type", "button");
        Dom.text(close, "Dismiss");
        Dom.on(close, "click", e -> dismiss(notice));
    }

    private void dismiss(HTMLElement notice) {
        notice.delete();
        arrange(list.hasAttribute("data-all"));
    }

    /** Shows the first few or all, and behind them a button that counts the others. */
    private void arrange(boolean all) {
        Dom.toggle(list, "data-all", all);
        HTMLElement more = list.querySelector(".more");
        if (more != null) {
            more.delete();
        }
        var notices = list.querySelectorAll(".notice");
        int count = notices.getLength();
        boolean folded = list.hasAttribute("data-folded");
        for (int i = 0; i < count; i++) {
            notices.get(i).setHidden(folded || !all && i >= MOST);
        }
        if (count > 0 && (folded || !all && count > MOST)) {
            HTMLElement button = Dom.make("button", "more", list);
            Dom.attribute(button, "type", "button");
            Dom.text(
                    button,
                    folded ? (count == 1 ? "1 notice" : count + " notices") : "and " + (count - MOST) + " more");
            Dom.on(button, "click", e -> {
                list.removeAttribute("data-folded");
                arrange(true);
            });
        } else if (count == 0) {
            list.removeAttribute("data-all");
        }
    }

    private void foldLater() {
        Dom.forget(folding);
        folding = Dom.later(
                () -> {
                    if (list.querySelector(".notice") != null) {
                        Dom.toggle(list, "data-folded", true);
                        arrange(false);
                    }
                },
                FOLD_AFTER);
    }
}
