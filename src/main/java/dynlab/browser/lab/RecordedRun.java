package dynlab.browser.lab;

import dynlab.browser.dom.Dom;
import dynlab.experiment.Result;
import dynlab.experiment.file.Poster;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/** Fetches the finished run that the build has recorded of a scene, so that the page is never empty. */
final class RecordedRun {
    private RecordedRun() {}

    @JSFunctor
    private interface Bytes extends JSObject {
        void arrived(Int8Array bytes);
    }

    /**
     * Asks for a scene's record.
     *
     * @param url where it lies, compressed by gzip, because hosts compress only types that they know
     * @param use gets the run
     * @param without called if there is none, or it cannot be read
     */
    static void fetch(String url, Consumer<Result> use, Runnable without) {
        fetch(url, bytes -> {
            Result result;
            try {
                result = Poster.decode(bytes.copyToJavaArray()).result();
            } catch (RuntimeException unreadable) {
                without.run();
                return;
            }
            // to unpack it and to draw it are two tasks
            Dom.later(() -> use.accept(result), 0);
        });
    }

    @JSBody(
            params = {"url", "listener"},
            script = "var none = function() { listener(new Int8Array(0)); };"
                    + " if (!self.DecompressionStream) { none(); return; }"
                    + " fetch(url).then(function(r) { if (!r.ok) throw r.status;"
                    + " return new Response(r.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(); })"
                    + ".then(function(b) { listener(new Int8Array(b)); }, none);")
    private static native void fetch(String url, Bytes listener);
}
