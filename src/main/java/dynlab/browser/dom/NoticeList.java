package dynlab.browser.dom;

import dynlab.app.Notice;
import dynlab.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Sentences over the page that can be dismissed and block nothing. A few are shown, the others are counted; after a while
 * all of them fold into one button, so that they do not stand before the pictures.
 */
public final class NoticeList {
    private static final int MOST = 4;
    private static final double FOLD_AFTER = 9000;
    private static final double BRIEF = 4000;

    private final HTMLElement list = Dom.find("notices");
    private final Map<Integer, HTMLElement> shown = new LinkedHashMap<>();
    private final IntConsumer pressed;
    private final IntConsumer dismissed;
    private int folding;

    /**
     * @param pressed hears of the button of a notice, by its id
     * @param dismissed hears of a notice that was read
     */
    public NoticeList(IntConsumer pressed, IntConsumer dismissed) {
        this.pressed = pressed;
        this.dismissed = dismissed;
        // nobody reads less quickly because of a clock
        Dom.on(list, "pointerenter", e -> Dom.forget(folding));
        Dom.on(list, "focusin", e -> Dom.forget(folding));
        Dom.on(list, "pointerleave", e -> foldLater());
        Dom.on(list, "focusout", e -> foldLater());
    }

    /** Shows these and no others; those that stood there stay as they are. */
    public void show(List<Notice> all) {
        shown.entrySet().removeIf(entry -> {
            boolean gone = true;
            for (Notice notice : all) {
                gone &= notice.id() != entry.getKey();
            }
            if (gone) {
                entry.getValue().delete();
            }
            return gone;
        });
        boolean more = false;
        for (Notice notice : all) {
            if (!shown.containsKey(notice.id())) {
                shown.put(notice.id(), make(notice));
                more = true;
            }
        }
        if (more) {
            list.removeAttribute("data-folded");
            foldLater();
        }
        arrange(list.hasAttribute("data-all"));
    }

    private HTMLElement make(Notice notice) {
        HTMLElement element = Dom.make("div", notice.bad() ? "notice bad" : "notice", list);
        Dom.attribute(element, "role", notice.bad() ? "alert" : "status");
        Dom.text(Dom.make("p", "", element), notice.sentence());
        if (!notice.press().isEmpty()) {
            HTMLElement button = Dom.make("button", "btn strong", element);
            Dom.attribute(button, "type", "button");
            Dom.text(button, notice.press());
            Dom.on(button, "click", e -> pressed.accept(notice.id()));
        }
        closable(element, () -> dismissed.accept(notice.id()));
        return element;
    }

    /** A sentence that goes by itself. */
    public void brief(String sentence) {
        HTMLElement notice = Dom.make("div", "notice", list);
        Dom.attribute(notice, "role", "status");
        Dom.text(Dom.make("p", "", notice), sentence);
        Dom.later(notice::delete, BRIEF);
    }

    private static void closable(HTMLElement notice, Runnable closed) {
        HTMLElement close = Dom.make("button", "btn", notice);
        Dom.attribute(close, "type", "button");
        Dom.text(close, Words.say("page.notice-list.dismiss"));
        Dom.on(close, "click", e -> closed.run());
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
                    folded
                            ? (count == 1
                                    ? Words.say("page.notice-list.1-notice")
                                    : Words.say("page.notice-list.notices", Integer.toString(count)))
                            : Words.say("page.notice-list.more", Integer.toString(count - MOST)));
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
