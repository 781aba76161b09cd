package dynlab.browser.lab;

import dynlab.app.Event;
import dynlab.app.LabState;
import dynlab.app.RunSet;
import dynlab.browser.dom.Dom;
import dynlab.numeric.Numbers;
import dynlab.scene.EditableWorld;
import dynlab.scene.NameText;
import dynlab.scene.WorldEdits;
import dynlab.task.World;
import dynlab.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Changes the world in place: a table of buttons stands where the picture of the world was. Every change is a run of its
 * own, can be undone, and travels in the address.
 */
final class WorldEditor implements SceneExtra {
    private final Lab lab;
    private final HTMLElement root = Dom.find("lab");
    private final HTMLElement bar = Dom.find("edit-bar");
    private final HTMLElement table = Dom.find("editor");
    private final HTMLElement edit = button(bar, Words.say("lab.world-editor.edit"));
    private final HTMLElement add = button(bar, Words.say("lab.world-editor.add-property"));
    private final HTMLElement undo = button(bar, Words.say("lab.world-editor.undo"));
    private final HTMLElement redo = button(bar, Words.say("lab.world-editor.redo"));
    private boolean open;
    private boolean filled;
    private @Nullable RunSet runs;
    /** The element that has the focus back after the table was made again. */
    private String focused = "";

    WorldEditor(Lab lab) {
        this.lab = lab;
        Dom.on(edit, "click", e -> toggle());
        Dom.on(add, "click", e -> askName("", Words.say("lab.world-editor.name-new-property"), this::addRow));
        Dom.on(undo, "click", e -> lab.send(new Event.Undo()));
        Dom.on(redo, "click", e -> lab.send(new Event.Redo()));
        Dom.on(table, "keydown", this::key);
    }

    private static HTMLElement button(HTMLElement parent, String words) {
        HTMLElement button = Dom.make("button", "btn", parent);
        Dom.attribute(button, "type", "button");
        Dom.text(button, words);
        return button;
    }

    private Optional<EditableWorld> editable() {
        return runs != null
                        && runs.setup().scene() instanceof EditableWorld world
                        && world.editable(runs.setup().config())
                ? Optional.of(world)
                : Optional.empty();
    }

    /** Shows the world of some runs, or nothing where it cannot be changed. */
    @Override
    public void show(LabState state) {
        RunSet of = state.runs();
        if (runs != null && runs.setup().scene() != of.setup().scene()) {
            open = false;
        }
        boolean none = state.history().past().isEmpty();
        boolean last = state.history().future().isEmpty();
        boolean same = runs != null && runs.number() == of.number() && filled == open;
        runs = of;
        boolean can = editable().isPresent();
        Dom.toggle(root, "data-edits", can);
        bar.setHidden(!can);
        Dom.toggle(root, "data-editing", can && open);
        table.setHidden(!can || !open);
        Dom.text(edit, open ? Words.say("lab.world-editor.done") : Words.say("lab.world-editor.edit"));
        Dom.attribute(edit, "aria-expanded", open ? "true" : "false");
        add.setHidden(!open);
        undo.setHidden(!open);
        redo.setHidden(!open);
        Dom.toggle(undo, "disabled", none);
        Dom.toggle(redo, "disabled", last);
        filled = open;
        if (can && open && !same) {
            fill();
        }
    }

    private void toggle() {
        open = !open;
        show(lab.state());
    }

    private void apply(WorldEdits edits) {
        if (runs == null || editable().isEmpty()) {
            return;
        }
        lab.edited(editable().get().edited(runs.setup().config(), edits));
    }

    private void apply(WorldEdits.Outcome outcome) {
        outcome.edits().ifPresentOrElse(this::apply, () -> lab.say(outcome.complaint(), false));
    }

    private WorldEdits edits() {
        return editable().orElseThrow().edits(shown().setup().config());
    }

    private World base() {
        return editable().orElseThrow().base(shown().setup().config());
    }

    private RunSet shown() {
        if (runs == null) {
            throw new IllegalStateException("nothing is shown");
        }
        return runs;
    }

    private void addRow(String name) {
        int row = shown().world().properties().size();
        focused = "cell-" + row + "-0";
        apply(edits().add(base(), name));
    }

    /** The table: a column an item, a row a property. */
    private void fill() {
        World world = shown().world();
        int own = base().properties().size();
        Dom.empty(table);
        HTMLElement grid = Dom.make("table", "", table);
        HTMLElement head = Dom.make("tr", "", Dom.make("thead", "", grid));
        Dom.make("td", "", head);
        for (int i = 0; i < world.items().size(); i++) {
            int item = i;
            String name = world.items().get(i);
            HTMLElement cell = Dom.make("th", "", head);
            Dom.attribute(cell, "scope", "col");
            HTMLElement rename =
                    named(cell, "btn upright", name, Words.say("lab.world-editor.rename", name), "item-" + i);
            Dom.on(
                    rename,
                    "click",
                    e -> askName(name, Words.say("lab.world-editor.new-name", name), wanted -> {
                        focused = "item-" + item;
                        apply(edits().rename(base(), item, wanted));
                    }));
        }
        HTMLElement body = Dom.make("tbody", "", grid);
        int first = shown().world().named() ? 0 : own;
        for (int p = first; p < world.properties().size(); p++) {
            row(body, world, p, p >= own);
        }
        refocus();
    }

    private void row(HTMLElement body, World world, int p, boolean added) {
        String property = world.properties().get(p);
        HTMLElement row = Dom.make("tr", added ? "added" : "", body);
        HTMLElement head = Dom.make("th", "", row);
        Dom.attribute(head, "scope", "row");
        if (added) {
            HTMLElement remove =
                    named(head, "btn icon", "×", Words.say("lab.world-editor.remove", property), "remove-" + p);
            Dom.on(remove, "click", e -> apply(edits().remove(property)));
            HTMLElement rename =
                    named(head, "btn", property, Words.say("lab.world-editor.rename", property), "property-" + p);
            Dom.on(
                    rename,
                    "click",
                    e -> askName(property, Words.say("lab.world-editor.new-name", property), wanted -> {
                        focused = "property-" + p;
                        apply(edits().renameRow(base(), property, wanted));
                    }));
        } else {
            Dom.text(head, property);
        }
        for (int i = 0; i < world.items().size(); i++) {
            int item = i;
            boolean yes = world.y().at(p, i) > 0;
            HTMLElement cell = Dom.make("td", "", row);
            HTMLElement turn = named(cell, "turn", "", world.items().get(i) + ", " + property, "cell-" + p + "-" + i);
            Dom.attribute(turn, "aria-pressed", yes ? "true" : "false");
            Dom.on(turn, "click", e -> {
                focused = turn.getId();
                apply(edits().toggle(base(), p, item));
            });
        }
    }

    private static HTMLElement named(HTMLElement parent, String type, String words, String label, String id) {
        HTMLElement button = Dom.make("button", type, parent);
        Dom.attribute(button, "type", "button");
        Dom.attribute(button, "aria-label", label);
        button.setTitle(label);
        button.setId(id);
        Dom.text(button, words);
        return button;
    }

    private void refocus() {
        HTMLElement back = focused.isEmpty() ? null : Dom.find(focused);
        focused = "";
        if (back != null) {
            back.focus();
        }
    }

    /** A field over the table for one name; Enter takes it, Escape leaves all as it is. */
    private void askName(String now, String label, Consumer<String> use) {
        HTMLElement old = table.querySelector(".naming");
        if (old != null) {
            old.delete();
        }
        HTMLElement form = Dom.make("div", "naming row", null);
        Dom.first(table, form);
        HTMLElement field = Dom.make("input", "grow", form);
        Dom.attribute(field, "type", "text");
        Dom.attribute(field, "maxlength", Integer.toString(NameText.LONGEST));
        Dom.attribute(field, "aria-label", label);
        Dom.attribute(field, "placeholder", label);
        Dom.value(field, now);
        HTMLElement good = button(form, "OK");
        HTMLElement leave = button(form, Words.say("lab.world-editor.cancel"));
        Dom.on(good, "click", e -> use.accept(Dom.value(field)));
        Dom.on(leave, "click", e -> form.delete());
        Dom.on(field, "keydown", e -> {
            if (e.getKey().equals("Enter")) {
                // or the same press would press the button that gets the focus
                e.preventDefault();
                use.accept(Dom.value(field));
            } else if (e.getKey().equals("Escape")) {
                form.delete();
            }
        });
        field.focus();
    }

    /** Arrows walk through the cells; control and Z undo. */
    private void key(Dom.Event event) {
        String id = event.getTarget().getId();
        if ((event.isCtrlKey() || event.isMetaKey())
                && (event.getKey().equals("z") || event.getKey().equals("Z"))) {
            if (Dom.takesKeys(event.getTarget())) {
                return;
            }
            event.preventDefault();
            event.stopPropagation();
            focused = id;
            lab.send(event.isShiftKey() ? new Event.Redo() : new Event.Undo());
            return;
        }
        if (!id.startsWith("cell-")) {
            return;
        }
        int dash = id.indexOf('-', 5);
        int property = Numbers.whole(id.substring(5, dash));
        int item = Numbers.whole(id.substring(dash + 1));
        int down = event.getKey().equals("ArrowDown") ? 1 : event.getKey().equals("ArrowUp") ? -1 : 0;
        int right = event.getKey().equals("ArrowRight") ? 1 : event.getKey().equals("ArrowLeft") ? -1 : 0;
        if (down != 0 || right != 0) {
            HTMLElement next = Dom.find("cell-" + (property + down) + "-" + (item + right));
            if (next != null) {
                next.focus();
            }
            event.preventDefault();
            event.stopPropagation();
        }
    }
}
