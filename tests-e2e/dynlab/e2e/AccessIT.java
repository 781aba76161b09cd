package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Paper, colours of the reader's own system, the menu of the view, and keys before anything has the focus. */
final class AccessIT extends OpenLab {
    private static final String PLAYS = "return document.getElementById('play').hasAttribute('data-playing');";

    @BeforeAll
    static void open() {
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    }

    @BeforeEach
    void standard() {
        browser.viewport(1280, 800);
        browser.media(false, false);
    }

    @AfterEach
    void theConsoleIsSilentAndNothingIsKept() {
        assertEquals(List.of(), browser.console());
        browser.run("localStorage.clear();");
    }

    // ---- paper

    @ParameterizedTest
    @CsvSource({"scene=hierarchy&t=125&theme=dark, 1280, 800", "scene=contexts, 390, 844", "scene=xor, 1024, 700"})
    void aPrintedLessonIsLinesAndWordsOnWhiteWhateverTheScreen(String hash, int width, int height) throws IOException {
        browser.viewport(width, height);
        page.open(hash);
        awaitPaper();
        String pdf = print("paper-" + hash.replaceAll("[^a-z]", "-"));
        assertFalse(images(pdf), "a figure is a picture of pixels");
        assertTrue(pdf.contains("/Font"), "words are words");
        assertEquals(1, pages(pdf), "one page to hand out");
    }

    /** The test above can fail: what the screen has is pixels. */
    @Test
    void withoutItsVectorsThePageWouldPrintPixels() throws IOException {
        page.open("scene=hierarchy&t=125");
        awaitPaper();
        browser.run("delete globalThis.dynlabVector;");
        assertTrue(images(print("pixels")));
    }

    @Test
    void thePaperSaysWhatTheScreenSaysWithItsLinkAndDigest() {
        page.open("scene=hierarchy&t=125&theme=dark");
        awaitPaper();
        String said = String.valueOf(browser.run("return document.getElementById('because').textContent;"));
        browser.run("dispatchEvent(new Event('beforeprint'));");
        String paper = String.valueOf(browser.run("return document.getElementById('paper').textContent;"));
        assertTrue(paper.contains(said), paper);
        assertTrue(paper.contains("scene=hierarchy"), paper);
        assertTrue(paper.contains(page.data("digest").replace("d1-", "").substring(0, 12)), paper);
        assertTrue(paper.contains("How much of each distinction is learned"), "the heads of its figures stand in it");
        browser.run("dispatchEvent(new Event('afterprint'));");
        assertEquals(0L, browser.run("return document.querySelectorAll('#paper').length;"));
    }

    @Test
    void paperIsWhiteInEveryTheme() {
        for (String theme : List.of("light", "dark", "projector")) {
            page.open("theme=" + theme);
            browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
            Object ground = browser.run("return getComputedStyle(document.documentElement).backgroundColor;");
            assertTrue("rgb(255, 255, 255)".equals(ground), theme + " prints on " + ground);
            browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        }
    }

    @Test
    void theFirstPagePrintsItsCardsAndNoPixels() throws IOException {
        browser.visit(site.address(""));
        browser.await("document.documentElement.dataset.drawn");
        awaitPaper();
        browser.run("dispatchEvent(new Event('beforeprint'));");
        browser.await("[...document.querySelectorAll('.gallery img.on-light[data-src]')]"
                + ".every(i => i.complete && i.naturalWidth > 0)");
        assertFalse(images(print("paper-home")));
    }

    /** Waits for what draws on paper, which comes after the figure. */
    private static void awaitPaper() {
        browser.await("globalThis.dynlabVector");
    }

    private static String print(String name) throws IOException {
        Object data = browser.driver()
                .executeCdpCommand("Page.printToPDF", Map.of("printBackground", true, "preferCSSPageSize", true))
                .get("data");
        byte[] pdf = Base64.getDecoder().decode(String.valueOf(data));
        Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots", "target/screenshots")));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    private static boolean images(String pdf) {
        return pdf.contains("/Subtype /Image");
    }

    private static int pages(String pdf) {
        return pdf.split("/Type /Page\\b").length - 1;
    }

    // ---- the menu of the view

    @ParameterizedTest
    @ValueSource(strings = {"", "lab/", "build/"})
    void oneChoiceGivesAThemeAndItStays(String where) throws IOException {
        for (String theme : List.of("dark", "projector", "light")) {
            visit(where);
            browser.driver().findElement(By.id("theme")).click();
            browser.driver()
                    .findElement(By.cssSelector("[name=theme][value=" + theme + "]"))
                    .click();
            assertEquals(theme, page.data("theme"));
            assertEquals(List.of(), Axe.violations(browser));
            visit(where);
            assertEquals(theme, page.data("theme"), "after a reload");
        }
    }

    @ParameterizedTest
    @CsvSource({"lab/, 320, 640", "lab/, 390, 844", "lab/, 1280, 800", "build/, 390, 844", ", 320, 640"})
    void theMenuStandsInTheWindowAndGoesByKeys(String where, int width, int height) {
        browser.viewport(width, height);
        visit(where == null ? "" : where);
        WebElement button = browser.driver().findElement(By.id("theme"));
        button.sendKeys(Keys.ENTER);
        assertEquals(true, browser.run("""
                const box = document.getElementById('view-menu').getBoundingClientRect();
                return box.width > 80 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
                """));
        button.sendKeys(Keys.TAB);
        assertEquals("theme", browser.run("return document.activeElement.name;"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        assertEquals(false, browser.run("return document.getElementById('view-menu').matches(':popover-open');"));
    }

    private static void visit(String where) {
        browser.visit(site.address(where));
        browser.await("['ready', 'diverged'].includes(document.documentElement.dataset.state)");
    }

    // ---- keys

    @Test
    void keysWorkBeforeAnythingHasTheFocusUnlessTheyAreSwitchedOff() {
        page.open("scene=hierarchy&t=20");
        WebElement body = browser.driver().findElement(By.tagName("body"));
        assertEquals(true, browser.run("return document.activeElement === document.body;"));
        body.sendKeys(" ");
        assertEquals(true, browser.run(PLAYS));
        body.sendKeys(" ");
        assertEquals(false, browser.run(PLAYS));
        body.sendKeys("?");
        assertEquals(true, browser.run("return document.getElementById('keys').open;"));
        browser.driver().findElement(By.id("hotkeys")).click();
        page.open("scene=hierarchy&t=20");
        browser.driver().findElement(By.tagName("body")).sendKeys("?");
        browser.driver().findElement(By.tagName("body")).sendKeys(" ");
        assertEquals(false, browser.run("return document.getElementById('keys').open;"));
        assertEquals(false, browser.run(PLAYS));
    }

    @Test
    void anEmbedTakesNoKeysItWasNotGiven() {
        browser.visit(site.address("v1/embed/?scene=hierarchy&t=20"));
        page.rest();
        browser.driver().findElement(By.tagName("body")).sendKeys(" ");
        assertEquals(false, browser.run(PLAYS));
    }

    // ---- figures without a pointer

    /**
     * Opens a run that no record stands for: a record is rounded, gives way to the run itself while one reads, and what is
     * spoken of it is not said again.
     */
    private static void openTheRunItself() {
        page.open("scene=hierarchy&t=125&seed=2");
    }

    @Test
    void arrowKeysGoFromReadingToReadingOnAFigure() {
        openTheRunItself();
        for (String id : List.of("world", "dynamics", "similarity")) {
            WebElement canvas = browser.driver().findElement(By.id(id));
            canvas.sendKeys(Keys.ARROW_RIGHT);
            String first = tip();
            canvas.sendKeys(Keys.ARROW_RIGHT);
            assertNotEquals(first, tip(), id);
            assertEquals(tip(), browser.run("return document.getElementById('live').textContent;"), id);
        }
    }

    @Test
    void enterOnACellAsksAboutIt() {
        page.open("scene=hierarchy&t=125");
        WebElement world = browser.driver().findElement(By.id("world"));
        world.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_DOWN);
        String before = page.hash();
        world.sendKeys(Keys.ENTER);
        browser.await("location.hash.slice(1) !== '" + before + "'");
        assertTrue(page.hash().contains("ask="), page.hash());
    }

    /** Promise 15 to embedders. */
    @Test
    void theNumbersOfTheFiguresAreTablesOfWhatThePointerReads() throws IOException {
        openTheRunItself();
        WebElement world = browser.driver().findElement(By.id("world"));
        world.sendKeys(Keys.ARROW_RIGHT);
        String reading = tip().replaceAll("[\\s·]+", "");
        browser.driver().findElement(By.id("theme")).click();
        browser.driver().findElement(By.id("numbers")).click();
        String all = String.valueOf(browser.run("return document.getElementById('numbers-list').textContent;"));
        assertTrue(all.replaceAll("[\\s·]+", "").contains(reading), reading + " in " + all);
        assertTrue(((Number) browser.run("return document.querySelectorAll('#numbers-list table').length;")).intValue()
                >= 4);
        assertEquals(List.of(), Axe.violations(browser));
    }

    private static String tip() {
        return String.valueOf(browser.run("return document.getElementById('tip').textContent;"));
    }

    // ---- colours of the reader's system

    @ParameterizedTest
    @CsvSource({"lab/, 1280, 800", "lab/, 390, 844", "build/, 1280, 800", ", 1280, 800"})
    void withForcedColoursEveryFocusHasALineAndEverySliderATrack(String where, int width, int height)
            throws IOException {
        browser.viewport(width, height);
        browser.forcedColours();
        visit(where == null ? "" : where);
        assertEquals(true, browser.run("return matchMedia('(forced-colors: active)').matches;"));
        int stops = 0;
        for (; stops < 80; stops++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            Object lacks = browser.run("""
                    const e = document.activeElement;
                    if (!e || e === document.body) return 'end';
                    const own = getComputedStyle(e);
                    const inner = e.id === 'gates' ? getComputedStyle(document.getElementById('gate-cell')) : own;
                    const seen = [own, inner].some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
                    return seen ? '' : (e.id || e.outerHTML.slice(0, 120));
                    """);
            if ("end".equals(lacks)) {
                break;
            }
            assertEquals("", lacks, "no line around it");
        }
        assertTrue(stops > 5, "stops: " + stops);
        browser.screenshot("forced-" + (where == null ? "home" : where.replace("/", "")) + "-" + width);
        Object paper = browser.run("""
                return [...document.querySelectorAll('canvas')].filter(c => c.checkVisibility())
                  .map(c => getComputedStyle(c).backgroundColor).filter(c => c === 'rgba(0, 0, 0, 0)').length;
                """);
        assertEquals(0L, paper, "a figure's inks are made for its own paper");
    }

    @Test
    void theMenusOfTheHeaderKeepTheirLastLetters() {
        for (int width : List.of(1024, 1280, 1366, 1920)) {
            browser.viewport(width, 744);
            page.open("scene=init-scale");
            Object cut = browser.run("""
                    return [...document.querySelectorAll('.bar .menu')].filter(m => m.checkVisibility()).filter(m => {
                      const s = m.querySelector('select').getBoundingClientRect(), box = m.getBoundingClientRect();
                      return s.right > box.right + 0.5;
                    }).map(m => m.id || m.className);
                    """);
            assertEquals(List.of(), cut, "cut without dots at " + width);
        }
    }

    @Test
    void aLongNameOfAnAssumptionEndsInDotsAndItsTitleHasTheWhole() {
        page.open("scene=hierarchy");
        browser.run("const li = document.querySelector('#assumptions li');"
                + "li.textContent = 'an assumption whose name is much longer than half of its column is wide';");
        assertEquals(
                "ellipsis",
                browser.run("return getComputedStyle(document.querySelector('#assumptions li')).textOverflow;"));
        assertNotEquals(
                "grid",
                browser.run("return getComputedStyle(document.querySelector('#assumptions li')).display;"),
                "a grid has no dots");
        assertNotEquals("", browser.run("return document.querySelector('#assumptions li').title;"));
    }
}
