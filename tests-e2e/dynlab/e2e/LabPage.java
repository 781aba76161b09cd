package dynlab.e2e;

import java.util.Map;

/** The laboratory in a browser, as a test sees it. */
final class LabPage {
    private static final String REST = "['ready', 'diverged'].includes(document.documentElement.dataset.state)";

    private final Browser browser;
    private final Site site;

    LabPage(Browser browser, Site site) {
        this.browser = browser;
        this.site = site;
    }

    /** Opens an address, given without its #, and waits until its run is done. */
    void open(String hash) {
        browser.visit(site.address("lab/" + (hash.isEmpty() ? "" : "#" + hash)));
        rest();
    }

    /** Changes the address as a link within the page would. */
    void go(String hash) {
        browser.run("location.hash = arguments[0];", "#" + hash);
    }

    /** Waits until no run is under way. */
    void rest() {
        browser.await(REST);
    }

    /** Until it is drawn at the size that it has now, whether or not its run is over. */
    void drawn() {
        browser.await("document.documentElement.dataset.drawn");
        browser.driver()
                .executeAsyncScript(
                        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));");
    }

    String data(String key) {
        return String.valueOf(browser.run("return document.documentElement.dataset[arguments[0]];", key));
    }

    String hash() {
        return String.valueOf(browser.run("return location.hash.slice(1);"));
    }

    /** Where the slider of the time line stands. */
    int step() {
        return Integer.parseInt(String.valueOf(
                browser.run("return document.getElementById('scrubber').getAttribute('aria-valuenow');")));
    }

    /** Waits until the slider stands there. */
    void awaitStep(int step) {
        browser.await("document.getElementById('scrubber').getAttribute('aria-valuenow') === '" + step + "'");
    }

    /** A number for what a canvas shows, after everything that waits for a frame is drawn. */
    String pixels(String canvas) {
        return String.valueOf(browser.driver().executeAsyncScript("""
                        const [id, done] = arguments;
                        requestAnimationFrame(() => requestAnimationFrame(() => {
                          const all = document.getElementById(id).toDataURL();
                          let hash = all.length;
                          for (let i = 0; i < all.length; i++) hash = (Math.imul(hash, 31) + all.charCodeAt(i)) | 0;
                          done(String(hash));
                        }));
                        """, canvas));
    }

    /** What the page tells of itself: {@code kind}, {@code boxes}, {@code draws}. */
    @SuppressWarnings("unchecked")
    Map<String, Object> report() {
        return (Map<String, Object>) browser.driver().executeAsyncScript("""
                        const done = arguments[0];
                        requestAnimationFrame(() => requestAnimationFrame(() =>
                          import(new URL('../app/' + document.documentElement.dataset.program + '.js', document.baseURI).href).then(page => done(JSON.parse(page.report())))));
                        """);
    }
}
