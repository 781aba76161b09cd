package dynlab.experiment.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Reference;
import dynlab.ReluRuns;
import dynlab.architecture.Context;
import dynlab.experiment.Experiment;
import dynlab.experiment.Refused;
import dynlab.measure.Contribution;
import dynlab.measure.CurveDistance;
import dynlab.measure.GatePatterns;
import dynlab.measure.PatternClusters;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.task.Assignment;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextTask;
import dynlab.words.Phrase;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiscoveryTest {
    private static DiscoveryReport found(Experiment experiment, Discovery.Plan plan) {
        Discovery discovery = Discovery.of(experiment, plan);
        while (discovery.advance(1000)) {
            // advance() returns only when it has nothing left to do
        }
        return discovery.report();
    }

    /** The reference file's samples as one context of samples a context of the task. */
    private static Experiment inContexts(Experiment experiment, int contexts) {
        Context all = experiment.contexts().get(0);
        List<Context> parts = new ArrayList<>();
        for (int c = 0; c < contexts; c++) {
            parts.add(Context.open(
                    "context " + c,
                    8,
                    Map.of("x", ContextTask.columns(all.x().get("x"), c)),
                    Map.of("y", ContextTask.columns(all.y().get("y"), c))));
        }
        return new Experiment(
                experiment.name(),
                "",
                experiment.architecture(),
                parts,
                experiment.start(),
                experiment.training(),
                experiment.record(),
                false);
    }

    private static double nrmse(DiscoveryReport report, String name) {
        return report.trials().stream()
                .filter(trial -> Words.say(trial.candidate().name()).equals(name))
                .findFirst()
                .orElseThrow()
                .distance()
                .nrmse();
    }

    @Test
    void xorIsFourPathsOfOneExampleEach() {
        DiscoveryReport report = found(Reference.of("xor_relu").experiment(), Discovery.Plan.FULL);
        Snapshot end = report.snapshots().get(report.snapshots().size() - 1);
        for (double theta : new double[] {0.05, 0.1, 0.2}) {
            Matrix gates = GatePatterns.thresholded(end.summed().get(0), theta);
            double[] c = end.contributions().get(0);
            boolean[] used = Contribution.used(c);
            for (int u = 0; u < c.length; u++) {
                c[u] = used[u] ? c[u] : 0;
            }
            PatternClusters clusters = PatternClusters.of(List.of(gates), c, 8, new Rng(1));
            TreeSet<String> words = new TreeSet<>();
            for (int k = 0; k < clusters.gates().rows(); k++) {
                words.add(GatePatterns.word(clusters.gates(), k));
                assertEquals(0.25, clusters.share()[k], 0.005); // four corners, alike
            }
            assertEquals(new TreeSet<>(List.of("0001", "0010", "0100", "1000")), words);
        }
        double thresholded = nrmse(report, "each unit's last pattern above 5 %");
        assertTrue(nrmse(report, "each unit's last pattern") > 4 * thresholded); // measured 4.9
        assertEquals(0.05, thresholded, 0.005); // elsewhere .046-.054
        assertTrue(report.accepted(), Words.say(report.sentence()));
        assertTrue(report.longEnough());
        assertEquals(4, report.pathways(report.best().orElseThrow(), 1).size());
    }

    @Test
    void pooledGatesOfTheReferenceNetworkFollowItAndItsRawGatesDoNot() {
        Experiment relu = inContexts(Reference.of("ctx3_diff_relu").experiment(), 3);
        Discovery discovery = Discovery.of(relu, new Discovery.Plan(1, 1));
        while (discovery.report().snapshots().size() < 6) { // the start, four milestones, the end
            discovery.advance(1);
        }
        Snapshot end = discovery.report().snapshots().get(5);
        int[] groups = new int[24];
        for (int i = 0; i < 24; i++) {
            groups[i] = i / 8;
        }
        Matrix raw = GatePatterns.raw(end.summed().get(0));
        double[] reference = discovery.report().reluLoss();
        double pooled = gated(relu, GatePatterns.majority(raw, groups), reference);
        assertEquals(0.0191, pooled, 0.001); // measured elsewhere, here 0.0190
        // an independent implementation has .1155 for the raw patterns, measured here .1118 from the same initial
        // weights
        assertEquals(0.1155, gated(relu, raw, reference), 0.004);
        assertTrue(pooled
                < gated(relu, GatePatterns.open(120, 24), reference) / 3); // the rule of acceptance; measured 0.32
        // 4000 steps end at 3.9, above a tenth of the floor 16.5: the rule of acceptance asks for more
        assertFalse(discovery.report().longEnough());
        assertEquals(16.508433333333336, discovery.report().linearFloor(), 1e-9);
    }

    private static double gated(Experiment relu, Matrix gates, double[] reference) {
        Candidate candidate = new Candidate(
                Phrase.of("search.gates.pooled"), Candidate.Kind.POOLED, List.of(gates), Optional.empty());
        return CurveDistance.between(Twins.lossCurve(relu, candidate), reference)
                .nrmse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void threeContextsArePooledIntoTheirMechanism(boolean same) {
        ContextTask task = same ? ContextTask.same(3) : ContextTask.diff(3);
        Experiment relu = ReluRuns.experiment(ContextGraphs.relu(task, 60), 1e-4, 1, 6e-3, 1200);
        DiscoveryReport report = found(relu, new Discovery.Plan(4, 1));
        assertTrue(report.accepted(), Words.say(report.sentence()));
        assertTrue(report.longEnough());
        double pooled =
                report.best(Candidate.Kind.POOLED).orElseThrow().distance().nrmse();
        assertTrue(pooled < nrmse(report, "linear: all gates open") / 3); // the rule of acceptance
        assertTrue(nrmse(report, "pooled over each object: the other factor") > 3 * pooled);
        assertTrue(nrmse(report, "each unit's last pattern") > 3 * pooled);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFoundTwinIsAnExperimentWithTheSameCurve(boolean deep) {
        int[] widths = deep ? new int[] {16, 12} : new int[] {40};
        Experiment relu = ReluRuns.experiment(
                ContextGraphs.relu(ContextTask.same(3), widths), deep ? 0.05 : 1e-4, 2, deep ? 2e-3 : 6e-3, 300);
        DiscoveryReport report = found(relu, new Discovery.Plan(4, 1));
        for (Candidate.Kind kind : Candidate.Kind.values()) {
            DiscoveryReport.Trial trial = report.best(kind).orElseThrow();
            double[] loss =
                    ReluRuns.run(Twins.experiment(relu, trial.candidate())).loss();
            for (int t = 0; t < loss.length; t++) {
                assertEquals(
                        trial.loss()[t], loss[t], 1e-9 * loss[0], kind + " at step " + t); // summed in other orders
            }
        }
    }

    @Test
    void outputsStartTogetherAndTheFinalDistanceIsThatOfTheTrainedMaps() {
        Experiment relu = ReluRuns.experiment(ContextGraphs.relu(ContextTask.same(3), 30), 1e-3, 2, 1e-2, 100);
        DiscoveryReport report = found(relu, new Discovery.Plan(1, 1));
        assertEquals(41, report.outputSteps().length);
        assertEquals(100, report.outputSteps()[40]);
        for (DiscoveryReport.Trial trial : report.trials()) {
            assertEquals(
                    0, trial.outputDistance()[0], 1e-4, trial.candidate().name().key()); // a small start emits nothing
        }
        // a linear network ends at its own least squares, the ReLU network elsewhere
        assertTrue(report.trials().get(0).outputDistance()[40] > 0.01);
    }

    @Test
    void twoHiddenLayersHaveNoGoodStaticTwinAndTheReportSaysSo() {
        Experiment relu = ReluRuns.experiment(ContextGraphs.relu(ContextTask.same(3), 40, 40), 0.02, 1, 4e-3, 1800);
        DiscoveryReport report = found(relu, new Discovery.Plan(1, 1));
        assertFalse(report.accepted());
        assertTrue(
                Words.say(report.sentence()).startsWith("No fixed set of gates is good here."),
                Words.say(report.sentence()));
        assertTrue(report.best().orElseThrow().distance().nrmse() > 0.04); // elsewhere none better than ~.045
    }

    @Test
    void aLinearTaskIsLearnedAsWellWithAllGatesOpen() {
        // one context: objects alone, every target is a sum of what inputs say, and there is nothing to pool
        ContextTask task = ContextTask.same(2);
        List<Context> one = List.of(Context.open("one", 8, Map.of("x", task.inputs(0)), Map.of("y", task.targets(0))));
        var graph = ContextGraphs.relu(task, 20).architecture();
        Experiment relu = ReluRuns.experiment(new Assignment(graph, one), 1e-3, 1, 1e-2, 300);
        DiscoveryReport report = found(relu, new Discovery.Plan(3, 1));
        assertFalse(report.accepted());
        assertTrue(report.best(Candidate.Kind.POOLED).isEmpty());
        assertTrue(report.best(Candidate.Kind.FAMILY).isEmpty());
    }

    @Test
    void progressRisesToOneAndSlicesDoNotMatter() {
        Experiment relu = ReluRuns.experiment(ContextGraphs.relu(ContextTask.same(2), 16), 1e-3, 1, 1e-2, 60);
        Discovery sliced = Discovery.of(relu, new Discovery.Plan(3, 1));
        double last = -1;
        assertEquals("the ReLU network", Words.say(sliced.stage()));
        while (sliced.advance(7)) {
            assertTrue(
                    sliced.progress() >= last && sliced.progress() < 1,
                    sliced.stage().toString());
            assertFalse(sliced.report().accepted());
            last = sliced.progress();
        }
        assertEquals(1, sliced.progress());
        DiscoveryReport whole = found(relu, new Discovery.Plan(3, 1));
        assertEquals(Words.say(whole.sentence()), Words.say(sliced.report().sentence()));
        for (int i = 0; i < whole.trials().size(); i++) {
            assertEquals(
                    whole.trials().get(i).distance(),
                    sliced.report().trials().get(i).distance());
        }
    }

    @Test
    void aDivergingNetworkIsReportedAndNothingIsTried() {
        Experiment relu = ReluRuns.experiment(ContextGraphs.relu(ContextTask.same(2), 16), 0.5, 1, 1e200, 500);
        DiscoveryReport report = found(relu, Discovery.Plan.FULL);
        assertTrue(report.divergedAt().isPresent());
        assertTrue(Words.say(report.sentence())
                .contains("diverged at step " + report.divergedAt().getAsInt()));
        assertTrue(report.trials().isEmpty());
    }

    @Test
    void networksWithoutReluAreRefused() {
        Experiment twin = Reference.of("xor_gdln_4path").experiment();
        assertThrows(Refused.class, () -> Discovery.of(twin, Discovery.Plan.FULL));
    }
}
