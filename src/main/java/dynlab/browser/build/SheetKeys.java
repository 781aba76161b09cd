package dynlab.browser.build;

import dynlab.app.build.BuildEvent;
import dynlab.app.build.BuildState;
import dynlab.architecture.Edge;
import dynlab.architecture.Role;
import dynlab.browser.dom.Dom;
import dynlab.drawing.Drawing;
import dynlab.drawing.GraphEdit;
import dynlab.drawing.Placed;
import dynlab.words.Words;
import java.util.Optional;

/** What keys do on the sheet. */
final class SheetKeys {
    private final Builder builder;
    private final SheetBoxes boxes;
    private final SheetPointer hand;

    SheetKeys(Builder builder, SheetBoxes boxes, SheetPointer hand) {
        this.builder = builder;
        this.boxes = boxes;
        this.hand = hand;
    }

    void key(Dom.Event event) {
        if (event.isCtrlKey() || event.isAltKey() || event.isMetaKey()) {
            return;
        }
        String key = event.getKey();
        String selected = builder.selection();
        Optional<Placed> node = builder.drawing().node(selected);
        Optional<Edge> edge = builder.drawing().edge(BuildState.edgeOf(selected));
        boolean used = true;
        switch (key) {
            case "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown" -> arrow(key, event.isShiftKey(), node, edge);
            case "Enter", " " -> hand.enter(selected, node.isPresent());
            case "Delete", "Backspace" -> builder.removeSelected();
            case "Escape" -> hand.stopChoosing(Words.say("build.sheet-keys.connecting-ended"));
            case "c", "C" -> hand.toggleConnect(true);
            case "e", "E" -> nextEdge(selected, edge);
            case "g", "G" -> builder.door().seek();
            case "i", "I" -> hand.add(Role.INPUT, true);
            case "h", "H" -> hand.add(Role.HIDDEN, true);
            case "o", "O" -> hand.add(Role.OUTPUT, true);
            default -> used = false;
        }
        if (used) {
            event.preventDefault();
            event.stopPropagation();
        }
    }

    private void arrow(String key, boolean shift, Optional<Placed> node, Optional<Edge> edge) {
        int dx = key.equals("ArrowLeft") ? -1 : key.equals("ArrowRight") ? 1 : 0;
        int dy = key.equals("ArrowUp") ? -1 : key.equals("ArrowDown") ? 1 : 0;
        Drawing drawing = builder.drawing();
        if (edge.isPresent() && dx != 0) {
            focusNode(dx < 0 ? edge.get().source() : edge.get().target());
        } else if (edge.isPresent()) {
            int at = drawing.edges().indexOf(edge.get()) + dy;
            int count = drawing.edges().size();
            focusEdge(drawing.edges().get((at + count) % count).id());
        } else if (node.isPresent() && shift) {
            Placed p = node.get();
            builder.send(new BuildEvent.Arranged(false));
            builder.edit(d -> GraphEdit.move(d, p.id(), p.x() + 0.03 * dx, p.y() + 0.05 * dy));
        } else if (node.isPresent()) {
            nearest(node.get(), dx, dy).ifPresent(this::focusNode);
        } else if (!drawing.nodes().isEmpty()) {
            focusNode(drawing.nodes().get(0).id());
        }
    }

    /** The next node in a direction; what lies aside counts three times as far. */
    private Optional<String> nearest(Placed p, int dx, int dy) {
        double least = Double.MAX_VALUE;
        Optional<String> found = Optional.empty();
        for (Placed other : builder.drawing().nodes()) {
            double x = boxes.left(other) - boxes.left(p);
            double y = boxes.top(other) - boxes.top(p);
            double ahead = dx * x + dy * y;
            double aside = Math.abs(dx * y) + Math.abs(dy * x);
            double distance = ahead + 3 * aside;
            if (ahead > 4 && distance < least) {
                least = distance;
                found = Optional.of(other.id());
            }
        }
        return found;
    }

    private void nextEdge(String selected, Optional<Edge> now) {
        String source = now.map(Edge::source).orElse(selected);
        Optional<Edge> first = Optional.empty();
        boolean passed = now.isEmpty();
        for (Edge edge : builder.drawing().edges()) {
            if (edge.source().equals(source)) {
                if (passed) {
                    focusEdge(edge.id());
                    return;
                }
                first = first.isEmpty() ? Optional.of(edge) : first;
                passed = now.filter(edge::equals).isPresent();
            }
        }
        first.ifPresent(edge -> focusEdge(edge.id()));
    }

    private void focusNode(String id) {
        builder.select(id);
        boxes.node(id).focus();
    }

    private void focusEdge(String id) {
        builder.select(BuildState.ofEdge(id));
        boxes.edge(id).focus();
    }
}
