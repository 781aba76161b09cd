package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that cannot be read in full is named in a notice, the rest of it applies, and nothing of it becomes markup. */
final class AddressIT {
    private static final String FOREIGN =
            "document.querySelectorAll('img, script, svg script, iframe, [onerror]').length";

    private static Site site;
    private static Browser browser;
    private static LabPage page;
    private static long elements;

    @BeforeAll
    static void open() throws IOException {
        site = Site.open();
        browser = Browser.open();
        page = new LabPage(browser, site);
        page.open("epochs=50");
        browser.run("window.alert = () => { window.alerted = true; };");
        elements = (Long) browser.run("return " + FOREIGN + ";");
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
        site.close();
    }

    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.console());
    }

    /** What is broken, and the words by which a notice has to name it. */
    static Stream<List<String>> broken() {
        return Stream.of(
                        "scene=nowhere",
                        "scene=",
                        "scene",
                        "scene=../hierarchy",
                        "gamma",
                        "gamma=",
                        "gamma=abc",
                        "gamma=NaN",
                        "gamma=Infinity",
                        "gamma=1e999",
                        "gamma=-1",
                        "gamma=0",
                        "gamma=11",
                        "gamma=0x1p3",
                        "gamma=1,5",
                        "gamma=1e",
                        "gamma=5.",
                        "gamma=--1",
                        "gamma=null",
                        "gamma=1e-12&gamma=1",
                        "gamma=%31%32",
                        "gamma=%",
                        "gamma=%zz",
                        "gamma=%ff",
                        "gamma=%00",
                        "gamma=%F0%9F%98%80",
                        "gamma=1%0A",
                        "rate=1",
                        "depth=1.5",
                        "depth=-1",
                        "depth=5",
                        "depth=one",
                        "epochs=1e9",
                        "epochs=49",
                        "flip=0.5",
                        "flip=0",
                        "start=aligned2",
                        "start=1",
                        "start=Random",
                        "features=10001",
                        "seed=-1",
                        "seed=1.5",
                        "seed=99999999999999999999",
                        "against=deep",
                        "t=-1",
                        "t=now",
                        "t=NaN",
                        "ask=unicorn:fly",
                        "ask=canary",
                        "ask=%zz:%",
                        "theme=purple",
                        "theme=<img>",
                        "hide=*",
                        "hide=theme,nonsense",
                        "lock=\"'",
                        "autoplay=yes",
                        "digest=nothing",
                        "color=red",
                        "__proto__=1",
                        "constructor=1",
                        "toString=1",
                        "<script>=1",
                        "javascript:alert(1)=1",
                        "gamma=<img src=x onerror=alert(1)>",
                        "<img src=x onerror=alert(1)>=1",
                        "gamma=\"><svg onload=alert(1)>",
                        "ключ=1",
                        "a=b=c")
                .map(text -> List.of(text, name(text)));
    }

    private static String name(String text) {
        int equals = text.indexOf('=');
        return text.startsWith("<img") ? "<img src" : equals < 0 ? text : text.substring(0, equals);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aPartThatCannotBeUsedIsNamedInANoticeAndTheRestApplies(List<String> broken) {
        assertNoticed(broken.get(0) + "&width=7", broken.get(1));
        assertEquals("7", browser.run("return document.getElementById('knob-width').value;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"width=0", "width=101", "width=7&width=8", "width=", "=", "=1", "&&&=&"})
    void aBrokenWidthOrNoNameAtAllIsNoticed(String broken) {
        assertNoticed(broken, broken.startsWith("width") ? "width" : "\"\"");
    }

    @Test
    void fiveThousandCharactersAreNoticedAndNotRead() {
        assertNoticed("width=9&x=" + "y".repeat(5000), "4096");
        assertNoticed("width=9&" + "%".repeat(5000), "4096");
    }

    @Test
    void oneHundredBrokenPartsLeaveAFewNoticesThatStandInTheWindow() {
        StringBuilder many = new StringBuilder("width=8");
        for (int i = 0; i < 100; i++) {
            many.append("&k").append(i).append("=1");
        }
        assertNoticed(many.toString(), "is not a knob");
        assertTrue(noticed().contains("and 60 more"), noticed());
        assertTrue(
                (Long) browser.run("return document.querySelectorAll('#notices .notice:not([hidden])').length;") <= 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"t=1e300", "hide=question,time", "lock=gamma,play", "digest=123456", "resize=lti", "autoplay=0"})
    void aLookThatMeansNothingHereHarmsNothing(String look) {
        browser.run("document.getElementById('notices').replaceChildren();");
        page.go(look + "&epochs=51");
        assertUnharmed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gamma=<img src=x onerror=alert(1)>",
                "scene=nowhere&gamma=NaN&t=-1",
                "theme=%zz&ask=%:%&backend=<b>",
                "width=%zz"
            })
    void aPageThatIsOpenedAtABrokenAddressOpens(String broken) {
        page.open(broken);
        browser.await("document.getElementById('notices').textContent.length > 10 || " + !broken.contains("width"));
        assertEquals(elements, browser.run("return " + FOREIGN + ";"));
        assertFalse(noticed().contains("Exception"), noticed());
    }

    @Test
    void aNoticeCanBeDismissed() {
        assertNoticed("color=red", "color");
        browser.run("document.querySelector('#notices button').click();");
        assertEquals("", noticed());
    }

    private static void assertNoticed(String address, String name) {
        browser.run("document.getElementById('notices').replaceChildren();");
        page.go("epochs=50");
        page.go(address + (address.contains("epochs") ? "" : "&epochs=50"));
        browser.await("document.getElementById('notices').textContent.length > 0");
        assertUnharmed();
        String said = noticed();
        assertTrue(said.contains(name), "\"" + name + "\" is not named in: " + said);
        for (String alien : List.of("Exception", "Error", "java", "undefined", "null")) {
            assertFalse(said.replace("javascript:", "").contains(alien) && !address.contains(alien), said);
        }
        assertEquals(true, browser.run("""
                        return [...document.querySelectorAll('#notices .notice:not([hidden])')].every(notice => {
                          const box = notice.getBoundingClientRect();
                          return box.width > 100 && box.height > 10 && box.left >= 0 && box.top >= 0
                            && box.right <= innerWidth && box.bottom <= innerHeight && getComputedStyle(notice).visibility === 'visible';
                        });
                        """), "a notice stands outside of the window");
    }

    private static void assertUnharmed() {
        page.pixels("timeline");
        browser.await("document.documentElement.dataset.state === 'ready'");
        assertEquals(elements, browser.run("return " + FOREIGN + ";"), "an element was injected");
        assertEquals(false, browser.run("return !!window.alerted;"));
    }

    private static String noticed() {
        return String.valueOf(browser.run("return document.getElementById('notices').textContent;"));
    }
}
