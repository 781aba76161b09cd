package dynlab.browser.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** Gives something to be kept as a file. */
public final class Download {
    private Download() {}

    /** A text of that type, under that name. */
    public static void text(String name, String type, String text) {
        blob(name, of(type, text));
    }

    @JSBody(
            params = {"type", "text"},
            script = "return new Blob([text], {type: type});")
    private static native JSObject of(String type, String text);

    /** What the browser holds as a blob. */
    @JSBody(
            params = {"name", "blob"},
            script =
                    "var a = document.createElement('a'); a.href = URL.createObjectURL(blob); a.download = name; a.click();"
                            + " setTimeout(function() { URL.revokeObjectURL(a.href); }, 10000);")
    public static native void blob(String name, JSObject blob);
}
