package dynlab.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.PathCount;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.Result;
import dynlab.experiment.file.ExperimentCodec;
import dynlab.experiment.run.Runner;
import dynlab.learning.UpdateRule;
import dynlab.network.GateKind;
import dynlab.network.Loss;
import dynlab.numeric.Decimals;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Matrix;
import dynlab.scene.Address;
import dynlab.words.Words;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DrawingTest {
    private static final Decimals DECIMALS = new ExactDecimals();

    private static Drawing small() {
        Drawing d = GraphEdit.add(Drawing.blank(), Role.INPUT, 0, 0.5).drawing();
        d = GraphEdit.add(d, Role.HIDDEN, 0.5, 0.5).drawing();
        d = GraphEdit.add(d, Role.OUTPUT, 1, 0.5).drawing();
        d = GraphEdit.connect(d, "x1", "h1").drawing();
        return GraphEdit.connect(d, "h1", "y1").drawing();
    }

    private static String text(Drawing drawing) {
        return DrawingFile.write(drawing, true, DECIMALS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void threeHundredEditsLeaveNoInvalidExperimentAndUndoReturnsToTheStart(int seed) {
        RandomHand hand = new RandomHand(seed);
        History history = History.of(
                seed % 3 == 0
                        ? Presets.ALL.get(seed % Presets.ALL.size()).make().get()
                        : small());
        Drawing first = history.now();
        int done = 0;
        int ran = 0;
        for (int k = 0; k < 300; k++) {
            Drawing before = history.now();
            Outcome outcome = hand.edit(before);
            assertEquals(outcome.done(), outcome.why().isEmpty());
            if (!outcome.done()) {
                assertSame(before, outcome.drawing());
                String why = Words.say(outcome.why().orElseThrow());
                assertTrue(why.endsWith("."), why);
                continue;
            }
            done += outcome.drawing() == before ? 0 : 1;
            history = history.taking(outcome.drawing());
            // the codec checks every shape, name and cycle
            if (!history.now().nodes().isEmpty()) {
                String file = text(history.now());
                assertEquals(file, text(DrawingFile.read(file, DECIMALS)));
            }
            if (k % 12 == 0) {
                ran += runs(history.now()) ? 1 : 0;
            }
        }
        assertTrue(done > 80, "only " + done + " edits were done");
        assertTrue(ran > 10, "only " + ran + " drawings could run");
        Drawing last = history.now();
        while (history.canUndo()) {
            history = history.undone();
        }
        assertSame(first, history.now());
        while (history.canRedo()) {
            history = history.redone();
        }
        assertSame(last, history.now());
    }

    /** Gives a drawing what it lacks to learn, and runs it. */
    private static boolean runs(Drawing drawing) {
        Drawing d = GraphEdit.add(drawing, Role.INPUT, 0, 0).drawing();
        d = GraphEdit.add(d, Role.OUTPUT, 1, 1).drawing();
        String fresh = d.nodes(Role.INPUT).get(d.nodes(Role.INPUT).size() - 1).id();
        for (Placed output : d.nodes(Role.OUTPUT)) {
            d = GraphEdit.connect(d, fresh, output.id()).drawing();
        }
        d = ContextEdit.train(ContextEdit.add(d).drawing(), 0, true).drawing();
        d = DataEdit.task(d, -1, DataEdit.Task.HIERARCHY).drawing();
        d = DataEdit.train(d, new Settings(9, 1e-4, 1, Settings.Begin.RANDOM, 0.1, 3))
                .drawing();
        if (d.obstacle().isPresent() || d.weights() > 3000) {
            return false;
        }
        return Runner.of(DrawingFile.experiment(d, false))
                .complete()
                .trajectory()
                .digest()
                .isPresent();
    }

    static Stream<Presets.Preset> presets() {
        return Presets.ALL.stream().filter(p -> !p.id().equals("blank"));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetRunsLearnsAndReadsBack(Presets.Preset preset) {
        Drawing drawing = preset.make().get();
        assertEquals(Optional.empty(), drawing.obstacle());
        assertEquals(text(drawing), text(DrawingFile.read(text(drawing), DECIMALS)));
        Experiment experiment = DrawingFile.experiment(drawing, false);
        Result result = Runner.of(experiment).complete();
        int last = result.trajectory().count() - 1;
        assertTrue(
                result.trajectory().loss(last) < 0.6 * result.trajectory().loss(0),
                preset.id() + " ends at " + result.trajectory().loss(last) + " of "
                        + result.trajectory().loss(0));
    }

    private static Drawing preset(String id) {
        return Presets.ALL.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow()
                .make()
                .get();
    }

    private static Experiment scene(String address) {
        Address read = Address.parse(address, DECIMALS);
        return read.scene().experiment(read.config());
    }

    @ParameterizedTest
    @CsvSource({
        "xor-relu, scene=xor",
        "contexts-relu, scene=contexts&epochs=840",
        "routing-3, scene=routing&domains=3&trained=2&width=16&start=aligned&size=0.08&epochs=1000",
        "routing-7, scene=routing&domains=7&trained=4&width=16&start=aligned&size=0.08&epochs=500"
    })
    void aPresetOfASceneRunsToTheSameDigest(String id, String address) {
        Drawing drawing = preset(id);
        boolean aligned = drawing.settings().begin() == Settings.Begin.AUTO;
        assertEquals(
                Runner.of(scene(address)).complete().trajectory().digest(),
                Runner.of(DrawingFile.experiment(drawing, aligned))
                        .complete()
                        .trajectory()
                        .digest());
    }

    @ParameterizedTest
    @CsvSource({"xor, scene=xor, 0.0002", "contexts, scene=contexts, 0.00001"})
    void aGatedPresetUnderARandomStartRunsToTheDigestOfTheScenesFirstTwin(String id, String address, double sigma) {
        Address read = Address.parse(address, DECIMALS);
        Experiment twin = read.scene().companions(read.config()).get(0).experiment();
        Settings s = preset(id).settings();
        Settings random = new Settings(s.steps(), s.dt(), s.tau(), Settings.Begin.RANDOM, sigma, 1);
        Drawing drawing = DataEdit.train(preset(id), random).drawing();
        assertEquals(
                Runner.of(twin).complete().trajectory().digest(),
                Runner.of(DrawingFile.experiment(drawing, false))
                        .complete()
                        .trajectory()
                        .digest());
    }

    @Test
    void aCircleIsRefusedAndSaysWhichWayLeadsBack() {
        Drawing d = GraphEdit.add(small(), Role.HIDDEN, 0.7, 0.5).drawing();
        d = GraphEdit.connect(d, "h1", "h2").drawing();
        Outcome outcome = GraphEdit.connect(d, "h2", "h1");
        assertFalse(outcome.done());
        assertEquals(
                "That would close a circle: h1 leads to h2 already.",
                Words.say(outcome.why().orElseThrow()));
        assertSame(d, outcome.drawing());
    }

    @Test
    void aDrawingThatCannotRunSaysWhy() {
        assertEquals(
                "There is no layer yet.", Words.say(Drawing.blank().obstacle().orElseThrow()));
        Drawing d = GraphEdit.disconnect(small(), "x1>h1").drawing();
        assertEquals(
                "Output y1 has no path from an input.", Words.say(d.obstacle().orElseThrow()));
        assertEquals(Optional.empty(), small().obstacle());
    }

    @Test
    void aRenamedLayerKeepsItsGatesDataAndConnections() {
        Drawing d = ContextEdit.gateEdge(small(), 0, "x1>h1", 0).drawing();
        d = ContextEdit.gateNode(d, 0, "x1", 0.5).drawing();
        d = GraphEdit.rename(d, "x1", "eye").drawing();
        assertEquals(0.5, d.contexts().get(0).gates().node("eye"));
        assertEquals(0, d.contexts().get(0).gates().edge("eye>h1"));
        assertEquals(Matrix.identity(4), d.data(0, "eye").orElseThrow());
    }

    @Test
    void aRemovedLayerTakesItsConnectionsGatesAndDataAlong() {
        Drawing d = ContextEdit.gateEdge(small(), 0, "x1>h1", 0).drawing();
        d = GraphEdit.remove(d, "x1").drawing();
        assertEquals(List.of("h1>y1"), d.edges().stream().map(e -> e.id()).toList());
        assertTrue(d.contexts().get(0).gates().open());
        assertTrue(d.contexts().get(0).x().isEmpty());
    }

    @Test
    void columnsOfTheLayoutAscendAlongEveryConnection() {
        for (Presets.Preset preset : Presets.ALL) {
            Drawing d = preset.make().get();
            d.edges()
                    .forEach(e -> assertTrue(
                            d.node(e.source()).orElseThrow().x()
                                    < d.node(e.target()).orElseThrow().x(),
                            preset.id() + " " + e));
        }
    }

    @Test
    void theFirstTargetsAreThoseOfTheRoutingNetwork() {
        Matrix y = Matrix.of(new double[][] {
            {6, 6, 6, 6},
            {4, 4, 0, 0},
            {0, 0, 4, 4},
            {3, 0, 0, 0},
            {0, 3, 0, 0},
            {0, 0, 3, 0},
            {0, 0, 0, 3}
        });
        assertEquals(y, Data.hierarchy(7, 4));
    }

    @Test
    void aChangedGraphDropsTheStartOfTheFileThatItCameFrom() {
        String file = ExperimentCodec.write(DrawingFile.experiment(small(), true), DECIMALS)
                .replaceFirst("\\{\"kind\".*\\}", "{\"kind\": \"nma\", \"gamma\": 0.1, \"seed\": 3}");
        Drawing d = DrawingFile.read(file, DECIMALS);
        assertEquals(Settings.Begin.KEPT, d.settings().begin());
        assertEquals(
                Settings.Begin.KEPT,
                GraphEdit.move(d, "h1", 0.2, 0.2).drawing().settings().begin());
        Drawing other = GraphEdit.resize(d, "h1", 3).drawing();
        assertEquals(Settings.Begin.AUTO, other.settings().begin());
        assertTrue(other.kept().isEmpty());
    }

    @Test
    void manyPathsAreWrittenShort() {
        Drawing d = Drawing.blank();
        for (int l = 0; l < 12; l++) {
            for (int k = 0; k < 6; k++) {
                d = GraphEdit.add(d, l == 0 ? Role.INPUT : l == 11 ? Role.OUTPUT : Role.HIDDEN, 0, 0)
                        .drawing();
            }
        }
        for (int l = 0; l + 1 < 12; l++) {
            for (int a = 0; a < 6; a++) {
                for (int b = 0; b < 6; b++) {
                    Outcome next = GraphEdit.connect(
                            d,
                            d.nodes().get(6 * l + a).id(),
                            d.nodes().get(6 * l + 6 + b).id());
                    assertEquals(Optional.empty(), next.why());
                    d = next.drawing();
                }
            }
        }
        BigInteger total = new PathCount(d.architecture()).total();
        assertEquals(BigInteger.valueOf(6).pow(12), total);
        assertEquals("2.1·10⁹", Counts.brief(total));
        assertEquals("49", Counts.brief(BigInteger.valueOf(49)));
        assertEquals("46\u202f656", Counts.brief(BigInteger.valueOf(46656)));
        assertEquals(1, Counts.magnitude(BigInteger.TEN));
    }

    /** Every rule, loss and kind of gate of the settings, written and read again, runs to the same digest. */
    @Test
    void rulesLossesAndLearnedGatesTravelInTheFile() {
        Drawing xor = Presets.ALL.stream()
                .filter(p -> p.id().equals("select"))
                .findFirst()
                .orElseThrow()
                .make()
                .get();
        Settings s = xor.settings();
        Settings few = new Settings(30, s.dt(), s.tau(), Settings.Begin.RANDOM, 0.1, s.seed());
        Set<String> digests = new HashSet<>();
        List<Learning> all = new ArrayList<>();
        for (UpdateRule.Kind kind : UpdateRule.Kind.values()) {
            all.add(Learning.PLAIN.by(kind));
        }
        for (GateKind kind : GateKind.values()) {
            all.add(Learning.PLAIN.gated(Optional.of(kind)));
        }
        all.add(Learning.PLAIN.by(new UpdateRule(UpdateRule.Kind.GRADIENT, 0, 0.1)));
        for (Learning learning : all) {
            Outcome outcome = DataEdit.train(xor, few.by(learning));
            assertTrue(outcome.done(), outcome.why().map(Words::say).orElse(""));
            Drawing read = DrawingFile.read(text(outcome.drawing()), DECIMALS);
            assertEquals(outcome.drawing().settings(), read.settings());
            String digest = digest(outcome.drawing());
            assertEquals(digest, digest(read));
            digests.add(digest);
        }
        assertEquals(all.size(), digests.size(), "each of them is another run");
        Learning entropic = Learning.PLAIN.by(Loss.SOFTMAX_CROSS_ENTROPY);
        assertEquals(
                xor.hasNegativeTargets(), !DataEdit.train(xor, few.by(entropic)).done());
    }

    private static String digest(Drawing drawing) {
        return Runner.of(DrawingFile.experiment(drawing, false))
                .complete()
                .trajectory()
                .digest()
                .orElseThrow();
    }
}
