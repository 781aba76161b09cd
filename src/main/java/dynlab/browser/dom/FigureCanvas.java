package dynlab.browser.dom;

import dynlab.view.FigureWords;
import dynlab.view.Frame;
import dynlab.view.View;
import dynlab.view.pen.Box;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import dynlab.view.pen.TextStyle;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** A canvas and the panels that stand on it. */
public final class FigureCanvas {
    private final HTMLElement canvas;
    private final CanvasPen pen;
    private List<Layout.Panel> panels = new ArrayList<>();
    private double width;
    private double height;
    private double unit = 1;

    public FigureCanvas(String id) {
        canvas = Dom.find(id);
        pen = new CanvasPen((HTMLCanvasElement) canvas);
    }

    public HTMLElement canvas() {
        return canvas;
    }

    public CanvasPen pen() {
        return pen;
    }

    public List<Layout.Panel> panels() {
        return panels;
    }

    /** CSS px to one px of its panels: a figure is drawn larger on a large screen, not only on more room. */
    public double unit() {
        return unit;
    }

    /** Where a point of the window lies on it, from the left, in px of its panels. */
    public double across(double clientX) {
        return (clientX - Dom.rect(canvas).getLeft()) / unit;
    }

    /** The same from the top. */
    public double down(double clientY) {
        return (clientY - Dom.rect(canvas).getTop()) / unit;
    }

    /** Reads the size that the style sheet gives; nothing is drawn on a hidden canvas. */
    public Box measure() {
        Dom.Rect rect = Dom.rect(canvas);
        unit = Dom.unit(canvas);
        width = rect.getWidth() / unit;
        height = rect.getHeight() / unit;
        return new Box(0, 0, width, height);
    }

    boolean visible() {
        return width > 20 && height > 20;
    }

    public void place(List<Layout.Panel> all) {
        panels = all;
    }

    /**
     * Draws its panels.
     *
     * @param most how many of them at most
     * @return how many it has drawn
     */
    public int draw(Frame frame, Palette palette, int most) {
        if (!visible()) {
            pen.boxes().clear();
            return 0;
        }
        int count = Math.min(most, panels.size());
        pen.begin(width, height, Dom.density() * unit, palette);
        for (Layout.Panel panel : panels.subList(0, count)) {
            View view = panel.view();
            boolean drawn = Failures.tried(
                    Words.say("page.surface.figure-could-not", view.title()), () -> view.draw(pen, frame, panel.box()));
            if (!drawn) {
                pen.text(
                        Words.say("page.surface.figure-could-not-drawn"),
                        panel.box().x(),
                        panel.box().middleY(),
                        TextStyle.SMALL);
            }
        }
        Failures.tried(Words.say("page.surface.words-figure-could"), pen::end);
        return count;
    }

    /** What lies at a point of the window; where panels share a place, the later one is asked first. */
    public Optional<View.Hit> at(Frame frame, double clientX, double clientY) {
        double x = across(clientX);
        double y = down(clientY);
        for (int i = panels.size() - 1; i >= 0; i--) {
            Layout.Panel panel = panels.get(i);
            if (panel.box().contains(x, y)) {
                Optional<View.Hit> hit = FigureWords.at(pen, frame, panel, x, y);
                if (hit.isPresent()) {
                    return hit;
                }
            }
        }
        return Optional.empty();
    }
}
