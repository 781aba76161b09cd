package dynlab.view.graph;

import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Role;
import dynlab.drawing.ContextEdit;
import dynlab.drawing.Drawing;
import dynlab.drawing.Placed;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Labels;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Pen;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.TextStyle;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of gates, contexts × layers and connections: filled = open where it is trained, hollow = open where it is held
 * out, faint = closed.
 *
 * @param columns what stands in each
 * @param rows number of contexts
 * @param head px over the cells
 * @param side px left of them
 * @param pitchX px from column to column
 * @param pitchY px from row to row
 */
public record GateGrid(List<Column> columns, int rows, double head, double side, double pitchX, double pitchY) {
    private static final double GROUP_GAP = 8;
    private static final double SIDE = 68;
    private static final double WIDEST_SIDE = 112;

    /**
     * One layer or connection.
     *
     * @param id of the node or edge
     * @param edge whether it is an edge
     * @param group 0 inputs, 1 hidden, 2 outputs, 3 connections
     */
    public record Column(String id, boolean edge, int group) {}

    /**
     * The table of a drawing.
     *
     * @param box where it is to stand; it grows downwards past it if there are many contexts
     * @param least smallest row, px
     */
    public static GateGrid of(Drawing drawing, boolean connections, Box box, double least) {
        List<Column> columns = new ArrayList<>();
        List<Role> roles = List.of(Role.INPUT, Role.HIDDEN, Role.OUTPUT);
        for (int group = 0; group < roles.size(); group++) {
            for (Placed placed : drawing.nodes(roles.get(group))) {
                columns.add(new Column(placed.id(), false, group));
            }
        }
        if (connections) {
            for (Edge edge : drawing.edges()) {
                columns.add(new Column(edge.id(), true, 3));
            }
        }
        int rows = drawing.contexts().size();
        int groups = columns.isEmpty()
                ? 1
                : (int) columns.stream().map(Column::group).distinct().count();
        int longest = 0;
        for (int row = 0; row < rows; row++) {
            longest = Math.max(longest, ContextEdit.name(drawing, row).words().length());
        }
        // about 6.4 px a letter, the selected name being bold
        double side = Math.max(SIDE, Math.min(Math.min(WIDEST_SIDE, box.w() / 4), 6.4 * longest + 14));
        double across = box.w() - side - (groups - 1) * GROUP_GAP - 6;
        double pitchX = Math.max(13, Math.min(34, Math.floor(across / Math.max(1, columns.size()))));
        // about 7 px a letter; longer names stand upright
        boolean flat = columns.stream().allMatch(c -> 7 * c.id().length() <= pitchX);
        double head = flat ? 42 : 88;
        double pitchY = Math.max(least, Math.min(26, (box.h() - head - 4) / Math.max(1, rows)));
        return new GateGrid(columns, rows, head, side, pitchX, pitchY);
    }

    /** How wide all of it is. */
    public double width() {
        return columns.isEmpty() ? side : left(columns.size() - 1) + pitchX + 4;
    }

    public double height() {
        return head + rows * pitchY + 4;
    }

    private double left(int column) {
        int gaps = 0;
        for (int k = 1; k <= column; k++) {
            gaps += columns.get(k).group() == columns.get(k - 1).group() ? 0 : 1;
        }
        return side + column * pitchX + gaps * GROUP_GAP;
    }

    /** The cell of a gate, from the top left of the table. */
    public Box cell(int row, int column) {
        return new Box(left(column), head + row * pitchY, pitchX, pitchY);
    }

    public int rowAt(double y) {
        int row = (int) Math.floor((y - head) / pitchY);
        return y < head || row >= rows ? -1 : row;
    }

    public int columnAt(double x) {
        for (int k = 0; k < columns.size(); k++) {
            if (x >= left(k) && x < left(k) + pitchX) {
                return k;
            }
        }
        return -1;
    }

    /** The gate in a cell. */
    public double gate(Drawing drawing, int row, int column) {
        Context context = drawing.contexts().get(row);
        Column what = columns.get(column);
        return what.edge() ? context.gates().edge(what.id()) : context.gates().node(what.id());
    }

    /**
     * Draws the part that is scrolled into view.
     *
     * @param scrolledX px that lie left of the panel
     * @param scrolledY px that lie above it
     */
    public void draw(
            Pen pen, Drawing drawing, PathwayInks inks, int selected, double scrolledX, double scrolledY, Box view) {
        pen.boxes().open("gates", new Box(-scrolledX, -scrolledY, width() + 400, height()));
        heads(pen, scrolledX, scrolledY);
        for (int row = 0; row < rows; row++) {
            double y = head + row * pitchY - scrolledY;
            if (y + pitchY < 0 || y > view.h()) {
                continue;
            }
            Context context = drawing.contexts().get(row);
            TextStyle style = row == selected ? TextStyle.NAME.strong() : TextStyle.SMALL;
            String name = Labels.cut(pen, ContextEdit.name(drawing, row).words(), style, side - 10);
            if (row == selected || selected < 0 || Math.abs(row - selected) * pitchY > 13) {
                pen.textIfFree(name, side - 8 - scrolledX, y + pitchY / 2 + 4, style.end());
            }
            for (int k = 0; k < columns.size(); k++) {
                Box cell = new Box(left(k) + 1 - scrolledX, y + 1, pitchX - 2, pitchY - 2);
                Ink ink = columns.get(k).edge()
                        ? Ink.INK_2
                        : inks.node(columns.get(k).id());
                gate(pen, cell, gate(drawing, row, k), context.train(), ink);
            }
        }
        if (selected >= 0 && selected < rows && !columns.isEmpty()) {
            double y = head + selected * pitchY - scrolledY;
            Box outline = new Box(side - 3 - scrolledX, y - 1.5, width() - side + 2, pitchY + 3);
            pen.frame(outline, 4, Stroke.of(Ink.INK, Weight.FINE));
        }
    }

    private static void gate(Pen pen, Box cell, double gate, boolean trained, Ink ink) {
        double radius = Math.min(3, cell.h() / 4);
        pen.rect(cell, radius, Paint.of(Ink.SUNKEN));
        if (gate == 0) {
            return;
        }
        // a gate that is neither open nor closed fills its share of the cell
        double share = Math.min(1, Math.abs(gate));
        Box part = new Box(cell.x(), cell.y(), Math.max(3, share * cell.w()), cell.h());
        if (trained) {
            pen.rect(part, radius, Paint.of(gate < 0 ? Ink.NEG : ink));
        } else {
            pen.rect(part, radius, Paint.of(Ink.BG));
            pen.frame(
                    part.inset(0.5, 0.5, 0.5, 0.5), radius, Stroke.of(ink == Ink.INK_2 ? Ink.LINE_2 : ink, Weight.NOW));
        }
    }

    private void heads(Pen pen, double scrolledX, double scrolledY) {
        String[] groups = {
            Words.say("graph.gate-grid.inputs"),
            Words.say("graph.gate-grid.hidden"),
            Words.say("graph.gate-grid.outputs"),
            Words.say("graph.gate-grid.connections")
        };
        for (int k = 0; k < columns.size(); k++) {
            Column column = columns.get(k);
            double x = left(k) - scrolledX;
            if (k == 0 || columns.get(k - 1).group() != column.group()) {
                pen.textIfFree(groups[column.group()], x, 10 - scrolledY, TextStyle.TICK);
            }
            TextStyle style = TextStyle.SMALL;
            boolean flat = pen.width(column.id(), style) <= pitchX - 2;
            if (flat) {
                pen.text(column.id(), x + pitchX / 2, head - 8 - scrolledY, style.middle());
            } else {
                String words = Labels.cut(pen, column.id(), style, head - 26);
                pen.text(words, x + pitchX / 2 + 4, head - 6 - scrolledY, style.upwards());
            }
        }
    }
}
