package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;

/** A network is drawn by mouse alone and by keys alone, run, sent as a link and opened again. */
final class BuildIT {
    /** Twelve layers: three inputs, six hidden in two rows, three outputs; each chain of its own, and two bridges. */
    private static final String[][] CONNECTIONS = {
        {"x1", "h1"},
        {"x2", "h2"},
        {"x3", "h3"},
        {"h1", "h4"},
        {"h2", "h5"},
        {"h3", "h6"},
        {"h4", "y1"},
        {"h5", "y2"},
        {"h6", "y3"},
        {"h1", "h5"},
        {"h5", "y3"}
    };

    private static Site site;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        site = Site.open();
        browser = Browser.open();
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
        site.close();
    }

    @BeforeEach
    void standard() {
        browser.viewport(1280, 800);
        browser.media(false, false);
    }

    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.console());
    }

    private static void visit(String hash) {
        browser.visit(site.address("build/" + hash));
        browser.await("document.documentElement.dataset.drawn");
        rest();
    }

    private static void rest() {
        browser.await("['ready', 'diverged', 'refused'].includes(document.documentElement.dataset.state)");
    }

    private static String data(String key) {
        return String.valueOf(browser.run("return document.documentElement.dataset[arguments[0]];", key));
    }

    /** What is drawn, as its file. */
    private static String drawn() {
        return String.valueOf(browser.driver().executeAsyncScript("""
                const done = arguments[0];
                requestAnimationFrame(() => requestAnimationFrame(() =>
                  import(new URL('../app/build.js', document.baseURI).href).then(page => done(page.report()))));
                """));
    }

    private static WebElement id(String id) {
        return browser.driver().findElement(By.id(id));
    }

    private static WebElement layer(String name) {
        return browser.driver().findElement(By.cssSelector(".box[aria-label^='" + name + ",']"));
    }

    private static void waitForRun(String before) {
        browser.await("document.documentElement.dataset.state === 'ready'"
                + " && document.documentElement.dataset.digest !== '" + before + "'");
    }

    private static void choosePreset(String id) {
        browser.run(
                "const s = document.getElementById('preset'); s.value = arguments[0];"
                        + " s.dispatchEvent(new Event('change', {bubbles: true}));",
                id);
        drawn();
    }

    /** Opens the link of what is drawn in a new visit; the drawing and its run are the same to the last bit. */
    private static void theLinkBringsItBack() {
        browser.run("document.getElementById('share').click();");
        browser.await("location.hash.startsWith('#x=')");
        String file = drawn();
        String digest = data("digest");
        String hash = String.valueOf(browser.run("return location.hash;"));
        visit(hash);
        browser.await("document.documentElement.dataset.digest");
        assertEquals(file, drawn());
        assertEquals(digest, data("digest"));
    }

    @Test
    void aNetworkIsDrawnByMouseAlone() throws IOException {
        visit("");
        String before = data("digest");
        choosePreset("blank");
        for (int k = 0; k < 3; k++) {
            id("add-input").click();
            id("add-output").click();
        }
        for (int k = 0; k < 6; k++) {
            id("add-hidden").click();
        }
        drawn();
        for (String[] pair : CONNECTIONS) {
            new Actions(browser.driver())
                    .dragAndDrop(layer(pair[0]), layer(pair[1]))
                    .perform();
            drawn();
        }
        id("context-add").click();
        id("context-copy").click();
        drawn();
        // the cell with the focus tells where the table stands: the first column of the selected, third row
        WebElement cell = id("gate-cell");
        int pitchX = cell.getSize().width;
        int pitchY = cell.getSize().height;
        int left = cell.getLocation().x + pitchX / 2;
        int top = cell.getLocation().y + pitchY / 2 - 2 * pitchY;
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                if (row != column) {
                    new Actions(browser.driver())
                            .moveToLocation(left + column * pitchX, top + row * pitchY)
                            .click()
                            .perform();
                }
            }
        }
        String file = drawn();
        assertEquals(CONNECTIONS.length, count(file, "\"source\""), file);
        assertEquals(12, count(file, "\"role\""), file);
        assertEquals(6, count(file, "\"x[123]\": 0"), file);
        waitForRun(before);
        browser.screenshot("build-drawn");
        theLinkBringsItBack();
    }

    /** Where an element is touched: its middle. */
    private static int[] middle(WebElement element) {
        return new int[] {
            element.getRect().x + element.getRect().width / 2, element.getRect().y + element.getRect().height / 2
        };
    }

    /** One finger down at the first place, over to the second if that is another, and up. */
    private static void touch(int[] from, int[] to) {
        PointerInput finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
        Sequence touch = new Sequence(finger, 0)
                .addAction(finger.createPointerMove(Duration.ZERO, PointerInput.Origin.viewport(), from[0], from[1]))
                .addAction(finger.createPointerDown(PointerInput.MouseButton.LEFT.asArg()));
        if (from != to) {
            touch.addAction(
                    finger.createPointerMove(Duration.ofMillis(120), PointerInput.Origin.viewport(), to[0], to[1]));
        }
        touch.addAction(finger.createPointerUp(PointerInput.MouseButton.LEFT.asArg()));
        browser.driver().perform(List.of(touch));
        drawn();
    }

    private static void tap(WebElement element) {
        int[] place = middle(element);
        touch(place, place);
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "390, 844"})
    void aNetworkIsDrawnByTouchAlone(int width, int height) throws IOException {
        browser.viewport(width, height);
        visit("");
        String before = data("digest");
        choosePreset("blank");
        for (String button : List.of("add-input", "add-hidden", "add-hidden", "add-output")) {
            tap(id(button));
        }
        String[][] tapped = {{"x1", "h1"}, {"h1", "y1"}};
        for (String[] pair : tapped) {
            // the layer that is selected would be the source
            touch(
                    new int[] {middle(id("sheet"))[0], id("sheet").getRect().y + 6},
                    new int[] {middle(id("sheet"))[0], id("sheet").getRect().y + 6});
            tap(id("connect"));
            tap(layer(pair[0]));
            assertEquals(
                    "choose the layer that " + pair[0] + " feeds",
                    id("net-hint").getText());
            tap(layer(pair[1]));
        }
        touch(middle(layer("x1")), middle(layer("h2")));
        touch(middle(layer("h2")), middle(layer("y1")));
        String file = drawn();
        for (String edge : List.of("x1>h1", "h1>y1", "x1>h2", "h2>y1")) {
            assertTrue(file.contains("\"" + edge + "\""), edge + " is missing in " + file);
        }
        assertEquals(4, count(file, "\"source\""), file);
        int[] old = middle(layer("h2"));
        touch(old, new int[] {old[0] + 20, old[1] + 20});
        int[] moved = middle(layer("h2"));
        assertTrue(Math.abs(moved[1] - old[1] - 20) <= 2, "moved by " + (moved[1] - old[1]) + ", not by 20");
        assertEquals(4, count(drawn(), "\"source\""), "moving connects nothing");
        waitForRun(before);
        browser.screenshot("build-touched-" + width);
        tap(layer("h2"));
        browser.await("document.querySelector('.box.chosen')?.getAttribute('aria-label').startsWith('h2,')");
    }

    @Test
    void theBadgeItsReasonTheResidualsAndTheSignTrapsAreShown() {
        visit("");
        choosePreset("xor");
        rest();
        browser.await("document.getElementById('badge').textContent === 'Exact'");
        assertTrue(
                id("verdict").getText().contains("diagonal in common frames"),
                id("verdict").getText());
        assertTrue(
                id("residual-text").getText().startsWith("residual "),
                id("residual-text").getText());
        assertEquals(
                "in 4 interaction classes, each with frames of its own; joint residual 0.577, with one frame for all",
                id("residuals").getText());
        assertEquals("no sign trap: every start sign is right", id("traps").getText());
        choosePreset("xor-relu");
        browser.await("document.getElementById('badge').textContent === 'Does not apply'");
        assertEquals(
                "Some nodes are not linear inside a context.", id("verdict").getText());
        assertTrue(id("traps").getText().startsWith("Sign traps were not searched for: "));
        choosePreset("chain");
        browser.await("document.querySelector('.counts').textContent.startsWith('1 path;')");
    }

    @Test
    void spacePlaysArrowsStepAndThePointerHalts() {
        visit("");
        browser.run("document.activeElement.blur();");
        press(Keys.SPACE);
        browser.await("document.getElementById('play').hasAttribute('data-playing')");
        browser.await("document.getElementById('scrubber').getAttribute('aria-valuenow') > 320");
        id("speed").click();
        assertEquals("Speed 2×", id("speed").getAttribute("aria-label"));
        new Actions(browser.driver()).moveToElement(id("race-curves")).click().perform();
        browser.await("!document.getElementById('play').hasAttribute('data-playing')");
        id("to-start").click();
        browser.await("document.getElementById('scrubber').getAttribute('aria-valuenow') === '0'");
        id("scrubber").sendKeys(Keys.ARROW_UP, Keys.ARROW_RIGHT, Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
        browser.await("document.getElementById('scrubber').getAttribute('aria-valuenow') === '120'");
        id("step-back").click();
        browser.await("document.getElementById('scrubber').getAttribute('aria-valuenow') === '110'");
        // where the keys of the sheet stand, an arrow goes to the next layer and not through time
        layer("in0").sendKeys(Keys.ARROW_RIGHT);
        drawn();
        assertEquals("110", id("scrubber").getAttribute("aria-valuenow"));
    }

    private static int count(String text, String pattern) {
        return text.split(pattern, -1).length - 1;
    }

    @Test
    void aNetworkIsDrawnByKeysAlone() {
        visit("");
        String before = data("digest");
        tabTo("document.activeElement.id === 'preset'");
        press("an");
        drawn();
        tabTo("document.getElementById('sheet').contains(document.activeElement)");
        for (String key : "iiihhhhhhooo".split("")) {
            press(key);
            drawn();
        }
        for (String[] pair : CONNECTIONS) {
            walk(pair[0]);
            press("c");
            walk(pair[1]);
            press(Keys.ENTER);
            drawn();
        }
        tabTo("document.activeElement.id === 'context-add'");
        press(Keys.ENTER);
        press(Keys.ENTER);
        drawn();
        tabTo("document.activeElement.id === 'gates'");
        press(Keys.SPACE, Keys.ARROW_RIGHT, Keys.SPACE, Keys.ARROW_UP, Keys.SPACE);
        String file = drawn();
        assertEquals(CONNECTIONS.length, count(file, "\"source\""), file);
        assertEquals(12, count(file, "\"role\""), file);
        assertEquals(3, count(file, "\"x[123]\": 0"), file);
        waitForRun(before);
        String said = String.valueOf(browser.run("return document.getElementById('live').textContent;"));
        assertFalse(said.isBlank());
        theLinkBringsItBack();
    }

    private static void press(CharSequence... keys) {
        browser.driver().switchTo().activeElement().sendKeys(keys);
    }

    private static void tabTo(String condition) {
        for (int k = 0; k < 60; k++) {
            if (Boolean.TRUE.equals(browser.run("return " + condition + ";"))) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("never reached by Tab: " + condition);
    }

    /** Arrow keys to a layer, by the direction in which it lies farthest, or the other where that is stuck. */
    private static void walk(String name) {
        String before = "";
        boolean other = false;
        for (int k = 0; k < 40; k++) {
            Object next = browser.run("""
                    const middle = e => { const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; };
                    const goal = document.querySelector(`.box[aria-label^='${arguments[0]},']`);
                    const at = document.activeElement;
                    if (goal === at) return '';
                    const [x, y] = middle(at), [gx, gy] = middle(goal);
                    const across = Math.abs(gx - x) > Math.abs(gy - y) !== arguments[1];
                    return (across ? gx > x ? 'R' : 'L' : gy > y ? 'D' : 'U') + at.getAttribute('aria-label');
                    """, name, other);
            String step = String.valueOf(next);
            if (step.isEmpty()) {
                return;
            }
            other = step.substring(1).equals(before.isEmpty() ? "" : before.substring(1)) && !other;
            before = step;
            press(
                    switch (step.charAt(0)) {
                        case 'R' -> Keys.ARROW_RIGHT;
                        case 'L' -> Keys.ARROW_LEFT;
                        case 'D' -> Keys.ARROW_DOWN;
                        default -> Keys.ARROW_UP;
                    });
            drawn();
        }
        throw new AssertionError("never reached by arrow keys: " + name + ", stood at " + before);
    }

    @Test
    void everyEditIsUndoneAndDoneAgain() {
        visit("");
        String first = drawn();
        id("add-hidden").click();
        id("context-copy").click();
        String last = drawn();
        assertNotEquals(first, last);
        press(Keys.chord(Keys.CONTROL, "z"));
        press(Keys.chord(Keys.CONTROL, "z"));
        assertEquals(first, drawn());
        id("redo").click();
        id("redo").click();
        assertEquals(last, drawn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"format\": \"dynlab-experiment/1\"}", "not json", "<script>alert(1)</script>", ""})
    void aBadFileIsRefusedWithASentenceAndNothingIsLost(String text) throws IOException {
        visit("");
        String before = drawn();
        Path file = Files.createTempFile("bad", ".json");
        Files.writeString(file, text);
        browser.run("document.getElementById('picker').hidden = false;");
        id("picker").sendKeys(file.toString());
        browser.await("document.querySelector('#notices .notice')");
        String said = String.valueOf(browser.run("return document.querySelector('#notices .notice p').textContent;"));
        assertTrue(said.endsWith("Nothing is lost."), said);
        assertEquals(before, drawn());
        Files.delete(file);
    }

    @Test
    void aBadLinkIsRefusedAndTheFirstNetworkStands() {
        visit("#x=%7Bnothing");
        assertTrue(drawn().contains("routing"));
        browser.await("document.querySelector('#notices .notice')");
    }

    private static void table(String text) {
        id("data-table").click();
        browser.await("document.getElementById('own-dialog')?.open");
        paste(text);
    }

    private static void paste(String text) {
        browser.run(
                "const field = document.getElementById('own-text'); field.value = arguments[0];"
                        + " field.dispatchEvent(new Event('input', {bubbles: true}));",
                text);
    }

    private static void tick(String words) {
        browser.run(
                "[...document.querySelectorAll('.own-how .tick')].find(e => e.textContent.includes(arguments[0])).click();",
                words);
    }

    @Test
    void aTableBecomesTheDataOfALayerAndChangesNoOtherUnasked() throws IOException {
        visit("");
        choosePreset("xor-relu");
        browser.run("document.querySelector(\".box[aria-label^='x']\")?.click();");
        id("data").click();
        table("1 2\n3");
        assertEquals(
                "Line 2, cell 2 is missing: line 1 has 2 cells.",
                id("own-wrong").getText());
        assertFalse(id("own-use").isEnabled());
        paste("name;left;right\nnone;0;0\nfirst;1;0\nboth;1;1\n");
        String wrong = id("own-wrong").getText();
        assertTrue(wrong.contains("has data for 4 samples, and the table has 3"), wrong);
        assertFalse(id("own-use").isEnabled());
        assertEquals(List.of(), Axe.violations(browser));
        paste("name;left;right\nnone;0;0\nfirst;1;0\nsecond;0;1\nboth;1;2,5\n");
        assertEquals("", id("own-wrong").getText());
        String y = targets();
        id("own-use").click();
        browser.await("!document.getElementById('own-dialog')");
        assertEquals("", id("data-wrong").getText());
        assertTrue(
                id("data-shape").getText().startsWith("2 units × 4 samples"),
                id("data-shape").getText());
        String file = drawn();
        assertTrue(file.contains("[0, 0, 1, 2.5]") && file.contains("\"second\"") && file.contains("\"right\""), file);
        assertEquals(y, targets());
        // resized, and the others cut, because both are asked for
        table("1;0;0\n0;1;0\n0;0;1\n");
        tick("as many units");
        tick("as many samples");
        assertEquals("", id("own-wrong").getText());
        browser.screenshot("build-table");
        id("own-use").click();
        browser.await("document.getElementById('data-shape').textContent.startsWith('3 units × 3 samples')");
        browser.driver().findElement(By.cssSelector(".cell")).click();
        assertTrue(drawn().contains("[-1, 0, 0]"), drawn());
        id("data-close").click();
        for (int k = 0; k < 3; k++) {
            id("undo").click();
        }
        assertEquals(y, targets());
    }

    /** What is asked of the outputs, as it stands in the file. */
    private static String targets() {
        String file = drawn();
        int at = file.indexOf("\"y\": {");
        return file.substring(at, file.indexOf("]]", at));
    }

    /** Selects a layer by a click and writes into one of its fields, as a person does: over what stands there. */
    private static void write(String layer, String field, String words) {
        layer(layer).click();
        drawn();
        id(field).click();
        id(field).sendKeys(Keys.chord(Keys.CONTROL, "a"), words, Keys.ENTER);
        drawn();
    }

    private static void set(String field, String words) {
        id(field).click();
        id(field).sendKeys(Keys.chord(Keys.CONTROL, "a"), words, Keys.ENTER);
        drawn();
    }

    private static void data(String layer, String table) {
        layer(layer).click();
        drawn();
        id("data").click();
        table(table);
        tick("as many samples");
        id("own-use").click();
        browser.await("!document.getElementById('own-dialog')");
        assertEquals("", id("data-wrong").getText());
        id("data-close").click();
    }

    @Test
    void twoSensesThatMeetLateAreDrawnByHandAndTheSecondWaitsAsLongAsIsForetold() throws IOException {
        try (Browser.Script heard = browser.beforeEveryPage("""
                window.said = [];
                const write = CanvasRenderingContext2D.prototype.fillText;
                CanvasRenderingContext2D.prototype.fillText = function(words, ...at) { said.push(words); return write.call(this, words, ...at); };
                """)) {
            visit("");
            String before = data("digest");
            choosePreset("blank");
            for (String button : List.of("add-input", "add-input", "add-hidden", "add-hidden", "add-output")) {
                id(button).click();
                drawn();
            }
            for (String[] pair : new String[][] {{"x1", "h1"}, {"x2", "h2"}, {"h1", "y1"}, {"h2", "y1"}}) {
                new Actions(browser.driver())
                        .dragAndDrop(layer(pair[0]), layer(pair[1]))
                        .perform();
                drawn();
            }
            String[][] widths = {{"x1", "1"}, {"x2", "1"}, {"h1", "16"}, {"h2", "16"}, {"y1", "1"}};
            for (String[] pair : widths) {
                write(pair[0], "node-width", pair[1]);
                assertEquals(pair[1], id("node-width").getDomProperty("value"));
            }
            data("x1", "1\n0\n");
            data("x2", "0\n1\n");
            data("y1", "2\n1\n");
            set("set-steps", "2000");
            set("set-size", "0.0001");
            String file = drawn();
            assertEquals(2, count(file, "\"width\": 16"), file);
            waitForRun(before);
            browser.run("said = []; document.getElementById('to-start').click();");
            drawn();
            browser.screenshot("build-senses");
            List<double[]> times = new ArrayList<>();
            for (Object words : (List<?>) browser.run("return said;")) {
                Matcher half = Pattern.compile("1 route, half-way at ([\\d,]+), theory ([\\d,]+)")
                        .matcher(String.valueOf(words));
                if (half.matches()) {
                    times.add(new double[] {number(half.group(1)), number(half.group(2))});
                }
            }
            assertTrue(times.size() >= 2, "lanes: " + browser.run("return said;"));
            double[] second =
                    times.stream().max(Comparator.comparingDouble(t -> t[0])).orElseThrow();
            double[] first =
                    times.stream().min(Comparator.comparingDouble(t -> t[0])).orElseThrow();
            assertEquals(second[1], second[0], 0.03 * second[0]);
            assertTrue(second[0] > 1.5 * first[0], "the second waits");
        }
    }

    private static double number(String words) {
        return Double.parseDouble(words.replace(",", ""));
    }

    @Test
    void whatIsBeingWrittenBelongsToTheLayerAndContextThatItWasWrittenFor() {
        visit("");
        choosePreset("blank");
        id("add-hidden").click();
        id("add-hidden").click();
        layer("h1").click();
        drawn();
        id("node-width").click();
        id("node-width").sendKeys(Keys.chord(Keys.CONTROL, "a"), "5");
        new Actions(browser.driver())
                .moveToElement(id("sheet"), 0, 4 - id("sheet").getSize().height / 2)
                .click()
                .perform();
        drawn();
        layer("h1").click();
        drawn();
        assertEquals("5", id("node-width").getDomProperty("value"));
        // a finger selects before it takes the focus away
        id("node-width").click();
        id("node-width").sendKeys(Keys.chord(Keys.CONTROL, "a"), "3");
        tap(layer("h2"));
        assertEquals("8", id("node-width").getDomProperty("value"));
        layer("h1").click();
        drawn();
        assertEquals("3", id("node-width").getDomProperty("value"));
        id("context-add").click();
        drawn();
        id("context-name").click();
        id("context-name").sendKeys(Keys.chord(Keys.CONTROL, "a"), "second");
        WebElement cell = id("gate-cell");
        new Actions(browser.driver())
                .moveToLocation(
                        cell.getRect().x + cell.getRect().width / 2, cell.getRect().y - cell.getRect().height / 2)
                .click()
                .perform();
        String file = drawn();
        assertTrue(file.indexOf("\"second\"") > file.indexOf("\"context 1\"") && file.contains("\"context 1\""), file);
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, 3", "390, 844, 4", "600, 400, 5"})
    void twoHundredRandomClicksLeaveItStanding(int width, int height, int seed) {
        browser.viewport(width, height);
        visit("");
        browser.run("""
                window.open = () => null;
                HTMLAnchorElement.prototype.click = () => {};
                HTMLInputElement.prototype.click = () => {};
                """);
        Random random = new Random(seed);
        String keys = "ihoce \uE017";
        for (int k = 0; k < 200; k++) {
            browser.run(
                    """
                    const within = document.querySelector('dialog[open]') ?? document.getElementById('build');
                    const all = [...within.querySelectorAll('button, #gates, #scrubber, #sheet')]
                      .filter(e => !e.disabled && e.checkVisibility({checkVisibilityCSS: true}));
                    const e = all[arguments[0] % all.length];
                    const box = e.getBoundingClientRect();
                    const at = {clientX: box.x + arguments[1] * box.width, clientY: box.y + arguments[2] * box.height, bubbles: true,
                      pointerId: 1, buttons: 1, pointerType: 'mouse'};
                    e.setPointerCapture = () => {};
                    e.dispatchEvent(new PointerEvent('pointerdown', at));
                    e.dispatchEvent(new PointerEvent('pointerup', at));
                    e.click();
                    const key = arguments[3];
                    if (key) document.getElementById('sheet').dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
                    """,
                    random.nextInt(100_000),
                    random.nextDouble(),
                    random.nextDouble(),
                    random.nextInt(3) == 0 ? key(keys.charAt(random.nextInt(keys.length()))) : "");
        }
        assertTrue(drawn().contains("dynlab-experiment/1"));
        rest();
        assertEquals(List.of(), browser.errors());
    }

    private static String key(char key) {
        return key == '\uE017' ? "Delete" : String.valueOf(key);
    }

    @ParameterizedTest
    @CsvSource({
        "1280, 800, false",
        "1280, 800, true",
        "820, 700, false",
        "390, 844, false",
        "390, 844, true",
        "600, 400, false"
    })
    void axeFindsNothing(int width, int height, boolean dark) throws IOException {
        browser.viewport(width, height);
        browser.media(dark, false);
        visit("");
        for (String tab : List.of("network", "gates", "race", "reduction")) {
            if (width < 1024) {
                browser.run("document.querySelector('[role=tab][data-tab=' + arguments[0] + ']').click();", tab);
                drawn();
            }
            assertEquals(List.of(), Axe.violations(browser), tab);
            browser.screenshot("build-" + width + "x" + height + (dark ? "-dark-" : "-light-") + tab);
        }
        browser.run("document.getElementById('data').click();");
        assertEquals(List.of(), Axe.violations(browser), "data");
        browser.screenshot("build-" + width + "x" + height + (dark ? "-dark-" : "-light-") + "data");
    }
}
