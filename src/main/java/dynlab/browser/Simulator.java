package dynlab.browser;

import dynlab.app.Effect;
import dynlab.experiment.Result;
import dynlab.experiment.file.Packet;
import dynlab.theory.modes.Modes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Float64Array;

/**
 * The page's side of the worker: asks for runs, hears results, starts it again when it falls silent. The first run is
 * asked of the small JavaScript worker; once that is done the WebAssembly one is fetched and takes over.
 */
final class Simulator {
    /** What the id of a word to the worker means where it is no run's. */
    private static final int PAUSE = -1;

    private static final int RESUME = -2;

    /** A worker that says nothing for this long while it should compute is given up. */
    private static final double SILENCE = 15_000;

    private static final int MOST_RESTARTS = 3;

    private final String url;
    private final Listener listener;
    private final String wish;
    private JSObject worker;
    private String backend = "js";
    private boolean ready;
    private int id;
    private String address = "";
    private String text = "";
    private int runs = 1;
    private int waiting;
    /** The modes of each run that is under way: they come with its first part alone. */
    private final Map<Integer, Modes> modes = new HashMap<>();

    private int restarts;
    private int watch;
    private boolean upgraded;
    private boolean paused;

    /** What the page wants to hear. */
    interface Listener {
        /**
         * A run is complete, or part of it is.
         *
         * @param request what it answers
         * @param run 0 is the scene's own, k that of its k-th companion
         * @param share of the run that is done
         */
        void result(int request, int run, Result result, double share, boolean whole);

        void progress(int request, double share);

        /** The run was refused, or failed. */
        void failed(int request, String sentence);

        /** The worker had to be started again. */
        void restarted();

        /** The worker cannot be kept running. */
        void lost(int request);

        void backend(String name);
    }

    /** A message from the worker. */
    private interface Message extends JSObject {
        @JSProperty
        int getId();

        @JSProperty
        int getRun();

        @JSProperty
        String getKind();

        @JSProperty
        int getDone();

        @JSProperty
        int getTotal();

        @JSProperty
        String[] getWords();

        @JSProperty
        Float64Array getNumbers();

        @JSProperty
        String getTarget();
    }

    @JSFunctor
    private interface Hearing extends JSObject {
        void hear(JSObject from, Message message);
    }

    @JSFunctor
    private interface Failing extends JSObject {
        void fail(JSObject from);
    }

    /**
     * @param url of {@code worker.js}
     * @param wish "js" or "wasm" to use only that, else empty
     * @param hurry whether somebody waits for the first run: JavaScript starts faster and WebAssembly follows later
     */
    Simulator(String url, String wish, boolean hurry, Listener listener) {
        this.url = url;
        this.wish = wish;
        this.listener = listener;
        boolean wasm = wish.equals("wasm") || (wish.isEmpty() && !hurry);
        upgraded = wasm || !wish.isEmpty();
        worker = start(wasm ? "wasm" : "js");
    }

    private JSObject start(String target) {
        ready = false;
        return open(url + "?backend=" + target, this::hear, this::broken);
    }

    /** Asks for runs; what was asked before is given up. */
    void run(Effect.Run request) {
        id = request.request();
        address = request.address();
        text = request.file();
        runs = 1 + request.companions();
        if (ready) {
            ask();
        }
    }

    private void ask() {
        cancelIn(worker);
        waiting = runs;
        modes.clear();
        for (int run = 0; run < runs; run++) {
            send(worker, id, run, address, text);
        }
        expectWord();
    }

    /** Computes only while somebody looks: a run that is under way waits, and goes on where it was. */
    void pause(boolean wait) {
        paused = wait;
        if (ready) {
            send(worker, wait ? PAUSE : RESUME, 0, "", "");
        }
        if (wait) {
            Dom.forget(watch);
        } else if (waiting > 0) {
            expectWord();
        }
    }

    /** Gives up the run. */
    void cancel() {
        id = 0;
        waiting = 0;
        address = "";
        Dom.forget(watch);
        if (ready) {
            cancelIn(worker);
        }
    }

    private void hear(JSObject from, Message message) {
        if (from != worker) {
            return;
        }
        String kind = message.getKind();
        if (!message.getTarget().isEmpty()) {
            backend = message.getTarget();
            listener.backend(backend);
            return;
        }
        if (kind.equals("ready")) {
            ready = true;
            if (paused) {
                pause(true);
            }
            if (!address.isEmpty()) {
                ask();
            }
            return;
        }
        if (id == 0 || message.getId() != id) {
            return;
        }
        expectWord();
        switch (kind) {
            case "progress" -> listener.progress(id, share(message));
            case "failed" -> {
                waiting = 0;
                Dom.forget(watch);
                listener.failed(id, message.getWords()[0]);
            }
            default -> hearResult(message, kind.equals("done"));
        }
    }

    private static double share(Message message) {
        return message.getTotal() > 0 ? message.getDone() / (double) message.getTotal() : 0;
    }

    private void hearResult(Message message, boolean complete) {
        Packet packet = new Packet(message.getNumbers().copyToJavaArray(), List.of(message.getWords()));
        if (complete) {
            waiting--;
        }
        int run = message.getRun();
        Result result = packet.result(Optional.ofNullable(modes.get(run)));
        result.modes().ifPresent(known -> modes.put(run, known));
        listener.result(id, run, result, share(message), complete);
        if (waiting == 0) {
            Dom.forget(watch);
            restarts = 0;
            address = "";
            if (!upgraded) {
                upgraded = true;
                Dom.later(this::upgrade, 1500);
            }
        }
    }

    /** Starts the WebAssembly worker beside the other, and changes over once it is ready. */
    private void upgrade() {
        // an embed is light on its host: one small worker is enough for it
        if (!supportsWasm() || paused || Dom.page().equals("embed")) {
            return;
        }
        String[] target = {"js"};
        JSObject[] next = new JSObject[1];
        next[0] = open(
                url + "?backend=wasm",
                (from, message) -> {
                    if (from == worker) {
                        hear(from, message);
                    } else if (message.getTarget() != null
                            && !message.getTarget().isEmpty()) {
                        target[0] = message.getTarget();
                    } else if (message.getKind().equals("ready")) {
                        takeOver(next[0], target[0]);
                    }
                },
                from -> {
                    if (from == worker) {
                        broken(from);
                    } else {
                        close(from);
                    }
                });
    }

    private void takeOver(JSObject next, String target) {
        if (!target.equals("wasm") || waiting > 0) {
            // no gain, or not now: a run is under way in the old one
            close(next);
            upgraded = !target.equals("wasm");
            return;
        }
        close(worker);
        worker = next;
        ready = true;
        backend = target;
        listener.backend(backend);
        if (!address.isEmpty()) {
            ask();
        }
    }

    private void expectWord() {
        Dom.forget(watch);
        if (!paused) {
            watch = Dom.later(() -> broken(worker), SILENCE);
        }
    }

    private void broken(JSObject from) {
        if (from != worker) {
            return;
        }
        Dom.forget(watch);
        close(worker);
        restarts++;
        if (restarts > MOST_RESTARTS) {
            listener.lost(id);
            return;
        }
        if (restarts > 1 || ready) {
            listener.restarted();
        }
        // what broke may be the backend
        worker = start(wish.isEmpty() ? "js" : wish);
    }

    @JSBody(
            params = {"url", "hear", "fail"},
            script = "var w = new Worker(url, {type: 'module'}); w.onmessage = function(e) { hear(w, e.data); };"
                    + "w.onerror = function(e) { e.preventDefault(); fail(w); }; return w;")
    private static native JSObject open(String url, Hearing hear, Failing fail);

    @JSBody(params = "worker", script = "worker.terminate();")
    private static native void close(JSObject worker);

    @JSBody(
            params = {"worker", "id", "run", "address", "text"},
            script = "worker.postMessage({id: id, run: run, address: address, text: text});")
    private static native void send(JSObject worker, int id, int run, String address, String text);

    private static void cancelIn(JSObject worker) {
        send(worker, 0, 0, "", "");
    }

    @JSBody(
            script = "return typeof WebAssembly === 'object' && WebAssembly.validate("
                    + "new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0]));")
    private static native boolean supportsWasm();
}
