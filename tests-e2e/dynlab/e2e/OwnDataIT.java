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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** A table of the reader's own becomes a lesson. */
final class OwnDataIT extends OpenLab {
    private static final String TABLE = "animal;swims;flies;weight;legs\nShark;1;0;0,9;0\nTuna;1;0;0,6;0\n"
            + "Robin;0;1;0,1;2\nCanary;0;1;0,1;2\nOak;0;0;1,5;0\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void standard() {
        browser.viewport(1280, 800);
        browser.media(false, false);
    }

    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.errors());
    }

    private static void dialog(String scene) {
        page.open("scene=" + scene);
        browser.driver()
                .findElement(By.cssSelector(".files [data-act=own-table]"))
                .click();
        browser.await("document.getElementById('own-dialog')?.open");
    }

    private static void paste(String table) {
        browser.run(
                "const field = document.getElementById('own-text'); field.value = arguments[0];"
                        + " field.dispatchEvent(new Event('input', {bubbles: true}));",
                table);
    }

    private static void choose(String id, int option) {
        new Select(browser.driver().findElement(By.id(id))).selectByIndex(option);
    }

    private static String words(String selector) {
        return String.valueOf(browser.run("return document.querySelector(arguments[0]).textContent;", selector));
    }

    private static boolean usable() {
        return Boolean.FALSE.equals(browser.run("return document.getElementById('own-use').disabled;"));
    }

    private static void use() {
        String before = page.data("digest");
        browser.driver().findElement(By.id("own-use")).click();
        browser.await("document.documentElement.dataset.digest && document.documentElement.dataset.digest !== '"
                + before + "'");
        page.rest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hierarchy", "shark", "forms", "semantics", "regression"})
    void aTableIsLearnedTravelsInTheLinkAndIsUndone(String scene) throws IOException {
        dialog(scene);
        String lessons = page.data("digest");
        paste(TABLE);
        assertEquals("5 items of 4 properties.", words(".own-out .cap"));
        choose("own-scale", 0);
        assertEquals("0.9", words("#own-dialog tbody tr:first-child td:nth-child(4)"));
        use();
        browser.screenshot("own-" + scene);
        assertEquals("What does a network learn first of your own table?", words("#lesson"));
        String hash = page.hash();
        assertTrue(hash.contains("table=Shark,Tuna,Robin,Canary,Oak|swims:"), hash);
        String digest = page.data("digest");
        Address address = Address.parse(hash, new ExactDecimals());
        assertEquals(
                Runner.of(address.scene().experiment(address.config()))
                        .complete()
                        .trajectory()
                        .digest()
                        .orElseThrow(),
                digest);
        page.open(hash);
        assertEquals(digest, page.data("digest"));
        // and back
        dialog(scene);
        paste(TABLE);
        use();
        browser.driver().findElement(By.cssSelector(".history [data-act=undo]")).click();
        browser.await("document.documentElement.dataset.digest === '" + lessons + "'");
        assertTrue(!page.hash().contains("table="), page.hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "a;b\\n1;2\\n3;x\\n#Line 3, cell 2 has \"x\" where a number is expected.",
                "a;b\\n1;2\\n3;\\n#Line 3, cell 2 is empty.",
                "a;b\\n1;2\\n3;4;5\\n#Line 3, cell 3 is one too many: line 1 has 2 cells.",
                "a;b\\n1;2\\n3;NaN\\n#Line 3, cell 2 has \"NaN\" where a finite number is expected.",
                "1,000;2\\n3;4\\n#Line 1, cell 1 has \"1,000\", which may be 1000 or 1; write it without the comma.",
                "words alone#There is no line of numbers under the names.",
                "1;2;3\\n#The table has 1 items of 3 properties; a lesson takes 2 to 64 items and 1 to 64 properties."
            })
    void whatIsNoTableIsSaidInOneSentenceWithItsLineAndCell(String table, String sentence) {
        dialog("hierarchy");
        paste(table.replace("\\n", "\n"));
        assertEquals(sentence, words("#own-wrong"));
        assertTrue(!usable());
    }

    @Test
    void turningFillingSkippingWordsAndScalesAreSeenAtOnce() {
        dialog("hierarchy");
        paste("name;kind;size\nShark;fish;3\nRobin;bird;\nTuna;fish;2\n");
        assertTrue(words("#own-wrong").startsWith("Line 2, cell 2"), words("#own-wrong"));
        browser.driver().findElement(By.cssSelector(".own-how .tick")).click();
        assertEquals("Line 3, cell 3 is empty.", words("#own-wrong"));
        choose("own-blanks", 2);
        assertEquals("3 items of 3 properties.", words(".own-out .cap"));
        assertEquals("2.5", words("#own-dialog tbody tr:nth-child(2) td:nth-child(4)"));
        choose("own-blanks", 3);
        assertEquals("2 items of 3 properties.", words(".own-out .cap"));
        choose("own-turned", 1);
        assertEquals("3 items of 2 properties.", words(".own-out .cap"));
        choose("own-turned", 0);
        choose("own-scale", 1);
        assertEquals("−0.5", words("#own-dialog tbody tr:nth-child(2) td:nth-child(4)"));
        paste("1,000;2\n3;4\n");
        choose("own-comma", 2);
        assertEquals("", words("#own-wrong"));
        assertTrue(usable());
    }

    @Test
    void aFileIsOpenedAndATableTooLargeForALinkBecomesAnExperimentFile() throws IOException {
        StringBuilder table = new StringBuilder("item");
        for (int k = 0; k < 40; k++) {
            table.append(",property ").append(k);
        }
        for (int i = 0; i < 40; i++) {
            table.append("\nthing ").append(i);
            for (int k = 0; k < 40; k++) {
                table.append(',').append((i * 7 + k * 3) % 5 == 0 ? "0.123" : "-0.5");
            }
        }
        Path file = Files.writeString(folder.resolve("large.csv"), table);
        dialog("hierarchy");
        browser.run("document.getElementById('own-file').hidden = false;");
        browser.driver().findElement(By.id("own-file")).sendKeys(file.toString());
        browser.await("document.querySelector('.own-out .cap').textContent === '40 items of 40 properties.'");
        use();
        browser.await("document.getElementById('notices').textContent.includes('too large for a link')");
        browser.await("location.hash.startsWith('#x=')");
    }

    @ParameterizedTest
    @CsvSource({"1280, 800, light", "1280, 800, dark", "390, 844, light", "1024, 768, light", "600, 400, light"})
    void itFitsAndAxeFindsNothing(int width, int height, String theme) throws IOException {
        dialog("hierarchy");
        paste(TABLE.replace("Oak;0", "Oak;x"));
        browser.viewport(width, height);
        browser.media(theme.equals("dark"), false);
        browser.run("document.querySelector('#own-dialog .share-panel').scrollTop = 0;");
        browser.screenshot("own-data-" + width + "-" + theme);
        assertEquals(
                true,
                browser.run("const box = document.getElementById('own-dialog').getBoundingClientRect();"
                        + " const use = document.getElementById('own-use').getBoundingClientRect();"
                        + " return box.left >= 0 && box.right <= innerWidth && use.bottom <= innerHeight && use.right <= innerWidth"
                        + "  && document.scrollingElement.scrollWidth <= innerWidth;"));
        assertEquals(List.of(), Axe.violations(browser));
    }
}
