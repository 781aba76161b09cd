package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** The line of a panel that says that something is being made, or why it could not be. */
final class Waiting {
    private final HTMLElement line;

    Waiting(HTMLElement parent) {
        line = Dom.make("p", "waiting", parent);
        Dom.attribute(line, "role", "status");
    }

    void begin() {
        Dom.attribute(line, "data-busy", "");
        line.removeAttribute("data-bad");
        Dom.text(line, Words.say("share.waiting.computing"));
    }

    void end() {
        line.removeAttribute("data-busy");
        Dom.text(line, "");
    }

    /** Says something that is no failure. */
    void says(String sentence) {
        line.removeAttribute("data-bad");
        Dom.text(line, sentence);
    }

    void refuse(String sentence) {
        line.removeAttribute("data-busy");
        Dom.attribute(line, "data-bad", "");
        Dom.text(line, sentence);
    }
}
