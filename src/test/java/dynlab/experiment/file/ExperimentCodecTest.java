package dynlab.experiment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Examples;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.Refused;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Trajectory;
import dynlab.experiment.run.Runner;
import dynlab.numeric.Rng;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ExperimentCodecTest {
    /** What is replaced, by what, and the place that the answer has to name. */
    static List<Arguments> broken() {
        return List.of(
                of("\"dynlab-experiment/1\"", "\"dynlab-experiment/2\"", "format"),
                of("\"format\": \"dynlab-experiment/1\", ", "", "format"),
                of("\"name\": \"small\"", "\"name\": 5", "name"),
                of("\"description\"", "\"descripton\"", "descripton"),
                of("\"id\": \"h\"", "\"id\": \"a\"", "graph.nodes[2].id"),
                of("\"id\": \"h\"", "\"id\": \"\"", "graph.nodes[2].id"),
                of("\"id\": \"h\"", "\"id\": \"" + "h".repeat(65) + "\"", "graph.nodes[2].id"),
                of("\"id\": \"h\"", "\"id\": \"h\\u0007\"", "graph.nodes[2].id"),
                of("\"role\": \"hidden\"", "\"role\": \"middle\"", "graph.nodes[2].role"),
                of("\"width\": 3", "\"width\": 0", "graph.nodes[2].width"),
                of("\"width\": 3", "\"width\": 2.5", "graph.nodes[2].width"),
                of("\"width\": 3", "\"width\": \"3\"", "graph.nodes[2].width"),
                of("\"width\": 3", "\"width\": 16385", "graph.nodes[2].width"),
                of("\"width\": 3", "\"width\": 1e999", "graph.nodes[2].width"),
                of("\"activation\": \"relu\"", "\"activation\": \"sigmoid\"", "graph.nodes[2].activation"),
                of("\"activation\": \"relu\"", "\"activaton\": \"relu\"", "graph.nodes[2].activaton"),
                of(
                        "\"role\": \"input\", \"width\": 1}",
                        "\"role\": \"input\", \"width\": 1, \"activation\": \"tanh\"}",
                        "graph.nodes[1].activation"),
                of("\"id\": \"h>y\"", "\"id\": \"a>h\"", "graph.edges[2].id"),
                of("\"source\": \"b\"", "\"source\": \"c\"", "graph.edges[1].source"),
                of("\"target\": \"y\"", "\"target\": \"z\"", "graph.edges[2].target"),
                of(
                        "\"source\": \"h\", \"target\": \"y\"",
                        "\"source\": \"h\", \"target\": \"a\"",
                        "graph.edges[2].target"),
                of("\"source\": \"h\", \"target\": \"y\"", "\"source\": \"h\", \"target\": \"h\"", "graph.edges[2]"),
                of("\"source\": \"h\", ", "", "graph.edges[2].source"),
                of("\"train\": true", "\"train\": 1", "contexts[0].train"),
                of("\"weight\": [1, 0.5]", "\"weight\": [1]", "contexts[0].weight"),
                of("\"weight\": [1, 0.5]", "\"weight\": [1, -0.5]", "contexts[0].weight[1]"),
                of("\"weight\": [1, 0.5]", "\"weight\": [1, null]", "contexts[0].weight[1]"),
                of("\"node_gates\": {\"h\": 1}", "\"node_gates\": {\"k\": 1}", "contexts[0].node_gates.k"),
                of("\"node_gates\": {\"h\": 1}", "\"node_gates\": {\"h\": true}", "contexts[0].node_gates.h"),
                of("\"edge_gates\": {\"b>h\": 0}", "\"edge_gates\": {\"b\": 0}", "contexts[0].edge_gates.b"),
                of("\"a\": [[1, 0], [0, 1]]", "\"a\": [[1, 0]]", "contexts[0].x.a"),
                of("\"a\": [[1, 0], [0, 1]]", "\"a\": [[1, 0], [0]]", "contexts[0].x.a[1]"),
                of("\"a\": [[1, 0], [0, 1]]", "\"a\": [[1, 0], [0, \"1\"]]", "contexts[0].x.a[1][1]"),
                of("\"a\": [[1, 0], [0, 1]]", "\"a\": [[1, 0], [0, 1e400]]", "contexts[0].x.a[1][1]"),
                of("\"b\": [[1, -1]]", "\"b\": [[1, -1, 1]]", "contexts[0].x.b[0]"),
                of("\"b\": [[2]]", "\"h\": [[2]]", "contexts[1].x.h"),
                of("\"y\": {\"y\": [[1, 2], [3, 4]]}", "\"y\": {\"h\": [[1, 2], [3, 4]]}", "contexts[0].y.h"),
                of("\"y\": {\"y\": [[1, 2], [3, 4]]}", "\"y\": {\"y\": [[1], [3]]}", "contexts[0].y.y[0]"),
                of("\"x\": {\"b\": [[2]]}", "\"x\": {}", "contexts[1]"),
                of("\"b>h\": [[0.1], [0.2], [0.3]],", "", "initial_weights.b>h"),
                of("\"b>h\": [[0.1], [0.2], [0.3]]", "\"b>h\": [[0.1, 0.2, 0.3]]", "initial_weights.b>h"),
                of("\"b>h\": [[0.1], [0.2], [0.3]]", "\"b>h\": [[0.1], [0.2], [0.3]], \"c\": []", "initial_weights.c"),
                of("\"theory\": false", "\"init\": {\"kind\": \"gaussian\", \"sigma\": 1, \"seed\": 1}", "file"),
                of("\"initial_weights\"", "\"initial_weight\"", "initial_weight"),
                of("\"dt\": 0.1", "\"dt\": 0", "training.dt"),
                of("\"dt\": 0.1", "\"dt\": -1", "training.dt"),
                of("\"tau\": 2", "\"tau\": \"2\"", "training.tau"),
                of("\"tau\": 2, ", "", "training.tau"),
                of("\"steps\": 10", "\"steps\": 1.5", "training.steps"),
                of("\"steps\": 10", "\"steps\": 100000001", "training.steps"),
                of("\"steps\": 10", "\"steps\": 10, \"seed\": 1", "training.seed"),
                of("\"steps\": 10", "\"steps\": 10, \"from\": {\"c>h\": 1}", "training.from.c>h"),
                of("\"steps\": 10", "\"steps\": 10, \"from\": {\"h>y\": -1}", "training.from.h>y"),
                of("\"steps\": 10", "\"steps\": 10, \"gates_every\": 0", "training.gates_every"),
                of("\"steps\": 10", "\"steps\": 10, \"gates_every\": 2", "training"),
                of("\"at\": [0, 5, 10]", "\"at\": [0, 5, 11]", "record.at[2]"),
                of("\"at\": [0, 5, 10]", "\"at\": [0, 5, 5]", "record.at[2]"),
                of("\"at\": [0, 5, 10]", "\"at\": [0, 5, 10], \"every\": 2", "record"),
                of("\"at\": [0, 5, 10]", "\"every\": 0", "record.every"),
                of("\"outputs\"", "\"output\"", "record.quantities[1]"),
                of("\"theory\": false", "\"theory\": \"no\"", "theory"),
                of("\"theory\": false", "\"theory\": false, \"theory\": true", "line"),
                of("\"theory\": false", "\"theory\": false,", "line"),
                of("\"theory\": false}", "\"theory\": false} x", "line"),
                of("\"theory\": false", "\"theory\": FALSE", "line"),
                of("\"dt\": 0.1", "\"dt\": .1", "line"),
                of("\"dt\": 0.1", "\"dt\": 01", "line"),
                of("\"dt\": 0.1", "\"dt\": 0.", "line"),
                of("\"dt\": 0.1", "\"dt\": NaN", "line"),
                of("\"small\"", "\"sm\nall\"", "line"),
                of("\"small\"", "\"sm\\xall\"", "line"),
                of("\"small\"", "\"small", "line"),
                of("\"name\": \"small\"", "\"name\": " + "[".repeat(40) + "]".repeat(40), "line"));
    }

    private static Arguments of(String what, String by, String place) {
        return Arguments.of(what, by, place);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenFileIsAnsweredWithASentenceThatNamesThePlace(String what, String by, String place) {
        assertTrue(Examples.GOOD.contains(what), "the example has lost " + what);
        String text = Examples.GOOD.replaceFirst(
                java.util.regex.Pattern.quote(what), java.util.regex.Matcher.quoteReplacement(by));
        Refused refused = assertThrows(Refused.class, () -> ExperimentCodec.read(text, Examples.DECIMALS));
        assertTrue(refused.place().startsWith(place), refused.line() + " does not name " + place);
        assertFalse(refused.line().contains("Exception"), refused.line());
        assertFalse(refused.line().contains("\n"), refused.line());
        assertTrue(refused.line().length() < 300, refused.line());
    }

    @Test
    void theExampleItselfIsReadAndRuns() {
        Experiment experiment = Examples.good();
        assertEquals(3, experiment.architecture().edges().size());
        assertTrue(Runner.of(experiment).complete().trajectory().digest().isPresent());
    }

    @Test
    void whatIsWrittenIsReadBackAsTheSameRun() {
        Experiment experiment = Examples.good();
        Experiment again =
                ExperimentCodec.read(ExperimentCodec.write(experiment, Examples.DECIMALS), Examples.DECIMALS);
        assertEquals(
                Runner.of(experiment).complete().trajectory().digest(),
                Runner.of(again).complete().trajectory().digest());
        assertEquals(
                ExperimentCodec.write(experiment, Examples.DECIMALS), ExperimentCodec.write(again, Examples.DECIMALS));
    }

    @ParameterizedTest
    @MethodSource("inits")
    void everyKindOfInitIsReadDrawnAndWrittenBack(String init) {
        Experiment experiment = withInit(init);
        assertTrue(Runner.of(experiment).complete().trajectory().digest().isPresent());
        String text = ExperimentCodec.write(experiment, Examples.DECIMALS);
        assertEquals(text, ExperimentCodec.write(ExperimentCodec.read(text, Examples.DECIMALS), Examples.DECIMALS));
    }

    static List<String> inits() {
        return List.of(
                "{\"kind\": \"gaussian\", \"sigma\": 0.1, \"seed\": 1}",
                "{\"kind\": \"nma\", \"gamma\": 1e-12, \"seed\": 2}",
                "{\"kind\": \"orthogonal\", \"gain\": 0.2, \"seed\": 3}",
                "{\"kind\": \"gaussian\", \"sigma\": 0.1, \"seed\": 1, \"overrides\": {\"h>y\": {\"kind\": \"nma\", \"gamma\": 1, \"seed\": 5}}}");
    }

    static List<Arguments> brokenInits() {
        return List.of(
                Arguments.of("{\"kind\": \"uniform\", \"seed\": 1}", "init.kind"),
                Arguments.of("{\"kind\": \"gaussian\", \"seed\": 1}", "init.sigma"),
                Arguments.of("{\"kind\": \"gaussian\", \"sigma\": -1, \"seed\": 1}", "init.sigma"),
                Arguments.of("{\"kind\": \"gaussian\", \"sigma\": 1}", "init.seed"),
                Arguments.of("{\"kind\": \"gaussian\", \"sigma\": 1, \"seed\": -1}", "init.seed"),
                Arguments.of("{\"kind\": \"gaussian\", \"sigma\": 1, \"seed\": 1, \"gamma\": 2}", "init.gamma"),
                Arguments.of("{\"kind\": \"decoupled\", \"b0\": 1, \"seed\": 1}", "init.decoupled"),
                Arguments.of("{\"kind\": \"balanced\", \"lambda\": 0, \"scale\": 1, \"seed\": 1}", "init.balanced"),
                Arguments.of(
                        "{\"kind\": \"gaussian\", \"sigma\": 1, \"seed\": 1, \"overrides\": {\"W9\": {\"kind\": \"nma\"}}}",
                        "init.overrides.W9"),
                Arguments.of(
                        "{\"kind\": \"gaussian\", \"sigma\": 1, \"seed\": 1, \"overrides\": {\"h>y\": {\"kind\": \"decoupled\"}}}",
                        "init.overrides.h>y.kind"));
    }

    @ParameterizedTest
    @MethodSource("brokenInits")
    void aStartThatCannotBeDrawnIsAnsweredWithASentenceThatNamesThePlace(String init, String place) {
        Refused refused = assertThrows(Refused.class, () -> Runner.of(withInit(init)));
        assertTrue(refused.place().startsWith(place), refused.line());
    }

    private static Experiment withInit(String init) {
        String from = Examples.GOOD.substring(
                Examples.GOOD.indexOf("\"initial_weights\""), Examples.GOOD.indexOf("\"training\""));
        return ExperimentCodec.read(Examples.GOOD.replace(from, "\"init\": " + init + ",\n"), Examples.DECIMALS);
    }

    @Test
    void aFileWithManyBytesChangedAtRandomIsReadOrRefusedAndNeverFailsOtherwise() {
        Rng rng = new Rng(7);
        int refused = 0;
        String alphabet = "{}[]\",:0123456789.-eE truefalsnabcxyw\\\n\u0000é";
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder(Examples.GOOD);
            for (int k = 0; k <= round % 4; k++) {
                int at = rng.nextInt(text.length());
                switch (rng.nextInt(3)) {
                    case 0 -> text.setCharAt(at, alphabet.charAt(rng.nextInt(alphabet.length())));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, alphabet.charAt(rng.nextInt(alphabet.length())));
                }
            }
            try {
                ExperimentCodec.read(text.toString(), Examples.DECIMALS);
            } catch (Refused expected) {
                refused++;
            }
        }
        assertTrue(refused > 3000, refused + " of 5000 refused");
    }

    @Test
    void withoutARecordBlockARunOfManyStepsIsRecordedAtMostFourHundredTimesFirstAndLastIncluded() {
        String text = Examples.GOOD
                .replace(
                        "\"record\": {\"at\": [0, 5, 10], \"quantities\": [\"loss\", \"outputs\", \"similarity\", \"context_error\"]},",
                        "")
                .replace("\"steps\": 10", "\"steps\": 3000");
        Trajectory trajectory = Runner.of(ExperimentCodec.read(text, Examples.DECIMALS))
                .complete()
                .trajectory();
        assertTrue(trajectory.count() <= 400 && trajectory.count() > 50, trajectory.count() + " records");
        assertEquals(0, trajectory.step(0));
        assertEquals(3000, trajectory.step(trajectory.count() - 1));
        assertEquals(Optional.empty(), trajectory.series(SeriesKey.of(Quantity.MODE_STRENGTH)));
    }
}
