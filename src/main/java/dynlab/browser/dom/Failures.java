package dynlab.browser.dom;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExceptions;
import org.teavm.jso.JSObject;

/**
 * What fails unforeseen: it goes the way of every uncaught error, so that {@code web/report.js} says it over the page and
 * offers a report, and all else goes on.
 */
public final class Failures {
    private Failures() {}

    /** Does something; where that fails it is reported with a sentence. Returns whether it was done. */
    public static boolean tried(String sentence, Runnable action) {
        try {
            action.run();
            return true;
        } catch (RuntimeException | Error broken) {
            report(sentence, String.valueOf(broken), JSExceptions.getJSException(broken));
            return false;
        }
    }

    /** Reports what failed elsewhere, as in a worker. */
    public static void report(String sentence, String message) {
        report(sentence, message, null);
    }

    @JSBody(
            params = {"sentence", "message", "cause"},
            script = "var e = new Error(message, {cause: cause}); e.sentence = sentence;"
                    + " if (self.reportError) { reportError(e); } else { setTimeout(function() { throw e; }); }")
    private static native void report(String sentence, String message, @Nullable JSObject cause);
}
