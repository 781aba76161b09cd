package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.command.PackedFile;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.TrajectoryCodec;
import dynlab.export.Blueprint;
import dynlab.export.Comparison;
import dynlab.export.Kind;
import dynlab.export.Language;
import dynlab.export.Picture;
import dynlab.export.Rerun;
import dynlab.export.Taken;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.task.DataFiles;
import dynlab.view.pen.Palette;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The dialog that gives away what is shown. */
final class ShareIT extends OpenHost {
    private static final String READY = "document.getElementById('share-dialog')?.open"
            + " && document.querySelector('#share-link .code')?.value.length > 0";

    private static final Decimals DECIMALS = new ExactDecimals();
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** Weights in one direction: the other mode waits for rounding. */
    private static final String SADDLE = """
            {"format": "dynlab-experiment/1",
             "graph": {"nodes": [{"id": "x", "role": "input", "width": 2}, {"id": "h", "role": "hidden", "width": 2},
                                 {"id": "y", "role": "output", "width": 2}],
                       "edges": [{"id": "W1", "source": "x", "target": "h"}, {"id": "W2", "source": "h", "target": "y"}]},
             "contexts": [{"x": {"x": [[1, 0], [0, 1]]}, "y": {"y": [[1.72, 0.96], [0.96, 2.28]]}}],
             "initial_weights": {"W1": [[0.036, 0.048], [0.048, 0.064]], "W2": [[0.036, 0.048], [0.048, 0.064]]},
             "training": {"dt": 0.05, "tau": 1, "steps": 2000}}
            """;

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

    /** Promise 12 to embedders. */
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

    /** Promise 1 to embedders. */
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

    @Test
    void oneBoxPutsTheQuestionOverThePlotsAndOneCoversWhatComesAfterTheCursor() {
        embed("scene=shark&t=100");
        choose("share-size", "1024x640");
        String frame = "document.getElementById('share-preview').contentDocument";
        browser.await(frame + "?.documentElement.dataset.digest");
        String covered = frame + ".getElementById('lab').hasAttribute('data-covered')";
        String asked = frame + ".getElementById('lesson').checkVisibility()";
        assertEquals(List.of(false, false), browser.run("return [" + covered + ", " + asked + "];"));
        tick("[data-look=lesson]");
        browser.await(asked + " && !" + covered);
        assertTrue(text("embed").contains("&amp;lesson=1\""), text("embed"));
        tick("[data-look=hide-future]");
        browser.await(covered + " && " + asked);
        String pasted = text("embed");
        assertTrue(pasted.contains("&amp;hide-future=1") && pasted.contains("&amp;lesson=1"), pasted);
        tick("[data-look=lesson]");
        browser.await(covered + " && !" + asked);
        assertFalse(text("embed").contains("lesson"), text("embed"));
        browser.viewport(1100, 800);
        browser.visit(host.with(pasted));
        browser.driver().switchTo().frame(0);
        browser.await("document.documentElement.dataset.digest");
        assertEquals(
                List.of(true, true),
                browser.run("return [document.getElementById('lab').hasAttribute('data-covered'),"
                        + " document.getElementById('lesson').checkVisibility()];"));
        assertEquals(100, page.step());
        browser.driver().switchTo().defaultContent();
    }

    // ---- pictures, numbers, programs, citations: what the command line makes

    private static void open(String tab, String hash) {
        share(hash);
        click("#share-tab-" + tab);
    }

    /** The picture of the main view in light, as the command line draws it of the same link. */
    private static String drawn() {
        return Picture.of(Taken.of(query(), DECIMALS), Optional.empty()).svg(Palette.LIGHT, 720, 360);
    }

    private static String query() {
        return text("link").replaceAll("^[^#]*#", "");
    }

    private static String shown() {
        browser.await("document.querySelector('#share-picture img')?.dataset.svg", 60);
        return String.valueOf(browser.run("return document.querySelector('#share-picture img').dataset.svg;"));
    }

    /** What the page gives to be saved next. */
    private static void catchFiles() {
        browser.run("""
                window.saved = '';
                URL.createObjectURL = blob => {
                  const reader = new FileReader();
                  reader.onload = () => { window.saved = reader.result; };
                  reader.readAsDataURL(blob);
                  return 'data:,';
                };
                HTMLAnchorElement.prototype.click = function() { window.savedAs = this.download; };
                """);
    }

    private static byte[] saved() {
        browser.await("window.saved");
        String url = String.valueOf(browser.run("const all = window.saved; window.saved = ''; return all;"));
        return Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    }

    @Test
    void theFigureIsSavedAsOneFile() throws IOException {
        share("scene=hierarchy&gamma=0.002");
        click("#share-tab-file");
        catchFiles();
        click("#share-file button");
        String text = new String(saved(), StandardCharsets.UTF_8);
        assertEquals("dynlab-hierarchy.html", browser.run("return window.savedAs;"));
        assertTrue(text.startsWith("<!doctype html>") && text.contains("lab/#scene=hierarchy"), text.substring(0, 400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scene=shark&t=100", "scene=contexts&epochs=300", "scene=digits&t=10"})
    void aPictureHasTheElementsAndWordsOfTheCommandLines(String hash) {
        open("picture", hash);
        String here = shown();
        for (String name : Address.parse(query(), DECIMALS).scene().data()) {
            DataFiles.give(name, data(name));
        }
        String there = drawn();
        assertEquals(shape(there), shape(here), "elements and words");
        Matcher a = NUMBER.matcher(here);
        Matcher b = NUMBER.matcher(there);
        int numbers = 0;
        while (a.find() && b.find()) {
            assertEquals(Double.parseDouble(b.group()), Double.parseDouble(a.group()), 0.1, "a coordinate");
            numbers++;
        }
        assertTrue(numbers > 100, numbers + " coordinates");
    }

    private static String data(String name) {
        try {
            return Files.readString(Path.of("src/main/resources/data", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shape(String svg) {
        return NUMBER.matcher(svg).replaceAll("0");
    }

    @Test
    void pixelsAreThoseOfTheLinesOnAScreen() throws IOException {
        open("picture", "scene=shark&t=100");
        String svg = shown();
        catchFiles();
        for (int scale : new int[] {1, 2, 4}) {
            click("[data-scale='" + scale + "']");
            BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(saved()));
            assertEquals(720 * scale, pixels.getWidth());
            if (scale == 1) {
                browser.viewport(pixels.getWidth(), pixels.getHeight());
                browser.visit(host.with(svg.replaceFirst("<svg ", "<svg style='display:block' ")));
                BufferedImage screen =
                        ImageIO.read(browser.screenshot("share-svg").toFile());
                assertTrue(differing(pixels, screen) < 0.01, differing(pixels, screen) + " of the pixels differ");
                open("picture", "scene=shark&t=100");
                shown();
                catchFiles();
            }
        }
    }

    private static double differing(BufferedImage a, BufferedImage b) {
        assertEquals(a.getWidth(), b.getWidth());
        assertEquals(a.getHeight(), b.getHeight());
        int differ = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                int far = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    far = Math.max(far, Math.abs((p >> shift & 255) - (q >> shift & 255)));
                }
                differ += far > 24 ? 1 : 0;
            }
        }
        return differ / (double) (a.getWidth() * a.getHeight());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "experiment"})
    void filesOfNumbersAreTheCommandLinesToTheLastLetter(String kind) {
        open("numbers", "scene=shark&t=100&epochs=60");
        browser.await("document.querySelector('#share-numbers .code')?.value.length > 0");
        String rows = text("numbers");
        catchFiles();
        click("[data-save=" + kind + "]");
        String here = new String(saved(), StandardCharsets.UTF_8);
        assertEquals(Kind.of(kind).orElseThrow().write(Taken.of(query(), DECIMALS), DECIMALS), here);
        if (kind.equals("csv")) {
            assertTrue(here.startsWith(rows.substring(0, rows.indexOf('…'))), rows);
            assertEquals("dynlab-shark.csv", browser.run("return window.savedAs;"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy", "pytorch", "java", "notebook"})
    void programsAreTheCommandLines(String language) {
        open("code", "scene=shark&t=100&epochs=60");
        browser.await("document.querySelector('#share-code .program:not([hidden]) .code')?.value.length > 0");
        browser.run("document.querySelector('#share-code .code').value = '';");
        click("#share-code .seg [value=" + language + "]");
        browser.await("document.querySelector('#share-code .program:not([hidden]) .code')?.value.length > 0");
        assertEquals(
                Language.of(language)
                        .orElseThrow()
                        .write(Blueprint.of(Taken.of(query(), DECIMALS).experiment(), query()), DECIMALS),
                text("code"));
        assertTrue(promise().contains("stops with an error"), promise());
    }

    private static String promise() {
        return String.valueOf(browser.run("return document.querySelector('#share-code .program p').textContent;"));
    }

    @Test
    void aRunThatRestsOnASaddleSaysSo() {
        open("code", "x=" + PackedFile.pack(SADDLE));
        browser.await("document.querySelector('#share-code .program:not([hidden]) .code')?.value.length > 0");
        int until = Rerun.of(ExperimentCodec.read(SADDLE, DECIMALS)).trusted();
        assertTrue(promise().contains("before step " + until + ".") && promise().contains("saddle"), promise());
    }

    @Test
    void aCitationNamesThePaperAndTheRunAndAReportAllThatIsNeededToSeeTheSame() {
        open("cite", "scene=shark&t=100");
        browser.await("document.querySelectorAll('#share-cite .code')[0]?.value.length > 0");
        assertEquals(Kind.BIBTEX.write(Taken.of(query(), DECIMALS), DECIMALS), text("cite"));
        String report = String.valueOf(browser.run("return document.querySelectorAll('#share-cite .code')[1].value;"));
        assertTrue(report.contains(text("link")), report);
        assertTrue(report.contains(page.data("digest")), report);
        assertTrue(report.contains("Chrom"), report);
        assertTrue(report.contains(TrajectoryCodec.ENGINE), report);
    }

    // ---- several runs

    @Test
    void runsArePinnedOneThingIsChangedAndTheLinkHasThemAll() throws IOException {
        open("compare", "scene=shark&t=100");
        click("#share-compare .primary");
        browser.await("document.querySelectorAll('#share-compare .pins li').length === 1");
        choose("share-knob", "gamma");
        browser.driver()
                .findElement(By.cssSelector("#share-compare input.number"))
                .sendKeys("nonsense");
        click("#share-compare .btn.line");
        browser.await("document.getElementById('share-wrong').textContent.includes('expects')");
        browser.run("document.querySelector('#share-compare input.number').value = '0.001';");
        click("#share-compare .btn.line");
        String made = "document.querySelector('#share-compare img')?.dataset.svg"
                + " && !document.querySelector('#share-compare [data-busy]')";
        browser.await(made);
        Comparison there = Comparison.of(
                List.of(Taken.of("scene=shark", DECIMALS), Taken.of("scene=shark&gamma=0.001", DECIMALS)));
        String said = String.valueOf(browser.run("return document.getElementById('share-compare').textContent;"));
        assertTrue(said.contains(there.differs()), said);
        assertTrue(said.contains(String.join(" ", there.parts())), said);
        browser.screenshot("share-compare");
        assertEquals(List.of(), Axe.violations(browser));
        String link = text("compare");
        browser.run("localStorage.clear();");
        browser.visit(link);
        browser.await(made);
        assertEquals(2L, browser.run("return document.querySelectorAll('#share-compare .pins li').length;"));
        assertEquals("0", browser.run("return String(document.querySelectorAll('#notices .bad').length);"));
    }

    @Test
    void aRunIsPinnedFromTheHeaderAndTheNextOneStandsBesideIt() {
        String pins = "document.querySelectorAll('#share-compare .pins li').length";
        String header = ".bar > [data-act=pin]";
        page.open("scene=shark&t=100");
        browser.await("document.documentElement.dataset.digest");
        click(header);
        browser.await(pins + " === 1");
        assertEquals(
                "true",
                browser.run("return document.getElementById('share-tab-compare').getAttribute('aria-selected');"));
        // the same run again is the same pin
        click("#share-dialog .icon");
        click(header);
        browser.await(pins + " === 1");
        click("#share-dialog .icon");
        String digest = page.data("digest");
        page.go("scene=shark&gamma=0.01&t=100");
        browser.await("document.documentElement.dataset.digest && document.documentElement.dataset.digest !== '"
                + digest + "'");
        page.rest();
        click(header);
        browser.await(pins + " === 2");
        browser.await("document.querySelector('#share-compare img')?.dataset.svg"
                + " && !document.querySelector('#share-compare [data-busy]')");
        Comparison there =
                Comparison.of(List.of(Taken.of("scene=shark", DECIMALS), Taken.of("scene=shark&gamma=0.01", DECIMALS)));
        String said = String.valueOf(browser.run("return document.getElementById('share-compare').textContent;"));
        assertTrue(said.contains(there.differs()), said);
        // where the header is too narrow for it, the menu of the view has it
        browser.viewport(390, 844);
        click("#share-dialog .icon");
        click("#theme");
        click("#view-menu [data-act=pin]");
        browser.await(pins + " === 2");
    }

    // ---- the other pages

    @Test
    void theFirstPageSharesWhatItShows() throws IOException {
        browser.visit(site.address(""));
        browser.await("document.documentElement.dataset.digest");
        click("[data-act=share]");
        browser.await(READY);
        assertTrue(text("link").startsWith(site.address("lab/#scene=shark&t=")), text("link"));
        assertEquals(List.of(), Axe.violations(browser));
        click("#share-tab-embed");
        browser.await(
                "document.getElementById('share-preview')?.contentDocument?.documentElement.dataset.drawn === 'yes'");
    }

    @Test
    void theBoardSharesItsDrawingAndTheFigureOfItsRun() throws IOException {
        browser.visit(site.address("build/"));
        browser.await("document.documentElement.dataset.digest");
        String digest = page.data("digest");
        click("#share");
        browser.await(READY);
        assertTrue(text("link").startsWith(site.address("build/#x=")), text("link"));
        assertEquals(List.of(), Axe.violations(browser));
        click("#share-tab-embed");
        String frame = "document.getElementById('share-preview')?.contentDocument?.documentElement.dataset";
        browser.await(frame + "?.digest");
        assertEquals(digest, browser.run("return " + frame + ".digest;"));
        browser.screenshot("share-build");
        String link = text("link");
        browser.visit(link);
        browser.await("document.documentElement.dataset.digest");
        assertEquals(digest, page.data("digest"));
    }

    @Test
    void aDrawingThatIsNoExperimentYetHasALinkAndSaysWhyNothingElse() {
        browser.visit(site.address("build/"));
        browser.await("document.documentElement.dataset.digest");
        browser.run(
                "dispatchEvent(new CustomEvent('dynlab-share', {detail: [arguments[0], '{}']}));",
                site.address("build/#x=abc"));
        browser.await(READY);
        assertEquals(1L, browser.run("return document.querySelectorAll('#share-dialog [role=tab]').length;"));
        assertTrue(text("link").startsWith(site.address("build/#x=")), text("link"));
        String says = String.valueOf(browser.run("return document.getElementById('share-link').textContent;"));
        assertTrue(says.contains("There is no run yet"), says);
    }

    @Test
    void aFigureInSomebodysPageIsTakenAlongWithoutWhatItsHostHides() throws IOException {
        browser.visit(host.with("<iframe src='" + site.address("v1/embed/?scene=shark&t=100&hide=speed&lock=gamma")
                + "' style='width:750px;height:450px;border:0'></iframe>"));
        browser.driver().switchTo().frame(0);
        browser.await("document.documentElement.dataset.digest");
        click("#share");
        browser.await(READY);
        assertTrue(text("link").startsWith(site.address("lab/#scene=shark&t=100&digest=")), text("link"));
        assertEquals(List.of(), Axe.violations(browser));
        browser.driver().switchTo().defaultContent();
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
        for (String tab : List.of("link", "embed", "picture", "numbers", "code", "cite", "compare")) {
            click("#share-tab-" + tab);
            browser.await("[...document.querySelectorAll('#share-" + tab
                    + " .code')].every(e => !e.checkVisibility() || e.value.length > 0)"
                    + " && !document.querySelector('#share-" + tab + " [data-busy]')");
            browser.screenshot("share-" + tab + "-" + theme + "-" + width);
            assertEquals(List.of(), Axe.violations(browser), tab);
            assertEquals(List.of(), browser.run("""
                    const wrong = [], dialog = document.getElementById('share-dialog');
                    for (const e of dialog.querySelectorAll('button:not([role=tab]), input, select, textarea, h2, h3, label')) {
                      const box = e.getBoundingClientRect();
                      if (e.checkVisibility() && box.width > 1 && (box.left < 0 || box.right > innerWidth + 0.5)) wrong.push(e.outerHTML.slice(0, 80));
                    }
                    const box = dialog.getBoundingClientRect();
                    if (box.top < 0 || box.bottom > innerHeight + 0.5) wrong.push('higher than the window');
                    return wrong;
                    """));
        }
        click("#share-dialog .icon");
        // the focus is where it was
        browser.await("document.activeElement.id === '" + (width < 641 ? "theme" : "share") + "'");
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "390, 844"})
    void inALongerWordingNothingOfItIsCut(int width, int height) {
        browser.viewport(width, height);
        page.open("scene=shark&t=100");
        browser.await("document.documentElement.dataset.digest");
        browser.run("document.querySelector('[data-act=share]').click();");
        browser.await(READY);
        List<String> wrong = new ArrayList<>();
        for (String tab : List.of("link", "embed", "picture", "file", "numbers", "code", "cite", "compare")) {
            browser.run("document.getElementById(arguments[0]).click();", "share-tab-" + tab);
            browser.await("!document.querySelector('#share-" + tab + " [data-busy]')");
            browser.run(SizesIT.LONGER);
            SizesIT.found(SizesIT.CUT
                            .replace("#lab *, .home *, .build *", "#share-dialog *")
                            .replace("'dialog, [hidden]", "'[hidden]"))
                    .forEach(words -> wrong.add(tab + ": " + words));
            SizesIT.found("""
                    const dialog = document.getElementById('share-dialog'), wrong = [];
                    for (const at of [dialog, ...dialog.querySelectorAll('*')]) {
                      const s = getComputedStyle(at);
                      if (at.checkVisibility() && !at.matches('textarea, input, pre, iframe, [role=tablist], .embed-room') && at.clientWidth > 1
                          && /auto|scroll/.test(s.overflowX) && at.scrollWidth > at.clientWidth + 1)
                        wrong.push('scrolls sideways: ' + at.tagName + ' ' + (at.id || at.className));
                    }
                    const box = dialog.getBoundingClientRect();
                    if (box.left < 0 || box.right > innerWidth + 0.5 || box.top < 0 || box.bottom > innerHeight + 0.5) wrong.push('beyond the window');
                    return wrong;
                    """).forEach(words -> wrong.add(tab + ": " + words));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void itsTabsAnswerToTheArrowsAndEscapeClosesIt() {
        page.open("scene=shark");
        browser.await("document.documentElement.dataset.digest");
        browser.driver().findElement(By.id("share")).sendKeys(Keys.ENTER);
        browser.await(READY);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        assertEquals("share-tab-embed", browser.run("return document.activeElement.id;"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.END);
        assertEquals("share-tab-compare", browser.run("return document.activeElement.id;"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.HOME);
        assertEquals("share-tab-link", browser.run("return document.activeElement.id;"));
        assertEquals(
                1L,
                browser.run("return document.querySelectorAll('#share-dialog [role=tabpanel]:not([hidden])').length;"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.await("!document.getElementById('share-dialog')");
        browser.await("document.activeElement.id === 'share'");
        click("#share");
        browser.await(READY);
    }
}
