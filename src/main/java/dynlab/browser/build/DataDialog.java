package dynlab.browser.build;

import dynlab.architecture.Role;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Menu;
import dynlab.browser.dom.OwnData;
import dynlab.drawing.ContextEdit;
import dynlab.drawing.DataEdit;
import dynlab.drawing.Drawing;
import dynlab.drawing.LayerTable;
import dynlab.drawing.Placed;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.table.TableWriter;
import dynlab.words.Words;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The dialog in which data are clicked, or taken from a task, and from which the one for tables is asked for. */
final class DataDialog implements BuildPanel {
    /** Larger matrices are pasted, not clicked. */
    private static final int MOST_CELLS = 16;
    /** What a click makes of a cell. */
    private static final double[] ROUND = {0, 1, -1};

    private final Builder builder;
    private final HTMLElement dialog = Dom.find("data-sheet");
    private final HTMLElement which = Dom.find("data-of");
    private final HTMLElement cells = Dom.find("data-cells");
    private final HTMLElement wrong = Dom.find("data-wrong");
    private String chosen = "";

    DataDialog(Builder builder) {
        this.builder = builder;
        Dom.on(Dom.find("data"), "click", e -> open());
        Dom.on(Dom.find("data-close"), "click", e -> Dom.closeDialog(dialog));
        Dom.on(which, "change", e -> {
            chosen = Dom.value(which);
            fill();
        });
        Dom.on(Dom.find("data-table"), "click", e -> ask());
        OwnData.onTakenForLayer(this::take);
        Dom.on(Dom.find("data-clear"), "click", e -> {
            int context = builder.context();
            String id = chosen;
            builder.edit(d -> DataEdit.clear(d, context, id));
            fill();
        });
        HTMLElement tasks = Dom.find("data-tasks");
        for (DataEdit.Task task : DataEdit.Task.values()) {
            HTMLElement button = Dom.make("button", "btn line", tasks);
            Dom.attribute(button, "type", "button");
            Dom.text(button, Words.say(task.title()));
            Dom.on(button, "click", e -> {
                boolean all = "true".equals(Dom.find("data-all").getAttribute("aria-pressed"));
                int context = all ? -1 : builder.context();
                trying(builder.edit(d -> DataEdit.task(d, context, task)));
            });
        }
        HTMLElement all = Dom.find("data-all");
        Dom.on(
                all,
                "click",
                e -> Dom.attribute(
                        all, "aria-pressed", "true".equals(all.getAttribute("aria-pressed")) ? "false" : "true"));
    }

    private void open() {
        Drawing drawing = builder.drawing();
        Optional<Placed> selected = drawing.node(builder.selection()).filter(p -> p.role() != Role.HIDDEN);
        chosen = selected.map(Placed::id).orElse("");
        Dom.empty(which);
        for (Role role : new Role[] {Role.INPUT, Role.OUTPUT}) {
            for (Placed placed : drawing.nodes(role)) {
                chosen = chosen.isEmpty() ? placed.id() : chosen;
                Menu.fill(which, new String[] {placed.id()}, new String[] {
                    placed.role().word() + " " + placed.id()
                });
            }
        }
        Dom.value(which, chosen);
        Dom.text(
                Dom.find("data-head"),
                Words.say(
                        "build.data-dialog.data",
                        ContextEdit.name(drawing, builder.context()).words()));
        fill();
        Dom.showDialog(dialog);
    }

    private void trying(boolean done) {
        Dom.text(wrong, done ? "" : builder.state().refusal());
        fill();
    }

    /** Shows the matrix of the chosen layer as cells and as text. */
    private void fill() {
        Drawing drawing = builder.drawing();
        Optional<Placed> placed = drawing.node(chosen);
        Dom.empty(cells);
        Dom.toggle(Dom.find("data-table"), "disabled", placed.isEmpty());
        if (placed.isEmpty()) {
            Dom.text(Dom.find("data-shape"), Words.say("build.data-dialog.no-input-no"));
            return;
        }
        int samples = drawing.contexts().get(builder.context()).samples();
        Optional<Matrix> data = drawing.data(builder.context(), chosen);
        Matrix matrix = data.orElseGet(() -> Matrix.zero(placed.get().width(), samples));
        String none = placed.get().role() == Role.INPUT
                ? Words.say("build.data-dialog.silent")
                : Words.say("build.data-dialog.not-asked");
        Dom.text(
                Dom.find("data-shape"),
                Words.say(
                                "build.data-dialog.shape",
                                Integer.toString(matrix.rows()),
                                Integer.toString(matrix.columns()))
                        + (data.isEmpty() ? none : ""));
        if (matrix.rows() <= MOST_CELLS && matrix.columns() <= MOST_CELLS) {
            for (int i = 0; i < matrix.rows(); i++) {
                HTMLElement row = Dom.make("div", "cells", cells);
                for (int n = 0; n < matrix.columns(); n++) {
                    cell(row, matrix.at(i, n), i, n);
                }
            }
        }
    }

    private void cell(HTMLElement row, double value, int i, int n) {
        HTMLElement button = Dom.make("button", value > 0 ? "cell pos" : value < 0 ? "cell neg" : "cell", row);
        Dom.attribute(button, "type", "button");
        Dom.text(button, Numbers.brief(value));
        String said = unit(i) + ", " + sample(n) + ": " + Numbers.brief(value);
        Dom.attribute(button, "aria-label", said);
        Dom.attribute(button, "title", said);
        Dom.on(button, "click", e -> {
            int at = 0;
            while (at < ROUND.length && ROUND[at] != value) {
                at++;
            }
            double next = at < ROUND.length ? ROUND[(at + 1) % ROUND.length] : 0;
            int context = builder.context();
            String id = chosen;
            trying(builder.edit(d -> DataEdit.cell(d, context, id, i, n, next)));
            focusCell(i, n);
        });
    }

    /** What the file calls a unit of the chosen layer, or its number. */
    private String unit(int i) {
        List<String> names = builder.drawing()
                .node(chosen)
                .map(placed -> placed.node().properties())
                .orElse(List.of());
        return i < names.size() ? names.get(i) : Words.say("build.data-dialog.unit-2", Integer.toString(i + 1));
    }

    /** What the file calls a sample, or its number. */
    private String sample(int n) {
        List<String> names = builder.drawing().contexts().get(builder.context()).items();
        return n < names.size() ? names.get(n) : Words.say("build.data-dialog.sample-2", Integer.toString(n + 1));
    }

    private void focusCell(int i, int n) {
        var rows = cells.querySelectorAll(".cells");
        if (i < rows.getLength()) {
            var all = rows.get(i).querySelectorAll("button");
            if (n < all.getLength()) {
                all.get(n).focus();
            }
        }
    }

    /** A table for the chosen layer; what it has now stands in the dialog, a row a sample. */
    private void ask() {
        Drawing drawing = builder.drawing();
        int context = builder.context();
        drawing.node(chosen).ifPresent(placed -> {
            List<String> others = DataEdit.others(drawing, context, chosen);
            OwnData.askForLayer(
                    chosen,
                    placed.width(),
                    drawing.contexts().get(context).samples(),
                    others.isEmpty() ? "" : others.get(0),
                    drawing.data(context, chosen)
                            .map(m -> TableWriter.write(m.transpose(), builder.decimals()))
                            .orElse(""));
        });
    }

    private void take(OwnData.Layer table) {
        Matrix read = Matrix.of(
                table.getRows(),
                table.getValues().getLength() / table.getRows(),
                table.getValues().copyToJavaArray());
        LayerTable taken = new LayerTable(
                read.transpose(),
                List.of(table.getUnits()),
                List.of(table.getSamples()),
                table.isResizes(),
                table.isFits());
        int context = builder.context();
        String id = chosen;
        trying(builder.edit(d -> DataEdit.table(d, context, id, taken)));
    }

    @Override
    public void draw() {
        // filled when it is opened and after every edit of its own
    }
}
