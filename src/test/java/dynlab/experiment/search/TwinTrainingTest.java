package dynlab.experiment.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Reference;
import dynlab.experiment.Experiment;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Refused;
import dynlab.experiment.Trajectory;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.run.Runner;
import dynlab.measure.CurveDistance;
import dynlab.numeric.ExactDecimals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search trains its twins as the network itself is trained, and so does the experiment that a twin becomes. */
final class TwinTrainingTest {
    private static final String XOR = """
            {"format": "dynlab-experiment/1",
             "graph": {"nodes": [{"id": "x", "role": "input", "width": 2},
                                 {"id": "h", "role": "hidden", "width": 24, "activation": "relu"%s},
                                 {"id": "y", "role": "output", "width": %s}],
                       "edges": [{"id": "W1", "source": "x", "target": "h"}, {"id": "W2", "source": "h", "target": "y"}]},
             "contexts": [{"weight": [0.25, 0.25, 0.25, 0.25], "x": {"x": [[1, 1, -1, -1], [1, -1, 1, -1]]}, "y": {"y": %s}%s}],
             "init": {"kind": "gaussian", "sigma": 0.05, "seed": 2},
             "training": {"dt": 0.05, "tau": 1, "steps": 200%s}}
            """;

    private static Experiment read(String file) {
        return ExperimentCodec.read(file, new ExactDecimals());
    }

    private static Experiment xor(String node, String context, String training) {
        return read(XOR.formatted(node, "1", "[[1, -1, -1, 1]]", context, training));
    }

    private static DiscoveryReport found(Experiment experiment) {
        Discovery discovery = Discovery.of(experiment, new Discovery.Plan(4, 1));
        while (discovery.advance(1000)) {
            // advance() returns only when it has nothing left to do
        }
        return discovery.report();
    }

    private static double[] curve(Experiment e) {
        RecordPlan all = new RecordPlan(new RecordPlan.When.Every(1), Set.of());
        Trajectory run = Runner.of(new Experiment(
                        e.name(), "", e.architecture(), e.contexts(), e.start(), e.training(), all, false, e.extras()))
                .complete()
                .trajectory();
        return run.losses();
    }

    @Test
    void aTwinOfExclusiveOrFitsOnlyIfItsReadoutWaitsAsLongAsTheNetworksOwn() {
        Experiment plain = Reference.of("xor_relu").experiment();
        int steps = plain.training().steps();
        String readout = plain.architecture().edges().get(1).id();
        Experiment late = plain.with(plain.training().from(Map.of(readout, steps / 3)));
        double[] loss = curve(late);
        DiscoveryReport report = found(late);
        Candidate best = report.best().orElseThrow().candidate();
        double waiting =
                CurveDistance.between(Twins.lossCurve(late, best), loss).nrmse();
        double hasty = CurveDistance.between(Twins.lossCurve(plain, best), loss).nrmse();
        assertTrue(report.best().orElseThrow().distance().nrmse() < 0.05, "the search finds " + waiting);
        assertTrue(waiting < 0.05, "with from " + waiting);
        assertTrue(hasty > 0.15, "without from " + hasty);
        assertTrue(
                CurveDistance.between(curve(Twins.experiment(late, best)), loss).nrmse() < 0.05);
    }

    /** The experiment that a twin becomes has the loss that the search saw; sums are taken in other orders. */
    private static void assertTwinsFollow(Experiment relu, DiscoveryReport report) {
        for (DiscoveryReport.Trial trial : report.trials()) {
            double[] curve = curve(Twins.experiment(relu, trial.candidate()));
            for (int t = 0; t < curve.length; t++) {
                String where = trial.candidate().name().key() + " at step " + t;
                assertEquals(trial.loss()[t], curve[t], 1e-9 * curve[0], where);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|",
                ", \"from\": {\"W2\": 60}|",
                ", \"from\": {\"W1\": 500}|",
                ", \"optimizer\": {\"kind\": \"nesterov\", \"beta\": 0.8, \"weight_decay\": 0.02}|",
                ", \"optimizer\": {\"kind\": \"heavy_ball\", \"beta\": 0.8}|, \"bias\": true",
                "|, \"bias\": true"
            })
    void theExperimentOfATwinHasTheCurveThatTheSearchSaw(String parts) {
        String[] split = parts.split("\\|", -1);
        Experiment relu = xor(split[1], "", split[0]);
        assertTwinsFollow(relu, found(relu));
    }

    /** Two of the four examples are trained from the start, the others as the words of their context say. */
    private static Experiment halves(String during) {
        String half = "{\"weight\": [0.25, 0.25], \"x\": {\"x\": %s}, \"y\": {\"y\": %s}%s}";
        String both = half.formatted("[[1, 1], [1, -1]]", "[[1, -1]]", "") + ", "
                + half.formatted("[[-1, -1], [1, -1]]", "[[-1, 1]]", during);
        String file = XOR.formatted("", "1", "[[1, -1, -1, 1]]", "", "");
        int from = file.indexOf("\"contexts\": [") + "\"contexts\": [".length();
        return read(file.substring(0, from) + both + file.substring(file.indexOf("],\n", from)));
    }

    @Test
    void aTwinSeesEachContextWhenItsNetworkSeesIt() {
        Experiment late = halves(", \"during\": [60, 170]");
        double[] always = curve(halves(""));
        double[] loss = curve(late);
        assertTrue(CurveDistance.between(always, loss).nrmse() > 0.15, "it matters when a context is seen");
        DiscoveryReport report = found(late);
        assertTwinsFollow(late, report);
        assertTrue(report.best().orElseThrow().distance().nrmse() < 0.05);
    }

    @Test
    void aTwinHasTheCrossEntropyOfItsNetwork() {
        String loss = ", \"loss\": \"softmax_cross_entropy\"";
        Experiment relu = read(XOR.formatted("", "2", "[[1, 0, 0, 1], [0, 1, 1, 0]]", "", loss));
        assertTwinsFollow(relu, found(relu));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"batch\": {\"size\": 2, \"seed\": 1}",
                ", \"label_noise\": {\"kind\": \"gaussian\", \"sigma\": 0.1, \"seed\": 1}",
                ", \"rule\": {\"kind\": \"feedback_alignment\"}"
            })
    void whatSpeaksOfTheNetworksOwnSamplesOrMatricesHasNoTwinAsAnExperiment(String training) {
        Experiment relu = xor("", "", training);
        assertThrows(Refused.class, () -> ChainData.of(relu));
        assertEquals(List.of("W1", "W2"), ChainData.of(xor("", "", "")).edges());
    }
}
