package dynlab.browser;

import org.teavm.jso.JSBody;

/** Starts the simulation worker. */
public final class Worker {
    private Worker() {}

    /** Entry point, called once by {@code web/worker.js}. */
    public static void main(String[] args) {
        ready();
    }

    @JSBody(script = "self.postMessage({ type: 'ready' });")
    private static native void ready();
}
