package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * At every size from 320 to 2560 px, which zoom changes too, nothing lies beyond the window, no words are cut without dots
 * and a way to read them, and every function is there.
 */
final class SizesIT extends OpenLab {
    /** Lessons of every kind of panel, with what makes them long: many items, long names, many runs, a table of roads. */
    private static final List<String> LESSONS = List.of(
            "scene=hierarchy&hide-future=1",
            "scene=shark&names=" + named(8, ","),
            "scene=semantics&table=" + named(16, ",") + "|" + "p".repeat(40) + ":" + "1,0,".repeat(7) + "1,0|q:"
                    + "1,1,0,0,".repeat(3) + "1,1,0,0",
            "scene=forms&items=16",
            "scene=routing&hide-future=1",
            "scene=race&guess=1",
            "scene=init-scale&guess=2",
            "scene=contexts",
            "scene=discover&epochs=100",
            "scene=digits&epochs=50&images=100",
            "scene=surface");

    /** Names of forty letters. */
    private static String named(int count, String between) {
        StringBuilder names = new StringBuilder();
        for (int k = 0; k < count; k++) {
            names.append(k == 0 ? "" : between).append((char) ('a' + k)).append("bcdefghijklmnopqrst".repeat(3), 0, 39);
        }
        return names.toString();
    }

    /** Controls of the lab, by what they do; a part that a page has twice is there if one of the two is. */
    private static final String FUNCTIONS = """
            const seen = at => at && at.checkVisibility({visibilityProperty: true}) && at.getBoundingClientRect().width > 0;
            const sheet = document.getElementById('knobs-open'), toggle = document.getElementById('knobs-toggle');
            const opener = [sheet, toggle].find(seen);
            if (opener && !document.getElementById('lab').hasAttribute('data-knobs')) opener.click();
            const missing = ['#knob-list input', '[data-act=undo]', '[data-act=redo]', '[data-act=reset]']
              .filter(which => ![...document.querySelectorAll(which)].some(seen));
            if (opener) document.getElementById('knobs-close').click();
            const share = [...document.querySelectorAll('[data-act=share]')];
            const menu = document.getElementById('theme');
            menu.click();
            for (const which of ['[name=theme]', '#full', '#numbers'])
              if (![...document.querySelectorAll(which)].some(seen)) missing.push(which);
            if (!share.some(seen)) missing.push('share');
            document.getElementById('view-menu').hidePopover();
            for (const which of ['#scene-menu', '#play', '#step', '#step-back', '#to-start', '#speed', '#scrubber', '#help', '#lesson'])
              if (!seen(document.querySelector(which))) missing.push(which);
            return missing;
            """;

    /** Controls of the header that lie on one another. */
    private static final String TOUCHING = """
            const bad = [];
            const all = [...document.querySelectorAll('.bar :is(button, select, a)')]
              .filter(at => !at.closest('.view-menu') && at.checkVisibility({visibilityProperty: true}) && at.getClientRects().length > 0);
            for (const one of all) for (const other of all) {
              const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
              const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
              if (all.indexOf(one) < all.indexOf(other) && wide > 1 && high > 1) bad.push(one.textContent.trim().slice(0, 30) + ' touches ' + other.textContent.trim().slice(0, 30));
            }
            return bad;
            """;

    /** Words of the page that lie beyond the window, or are cut without dots or without a way to the whole: a title, the menu, or
     * the sheet that lists all settings and opens by a press. */
    static final String CUT = """
            const bad = [];
            for (const at of document.querySelectorAll('#lab *, .home *, .build *')) {
              const words = [...at.childNodes].filter(n => n.nodeType === 3 && n.textContent.trim()).map(n => n.textContent.trim()).join(' ');
              if (!words || at.matches('option, .sr, .sr *, svg *, noscript') || at.closest('dialog, [hidden], .view-menu')) continue;
              if (!at.checkVisibility({visibilityProperty: true}) || at.getClientRects().length === 0) continue;
              const range = document.createRange();
              range.selectNodeContents(at);
              const r = range.getBoundingClientRect();
              let scrolls = false, below = false, clip = null;
              for (let up = at; up && up !== document.body; up = up.parentElement) {
                const s = getComputedStyle(up);
                scrolls ||= /auto|scroll/.test(s.overflowX) && up.scrollWidth > up.clientWidth;
                const cutX = s.overflowX !== 'visible' && up.clientWidth && r.right > up.getBoundingClientRect().right + 1.5;
                const cutY = !below && s.overflowY === 'hidden' && up.clientHeight && r.bottom > up.getBoundingClientRect().bottom + 3;
                if (!clip && (cutX || cutY)) clip = up;
                below ||= /auto|scroll/.test(s.overflowY) && up.scrollHeight > up.clientHeight;
              }
              if (scrolls) continue;
              if (clip) {
                const s = getComputedStyle(clip);
                const dots = s.textOverflow === 'ellipsis' || (s.webkitLineClamp || 'none') !== 'none' || clip.matches('select');
                const whole = clip.title || at.title || clip.closest('[title], #knobs-open') || clip.matches('select');
                if (!dots || !whole) bad.push((dots ? 'no way to read: ' : 'cut: ') + (at.id || at.className || at.tagName) + ' "' + words.slice(0, 60) + '"');
              } else if (r.right > innerWidth + 1 || r.left < -1) {
                bad.push('beyond: ' + (at.id || at.className || at.tagName) + ' "' + words.slice(0, 60) + '"');
              }
            }
            return bad;
            """;

    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.errors());
    }

    @SuppressWarnings("unchecked")
    static List<String> found(String script) {
        return (List<String>) browser.run(script);
    }

    /** What is cut, what touches, and whether the page scrolls sideways. */
    private static List<String> laidOut() {
        List<String> wrong = new ArrayList<>(found(CUT));
        wrong.addAll(found(TOUCHING));
        if (!Boolean.TRUE.equals(browser.run("return document.documentElement.scrollWidth <= innerWidth;"))) {
            wrong.add("scrolls sideways");
        }
        return wrong;
    }

    // 1366 × 768 at 200 % is 683 × 384, and 1280 × 1024 at 400 % is 320 × 256
    @ParameterizedTest
    @CsvSource({
        "320, 640, auto",
        "320, 256, auto",
        "390, 844, dark",
        "683, 384, auto",
        "960, 540, auto",
        "1024, 768, projector",
        "1280, 720, projector",
        "1280, 800, auto",
        "2560, 1440, auto"
    })
    void nothingIsCutAndEveryFunctionIsThere(int width, int height, String theme) {
        browser.viewport(width, height);
        List<String> wrong = new ArrayList<>();
        page.open("scene=chain&theme=" + theme);
        for (String lesson : LESSONS) {
            page.go(lesson + "&theme=" + theme);
            browser.await("location.hash.includes('"
                    + lesson.substring(0, lesson.contains("&") ? lesson.indexOf('&') : lesson.length()) + "')");
            page.rest();
            page.pixels("dynamics");
            String name = lesson.substring(6) + ": ";
            laidOut().forEach(words -> wrong.add(name + words));
            found(FUNCTIONS).forEach(missing -> wrong.add(name + "no " + missing));
        }
        assertTrue(wrong.isEmpty(), () -> width + "x" + height + ":\n" + String.join("\n", wrong));
    }

    @ParameterizedTest
    @CsvSource({"1024, 768", "1280, 720"})
    void forAProjectorPlotsHaveTheRoomAndTheTabOfWhatIsSeenIsMarked(int width, int height) {
        browser.viewport(width, height);
        page.open("scene=shark&theme=projector");
        page.rest();
        assertTrue(Boolean.TRUE.equals(
                browser.run("return document.getElementById('scrubber').getBoundingClientRect().width > 350;")));
        assertEquals(width < 1100, browser.run("""
                return [...document.querySelectorAll('#tabs [aria-selected=true]')].some(tab => tab.checkVisibility());"""));
    }

    /** Makes all that is written two fifths longer, as another language may be. */
    static final String LONGER = """
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            let letters = 0;
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
              if (node.parentElement.closest('script, style, noscript, svg') || node.longer === node.data) continue;
              node.data = node.data.replace(/\\p{L}/gu, c => (letters = (letters + 1) % 5) % 2 ? c + c : c);
              node.longer = node.data;
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "320, 640, ''",
        "320, 640, 'lab/#scene=shark'",
        "320, 640, 'build/'",
        "600, 400, 'v1/embed/?scene=race'",
        "343, 206, 'v1/embed/?scene=shark'",
        "1024, 768, ''",
        "1024, 768, 'lab/#scene=shark'",
        "1024, 768, 'lab/#scene=init-scale'",
        "1024, 768, 'build/'",
        "1280, 800, ''",
        "1280, 800, 'lab/#scene=shark'",
        "1280, 800, 'lab/#scene=semantics'",
        "1280, 800, 'build/'"
    })
    void inALongerWordingNothingIsCut(int width, int height, String path) {
        browser.viewport(width, height);
        browser.visit(site.address(path));
        page.rest();
        browser.run(LONGER);
        page.pixels(path.startsWith("build") ? "race-curves" : "dynamics");
        browser.run(LONGER);
        List<String> wrong = laidOut();
        if (path.startsWith("lab")) {
            found(FUNCTIONS).forEach(missing -> wrong.add("no " + missing));
        }
        assertTrue(wrong.isEmpty(), () -> path + " " + width + "x" + height + ":\n" + String.join("\n", wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "projector"})
    void onAWideScreenTheLabGrowsWithItsTypeAndItsFigures(String theme) {
        browser.viewport(1440, 810);
        page.open("theme=" + theme);
        page.pixels("dynamics");
        double words = drawn();
        double typed = size("#left-head");
        browser.viewport(2520, 1418);
        page.pixels("dynamics");
        assertTrue(drawn() > 1.5 * words, "figures: " + words + " px to " + drawn());
        assertTrue(size("#left-head") > 1.5 * typed, "type: " + typed + " px to " + size("#left-head"));
        assertEquals(List.of(), found(CUT));
        assertEquals(List.of(), found(FUNCTIONS));
    }

    @Test
    void onAWideScreenTheBuilderGrowsAndAPressMeetsWhatItShows() {
        browser.viewport(1440, 810);
        browser.visit(site.address("build/"));
        page.rest();
        double typed = size("#net-head");
        double box = width(".box");
        browser.viewport(2520, 1418);
        page.pixels("race-curves");
        assertTrue(size("#net-head") > 1.5 * typed, "type: " + typed + " px to " + size("#net-head"));
        assertTrue(width(".box") > 1.5 * box, "a layer: " + box + " px to " + width(".box"));
        assertEquals(List.of(), found(CUT));
        String gate = String.valueOf(browser.run("""
                const cell = document.getElementById('gate-cell'), r = cell.getBoundingClientRect();
                const at = {clientX: r.left + r.width / 2, clientY: r.top + r.height / 2, bubbles: true, pointerType: 'mouse', buttons: 1};
                const before = cell.getAttribute('aria-label');
                const under = document.elementsFromPoint(at.clientX, at.clientY).find(e => e.id === 'gates' || e.closest('#gates'));
                under.dispatchEvent(new PointerEvent('pointerdown', at));
                under.dispatchEvent(new PointerEvent('pointerup', {...at, buttons: 0}));
                return before;
                """));
        browser.await("document.getElementById('gate-cell').getAttribute('aria-label') !== '" + gate + "'");
    }

    private static double width(String which) {
        return ((Number) browser.run(
                        "return document.querySelector(arguments[0]).getBoundingClientRect().width;", which))
                .doubleValue();
    }

    /** The height of the words of the world's figure, CSS px. */
    private static double drawn() {
        for (Object each : (List<?>) page.report().get("boxes")) {
            Map<?, ?> words = (Map<?, ?>) each;
            if (words.get("text").equals("grows")) {
                return ((Number) ((List<?>) words.get("box")).get(3)).doubleValue();
            }
        }
        throw new AssertionError("the figure says nothing");
    }

    @Test
    void theFirstPageUsesAWideScreenAndItsTypeGrows() {
        browser.viewport(1280, 800);
        browser.visit(site.address(""));
        page.rest();
        double small = size(".lead h1");
        browser.viewport(2560, 1440);
        page.pixels("dynamics");
        assertEquals(List.of(), found(CUT));
        double used = ((Number) browser.run("return document.querySelector('.home').offsetWidth;")).doubleValue();
        assertTrue(used > 1800, "of 2560 px it uses " + used);
        assertTrue(size(".lead h1") >= 1.2 * small, small + " px to " + size(".lead h1"));
    }

    private static double size(String which) {
        return ((Number) browser.run(
                        "return parseFloat(getComputedStyle(document.querySelector(arguments[0])).fontSize);", which))
                .doubleValue();
    }
}
