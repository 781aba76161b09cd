package dynlab.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Experiment;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.scene.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run has the same bits on the JVM, in JavaScript and in WebAssembly with and without SIMD: losses of all steps and the final
 * weights.
 */
final class DigestIT {
    private static final Path REFERENCE = Path.of("src/test/resources/reference");
    /** What a worker is asked for, and what it says that it has. */
    private static final Map<String, List<?>> BACKENDS = Map.of(
            "js", List.of("js", List.of()),
            "wasm", List.of("wasm", List.of("simd", "shared")),
            "wasm&simd=no", List.of("wasm", List.of("shared")));

    private static Site site;
    private static Browser browser;

    @BeforeAll
    static void startAWorkerOfEachKind() throws IOException {
        site = Site.open();
        browser = Browser.open();
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        // a page of the site that runs nothing by itself
        browser.visit(site.address("style/tokens.css"));
        BACKENDS.forEach((backend, has) -> assertEquals(has, browser.driver().executeAsyncScript("""
                const [backend, done] = arguments;
                const worker = new Worker('/worker.js?backend=' + backend, {type: 'module'});
                window[backend] = worker;
                worker.onerror = e => done(e.message);
                let has = [];
                worker.onmessage = e => {
                  if (e.data.kind === 'target') has = [e.data.target, e.data.words];
                  if (e.data.kind === 'ready') done(has);
                };
                """, backend)));
    }

    @AfterAll
    static void close() throws IOException {
        browser.close();
        site.close();
    }

    static List<Path> references() throws IOException {
        try (Stream<Path> files = Files.list(REFERENCE)) {
            return files.filter(DigestIT::isExperiment).sorted().toList();
        }
    }

    /** The others are tables of numbers. */
    private static boolean isExperiment(Path file) {
        try {
            return Files.readString(file).replace(" ", "").contains("\"format\":\"dynlab-experiment/1\"");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void everyReferenceExperimentHasOneDigest(Path file) throws IOException {
        String text = Files.readString(file);
        assertOneDigest(ExperimentCodec.read(text, new ExactDecimals()), "", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scene=hierarchy",
                "scene=hierarchy&depth=0",
                "scene=hierarchy&depth=2&gamma=0.1",
                "scene=hierarchy&depth=3&gamma=1&seed=7",
                "scene=hierarchy&depth=4&gamma=1&width=17",
                "scene=hierarchy&start=aligned&gamma=0.001",
                "scene=hierarchy&start=aligned&depth=3&gamma=0.1",
                "scene=hierarchy&gamma=1&rate=0.0013&epochs=700",
                "scene=hierarchy&features=50&gamma=0.003&rate=0.001",
                "scene=hierarchy&features=50&seed=999999&flip=0.31&rate=0.001&depth=2&gamma=0.5",
                "scene=hierarchy&gamma=10&rate=0.02&epochs=400",
            })
    void everySettingOfASceneHasOneDigest(String text) {
        Address address = Address.parse(text, new ExactDecimals());
        assertEquals(List.of(), address.problems());
        assertOneDigest(address.scene().experiment(address.config()), text, "");
    }

    /** The drawn starts and curved activations that no reference file has. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"gaussian\", \"sigma\": 0.7, \"seed\": 5}",
                "{\"kind\": \"nma\", \"gamma\": 0.9, \"seed\": 6}",
                "{\"kind\": \"orthogonal\", \"gain\": 0.8, \"seed\": 7}",
            })
    void curvedActivationsAndDrawnStartsHaveOneDigest(String init) {
        String text = curved(init);
        assertOneDigest(ExperimentCodec.read(text, new ExactDecimals()), "", text);
    }

    @Test
    void aRefusedFileIsAnsweredWithItsOneSentenceAndTheFieldThatItSpeaksOf() {
        for (String backend : BACKENDS.keySet()) {
            Map<?, ?> answer = ask(backend, "", "{\"format\": \"dynlab-experiment/2\"}");
            assertEquals("failed", answer.get("kind"));
            assertEquals(List.of("format: expected \"dynlab-experiment/1\"", "format"), answer.get("words"));
        }
    }

    /** tanh and leaky_relu nodes, two paths, decimals that are hard to round, two contexts. */
    private static String curved(String init) {
        return """
                {"format": "dynlab-experiment/1", "name": "curved",
                 "graph": {"nodes": [
                   {"id": "x", "role": "input", "width": 3},
                   {"id": "h", "role": "hidden", "width": 9, "activation": "tanh"},
                   {"id": "k", "role": "hidden", "width": 7, "activation": "leaky_relu"},
                   {"id": "l", "role": "hidden", "width": 5, "activation": "relu"},
                   {"id": "y", "role": "output", "width": 2}],
                  "edges": [
                   {"id": "a", "source": "x", "target": "h"}, {"id": "b", "source": "h", "target": "k"},
                   {"id": "c", "source": "x", "target": "l"}, {"id": "d", "source": "k", "target": "y"},
                   {"id": "e", "source": "l", "target": "y"}]},
                 "contexts": [
                  {"name": "one", "weight": [0.3, 0.7, 1.1], "x": {"x": [[0.1, -2.7, 9.007199254740993], [1e-3, 4.35, 0.7], [-1, 1, 0.3]]},
                   "y": {"y": [[0.2, 0.9, -0.4], [1.7976931348623157e-3, 0.30000000000000004, 0.1]]}},
                  {"name": "two", "node_gates": {"l": 0.5}, "x": {"x": [[0.6], [2.2250738585072014e-3], [-0.15]]},
                   "y": {"y": [[5e-1], [-0.8]]}}],
                 "init": %s,
                 "training": {"dt": 0.013, "tau": 1.7, "steps": 800},
                 "record": {"every": 50, "quantities": ["loss", "singular_values"]}}
                """.formatted(init);
    }

    private static void assertOneDigest(Experiment experiment, String address, String text) {
        String expected = Runner.of(experiment).complete().trajectory().digest().orElseThrow();
        for (String backend : BACKENDS.keySet()) {
            Map<?, ?> answer = ask(backend, address, text);
            List<?> words = (List<?>) answer.get("words");
            assertEquals("done", answer.get("kind"), () -> backend + ": " + words);
            assertTrue(words.contains(expected), () -> backend + " differs from " + expected + ": " + words);
        }
    }

    /** Kind and words of the last message that a worker posts for a request. */
    private static Map<?, ?> ask(String backend, String address, String text) {
        return (Map<?, ?>) browser.driver().executeAsyncScript("""
                        const [backend, address, text, done] = arguments;
                        const worker = window[backend];
                        worker.onmessage = e => {
                          if (['done', 'failed'].includes(e.data.kind)) done({kind: e.data.kind, words: e.data.words});
                        };
                        worker.postMessage({id: 1, address, text, run: 0});
                        """, backend, address, text);
    }
}
