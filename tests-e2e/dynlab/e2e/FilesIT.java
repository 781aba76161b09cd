package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.cli.command.PackedFile;
import dynlab.experiment.Experiment;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.FileLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Experiment files are dropped, picked, saved and sent as links; what is wrong in one is said in a sentence. */
final class FilesIT extends OpenLab {
    private static final Path REFERENCE = Path.of("src/test/resources/reference");

    @BeforeAll
    static void open() {
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    }

    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.console());
    }

    static Stream<String> references() {
        return Stream.of(
                "dln_toy_small_random",
                "dln_nma_ideal_spectrum_9x8",
                "gdln_xor_four_paths",
                "gdln_routing_M3_K2_random",
                "xor_relu",
                "ctx2_same_relu");
    }

    private static String reference(String name) throws IOException {
        return Files.readString(REFERENCE.resolve(name + ".json"));
    }

    private static String jvm(String text) {
        Experiment experiment = ExperimentCodec.read(text, new ExactDecimals());
        return Runner.of(experiment).complete().trajectory().digest().orElseThrow();
    }

    private static void drop(String name, String text) {
        browser.run("""
                const data = new DataTransfer();
                data.items.add(new File([arguments[1]], arguments[0], {type: 'application/json'}));
                for (const type of ['dragover', 'drop'])
                  document.body.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
                """, name, text);
    }

    private static String noticed() {
        return String.valueOf(browser.run("return document.getElementById('notices').textContent;"));
    }

    private static void awaitDigest(String digest) {
        browser.await("document.documentElement.dataset.digest === '" + digest + "'");
        page.rest();
    }

    @ParameterizedTest
    @MethodSource("references")
    void aDroppedFileIsRunAndItsLinkIsTheSameRunInAnotherWindowAndOnTheJvm(String name) throws IOException {
        page.open("");
        String text = reference(name);
        drop(name + ".json", text);
        awaitDigest(jvm(text));
        page.pixels("dynamics");
        browser.screenshot("file-" + name);
        assertEquals("", noticed());
        browser.await("location.hash.startsWith('#x=')");
        FileLink link = FileLink.of(page.hash()).orElseThrow();
        assertEquals(jvm(text), jvm(PackedFile.unpack(link.code())));
        page.open("x=" + link.code() + "&t=0");
        assertEquals(jvm(text), page.data("digest"));
        assertEquals(0, page.step());
        browser.driver().findElement(By.id("scrubber")).sendKeys(Keys.ARROW_RIGHT);
        page.awaitStep(1);
        browser.await("location.hash.includes('&t=1')");
    }

    @Test
    void aFileIsPickedToo() throws IOException {
        page.open("");
        browser.driver()
                .findElement(By.id("file-picker"))
                .sendKeys(REFERENCE
                        .resolve("gdln_xor_four_paths.json")
                        .toAbsolutePath()
                        .toString());
        awaitDigest(jvm(reference("gdln_xor_four_paths")));
    }

    @Test
    void whatIsSavedIsTheExperimentThatIsShown() {
        page.open("seed=3&depth=2&gamma=0.1");
        browser.run("""
                window.saved = '';
                URL.createObjectURL = blob => { blob.text().then(text => { saved = text; }); return '#'; };
                HTMLAnchorElement.prototype.click = function() { window.savedAs = this.download; };
                document.querySelector('header [data-act=save-file]').click();
                """);
        browser.await("saved.length > 100");
        assertEquals("hierarchy.json", browser.run("return savedAs;"));
        assertEquals(page.data("digest"), jvm(String.valueOf(browser.run("return saved;"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|line 1, column 1",
                "{\"format\": \"dynlab-experiment/1\"|line 1, column",
                "{\"format\": \"dynlab-experiment/2\"}|format: expected",
                "{\"format\": \"dynlab-experiment/1\", \"alert\": \"<img src=x onerror=alert(1)>\"}|alert",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[|nested deeper",
            })
    void aBrokenFileIsNamedWithItsPlaceAndNothingIsLost(String broken) {
        page.open("seed=4&t=40");
        String digest = page.data("digest");
        int bar = broken.lastIndexOf('|');
        drop("mine.json", broken.substring(0, bar));
        browser.await("document.getElementById('notices').textContent.length > 0");
        String said = noticed();
        assertTrue(
                said.startsWith("mine.json could not be opened: ") && said.contains(broken.substring(bar + 1)), said);
        assertFalse(said.contains("Exception"), said);
        page.rest();
        assertEquals(digest, page.data("digest"));
        assertEquals(40, page.step());
        assertEquals(0L, browser.run("return document.querySelectorAll('#notices img').length;"));
    }

    @Test
    void aFileOfMoreThanSixteenMegabytesIsNotRead() {
        page.open("");
        browser.run("""
                const data = new DataTransfer();
                data.items.add(new File([new Uint8Array(17 * 1024 * 1024)], 'big.json'));
                document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
                """);
        browser.await("document.getElementById('notices').textContent.includes('16 MB')");
        page.go("scene=chain");
        browser.await("document.getElementById('notices').textContent === ''");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "!!!", "abc", "q1YqSyzJTFayUkosSlKqBQA"})
    void aBrokenLinkIsSaidAndTheFirstSceneIsShown(String code) {
        page.open("x=" + code);
        browser.await("document.getElementById('notices').textContent.length > 0");
        assertTrue(noticed().startsWith("The experiment in this link "), noticed());
        assertEquals("hierarchy", browser.run("return document.getElementById('scene-menu').value;"));
    }

    @Test
    void aFewLettersThatUnfoldToMoreThanSixteenMegabytesAreGivenUp() {
        String bomb = PackedFile.pack(" ".repeat(40 * 1024 * 1024));
        assertTrue(bomb.length() < 60_000, bomb.length() + "");
        page.open("x=" + bomb);
        browser.await("document.getElementById('notices').textContent.includes('16 MB')");
    }

    @Test
    void aRunOfMoreThanAMinuteIsAskedAboutFirst() throws IOException {
        page.open("");
        String text = reference("dln_nma_ideal_spectrum_9x8").replaceAll("\"steps\": *\\d+", "\"steps\": 99999999");
        drop("long.json", text);
        browser.await("document.documentElement.dataset.state === 'asked'");
        assertTrue(noticed().contains("minutes") || noticed().contains("hours"), noticed());
        browser.driver().findElement(By.cssSelector("#notices .strong")).click();
        browser.await("document.documentElement.dataset.state === 'running'");
        browser.await("!document.getElementById('busy').hidden");
        browser.driver().findElement(By.id("cancel")).click();
        browser.await("document.documentElement.dataset.state === 'ready'");
    }
}
