package dynlab.experiment.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.numeric.ExactDecimals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fields of biases, ties, gates, losses, rules and batches may not say, and where a file is told so. */
final class NewFieldsTest {
    /** Two layers of two units from two inputs to two outputs, with room for one change in each block. */
    private static String file(String node, String edge, String context, String training, String top) {
        return """
                {"format": "dynlab-experiment/1",
                 "graph": {"nodes": [{"id": "x", "role": "input", "width": 2},
                                     {"id": "h", "role": "hidden", "width": 2%s},
                                     {"id": "y", "role": "output", "width": 2}],
                           "edges": [{"id": "a", "source": "x", "target": "h"},
                                     {"id": "b", "source": "h", "target": "y"%s}]},
                 "contexts": [{"x": {"x": [[1, 0, 1], [0, 1, 1]]}, "y": {"y": [[1, 0, 2], [0, 1, 1]]}%s}],
                 "init": {"kind": "gaussian", "sigma": 0.1, "seed": 1},
                 "training": {"dt": 0.1, "tau": 1, "steps": 5%s}%s}
                """.formatted(node, edge, context, training, top);
    }

    private static Experiment read(String text) {
        return ExperimentCodec.read(text, new ExactDecimals());
    }

    private static void refused(String place, String text) {
        Refused refused = assertThrows(Refused.class, () -> read(text), place);
        assertEquals(place, refused.place(), refused.line());
        assertTrue(refused.line().length() > place.length() + 10, refused.line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "graph.nodes[1].slope | \"slope\": 0.1",
                "graph.nodes[1].slope | \"activation\": \"leaky_relu\", \"slope\": 1",
                "graph.nodes[1].slope | \"activation\": \"leaky_relu\", \"slope\": -0.1",
                "graph.nodes[1].bias | \"bias\": 1",
                "graph.nodes[1].properties | \"properties\": [\"p\", \"q\"]",
            })
    void ofNodes(String place, String field) {
        refused(place, file(", " + field, "", "", "", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "graph.edges[1].tied.to | \"tied\": {}",
                "graph.edges[1].tied.to | \"tied\": {\"to\": \"c\"}",
                "graph.edges[1].tied.to | \"tied\": {\"to\": \"b\"}",
                "graph.edges[1].tied.transpose | \"tied\": {\"to\": \"a\", \"transpose\": 1}",
                "graph.edges[1].tied.more | \"tied\": {\"to\": \"a\", \"more\": 1}",
            })
    void ofEdges(String place, String field) {
        refused(place, file("", ", " + field, "", "", ""));
    }

    @Test
    void ofTiesThatDoNotFitOrHaveWeights() {
        String tie = ", \"tied\": {\"to\": \"a\"}";
        refused(
                "graph.edges[1].tied",
                file("", tie, "", "", "").replace("\"hidden\", \"width\": 2", "\"hidden\", \"width\": 3"));
        refused("training.from.b", file("", tie, "", ", \"from\": {\"b\": 1}", ""));
        refused(
                "init.overrides.b",
                file("", tie, "", "", "")
                        .replace(
                                "\"seed\": 1}",
                                "\"seed\": 1, \"overrides\": {\"b\": {\"kind\": \"gaussian\", \"sigma\": 1, \"seed\": 1}}}"));
        refused(
                "initial_weights.b",
                file("", tie, "", "", "")
                        .replace(
                                "\"init\": {\"kind\": \"gaussian\", \"sigma\": 0.1, \"seed\": 1}",
                                "\"initial_weights\": {\"a\": [[1, 0], [0, 1]], \"b\": [[1, 0], [0, 1]]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "contexts[0].during | \"during\": [1]",
                "contexts[0].during[0] | \"during\": [-1, 2]",
                "contexts[0].during[1] | \"during\": [3, 2]",
                "contexts[0].items | \"items\": [\"one\"]",
                "contexts[0].items[2] | \"items\": [\"one\", \"two\", 3]",
            })
    void ofContexts(String place, String field) {
        refused(place, file("", "", ", " + field, "", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "training.loss | \"loss\": \"hinge\"",
                "training.optimizer.kind | \"optimizer\": {\"kind\": \"adam\"}",
                "training.optimizer.beta | \"optimizer\": {\"beta\": 0.5}",
                "training.optimizer.beta | \"optimizer\": {\"kind\": \"nesterov\", \"beta\": 1}",
                "training.optimizer.weight_decay | \"optimizer\": {\"weight_decay\": -1}",
                "training.batch.size | \"batch\": {\"size\": 0, \"seed\": 1}",
                "training.batch.size | \"batch\": {\"size\": 4, \"seed\": 1}",
                "training.batch.seed | \"batch\": {\"size\": 2}",
                "training.batch.seed | \"batch\": {\"size\": 2, \"seed\": 4294967296}",
                "training.batch.seed | \"batch\": {\"size\": 2, \"seed\": 0.5}",
                "training.batch.order | \"batch\": {\"size\": 2, \"seed\": 1, \"order\": \"random\"}",
                "training.label_noise.kind | \"label_noise\": {\"kind\": \"flip\", \"p\": 0.1, \"seed\": 1}",
                "training.label_noise.sigma | \"label_noise\": {\"kind\": \"gaussian\", \"sigma\": -1, \"seed\": 1}",
                "training.label_noise.p | \"label_noise\": {\"kind\": \"gaussian\", \"p\": 0.1, \"seed\": 1}",
                "training.label_noise.kind | \"loss\": \"softmax_cross_entropy\", \"label_noise\": {\"kind\": \"gaussian\", \"sigma\": 1, \"seed\": 1}",
                "training.label_noise.p | \"loss\": \"softmax_cross_entropy\", \"label_noise\": {\"kind\": \"flip\", \"p\": 1.5, \"seed\": 1}",
                "training.rule.kind | \"rule\": {\"kind\": \"hebb\"}",
                "training.rule.mirror | \"rule\": {\"kind\": \"weight_mirror\"}",
                "training.rule.mirror | \"rule\": {\"kind\": \"weight_mirror\", \"mirror\": -1}",
                "training.rule.mirror | \"rule\": {\"kind\": \"backprop\", \"mirror\": 1}",
                "training.rule.kind | \"rule\": {\"kind\": \"kolen_pollack\"}, \"optimizer\": {\"kind\": \"heavy_ball\", \"beta\": 0.5}",
                "training.rule.kind | \"rule\": {\"kind\": \"weight_mirror\", \"mirror\": 1}, \"optimizer\": {\"kind\": \"nesterov\"}",
                "training.gates_every | \"gates_every\": 2, \"batch\": {\"size\": 2, \"seed\": 1}",
                "feedback.h<y | \"rule\": {\"kind\": \"direct_feedback_alignment\"}",
            })
    void ofTraining(String place, String field) {
        refused(place, file("", "", "", ", " + field, ""));
    }

    @Test
    void ofWhatDoesNotGoTogether() {
        refused("training.batch", file("", "", ", \"during\": [0, 2]", ", \"batch\": {\"size\": 2, \"seed\": 1}", ""));
        refused(
                "contexts[0].y.y[0][2]",
                file("", "", "", ", \"loss\": \"softmax_cross_entropy\"", "").replace("[1, 0, 2]", "[1, 0, -2]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "initial_biases.h | \"initial_biases\": {\"h\": [1, 2]}",
                "initial_biases.z | \"initial_biases\": {\"z\": [1, 2]}",
                "feedback | \"feedback\": {\"b\": [[1, 0], [0, 1]]}",
                "learned_gates[0].nodes[0] | \"learned_gates\": [{\"nodes\": [\"x\"], \"kind\": \"linear\", \"initial\": [[1]]}]",
                "learned_gates[0].nodes | \"learned_gates\": [{\"nodes\": [], \"kind\": \"linear\", \"initial\": [[1]]}]",
                "learned_gates[0].kind | \"learned_gates\": [{\"nodes\": [\"h\"], \"kind\": \"hard\", \"initial\": [[1]]}]",
                "learned_gates[0].tau | \"learned_gates\": [{\"nodes\": [\"h\"], \"kind\": \"linear\", \"tau\": 0, \"initial\": [[1]]}]",
                "learned_gates[0].initial[0] | \"learned_gates\": [{\"nodes\": [\"h\"], \"kind\": \"linear\", \"initial\": [[1, 2]]}]",
                "learned_gates[0].initial | \"learned_gates\": [{\"nodes\": [\"h\"], \"kind\": \"linear\", \"per_context\": true, \"initial\": [[1], [2]]}]",
                "learned_gates[1].nodes[0] | \"learned_gates\": [{\"nodes\": [\"h\"], \"kind\": \"linear\", \"initial\": [[1]]}, {\"nodes\": [\"h\"], \"kind\": \"linear\", \"initial\": [[1]]}]",
            })
    void ofTheTop(String place, String field) {
        refused(place, file("", "", "", "", ", " + field));
    }

    @Test
    void ofFeedbackThatDoesNotFit() {
        String rule = ", \"rule\": {\"kind\": \"feedback_alignment\"}";
        refused("feedback.c", file("", "", "", rule, ", \"feedback\": {\"c\": [[1, 0], [0, 1]]}"));
        refused("feedback.b[0]", file("", "", "", rule, ", \"feedback\": {\"b\": [[1], [0]]}"));
        String direct = ", \"rule\": {\"kind\": \"direct_feedback_alignment\"}";
        refused("feedback.b", file("", "", "", direct, ", \"feedback\": {\"b\": [[1, 0], [0, 1]]}"));
    }

    @Test
    void seedsAreThirtyTwoBitsWithoutASign() {
        for (String seed : new String[] {"0", "1", "2147483647", "2147483648", "4294967295"}) {
            String text = file("", "", "", ", \"batch\": {\"size\": 2, \"seed\": " + seed + "}", "")
                    .replace("\"sigma\": 0.1, \"seed\": 1", "\"sigma\": 0.1, \"seed\": " + seed);
            Experiment experiment = read(text);
            int bits = Integer.parseUnsignedInt(seed);
            assertEquals(
                    bits, experiment.training().method().batch().orElseThrow().seed());
            String written = ExperimentCodec.write(experiment, new ExactDecimals());
            assertEquals(3, written.split("\"seed\": " + seed + "[,}]", -1).length, written);
        }
    }
}
