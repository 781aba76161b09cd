package dynlab.browser.lab;

import dynlab.browser.dom.Dom;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * An embed's word to the page around it: how high it would like to be for its width. It speaks when it is asked, or after
 * a host has said that it listens, in the host's own manner: ours, open-iframe-resizer's, the old iframe-resizer's, LTI's.
 */
final class EmbedResize {
    /** Height as a share of the width: the figures are made for 5 : 3. */
    private static final double SHAPE = 0.6;

    private static final int LOWEST = 206;
    private static final String LEGACY = "[iFrameSizer]";

    private final HTMLElement root;
    private final List<Telling> listeners = new ArrayList<>();
    private int width;

    /** Sends a size in one manner. */
    private interface Telling {
        void tell(int width, int height);
    }

    @JSFunctor
    private interface Hearing extends JSObject {
        void hear(String words, String origin);
    }

    /**
     * @param root the laboratory
     * @param lti whether the address asks for LTI's message, whose hosts do not ask by themselves
     */
    EmbedResize(HTMLElement root, boolean lti) {
        this.root = root;
        listen(this::hear);
        if (lti) {
            start((w, h) -> say("{\"subject\":\"lti.frameResize\",\"height\":" + h + "}", "*"));
        }
        Dom.whenResized(root, this::resized);
    }

    private void hear(String words, String origin) {
        if (words.equals("dynlab:size?")) {
            tell(size("dynlab:size", origin));
        } else if (words.equals("dynlab:hello")) {
            start(size("dynlab:size", origin));
        } else if (words.equals("iframe-get-child-dimensions")) {
            tell(size("iframe-resized", origin));
        } else if (words.equals("iframe-child-init")) {
            start(size("iframe-resized", origin));
        } else if (words.startsWith(LEGACY) && words.indexOf(':') > 0) {
            String id = words.substring(LEGACY.length(), words.indexOf(':'));
            start((w, h) -> say(LEGACY + id + ":" + h + ":" + w + ":size", origin));
        }
    }

    private static Telling size(String type, String origin) {
        return (w, h) -> sayObject(type, w, h, origin);
    }

    private void start(Telling telling) {
        if (listeners.size() < 4) {
            listeners.add(telling);
            tell(telling);
        }
    }

    private void tell(Telling telling) {
        int w = root.getOffsetWidth();
        telling.tell(w, Math.max(LOWEST, (int) Math.rint(SHAPE * w)));
    }

    private void resized() {
        int now = root.getOffsetWidth();
        // height follows width alone, or host and embed would chase each other
        if (now != width) {
            width = now;
            listeners.forEach(this::tell);
        }
    }

    @JSBody(
            params = "hearing",
            script =
                    "window.addEventListener('message', function(e) { if (parent === window || e.source !== parent) return;"
                            + " var d = e.data; var words = typeof d === 'string' ? d : d && typeof d.type === 'string' ? d.type : '';"
                            + " if (words.length < 400) hearing(words, e.origin === 'null' ? '*' : e.origin); });")
    private static native void listen(Hearing hearing);

    @JSBody(
            params = {"words", "origin"},
            script = "parent.postMessage(words, origin);")
    private static native void say(String words, String origin);

    @JSBody(
            params = {"type", "width", "height", "origin"},
            script = "parent.postMessage({type: type, width: width, height: height}, origin);")
    private static native void sayObject(String type, int width, int height, String origin);
}
