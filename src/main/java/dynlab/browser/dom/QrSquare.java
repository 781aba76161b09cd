package dynlab.browser.dom;

import dynlab.words.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A link as a square of dark and light cells that a camera reads, with the light margin that cameras expect. It is made by a
 * program of its own, {@code app/code.js}, which is fetched when it may be needed.
 */
public final class QrSquare {
    private final Cells cells;

    private interface Cells extends JSObject {
        /** Cells of a side, margins included. */
        @JSProperty
        int getSide();

        /** The dark cells as the outline of a path, one unit a cell. */
        @JSProperty
        String getPath();
    }

    private QrSquare(Cells cells) {
        this.cells = cells;
    }

    /** That of a link, whose letters are ASCII; nothing if it is too long to be read, or what makes it is not there. */
    public static Optional<QrSquare> of(String link) {
        Cells cells = cells(link);
        return cells == null ? Optional.empty() : Optional.of(new QrSquare(cells));
    }

    /** It as a picture in the page. */
    public void place(HTMLElement parent) {
        place(
                parent,
                "0 0 " + cells.getSide() + " " + cells.getSide(),
                cells.getPath(),
                Words.say("page.code-of-link"));
    }

    /** The same as a file. */
    public String svg() {
        int side = cells.getSide();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "h-" + side
                + "z\"/><path d=\"" + cells.getPath() + "\"/></svg>\n";
    }

    @JSBody(params = "link", script = "return globalThis.dynlabCode ? globalThis.dynlabCode(link) : null;")
    private static native @Nullable Cells cells(String link);

    @JSBody(
            params = {"parent", "box", "path", "label"},
            script = "var ns = 'http://www.w3.org/2000/svg'; var svg = document.createElementNS(ns, 'svg');"
                    + " svg.setAttribute('viewBox', box); svg.setAttribute('role', 'img'); svg.setAttribute('aria-label', label);"
                    + " svg.classList.add('camera-code');"
                    + " var p = document.createElementNS(ns, 'path'); p.setAttribute('d', path);"
                    + " svg.append(p); parent.append(svg);")
    private static native void place(HTMLElement parent, String box, String path, String label);
}
