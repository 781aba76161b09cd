package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The site starts, on a good host and on bad ones. */
final class SiteIT {
    private static final String READY = "document.documentElement.dataset.worker";

    private static Browser browser;

    @BeforeAll
    static void openBrowser() throws IOException {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        browser.close();
    }

    @Test
    void theHomePageStartsWithoutAnErrorAndTheWorkerComesToRunInWebAssembly() throws IOException {
        try (Site site = Site.open()) {
            workerOf(site);
            browser.await(READY + " === 'wasm'");
            assertEquals(List.of(), browser.errors());
            browser.screenshot("home");
        }
    }

    @Test
    void aSubFolderAndAWrongTypeForWebAssemblyDoNotMatter() throws IOException {
        try (Site site = Site.open(setup -> setup.under("/a/b/").withType("wasm", "text/plain"))) {
            workerOf(site);
            browser.await(READY + " === 'wasm'");
            assertEquals(List.of(), browser.errors());
        }
    }

    /** The WebAssembly runtime calls {@code new Function}, which such a header on the worker's own file forbids. */
    @Test
    void underAStrictPolicyOnEveryFileTheWorkerRunsInJavaScript() throws IOException {
        String policy = "default-src 'self'; img-src 'self' data:";
        try (Site site = Site.open(setup -> setup.withHeader("Content-Security-Policy", policy))) {
            browser.visit(site.address("#backend=wasm"));
            browser.await(READY);
            assertEquals("js", browser.run("return " + READY + ";"));
        }
    }

    @Test
    void aNarrowDarkStillPageIsReallyThat() throws IOException {
        try (Site site = Site.open()) {
            browser.viewport(390, 800);
            browser.media(true, true);
            browser.visit(site.address(""));
            assertEquals(390L, browser.run("return innerWidth;"));
            assertEquals(true, browser.run("return matchMedia('(prefers-color-scheme: dark)').matches;"));
            assertEquals(true, browser.run("return matchMedia('(prefers-reduced-motion: reduce)').matches;"));
        } finally {
            browser.viewport(1280, 800);
            browser.media(false, false);
        }
    }

    /** Opens the home page and waits for its first worker; {@code wasm} or {@code js}. */
    private static Object workerOf(Site site) {
        browser.visit(site.address(""));
        browser.await(READY);
        return browser.run("return " + READY + ";");
    }
}
