package dynlab.browser.dom;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Asks for the dialog with the figures of sweeps: a program of its own, which {@code boot.js} fetches then. */
public final class SweepFigures {
    private SweepFigures() {}

    /** Hears of the address that was chosen. */
    @JSFunctor
    public interface Chosen extends JSObject {
        void run(String address);
    }

    /**
     * Asks for it.
     *
     * @param lesson the word of the lesson that is shown
     * @param address with its settings and nothing else
     * @param text of a figure's file; empty if none was opened
     * @param name of that file
     */
    @JSBody(
            params = {"lesson", "address", "text", "name"},
            script = "dispatchEvent(new CustomEvent('dynlab-chart', {detail: [lesson, address, text, name]}));")
    public static native void ask(String lesson, String address, String text, String name);

    /** Hands the address of a run to the page. */
    @JSBody(params = "address", script = "dispatchEvent(new CustomEvent('dynlab-chart-chosen', {detail: address}));")
    public static native void choose(String address);

    /** Listens for it. */
    @JSBody(params = "chosen", script = "addEventListener('dynlab-chart-chosen', function(e) { chosen(e.detail); });")
    public static native void onChosen(Chosen chosen);
}
