package dynlab.browser.dom;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;

/** The menu of how a page looks: its theme, and the whole screen for it. The element opens and closes by itself. */
public final class ViewMenu {
    private static final String KEPT = "dynlab-theme";

    private ViewMenu() {}

    /** The theme that was chosen last; empty if none was. */
    public static String current() {
        return Dom.recall(KEPT);
    }

    /** Lets the menu choose. */
    public static void wire(Consumer<String> chosen) {
        Dom.on(Dom.find("theme"), "click", e -> check(Dom.dataOf("theme")));
        Dom.onEvery("[name=theme]", "change", e -> {
            String name = Dom.value(e.getTarget());
            Dom.remember(KEPT, name);
            chosen.accept(name);
        });
        fullScreen();
    }

    @JSBody(
            params = "name",
            script = "document.getElementsByName('theme').forEach(function(i) { i.checked = i.value === name; });")
    private static native void check(String name);

    /** A browser that cannot give the whole screen, such as that of a phone, is not asked to. */
    @JSBody(
            script = "var b = document.getElementById('full'); b.hidden = !document.fullscreenEnabled;"
                    // a browser refuses where nobody has touched the page, or for reasons of its own: then nothing
                    // changes
                    + " b.onclick = function() { if (navigator.userActivation && !navigator.userActivation.isActive) { return; }"
                    + " (document.fullscreenElement ? document.exitFullscreen()"
                    + " : document.documentElement.requestFullscreen()).catch(function() {}); };")
    private static native void fullScreen();
}
