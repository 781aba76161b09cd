package dynlab.browser.dom;

import org.teavm.jso.JSBody;

/** Asks for the dialog that gives away what is shown. It is a program of its own, which {@code boot.js} fetches then. */
public final class Sharing {
    private Sharing() {}

    /**
     * Asks for it.
     *
     * @param link to what is shown; empty if it is too large for one
     * @param file the text of the experiment file that is shown; empty if it is a lesson
     */
    @JSBody(
            params = {"link", "file"},
            script = "dispatchEvent(new CustomEvent('dynlab-share', {detail: [link, file]}));")
    public static native void ask(String link, String file);

    /** Asks for it with the runs side by side, this one among them. */
    @JSBody(
            params = {"link", "file"},
            script = "dispatchEvent(new CustomEvent('dynlab-share', {detail: [link, file, 'pin']}));")
    public static native void pin(String link, String file);
}
