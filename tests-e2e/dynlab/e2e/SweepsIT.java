package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The figures of sweeps in the page: those of a lesson, one that is opened, and the runs that their points lead to. */
final class SweepsIT extends OpenLab {
    @BeforeEach
    void standard() {
        browser.viewport(1280, 800);
        browser.media(false, false);
    }

    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.errors());
    }

    private static void open(String scene) {
        page.open("scene=" + scene);
        browser.driver().findElement(By.id("theme")).click();
        browser.driver()
                .findElement(By.cssSelector("#view-menu [data-act=sweeps]"))
                .click();
        browser.await("document.getElementById('sweeps-dialog')?.open");
    }

    private static void drop(String name, String text) {
        browser.run("""
                const data = new DataTransfer();
                data.items.add(new File([arguments[1]], arguments[0], {type: 'application/json'}));
                const onto = document.getElementById('sweeps-dialog') || document.body;
                for (const type of ['dragover', 'drop'])
                  onto.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
                """, name, text);
    }

    private static String said(String selector) {
        return String.valueOf(
                browser.run("return document.querySelector(arguments[0]).textContent;", "#sweeps-dialog " + selector));
    }

    private static void table() {
        browser.await("document.querySelector('#sweeps-dialog td .btn')");
        browser.run("document.querySelector('#sweeps-dialog details').open = true;");
    }

    /** The run on the page is that of the lesson at the address. */
    private static void isRunAs(String address) {
        Address meant = Address.parse(address, new ExactDecimals());
        String digest = Runner.of(meant.scene().experiment(meant.config()))
                .complete()
                .trajectory()
                .digest()
                .orElseThrow();
        browser.await("document.documentElement.dataset.digest === '" + digest + "'");
        page.rest();
        assertEquals(
                meant.config(), Address.parse(page.hash(), new ExactDecimals()).config());
    }

    @ParameterizedTest
    @ValueSource(strings = {"race", "rich-lazy", "hierarchy"})
    void aNumberOfALessonsFigureIsARunOfIt(String scene) throws IOException {
        open(scene);
        table();
        assertEquals("", said(".wrong"));
        browser.screenshot("sweeps-" + scene);
        WebElement number = browser.driver().findElement(By.cssSelector("#sweeps-dialog td .btn"));
        String title = number.getAttribute("title");
        assertTrue(title.endsWith(". Show its run"), title);
        number.sendKeys(Keys.ENTER);
        browser.await("!document.getElementById('sweeps-dialog')");
        browser.await("location.hash.startsWith('#scene=" + scene + "')");
        isRunAs(page.hash());
        // and the figure shows where that run stands
        String run = page.hash();
        open(run.substring(run.indexOf('=') + 1));
        table();
        assertEquals(
                title,
                browser.driver().findElement(By.cssSelector("[aria-current]")).getAttribute("title"));
    }

    @Test
    void aPointUnderThePointerIsReadAndChosen() {
        open("race");
        table();
        // the lowest point of the last line, at the right end of the plot
        browser.run("""
                const canvas = document.querySelector('#sweeps-dialog canvas');
                const box = canvas.getBoundingClientRect();
                const at = (x, y, type) => canvas.dispatchEvent(new PointerEvent(type, {clientX: x, clientY: y, bubbles: true}));
                for (let y = box.top + 30; y < box.bottom; y += 4) {
                  for (let x = box.right; x > box.left; x -= 4) {
                    at(x, y, 'pointermove');
                    if (canvas.hasAttribute('data-hit')) { at(x, y, 'click'); return; }
                  }
                }
                """);
        browser.await("!document.getElementById('sweeps-dialog')");
        browser.await("location.hash.includes('domains=2') && location.hash.includes('size=0.02')");
        isRunAs(page.hash());
    }

    @Test
    void aFigureIsDroppedOnAnotherLessonAndLeadsToItsOwn() throws IOException {
        String file = Files.readString(Path.of("web/sweeps/sweep-sharing-over-domains.json"));
        page.open("scene=chain");
        drop("mine.json", file);
        browser.await("document.getElementById('sweeps-dialog')?.open");
        table();
        assertTrue(said(".share-panel > .cap").contains("another lesson, race"), said(".share-panel > .cap"));
        drop("other.json", "{\"format\": \"dynlab-chart/1\", \"kind\": \"pie\"}");
        browser.await("document.querySelector('#sweeps-dialog .wrong').textContent");
        assertTrue(
                said(".wrong").startsWith("other.json is not the figure of a sweep: kind: expected one of"),
                said(".wrong"));
        drop("mine.json", file);
        table();
        assertEquals("", said(".wrong"));
        browser.driver().findElement(By.cssSelector("#sweeps-dialog td .btn")).click();
        browser.await("location.hash.startsWith('#scene=race')");
        isRunAs(page.hash());
    }

    @Test
    void aLessonWithoutOneSaysHowToMakeOne() {
        open("chain");
        browser.await("document.querySelector('#sweeps-dialog .share-panel > .cap').textContent");
        assertTrue(said(".share-panel > .cap").startsWith("No figure of this lesson"), said(".share-panel > .cap"));
        assertEquals(false, browser.run("return document.querySelector('#sweeps-dialog canvas').checkVisibility();"));
    }
}
