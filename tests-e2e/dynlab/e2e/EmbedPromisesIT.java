package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dynlab.scene.Scenes;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * What docs/hosting.md promises of an embed, where {@link EmbedIT} does not hold it: each test names the number of its
 * promise.
 */
final class EmbedPromisesIT extends OpenHost {
    private static final String DRAWN = "document.documentElement.dataset.drawn === 'yes'";
    private static final String LABEL = "document.getElementById('dynamics').getAttribute('aria-label')";
    private static final String DIGEST = "document.documentElement.dataset.digest";

    /** Words that course pages have in their {@code hide=} and {@code lock=}: none is ever taken away. */
    private static final List<String> CONTROLS = List.of(
            "scene",
            "preset",
            "knobs",
            "file",
            "share",
            "theme",
            "help",
            "edit",
            "reading",
            "question",
            "guess",
            "layer",
            "narrator",
            "theory",
            "play",
            "step",
            "speed",
            "time",
            "open",
            "compare",
            "gamma",
            "rate");

    @BeforeEach
    void standard() {
        browser.viewport(1100, 800);
        browser.media(false, false);
    }

    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.errors());
    }

    /** Opens an embed as a page of its own. */
    private static void alone(String query) {
        browser.visit(src(query));
        browser.await(DRAWN);
        page.rest();
    }

    private static String label(String id) {
        return String.valueOf(
                browser.run("return document.getElementById(arguments[0]).getAttribute('aria-label');", id));
    }

    /** Promise 4 to embedders. */
    @Test
    void theElementReservesItsRoomLoadsNearTheWindowAndFollowsTheThemeOfItsPage() {
        browser.viewport(800, 600);
        browser.visit(
                host.with("<p style='height:3000px;margin:0'></p><dyn-lab scene=hierarchy t=40 style='width:600px'>"
                        + "<b>A tree is learned in stages.</b></dyn-lab><p id=after>after</p><script src='"
                        + site.address("dyn-lab.js") + "'></script>"));
        String frame = "document.querySelector('dyn-lab').shadowRoot.querySelector('iframe')";
        assertEquals(
                List.of(360L, true, "visible"),
                browser.run("const lab = document.querySelector('dyn-lab');"
                        + " return [lab.offsetHeight, " + frame
                        + " === null, getComputedStyle(lab.querySelector('b')).visibility];"));
        Object top = browser.run("return document.getElementById('after').offsetTop;");
        browser.run("document.documentElement.dataset.theme = 'dark'; window.scrollTo(0, 2700);");
        browser.await(frame + "?.matches('.there')");
        assertEquals(
                List.of(top, "hidden"),
                browser.run("return [document.getElementById('after').offsetTop,"
                        + " getComputedStyle(document.querySelector('dyn-lab b')).visibility];"),
                "what stood there gives way, and the page does not jump");
        for (String theme : List.of("dark", "projector", "light")) {
            browser.run("document.documentElement.dataset.theme = arguments[0];", theme);
            browser.driver()
                    .switchTo()
                    .frame(browser.driver()
                            .findElement(By.cssSelector("dyn-lab"))
                            .getShadowRoot()
                            .findElement(By.cssSelector("iframe")));
            browser.await("document.documentElement.dataset.theme === '" + theme + "'");
            browser.driver().switchTo().defaultContent();
        }
    }

    /** Promise 5 to embedders. */
    @ParameterizedTest
    @CsvSource({"'', false, false", "&autoplay=1, true, false", "&autoplay=1, false, true"})
    void itOpensOnAFinishedRunThatStandsAndPlaysByItselfOnlyWhereMotionIsWanted(
            String more, boolean still, boolean plays) {
        browser.media(false, still);
        browser.visit(src("scene=shark&t=100" + more));
        browser.await(DRAWN);
        if (plays) {
            browser.await("document.getElementById('play').getAttribute('aria-label') === 'Pause'");
            browser.await("Number(document.getElementById('scrubber').getAttribute('aria-valuenow')) > 102");
            return;
        }
        assertNotEquals("", browser.run("return document.getElementById('because').textContent;"), "an empty plot");
        page.rest();
        browser.await(DIGEST);
        page.pixels("dynamics");
        assertEquals("Play", label("play"));
        assertEquals(100, page.step());
        assertNotEquals("0", browser.run("return document.getElementById('scrubber').getAttribute('aria-valuemax');"));
    }

    /** Promise 8 to embedders. */
    @Test
    void nothingComesFromAnotherHostAndNoCookieIsSet() {
        for (String scene : List.of("shark", "xor")) {
            alone("scene=" + scene);
            browser.await(DIGEST);
            assertEquals(
                    List.of(),
                    browser.run("return performance.getEntriesByType('resource').map(one => one.name)"
                            + ".filter(name => !name.startsWith(location.origin + '/'));"));
            assertTrue(
                    ((Number) browser.run("return performance.getEntriesByType('resource').length;")).intValue() > 5);
            assertTrue(browser.driver().manage().getCookies().isEmpty());
        }
    }

    /** Promise 9 to embedders. */
    @Test
    void underScriptsOfItsOwnHostAloneAndTheHostsLineOfTheDocumentItRuns() throws IOException {
        String written = Files.readString(Path.of("docs/hosting.md"));
        String line = written.lines()
                .map(String::strip)
                .filter(each -> each.startsWith("frame-src "))
                .findFirst()
                .orElseThrow();
        String policy = "default-src 'self'; img-src 'self' data:";
        try (Site strict = Site.open(setup -> setup.withHeader("Content-Security-Policy", policy))) {
            String origin = strict.address("").replaceAll("/$", "");
            browser.visit(host.under(line.replace("https://example.org", origin) + "; script-src 'none'")
                    .with("<iframe src='" + strict.address("v1/embed/?scene=shark&epochs=60")
                            + "' style='width:600px;height:400px'></iframe>"));
            browser.driver().switchTo().frame(0);
            browser.await(DIGEST);
            assertEquals(
                    List.of("js", false, "undefined"),
                    browser.run("return [document.documentElement.dataset.worker, crossOriginIsolated,"
                            + " typeof SharedArrayBuffer];"));
            browser.driver().switchTo().defaultContent();
        } finally {
            host.under("");
        }
        browser.visit("about:blank");
    }

    /** Promise 10 to embedders. */
    @ParameterizedTest
    @CsvSource({"600, 400, shark", "343, 206, shark", "750, 450, contexts"})
    void onPaperItIsLinesAndWordsWithItsLinkAndACodeThatACameraReads(int width, int height, String scene)
            throws Exception {
        browser.visit(host.with("<iframe src='" + src("scene=" + scene + "&t=100&theme=dark")
                + "' style='width:%dpx;height:%dpx;border:0'></iframe>".formatted(width, height)));
        browser.driver().switchTo().frame(0);
        browser.await(DIGEST + " && globalThis.dynlabCode && globalThis.dynlabVector");
        browser.driver().switchTo().defaultContent();
        String pdf = pdf("embed-paper-" + scene + "-" + width);
        assertFalse(pdf.contains("/Subtype /Image"), "a figure is a picture of pixels");
        assertTrue(pdf.contains("/Font"), "words are words");
        // the same as a page of its own, to look at
        browser.visit(src("scene=" + scene + "&t=100"));
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 4, "mobile", false));
        browser.await(DIGEST + " && globalThis.dynlabCode && globalThis.dynlabVector");
        String said = String.valueOf(browser.run("return document.getElementById('because').textContent;"));
        browser.run("dispatchEvent(new Event('beforeprint'));");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        Path shot = browser.screenshot("embed-paper-" + scene + "-" + width);
        String words = String.valueOf(browser.run("return document.getElementById('paper').textContent;"));
        assertTrue(words.contains(said), words);
        assertTrue(words.contains(page.data("digest").replace("d1-", "").substring(0, 8)), words);
        String link = read(ImageIO.read(shot.toFile()), Map.of());
        assertTrue(link.startsWith(site.address("lab/#scene=" + scene + "&t=100")), link);
        assertTrue(words.contains(link), words);
        // the smallest figure has its free band above the window
        assertEquals(
                List.of(),
                browser.run("return [...document.querySelectorAll('#paper > *, #paper .camera-code')]"
                        + ".map(e => [e, e.getBoundingClientRect()])"
                        + ".filter(([e, b]) => b.left < 0 || b.top < (e.matches('[data-tiny] > svg') ? -28.5 : 0) || b.right > innerWidth + 0.5 || b.bottom > innerHeight + 0.5)"
                        + ".map(([e]) => e.tagName);"));
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    private static String pdf(String name) throws IOException {
        Object data = browser.driver()
                .executeCdpCommand("Page.printToPDF", Map.of("printBackground", true))
                .get("data");
        byte[] pdf = Base64.getDecoder().decode(String.valueOf(data));
        Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots", "target/screenshots")));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    /** What a reader of another maker finds in a picture: as a camera does, it looks from more than one distance. */
    private static String read(BufferedImage picture, Map<DecodeHintType, Boolean> hints) throws ReaderException {
        ReaderException why = null;
        for (double scale : new double[] {1, 0.75, 0.5}) {
            LuminanceSource light = light(picture, scale);
            for (Binarizer levels : List.of(new HybridBinarizer(light), new GlobalHistogramBinarizer(light))) {
                try {
                    return new QRCodeReader()
                            .decode(new BinaryBitmap(levels), hints)
                            .getText();
                } catch (ReaderException e) {
                    why = e;
                }
            }
        }
        throw why;
    }

    private static LuminanceSource light(BufferedImage picture, double scale) {
        int width = (int) (scale * picture.getWidth());
        int height = (int) (scale * picture.getHeight());
        BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = seen.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return new RGBLuminanceSource(width, height, seen.getRGB(0, 0, width, height, null, 0, width));
    }

    /** Promise 10 to embedders: links of every length that has a code. */
    @Test
    void aReaderFindsEveryLinkInItsCode() throws Exception {
        alone("scene=shark");
        browser.await("globalThis.dynlabCode");
        for (int length = 20; length <= 1000; length += length < 300 ? 31 : 97) {
            String link = "https://example.org/#x=" + "aB3-_%zQ".repeat(length / 8 + 1);
            link = link.substring(0, length);
            assertEquals(link, read(square(link), Map.of(DecodeHintType.PURE_BARCODE, true)), "of " + length);
        }
        assertEquals(true, browser.run("return dynlabCode('a'.repeat(1001)) === null;"), "no phone would read it");
    }

    /** The code of a link, four pixels a cell, drawn by the browser. */
    private static BufferedImage square(String link) throws IOException {
        String url = String.valueOf(browser.run("""
                const {side, path} = dynlabCode(arguments[0]);
                const canvas = Object.assign(document.createElement('canvas'), {width: 4 * side, height: 4 * side});
                const context = canvas.getContext('2d');
                context.fillStyle = '#fff';
                context.fillRect(0, 0, canvas.width, canvas.height);
                context.fillStyle = '#000';
                context.scale(4, 4);
                context.fill(new Path2D(path));
                return canvas.toDataURL();
                """, link));
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1))));
    }

    /** Promise 11 to embedders. */
    @Test
    void everyThemeIsThatOfItsWordAndWhatCannotBeUsedIsSaidBesideTheControls() {
        browser.media(true, false);
        String ground = "return getComputedStyle(document.documentElement).backgroundColor;";
        List<Object> grounds = new ArrayList<>();
        for (String theme : List.of("dark", "light", "projector", "auto")) {
            alone("scene=shark&theme=" + theme);
            grounds.add(browser.run(ground));
        }
        assertEquals(grounds.get(0), grounds.get(3), "as the system");
        assertNotEquals(grounds.get(0), grounds.get(1));
        assertNotEquals(grounds.get(0), grounds.get(2));
        browser.viewport(600, 400);
        alone("scene=shark&gamma=many&colour=red");
        String said = String.valueOf(browser.run("return document.getElementById('notices').textContent;"));
        assertTrue(said.contains("many") && said.contains("colour"), said);
        assertEquals(List.of(), browser.run("""
                return ['play', 'scrubber', 'open'].filter(id => {
                  const e = document.getElementById(id), box = e.getBoundingClientRect();
                  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                  return !e.contains(top) && !top?.closest('#marks');
                });
                """), "covered by the note");
        int step = page.step();
        browser.driver().findElement(By.id("scrubber")).sendKeys(Keys.ARROW_LEFT);
        page.awaitStep(step - 1);
    }

    /** Promises 11 and 13 to embedders: in a few addresses every control is hidden while any other is locked. */
    @Test
    void anyTwoControlsOneHiddenAndOneLockedAreJustThat() {
        alone("scene=hierarchy");
        browser.await(DIGEST);
        assertEquals(List.of(), browser.driver().executeAsyncScript("""
                const [controls, done] = arguments;
                const of = word => [...document.querySelectorAll(`[data-control=${word}]`)];
                const shown = new Map(controls.map(word => [word, of(word).map(e => e.checkVisibility())]));
                // nothing is opened or saved in an embed
                const wrong = controls.filter(word => of(word).length === 0 && word !== 'file').map(word => word + ' is gone for ever');
                // two words differ in some digit: there one is hidden and the other locked, and once the other way round
                const splits = [];
                for (let bit = 0; 1 << bit < controls.length; bit++) {
                  const one = controls.filter((_, k) => (k >> bit) & 1), other = controls.filter(word => !one.includes(word));
                  splits.push([one, other], [other, one]);
                }
                const look = () => {
                  const [hidden, locked] = splits.shift();
                  for (const word of controls) {
                    of(word).forEach((e, k) => {
                      // what stands in another that is hidden is hidden with it
                      const inside = hidden.some(each => e.parentElement.closest(`[data-control=${each}]`));
                      const seen = !hidden.includes(word) && !inside && shown.get(word)[k];
                      if (e.checkVisibility() !== seen) wrong.push(`hide=${hidden}&lock=${locked}: ${word} is ${seen ? 'gone' : 'seen'}`);
                      if (e.inert !== locked.includes(word)) wrong.push(`hide=${hidden}&lock=${locked}: ${word} inert ${e.inert}`);
                    });
                  }
                  if (splits.length) next(); else { removeEventListener('hashchange', look); done(wrong); }
                };
                const next = () => { location.hash = `scene=hierarchy&hide=${splits[0][0]}&lock=${splits[0][1]}`; };
                addEventListener('hashchange', look);
                next();
                """, CONTROLS));
    }

    /** Promise 13 to embedders. */
    @Test
    void everyPartThatAnAddressEverHadIsTaken() {
        alone(
                "scene=hierarchy&gamma=1e-3&seed=5&t=40&ask=oak:grow&guess=yes&theme=dark&palette=paper&hide=help&lock=speed"
                        + "&lesson=1&hide-future=0&autoplay=0&resize=lti&backend=js");
        assertEquals("", browser.run("return document.getElementById('notices').textContent;"));
        assertEquals(40, page.step());
    }

    /** Promise 15 to embedders. */
    @ParameterizedTest
    @CsvSource({"600, 400", "343, 206"})
    void itsPlotIsAFigureWithASentenceThatFollowsTheSliderAndItsTargetsAreLargeEnough(int width, int height)
            throws IOException {
        browser.viewport(width, height);
        alone("scene=hierarchy&seed=2");
        browser.await(DIGEST);
        assertEquals("img", browser.run("return document.getElementById('dynamics').getAttribute('role');"));
        browser.driver().findElement(By.id("scrubber")).sendKeys(Keys.HOME);
        browser.await(LABEL + ".includes('Epoch 0')");
        browser.driver().findElement(By.id("scrubber")).sendKeys(Keys.END);
        browser.await(LABEL + ".includes('Epoch 250: stage 4 of 4')");
        String live = "return document.getElementById('live').textContent;";
        Object before = browser.run(live);
        browser.driver().findElement(By.id("scrubber")).sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        page.awaitStep(247);
        page.pixels("dynamics");
        assertEquals(before, browser.run(live), "a frame is not spoken");
        assertEquals(List.of(), browser.run("""
                // words of a sentence are as high as its lines
                return [...document.querySelectorAll('button, select, a[href], [role=slider], input')]
                  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.question'))
                  .map(e => [e, (e.closest('.pick, label') ?? e).getBoundingClientRect()])
                  .filter(([e, b]) => b.width > 0 && (b.width < 24 || b.height < 24))
                  .map(([e, b]) => (e.id || e.textContent) + ' ' + b.width + 'x' + b.height);
                """));
    }

    /** Promise 15 to embedders: a theme each, so that all lessons and all themes are met. */
    @Test
    void axeFindsNothingOnAnyLesson() throws IOException {
        browser.viewport(750, 450);
        List<String> themes = List.of("light", "dark", "projector");
        List<String> wrong = new ArrayList<>();
        for (int k = 0; k < Scenes.ALL.size(); k++) {
            String scene = Scenes.ALL.get(k).id();
            browser.visit(src("scene=" + scene + "&theme=" + themes.get(k % themes.size())));
            browser.await(DRAWN);
            Axe.violations(browser).forEach(each -> wrong.add(scene + ": " + each));
        }
        assertEquals(List.of(), wrong);
    }
}
