package dynlab.browser;

import org.teavm.jso.JSBody;

/** Starts the page. */
public final class Page {
    private Page() {}

    /** Entry point, called once by {@code web/boot.js}. */
    public static void main(String[] args) {
        ready();
    }

    @JSBody(script = "document.documentElement.dataset.page = 'ready';")
    private static native void ready();
}
