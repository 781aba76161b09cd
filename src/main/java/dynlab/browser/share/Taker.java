package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.words.Words;
import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Has things made by a worker, one at a time: an order that comes while another is under way takes its place. */
final class Taker {
    private final Shared shared;
    private JSObject worker = nobody();

    @JSFunctor
    private interface Made extends JSObject {
        void with(Answer answer);
    }

    Taker(Shared shared) {
        this.shared = shared;
    }

    /** Numbers, a program, or what to cite, by the word of its kind. */
    void take(String kind, Consumer<Answer> made, Consumer<String> refused) {
        order(kind, "", "", 0, 0, made, refused);
    }

    /** A picture of a view in a palette; the main view if none is named. */
    void picture(String view, String palette, int width, int height, Consumer<Answer> made, Consumer<String> refused) {
        order(Order.PICTURE, view, palette, width, height, made, refused);
    }

    /** Several runs on one axis. */
    void compare(String queries, String palette, int width, Consumer<Answer> made, Consumer<String> refused) {
        start(order(queries, "", "", Order.COMPARE, "", palette, width, 0), made, refused);
    }

    private void order(
            String what,
            String view,
            String palette,
            int width,
            int height,
            Consumer<Answer> made,
            Consumer<String> refused) {
        String query = shared.linkable() ? shared.query(shared.address()) : "";
        start(order(query, shared.file(), shared.rest(), what, view, palette, width, height), made, refused);
    }

    private void start(Order order, Consumer<Answer> made, Consumer<String> refused) {
        stop();
        worker = start(
                shared.site() + "take.js",
                order,
                answer -> {
                    if (answer.getRefused().isEmpty()) {
                        made.accept(answer);
                    } else {
                        refused.accept(answer.getRefused());
                    }
                },
                () -> refused.accept(Words.say("share.take.no-worker")));
    }

    /** Gives up what is under way. */
    void stop() {
        end(worker);
        worker = nobody();
    }

    @JSBody(
            params = {"query", "file", "rest", "what", "view", "palette", "width", "height"},
            script = "return {query: query, file: file, rest: rest, what: what, view: view, palette: palette,"
                    + " width: width, height: height};")
    private static native Order order(
            String query, String file, String rest, String what, String view, String palette, int width, int height);

    @JSBody(
            params = {"url", "order", "made", "failed"},
            script = "var worker = new Worker(url, {type: 'module'});"
                    + " worker.onerror = function(e) { e.preventDefault(); worker.terminate(); failed(); };"
                    + " worker.onmessage = function(e) { if (e.data === 'ready') { worker.postMessage(order); return; }"
                    + "   worker.terminate(); made(e.data); };"
                    + " return worker;")
    private static native JSObject start(String url, Order order, Made made, Dom.Action failed);

    @JSBody(params = "worker", script = "if (worker.terminate) { worker.terminate(); }")
    private static native void end(JSObject worker);

    @JSBody(script = "return {};")
    private static native JSObject nobody();
}
