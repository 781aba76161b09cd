package dynlab.browser;

import dynlab.scene.Address;
import org.teavm.jso.dom.html.HTMLElement;

/** The fingerprint of the run that is shown, and whether it is the one that a link was made from. */
final class DigestMark {
    /** Digits that a person sees, and digits that a link carries. */
    private static final int SHOWN = 8;

    private static final int LINKED = 12;

    private final HTMLElement words = Dom.find("digest");
    private final HTMLElement verdict = Dom.find("verdict");
    private final Notices notices;
    private String digits = "";
    private String complained = "";

    DigestMark(Notices notices) {
        this.notices = notices;
    }

    /** Nothing is known of the run that is to come. */
    void clear() {
        digits = "";
        Dom.text(words, "");
        verdict.setHidden(true);
        Dom.state("verdict", "");
    }

    /** Shows a digest that was not computed here, so that there is nothing to compare yet. */
    void show(String digest) {
        digits = digest.startsWith("d1-") ? digest.substring(3) : digest;
        Dom.text(words, digits.isEmpty() ? "" : "digest " + cut(digits, SHOWN));
        Dom.state("digest", digest);
    }

    /**
     * Shows a digest that was computed here.
     *
     * @param expected what a link says that it is; may be empty
     */
    void compare(String digest, String expected) {
        show(digest);
        verdict.setHidden(expected.isEmpty() || digits.isEmpty());
        if (expected.isEmpty() || digits.isEmpty()) {
            Dom.state("verdict", "");
            return;
        }
        boolean same = Address.meansDigest(expected, digest);
        Dom.state("verdict", same ? "same" : "other");
        verdict.setClassName(same ? "badge" : "badge bad");
        Dom.text(verdict, same ? "same result" : "expected " + cut(expected, SHOWN));
        if (!same && !complained.equals(digits + expected)) {
            complained = digits + expected;
            notices.say(
                    "This is not the run that the link was made from: its digest is " + cut(digits, LINKED)
                            + ", expected " + cut(expected, LINKED) + ".",
                    true);
        }
    }

    /** What a link to this run says; empty while there is none. */
    String linked() {
        return cut(digits, LINKED);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
