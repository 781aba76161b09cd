package dynlab.browser.lab;

import dynlab.app.Event;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.FigureCanvas;
import dynlab.browser.dom.ViewMenu;
import dynlab.view.Frame.Pointer;
import dynlab.view.Frame.Reading;
import dynlab.view.View;
import dynlab.words.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The rest of the page's controls: menus, tabs, theme, help, link, and the pointer on the pictures. */
public final class Controls {
    private static final Reading[] READINGS = {Reading.TRUE, Reading.SAYS, Reading.ERROR};

    private final Lab lab;
    private final HTMLElement root = Dom.find("lab");
    private final HTMLElement tip = Dom.find("tip");
    /** The figure that a reading is shown of, and where in the window. */
    private @Nullable FigureCanvas read;

    private double readX;
    private double readY;
    private String reading = "";

    Controls(Lab lab) {
        this.lab = lab;
    }

    void wire() {
        Dom.on(Dom.find("asked-item"), "change", e -> askFromMenus());
        Dom.on(Dom.find("asked-property"), "change", e -> askFromMenus());
        HTMLElement reading = Dom.find("reading");
        Dom.segments(
                reading,
                Words.say("lab.controls.matrix-shows"),
                new String[] {"0", "1", "2"},
                new String[] {"true", "says", "error"},
                e -> lab.read(READINGS[Dom.number(e.getTarget())]));
        Dom.choose(reading, "1");
        Dom.on(Dom.find("cancel"), "click", e -> lab.send(new Event.RunCancelled()));
        Dom.onEvery("[data-act=undo]", "click", e -> lab.send(new Event.Undo()));
        Dom.onEvery("[data-act=redo]", "click", e -> lab.send(new Event.Redo()));
        Dom.onEvery("[data-act=reset]", "click", e -> lab.send(new Event.Reset("")));
        ViewMenu.wire(lab::chooseTheme);
        wireHelp();
        Dom.on(Dom.find("uncover"), "click", e -> lab.send(new Event.FutureUncovered()));
        wireSheet();
        Dom.onEvery("[data-act=share]", "click", e -> lab.bar().share());
        Dom.onWindow("hashchange", e -> lab.bar().changed());
        // an embed takes no keys that it was not given, and the first page scrolls by them; the lab hears all
        if (!Dom.page().equals("lab")) {
            Dom.on(root, "keydown", this::key);
        }
        wirePointer(lab.stage().dynamics(), true);
        wirePointer(lab.stage().left(), false);
        wirePointer(lab.stage().first(), false);
        wirePointer(lab.stage().second(), false);
        wireWorld();
        wireScrubHover();
    }

    private void askFromMenus() {
        int item = Dom.number(Dom.find("asked-item"));
        int property = Dom.number(Dom.find("asked-property"));
        lab.ask(property, item);
    }

    private void wireHelp() {
        HTMLElement dialog = Dom.find("keys");
        Dom.on(Dom.find("help"), "click", e -> Dom.showDialog(dialog));
        Dom.on(Dom.find("keys-close"), "click", e -> Dom.closeDialog(dialog));
    }

    private void wireSheet() {
        HTMLElement open = Dom.find("knobs-open");
        Dom.on(open, "click", e -> sheet(!root.hasAttribute("data-knobs")));
        Dom.on(Dom.find("knobs-toggle"), "click", e -> sheet(!root.hasAttribute("data-knobs")));
        Dom.on(Dom.find("knobs-close"), "click", e -> sheet(false));
    }

    private void sheet(boolean opened) {
        HTMLElement open = Dom.find("knobs-open");
        HTMLElement toggle = Dom.find("knobs-toggle");
        Dom.toggle(root, "data-knobs", opened);
        Dom.attribute(open, "aria-expanded", opened ? "true" : "false");
        Dom.attribute(toggle, "aria-expanded", opened ? "true" : "false");
        if (opened) {
            Dom.find("knobs-close").focus();
        } else if (open.getOffsetWidth() > 0) {
            open.focus();
        } else {
            toggle.focus();
        }
    }

    void key(Dom.Event event) {
        HTMLElement target = event.getTarget();
        if (event.getKey().equals("Escape") && root.hasAttribute("data-knobs")) {
            sheet(false);
            return;
        }
        if (Dom.takesLetters(target) || event.getKey().equals(" ") && Dom.isButton(target)) {
            return;
        }
        if (undoes(event)) {
            event.preventDefault();
            return;
        }
        if (target.getAttribute("role") != null && target.getAttribute("role").equals("tab")) {
            return;
        }
        if (event.getKey().equals("?")) {
            Dom.showDialog(Dom.find("keys"));
            event.preventDefault();
        } else if (!Dom.takesKeys(target)
                && !lab.locks(event.getKey().equals(" ") ? "play" : "time")
                && lab.key(event)) {
            event.preventDefault();
        }
    }

    /** Control and Z undo, with shift they do again. */
    private boolean undoes(Dom.Event event) {
        boolean z = event.getKey().equals("z") || event.getKey().equals("Z");
        if (!z || !(event.isCtrlKey() || event.isMetaKey()) || event.isAltKey() || lab.locks("knobs")) {
            return false;
        }
        lab.send(event.isShiftKey() ? new Event.Redo() : new Event.Undo());
        return true;
    }

    private void wirePointer(FigureCanvas surface, boolean seeks) {
        HTMLElement canvas = surface.canvas();
        Dom.on(canvas, "pointermove", e -> {
            Optional<View.Hit> hit = lab.hit(surface, e.getClientX(), e.getClientY());
            if (seeks && (e.getButtons() & 1) != 0 && !lab.locks("time")) {
                hit.filter(h -> h.step() >= 0).ifPresent(h -> lab.seekByHand(h.step()));
                away();
                return;
            }
            if (hit.isEmpty() || e.getPointerType().equals("touch")) {
                away();
                return;
            }
            reads(surface, hit.get(), e.getClientX(), e.getClientY());
        });
        Dom.on(canvas, "pointerleave", e -> away());
        if (seeks) {
            Dom.on(
                    canvas,
                    "pointerdown",
                    e -> lab.hit(surface, e.getClientX(), e.getClientY())
                            .filter(h -> h.step() >= 0 && !lab.locks("time"))
                            .ifPresent(h -> {
                                if (!e.getPointerType().equals("touch")) {
                                    Dom.capture(canvas, e.getPointerId());
                                }
                                lab.seekByHand(h.step());
                            }));
        }
    }

    private void wireWorld() {
        HTMLElement canvas = lab.stage().left().canvas();
        Dom.on(
                canvas,
                "click",
                e -> lab.hit(lab.stage().left(), e.getClientX(), e.getClientY())
                        .filter(h -> h.property() >= 0 && !lab.locks("question"))
                        .ifPresent(h -> lab.ask(h.property(), h.item())));
    }

    private void wireScrubHover() {
        HTMLElement scrubber = Dom.find("scrubber");
        Dom.on(scrubber, "pointermove", e -> {
            if (e.getButtons() == 0 && !e.getPointerType().equals("touch")) {
                lab.hit(lab.stage().timeline(), e.getClientX(), e.getClientY())
                        .ifPresent(h -> lab.point(new Pointer(-1, h.step())));
            }
        });
        Dom.on(scrubber, "pointerleave", e -> away());
    }

    /** Shows a reading as under a pointer at a place of the window, and keeps it up with what is drawn there. */
    void reads(FigureCanvas surface, View.Hit hit, double x, double y) {
        read = surface;
        readX = x;
        readY = y;
        lab.point(new Pointer(hit.block(), hit.step()));
        showTip(hit.tip(), x, y);
    }

    /** What is drawn has changed: a reading that is shown says what lies there now. */
    void readAgain() {
        if (read != null) {
            String now = lab.hit(read, readX, readY).map(View.Hit::tip).orElse("");
            if (!now.equals(reading)) {
                showTip(now, readX, readY);
            }
        }
    }

    void away() {
        read = null;
        lab.point(Pointer.AWAY);
        tip.setHidden(true);
    }

    private void showTip(String words, double x, double y) {
        reading = words;
        if (words.isEmpty()) {
            tip.setHidden(true);
            return;
        }
        Dom.text(tip, words);
        tip.setHidden(false);
        Dom.Rect size = Dom.rect(tip);
        Dom.Rect all = Dom.rect(root);
        double left = x + 14 + size.getWidth() > all.getLeft() + all.getWidth() ? x - 10 - size.getWidth() : x + 14;
        double top =
                Math.max(4, Math.min(y - size.getHeight() - 6, all.getTop() + all.getHeight() - size.getHeight() - 4));
        Dom.style(tip, "transform", "translate(" + (int) left + "px, " + (int) top + "px)");
    }
}
