package dynlab.browser.build;

import dynlab.app.build.BuildEvent;
import dynlab.app.build.BuildState;
import dynlab.architecture.Role;
import dynlab.browser.dom.Dom;
import dynlab.drawing.Drawing;
import dynlab.drawing.GraphEdit;
import dynlab.drawing.Placed;
import dynlab.view.graph.Wire;
import dynlab.words.Words;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** What pointer and keys do on the sheet: select, drag, connect, add, remove. */
final class SheetPointer {
    /** A press that moves less is a click. */
    private static final double STILL = 5;
    /** The right rim of a box, from which connections are pulled. */
    private static final double RIM = 13;

    private final Builder builder;
    private final SheetBoxes boxes;
    private final HTMLElement connect = Dom.find("connect");
    private String dragged = "";
    private boolean pulls;
    private boolean moved;
    private double downX;
    private double downY;
    /** The source of a connection whose target is to be chosen; empty if none is. */
    private String from = "";

    private boolean choosing;

    SheetPointer(Builder builder, SheetBoxes boxes) {
        this.builder = builder;
        this.boxes = boxes;
        Dom.on(Dom.find("add-input"), "click", e -> add(Role.INPUT, false));
        Dom.on(Dom.find("add-hidden"), "click", e -> add(Role.HIDDEN, false));
        Dom.on(Dom.find("add-output"), "click", e -> add(Role.OUTPUT, false));
        Dom.on(connect, "click", e -> toggleConnect(false));
        SheetKeys keys = new SheetKeys(builder, boxes, this);
        Dom.on(boxes.sheet(), "keydown", keys::key);
        Dom.on(boxes.sheet(), "pointerdown", e -> {
            if (e.getTarget() == boxes.sheet() || e.getTarget() == Dom.find("boxes")) {
                stopChoosing("");
                builder.select("");
            }
        });
    }

    void wireNode(HTMLElement button, String id) {
        Dom.on(button, "pointerdown", e -> down(button, id, e));
        Dom.on(button, "pointermove", e -> move(id, e));
        Dom.on(button, "pointerup", e -> up(button, id, e));
        Dom.on(button, "pointercancel", e -> {
            dragged = "";
            boxes.wiring().loose(Optional.empty());
            builder.drawSoon();
        });
        Dom.on(button, "dblclick", e -> Inspector.focusName());
        Dom.on(button, "focus", e -> {
            if (dragged.isEmpty()) {
                builder.select(id);
            }
        });
    }

    void wireEdge(HTMLElement button, String id) {
        Dom.on(button, "click", e -> builder.select(BuildState.ofEdge(id)));
        Dom.on(button, "focus", e -> builder.select(BuildState.ofEdge(id)));
    }

    private void down(HTMLElement button, String id, Dom.Event event) {
        Dom.capture(button, event.getPointerId());
        Dom.Rect rect = Dom.rect(button);
        dragged = id;
        moved = false;
        pulls = event.getClientX() > rect.getLeft() + rect.getWidth() - RIM;
        downX = event.getClientX();
        downY = event.getClientY();
    }

    private void move(String id, Dom.Event event) {
        if (!dragged.equals(id)) {
            return;
        }
        double dx = event.getClientX() - downX;
        double dy = event.getClientY() - downY;
        moved |= Math.abs(dx) + Math.abs(dy) > STILL;
        if (!moved) {
            return;
        }
        Placed placed = builder.drawing().node(id).orElseThrow();
        boolean over = at(event).filter(other -> !other.equals(id)).isPresent();
        HTMLElement button = boxes.node(id);
        boolean line = pulls || over || choosing;
        Dom.style(button, "transform", line ? "none" : "translate(" + (int) dx + "px, " + (int) dy + "px)");
        boxes.wiring()
                .loose(
                        line
                                ? Optional.of(new Wire(
                                        boxes.left(placed) + boxes.wide(placed) / 2,
                                        boxes.top(placed),
                                        boxes.across(event.getClientX()),
                                        boxes.down(event.getClientY())))
                                : Optional.empty());
        builder.drawSoon();
    }

    private void up(HTMLElement button, String id, Dom.Event event) {
        if (!dragged.equals(id)) {
            return;
        }
        dragged = "";
        Dom.style(button, "transform", "none");
        boxes.wiring().loose(Optional.empty());
        if (!moved) {
            click(id);
            return;
        }
        Optional<String> target = at(event).filter(other -> !other.equals(id));
        if (target.isPresent()) {
            connect(id, target.get());
        } else if (pulls || choosing) {
            builder.say(Words.say("build.sheet-pointer.no-layer-nothing"));
            builder.drawSoon();
        } else {
            Placed placed = builder.drawing().node(id).orElseThrow();
            double x = placed.x() + boxes.shareX(event.getClientX()) - boxes.shareX(downX);
            double y = placed.y() + boxes.shareY(event.getClientY()) - boxes.shareY(downY);
            builder.send(new BuildEvent.Arranged(false));
            builder.edit(d -> GraphEdit.move(d, id, x, y));
            builder.select(id);
        }
    }

    private void click(String id) {
        if (choosing && !from.isEmpty() && !from.equals(id)) {
            connect(from, id);
        } else if (choosing) {
            choose(id);
        }
        builder.select(id);
    }

    /** The node under the pointer. */
    private Optional<String> at(Dom.Event event) {
        double x = boxes.across(event.getClientX());
        double y = boxes.down(event.getClientY());
        for (Placed p : builder.drawing().nodes()) {
            boolean in = Math.abs(x - boxes.left(p)) < boxes.wide(p) / 2 + 4
                    && Math.abs(y - boxes.top(p)) < boxes.tall(p) / 2 + 4;
            if (in && !p.id().equals(dragged)) {
                return Optional.of(p.id());
            }
        }
        return Optional.empty();
    }

    private void connect(String source, String target) {
        stopChoosing("");
        builder.edit(d -> GraphEdit.connect(d, source, target));
        builder.drawSoon();
    }

    // ---- connecting in two steps

    /**
     * Begins to connect what is selected, or gives up.
     *
     * @param surely also from an output, which mostly feeds nothing and is selected because it is new
     */
    void toggleConnect(boolean surely) {
        if (choosing) {
            stopChoosing(Words.say("build.sheet-pointer.connecting-ended"));
        } else {
            choosing = true;
            Dom.attribute(connect, "aria-pressed", "true");
            Dom.toggle(boxes.sheet(), "data-choosing", true);
            String selected = builder.selection();
            Optional<Placed> source = builder.drawing().node(selected);
            if (source.filter(p -> surely || p.role() != Role.OUTPUT).isPresent()) {
                choose(selected);
            } else {
                builder.say(Words.say("build.sheet-pointer.choose-layer-connection"));
                builder.drawSoon();
            }
        }
    }

    /** What is to be done next, for those who see; empty if no connection is being made. */
    String hint() {
        return !choosing
                ? ""
                : from.isEmpty()
                        ? Words.say("build.sheet-pointer.choose-layer-connect")
                        : Words.say("build.sheet-pointer.choose-layer-feeds", from);
    }

    private void choose(String source) {
        from = source;
        builder.say(Words.say("build.sheet-pointer.connecting-choose-layer", source));
        builder.drawSoon();
    }

    void stopChoosing(String words) {
        if (choosing) {
            choosing = false;
            from = "";
            Dom.attribute(connect, "aria-pressed", "false");
            Dom.toggle(boxes.sheet(), "data-choosing", false);
            builder.drawSoon();
            if (!words.isEmpty()) {
                builder.say(words);
            }
        }
    }

    /** Enter on what is selected: ends a connection, or edits. */
    void enter(String selected, boolean node) {
        if (choosing && node && !from.isEmpty() && !from.equals(selected)) {
            connect(from, selected);
        } else if (choosing && node) {
            choose(selected);
        } else if (!selected.isEmpty()) {
            Inspector.focusName();
        }
    }

    /** What had the focus is gone; it goes to the sheet. */
    void lostFocus() {
        boxes.sheet().focus();
    }

    void add(Role role, boolean focus) {
        double x = role == Role.INPUT ? 0 : role == Role.OUTPUT ? 1 : 0.5;
        Drawing before = builder.drawing();
        double y = freeRow(before, x);
        if (builder.edit(d -> GraphEdit.add(d, role, x, y))) {
            Drawing now = builder.drawing();
            String id = now.nodes().get(now.nodes().size() - 1).id();
            builder.select(id);
            if (focus) {
                boxes.draw();
                boxes.node(id).focus();
            }
        }
    }

    /** The height in a column that is farthest from what stands there. */
    private static double freeRow(Drawing drawing, double x) {
        double best = 0.5;
        double most = -1;
        for (int k = 0; k <= 16; k++) {
            double y = k % 2 == 0 ? 0.5 + k / 34.0 : 0.5 - (k + 1) / 34.0;
            double least = 1;
            for (Placed p : drawing.nodes()) {
                if (Math.abs(p.x() - x) < 0.1) {
                    least = Math.min(least, Math.abs(p.y() - y));
                }
            }
            if (least > most + 1e-9) {
                most = least;
                best = y;
            }
        }
        return best;
    }
}
