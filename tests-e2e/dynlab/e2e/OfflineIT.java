package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.Exit;
import dynlab.cli.Main;
import dynlab.cli.site.SiteServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What was visited is there without a network, and one page is never made of two versions. */
final class OfflineIT {
    private static final String NEWER =
            "There is a newer version of Dynlab; this page goes on with its own until you reload.";

    private static final String SECOND = "document.documentElement.hasAttribute('data-second')";

    private static Browser browser;

    @TempDir
    private Path folder;

    private SiteServer server;
    private Host host;
    private int port;

    @BeforeAll
    static void openBrowser() throws IOException {
        browser = Browser.open();
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        browser.close();
    }

    /** A site of its own, which can be changed, on a host with a sub-folder. */
    @BeforeEach
    void open() throws IOException {
        Path from = Path.of(System.getProperty("site", "target/site"));
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(folder.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, folder.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
        host = new Host();
        serve(0);
        port = server.port();
    }

    @AfterEach
    void close() {
        server.close();
        host.close();
    }

    private void serve(int at) throws IOException {
        server = SiteServer.start(SiteServer.Setup.of(folder).under("/a/b/").onPort(at));
    }

    private String address(String page) {
        return "http://localhost:" + port + "/a/b/" + page;
    }

    /** Another version of the site takes the place of this one: a file is changed, and the list is written anew. */
    private void change(String file, String old, String replacement) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(old), file);
        Files.writeString(folder.resolve(file), text.replace(old, replacement));
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        assertEquals(Exit.DONE, Main.run(new String[] {"offline", folder.toString()}, nowhere, nowhere));
    }

    private static void awaitDrawn() {
        browser.await("document.documentElement.dataset.drawn");
    }

    /** Waits until the page is kept. */
    private static void awaitKept() {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
                .until(d -> Boolean.TRUE.equals(browser.run("return !!navigator.serviceWorker.controller;")));
    }

    private static void awaitInCache(String name) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(30))
                .until(d -> Boolean.TRUE.equals(((ChromeDriver) d).executeAsyncScript("""
                        const [name, done] = arguments;
                        (async () => {
                          for (const one of await caches.keys())
                            for (const request of await (await caches.open(one)).keys())
                              if (request.url.includes(name)) return true;
                          return false;
                        })().then(done);
                        """, name)));
    }

    private static String text(String selector) {
        return String.valueOf(browser.run("return document.querySelector(arguments[0])?.textContent ?? '';", selector));
    }

    /** A kept program is asked for by its whole address, which says what it is to do. */
    @Test
    void theWorkerOfAKeptPageIsTheOneThatItsAddressAsksFor() throws IOException {
        browser.visit(address("lab/#scene=hierarchy&epochs=60"));
        awaitDrawn();
        awaitKept();
        for (String backend : List.of("wasm", "js")) {
            browser.visit(address("lab/?" + backend + "#scene=hierarchy&epochs=61&backend=" + backend));
            browser.await(
                    "document.documentElement.dataset.digest && document.documentElement.dataset.state === 'ready'");
            assertEquals(backend, browser.run("return document.documentElement.dataset.backend;"));
        }
    }

    @Test
    void everyLessonRunsWithoutANetworkOnceTheLabWasThere() throws IOException {
        browser.visit(address("lab/#scene=hierarchy&epochs=60"));
        awaitDrawn();
        browser.await("document.documentElement.dataset.digest");
        String digest = String.valueOf(browser.run("return document.documentElement.dataset.digest;"));
        awaitKept();
        server.close();
        browser.driver().navigate().refresh();
        awaitDrawn();
        browser.await("document.documentElement.dataset.digest === '" + digest + "'");
        // a lesson that was never opened, with a setting that no recorded run has
        browser.visit(address("lab/#scene=xor&epochs=50"));
        awaitDrawn();
        browser.await("document.documentElement.dataset.digest");
        int step = ((Number) browser.run("return Number(document.getElementById('scrubber').ariaValueNow"
                        + " ?? document.getElementById('scrubber').getAttribute('aria-valuenow'));"))
                .intValue();
        browser.driver().findElement(By.id("scrubber")).sendKeys(Keys.ARROW_LEFT);
        browser.await("Number(document.getElementById('scrubber').getAttribute('aria-valuenow')) === " + (step - 1));
        // the other pages, and what is fetched when it is asked for
        browser.visit(address(""));
        awaitDrawn();
        browser.visit(address("build/"));
        awaitDrawn();
        browser.driver().findElement(By.id("share")).click();
        browser.await("document.querySelector('dialog[open]')");
        assertEquals(List.of(), browser.errors());
    }

    /** Promise 16 to embedders. */
    @Test
    void anEmbedThatWasSeenRunsWithoutANetworkAndKeepsNothingElse() throws IOException {
        String figure = address("v1/embed/?scene=shark&epochs=60");
        browser.visit(figure);
        awaitDrawn();
        awaitKept();
        awaitInCache("app/worker.js");
        assertEquals(0L, ((Number) browser.driver().executeAsyncScript("""
                        const done = arguments[0];
                        (async () => {
                          let wrong = 0;
                          for (const one of await caches.keys())
                            for (const request of await (await caches.open(one)).keys())
                              if (/page\\.js|take\\.js|build|digits/.test(request.url)) wrong++;
                          return wrong;
                        })().then(done);
                        """)).longValue());
        server.close();
        browser.driver().navigate().refresh();
        awaitDrawn();
        browser.await("document.documentElement.dataset.digest");
    }

    @Test
    void aNewerVersionIsSaidInOneSentenceAndIsThereAsAWholeAfterTheButton() throws IOException {
        browser.visit(address("lab/#scene=hierarchy"));
        awaitDrawn();
        awaitKept();
        change("lab/index.html", "<html ", "<html data-second ");
        change("style/page.css", ":root", "/* second */ :root");
        browser.driver().navigate().refresh();
        awaitDrawn();
        assertEquals(false, browser.run("return " + SECOND), "the old page goes on");
        browser.await("document.getElementById('newer')");
        assertEquals(NEWER, text("#newer p"));
        browser.screenshot("newer");
        browser.driver().findElement(By.cssSelector("#newer .strong")).click();
        browser.await(SECOND);
        awaitDrawn();
        assertTrue(styles().contains("/* second */"), "the style is that of the new page");
        // and the new one is kept as a whole
        browser.await("navigator.serviceWorker.controller");
        server.close();
        browser.driver().navigate().refresh();
        browser.await(SECOND);
        awaitDrawn();
        assertTrue(styles().contains("/* second */"));
    }

    private static String styles() {
        return String.valueOf(browser.driver()
                .executeAsyncScript(
                        "const done = arguments[0]; fetch('../style/page.css').then(r => r.text()).then(done);"));
    }

    @Test
    void aPartOfANewerVersionNeverComesIntoAnOldPage() throws IOException {
        browser.visit(address("v1/embed/?scene=shark"));
        awaitDrawn();
        awaitKept();
        awaitInCache("app/worker.js");
        change("app/share.js", "\"use strict\";", "\"use strict\"; /* second */");
        browser.driver().findElement(By.cssSelector("[data-act=share]")).click();
        browser.await("document.getElementById('newer')");
        assertEquals(
                "A part of this page could not be fetched, for there is a newer version of Dynlab.", text("#newer p"));
        assertEquals(false, browser.run("return !!document.querySelector('dialog[open]');"));
        browser.driver().findElement(By.cssSelector("#newer .strong")).click();
        browser.await("!document.getElementById('newer')");
        awaitDrawn();
        browser.driver().findElement(By.cssSelector("[data-act=share]")).click();
        browser.await("document.querySelector('dialog[open]')");
        assertTrue(
                String.valueOf(browser.driver()
                                .executeAsyncScript("const done = arguments[0];"
                                        + " fetch('../../app/share.js').then(r => r.text()).then(done);"))
                        .contains("/* second */"),
                "reloaded, it is all of the newer version");
        // a page that was never seen comes as a whole from the newer version
        browser.visit(address("v1/embed/xor/"));
        awaitDrawn();
        assertNotEquals("failed", browser.run("return document.documentElement.dataset.state;"));
    }

    @Test
    void aHostThatChangesItsPagesIsServedAsEver() throws IOException {
        server.close();
        server = SiteServer.start(
                SiteServer.Setup.of(folder).under("/a/b/").onPort(port).withTail("<!-- by the host -->"));
        browser.visit(address("lab/#scene=hierarchy"));
        awaitDrawn();
        awaitKept();
        browser.driver().navigate().refresh();
        awaitDrawn();
        assertEquals(false, browser.run("return !!document.getElementById('newer');"));
        assertEquals(List.of(), browser.errors());
    }

    @Test
    void aSandboxedFrameKeepsNothingAndSaysNothing() throws IOException {
        browser.visit(host.with("<iframe sandbox=allow-scripts src='" + address("v1/embed/?scene=hierarchy&epochs=60")
                + "' style='width:750px;height:450px'></iframe>"));
        browser.driver().switchTo().frame(0);
        awaitDrawn();
        browser.await("document.documentElement.dataset.digest");
        assertEquals("", text("#notices"));
        browser.driver().switchTo().defaultContent();
    }
}
