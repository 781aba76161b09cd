package dynlab.browser.lab;

import dynlab.app.DigestWords;
import dynlab.browser.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** The fingerprint of the run that is shown, and whether it is the one that a link was made from. */
final class DigestMark {
    private final HTMLElement digits = Dom.find("digest");
    private final HTMLElement verdict = Dom.find("verdict");

    void show(DigestWords words) {
        Dom.text(digits, words.shown());
        boolean compared = words.compared() != DigestWords.Compared.NOT;
        verdict.setHidden(!compared);
        verdict.setClassName(words.compared() == DigestWords.Compared.OTHER ? "badge bad" : "badge");
        Dom.text(verdict, words.verdict());
        Dom.state(
                "verdict",
                switch (words.compared()) {
                    case NOT -> "";
                    case SAME -> "same";
                    case OTHER -> "other";
                    case SHORT -> "short";
                });
    }
}
