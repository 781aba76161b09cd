package dynlab.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dynlab.architecture.Activation;
import dynlab.experiment.Refused;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.file.Json;
import dynlab.experiment.file.JsonReader;
import dynlab.learning.LearningRule;
import dynlab.learning.UpdateRule;
import dynlab.network.GateKind;
import dynlab.network.Loss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that were taken away make the same run: their own assertions are the test, and they can fail. */
final class ProgramsTest {
    private static final String NUMPY = Programs.python("numpy");
    private static final String TORCH = Programs.python("torch");

    /** The second mode starts at zero in both layers, in a frame in which rounding does not keep it there. */
    private static final String SADDLE = """
            {"format": "dynlab-experiment/1",
             "graph": {"nodes": [{"id": "x", "role": "input", "width": 2}, {"id": "h", "role": "hidden", "width": 2},
                                 {"id": "y", "role": "output", "width": 2}],
                       "edges": [{"id": "W1", "source": "x", "target": "h"}, {"id": "W2", "source": "h", "target": "y"}]},
             "contexts": [{"x": {"x": [[1, 0], [0, 1]]}, "y": {"y": [[1.72, 0.96], [0.96, 2.28]]}}],
             "initial_weights": {"W1": [[0.036, 0.048], [0.048, 0.064]], "W2": [[0.036, 0.048], [0.048, 0.064]]},
             "training": {"dt": 0.05, "tau": 1, "steps": 2000}}
            """;

    static List<Runs.Run> runs() {
        return Runs.all();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aProgramInJavaMakesTheSameRun(Runs.Run run, @TempDir Path directory) throws IOException {
        String text = Language.JAVA.write(Blueprint.of(run.experiment(), ""), Runs.DECIMALS);
        Programs.Said said = Programs.java(text, directory);
        assertTrue(said.well(), said.words());
        assertTrue(said.words().contains("ends at loss"));
    }

    @Test
    void programsInNumpyMakeTheSameRuns(@TempDir Path directory) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Runs.Run run : Runs.all()) {
            texts.put(run.name(), Language.NUMPY.write(Blueprint.of(run.experiment(), ""), Runs.DECIMALS));
        }
        assumeFalse(NUMPY.isEmpty(), "there is no Python with NumPy");
        Programs.Said said = Programs.python(NUMPY, texts, directory);
        assertTrue(said.well(), said.words());
        assertEquals(texts.size(), said.words().split("ends at loss").length - 1);
    }

    @Test
    void programsInPyTorchMakeTheSameRunsWhereItHasTheRule(@TempDir Path directory) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Runs.Run run : Runs.all()) {
            Blueprint plan = Blueprint.of(run.experiment(), "");
            if (run.experiment().training().method().rule().kind() == LearningRule.Kind.BACKPROP) {
                texts.put(run.name(), Language.PYTORCH.write(plan, Runs.DECIMALS));
            } else {
                assertThrows(Refused.class, () -> Language.PYTORCH.write(plan, Runs.DECIMALS));
            }
        }
        assumeFalse(TORCH.isEmpty(), "there is no Python with PyTorch");
        Programs.Said said = Programs.python(TORCH, texts, directory);
        assertTrue(said.well(), said.words());
        assertEquals(texts.size(), said.words().split("ends at loss").length - 1);
    }

    @Test
    void theCellsOfANotebookMakeTheSameRun(@TempDir Path directory) throws IOException {
        Blueprint plan = Blueprint.of(Runs.scenes().get(0).experiment(), "");
        Json.Members book = (Json.Members) JsonReader.read(Language.NOTEBOOK.write(plan, Runs.DECIMALS));
        StringBuilder program = new StringBuilder();
        for (Json cell : ((Json.Array) book.members().get("cells")).elements()) {
            Map<String, Json> members = ((Json.Members) cell).members();
            if (((Json.Text) members.get("cell_type")).value().equals("code")) {
                for (Json line : ((Json.Array) members.get("source")).elements()) {
                    program.append(((Json.Text) line).value());
                }
                program.append('\n');
            }
        }
        assumeFalse(NUMPY.isEmpty(), "there is no Python with NumPy");
        Programs.Said said = Programs.python(NUMPY, Map.of("notebook", program.toString()), directory);
        assertTrue(said.well(), said.words());
        assertTrue(said.words().contains("ends at loss"));
    }

    @Test
    void aProgramOfAnotherRunFails(@TempDir Path directory) throws IOException {
        Blueprint plan = Blueprint.of(Runs.scenes().get(0).experiment(), "");
        double rate = plan.experiment().training().learningRate();
        String right = "RATE = " + Runs.DECIMALS.format(rate);
        String wrong = "RATE = " + Runs.DECIMALS.format(rate * 1.000001);
        String text = Language.JAVA.write(plan, Runs.DECIMALS);
        assertTrue(text.contains(right));
        assertFalse(Programs.java(text.replace(right, wrong), directory).well());
    }

    @Test
    void everyRuleLossActivationAndKindOfGateIsAmongTheRuns() {
        Set<UpdateRule.Kind> updates = EnumSet.noneOf(UpdateRule.Kind.class);
        Set<LearningRule.Kind> rules = EnumSet.noneOf(LearningRule.Kind.class);
        Set<Loss> losses = EnumSet.noneOf(Loss.class);
        Set<Activation> activations = EnumSet.noneOf(Activation.class);
        Set<GateKind> gates = EnumSet.noneOf(GateKind.class);
        for (Runs.Run run : Runs.all()) {
            updates.add(run.experiment().training().method().update().kind());
            rules.add(run.experiment().training().method().rule().kind());
            losses.add(run.experiment().training().method().loss());
            run.experiment().architecture().nodes().forEach(node -> activations.add(node.activation()));
            run.experiment().extras().gates().forEach(group -> gates.add(group.kind()));
        }
        assertEquals(EnumSet.allOf(UpdateRule.Kind.class), updates);
        assertEquals(EnumSet.allOf(LearningRule.Kind.class), rules);
        assertEquals(EnumSet.allOf(Loss.class), losses);
        assertEquals(EnumSet.allOf(Activation.class), activations);
        assertEquals(Arrays.asList(GateKind.values()), List.copyOf(gates));
        assertTrue(Runs.scenes().size() >= 8 && Runs.drawn().size() >= 8);
    }

    @Test
    void onlyARunThatRoundingDecidesIsLetOff() {
        for (Runs.Run run : Runs.drawn()) {
            assertEquals(Integer.MAX_VALUE, Rerun.of(run.experiment()).trusted(), run.name());
        }
        Rerun rerun = Rerun.of(ExperimentCodec.read(SADDLE, Runs.DECIMALS));
        assertTrue(rerun.saddle());
        // 2⁻⁵² of noise grows by 1 + 0.05 a step until it is 10⁻⁵ of the rest and squared 10⁻¹⁰ of the loss
        assertEquals(Math.log(1e-5 / 2e-16) / Math.log(1.05), rerun.trusted(), 120);
    }
}
