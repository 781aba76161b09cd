package dynlab.browser.build;

import dynlab.browser.dom.CanvasPen;
import dynlab.browser.dom.Dom;
import dynlab.drawing.ContextEdit;
import dynlab.drawing.Drawing;
import dynlab.drawing.Outcome;
import dynlab.view.graph.GateGrid;
import dynlab.view.graph.PathwayInks;
import dynlab.view.pen.Box;
import dynlab.words.Words;
import java.util.function.Function;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** The table of gates: a canvas that can hold hundreds of contexts, with one cell that has the focus. */
final class GatesPanel implements BuildPanel {
    private final Builder builder;
    private final HTMLElement scroll = Dom.find("gates-scroll");
    private final HTMLElement room = Dom.find("gates-room");
    private final HTMLElement grid = Dom.find("gates");
    private final HTMLElement cell = Dom.find("gate-cell");
    private final HTMLElement connections = Dom.find("gate-edges");
    private final CanvasPen pen;
    private GateGrid table = new GateGrid(java.util.List.of(), 0, 0, 0, 1, 1);
    private int column;
    private boolean paints;
    private double paint;
    private int paintedRow = -1;
    private int paintedColumn = -1;

    GatesPanel(Builder builder) {
        this.builder = builder;
        pen = Builder.pen("gates-canvas");
        Dom.on(scroll, "scroll", e -> builder.drawSoon());
        Dom.whenResized(scroll, builder::drawSoon);
        Dom.on(grid, "pointerdown", this::down);
        Dom.on(grid, "pointermove", this::move);
        Dom.on(grid, "pointerup", e -> paints = false);
        Dom.on(grid, "pointercancel", e -> paints = false);
        Dom.on(grid, "keydown", this::key);
        Dom.on(connections, "click", e -> {
            boolean on = !"true".equals(connections.getAttribute("aria-pressed"));
            Dom.attribute(connections, "aria-pressed", on ? "true" : "false");
            column = 0;
            builder.drawSoon();
        });
    }

    private boolean showsConnections() {
        boolean used = builder.drawing().contexts().stream()
                .anyMatch(c -> !c.gates().edges().isEmpty());
        return used || "true".equals(connections.getAttribute("aria-pressed"));
    }

    @Override
    public void draw() {
        Dom.Rect rect = Dom.rect(scroll);
        if (rect.getWidth() < 20) {
            return;
        }
        Drawing drawing = builder.drawing();
        boolean touch = Dom.matches("(pointer: coarse)") || rect.getWidth() > 0 && Dom.matches("(max-width: 640px)");
        double unit = Dom.unit(scroll);
        Box view = new Box(0, 0, scroll.getClientWidth() / unit, scroll.getClientHeight() / unit);
        table = GateGrid.of(drawing, showsConnections(), view, touch ? 24 : 10);
        column = Math.max(0, Math.min(column, table.columns().size() - 1));
        Dom.style(room, "width", Dom.px(Math.max(view.w(), table.width())));
        Dom.style(room, "height", Dom.px(table.height()));
        pen.begin(view.w(), view.h(), Dom.density() * unit, builder.palette());
        table.draw(
                pen,
                drawing,
                PathwayInks.of(drawing),
                builder.context(),
                scrollLeft(scroll) / unit,
                scrollTop(scroll) / unit,
                view);
        pen.end();
        Dom.attribute(grid, "aria-rowcount", Integer.toString(drawing.contexts().size()));
        Dom.attribute(
                grid,
                "aria-colcount",
                Integer.toString(Math.max(1, table.columns().size())));
        place(drawing);
    }

    private void place(Drawing drawing) {
        if (table.columns().isEmpty()) {
            Dom.attribute(cell, "aria-label", Words.say("build.gate-table.no-layer-yet"));
            Dom.style(cell, "width", "0px");
            return;
        }
        int row = builder.context();
        Box at = table.cell(row, column);
        Dom.style(cell, "left", Dom.px(at.x()));
        Dom.style(cell, "top", Dom.px(at.y()));
        Dom.style(cell, "width", Dom.px(at.w()));
        Dom.style(cell, "height", Dom.px(at.h()));
        double gate = table.gate(drawing, row, column);
        String state = gate == 0
                ? Words.say("build.gate-table.closed")
                : gate == 1
                        ? Words.say("build.gate-table.open")
                        : Words.say("build.gate-table.gate", builder.decimals().format(gate));
        Dom.attribute(
                cell,
                "aria-label",
                ContextEdit.name(drawing, row).words() + ", "
                        + table.columns().get(column).id() + ": " + state);
        Dom.attribute(cell, "aria-rowindex", Integer.toString(row + 1));
        Dom.attribute(cell, "aria-colindex", Integer.toString(column + 1));
    }

    private void down(Dom.Event event) {
        Dom.Rect rect = Dom.rect(room);
        int row = table.rowAt((event.getClientY() - rect.getTop()) / Dom.unit(room));
        int at = table.columnAt((event.getClientX() - rect.getLeft()) / Dom.unit(room));
        if (row < 0) {
            return;
        }
        builder.selectContext(row);
        if (at < 0) {
            return;
        }
        column = at;
        paint = table.gate(builder.drawing(), row, at) == 0 ? 1 : 0;
        paints = !event.getPointerType().equals("touch");
        set(row, at);
    }

    /** A mouse that is dragged over cells gives them all the same gate; a finger scrolls. */
    private void move(Dom.Event event) {
        Dom.Rect rect = Dom.rect(room);
        int row = table.rowAt((event.getClientY() - rect.getTop()) / Dom.unit(room));
        int at = table.columnAt((event.getClientX() - rect.getLeft()) / Dom.unit(room));
        grid.setTitle(names(row, at));
        if (!paints || (event.getButtons() & 1) == 0) {
            paints = false;
            return;
        }
        if (row >= 0 && at >= 0 && (row != paintedRow || at != paintedColumn)) {
            set(row, at);
        }
    }

    /** The whole names of a row and a column, which may be cut where they stand. */
    private String names(int row, int at) {
        String context = row < 0 ? "" : ContextEdit.name(builder.drawing(), row).words();
        String layer = at < 0 ? "" : table.columns().get(at).id();
        return context + (row < 0 || at < 0 ? "" : ", ") + layer;
    }

    private void set(int row, int at) {
        paintedRow = row;
        paintedColumn = at;
        GateGrid.Column what = table.columns().get(at);
        double gate = paint;
        Function<Drawing, Outcome> edit = what.edge()
                ? d -> ContextEdit.gateEdge(d, row, what.id(), gate)
                : d -> ContextEdit.gateNode(d, row, what.id(), gate);
        builder.edit(edit);
    }

    private void key(Dom.Event event) {
        if (event.isCtrlKey()
                || event.isAltKey()
                || event.isMetaKey()
                || table.columns().isEmpty()) {
            return;
        }
        int row = builder.context();
        switch (event.getKey()) {
            case "ArrowLeft" -> column = Math.max(0, column - 1);
            case "ArrowRight" -> column = Math.min(table.columns().size() - 1, column + 1);
            case "ArrowUp" -> builder.selectContext(row - 1);
            case "ArrowDown" -> builder.selectContext(row + 1);
            case "Home" -> column = 0;
            case "End" -> column = table.columns().size() - 1;
            case "Enter", " " -> {
                paint = table.gate(builder.drawing(), row, column) == 0 ? 1 : 0;
                set(row, column);
            }
            default -> {
                return;
            }
        }
        event.preventDefault();
        event.stopPropagation();
        draw();
        scrollTo(scroll, cell);
    }

    @JSBody(params = "element", script = "return element.scrollLeft;")
    private static native double scrollLeft(HTMLElement element);

    @JSBody(params = "element", script = "return element.scrollTop;")
    private static native double scrollTop(HTMLElement element);

    @JSBody(
            params = {"scroll", "cell"},
            script = "cell.scrollIntoView({block: 'nearest', inline: 'nearest'});")
    private static native void scrollTo(HTMLElement scroll, HTMLElement cell);
}
