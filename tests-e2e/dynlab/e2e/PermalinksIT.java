package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A link opens as the run that it was made from, and says so; another run is said to be one. */
final class PermalinksIT extends OpenLab {
    private static final Path CORPUS = Path.of("src/test/resources/permalinks.txt");

    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.console());
    }

    private static final Set<String> opened = new HashSet<>();
    private static String previous = "";

    /** Address, blank, digest. */
    static List<String> corpus() throws IOException {
        return Files.readAllLines(CORPUS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void everyLinkOfTheCorpusOpensAsItsRunAndIsWrittenAsTheSameLink(String line) {
        String address = line.substring(0, line.indexOf(' '));
        String digest = line.substring(line.indexOf(' ') + 1);
        String link = address + "&digest=" + digest.substring(3, 15);
        // the first link of a lesson in a page of its own and through the dialog, the others in the page that is
        // open, unless that shows the same run
        boolean first = opened.add(address.replaceAll("&.*", "")) || digest.equals(previous);
        previous = digest;
        if (first) {
            page.open(link);
            browser.await("document.documentElement.dataset.verdict !== ''");
        } else {
            page.go(link);
            browser.await("document.documentElement.dataset.digest === '" + digest + "'"
                    + " && document.documentElement.dataset.verdict !== ''");
        }
        assertEquals(digest, page.data("digest"));
        assertEquals("same", page.data("verdict"));
        assertEquals("", browser.run("return document.getElementById('notices').textContent;"));
        String written = first ? copied() : page.hash();
        assertTrue(written.endsWith("&digest=" + digest.substring(3, 15)), written);
        written = written.substring(written.indexOf('#') + 1);
        if (!timeless(written).equals(timeless(link))) {
            page.open(written);
            browser.await("document.documentElement.dataset.verdict === 'same'");
            assertEquals(digest, page.data("digest"));
        }
    }

    /** An address without its step, which is written where it was left out and has no part in the run. */
    private static String timeless(String address) {
        return address.replaceAll("&t=[^&]*", "");
    }

    @Test
    void aLinkWithTheDigestOfAnotherRunSaysWhatWasExpectedAndWhatCame() throws IOException {
        page.open("seed=3&digest=0123456789ab");
        browser.await("document.documentElement.dataset.verdict === 'other'");
        assertEquals("expected 01234567", browser.run("return document.getElementById('verdict').textContent;"));
        String said = String.valueOf(browser.run("return document.getElementById('notices').textContent;"));
        assertTrue(
                said.contains("0123456789ab")
                        && said.contains(page.data("digest").substring(3, 15)),
                said);
        browser.screenshot("digest-other");
    }

    @Test
    void theDigestOfALinkIsForgottenOnceAKnobMoves() throws IOException {
        page.open("digest=0123456789ab");
        browser.await("document.documentElement.dataset.verdict === 'other'");
        page.go("digest=261bf24331e4");
        browser.await("document.documentElement.dataset.verdict === 'same'");
        browser.screenshot("digest-same");
        browser.run("""
                const seed = document.getElementById('knob-seed');
                seed.value = '77';
                seed.dispatchEvent(new Event('change'));
                """);
        browser.await("location.hash.includes('seed=77') && document.documentElement.dataset.verdict === ''");
        page.rest();
        assertTrue(!page.hash().contains("digest"), page.hash());
    }

    /** What "Share" gives. */
    private static String copied() {
        browser.run("""
                window.copied = '';
                Object.defineProperty(navigator, 'clipboard',
                  {configurable: true, value: {writeText: text => { copied = text; return Promise.resolve(); }}});
                document.getElementById('share').click();
                """);
        browser.await("document.querySelector('#share-link .code')?.value");
        browser.run("document.querySelector('#share-link .primary').click();");
        browser.await("copied");
        browser.run("document.getElementById('share-dialog').close();");
        return String.valueOf(browser.run("return copied;"));
    }
}
