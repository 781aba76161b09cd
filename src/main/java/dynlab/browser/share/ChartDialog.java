package dynlab.browser.share;

import dynlab.browser.dom.CanvasPen;
import dynlab.browser.dom.DataFetch;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.JsDecimals;
import dynlab.browser.dom.Menu;
import dynlab.browser.dom.SweepFigures;
import dynlab.browser.dom.Theme;
import dynlab.experiment.Refused;
import dynlab.experiment.file.JsonCursor;
import dynlab.experiment.file.JsonReader;
import dynlab.numeric.Numbers;
import dynlab.view.chart.Chart;
import dynlab.view.chart.ChartFile;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.Weight;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** The figures of sweeps: those that belong to a lesson, and those that are opened. A point leads to a run that it stands for. */
final class ChartDialog {
    /** Files beyond so many bytes are not read. */
    private static final int LARGEST = 4_000_000;

    private final JsDecimals decimals = new JsDecimals();
    private final String site;
    private final String lesson;
    private final String address;
    private final HTMLElement dialog = Dom.make("dialog", "share sweeps", Dom.body());
    private final Menu figures;
    private final HTMLElement room;
    private final HTMLElement canvas;
    private final HTMLElement pointed;
    private final HTMLElement about;
    private final HTMLElement wrong;
    private final HTMLElement table;
    private final HTMLElement numbers;
    private final CanvasPen pen;
    /** What can be chosen: files of the site, or the text of one that was opened. */
    private final List<Source> sources = new ArrayList<>();

    private @Nullable Chart chart;
    private List<Chart.Spot> spots = List.of();
    private Chart.@Nullable Spot under;
    /** How often a figure was asked for: what comes later than the next is not shown. */
    private int asked;

    /**
     * One figure.
     *
     * @param file its name on the site; empty where its text is here
     */
    private record Source(String file, String title, String text) {}

    /**
     * @param site where the site is, with a slash at its end
     * @param lesson the word of the lesson that is shown
     * @param address its address
     */
    ChartDialog(String site, String lesson, String address) {
        this.site = site;
        this.lesson = lesson;
        this.address = address;
        Dom.attribute(dialog, "id", "sweeps-dialog");
        Widgets.bar(dialog, "sweeps-head", Words.say("sweep.dialog.head"), Words.say("sweep.dialog.about"));
        HTMLElement panel = Dom.make("div", "share-panel", dialog);
        HTMLElement row = Dom.make("div", "choices", panel);
        figures = new Menu(
                row,
                "sweeps-figure",
                Words.say("sweep.dialog.figure"),
                new String[0],
                new String[0],
                value -> show(sources.get(Numbers.whole(value))));
        figures.row().setHidden(true);
        HTMLElement picker = Dom.make("input", "", row);
        Dom.attribute(picker, "type", "file");
        Dom.attribute(picker, "id", "sweeps-file");
        Dom.attribute(picker, "accept", ".json,application/json");
        Dom.attribute(picker, "aria-label", Words.say("sweep.dialog.open"));
        picker.setHidden(true);
        Widgets.button(row, "btn line", Words.say("sweep.dialog.open"), () -> Widgets.press(picker));
        Widgets.watch(dialog, picker, LARGEST, this::arrived);
        wrong = Dom.make("p", "wrong", panel);
        Dom.attribute(wrong, "role", "alert");
        room = Dom.make("div", "sweeps-room", panel);
        Dom.attribute(room, "tabindex", "0");
        Dom.attribute(room, "role", "group");
        Dom.attribute(room, "aria-label", Words.say("sweep.dialog.figure"));
        room.setHidden(true);
        canvas = Dom.make("canvas", "", room);
        Dom.attribute(canvas, "role", "img");
        pointed = Dom.make("p", "cap sweeps-pointed", room);
        Dom.attribute(pointed, "role", "status");
        about = Dom.make("p", "cap", panel);
        table = Dom.make("details", "", panel);
        table.setHidden(true);
        Dom.text(Dom.make("summary", "label", table), Words.say("sweep.dialog.numbers"));
        numbers = Dom.make("div", "own-table", table);
        Dom.attribute(numbers, "tabindex", "0");
        Dom.attribute(numbers, "role", "group");
        Dom.attribute(numbers, "aria-label", Words.say("sweep.dialog.numbers"));
        pen = new CanvasPen((HTMLCanvasElement) canvas);
        pen.fonts(Dom.computed(dialog, "--sans"), Dom.computed(dialog, "--serif"));
        Dom.on(canvas, "pointermove", this::point);
        Dom.on(canvas, "pointerleave", e -> mark(null));
        Dom.on(canvas, "click", e -> {
            point(e);
            choose(under);
        });
        Dom.whenResized(room, this::draw);
    }

    /**
     * Opens it.
     *
     * @param text of a figure's file, which is shown first; empty if none was opened
     * @param name of that file
     */
    void open(String text, String name) {
        Widgets.returnsFocus(dialog);
        Dom.showDialog(dialog);
        if (!text.isEmpty()) {
            arrived(name, text);
        }
        DataFetch.text(site + "sweeps/index.json", (there, list) -> {
            if (there) {
                list(list);
            }
            if (chart == null && !sources.isEmpty()) {
                choose(0);
            } else if (sources.isEmpty()) {
                Dom.text(about, Words.say("sweep.dialog.none"));
            }
        });
    }

    /** The figures of the site that belong to the lesson, after those that were opened. */
    private void list(String text) {
        for (JsonCursor one : new JsonCursor(JsonReader.read(text), "", decimals).elements()) {
            if (one.required("lesson").text().equals(lesson)) {
                sources.add(new Source(
                        one.required("file").text(), one.required("title").text(), ""));
            }
        }
        names();
    }

    private void names() {
        String[] values = new String[sources.size()];
        String[] names = new String[values.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = Integer.toString(k);
            names[k] = sources.get(k).title();
        }
        figures.row().setHidden(sources.isEmpty());
        Dom.empty(figures.select());
        Menu.fill(figures.select(), values, names);
    }

    private void choose(int k) {
        Dom.value(figures.select(), Integer.toString(k));
        show(sources.get(k));
    }

    private void arrived(String name, @Nullable String text) {
        if (text == null) {
            refuse(Words.say("sweep.dialog.no-file", name));
            return;
        }
        sources.add(0, new Source("", name, text));
        names();
        choose(0);
    }

    private void show(Source source) {
        int now = ++asked;
        if (source.file().isEmpty()) {
            read(source);
            return;
        }
        DataFetch.text(site + "sweeps/" + source.file(), (there, text) -> {
            if (now != asked) {
                return;
            }
            if (there) {
                read(new Source("", source.title(), text));
            } else {
                refuse(Words.say("sweep.dialog.not-fetched", source.title()));
            }
        });
    }

    private void refuse(String sentence) {
        chart = null;
        room.setHidden(true);
        table.setHidden(true);
        Dom.text(about, "");
        Dom.text(wrong, sentence);
    }

    private void read(Source source) {
        try {
            Chart read = ChartFile.read(source.text(), decimals);
            chart = read;
            Dom.text(wrong, "");
            room.setHidden(false);
            table.setHidden(false);
            Dom.attribute(canvas, "aria-label", read.words());
            Dom.text(about, told(read));
            fill(read.grid());
            draw();
        } catch (Refused refused) {
            refuse(Words.say("sweep.dialog.no-figure", source.title(), refused.line()));
        }
    }

    private String told(Chart read) {
        String left =
                read.leftOut() == 0 ? "" : " " + Words.say("sweep.dialog.left-out", Integer.toString(read.leftOut()));
        if (read.lesson().isEmpty()) {
            return Words.say("sweep.dialog.no-lesson") + left;
        }
        boolean here = read.lesson().equals(lesson);
        return (here ? Words.say("sweep.dialog.choose") : Words.say("sweep.dialog.other-lesson", read.lesson())) + left;
    }

    private void fill(Chart.Grid grid) {
        Dom.empty(numbers);
        HTMLElement table = Dom.make("table", "num", numbers);
        HTMLElement head = Dom.make("tr", "", Dom.make("thead", "", table));
        head(head, grid.across().isEmpty() ? grid.down() : grid.down() + " \\ " + grid.across(), "col");
        for (String column : grid.columns()) {
            head(head, column, "col");
        }
        HTMLElement body = Dom.make("tbody", "", table);
        for (int i = 0; i < grid.rows().size(); i++) {
            HTMLElement row = Dom.make("tr", "", body);
            head(row, grid.rows().get(i), "row");
            for (int j = 0; j < grid.columns().size(); j++) {
                cell(Dom.make("td", "", row), grid, i, j);
            }
        }
    }

    private static void head(HTMLElement row, String words, String scope) {
        HTMLElement head = Dom.make("th", "", row);
        Dom.attribute(head, "scope", scope);
        Dom.text(head, words);
    }

    /** A number, as a button where there is a run to see. */
    private void cell(HTMLElement parent, Chart.Grid grid, int row, int column) {
        Chart.Cell cell = grid.cells().get(row).get(column);
        if (cell.address().isEmpty()) {
            Dom.text(parent, cell.text());
            return;
        }
        HTMLElement button = Widgets.button(parent, "btn", cell.text(), () -> choose(cell));
        Dom.attribute(button, "title", Words.say("sweep.dialog.see", grid.said(row, column)));
        if (cell.address().equals(address)) {
            Dom.attribute(button, "aria-current", "true");
        }
        Dom.on(button, "focus", e -> mark(spot(row, column)));
        Dom.on(button, "blur", e -> mark(null));
    }

    private Chart.@Nullable Spot spot(int row, int column) {
        for (Chart.Spot spot : spots) {
            if (spot.row() == row && spot.column() == column) {
                return spot;
            }
        }
        return null;
    }

    private void point(Dom.Event event) {
        double x = (event.getClientX() - Dom.rect(canvas).getLeft()) / Dom.unit(canvas);
        double y = (event.getClientY() - Dom.rect(canvas).getTop()) / Dom.unit(canvas);
        Chart.Spot nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (Chart.Spot spot : spots) {
            double dx = spot.box().middleX() - x;
            double dy = spot.box().middleY() - y;
            if (spot.box().contains(x, y) && dx * dx + dy * dy < least) {
                nearest = spot;
                least = dx * dx + dy * dy;
            }
        }
        mark(nearest);
    }

    /** Says what a number is, and draws a ring around it. */
    private void mark(Chart.@Nullable Spot spot) {
        if (!Objects.equals(under, spot)) {
            under = spot;
            draw();
        }
    }

    private void choose(Chart.@Nullable Spot spot) {
        Chart now = chart;
        if (now != null && spot != null) {
            choose(now.grid().cells().get(spot.row()).get(spot.column()));
        }
    }

    private void choose(Chart.Cell cell) {
        if (!cell.address().isEmpty()) {
            Dom.closeDialog(dialog);
            SweepFigures.choose(cell.address());
        }
    }

    private void draw() {
        Chart now = chart;
        Dom.Rect rect = Dom.rect(canvas);
        if (now == null || rect.getWidth() < 60) {
            return;
        }
        double unit = Dom.unit(canvas);
        Box box = new Box(0, 0, rect.getWidth() / unit, rect.getHeight() / unit);
        pen.begin(box.w(), box.h(), Dom.density() * unit, Theme.current());
        now.draw(pen, box);
        spots = now.spots(pen, box);
        Chart.Grid grid = now.grid();
        for (Chart.Spot spot : spots) {
            if (grid.cells().get(spot.row()).get(spot.column()).address().equals(address)) {
                ring(spot, Ink.INK);
            }
        }
        Chart.Spot pointedAt = under;
        if (pointedAt != null) {
            ring(pointedAt, Ink.INK_2);
        }
        pen.end();
        Dom.text(pointed, pointedAt == null ? "" : grid.said(pointedAt.row(), pointedAt.column()));
        Dom.toggle(
                canvas,
                "data-hit",
                pointedAt != null
                        && !grid.cells()
                                .get(pointedAt.row())
                                .get(pointedAt.column())
                                .address()
                                .isEmpty());
    }

    private void ring(Chart.Spot spot, Ink ink) {
        pen.frame(spot.box(), 3, Stroke.of(ink, Weight.FINE));
    }
}
