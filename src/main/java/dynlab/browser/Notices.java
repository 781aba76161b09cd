package dynlab.browser;

import org.teavm.jso.dom.html.HTMLElement;

/** Sentences over the page that wait to be dismissed and block nothing. */
final class Notices {
    private static final int MOST = 4;

    private final HTMLElement list = Dom.find("notices");

    void say(String sentence, boolean bad) {
        if (list.getChildNodes().getLength() >= MOST) {
            list.removeChild(list.getFirstChild());
        }
        HTMLElement notice = Dom.make("div", bad ? "notice bad" : "notice", list);
        Dom.attribute(notice, "role", bad ? "alert" : "status");
        Dom.text(Dom.make("p", "", notice), sentence);
        HTMLElement close = Dom.make("button", "btn", notice);
        Dom.attribute(close, "type", "button");
        Dom.text(close, "Dismiss");
        Dom.on(close, "click", e -> notice.delete());
    }

    /** A sentence that goes by itself. */
    void brief(String sentence) {
        HTMLElement notice = Dom.make("div", "notice", list);
        Dom.attribute(notice, "role", "status");
        Dom.text(Dom.make("p", "", notice), sentence);
        Dom.later(notice::delete, 4000);
    }
}
