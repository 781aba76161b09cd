package dynlab.browser.dom;

import dynlab.task.DataFiles;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Fetches the data files of a lesson before it is opened. */
public final class DataFetch {
    private DataFetch() {}

    /** Hears of a text, or that it did not come. */
    @JSFunctor
    public interface Text extends JSObject {
        void arrived(boolean there, String text);
    }

    /**
     * Hands in the files that are not known yet, one after the other.
     *
     * @param directory where they lie, ending in a slash
     * @param names their names
     * @param then called when all are known, at once if they are
     * @param without called instead if one cannot be fetched
     */
    public static void all(String directory, List<String> names, Runnable then, Runnable without) {
        for (String name : names) {
            if (DataFiles.text(name).isEmpty()) {
                text(directory + name, (there, text) -> {
                    if (there) {
                        DataFiles.give(name, text);
                        all(directory, names, then, without);
                    } else {
                        without.run();
                    }
                });
                return;
            }
        }
        then.run();
    }

    /** Fetches one file. */
    @JSBody(
            params = {"url", "listener"},
            script = "fetch(url).then(function(r) { if (!r.ok) throw r.status; return r.text(); })"
                    + ".then(function(t) { listener(true, t); }, function() { listener(false, ''); });")
    public static native void text(String url, Text listener);
}
