package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.JsDecimals;
import dynlab.browser.dom.Menu;
import dynlab.numeric.Numbers;
import dynlab.table.Preparation;
import dynlab.table.Table;
import dynlab.table.Unreadable;
import dynlab.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** A table of the reader's own: the text and what is decided of it on one side, what comes out of it on the other. */
final class TableDialog {
    private static final int SHOWN_ROWS = 12;
    private static final int SHOWN_COLUMNS = 8;
    /** Files beyond so many bytes are not read. */
    private static final int LARGEST = 1_000_000;

    private static final String EXAMPLE = """
            animal;swims;flies;weight;legs
            Shark;1;0;0,9;0
            Tuna;1;0;0,6;0
            Robin;0;1;0,1;2
            Canary;0;1;0,1;2
            Oak;0;0;1,5;0
            """;

    private final JsDecimals decimals = new JsDecimals();
    private final TableUse use;
    private final HTMLElement dialog = Dom.make("dialog", "share own", Dom.body());
    private final HTMLElement text;
    private final HTMLElement wrong;
    private final HTMLElement comes;
    private final HTMLElement preview;
    private final HTMLElement taking;
    private boolean turned;
    private boolean oneHot;
    private Preparation.Blanks blanks = Preparation.Blanks.REFUSED;
    private Preparation.Comma comma = Preparation.Comma.AS_SHOWN;
    private Preparation.Scale scale;
    private @Nullable Table table;

    TableDialog(TableUse use) {
        this.use = use;
        scale = use.scale();
        Dom.attribute(dialog, "id", "own-dialog");
        Widgets.bar(dialog, "own-head", Words.say("table.dialog.head"), Words.say("table.dialog.about"));
        HTMLElement room = Dom.make("div", "share-panel own-room", dialog);
        HTMLElement left = Dom.make("div", "", room);
        HTMLElement label = Dom.make("label", "label", left);
        Dom.attribute(label, "for", "own-text");
        Dom.text(label, Words.say("table.dialog.text"));
        text = Dom.make("textarea", "code", left);
        Dom.attribute(text, "id", "own-text");
        Dom.attribute(text, "rows", "9");
        Dom.attribute(text, "spellcheck", "false");
        Dom.attribute(text, "autocomplete", "off");
        Dom.attribute(text, "placeholder", EXAMPLE);
        Dom.on(text, "input", e -> read());
        HTMLElement row = Dom.make("div", "row saves", left);
        HTMLElement picker = Dom.make("input", "", left);
        Dom.attribute(picker, "type", "file");
        Dom.attribute(picker, "id", "own-file");
        Dom.attribute(picker, "aria-label", Words.say("table.dialog.open"));
        picker.setHidden(true);
        Widgets.button(row, "btn line", Words.say("table.dialog.open"), () -> Widgets.press(picker));
        Widgets.button(row, "btn line", Words.say("table.dialog.example"), () -> {
            Dom.value(text, EXAMPLE);
            read();
        });
        Widgets.watch(dialog, picker, LARGEST, this::arrived);
        HTMLElement how = Dom.make("div", "own-how", left);
        menu(
                how,
                "own-turned",
                use.called().rows(),
                new String[] {Words.say("table.dialog.rows"), Words.say("table.dialog.columns")},
                k -> turned = k == 1,
                0);
        menu(
                how,
                "own-blanks",
                Words.say("table.dialog.blanks"),
                new String[] {
                    Words.say("table.dialog.refused"),
                    Words.say("table.dialog.zero"),
                    use.called().mean(),
                    Words.say("table.dialog.skipped")
                },
                k -> blanks = List.of(Preparation.Blanks.values()).get(k),
                0);
        menu(
                how,
                "own-comma",
                Words.say("table.dialog.comma"),
                new String[] {
                    Words.say("table.dialog.as-shown"),
                    Words.say("table.dialog.decimal"),
                    Words.say("table.dialog.thousands")
                },
                k -> comma = List.of(Preparation.Comma.values()).get(k),
                0);
        menu(
                how,
                "own-scale",
                use.called().column(),
                new String[] {
                    Words.say("table.dialog.as-it-is"),
                    Words.say("table.dialog.centred"),
                    Words.say("table.dialog.standard")
                },
                k -> scale = List.of(Preparation.Scale.values()).get(k),
                List.of(Preparation.Scale.values()).indexOf(scale));
        Widgets.box(how, Words.say("table.dialog.one-hot"), false, on -> {
            oneHot = on;
            read();
        });
        use.controls(how, this::read);
        HTMLElement right = Dom.make("div", "own-out", room);
        Widgets.head(right, Words.say("table.dialog.out"));
        comes = Dom.make("p", "cap", right);
        Dom.attribute(comes, "role", "status");
        wrong = Dom.make("p", "wrong", right);
        Dom.attribute(wrong, "id", "own-wrong");
        Dom.attribute(wrong, "role", "alert");
        preview = Dom.make("div", "own-table", right);
        Dom.attribute(preview, "tabindex", "0");
        Dom.attribute(preview, "role", "group");
        Dom.attribute(preview, "aria-label", Words.say("table.dialog.out"));
        HTMLElement foot = Dom.make("div", "row saves own-foot", dialog);
        Dom.text(Dom.make("p", "cap grow", foot), use.follows());
        taking = Widgets.button(foot, "btn primary", Words.say("table.dialog.use"), this::take);
        Dom.attribute(taking, "id", "own-use");
        Dom.value(text, use.text());
        read();
    }

    private interface Chosen {
        void use(int k);
    }

    private void menu(HTMLElement parent, String id, String label, String[] options, Chosen chosen, int first) {
        HTMLElement row = Dom.make("div", "field", parent);
        String[] values = new String[options.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = Integer.toString(k);
        }
        Menu menu = new Menu(row, id, label, values, options, value -> {
            chosen.use(Numbers.whole(value));
            read();
        });
        Dom.value(menu.select(), values[first]);
    }

    void open() {
        Widgets.returnsFocus(dialog);
        Dom.showDialog(dialog);
        text.focus();
    }

    private void arrived(String name, @Nullable String content) {
        if (content == null) {
            Dom.text(wrong, Words.say("table.dialog.no-file", name));
            return;
        }
        Dom.value(text, content);
        read();
    }

    /** Reads the text anew, and shows what comes out of it, or the one thing that is wrong. */
    private void read() {
        table = null;
        String sentence = "";
        String written = Dom.value(text);
        Dom.empty(preview);
        try {
            if (!written.trim().isEmpty()) {
                Table read = new Preparation(turned, blanks, oneHot, comma, scale).read(written, decimals);
                sentence = use.complaint(read);
                show(read);
                table = sentence.isEmpty() ? read : null;
            }
        } catch (Unreadable unreadable) {
            String said = Words.say(unreadable.phrase());
            sentence = Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".";
        }
        Dom.text(wrong, sentence);
        Table now = table;
        Dom.text(
                comes,
                now == null ? "" : use.comes(now.values().rows(), now.values().columns()));
        Dom.toggle(taking, "disabled", now == null);
    }

    private void show(Table read) {
        int rows = read.values().rows();
        int columns = read.values().columns();
        List<String> items = Preparation.names(read.rowNames(), "", rows);
        List<String> properties =
                Preparation.names(read.columnNames(), use.called().name(), columns);
        HTMLElement grid = Dom.make("table", "num", preview);
        HTMLElement head = Dom.make("tr", "", Dom.make("thead", "", grid));
        Dom.make("td", "", head);
        for (int k = 0; k < columns && k < SHOWN_COLUMNS; k++) {
            HTMLElement name = Dom.make("th", "", head);
            Dom.attribute(name, "scope", "col");
            Dom.text(name, properties.get(k));
        }
        HTMLElement body = Dom.make("tbody", "", grid);
        for (int i = 0; i < rows && i < SHOWN_ROWS; i++) {
            HTMLElement row = Dom.make("tr", "", body);
            HTMLElement name = Dom.make("th", "", row);
            Dom.attribute(name, "scope", "row");
            Dom.text(name, items.get(i));
            for (int k = 0; k < columns && k < SHOWN_COLUMNS; k++) {
                Dom.text(Dom.make("td", "", row), Numbers.brief(read.values().at(i, k)));
            }
        }
        if (rows > SHOWN_ROWS || columns > SHOWN_COLUMNS) {
            Dom.text(
                    Dom.make("p", "cap", preview),
                    Words.say(
                            "table.dialog.more",
                            Integer.toString(Math.max(0, rows - SHOWN_ROWS)),
                            Integer.toString(Math.max(0, columns - SHOWN_COLUMNS))));
        }
    }

    private void take() {
        Table taken = table;
        if (taken != null) {
            Dom.closeDialog(dialog);
            use.take(taken);
        }
    }
}
