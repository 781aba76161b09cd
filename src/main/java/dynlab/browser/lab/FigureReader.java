package dynlab.browser.lab;

import dynlab.app.LabState;
import dynlab.app.Setup;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.FigureCanvas;
import dynlab.view.FigureWords;
import dynlab.view.View.Hit;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Figures without a pointer: arrow keys go from reading to reading on the figure with the focus, and a dialog has all
 * readings as tables, or what stands written in a figure that has none. So they say what is drawn.
 */
final class FigureReader implements SceneExtra {
    /** Px between the places that are looked at. */
    private static final double FINE = 3;

    private static final double COARSE = 6;

    private static final int MOST_ROWS = 400;

    private final Lab lab;
    private final List<double[]> cursors = new ArrayList<>();
    private @Nullable Setup setup;

    FigureReader(Lab lab) {
        this.lab = lab;
        for (FigureCanvas surface : lab.stage().surfaces()) {
            double[] cursor = {0, 0};
            cursors.add(cursor);
            surface.canvas().setTabIndex(0);
            Dom.on(surface.canvas(), "keydown", e -> key(surface, cursor, e));
            Dom.on(surface.canvas(), "focus", e -> speak(surface));
            Dom.on(surface.canvas(), "blur", e -> lab.controls().away());
        }
        HTMLElement button = Dom.find("numbers");
        if (button != null) {
            Dom.on(button, "click", e -> tables());
        }
    }

    /** Other settings are another figure; the same run, come farther, is not. */
    @Override
    public void show(LabState state) {
        if (state.runs().setup().equals(setup)) {
            return;
        }
        setup = state.runs().setup();
        for (double[] cursor : cursors) {
            cursor[0] = 0;
            cursor[1] = 0;
        }
    }

    private void key(FigureCanvas surface, double[] cursor, Dom.Event event) {
        String key = event.getKey();
        double dx = key.equals("ArrowRight") ? 1 : key.equals("ArrowLeft") ? -1 : 0;
        double dy = key.equals("ArrowDown") ? 1 : key.equals("ArrowUp") ? -1 : 0;
        Dom.Rect rect = Dom.rect(surface.canvas());
        if (key.equals("Enter")) {
            read(surface, rect, cursor).ifPresent(this::take);
        } else if (dx != 0 || dy != 0) {
            go(surface, rect, cursor, dx * FINE, dy * FINE);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    /** Goes on to the next place that reads otherwise. */
    private void go(FigureCanvas surface, Dom.Rect rect, double[] cursor, double dx, double dy) {
        if (cursor[0] == 0 && cursor[1] == 0) {
            cursor[0] = rect.getWidth() / 2;
            cursor[1] = rect.getHeight() / 2;
        }
        String before = read(surface, rect, cursor).map(Hit::tip).orElse("");
        double[] at = cursor.clone();
        while (inside(rect, at[0] + dx, at[1] + dy)) {
            at[0] += dx;
            at[1] += dy;
            Optional<Hit> hit = read(surface, rect, at).filter(h -> !h.tip().isEmpty());
            if (hit.isPresent() && !hit.get().tip().equals(before)) {
                cursor[0] = at[0];
                cursor[1] = at[1];
                break;
            }
        }
        read(surface, rect, cursor).ifPresent(hit -> {
            lab.controls().reads(surface, hit, rect.getLeft() + cursor[0], rect.getTop() + cursor[1]);
            Dom.text(Dom.find("live"), hit.tip());
        });
    }

    /** What the plots of a figure read at the cursor, to whoever comes to it by keys. */
    private void speak(FigureCanvas surface) {
        lab.frame(lab.stage().kind()).ifPresent(frame -> {
            StringBuilder words = new StringBuilder();
            for (Layout.Panel panel : surface.panels()) {
                String now = FigureWords.now(surface.pen(), frame, panel);
                words.append(now.isEmpty() ? "" : panel.view().title() + ": " + now + ". ");
            }
            if (words.length() > 0) {
                Dom.text(Dom.find("live"), words.toString());
            }
        });
    }

    private static boolean inside(Dom.Rect rect, double x, double y) {
        return x > 0 && y > 0 && x < rect.getWidth() && y < rect.getHeight();
    }

    private Optional<Hit> read(FigureCanvas surface, Dom.Rect rect, double[] at) {
        return lab.hit(surface, rect.getLeft() + at[0], rect.getTop() + at[1]);
    }

    /** What a press there does. */
    private void take(Hit hit) {
        if (hit.property() >= 0 && !lab.locks("question")) {
            lab.ask(hit.property(), hit.item());
        } else if (hit.step() >= 0 && !lab.locks("time")) {
            lab.seekByHand(hit.step());
        }
    }

    // ---- tables

    private void tables() {
        HTMLElement dialog = Dom.find("numbers-dialog");
        HTMLElement list = Dom.find("numbers-list");
        Dom.empty(list);
        for (FigureCanvas surface : lab.stage().surfaces()) {
            Dom.Rect rect = Dom.rect(surface.canvas());
            if (rect.getWidth() > 20) {
                for (Layout.Panel panel : surface.panels()) {
                    table(list, surface, rect, panel);
                }
            }
        }
        Dom.showDialog(dialog);
    }

    private void table(HTMLElement list, FigureCanvas surface, Dom.Rect rect, Layout.Panel panel) {
        Set<String> rows = new LinkedHashSet<>();
        Box box = panel.box();
        for (double y = box.y() + 1; y < box.bottom() && rows.size() < MOST_ROWS; y += COARSE) {
            for (double x = box.x() + 1; x < box.right() && rows.size() < MOST_ROWS; x += COARSE) {
                read(surface, rect, new double[] {x * surface.unit(), y * surface.unit()})
                        .map(Hit::tip)
                        .filter(t -> !t.isEmpty())
                        .ifPresent(rows::add);
            }
        }
        List<List<String>> lines = new ArrayList<>();
        for (String row : rows) {
            lines.add(cells(row));
        }
        if (lines.isEmpty()) {
            lines.addAll(FigureWords.written(surface.pen().boxes(), box));
        }
        if (lines.isEmpty()) {
            return;
        }
        HTMLElement table = Dom.make("table", "numbers", list);
        Dom.text(Dom.make("caption", "label", table), panel.view().title());
        for (List<String> row : lines) {
            HTMLElement line = Dom.make("tr", "", table);
            for (String cell : row) {
                Dom.text(Dom.make("td", "", line), cell);
            }
        }
    }

    /** The parts of a tip: its lines, and what dots keep apart. */
    private static List<String> cells(String tip) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= tip.length(); i++) {
            if (i == tip.length() || tip.charAt(i) == '\n' || tip.charAt(i) == '·') {
                cells.add(tip.substring(from, i).trim());
                from = i + 1;
            }
        }
        return cells;
    }
}
