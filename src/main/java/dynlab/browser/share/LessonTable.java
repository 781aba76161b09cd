package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.JsDecimals;
import dynlab.browser.dom.OwnData;
import dynlab.numeric.Numbers;
import dynlab.scene.OwnTable;
import dynlab.table.Preparation;
import dynlab.table.Table;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** A table as the world of a lesson, in which items have properties. */
final class LessonTable implements TableUse {
    private final JsDecimals decimals = new JsDecimals();
    private final boolean examples;
    private @Nullable HTMLElement asked;

    /**
     * @param examples whether items are examples, some of whose numbers are asked for the others
     */
    LessonTable(boolean examples) {
        this.examples = examples;
    }

    @Override
    public Called called() {
        return new Called(
                Words.say("table.dialog.items"), Words.say("table.dialog.scale"), Words.say("table.dialog.mean"), "p");
    }

    @Override
    public Preparation.Scale scale() {
        return examples ? Preparation.Scale.STANDARD : Preparation.Scale.AS_IT_IS;
    }

    @Override
    public String text() {
        return "";
    }

    /** How many of the last columns are what is asked. */
    @Override
    public void controls(HTMLElement parent, Runnable changed) {
        if (examples) {
            HTMLElement row = Dom.make("label", "field", parent);
            Dom.text(Dom.make("span", "", row), Words.say("table.dialog.asked"));
            asked = Widgets.number(row, Words.say("table.dialog.asked"), 1, OwnTable.MOST - 1, changed);
            Dom.value(asked, "1");
        }
    }

    private int questions() {
        String typed = asked == null ? "" : Dom.value(asked);
        boolean whole = !typed.isEmpty() && typed.length() <= 2;
        for (int i = 0; i < typed.length(); i++) {
            whole &= typed.charAt(i) >= '0' && typed.charAt(i) <= '9';
        }
        return whole ? Math.max(1, Numbers.whole(typed)) : 1;
    }

    @Override
    public String complaint(Table table) {
        int items = table.values().rows();
        int properties = table.values().columns();
        if (items < 2 || items > OwnTable.MOST || properties > OwnTable.MOST) {
            return Words.say(
                    "table.dialog.size",
                    Integer.toString(items),
                    Integer.toString(properties),
                    Integer.toString(OwnTable.MOST));
        }
        return examples && properties <= questions()
                ? Words.say("table.dialog.too-few", Integer.toString(properties), Integer.toString(questions()))
                : "";
    }

    @Override
    public String comes(int rows, int columns) {
        return Words.say("table.dialog.comes", Integer.toString(rows), Integer.toString(columns));
    }

    @Override
    public String follows() {
        return Words.say("table.dialog.one-step");
    }

    @Override
    public void take(Table table) {
        int items = table.values().rows();
        int count = table.values().columns();
        List<String> properties = new ArrayList<>(Preparation.names(table.columnNames(), "p", count));
        for (int k = count - questions(); examples && k < count; k++) {
            properties.set(k, ">" + properties.get(k));
        }
        List<List<String>> values = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < items; i++) {
                row.add(decimal(table.values().at(i, k)));
            }
            values.add(row);
        }
        OwnData.take(OwnTable.write(Preparation.names(table.rowNames(), "", items), properties, values));
    }

    /** As it is where that is short, else with six digits. */
    private String decimal(double value) {
        String exact = decimals.format(value);
        return exact.length() <= 8 ? exact : decimals.format(decimals.parse(six(value)));
    }

    @JSBody(params = "value", script = "return value.toPrecision(6);")
    private static native String six(double value);
}
