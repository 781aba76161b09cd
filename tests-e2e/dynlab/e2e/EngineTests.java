package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every engine must do: each link of the corpus gives the run that it was made from, bit by bit, and each page answers
 * to the hand. Chromium has the other tests; here are Firefox and WebKit, with {@code mvn verify -Pbrowsers}.
 */
@Tag("engines")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EngineTests {
    private Site site;
    private Engine engine;

    /** Starts the engine. */
    abstract Engine start() throws IOException;

    @BeforeAll
    void open() throws IOException {
        site = Site.open();
        engine = start();
    }

    @AfterAll
    void close() throws IOException {
        engine.close();
        site.close();
    }

    private void visit(String page) {
        engine.visit(site.address(page));
    }

    private void rest() {
        engine.await("['ready', 'diverged'].includes(document.documentElement.dataset.state)");
    }

    private void silent() {
        assertEquals(List.of(), engine.errors());
    }

    private String data(String key) {
        return engine.run("return document.documentElement.dataset." + key + ";");
    }

    private void press(String key) {
        engine.run("document.getElementById('scrubber').dispatchEvent(new KeyboardEvent('keydown', {key: '" + key
                + "', bubbles: true}));");
    }

    private int step() {
        return Integer.parseInt(
                engine.run("return document.getElementById('scrubber').getAttribute('aria-valuenow');"));
    }

    /** A figure that was saved as one file runs from a disk as it does on the page. */
    void aFigureSavedAsOneFileRunsFromADisk(Path folder, String scene) throws IOException {
        visit("lab/#scene=" + scene + "&t=3");
        rest();
        engine.await("document.documentElement.dataset.digest");
        String digest = data("digest");
        engine.run("import(new URL('../single.js', document.baseURI).href)"
                + ".then(one => one.single('scene=" + scene
                + "&t=3', 'A figure')).then(text => { window.one = text; });"
                + " return '';");
        engine.await("window.one");
        Path file = Files.writeString(folder.resolve(scene + ".html"), engine.run("return window.one;"));
        engine.visit(file.toUri().toString());
        rest();
        engine.await("document.documentElement.dataset.digest === '" + digest + "'");
        assertEquals(3, step());
        press("ArrowRight");
        engine.await("document.getElementById('scrubber').getAttribute('aria-valuenow') === '4'");
        silent();
    }

    /** Address, blank, digest. */
    static List<String> corpus() throws IOException {
        return PermalinksIT.corpus();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void everyLinkOfTheCorpusOpensAsItsRun(String line) {
        String address = line.substring(0, line.indexOf(' '));
        String digest = line.substring(line.indexOf(' ') + 1);
        visit("lab/#" + address + "&digest=" + digest.substring(3, 15));
        rest();
        engine.await("document.documentElement.dataset.verdict");
        assertEquals(digest, data("digest"));
        assertEquals("same", data("verdict"));
        assertEquals("", engine.run("return document.getElementById('notices').textContent;"));
        silent();
    }

    /** Products of 30 rows and 8 columns, in a worker that has WebAssembly, and its SIMD kernel unless it is told not to. */
    @ParameterizedTest
    @CsvSource({"backend=wasm, wasm simd", "backend=wasm&simd=no, wasm"})
    void theWorkerInWebAssemblyHasTheSameBits(String wish, String kind) {
        String address = "scene=hierarchy&depth=3&width=30&gamma=1&epochs=200";
        Address read = Address.parse(address, new ExactDecimals());
        String digest = Runner.of(read.scene().experiment(read.config()))
                .complete()
                .trajectory()
                .digest()
                .orElseThrow();
        visit("style/tokens.css");
        engine.run("""
                const worker = new Worker('/worker.js?%s', {type: 'module'});
                let has = '';
                worker.onerror = e => { window.answer = e.message || 'broken'; };
                worker.onmessage = e => {
                  if (e.data.kind === 'target') has = [e.data.target, ...e.data.words].join(' ');
                  if (e.data.kind === 'ready') worker.postMessage({id: 1, address: '%s', text: '', run: 0});
                  if (e.data.kind === 'done') window.answer = has + ' ' + e.data.words.find(word => word.startsWith('d1-'));
                };
                return '';""".formatted(wish, address));
        engine.await("window.answer");
        assertEquals(kind + " " + digest, engine.run("return window.answer;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lab/", "v1/embed/shark/", "v1/embed/routing/"})
    void theTimeLineOfEachPageFollowsTheKeys(String page) {
        visit(page);
        rest();
        press("Home");
        engine.await("document.getElementById('scrubber').getAttribute('aria-valuenow') === '0'");
        press("ArrowRight");
        engine.await("document.getElementById('scrubber').getAttribute('aria-valuenow') !== '0'");
        int early = step();
        press("End");
        engine.await("document.getElementById('scrubber').getAttribute('aria-valuenow')"
                + " === document.getElementById('scrubber').getAttribute('aria-valuemax')");
        assertTrue(step() > early);
        engine.await("document.documentElement.dataset.drawn === 'yes'");
        silent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hierarchy", "xor", "routing", "rich-lazy", "digits"})
    void aLessonChosenFromAnotherIsDrawn(String scene) {
        visit("lab/#scene=chain");
        rest();
        engine.run("location.hash = '#scene=" + scene + "';");
        engine.await("document.getElementById('scene-menu').value === '" + scene + "'");
        rest();
        List<String> blank = new ArrayList<>(List.of(engine.run("""
                const blank = [];
                for (const canvas of document.querySelectorAll('canvas')) {
                  if (!canvas.clientWidth || !canvas.width) continue;
                  const all = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                  let drawn = false;
                  for (let i = 0; i < all.length && !drawn; i++) drawn = all[i] !== all[i % 4];
                  if (!drawn) blank.push(canvas.id);
                }
                return blank.join(' ');""").split(" ")));
        blank.removeIf(String::isEmpty);
        assertEquals(List.of(), blank, "canvases on which nothing is drawn");
        silent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep", "xor"})
    void aPresetOfTheDrawingBoardRuns(String preset) {
        visit("build/");
        engine.await("document.documentElement.dataset.drawn");
        engine.await("['ready', 'diverged', 'refused'].includes(document.documentElement.dataset.state)");
        engine.run("const presets = document.getElementById('preset'); presets.value = '" + preset
                + "'; presets.dispatchEvent(new Event('change', {bubbles: true}));");
        engine.await("document.documentElement.dataset.state === 'ready' && document.documentElement.dataset.digest");
        silent();
    }
}
