package dynlab.browser.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** Whether anybody can see the laboratory: its page is in front, and it is scrolled into the window. */
public final class PageVisibility {
    private final Seen changed;
    private boolean seen;

    /** Hears of every change. */
    @JSFunctor
    public interface Seen extends JSObject {
        void now(boolean seen);
    }

    /**
     * @param root what is to be seen
     * @param atFirst what holds until the browser has told
     */
    public PageVisibility(HTMLElement root, boolean atFirst, Seen changed) {
        this.changed = changed;
        seen = atFirst;
        watch(root, this::tell);
    }

    public boolean seen() {
        return seen;
    }

    private void tell(boolean now) {
        if (now != seen) {
            seen = now;
            changed.now(now);
        }
    }

    @JSBody(
            params = {"root", "tell"},
            script =
                    "var within = false;"
                            + " new IntersectionObserver(function(all) { within = all[all.length - 1].isIntersecting;"
                            + "   tell(within && !document.hidden); }).observe(root);"
                            + " document.addEventListener('visibilitychange', function() { tell(within && !document.hidden); });")
    private static native void watch(HTMLElement root, Seen tell);

    @JSBody(script = "return document.hidden;")
    public static native boolean pageHidden();
}
