package dynlab.browser.worker;

import dynlab.browser.dom.Dom;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * A second worker beside this one, with the same program: it gets one run at a time, and what it says goes on to the page. It
 * is started when there is something to share, where the processor has another core.
 */
final class Assistant {
    /** How long it may take to say that it has heard, ms; else it sits in a long piece of what nobody wants any more. */
    private static final int ANSWER = 1000;

    private final Giver giver;
    private @Nullable JSObject worker;
    private boolean ready;
    private boolean heard;
    private Worker.@Nullable Request given;
    /** How often it got something, so that a late look at the clock means only what was given then. */
    private int gifts;

    private int failures;

    /** Who shares with it. */
    interface Giver {
        /** It is free. */
        void free();

        /** It could not be reached, or broke: somebody else has to do this. */
        void back(Worker.Request request);
    }

    private interface Message extends JSObject {
        @JSProperty
        String getKind();

        @JSProperty
        int getId();

        @JSProperty
        int getRun();
    }

    @JSFunctor
    private interface Hearing extends JSObject {
        void hear(JSObject from, Message message);
    }

    @JSFunctor
    private interface Failing extends JSObject {
        void fail(JSObject from);
    }

    Assistant(Giver giver) {
        this.giver = giver;
    }

    /** Starts it, if it has not been. */
    void start() {
        if (worker == null && failures < 2 && cores() > 1) {
            ready = false;
            worker = open(this::hear, this::broken);
        }
    }

    /** Whether it can take something. */
    boolean isFree() {
        return worker != null && ready && given == null;
    }

    /** Gives it a run. */
    void give(Worker.Request request) {
        given = request;
        heard = false;
        int gift = ++gifts;
        post(worker, request);
        Dom.later(() -> look(gift), ANSWER);
    }

    private void look(int gift) {
        JSObject silent = worker;
        if (gift == gifts && given != null && !heard && silent != null) {
            broken(silent);
        }
    }

    /** Passes on a word that is for everybody: wait, go on, or give up all runs. */
    void tell(Worker.Request word, boolean givesUp) {
        if (worker != null) {
            post(worker, word);
        }
        if (givesUp) {
            given = null;
        }
    }

    private void hear(JSObject from, Message message) {
        if (from != worker) {
            return;
        }
        String kind = message.getKind();
        if (kind.equals("ready")) {
            ready = true;
            giver.free();
            return;
        }
        Worker.Request now = given;
        if (now == null || message.getId() != now.getId() || message.getRun() != now.getRun()) {
            return;
        }
        heard = true;
        // how far the page's own run is, is said by the worker that makes it
        relay(message, kind.equals("progress") ? "beat" : kind);
        if (!kind.equals("beat") && !kind.equals("progress") && !kind.equals("part")) {
            given = null;
            giver.free();
        }
    }

    private void broken(JSObject from) {
        close(from);
        if (from == worker) {
            worker = null;
            failures++;
            Worker.Request left = given;
            given = null;
            if (left != null) {
                giver.back(left);
            }
        }
    }

    @JSBody(
            script =
                    "return self.Worker && self.location.protocol !== 'blob:' ? navigator.hardwareConcurrency || 1 : 1;")
    private static native int cores();

    @JSBody(
            params = {"hear", "fail"},
            script = "var w = new Worker(self.location.href + '&alone', {type: 'module'});"
                    + " w.onmessage = function(e) { hear(w, e.data); };"
                    + " w.onerror = function(e) { e.preventDefault(); fail(w); }; return w;")
    private static native JSObject open(Hearing hear, Failing fail);

    @JSBody(params = "worker", script = "worker.terminate();")
    private static native void close(JSObject worker);

    @JSBody(
            params = {"worker", "message"},
            script = "worker.postMessage(message);")
    private static native void post(@Nullable JSObject worker, JSObject message);

    /** The same message to the page, with what it carries. */
    @JSBody(
            params = {"message", "kind"},
            script = "message.kind = kind; message.assisted = true;"
                    + " self.postMessage(message, message.numbers ? [message.numbers.buffer] : []);")
    private static native void relay(JSObject message, String kind);
}
