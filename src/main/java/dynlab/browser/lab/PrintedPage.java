package dynlab.browser.lab;

import dynlab.app.DigestWords;
import dynlab.app.LabState;
import dynlab.browser.dom.CanvasPen;
import dynlab.browser.dom.Dom;
import dynlab.browser.dom.QrSquare;
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

    /** CSS px that words and code of an embed take. */
    private static final int FOOT = 84;

    private static final int SMALL_FOOT = 64;

    /** The smallest embed gives the free band on top of a figure, where the title would stand, to the plot. */
    private static final int BAND = 28;

    /** Embeds that are less high have a figure and nothing below it. */
    private static final int LEAST = 180;

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
        HTMLElement root = Dom.find("lab");
        boolean embed = Dom.page().equals("embed");
        // a host's page prints an embed at the size that it has on the screen
        int width = embed ? root.getOffsetWidth() : WIDTH;
        int high = embed ? root.getOffsetHeight() : HEIGHT;
        boolean footed = !embed || high >= LEAST;
        boolean tiny = Layout.Kind.of(width, high) == Layout.Kind.TINY;
        int height = high - (embed && footed ? tiny ? SMALL_FOOT : FOOT : 0) + (tiny ? BAND : 0);
        Layout.Kind kind = !embed ? Layout.Kind.WIDE : tiny ? Layout.Kind.TINY : Layout.Kind.of(width, height);
        Frame seen = lab.frame(kind).orElse(null);
        if (seen == null || !ready()) {
            return;
        }
        HTMLElement paper = Dom.make("section", "paper", root);
        paper.setId("paper");
        Dom.toggle(paper, "data-tiny", tiny);
        Dom.text(Dom.make("h1", "", paper), lab.state().address().scene().heading());
        CanvasRenderingContext2D vector = vector();
        CanvasPen pen = CanvasPen.on(vector);
        pen.fonts(Dom.computed(paper, "--sans"), Dom.computed(paper, "--serif"));
        pen.begin(width, height, 1, Palette.LIGHT);
        Frame frame = new Frame(seen.shown(), seen.step(), seen.look(), kind, !tiny, seen.covered());
        for (Layout.Panel panel : Layout.figure(kind, width, height, lab.stage().views())) {
            panel.view().draw(pen, frame, panel.box());
        }
        pen.end();
        place(paper, vector, width, height, lab.state().address().scene().title());
        if (footed) {
            foot(Dom.make("footer", "", paper));
        }
    }

    /** What it says, and where it is found again, by hand and by a camera. */
    private void foot(HTMLElement foot) {
        HTMLElement beside = Dom.make("div", "", foot);
        words(beside, "stage", "learned");
        words(beside, "because", "");
        DigestWords digest = DigestWords.of(lab.state());
        String link = lab.bar().link(digest.linked());
        Dom.text(Dom.make("p", "small", beside), link.isEmpty() ? Dom.href() : link);
        Dom.text(Dom.make("p", "small", beside), digest.shown());
        QrSquare.of(link.isEmpty() ? Dom.href() : link).ifPresent(code -> code.place(foot));
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
