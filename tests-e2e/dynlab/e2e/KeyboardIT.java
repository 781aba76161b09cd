package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

/** Everything can be reached, seen and moved by keys alone, and axe finds nothing to object to. */
final class KeyboardIT extends OpenLab {
    /** Every control that shows and is not one of a group that arrow keys go through; numbered for the walk. */
    private static final String CONTROLS = """
            const within = document.querySelector('dialog[open]') ?? document;
            return [...within.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')]
              .filter(e => !e.disabled && (e.tabIndex >= 0 || !e.matches('[role=tab]'))
                && e.checkVisibility({checkVisibilityCSS: true}))
              .map(e => name(e));
            function name(e) {
              return (e.id || e.getAttribute('aria-label') || e.textContent.trim()) + '/' + e.tagName.toLowerCase()
                + '/' + (e.type ?? '') + '/' + (e.parentElement.closest('[aria-label]')?.getAttribute('aria-label') ?? '');
            }
            """;

    private static final String FOCUSED = """
            const e = document.activeElement;
            if (e === document.body || !e) return '';
            return (e.id || e.getAttribute('aria-label') || e.textContent.trim()) + '/' + e.tagName.toLowerCase()
              + '/' + (e.type ?? '') + '/' + (e.parentElement.closest('[aria-label]')?.getAttribute('aria-label') ?? '');
            """;

    /** Whether the element with the focus is drawn otherwise than without it, and stands in the window. */
    private static final String SEEN = """
            const e = document.activeElement;
            const box = e.getBoundingClientRect();
            if (box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth || box.top >= innerHeight) return 'outside the window';
            const look = () => ['outline', 'boxShadow', 'borderColor', 'backgroundColor', 'textDecoration']
              .map(key => getComputedStyle(e)[key]).join(';');
            const ring = getComputedStyle(e);
            if (ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2) return '';
            const on = look();
            e.blur();
            const off = look();
            e.focus();
            return on === off ? 'no sign of the focus' : '';
            """;

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
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.console());
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1280, 700", "820, 700", "390, 844", "600, 400"})
    void tabReachesEveryControlOnceAndTheFocusIsSeen(int width, int height) {
        browser.viewport(width, height);
        page.open("t=50");
        page.pixels("timeline");
        List<String> expected = names(browser.run(CONTROLS));
        assertTrue(expected.size() > 8, expected.toString());
        List<String> wrong = new ArrayList<>();
        Set<String> reached = new LinkedHashSet<>();
        browser.run("document.activeElement.blur(); window.scrollTo(0, 0);");
        for (int press = 0; press < expected.size() + 10; press++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            String now = String.valueOf(browser.run(FOCUSED));
            if (now.isEmpty() || press > 3 && now.equals(reached.iterator().next())) {
                break;
            }
            reached.add(now);
            String sign = String.valueOf(browser.run(SEEN));
            if (!sign.isEmpty()) {
                wrong.add(now + ": " + sign);
            }
        }
        List<String> missed = new ArrayList<>(expected);
        missed.removeAll(reached);
        assertEquals(List.of(), missed, "never reached by Tab; reached: " + reached);
        assertEquals(List.of(), wrong);
    }

    @Test
    void everySliderMovesByArrowKeys() {
        page.open("");
        List<String> stuck = new ArrayList<>();
        for (WebElement slider :
                browser.driver().findElements(By.cssSelector("#knob-list input[type=range]:not([hidden])"))) {
            String before = slider.getAttribute("aria-valuetext");
            slider.sendKeys(Keys.ARROW_RIGHT);
            String after = slider.getAttribute("aria-valuetext");
            if (before.equals(after)) {
                stuck.add(slider.getAttribute("aria-label") + " stays at " + before);
                continue;
            }
            slider.sendKeys(Keys.ARROW_LEFT);
        }
        page.rest();
        assertEquals(List.of(), stuck);
    }

    @Test
    void theScrubberTellsWhereItStands() {
        page.open("");
        WebElement scrubber = browser.driver().findElement(By.id("scrubber"));
        for (Keys key : List.of(Keys.HOME, Keys.ARROW_RIGHT, Keys.END)) {
            String before = scrubber.getAttribute("aria-valuetext");
            scrubber.sendKeys(key);
            browser.await("document.getElementById('scrubber').getAttribute('aria-valuetext') !== '" + before + "'");
            String text = scrubber.getAttribute("aria-valuetext");
            assertTrue(text.startsWith("epoch " + page.step() + ", "), text);
            assertTrue(page.step() <= Integer.parseInt(scrubber.getAttribute("aria-valuemax")));
        }
    }

    @Test
    void tabsGoByArrowKeys() {
        browser.viewport(390, 844);
        page.open("seed=4"); // a run that is computed once: the recorded one is redrawn when it has been computed
        WebElement first = browser.driver().findElement(By.cssSelector("[role=tab][data-tab=answer]"));
        first.click();
        String before = page.pixels("dynamics");
        first.sendKeys(Keys.ARROW_RIGHT);
        assertEquals("modes", browser.run("return document.activeElement.dataset.tab;"));
        assertEquals("true", browser.run("return document.activeElement.getAttribute('aria-selected');"));
        assertEquals("false", first.getAttribute("aria-selected"));
        assertNotEquals(before, page.pixels("dynamics"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_LEFT);
        assertEquals(before, page.pixels("dynamics"));
    }

    @Test
    void escapeClosesTheListOfKeysAndTheFocusGoesBack() {
        page.open("");
        WebElement scrubber = browser.driver().findElement(By.id("scrubber"));
        scrubber.sendKeys("?");
        assertEquals(true, browser.run("return document.getElementById('keys').open;"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        assertEquals(false, browser.run("return document.getElementById('keys').open;"));
        assertEquals("scrubber", browser.run("return document.activeElement.id;"));
    }

    @Test
    void escapeClosesTheSheetOfKnobsAndTheFocusGoesBack() {
        browser.viewport(390, 844);
        page.open("");
        WebElement open = browser.driver().findElement(By.id("knobs-open"));
        open.sendKeys(Keys.ENTER);
        WebElement knobs = browser.driver().findElement(By.id("knobs"));
        assertTrue(knobs.isDisplayed());
        assertEquals("true", open.getAttribute("aria-expanded"));
        assertEquals(true, browser.run("return document.getElementById('knobs').contains(document.activeElement);"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        assertFalse(knobs.isDisplayed());
        assertEquals("false", open.getAttribute("aria-expanded"));
        assertEquals("knobs-open", browser.run("return document.activeElement.id;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "projector"})
    void axeFindsNothingOnTheWidePage(String theme) throws IOException {
        page.open("theme=" + theme + "&t=60");
        assertEquals(List.of(), Axe.violations(browser));
    }

    @ParameterizedTest
    @CsvSource({"390, 844, light", "390, 844, dark", "820, 700, light", "600, 400, dark", "343, 206, light"})
    void axeFindsNothingOnANarrowerPage(int width, int height, String theme) throws IOException {
        browser.viewport(width, height);
        page.open("theme=" + theme + "&t=60");
        assertEquals(List.of(), Axe.violations(browser));
    }

    @Test
    void axeFindsNothingInTheSheetTheDialogAndTheNotices() throws IOException {
        browser.viewport(390, 844);
        page.open("color=red");
        browser.driver().findElement(By.id("knobs-open")).sendKeys(Keys.ENTER);
        assertEquals(List.of(), Axe.violations(browser));
        browser.run("document.getElementById('keys').showModal();");
        assertEquals(List.of(), Axe.violations(browser));
    }

    private static List<String> names(Object list) {
        List<String> names = new ArrayList<>();
        for (Object name : (List<?>) list) {
            names.add((String) name);
        }
        return names;
    }
}
