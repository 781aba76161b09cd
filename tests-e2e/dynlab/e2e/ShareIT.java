package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The dialog that gives away what is shown. */
final class ShareIT {
    private static final String READY = "document.getElementById('share-dialog')?.open"
            + " && document.querySelector('#share-link .code')?.value.length > 0";

    private static Site site;
    private static Host host;
    private static Browser browser;
    private static LabPage page;

    @BeforeAll
    static void open() throws IOException {
        site = Site.open();
        host = new Host();
        browser = Browser.open();
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        page = new LabPage(browser, site);
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
        host.close();
        site.close();
    }

    @BeforeEach
    void standard() {
        browser.viewport(1280, 800);
        browser.media(false, false);
    }

    @AfterEach
    void theConsoleIsSilent() {
        // older browsers know only one of the two words for the whole screen, so what is pasted has both
        assertEquals(
                List.of(),
                browser.console().stream()
                        .filter(line -> !line.contains("Allow attribute will take precedence over 'allowfullscreen'"))
                        .toList());
        browser.run("localStorage.clear();");
    }

    private static void click(String selector) {
        browser.driver().findElement(By.cssSelector(selector)).click();
    }

    private static void share(String hash) {
        page.open(hash);
        browser.await("document.documentElement.dataset.digest");
        click("#share");
        browser.await(READY);
    }

    private static void embed(String hash) {
        share(hash);
        click("#share-tab-embed");
        browser.await("document.querySelector('#share-embed .code')?.value.length > 0");
    }

    private static String text(String tab) {
        return String.valueOf(browser.run("return document.querySelector('#share-" + tab + " .code').value;"));
    }

    private static void tick(String selector) {
        browser.run("document.querySelector(arguments[0]).click();", selector);
    }

    private static void choose(String id, String value) {
        new Select(browser.driver().findElement(By.id(id))).selectByValue(value);
    }

    /** Lets the page copy into a variable. */
    private static void clipboard() {
        browser.run("""
                window.copied = '';
                Object.defineProperty(navigator, 'clipboard',
                  {configurable: true, value: {writeText: text => { copied = text; return Promise.resolve(); }}});
                """);
    }

    // ---- the first page, eight steps, a page of somebody else

    @Test
    void fromTheFirstPageToAnEmbedWithAHiddenAndALockedControlInABlankPageAreEightSteps() {
        browser.visit(site.address(""));
        browser.await("document.documentElement.dataset.drawn");
        click("#open"); // 1
        page.rest();
        browser.await("document.documentElement.dataset.digest");
        click("#share"); // 2
        browser.await(READY);
        click("#share-tab-embed"); // 3
        browser.await("document.querySelector('#share-embed .code')?.value.length > 0");
        tick("[data-show=speed]"); // 4
        tick("[data-lock=gamma]"); // 5
        clipboard();
        click("#share-embed .primary"); // 6
        browser.await("copied");
        String pasted = String.valueOf(browser.run("return copied;"));
        browser.viewport(1100, 800);
        browser.visit(host.with(pasted)); // 7 and 8: pasted, and saved
        browser.driver().switchTo().frame(0);
        browser.await("document.documentElement.dataset.drawn === 'yes'");
        page.rest();
        assertEquals(false, browser.run("return document.getElementById('speed').checkVisibility();"), "hidden");
        click("#knobs-toggle");
        assertEquals(
                List.of(true, true),
                browser.run("const e = document.querySelector('[data-control=gamma]');"
                        + " return [e.checkVisibility(), e.inert];"),
                "in sight, and locked");
        browser.driver().switchTo().defaultContent();
    }

    // ---- link

    @Test
    void theLinkOpensTheSameRunAtTheSameStepAndChecksIt() {
        share("scene=shark&gamma=0.001&t=100");
        String link = text("link");
        assertTrue(link.startsWith(site.address("lab/#scene=shark&gamma=0.001&t=100")), link);
        String digest = page.data("digest");
        browser.visit(link);
        page.rest();
        browser.await("document.documentElement.dataset.verdict === 'same'");
        assertEquals(digest, page.data("digest"));
        assertEquals(100, page.step());
    }

    @Test
    void timeAndDigestCanStayBehind() {
        share("scene=shark&t=100");
        assertTrue(text("link").contains("t=100") && text("link").contains("digest="), text("link"));
        String code = String.valueOf(
                browser.run("return document.querySelector('#share-link .camera path').getAttribute('d');"));
        tick("#share-link .tick:nth-of-type(1) input");
        tick("#share-link .tick:nth-of-type(2) input");
        assertEquals(site.address("lab/#scene=shark"), text("link"));
        assertTrue(
                !code.equals(
                        browser.run("return document.querySelector('#share-link .camera path').getAttribute('d');")),
                "the code for cameras is that of the link");
    }

    @Test
    void whereTheClipboardIsDeniedTheLinkStandsSelected() {
        share("scene=shark");
        browser.run("Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});");
        click("#share-link .primary");
        browser.await("document.querySelector('#share-link .primary').textContent === 'Press Ctrl C'");
        assertEquals(
                true,
                browser.run(
                        "const f = document.activeElement;"
                                + " return f.matches('#share-link .code') && f.selectionStart === 0 && f.selectionEnd === f.value.length;"));
    }

    @Test
    void anExperimentFileGoesIntoItsLink() {
        browser.visit(site.address("build/"));
        browser.await("document.documentElement.dataset.digest");
        browser.run("document.getElementById('share').click();");
        browser.await("location.hash.startsWith('#x=')");
        String hash = page.hash();
        share(hash);
        assertTrue(text("link").startsWith(site.address("lab/#x=")), text("link"));
        String digest = page.data("digest");
        browser.visit(text("link"));
        page.rest();
        browser.await("document.documentElement.dataset.digest");
        assertEquals(digest, page.data("digest"));
    }

    // ---- embed

    @ParameterizedTest
    @ValueSource(strings = {"iframe", "dyn-lab", "myst", "jupyter", "quarto", "moodle", "canvas", "link"})
    void everyKindOfTextShowsTheFigureInAPageLikeTheHosts(String kind) {
        embed("scene=shark&t=100");
        tick("[data-show=speed]");
        choose("share-host", kind);
        String pasted = text("embed");
        browser.visit(host.with(rendered(kind, pasted)));
        if (kind.equals("link")) {
            click("a");
            page.rest();
            assertEquals(100, page.step());
            return;
        }
        if (kind.equals("dyn-lab")) {
            browser.await("document.querySelector('dyn-lab').shadowRoot?.querySelector('iframe.there')");
            browser.driver()
                    .switchTo()
                    .frame(browser.driver()
                            .findElement(By.cssSelector("dyn-lab"))
                            .getShadowRoot()
                            .findElement(By.cssSelector("iframe")));
        } else {
            browser.driver().switchTo().frame(0);
        }
        browser.await("document.documentElement.dataset.drawn === 'yes'");
        page.rest();
        assertEquals(100, page.step());
        assertEquals(false, browser.run("return document.getElementById('speed').checkVisibility();"));
        browser.driver().switchTo().defaultContent();
    }

    /** What the host makes of a text that is pasted into it. */
    private static String rendered(String kind, String text) {
        return switch (kind) {
            case "myst" -> {
                // the theme of MyST makes a frame of a directive: its argument is the address
                String address = text.lines().findFirst().orElseThrow().replace("```{iframe} ", "");
                assertTrue(text.contains("\n:width: 100%\n") && text.strip().endsWith("```"), text);
                yield "<figure><iframe src='" + address + "' style='width:100%;height:450px'></iframe></figure>";
            }
            case "jupyter" -> {
                // IPython.display.IFrame writes this element
                String address = text.replaceAll("(?s).*IFrame\\(['\"]([^'\"]*)['\"].*", "$1");
                yield "<iframe width='100%' height='450' src='" + address
                        + "' frameborder='0' allowfullscreen></iframe>";
            }
            case "quarto" -> {
                assertTrue(text.startsWith("```{=html}\n") && text.endsWith("\n```\n"), text);
                yield text.replace("```{=html}\n", "").replace("\n```\n", "");
            }
            case "link" -> {
                assertTrue(text.matches("\\[[^\\]]+]\\([^)]+\\)\\n"), text);
                yield "<a href='" + text.replaceAll(".*\\]\\(([^)]*)\\)\\n", "$1") + "'>open</a>";
            }
            default -> text;
        };
    }

    @Test
    void thePreviewIsTheFigureAtItsTrueSizeAndFollowsTheBoxes() {
        embed("scene=shark&t=100");
        choose("share-size", "600x400");
        assertEquals(
                List.of(600L, 400L),
                browser.run("const f = document.getElementById('share-preview');"
                        + " return [f.clientWidth, f.clientHeight];"));
        String frame = "document.getElementById('share-preview').contentDocument";
        browser.await(frame + "?.documentElement.dataset.drawn === 'yes'");
        browser.await(frame + ".getElementById('speed').checkVisibility()");
        tick("[data-show=speed]");
        browser.await("!" + frame + ".getElementById('speed').checkVisibility()");
        tick("[data-lock=play]");
        browser.await(frame + ".getElementById('play').inert");
        choose("share-theme", "dark");
        browser.await(frame + ".documentElement.dataset.theme === 'dark'");
        assertTrue(text("embed").contains("hide=speed&amp;lock=play"), text("embed"));
        assertEquals(
                site.address("lab/#scene=shark&t=100"),
                browser.run("return location.href;").toString().replaceAll("&digest.*", ""));
    }

    // ---- the dialog

    @ParameterizedTest
    @CsvSource({
        "light, 1280, 800",
        "dark, 1280, 800",
        "projector, 1280, 800",
        "light, 390, 844",
        "dark, 390, 844",
        "light, 320, 568"
    })
    void itFitsAndIsAccessibleInEveryTheme(String theme, int width, int height) throws IOException {
        browser.viewport(width, height);
        page.open("scene=shark&t=100&theme=" + theme);
        browser.await("document.documentElement.dataset.digest");
        if (width < 641) {
            click("#theme");
            click("#view-menu [data-act=share]");
        } else {
            click("#share");
        }
        browser.await(READY);
        for (String tab : List.of("link", "embed")) {
            click("#share-tab-" + tab);
            browser.await("document.querySelector('#share-" + tab + " .code')?.value.length > 0");
            browser.screenshot("share-" + tab + "-" + theme + "-" + width);
            assertEquals(List.of(), Axe.violations(browser), tab);
            assertEquals(List.of(), browser.run("""
                    const wrong = [], dialog = document.getElementById('share-dialog');
                    for (const e of dialog.querySelectorAll('button, input, select, textarea, h2, h3, label')) {
                      const box = e.getBoundingClientRect();
                      if (e.checkVisibility() && box.width > 1 && (box.left < 0 || box.right > innerWidth + 0.5)) wrong.push(e.outerHTML.slice(0, 80));
                    }
                    const box = dialog.getBoundingClientRect();
                    if (box.top < 0 || box.bottom > innerHeight + 0.5) wrong.push('higher than the window');
                    return wrong;
                    """));
        }
        click("#share-dialog .icon");
        assertEquals(
                width < 641 ? "theme" : "share",
                browser.run("return document.activeElement.id;"),
                "the focus is where it was");
    }

    @Test
    void itsTabsAnswerToTheArrowsAndEscapeClosesIt() {
        page.open("scene=shark");
        browser.await("document.documentElement.dataset.digest");
        browser.driver().findElement(By.id("share")).sendKeys(Keys.ENTER);
        browser.await(READY);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        assertEquals("share-tab-embed", browser.run("return document.activeElement.id;"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT, Keys.END);
        browser.driver().switchTo().activeElement().sendKeys(Keys.HOME);
        assertEquals("share-tab-link", browser.run("return document.activeElement.id;"));
        assertEquals(
                1L,
                browser.run("return document.querySelectorAll('#share-dialog [role=tabpanel]:not([hidden])').length;"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.await("!document.getElementById('share-dialog')");
        assertEquals("share", browser.run("return document.activeElement.id;"));
    }
}
