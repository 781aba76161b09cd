package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A figure that is saved as one file runs from a disk, without the site. */
final class SingleFileIT extends OpenLab {
    private static final int MOST_BYTES = 700_000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    }

    /** The file as {@code web/single.js} makes it. */
    static String single(Browser browser, Site site, String address) {
        browser.visit(site.address("lab/"));
        String text = String.valueOf(browser.driver().executeAsyncScript("""
                const [module, address, done] = arguments;
                import(module).then(one => one.single(address, 'A figure & its "title"')).then(done, e => done('failed: ' + e));
                """, site.address("single.js"), address));
        assertTrue(text.startsWith("<!doctype html>"), text.substring(0, Math.min(text.length(), 300)));
        return text;
    }

    private void openFromDisk(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("figure.html"), text);
        // as without a network: nothing but the file itself may be asked for
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver().executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*://*/*")));
        browser.visit(file.toUri().toString());
    }

    /** Promise 16 to embedders. */
    @ParameterizedTest
    @ValueSource(strings = {"hierarchy", "shark", "routing", "rich-lazy", "surface"})
    void itHoldsTheRunThatTheLessonOpensWith(String scene) throws IOException {
        page.open("scene=" + scene + "&t=3");
        String digest = page.data("digest");
        String text = single(browser, site, "scene=" + scene + "&t=3");
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        System.out.printf(Locale.ROOT, "%s as one file: %d bytes%n", scene, bytes);
        assertTrue(bytes <= MOST_BYTES, scene + " has " + bytes + " bytes");
        assertTrue(text.contains("<title>A figure &#38; its &#34;title&#34;</title>"));
        try {
            openFromDisk(text);
            page.rest();
            browser.await("document.documentElement.dataset.digest === '" + digest + "'");
            page.awaitStep(3);
            assertEquals(List.of(), browser.errors());
            String open = String.valueOf(browser.run("return document.getElementById('open').href;"));
            assertTrue(open.startsWith(site.address("lab/#scene=" + scene)), open);
        } finally {
            browser.driver().executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of()));
        }
    }

    @Test
    void itHoldsTheImagesOfALessonToo() throws IOException {
        String text = single(browser, site, "scene=digits");
        try {
            openFromDisk(text);
            browser.await("['running', 'ready'].includes(document.documentElement.dataset.state)");
            assertEquals("", browser.run("return document.getElementById('notices').textContent;"));
            assertEquals(List.of(), browser.errors());
        } finally {
            browser.driver().executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of()));
        }
    }

    @Test
    void aFileThatCameInPartSaysSo() throws IOException {
        String text = single(browser, site, "scene=hierarchy");
        int middle = text.length() / 2;
        try {
            openFromDisk(text.substring(0, middle) + text.substring(middle + 5000));
            browser.await("document.getElementById('plain').textContent.includes('did not start')");
        } finally {
            browser.driver().executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of()));
        }
    }
}
