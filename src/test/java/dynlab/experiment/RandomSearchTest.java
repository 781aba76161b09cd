package dynlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.ReluGraphs;
import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.ReluLayers;
import dynlab.experiment.run.Runner;
import dynlab.experiment.search.Discovery;
import dynlab.experiment.search.Findings;
import dynlab.numeric.Matrix;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search runs to its end and says what it found on networks that nobody thought of. */
final class RandomSearchTest {
    private static Findings found(Experiment experiment) {
        return Runner.of(experiment).complete().findings().orElseThrow();
    }

    private static Experiment with(Experiment e, Architecture graph, List<Context> contexts, Training training) {
        return new Experiment(e.name(), "", graph, contexts, e.start(), training, e.record(), false);
    }

    /** The verdict says no more and no less than the numbers beside it. */
    private static void isConsistent(Findings findings) {
        assertTrue(findings.complete());
        assertEquals(1, findings.share());
        assertFalse(Words.say(findings.sentence()).isBlank());
        assertFalse(Words.say(findings.sentence()).contains("Still looking"), Words.say(findings.sentence()));
        assertFalse(Words.say(findings.sentence()).contains("NaN"), Words.say(findings.sentence()));
        for (Findings.Trial trial : findings.trials()) {
            assertFalse(Double.isNaN(trial.nrmse()), trial.name().key());
            assertTrue(
                    trial.aligned() <= trial.nrmse() * (1 + 1e-12), trial.name().key());
            assertTrue(
                    trial.disagreement() >= 0 && trial.disagreement() <= 1 + 1e-12,
                    trial.name().key());
        }
        double control = findings.least(true);
        boolean third = findings.least(false) < control / 3;
        assertTrue(!findings.accepted() || third);
        boolean judged = Double.isFinite(control) && control >= 1e-6;
        assertEquals(findings.accepted(), third && judged);
        assertEquals(
                findings.accepted(),
                Words.say(findings.sentence()).startsWith("Found: "),
                Words.say(findings.sentence()));
        if (findings.accepted()) {
            assertTrue(Words.say(findings.sentence())
                    .contains(Words.say(findings.closest(false).orElseThrow().name())));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void onARandomGraphItEndsWithAVerdictThatIsThatOfItsNumbers(int seed) {
        Experiment experiment = ReluGraphs.searched(seed, 400);
        Findings findings = found(experiment);
        isConsistent(findings);
        assertEquals(
                4, findings.trials().stream().filter(Findings.Trial::control).count());
        int samples = experiment.contexts().stream().mapToInt(Context::samples).sum();
        for (Findings.Pathway pathway : findings.pathways()) {
            assertEquals(samples, pathway.gates().length);
        }
    }

    @Test
    void theWatchedNetworkIsTheOneThatRuns() {
        for (int seed = 1; seed <= 5; seed++) {
            Experiment experiment = ReluGraphs.searched(seed, 200);
            Trajectory run = Runner.of(experiment).complete().trajectory();
            Discovery discovery = Discovery.of(experiment, Discovery.Plan.FULL);
            while (discovery.report().reluLoss().length < 201) {
                discovery.advance(1);
            }
            double[] watched = discovery.report().reluLoss();
            for (int k = 0; k < run.count(); k++) {
                assertEquals(run.loss(k), watched[run.step(k)], 1e-9 * watched[0]); // summed in another order
            }
        }
    }

    @Test
    void aDivergingNetworkIsSaidToDiverge() {
        Experiment e = ReluGraphs.searched(2, 400);
        Findings findings = found(with(e, e.architecture(), e.contexts(), new Training(1, 1e-200, 400)));
        isConsistent(findings);
        assertTrue(findings.trials().isEmpty());
        assertTrue(Words.say(findings.sentence()).contains("diverged at step"), Words.say(findings.sentence()));
    }

    @Test
    void dataThatContradictThemselvesAreNotBlamedOnTheLengthAlone() {
        Experiment e = ReluGraphs.searched(3, 400);
        List<Context> contexts = new ArrayList<>();
        for (Context context : e.contexts()) {
            // the same sample four times, towards four targets
            Map<String, Matrix> x = new LinkedHashMap<>();
            context.x().forEach((id, m) -> {
                double[] same = new double[m.rows() * 4];
                for (int i = 0; i < same.length; i++) {
                    same[i] = m.at(i / 4, 0);
                }
                x.put(id, Matrix.of(m.rows(), 4, same));
            });
            Map<String, Matrix> y = new LinkedHashMap<>();
            context.y().forEach((id, m) -> {
                double[] all = new double[m.rows() * 4];
                for (int i = 0; i < all.length; i++) {
                    all[i] = i % 4 - 1.5;
                }
                y.put(id, Matrix.of(m.rows(), 4, all));
            });
            contexts.add(new Context(context.name(), true, new double[] {1, 1, 1, 1}, Gates.OPEN, x, y));
        }
        Findings findings = found(with(e, e.architecture(), contexts, e.training()));
        isConsistent(findings);
        assertTrue(
                Words.say(findings.sentence()).contains("or not all can be learned"), Words.say(findings.sentence()));
    }

    private static Experiment severalLayers() {
        for (int seed = 1; seed < 100; seed++) {
            Experiment e = ReluGraphs.searched(seed, 300);
            if (ReluLayers.of(e.architecture()).size() > 1) {
                return e;
            }
        }
        throw new AssertionError("no network of several ReLU layers");
    }

    @Test
    void layersOfOtherKindsStayAndAreNamed() {
        for (Activation other : List.of(Activation.TANH, Activation.LEAKY_RELU, Activation.LINEAR)) {
            Experiment e = severalLayers();
            List<Node> nodes = new ArrayList<>(e.architecture().nodes());
            int changed = ReluLayers.of(e.architecture()).get(0);
            Node before = nodes.get(changed);
            nodes.set(changed, new Node(before.id(), before.role(), before.width(), other));
            Architecture graph = new Architecture(nodes, e.architecture().edges());
            Findings findings = found(with(e, graph, e.contexts(), e.training()));
            isConsistent(findings);
            assertEquals(
                    other != Activation.LINEAR,
                    Words.say(findings.sentence()).contains(before.id() + " keeps its own function"));
        }
    }

    @Test
    void aNetworkThatSeesNothingToLearnIsNotScored() {
        Experiment e = ReluGraphs.searched(5, 50);
        List<Context> contexts = new ArrayList<>();
        for (Context context : e.contexts()) {
            Map<String, Matrix> zero = new LinkedHashMap<>();
            context.y().forEach((id, m) -> zero.put(id, Matrix.zero(m.rows(), m.columns())));
            Map<String, Matrix> none = new LinkedHashMap<>();
            context.x().forEach((id, m) -> none.put(id, Matrix.zero(m.rows(), m.columns())));
            contexts.add(new Context(context.name(), true, context.weights(), context.gates(), none, zero));
        }
        Findings findings = found(with(e, e.architecture(), contexts, e.training()));
        isConsistent(findings);
        assertTrue(findings.trials().isEmpty());
        assertTrue(Words.say(findings.sentence()).startsWith("The loss is 0"), Words.say(findings.sentence()));
    }

    @Test
    void aNetworkWhoseUnitsNeverWakeNeedsNoGates() {
        Experiment e = ReluGraphs.searched(6, 100);
        List<Context> contexts = new ArrayList<>();
        for (Context context : e.contexts()) {
            Map<String, Matrix> none = new LinkedHashMap<>();
            context.x().forEach((id, m) -> none.put(id, Matrix.zero(m.rows(), m.columns())));
            contexts.add(new Context(context.name(), true, context.weights(), context.gates(), none, context.y()));
        }
        Findings findings = found(with(e, e.architecture(), contexts, e.training()));
        isConsistent(findings);
        assertTrue(
                Words.say(findings.sentence()).startsWith("Gates need not be found"), Words.say(findings.sentence()));
    }

    @Test
    void heldOutContextsHaveNoGatesInWhatIsFound() {
        Experiment e = ReluGraphs.searched(9, 200);
        Context first = e.contexts().get(0);
        List<Context> contexts = new ArrayList<>(e.contexts());
        contexts.add(new Context("held out", false, first.weights(), first.gates(), first.x(), first.y()));
        Experiment more = with(e, e.architecture(), contexts, e.training());
        Findings findings = found(more);
        assertEquals(found(e).trials(), findings.trials());
        int samples =
                Findings.contexts(more).stream().mapToInt(Context::samples).sum();
        assertEquals(samples, findings.pathways().get(0).gates().length);
    }
}
