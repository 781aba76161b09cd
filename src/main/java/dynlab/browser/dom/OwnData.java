package dynlab.browser.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Asks for the dialog in which a table of the reader's own is read: a program of its own, which {@code boot.js} fetches then. */
public final class OwnData {
    private OwnData() {}

    /** Hears of the table that was taken. */
    @JSFunctor
    public interface Taken extends JSObject {
        void table(String text);
    }

    /**
     * Asks for it.
     *
     * @param rows what its rows are: "items", or "examples" of which some numbers are asked
     */
    @JSBody(params = "rows", script = "dispatchEvent(new CustomEvent('dynlab-table', {detail: rows}));")
    public static native void ask(String rows);

    /** Hands a table to the page, as an address holds it. */
    @JSBody(params = "text", script = "dispatchEvent(new CustomEvent('dynlab-table-taken', {detail: text}));")
    public static native void take(String text);

    /** Listens for it. */
    @JSBody(params = "taken", script = "addEventListener('dynlab-table-taken', function(e) { taken(e.detail); });")
    public static native void onTaken(Taken taken);
}
