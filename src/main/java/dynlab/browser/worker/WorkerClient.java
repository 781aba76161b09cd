package dynlab.browser.worker;

import dynlab.app.Effect;
import dynlab.app.WorkerWatchdog;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Failures;
import dynlab.experiment.Result;
import dynlab.experiment.file.Packet;
import dynlab.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Float64Array;

/**
 * The page's side of the worker: asks for runs and hears results, as the watch over it says. The first run is
 * asked of the small JavaScript worker; once that is done the WebAssembly one is fetched and takes over.
 */
public final class WorkerClient {
    /** What the id of a word to the worker means where it is no run's. */
    private static final int PAUSE = -1;

    private static final int RESUME = -2;

    private final String url;
    private final Listener listener;
    private final String wish;
    private @Nullable JSObject worker;
    private String backend = "js";
    private WorkerWatchdog watch = WorkerWatchdog.NONE;
    private int id;
    private String address = "";
    private String text = "";
    private int runs = 1;
    private int waiting;
    private int timer;
    /** What has come of each run that is under way: its modes, and what it is once it is over, come only once. */
    private final Map<Integer, Result> known = new HashMap<>();

    private boolean upgraded;
    private String first;
    private boolean paused;

    /** What the page wants to hear. */
    public interface Listener {
        /**
         * A run is complete, or part of it is.
         *
         * @param request what it answers
         * @param run 0 is the scene's own, k that of its k-th companion
         * @param share of the run that is done
         */
        void result(int request, int run, Result result, double share, boolean whole);

        void progress(int request, double share);

        /**
         * The run was refused, or failed.
         *
         * @param place the field of the experiment file that was refused; empty where it is none
         */
        void failed(int request, String sentence, String place);

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
        void fail(JSObject from, String message);
    }

    /**
     * @param url of {@code worker.js}
     * @param wish "js" or "wasm" to use only that, else empty
     * @param hurry whether somebody waits for the first run: JavaScript starts faster and WebAssembly follows later
     */
    public WorkerClient(String url, String wish, boolean hurry, Listener listener) {
        this.url = url;
        this.wish = wish;
        this.listener = listener;
        boolean wasm = wish.equals("wasm") || (wish.isEmpty() && !hurry);
        upgraded = wasm || !wish.isEmpty();
        first = wasm ? "wasm" : "js";
        Dom.onWindow("online", e -> follow(watch.online(Dom.now(), true)));
        Dom.onWindow("offline", e -> follow(watch.online(Dom.now(), false)));
    }

    /** Does what the watch over the worker says. */
    private void follow(WorkerWatchdog.Step step) {
        watch = step.next();
        for (WorkerWatchdog.Command command : step.commands()) {
            switch (command) {
                case START -> {
                    worker = open(url + "?backend=" + first, this::hear, this::broken);
                    // what breaks may be the backend
                    first = wish.isEmpty() ? "js" : wish;
                }
                case REPLACE -> {
                    closeWorker();
                    worker = open(url + "?backend=" + backend, this::hear, this::broken);
                }
                case ASK -> ask();
                case CLOSE -> closeWorker();
                case SAY_RESTARTED -> listener.restarted();
                case SAY_LOST -> listener.lost(id);
            }
        }
        Dom.forget(timer);
        double left = watch.deadline() - Dom.now();
        if (Double.isFinite(left)) {
            timer = Dom.later(() -> follow(watch.tick(Dom.now())), Math.max(0, left) + 1);
        }
    }

    private void closeWorker() {
        if (worker != null) {
            close(worker);
            worker = null;
        }
    }

    /** Asks for runs; what was asked before is given up. */
    public void run(Effect.Run request) {
        id = request.request();
        address = request.address();
        text = request.file();
        runs = 1 + request.companions();
        follow(watch.asked(Dom.now(), WorkerWatchdog.patience(request.longestPiece())));
    }

    private void ask() {
        if (worker == null) {
            return;
        }
        cancelIn(worker);
        waiting = runs;
        known.clear();
        for (int run = 0; run < runs; run++) {
            send(worker, id, run, address, text);
        }
        if (paused) {
            send(worker, PAUSE, 0, "", "");
        }
    }

    /** Computes only while somebody looks: a run that is under way waits, and goes on where it was. */
    public void pause(boolean wait) {
        paused = wait;
        if (worker != null && watch.mode() != WorkerWatchdog.Mode.LOADING) {
            send(worker, wait ? PAUSE : RESUME, 0, "", "");
        }
        follow(watch.paused(Dom.now(), wait));
    }

    /** Gives up the run. */
    public void cancel() {
        id = 0;
        waiting = 0;
        address = "";
        if (worker != null && watch.mode() == WorkerWatchdog.Mode.BUSY) {
            cancelIn(worker);
        }
        follow(watch.cancelled());
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
            follow(watch.ready(Dom.now()));
            return;
        }
        if (id == 0 || message.getId() != id) {
            return;
        }
        follow(watch.heard(Dom.now()));
        switch (kind) {
            case "beat" -> {
                // it is alive, and has nothing to tell
            }
            case "progress" -> listener.progress(id, share(message));
            case "failed" -> refused(message.getWords()[0], message.getWords()[1]);
            case "broke" -> {
                refused(Words.say("worker.program-broke"), "");
                Failures.report(Words.say("worker.run-broke"), message.getWords()[0]);
            }
            default -> hearResult(message, kind.equals("done"));
        }
    }

    private void refused(String sentence, String place) {
        waiting = 0;
        follow(watch.settled());
        listener.failed(id, sentence, place);
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
        Result result = packet.result(Optional.ofNullable(known.get(run)));
        known.put(run, result);
        listener.result(id, run, result, share(message), complete);
        if (complete && waiting == 0) {
            follow(watch.settled());
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
                (from, message) -> {
                    if (from == worker) {
                        broken(from, message);
                    } else {
                        close(from);
                    }
                });
    }

    private void takeOver(JSObject next, String target) {
        if (!target.equals("wasm") || watch.mode() != WorkerWatchdog.Mode.IDLE) {
            // no gain, or not now: a run is under way in the old one
            close(next);
            upgraded = !target.equals("wasm");
            return;
        }
        closeWorker();
        worker = next;
        backend = target;
        listener.backend(backend);
    }

    /** The worker is no more; where it says why, the program broke in it. */
    private void broken(JSObject from, String message) {
        if (from == worker) {
            if (!message.isEmpty()) {
                Failures.report(Words.say("worker.worker-broke"), message);
            }
            follow(watch.broken(Dom.now()));
        }
    }

    @JSBody(
            params = {"url", "hear", "fail"},
            script = "var text = self.dynlabWorkerText;"
                    + " var w = text ? new Worker(text) : new Worker(url, {type: 'module'}); w.onmessage = function(e) { hear(w, e.data); };"
                    + "w.onerror = function(e) { e.preventDefault();"
                    + " fail(w, e.message ? e.message + ' (' + e.filename + ':' + e.lineno + ')' : ''); }; return w;")
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
