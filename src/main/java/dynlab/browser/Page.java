package dynlab.browser;

import org.teavm.jso.JSExport;

/** Starts the page. */
public final class Page {
    private Page() {}

    /**
     * Entry point, called once by {@code web/boot.js}.
     *
     * @param args address of {@code worker.js}
     */
    public static void main(String[] args) {
        Lab.start(args[0]);
    }

    /**
     * What the page looks like from inside, for its tests, as JSON: {@code {"boxes": [{panel, text, bounds, box}],
     * "draws": [ms]}}; boxes are [left, top, width, height] in the window.
     */
    @JSExport
    public static String report() {
        return Lab.report();
    }
}
