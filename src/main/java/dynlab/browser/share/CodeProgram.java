package dynlab.browser.share;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Makes codes for cameras, for whatever program of a page asks: see {@link dynlab.browser.dom.QrSquare}. */
public final class CodeProgram {
    private CodeProgram() {}

    /** From a link to its cells, or null. */
    @JSFunctor
    private interface Maker extends JSObject {
        @Nullable
        JSObject of(String link);
    }

    /** Entry point, called by the scripts that fetch it; from then on the page has {@code dynlabCode}. */
    public static void main(String[] args) {
        offer(link ->
                CameraCode.of(link).map(code -> cells(code.side(), code.path())).orElse(null));
    }

    @JSBody(params = "maker", script = "globalThis.dynlabCode = maker;")
    private static native void offer(Maker maker);

    @JSBody(
            params = {"side", "path"},
            script = "return { side: side, path: path };")
    private static native JSObject cells(int side, String path);
}
