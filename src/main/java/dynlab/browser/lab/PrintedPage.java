package dynlab.browser.lab;

import dynlab.app.DigestWords;
import dynlab.app.LabState;
import dynlab.browser.dom.CanvasPen;
import dynlab.browser.dom.Dom;
import dynlab.view.Frame;
import dynlab.view.pen.Layout;
import dynlab.view.pen.Palette;
import org.teavm.jso.JSBody;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * What a printer gets: the whole figure as lines and words on white, whatever the screen shows of it, with what it says, its
 * address and its digest. It is made when the print begins and taken away afterwards.
 */
final class PrintedPage implements SceneExtra {
    /** CSS px of the figure: a landscape page at its true size, about, and no less than three columns take. */
    private static final int WIDTH = 1100;

    private static final int HEIGHT = 660;

    private final Lab lab;

    PrintedPage(Lab lab) {
        this.lab = lab;
        Dom.onWindow("beforeprint", e -> lay());
        Dom.onWindow("afterprint", e -> clear());
    }

    @Override
    public void show(LabState state) {
        // nothing stands on the page until it is printed
    }

    private void lay() {
        clear();
        Frame seen = lab.state().frame(Layout.Kind.WIDE).orElse(null);
        if (seen == null || !ready()) {
            return;
        }
        HTMLElement paper = Dom.make("section", "paper", Dom.find("lab"));
        paper.setId("paper");
        Dom.text(Dom.make("h1", "", paper), lab.state().address().scene().heading());
        CanvasRenderingContext2D vector = vector();
        CanvasPen pen = CanvasPen.on(vector);
        pen.fonts(Dom.computed(paper, "--sans"), Dom.computed(paper, "--serif"));
        pen.begin(WIDTH, HEIGHT, 1, Palette.LIGHT);
        Frame frame = new Frame(seen.shown(), seen.step(), seen.look(), Layout.Kind.WIDE, true, seen.covered());
        for (Layout.Panel panel :
                Layout.figure(Layout.Kind.WIDE, WIDTH, HEIGHT, lab.stage().views())) {
            panel.view().draw(pen, frame, panel.box());
        }
        pen.end();
        place(paper, vector, WIDTH, HEIGHT, lab.state().address().scene().title());
        words(paper, "stage", "learned");
        words(paper, "because", "");
        String digest = DigestWords.of(lab.state()).linked();
        String link = lab.bar().link(digest);
        Dom.text(Dom.make("p", "", paper), link.isEmpty() ? Dom.href() : link);
        Dom.text(Dom.make("p", "", paper), DigestWords.of(lab.state()).shown());
    }

    /** The words that two elements of the page have now, in one paragraph. */
    private static void words(HTMLElement paper, String one, String other) {
        String more = other.isEmpty() ? "" : " " + Dom.find(other).getTextContent();
        Dom.text(Dom.make("p", "", paper), Dom.find(one).getTextContent() + more);
    }

    private static void clear() {
        HTMLElement before = Dom.find("paper");
        if (before != null) {
            before.delete();
        }
    }

    @JSBody(script = "return !!globalThis.dynlabVector;")
    private static native boolean ready();

    @JSBody(script = "return globalThis.dynlabVector();")
    private static native CanvasRenderingContext2D vector();

    @JSBody(
            params = {"paper", "context", "width", "height", "title"},
            script = "paper.appendChild(new DOMParser().parseFromString("
                    + "context.svg(width, height, title), 'image/svg+xml').documentElement);")
    private static native void place(
            HTMLElement paper, CanvasRenderingContext2D context, int width, int height, String title);
}
