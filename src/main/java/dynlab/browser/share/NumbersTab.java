package dynlab.browser.share;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.Download;
import dynlab.numeric.Numbers;
import dynlab.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** The numbers of the run and of its theory, as files. */
final class NumbersTab implements ShareTab {
    private static final int LINES = 5;
    private static final int CELLS = 7;

    private final Shared shared;
    private final Taker taker;

    NumbersTab(Shared shared, Taker taker) {
        this.shared = shared;
        this.taker = taker;
    }

    @Override
    public String id() {
        return "numbers";
    }

    @Override
    public String name() {
        return Words.say("share.numbers.numbers");
    }

    @Override
    public void closed() {
        taker.stop();
    }

    @Override
    public void fill(HTMLElement panel) {
        Waiting waiting = new Waiting(panel);
        row(panel, waiting, "csv", "csv", Words.say("share.numbers.table"), Words.say("share.numbers.table-holds"));
        row(panel, waiting, "json", "json", Words.say("share.numbers.run"), Words.say("share.numbers.run-holds"));
        row(
                panel,
                waiting,
                "experiment",
                "experiment.json",
                Words.say("share.numbers.experiment"),
                Words.say("share.numbers.experiment-holds"));
        HTMLElement head = Widgets.head(panel, Words.say("share.numbers.first-rows"));
        HTMLElement rows = Dom.make("textarea", "code", panel);
        Dom.attribute(rows, "readonly", "");
        Dom.attribute(rows, "rows", Integer.toString(LINES));
        Dom.attribute(rows, "wrap", "off");
        Dom.attribute(rows, "aria-label", Words.say("share.numbers.first-rows"));
        Dom.text(Dom.make("p", "cap", panel), Words.say("share.numbers.precision"));
        head.setHidden(true);
        rows.setHidden(true);
        waiting.begin();
        taker.take(
                "csv",
                answer -> {
                    waiting.end();
                    head.setHidden(false);
                    rows.setHidden(false);
                    Dom.value(rows, beginning(answer.getText()));
                },
                waiting::refuse);
    }

    private void row(HTMLElement panel, Waiting waiting, String kind, String ending, String name, String holds) {
        HTMLElement row = Dom.make("div", "file", panel);
        Dom.text(Dom.make("b", "", row), name);
        HTMLElement says = Dom.make("span", "muted", row);
        Dom.text(says, holds);
        HTMLElement button = Widgets.button(row, "btn line", Words.say("share.numbers.save"), () -> {
            waiting.begin();
            taker.take(
                    kind,
                    answer -> {
                        waiting.end();
                        String text = answer.getText();
                        Dom.text(says, holds + " " + size(text.length()));
                        String type = kind.equals("csv") ? "text/csv" : "application/json";
                        Download.text("dynlab-" + shared.address().scene().id() + "." + ending, type, text);
                    },
                    waiting::refuse);
        });
        Dom.attribute(button, "aria-label", Words.say("share.numbers.save-it", name));
        Dom.attribute(button, "data-save", kind);
    }

    private static String size(int letters) {
        return letters < 100_000
                ? Words.say("share.numbers.kilobytes", Numbers.fixed(letters / 1000.0, 1))
                : Words.say("share.numbers.megabytes", Numbers.fixed(letters / 1e6, 1));
    }

    /** The first lines of a table, and their first cells. */
    private static String beginning(String table) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int line = 0; line < LINES && at < table.length(); line++) {
            int end = table.indexOf('\n', at);
            end = end < 0 ? table.length() : end;
            int cut = at;
            int cells = 0;
            while (cells < CELLS && cut < end) {
                int comma = table.indexOf(',', cut);
                cut = comma < 0 || comma >= end ? end : comma + 1;
                cells++;
            }
            text.append(table, at, cut).append(cut < end ? "…" : "").append('\n');
            at = end + 1;
        }
        return text.toString();
    }
}
