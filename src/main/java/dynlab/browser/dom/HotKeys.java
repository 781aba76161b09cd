package dynlab.browser.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** Keys that work at once, before anything on the page has the focus, unless the reader has switched that off. */
public final class HotKeys {
    private static final String KEPT = "dynlab-keys";

    private HotKeys() {}

    /** Hears the keys of the page and lets the box of the help dialog switch them. */
    public static void wire(Dom.Handler handler) {
        HTMLElement box = Dom.find("hotkeys");
        Dom.toggle(box, "checked", on());
        Dom.on(box, "change", e -> Dom.remember(KEPT, on() ? "off" : ""));
        Dom.onWindow("keydown", e -> {
            if (on() || somethingFocused()) {
                handler.handle(e);
            }
        });
    }

    @JSBody(script = "var e = document.activeElement; return !!e && e !== document.body;")
    private static native boolean somethingFocused();

    private static boolean on() {
        return !Dom.recall(KEPT).equals("off");
    }
}
