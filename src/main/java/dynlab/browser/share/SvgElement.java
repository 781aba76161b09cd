package dynlab.browser.share;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** One path as a picture in the page. */
final class SvgElement {
    private SvgElement() {}

    @JSBody(
            params = {"parent", "box", "path", "label"},
            script = "var ns = 'http://www.w3.org/2000/svg'; var svg = document.createElementNS(ns, 'svg');"
                    + " svg.setAttribute('viewBox', box); svg.setAttribute('role', 'img'); svg.setAttribute('aria-label', label);"
                    + " var p = document.createElementNS(ns, 'path'); p.setAttribute('d', path);"
                    + " svg.append(p); parent.append(svg);")
    static native void of(HTMLElement parent, String box, String path, String label);
}
