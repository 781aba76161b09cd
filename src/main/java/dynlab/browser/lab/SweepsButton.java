package dynlab.browser.lab;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.JsDecimals;
import dynlab.browser.dom.SweepFigures;
import dynlab.scene.Address;

/** Opens the figures of sweeps, and the run that is chosen in one. */
final class SweepsButton {
    private final Lab lab;

    SweepsButton(Lab lab) {
        this.lab = lab;
        Dom.onEvery("[data-act=sweeps]", "click", e -> ask("", ""));
        SweepFigures.onChosen(address -> lab.bar().visit(address));
    }

    /** Asks for them, with a file that was opened. */
    void ask(String text, String name) {
        Address now = lab.state().address();
        SweepFigures.ask(now.scene().id(), now.bare(new JsDecimals()), text, name);
    }
}
