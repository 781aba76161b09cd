package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import dynlab.scene.Glossary;
import dynlab.scene.Lesson;
import dynlab.scene.Scene;
import dynlab.scene.Scenes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every lesson asks: what stands over its plots, on the cards of the first page, and not in embeds that do not ask for it. */
final class LessonIT extends OpenLab {
    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.errors());
    }

    private static Lesson lesson(String hash) {
        Address address = Address.parse(hash, new ExactDecimals());
        return address.scene().lesson(address.config());
    }

    private static String text(String id) {
        return String.valueOf(browser.run("return document.getElementById(arguments[0]).innerText;", id));
    }

    /** Whether an element is there and nothing of it is cut. */
    private static boolean whole(String id) {
        return Boolean.TRUE.equals(browser.run("""
                const at = document.getElementById(arguments[0]);
                const r = at.getBoundingClientRect();
                const c = ['dynamics', 'similarity', 'map', 'world'].map(one => document.getElementById(one))
                  .find(one => one.checkVisibility()).getBoundingClientRect();
                return at.checkVisibility() && at.scrollWidth <= at.clientWidth + 1 && r.bottom <= c.top + 1
                  && r.left >= 0 && r.right <= innerWidth;""", id));
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, auto", "1024, 768, projector", "390, 844, auto", "1920, 1080, dark"})
    void questionGestureAndLinesOfEveryLessonAreInViewAndNothingOfThemIsCut(int width, int height, String theme) {
        browser.viewport(width, height);
        String look = theme.equals("auto") ? "" : "&theme=" + theme;
        page.open("scene=shark" + look);
        for (Scene scene : Scenes.COURSE) {
            String hash = "scene=" + scene.id() + look;
            Lesson lesson = lesson(hash);
            page.go(hash);
            browser.await("document.getElementById('lesson')?.textContent === " + quoted(lesson.question()));
            assertEquals(lesson.question(), text("lesson"));
            assertEquals(lesson.gesture(), text("gesture"));
            assertEquals(lesson.explains(), text("seen"));
            for (String id : List.of("lesson", "gesture", "seen")) {
                assertTrue(whole(id), scene.id() + " " + id);
            }
        }
    }

    @Test
    void settingsThatMakeASentenceUntrueHaveAnother() {
        browser.viewport(1280, 800);
        page.open("scene=chain");
        String many = text("seen");
        page.go("scene=chain&weights=1");
        browser.await("document.getElementById('seen').innerText !== " + quoted(many));
        assertEquals(lesson("scene=chain&weights=1").explains(), text("seen"));
    }

    private static String quoted(String text) {
        return "`" + text + "`";
    }

    @Test
    void aTermSaysWhatItMeansAndTheHelpSaysItToo() {
        browser.viewport(1280, 800);
        page.open("scene=shark");
        Glossary.Term term = Glossary.of("illusory-correlation");
        browser.run("document.querySelector('.term summary').click();");
        assertEquals(term.word(), browser.run("return document.querySelector('.term[open] summary').innerText;"));
        assertEquals(term.meaning(), browser.run("return document.querySelector('.term[open] p').innerText;"));
        browser.run("document.getElementById('help').click();");
        assertTrue(text("glossary").contains(term.meaning()));
        assertEquals((long) lesson("scene=shark").terms().size(), browser.run("""
                return [...document.querySelectorAll('#glossary div')].filter(d => d.checkVisibility()).length;"""));
    }

    @ParameterizedTest
    @CsvSource({
        "shark, 1000, 620, '', false, false",
        "shark, 1000, 700, lesson=1, true, true",
        "forms, 1000, 620, '', true, false",
        "forms, 1000, 620, lesson=0, false, false",
        "shark, 600, 400, lesson=1, false, false"
    })
    void anEmbedShowsItWhereItIsAskedToAndHasTheRoom(
            String scene, int width, int height, String more, boolean question, boolean gesture) {
        browser.viewport(width, height);
        browser.visit(site.address("v1/embed/?scene=" + scene + (more.isEmpty() ? "" : "&" + more)));
        browser.await("document.documentElement.dataset.drawn");
        assertEquals(question, browser.run("return document.getElementById('lesson').checkVisibility();"));
        assertEquals(gesture, browser.run("return document.getElementById('gesture').checkVisibility();"));
    }

    @Test
    void aCoveredFutureIsInNoPictureTableOrWordUntilSomebodyHasGuessed() {
        browser.viewport(1280, 800);
        page.open("scene=shark&hide-future=1");
        assertTrue(visible("uncover") && visible("guess") && !visible("seen"));
        String covered = page.pixels("dynamics");
        int latest = latestReading();
        // readings are a pixel apart, which is about a step
        assertTrue(latest <= 124 && latest > 120, "t = " + latest);
        browser.run("document.querySelector('#guess button[value=yes]').click();");
        browser.await("!document.getElementById('lab').hasAttribute('data-covered')");
        assertTrue(!visible("uncover") && visible("seen"));
        assertNotEquals(covered, page.pixels("dynamics"));
        assertTrue(latestReading() > 200);
        browser.await("location.hash.includes('guess=yes')");
        assertFalse(page.hash().contains("hide-future"));
    }

    @Test
    void aLessonThatOpensByItselfOrIsChosenIsCoveredAndALinkLooksAsItDid() {
        browser.viewport(1280, 800);
        page.open("");
        assertTrue(visible("uncover"));
        browser.await("document.getElementById('uncover').click() || document.getElementById('uncover').hidden");
        choose("scene-menu", "shark");
        browser.await("location.hash.includes('scene=shark') && !document.getElementById('uncover').hidden");
        assertTrue(page.hash().contains("hide-future=1"));
        page.rest();
        choose("preset-menu", "1");
        browser.await("location.hash.includes('whale') && !document.getElementById('uncover').hidden");
        for (String link : List.of("scene=shark", "scene=shark&t=60", "seed=3")) {
            page.open(link);
            assertFalse(visible("uncover"), link);
        }
    }

    private static void choose(String menu, String value) {
        browser.run("""
                const menu = document.getElementById(arguments[0]);
                menu.value = arguments[1];
                menu.dispatchEvent(new Event('change', {bubbles: true}));""", menu, value);
    }

    @Test
    void anEmbedCoversTheFutureWhereItsAddressSaysSo() {
        browser.viewport(600, 400);
        browser.visit(site.address("v1/embed/?scene=hierarchy&t=80&hide-future=1"));
        browser.await("document.documentElement.dataset.state === 'ready'");
        String covered = page.pixels("dynamics");
        browser.visit(site.address("v1/embed/?scene=hierarchy&t=80"));
        browser.await("document.documentElement.dataset.state === 'ready'");
        assertNotEquals(covered, page.pixels("dynamics"));
    }

    private static boolean visible(String id) {
        return Boolean.TRUE.equals(browser.run("return document.getElementById(arguments[0]).checkVisibility();", id));
    }

    /** The latest step that any table of the figures speaks of. */
    private static int latestReading() {
        browser.run("document.getElementById('numbers').click();");
        Object latest = browser.run("""
                const steps = [...document.querySelectorAll('#numbers-list td')]
                  .map(cell => /^t = (\\d+)$/.exec(cell.innerText)).filter(found => found).map(found => +found[1]);
                document.getElementById('numbers-dialog').close();
                return Math.max(...steps);""");
        return ((Number) latest).intValue();
    }

    @Test
    void aLecturerFindsALessonByTheFieldsWord() {
        browser.viewport(1280, 800);
        browser.visit(site.address(""));
        browser.await("document.documentElement.dataset.drawn");
        find("Zero-Shot");
        assertEquals(List.of("lab/#scene=routing&hide-future=1", "lab/#scene=digits&hide-future=1&starts=1"), shown());
        assertEquals("2 of " + Scenes.COURSE.size() + " lessons", text("found"));
        find("no such thing");
        assertEquals(List.of(), shown());
        find("");
        assertEquals(Scenes.COURSE.size(), shown().size());
    }

    private static void find(String words) {
        browser.run("""
                const field = document.getElementById('find');
                field.value = arguments[0];
                field.dispatchEvent(new Event('input', {bubbles: true}));""", words);
    }

    @SuppressWarnings("unchecked")
    private static List<String> shown() {
        return (List<String>) browser.run("""
                return [...document.querySelectorAll('.gallery a')].filter(a => a.checkVisibility())
                  .map(a => a.getAttribute('href'));""");
    }
}
