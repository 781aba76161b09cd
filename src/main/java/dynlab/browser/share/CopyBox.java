package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** A text with a button that copies it. Where the clipboard is denied, the text stands selected, to be copied by hand. */
final class CopyBox {
    private static final double SAID = 2000;

    private final HTMLElement text;
    private final HTMLElement button;
    private final HTMLElement said;
    private int timer;

    CopyBox(HTMLElement parent, String label) {
        HTMLElement row = Dom.make("div", "copy", parent);
        text = Dom.make("textarea", "code", row);
        Dom.attribute(text, "readonly", "");
        Dom.attribute(text, "rows", "3");
        Dom.attribute(text, "spellcheck", "false");
        Dom.attribute(text, "aria-label", label);
        Dom.on(text, "focus", e -> Widgets.select(text));
        button = Widgets.button(row, "btn primary", Words.say("share.copy.copy"), this::copy);
        said = Dom.make("p", "sr", row);
        Dom.attribute(said, "role", "status");
    }

    void show(String words) {
        Dom.value(text, words);
    }

    private void copy() {
        Dom.copy(
                Dom.value(text),
                () -> say(Words.say("share.copy.copied"), Words.say("share.copy.in-clipboard")),
                () -> {
                    Dom.select(text);
                    say(Words.say("share.copy.press"), Words.say("share.copy.by-hand"));
                });
    }

    private void say(String onButton, String aloud) {
        Dom.text(button, onButton);
        Dom.text(said, aloud);
        Dom.forget(timer);
        timer = Dom.later(
                () -> {
                    Dom.text(button, Words.say("share.copy.copy"));
                    Dom.text(said, "");
                },
                SAID);
    }
}
