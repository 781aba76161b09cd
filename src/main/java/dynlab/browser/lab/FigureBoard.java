package dynlab.browser.lab;

import dynlab.browser.dom.Dom;
import dynlab.browser.dom.FigureCanvas;
import dynlab.browser.dom.JsDecimals;
import dynlab.numeric.Numbers;
import dynlab.scene.Panels;
import dynlab.view.Frame;
import dynlab.view.View;
import dynlab.view.Views;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.TextBoxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The canvases of the page, the views that stand on them, and when they are drawn. */
final class FigureBoard {
    private static final int DRAWS_KEPT = 400;
    private static final int ALL = Integer.MAX_VALUE;

    private final HTMLElement root = Dom.find("lab");
    private final HTMLElement grid = root.querySelector(".grid");
    private final HTMLElement tabs = Dom.find("tabs");
    private final FigureCanvas dynamics = new FigureCanvas("dynamics");
    private final FigureCanvas left = new FigureCanvas("world");
    private final FigureCanvas first = new FigureCanvas("similarity");
    private final FigureCanvas second = new FigureCanvas("map");
    private final FigureCanvas timeline = new FigureCanvas("timeline");
    private final List<FigureCanvas> surfaces = List.of(dynamics, left, first, second, timeline);
    private final List<Double> draws = new ArrayList<>();
    private final JsDecimals decimals = new JsDecimals();
    private final List<View> known;
    private final Runnable changed;
    private Layout.Arrangement views =
            new Layout.Arrangement(Optional.empty(), List.of(Views.MODES), List.of(), List.of(Views.MODES));
    private Layout.Kind kind = Layout.Kind.WIDE;
    private Palette palette = Palette.LIGHT;
    private List<String> names = List.of();
    private String front = "";
    private boolean laidOut;
    /** How many panels are drawn. */
    private int opened = 1;

    /**
     * @param known the views of this program
     * @param changed called when it has to be drawn again
     */
    FigureBoard(List<View> known, Runnable changed) {
        this.known = known;
        this.changed = changed;
        for (FigureCanvas surface : surfaces) {
            surface.pen().fonts(Dom.computed(root, "--sans"), Dom.computed(root, "--serif"));
            Dom.whenResized(surface.canvas(), this::layOutAgain);
        }
        Dom.whenMatches("(resolution: 1dppx)", this::layOutAgain);
    }

    /** Whether there are panels that have never been drawn. */
    boolean opening() {
        return opened < ALL;
    }

    /** The views that stand on the page. */
    Layout.Arrangement views() {
        return views;
    }

    FigureCanvas dynamics() {
        return dynamics;
    }

    FigureCanvas left() {
        return left;
    }

    FigureCanvas first() {
        return first;
    }

    FigureCanvas second() {
        return second;
    }

    /** The canvases of pictures, whose words a person can have read out. */
    List<FigureCanvas> surfaces() {
        return List.of(dynamics, left, first, second);
    }

    FigureCanvas timeline() {
        return timeline;
    }

    Layout.Kind kind() {
        return kind;
    }

    /** Puts a scene's views on the canvases. */
    void arrange(Panels panels, List<String> names) {
        this.names = names;
        front = panels.first();
        views = new Layout.Arrangement(
                Views.of(panels.left(), known),
                Views.of(panels.centre(), known),
                Views.of(panels.right(), known),
                Views.of(panels.embed(), known));
        heads();
        Dom.toggle(root, "data-asks", views.centre().contains(Views.ANSWER));
        Dom.toggle(root, "data-reads", panels.left().equals("world"));
        Dom.toggle(
                root, "data-layers", !views.right().isEmpty() && views.right().get(0) == Views.SIMILARITY);
        Dom.toggle(root, "data-one", views.right().size() < 2);
        makeTabs();
        layOutAgain();
    }

    /** The same views of runs with other names. */
    void name(List<String> others) {
        names = others;
        heads();
        String chosen = String.valueOf(root.getAttribute("data-tab"));
        makeTabs();
        HTMLElement tab = tabs.querySelector("button[data-tab='" + chosen + "']");
        if (tab != null) {
            choose(tab);
        }
    }

    private void heads() {
        head("left", views.left().orElse(null));
        head("first", views.right().isEmpty() ? null : views.right().get(0));
        head("second", views.right().size() < 2 ? null : views.right().get(1));
    }

    private void head(String slot, @org.jspecify.annotations.Nullable View view) {
        Dom.text(Dom.find(slot + "-head"), view == null ? "" : view.title());
        HTMLElement hint = Dom.find(slot + "-hint");
        if (hint != null) {
            Dom.text(hint, view == null ? "" : called(view));
            hint.setTitle(hint.getTextContent());
        }
    }

    /** Whose run a view shows, where there are several; else what it shows. */
    private String called(View view) {
        int at = view.id().indexOf('@');
        int run = at < 0 ? 0 : Numbers.whole(view.id().substring(at + 1));
        boolean several =
                names.size() > 1 && run < names.size() && !names.get(run).isEmpty();
        return several && view.ofOneRun() ? names.get(run) : view.hint();
    }

    private void makeTabs() {
        Dom.empty(tabs);
        List<View> centre = new ArrayList<>(views.centre());
        // where only one is seen, the most telling ones come before the others
        for (int i = centre.size() - 1; i >= 0; i--) {
            tab(centre.get(i), "dyn");
        }
        for (int i = 0; i < views.right().size(); i++) {
            tab(views.right().get(i), i == 0 ? "first" : "second");
        }
        views.left().ifPresent(view -> tab(view, "left"));
        HTMLElement opens = tabs.querySelector("button[data-tab='" + front + "']");
        if (opens != null) {
            tabs.insertBefore(opens, tabs.getFirstChild());
        }
        choose(tabs.querySelector("button"));
    }

    private void tab(View view, String slot) {
        HTMLElement button = Dom.make("button", "", tabs);
        Dom.attribute(button, "type", "button");
        Dom.attribute(button, "role", "tab");
        Dom.attribute(button, "data-tab", view.id());
        Dom.attribute(button, "data-slot", slot);
        boolean another = view.id().indexOf('@') >= 0;
        Dom.text(button, another ? view.title() + ", " + called(view) : view.title());
        Dom.on(button, "click", e -> choose(button));
        Dom.on(button, "keydown", this::tabKey);
    }

    private void tabKey(Dom.Event event) {
        int by = event.getKey().equals("ArrowRight") ? 1 : event.getKey().equals("ArrowLeft") ? -1 : 0;
        var buttons = tabs.querySelectorAll("button");
        for (int i = 0; by != 0 && i < buttons.getLength(); i++) {
            if (buttons.get(i) == event.getTarget()) {
                HTMLElement next = buttons.get((i + by + buttons.getLength()) % buttons.getLength());
                choose(next);
                next.focus();
                event.preventDefault();
                return;
            }
        }
    }

    private void choose(HTMLElement chosen) {
        Dom.attribute(root, "data-tab", chosen.getAttribute("data-tab"));
        Dom.attribute(root, "data-slot", chosen.getAttribute("data-slot"));
        layOutAgain();
    }

    /** The tab of what is seen: beside plots that are always there, that of the column. */
    private void markTab() {
        String slot = root.getAttribute("data-slot");
        boolean column = kind == Layout.Kind.MEDIUM && !slot.equals("left");
        String by = column ? "data-slot" : "data-tab";
        String seen = column ? "first" : root.getAttribute("data-tab");
        var buttons = tabs.querySelectorAll("button");
        for (int i = 0; i < buttons.getLength(); i++) {
            HTMLElement button = buttons.get(i);
            Dom.attribute(button, "aria-selected", seen.equals(button.getAttribute(by)) ? "true" : "false");
        }
    }

    void palette(Palette next) {
        palette = next;
        layOutAgain();
    }

    void layOutAgain() {
        laidOut = false;
        changed.run();
    }

    /** Measures the canvases if their size may have changed; returns whether it did. */
    boolean layOut() {
        if (laidOut) {
            return false;
        }
        laidOut = true;
        String name = Dom.computed(grid, "--kind");
        kind = kindOf(name);
        markTab();
        Box canvas = dynamics.measure();
        boolean full = kind == Layout.Kind.NARROW;
        double aside = full ? 16 : kind == Layout.Kind.TINY ? 8 : 0;
        Box column = canvas.inset(aside, 0, aside, 0);
        if (kind == Layout.Kind.NARROW || kind == Layout.Kind.TINY) {
            dynamics.place(List.of(new Layout.Panel(kind == Layout.Kind.TINY ? views.main() : chosen(), column)));
        } else {
            List<Layout.Panel> stack = Layout.dynamics(kind, column, views);
            dynamics.place(stack);
            for (Layout.Panel panel : stack) {
                if (panel.view() == Views.ANSWER) {
                    Dom.style(
                            grid,
                            "--q-top",
                            (int) (dynamics.unit() * panel.box().y()) + "px");
                }
            }
        }
        Box line = timeline.measure();
        timeline.place(List.of(new Layout.Panel(Views.TIME, full ? line.inset(16, 0, 16, 0) : line)));
        place(left, views.left().map(List::of).orElse(List.of()), 0);
        place(first, views.right(), 0);
        place(second, views.right(), 1);
        Dom.state("kind", name);
        return true;
    }

    private static void place(FigureCanvas surface, List<View> views, int k) {
        Box box = surface.measure();
        surface.place(k < views.size() ? List.of(new Layout.Panel(views.get(k), box)) : List.of());
    }

    /** The view of the centre whose tab is chosen. */
    private View chosen() {
        String tab = root.getAttribute("data-tab");
        for (View view : views.centre()) {
            if (view.id().equals(tab)) {
                return view;
            }
        }
        return views.main();
    }

    private static Layout.Kind kindOf(String name) {
        return switch (name) {
            case "wide" -> Layout.Kind.WIDE;
            case "narrow" -> Layout.Kind.NARROW;
            case "embed" -> Layout.Kind.EMBED;
            case "tiny" -> Layout.Kind.TINY;
            default -> Layout.Kind.MEDIUM;
        };
    }

    /** Draws all, or while the page opens one panel more than last time: none of its tasks is to be long. */
    void draw(Frame frame) {
        double start = Dom.now();
        int most = opened;
        for (FigureCanvas surface : surfaces) {
            most -= surface.draw(frame, palette, most);
        }
        if (most > 0) {
            opened = ALL;
            Dom.state("drawn", "yes");
        } else {
            opened++;
            changed.run();
        }
        if (draws.size() >= DRAWS_KEPT) {
            draws.remove(0);
        }
        draws.add(Dom.now() - start);
    }

    /** What the page looks like from inside, for its tests. */
    String report() {
        StringBuilder json = new StringBuilder("{\"kind\":\"")
                .append(Dom.computed(grid, "--kind"))
                .append("\",\"boxes\":[");
        boolean none = true;
        for (FigureCanvas surface : surfaces) {
            Dom.Rect at = Dom.rect(surface.canvas());
            for (TextBoxes.Entry entry : surface.pen().boxes().entries()) {
                if (entry.text().isEmpty()) {
                    continue;
                }
                json.append(none ? "" : ",")
                        .append("{\"panel\":\"")
                        .append(entry.panel())
                        .append("\",\"text\":\"");
                json.append(entry.text().replace('"', '\'')).append("\",\"bounds\":");
                append(json, entry.bounds(), at, surface.unit());
                append(json.append(",\"box\":"), entry.box(), at, surface.unit());
                json.append('}');
                none = false;
            }
        }
        json.append("],\"draws\":[");
        for (int i = 0; i < draws.size(); i++) {
            json.append(i == 0 ? "" : ",").append(decimals.format(draws.get(i)));
        }
        return json.append("]}").toString();
    }

    private void append(StringBuilder json, Box box, Dom.Rect at, double unit) {
        json.append('[')
                .append(decimals.format(unit * box.x() + at.getLeft()))
                .append(',')
                .append(decimals.format(unit * box.y() + at.getTop()))
                .append(',')
                .append(decimals.format(unit * box.w()))
                .append(',')
                .append(decimals.format(unit * box.h()))
                .append(']');
    }
}
