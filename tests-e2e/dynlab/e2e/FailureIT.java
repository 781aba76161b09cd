package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails unforeseen says so where it failed, can be reported, and leaves the rest at work. */
final class FailureIT {
    private static Site site;
    private static Browser browser;
    private static LabPage lab;

    @BeforeAll
    static void open() throws IOException {
        site = Site.open();
        browser = Browser.open();
        lab = new LabPage(browser, site);
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
        site.close();
    }

    private static String sentence() {
        browser.await("document.querySelector('#failure p')");
        return String.valueOf(browser.run("return document.querySelector('#failure p').textContent;"));
    }

    /** What the button of the notice gives to copy. */
    private static String report() {
        browser.run("navigator.clipboard.writeText = async (words) => { window.copied = words; };"
                + " document.querySelector('#failure button').click();");
        browser.await("window.copied");
        return String.valueOf(browser.run("return window.copied;"));
    }

    /** Lines can no longer be drawn on one canvas. */
    private static void breakLines(String canvas) {
        browser.run(
                "const stroke = CanvasRenderingContext2D.prototype.stroke; const broken = arguments[0];"
                        + " CanvasRenderingContext2D.prototype.stroke = function() {"
                        + " if (this.canvas.id === broken && window.breaks) throw new TypeError('injected');"
                        + " return stroke.call(this); }; window.breaks = true;",
                canvas);
    }

    @SuppressWarnings("unchecked")
    private static List<String> words(String panel) {
        List<Map<String, Object>> boxes =
                (List<Map<String, Object>>) lab.report().get("boxes");
        return boxes.stream()
                .filter(box -> box.get("panel").equals(panel))
                .map(box -> String.valueOf(box.get("text")))
                .toList();
    }

    /** Keeps every worker that the page starts in {@code window.workers}. */
    private static final String CAPTURE = "const Real = window.Worker; window.workers = [];"
            + " window.Worker = class extends Real { constructor(...all) { super(...all); window.workers.push(this); } };";

    @Test
    void aFigureThatCannotBeDrawnSaysSoAndTheOthersGoOn() {
        lab.open("scene=hierarchy&t=115");
        breakLines("map");
        String loss = lab.pixels("dynamics");
        browser.run("document.getElementById('step').click();");
        lab.awaitStep(116);
        assertEquals("The figure \"Map\" could not be drawn. The others go on.", sentence());
        assertNotEquals(loss, lab.pixels("dynamics"), "the other figures follow the time");
        assertTrue(
                words("map").contains("This figure could not be drawn."),
                words("map").toString());
        browser.run("window.breaks = false; document.getElementById('step').click();");
        lab.awaitStep(117);
        assertFalse(words("map").contains("This figure could not be drawn."), "it is drawn again once it can be");
    }

    @Test
    void theReportHasVersionLinkBrowserAndMessage() {
        lab.open("scene=xor");
        breakLines("similarity");
        browser.run("document.getElementById('step').click();");
        sentence();
        String report = report();
        String href = String.valueOf(browser.run("return location.href;"));
        String agent = String.valueOf(browser.run("return navigator.userAgent;"));
        assertTrue(report.startsWith("Version: dynlab "), report);
        assertTrue(report.contains("\nLink: " + href.substring(0, href.indexOf('#')) + "#scene=xor"), report);
        assertTrue(report.contains("\nBrowser: " + agent), report);
        assertTrue(report.contains("injected"), report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lab/", "build/", "v1/embed/?scene=shark"})
    void anyUncaughtErrorOfAPageIsSaid(String page) {
        browser.visit(site.address(page));
        browser.await("document.documentElement.dataset.drawn");
        // an error that a script of the test threw would be hidden from the page as another host's
        browser.run("reportError(new Error('injected'));");
        assertEquals("Something on this page failed. The rest of it goes on.", sentence());
        browser.run("dispatchEvent(new PromiseRejectionEvent('unhandledrejection',"
                + " { promise: new Promise(() => {}), reason: new Error('injected once more') }));");
        assertEquals(1, ((Number) browser.run("return document.querySelectorAll('#failure').length;")).intValue());
        String report = report();
        assertTrue(report.contains("injected") && report.contains("injected once more"), report);
    }

    @Test
    void anErrorInWhatAControlDoesIsSaid() {
        lab.open("scene=hierarchy");
        browser.run(
                "Element.prototype.setPointerCapture = () => { throw new Error('injected'); };"
                        + " document.getElementById('scrubber').dispatchEvent(new PointerEvent('pointerdown', { pointerId: 1 }));");
        assertEquals("Something on this page failed. The rest of it goes on.", sentence());
    }

    @Test
    void aResizeThatLeadsToAnotherIsNoFailure() {
        lab.open("scene=hierarchy");
        browser.run("dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop limit exceeded' }));"
                + " setTimeout(() => { window.later = true; }, 300);");
        browser.await("window.later");
        assertEquals(0, ((Number) browser.run("return document.querySelectorAll('#failure').length;")).intValue());
    }

    @Test
    void aWorkerThatBreaksIsSaidAndTheNextRunIsThere() throws Exception {
        try (Browser.Script script = browser.beforeEveryPage(CAPTURE)) {
            lab.open("scene=hierarchy&epochs=60");
            browser.run("window.workers.at(-1).onerror(new ErrorEvent('error',"
                    + " { message: 'injected', filename: 'worker.js', lineno: 7 }));");
            assertEquals("The worker broke. It is started again.", sentence());
            assertTrue(report().contains("injected (worker.js:7)"));
            lab.go("scene=hierarchy&epochs=70");
            browser.await("document.getElementById('scrubber').getAttribute('aria-valuemax') === '70'");
            lab.rest();
        }
    }

    @Test
    void aWorkerThatSitsInAnOldRunIsReplacedWithoutAWord() throws Exception {
        try (Browser.Script script = browser.beforeEveryPage(CAPTURE)) {
            lab.open("scene=hierarchy&epochs=60");
            lab.rest();
            browser.run(
                    "window.before = window.workers.length; for (const one of window.workers) one.postMessage = () => {};");
            lab.go("scene=hierarchy&epochs=70");
            browser.await("document.getElementById('scrubber').getAttribute('aria-valuemax') === '70'");
            lab.rest();
            browser.await("window.workers.length > window.before");
            assertEquals(0, ((Number) browser.run("return document.querySelectorAll('#failure').length;")).intValue());
        }
    }

    @Test
    void aPageThatDoesNotStartSaysSoWithAReport() throws Exception {
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver().executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*app/page.js")));
        try {
            browser.visit(site.address("lab/"));
            browser.await("document.querySelector('#plain #failure')");
            assertTrue(report().contains("Failure:"));
        } finally {
            browser.driver().executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of()));
        }
    }
}
