package dynlab.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Quantity;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Series;
import dynlab.experiment.SeriesKey;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.learning.Method;
import dynlab.learning.UpdateRule;
import dynlab.numeric.Matrix;
import dynlab.numeric.RandomMatrix;
import dynlab.numeric.Rng;
import dynlab.scene.Scene;
import dynlab.scene.SceneConfig;
import dynlab.scene.Scenes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs by short cuts beside the same runs by direct stepping. */
final class ShortCutTest {
    private static final int STEPS = 300;

    /** Two inputs, one of them gated off in the second context, one wide layer for both, two outputs, a third context unseen. */
    private static Experiment gated(int hidden, int samples, Activation activation, Method method) {
        Rng rng = new Rng(7);
        List<Node> nodes = List.of(
                Node.linear("a", Role.INPUT, 4),
                Node.linear("b", Role.INPUT, 3),
                Node.linear("h", Role.HIDDEN, hidden),
                new Node("g", Role.HIDDEN, 6, activation),
                Node.linear("y", Role.OUTPUT, 5),
                Node.linear("z", Role.OUTPUT, 2));
        List<Edge> edges = List.of(
                new Edge("ah", "a", "h"),
                new Edge("bh", "b", "h"),
                new Edge("hg", "h", "g"),
                new Edge("gy", "g", "y"),
                new Edge("hz", "h", "z"));
        Architecture graph = new Architecture(nodes, edges);
        List<Context> contexts = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            double[] weights = new double[samples];
            for (int k = 0; k < samples; k++) {
                weights[k] = (k % 3) / (double) samples;
            }
            Gates gates = c == 1 ? new Gates(Map.of("b", 0.0), Map.of("ah", .5)) : Gates.OPEN;
            contexts.add(new Context(
                    "c" + c,
                    c < 2,
                    weights,
                    gates,
                    Map.of("a", RandomMatrix.of(4, samples, 1, rng), "b", RandomMatrix.of(3, samples, 1, rng)),
                    Map.of("y", RandomMatrix.of(5, samples, 1, rng), "z", RandomMatrix.of(2, samples, 1, rng))));
        }
        List<Matrix> start = new ArrayList<>();
        for (int e = 0; e < edges.size(); e++) {
            start.add(RandomMatrix.of(graph.rows(e), graph.columns(e), .3 / Math.sqrt(graph.columns(e)), rng));
        }
        return new Experiment(
                "gated",
                "",
                graph,
                contexts,
                new Start.Given(start),
                new Training(.02, 1, STEPS, Map.of(), OptionalInt.empty(), method),
                new RecordPlan(
                        new RecordPlan.When.Every(20), Set.of(Quantity.LOSS, Quantity.WEIGHTS, Quantity.SIMILARITY)),
                false);
    }

    private static void same(Result direct, Result cut) {
        double first = direct.trajectory().loss(0);
        assertEquals(direct.trajectory().count(), cut.trajectory().count());
        for (int k = 0; k < direct.trajectory().count(); k++) {
            assertEquals(direct.trajectory().loss(k), cut.trajectory().loss(k), 1e-10 * first);
        }
        assertEquals(
                direct.trajectory().series().keySet(), cut.trajectory().series().keySet());
        for (Map.Entry<SeriesKey, Series> one : direct.trajectory().series().entrySet()) {
            double[] expected = one.getValue().values();
            double[] found = cut.trajectory().series().get(one.getKey()).values();
            double largest = 1;
            for (double number : expected) {
                largest = Math.max(largest, Math.abs(number));
            }
            for (int k = 0; k < expected.length; k++) {
                assertEquals(
                        expected[k], found[k], 1e-10 * largest, one.getKey().toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"60, 5, h1-, 15", "60, 40, hc1-, 15", "8, 40, c1-, 8"})
    void everythingRecordedIsThatOfDirectStepping(int hidden, int samples, String prefix, int narrow) {
        Experiment experiment = gated(hidden, samples, Activation.LINEAR, Method.PLAIN);
        Runner cut = Runner.byShortCut(experiment).orElseThrow();
        Result found = cut.complete();
        same(Runner.of(experiment).complete(), found);
        assertTrue(found.trajectory().digest().orElseThrow().startsWith(prefix));
        Architecture small = ShortCut.of(experiment, Runner.initialWeights(experiment))
                .orElseThrow()
                .architecture();
        assertEquals(narrow, small.nodes().get(2).width());
    }

    @Test
    void aFunctionKeepsItsLayerAndItsSamplesAndLeavesOthersTheirs() {
        Experiment experiment = gated(60, 40, Activation.RELU, Method.PLAIN);
        Result found = Runner.byShortCut(experiment).orElseThrow().complete();
        same(Runner.of(experiment).complete(), found);
        assertTrue(found.trajectory().digest().orElseThrow().startsWith("h1-"));
    }

    @Test
    void whatIsNotPlainDescentHasNone() {
        Method momentum = Method.PLAIN.with(new UpdateRule(UpdateRule.Kind.HEAVY_BALL, .9, 0));
        assertTrue(Runner.byShortCut(gated(60, 40, Activation.LINEAR, momentum)).isEmpty());
        assertTrue(
                Runner.byShortCut(gated(8, 5, Activation.LINEAR, Method.PLAIN)).isEmpty());
    }

    @Test
    void everyLessonThatHasOneShowsWhatItWouldShow() {
        int found = 0;
        for (Scene scene : Scenes.ALL) {
            Experiment experiment = scene.experiment(SceneConfig.initial(scene.knobs()));
            Optional<Runner> cut = Runner.byShortCut(experiment);
            if (cut.isPresent()) {
                found++;
                same(Runner.of(experiment).complete(), cut.get().complete());
            }
        }
        assertTrue(found > 0);
    }

    @Test
    void aDigestNamesItsKinds() {
        assertFalse(ShortCut.made("d1-c0ffee") || ShortCut.made(""));
        for (String digest : List.of("h1-c0ffee", "c1-c0ffee", "hc1-c0ffee")) {
            assertTrue(ShortCut.made(digest));
            assertEquals(digest.startsWith("h"), ShortCut.narrow(digest));
            assertEquals(!digest.startsWith("h1"), ShortCut.onCorrelations(digest));
        }
    }
}
