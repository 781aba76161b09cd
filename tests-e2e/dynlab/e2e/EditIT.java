package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Rng;
import dynlab.scene.Address;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A reader changes the world of the shark, guesses, and goes from scene to scene. */
final class EditIT extends OpenLab {
    private static final String UNDO = "#edit-bar button:nth-of-type(3)";

    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.console());
    }

    private static String jvm(String address) {
        Address read = Address.parse(address, new ExactDecimals());
        assertEquals(List.of(), read.problems());
        return Runner.of(read.scene().experiment(read.config()))
                .complete()
                .trajectory()
                .digest()
                .orElseThrow();
    }

    private static void click(String selector) {
        browser.run("document.querySelector(arguments[0]).click();", selector);
    }

    @Test
    void aTurnedCellIsAnotherRunAndUndoLeadsBackToTheFirst() {
        page.open("scene=shark");
        String first = page.data("digest");
        click("#edit-bar button");
        click("#cell-4-2");
        browser.await("location.hash.includes('flips=4.2')");
        browser.await("document.documentElement.dataset.digest === '" + jvm("scene=shark&flips=4.2") + "'");
        page.rest();
        click(UNDO);
        browser.await("document.documentElement.dataset.digest === '" + first + "'");
        assertEquals("false", browser.run("return String(location.hash.includes('flips'));"));
    }

    @Test
    void anItemIsRenamedAndAPropertyAddedByKeysAlone() {
        page.open("scene=shark");
        click("#edit-bar button");
        WebElement shark = browser.driver().findElement(By.id("item-0"));
        shark.sendKeys(Keys.ENTER);
        WebElement field = browser.driver().findElement(By.cssSelector(".naming input"));
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), "Ray", Keys.ENTER);
        browser.await("location.hash.includes('names=Ray')");
        assertEquals("item-0", browser.run("return document.activeElement.id;"));
        browser.driver()
                .findElement(By.cssSelector("#edit-bar button:nth-of-type(2)"))
                .sendKeys(Keys.ENTER);
        browser.driver().findElement(By.cssSelector(".naming input")).sendKeys("stings", Keys.ENTER);
        browser.await("location.hash.includes('stings')");
        browser.await("document.activeElement.id === 'cell-16-0'");
        browser.driver().switchTo().activeElement().sendKeys(" ");
        browser.await("document.getElementById('cell-16-0').getAttribute('aria-pressed') === 'true'");
        page.rest();
        assertEquals(jvm(page.hash()), page.data("digest"));
        String options = String.valueOf(browser.run("return document.getElementById('asked-item').textContent;"));
        assertTrue(options.startsWith("ray"), options);
    }

    @Test
    void aNameThatIsTakenIsAnsweredWithASentenceAndNothingIsLost() {
        page.open("scene=shark");
        String hash = page.hash();
        click("#edit-bar button");
        click("#item-0");
        browser.driver()
                .findElement(By.cssSelector(".naming input"))
                .sendKeys(Keys.chord(Keys.CONTROL, "a"), "tuna", Keys.ENTER);
        browser.await("document.getElementById('notices').textContent.includes('There is a Tuna already.')");
        assertEquals(hash, page.hash());
    }

    @Test
    void fiftyRandomTurnsAndAsManyUndoneLeaveTheWorldAsItWas() {
        page.open("scene=shark&epochs=60");
        String first = page.data("digest");
        click("#edit-bar button");
        Rng rng = new Rng(5);
        for (int turn = 0; turn < 50; turn++) {
            click("#cell-" + (int) (rng.nextDouble() * 16) + "-" + (int) (rng.nextDouble() * 8));
        }
        page.rest();
        browser.await("document.documentElement.dataset.digest !== '" + first + "'");
        for (int turn = 0; turn < 50; turn++) {
            click(UNDO);
        }
        browser.await("document.documentElement.dataset.digest === '" + first + "'");
        page.rest();
        assertEquals("scene=shark&epochs=60", page.hash().replaceAll("&t=.*", ""));
    }

    @Test
    void aGuessIsDrawnTravelsInTheAddressAndIsJudgedAtTheEnd() {
        page.open("scene=shark&t=250");
        String before = page.pixels("dynamics");
        click("#guess button[value=yes]");
        browser.await("location.hash.includes('guess=yes')");
        assertNotEquals(before, page.pixels("dynamics"));
        String words = String.valueOf(browser.run("return document.getElementById('because').textContent;"));
        assertTrue(words.startsWith("You: yes. It: no, by way of yes."), words);
        click("#guess button[value=yes]");
        browser.await("!location.hash.includes('guess')");
    }

    @Test
    void presetsAndScenesAreChosenFromTheirMenus() {
        page.open("scene=shark");
        browser.run(
                "const m = document.getElementById('preset-menu'); m.value = '0'; m.dispatchEvent(new Event('change'));");
        browser.await("location.hash.includes('Parrot')");
        page.rest();
        assertEquals(jvm(page.hash()), page.data("digest"));
        for (String scene : List.of("chain", "xor", "hierarchy")) {
            browser.run(
                    "const m = document.getElementById('scene-menu'); m.value = arguments[0]; m.dispatchEvent(new Event('change'));",
                    scene);
            browser.await(
                    "document.documentElement.dataset.state === 'ready' && document.documentElement.dataset.digest === '"
                            + jvm("scene=" + scene) + "'");
            assertEquals(scene, browser.run("return document.getElementById('scene-menu').value;"));
        }
    }
}
