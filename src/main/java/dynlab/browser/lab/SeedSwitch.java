package dynlab.browser.lab;

import dynlab.app.Event;
import dynlab.app.LabState;
import dynlab.app.SeedRuns;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.JsDecimals;
import dynlab.experiment.Result;
import dynlab.scene.FurtherSeeds;
import dynlab.view.Frame;
import dynlab.view.plot.Spread;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** Runs by other seeds behind the lesson's own, and the switch for them. Only the lab has it. */
final class SeedSwitch implements SceneExtra, FigureOverlay {
    private final Lab lab;
    private final HTMLElement row = Dom.find("seeds");
    private final HTMLElement button = Dom.find("seeds-on");
    private final HTMLElement says = Dom.find("seeds-say");
    private SeedRuns runs = SeedRuns.NONE;

    SeedSwitch(Lab lab) {
        this.lab = lab;
        lab.overlay(this);
        Dom.on(button, "click", e -> {
            String now = wanted(lab.state()) ? "" : FurtherSeeds.WANTED;
            lab.send(new Event.LookChosen(FurtherSeeds.KEY, now));
        });
    }

    private static boolean wanted(LabState state) {
        return state.look(FurtherSeeds.KEY).equals(FurtherSeeds.WANTED);
    }

    @Override
    public void show(LabState state) {
        row.setHidden(!SeedRuns.offered(state));
        Dom.attribute(button, "aria-pressed", Boolean.toString(wanted(state)));
    }

    @Override
    public void arrived(int request, int run, Result result) {
        runs = runs.taking(lab.state(), request, run, result);
        lab.drawSoon();
    }

    @Override
    public Frame drawn(LabState state, Frame frame) {
        if (runs.due(state)) {
            runs = SeedRuns.of(state);
            runs.request(state.address().bare(new JsDecimals())).ifPresent(lab::ask);
        }
        Optional<Spread> shown = runs.spread(state);
        Dom.text(says, shown.map(Spread::sentence).orElse(""));
        return shown.map(frame::before).orElse(frame);
    }
}
