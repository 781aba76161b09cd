package dynlab.browser.lab;

import dynlab.app.Event;
import dynlab.app.LabState;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.FigureCanvas;
import dynlab.scene.BadSetting;
import dynlab.scene.SceneConfig;
import dynlab.view.Frame;
import dynlab.view.Grip;
import dynlab.view.pen.Layout;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The hand on the pictures: what it takes hold of sets knobs, by a tap or while it is dragged. */
final class FigureDragging implements SceneExtra {
    private final Lab lab;
    private Optional<Grip> held = Optional.empty();

    FigureDragging(Lab lab) {
        this.lab = lab;
        for (FigureCanvas surface : lab.stage().surfaces()) {
            HTMLElement canvas = surface.canvas();
            Dom.on(canvas, "pointerdown", e -> take(surface, e));
            Dom.on(canvas, "pointermove", e -> move(surface, e));
            Dom.on(canvas, "pointerup", e -> drop());
            Dom.on(canvas, "pointercancel", e -> drop());
        }
    }

    @Override
    public void show(LabState state) {
        // what it holds is in the state's own run
    }

    private void take(FigureCanvas surface, Dom.Event event) {
        if (lab.locks("knobs")) {
            return;
        }
        held = grip(surface, event);
        if (held.isPresent()) {
            Dom.capture(surface.canvas(), event.getPointerId());
            event.preventDefault();
            set(surface, event);
        }
    }

    private void move(FigureCanvas surface, Dom.Event event) {
        if (held.isPresent() && (event.getButtons() & 1) != 0) {
            set(surface, event);
        } else if (!event.getPointerType().equals("touch")) {
            boolean free = !lab.locks("knobs") && grip(surface, event).isPresent();
            Dom.style(surface.canvas(), "cursor", free ? "grab" : "");
        }
    }

    private void drop() {
        if (held.isPresent()) {
            held = Optional.empty();
            lab.send(new Event.KnobReleased());
        }
    }

    private Optional<Grip> grip(FigureCanvas surface, Dom.Event event) {
        Optional<Frame> frame = lab.frame(lab.stage().kind());
        if (frame.isEmpty()) {
            return Optional.empty();
        }
        double x = surface.across(event.getClientX());
        double y = surface.down(event.getClientY());
        for (Layout.Panel panel : surface.panels()) {
            if (panel.box().contains(x, y)) {
                Optional<Grip> grip = panel.view().grip(surface.pen(), frame.get(), panel.box(), x, y);
                if (grip.isPresent()) {
                    return grip;
                }
            }
        }
        return Optional.empty();
    }

    private void set(FigureCanvas surface, Dom.Event event) {
        double x = surface.across(event.getClientX());
        double y = surface.down(event.getClientY());
        List<Grip.Setting> settings = held.map(grip -> grip.at(x, y)).orElse(List.of());
        SceneConfig config = lab.state().config();
        try {
            for (Grip.Setting setting : settings) {
                config = setting.word().isEmpty()
                        ? config.with(setting.knob(), setting.number())
                        : config.with(setting.knob(), setting.word());
            }
        } catch (BadSetting noSuchKnob) {
            return; // an experiment file is shown: it has no such knob
        }
        if (!config.equals(lab.state().config())) {
            lab.changed(config, "");
        }
    }
}
