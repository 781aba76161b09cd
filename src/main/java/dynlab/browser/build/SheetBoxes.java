package dynlab.browser.build;

import dynlab.app.build.BuildState;
import dynlab.architecture.Activation;
import dynlab.architecture.Edge;
import dynlab.architecture.PathCount;
import dynlab.architecture.Role;
import dynlab.browser.dom.Dom;
import dynlab.drawing.Counts;
import dynlab.drawing.Drawing;
import dynlab.drawing.Placed;
import dynlab.view.DrawnRace;
import dynlab.view.graph.PathwayInks;
import dynlab.words.Words;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The network on its sheet: a button for every layer and every connection, over a canvas with the curves. Buttons, so that
 * pointer, touch, keys and screen readers meet the same things.
 */
final class SheetBoxes implements BuildPanel {
    /** Half a box and a rim; names stand beyond. */
    private static final double SIDE = 34;

    private static final double LETTER = 7;
    private static final int MOST_LETTERS = 14;
    private static final double TOP = 34;
    /** Rim above and below on a sheet that is low. */
    private static final double LOW_TOP = 16;

    private static final double LOW = 260;

    private final Builder builder;
    private final HTMLElement sheet = Dom.find("sheet");
    private final HTMLElement layer = Dom.find("boxes");
    private final Map<String, HTMLElement> nodes = new LinkedHashMap<>();
    private final Map<String, HTMLElement> edges = new LinkedHashMap<>();
    private final SheetWires wiring;
    private final SheetPointer hand;
    private double width;
    private double height;
    private double west = SIDE;
    private double east = SIDE;

    SheetBoxes(Builder builder) {
        this.builder = builder;
        wiring = new SheetWires(builder);
        hand = new SheetPointer(builder, this);
        Dom.whenResized(sheet, builder::drawSoon);
    }

    HTMLElement sheet() {
        return sheet;
    }

    HTMLElement node(String id) {
        return nodes.getOrDefault(id, layer);
    }

    HTMLElement edge(String id) {
        return edges.getOrDefault(id, layer);
    }

    SheetWires wiring() {
        return wiring;
    }

    /** Middle of a node, px from the sheet's left. */
    double left(Placed placed) {
        return west + placed.x() * Math.max(1, width - west - east);
    }

    double top(Placed placed) {
        return rim() + placed.y() * Math.max(1, height - 2 * rim());
    }

    /** Where a point of the window lies on the sheet, px of the design from its left. */
    double across(double clientX) {
        return (clientX - Dom.rect(sheet).getLeft()) / Dom.unit(sheet);
    }

    /** The same from its top. */
    double down(double clientY) {
        return (clientY - Dom.rect(sheet).getTop()) / Dom.unit(sheet);
    }

    /** The share of the sheet at a point of the window. */
    double shareX(double clientX) {
        return (across(clientX) - west) / Math.max(1, width - west - east);
    }

    double shareY(double clientY) {
        return (down(clientY) - rim()) / Math.max(1, height - 2 * rim());
    }

    private double rim() {
        return height < LOW ? LOW_TOP : TOP;
    }

    /** Height that a node's column has for each of its boxes. */
    private double room(Placed placed) {
        long beside = builder.drawing().nodes().stream()
                .filter(p -> Math.abs(p.x() - placed.x()) < 0.02)
                .count();
        return (height - 2 * rim()) / Math.max(1, beside);
    }

    /** Whether there is no room for a name over the box. */
    private boolean tight(Placed placed) {
        return room(placed) < 42;
    }

    /** Height of a node's box: wider layers are taller, as far as there is room. */
    double tall(Placed placed) {
        double wish = 28 + 9 * Math.log(placed.width()) / Math.log(2);
        double room = tight(placed) ? room(placed) - 3 : room(placed) - 18;
        return Math.max(18, Math.min(wish, Math.min(room, 76)));
    }

    double wide(Placed placed) {
        return placed.node().activation() == Activation.LINEAR ? 40 : 58;
    }

    @Override
    public void draw() {
        Dom.Rect rect = Dom.rect(sheet);
        width = rect.getWidth() / Dom.unit(sheet);
        height = rect.getHeight() / Dom.unit(sheet);
        if (width < 20) {
            return;
        }
        Drawing drawing = builder.drawing();
        west = side(drawing, Role.INPUT);
        east = side(drawing, Role.OUTPUT);
        PathCount paths = new PathCount(drawing.architecture());
        keep(nodes, drawing.nodes().stream().map(Placed::id).toList(), "box");
        keep(edges, drawing.edges().stream().map(Edge::id).toList(), "count");
        wiring.lay(this, paths, width, height);
        PathwayInks inks = PathwayInks.of(drawing);
        for (Placed placed : drawing.nodes()) {
            show(drawing, placed);
            Dom.style(
                    node(placed.id()),
                    "--path",
                    inks.pathway(placed.id()).map(SheetBoxes::colour).orElse(""));
        }
        for (int e = 0; e < drawing.edges().size(); e++) {
            show(drawing, e, Counts.brief(paths.through(e)));
        }
        oneStop(drawing);
        wiring.draw(inks, width, height, Dom.unit(sheet));
        String words = !hand.hint().isEmpty()
                ? hand.hint()
                : drawing.nodes().isEmpty()
                        ? Words.say("build.sheet-boxes.empty-add-input")
                        : Words.say("build.sheet-boxes.numbers-width-layer");
        Dom.text(Dom.find("net-hint"), words);
        Dom.find("net-hint").setTitle(words);
    }

    /** The token of a pathway's colour. */
    private static String colour(int place) {
        return "var(--" + DrawnRace.ink(place).name().toLowerCase(Locale.ROOT).replace('_', '-') + ")";
    }

    /** Room for the longest name beside the boxes of a role. */
    private double side(Drawing drawing, Role role) {
        int letters = 0;
        for (Placed placed : drawing.nodes(role)) {
            letters = Math.max(letters, Math.min(MOST_LETTERS, placed.id().length()));
        }
        return SIDE + Math.min(letters * LETTER, width / 6);
    }

    /** A button for each id, those that are there already kept, so that the focus stays. */
    private void keep(Map<String, HTMLElement> buttons, java.util.List<String> ids, String type) {
        buttons.entrySet().removeIf(entry -> {
            boolean gone = !ids.contains(entry.getKey());
            if (gone) {
                boolean focused = Dom.focused(entry.getValue());
                entry.getValue().delete();
                if (focused) {
                    hand.lostFocus();
                }
            }
            return gone;
        });
        for (String id : ids) {
            if (!buttons.containsKey(id)) {
                HTMLElement button = Dom.make("button", type, layer);
                Dom.attribute(button, "type", "button");
                buttons.put(id, button);
                if (type.equals("box")) {
                    Dom.make("span", "name", button);
                    Dom.make("b", "", button);
                    hand.wireNode(button, id);
                } else {
                    hand.wireEdge(button, id);
                }
            }
        }
    }

    private void show(Drawing drawing, Placed placed) {
        HTMLElement button = node(placed.id());
        double gate = drawing.contexts().get(builder.context()).gates().node(placed.id());
        boolean selected = builder.selection().equals(placed.id());
        String does = placed.node().activation() == Activation.LINEAR
                ? ""
                : " " + placed.node().activation().word().replace('_', ' ');
        String side = placed.role() == Role.INPUT ? "west" : placed.role() == Role.OUTPUT ? "east" : "north";
        button.setClassName("box " + side + (gate == 0 ? " shut" : "") + (selected ? " chosen" : "")
                + (tight(placed) ? " tight" : ""));
        Dom.text(button.querySelector("b"), placed.width() + does);
        Dom.text(button.querySelector(".name"), placed.id());
        button.setTitle(placed.id());
        Dom.attribute(
                button,
                "aria-label",
                // first what is to be read on it, so that who speaks to the page can say what they see
                (gate == 0
                        ? Words.say(
                                "build.sheet-boxes.width-closed-context-2",
                                placed.id(),
                                Integer.toString(placed.width()),
                                does,
                                placed.role().word())
                        : Words.say(
                                "build.sheet-boxes.width-2",
                                placed.id(),
                                Integer.toString(placed.width()),
                                does,
                                placed.role().word())));
        Dom.attribute(button, "aria-pressed", selected ? "true" : "false");
        double w = wide(placed);
        double h = tall(placed);
        Dom.style(button, "width", Dom.px(w));
        Dom.style(button, "height", Dom.px(h));
        Dom.style(button, "left", Dom.px(left(placed) - w / 2));
        Dom.style(button, "top", Dom.px(top(placed) - h / 2));
    }

    private void show(Drawing drawing, int e, String count) {
        Edge edge = drawing.edges().get(e);
        HTMLElement button = edge(edge.id());
        boolean selected = builder.state().selectedEdge().equals(edge.id());
        boolean open = wiring.gate(drawing, e) != 0;
        button.setClassName("count" + (open ? " open" : "") + (selected ? " chosen" : ""));
        Dom.text(button, count);
        Dom.attribute(
                button,
                "aria-label",
                Words.say(
                        "build.sheet-boxes.connection",
                        edge.source(),
                        edge.target(),
                        count,
                        count.equals("1") ? Words.say("build.sheet-boxes.path") : Words.say("build.sheet-boxes.paths"),
                        open ? "" : Words.say("build.sheet-boxes.closed-context")));
        Dom.attribute(button, "aria-pressed", selected ? "true" : "false");
        double[] at = wiring.label(e);
        Dom.style(button, "left", Dom.px(at[0]));
        Dom.style(button, "top", Dom.px(at[1]));
    }

    /** Tab enters the sheet once; arrow keys go on from there. */
    private void oneStop(Drawing drawing) {
        String stop = builder.selection();
        boolean known = drawing.node(stop).isPresent()
                || drawing.edge(BuildState.edgeOf(stop)).isPresent();
        String first = known || drawing.nodes().isEmpty()
                ? stop
                : drawing.nodes().get(0).id();
        // a sheet without layers takes the keys itself
        sheet.setTabIndex(drawing.nodes().isEmpty() ? 0 : -1);
        nodes.forEach((id, button) -> button.setTabIndex(id.equals(first) ? 0 : -1));
        edges.forEach((id, button) -> button.setTabIndex(id.equals(BuildState.edgeOf(first)) ? 0 : -1));
    }
}
