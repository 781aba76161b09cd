package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** The figure as a page of that size would show it: the real one, at its true size. */
final class EmbedPreview {
    /** Changes that follow one another are shown once. */
    private static final double DELAY = 150;

    private final HTMLElement frame;
    private int timer;
    private boolean loaded;

    /** Hears which controls have a place in the figure, as words with commas around each. */
    @JSFunctor
    interface Reached extends JSObject {
        void words(String words);
    }

    EmbedPreview(HTMLElement parent, String title, Reached reached) {
        HTMLElement room = Dom.make("div", "embed-room", parent);
        Dom.attribute(room, "tabindex", "0");
        Dom.attribute(room, "role", "group");
        Dom.attribute(room, "aria-label", title);
        frame = Dom.make("iframe", "", room);
        Dom.attribute(frame, "title", title);
        Dom.attribute(frame, "id", "share-preview");
        watch(frame, reached);
    }

    void size(EmbedSize size) {
        Dom.style(frame, "width", size.width() + "px");
        Dom.style(frame, "height", size.height() + "px");
    }

    /** Shows an address, whose part behind # alone differs from the one before. */
    void show(String address) {
        Dom.forget(timer);
        if (loaded) {
            timer = Dom.later(() -> go(frame, address), DELAY);
        } else {
            loaded = true;
            Dom.attribute(frame, "src", address);
        }
    }

    /** Nothing is added to the history of the page. */
    @JSBody(
            params = {"frame", "address"},
            script = "frame.contentWindow.location.replace(address);")
    private static native void go(HTMLElement frame, String address);

    /** Looks again whenever the figure is laid out or restricted anew. A setting in a sheet has a place if the sheet opens. */
    @JSBody(
            params = {"frame", "reached"},
            script =
                    "var look = function() { var page = frame.contentDocument; if (!page || !page.getElementById('lab')) { return; }"
                            + " var seen = function(e) { return e && e.checkVisibility(); };"
                            + " var sheet = seen(page.getElementById('knobs-open')) || seen(page.getElementById('knobs-toggle'));"
                            + " var words = ',';"
                            + " page.querySelectorAll('[data-control]').forEach(function(e) {"
                            + "   if (seen(e) || sheet && e.closest('#knobs') && !e.hasAttribute('data-hidden')) { words += e.dataset.control + ','; } });"
                            + " reached(words); };"
                            + " var soon = function() { setTimeout(look, 200); };"
                            + " frame.addEventListener('load', function() { var page = frame.contentDocument; if (!page) { return; }"
                            + "   new page.defaultView.MutationObserver(soon).observe(page.documentElement,"
                            + "     {attributes: true, subtree: true, attributeFilter: ['data-state', 'data-hidden', 'data-drawn']});"
                            + "   new page.defaultView.ResizeObserver(soon).observe(page.documentElement); soon(); });")
    private static native void watch(HTMLElement frame, Reached reached);
}
