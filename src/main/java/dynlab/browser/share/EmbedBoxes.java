package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.export.EmbedControl;
import dynlab.scene.Address;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** A table of controls with two boxes each: whether a reader sees it, and whether it is locked. */
final class EmbedBoxes {
    private final List<Row> rows = new ArrayList<>();

    /** One control. */
    private record Row(EmbedControl control, HTMLElement name, HTMLElement shown, HTMLElement locked) {}

    EmbedBoxes(HTMLElement parent, String head, List<EmbedControl> controls, Address now, Runnable changed) {
        HTMLElement table = Dom.make("table", "boxes", parent);
        HTMLElement heads = Dom.make("tr", "", Dom.make("thead", "", table));
        head(heads, head);
        head(heads, Words.say("share.embed.show"));
        head(heads, Words.say("share.embed.lock"));
        HTMLElement body = Dom.make("tbody", "", table);
        String hidden = "," + now.look().getOrDefault("hide", "") + ",";
        String locked = "," + now.look().getOrDefault("lock", "") + ",";
        for (EmbedControl control : controls) {
            HTMLElement row = Dom.make("tr", "", body);
            HTMLElement name = Dom.make("th", "", row);
            Dom.attribute(name, "scope", "row");
            Dom.text(name, control.label());
            boolean shows = !hidden.contains("," + control.word() + ",");
            HTMLElement show = box(row, shows, changed, Words.say("share.embed.show-it", control.label()));
            Dom.attribute(show, "data-show", control.word());
            boolean locks = locked.contains("," + control.word() + ",");
            HTMLElement lock = box(row, locks, changed, Words.say("share.embed.lock-it", control.label()));
            Dom.attribute(lock, "data-lock", control.word());
            rows.add(new Row(control, name, show, lock));
        }
    }

    private static void head(HTMLElement row, String words) {
        HTMLElement cell = Dom.make("th", "", row);
        Dom.attribute(cell, "scope", "col");
        Dom.text(cell, words);
    }

    private static HTMLElement box(HTMLElement row, boolean ticked, Runnable changed, String label) {
        HTMLElement hit = Dom.make("label", "", Dom.make("td", "", row));
        HTMLElement box = Widgets.bare(hit, ticked, on -> changed.run());
        Dom.attribute(box, "aria-label", label);
        return box;
    }

    /** Words of what a reader does not see. */
    List<String> hidden() {
        List<String> words = new ArrayList<>();
        for (Row row : rows) {
            if (!Widgets.ticked(row.shown())) {
                words.add(row.control().word());
            }
        }
        return words;
    }

    /** Words of what is locked. */
    List<String> locked() {
        List<String> words = new ArrayList<>();
        for (Row row : rows) {
            if (Widgets.ticked(row.locked())) {
                words.add(row.control().word());
            }
        }
        return words;
    }

    /**
     * Marks the controls that a reader would see and that have no place at this size.
     *
     * @param words those that have a place, with commas around each
     * @return whether all have one
     */
    boolean reached(String words) {
        boolean all = true;
        for (Row row : rows) {
            boolean there = !Widgets.ticked(row.shown())
                    || words.contains("," + row.control().word() + ",");
            Dom.toggle(row.name(), "data-away", !there);
            all &= there;
        }
        return all;
    }

    static List<String> both(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
