package dynlab.experiment.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.run.Runner;
import dynlab.numeric.ExactDecimals;
import dynlab.numeric.Matrix;
import dynlab.scene.Address;
import dynlab.theory.Badge;
import dynlab.theory.Reach;
import dynlab.theory.SignTrap;
import dynlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker posts is what the page shows. */
final class PacketTest {
    @Test
    void theModesOfARunAreSentOnce() {
        Address read = Address.parse("scene=hierarchy&epochs=50", new ExactDecimals());
        Result result = Runner.of(read.scene().experiment(read.config())).complete();
        Packet first = Packet.of(result);
        Packet later = Packet.of(result, true);
        int modes = result.modes().orElseThrow().count();
        assertTrue(later.numbers().length <= first.numbers().length - modes * (8 + 15));
        Result again = later.result(Optional.of(first.result()));
        assertArrayEquals(first.numbers(), Packet.of(again).numbers());
        assertThrows(IllegalArgumentException.class, later::result);
    }

    @Test
    void aRunThatNobodyAsksForModesOfHasNone() {
        Address read = Address.parse("scene=hierarchy&epochs=50", new ExactDecimals());
        Experiment run = read.scene().experiment(read.config());
        Experiment silent = new Experiment(
                run.name(),
                run.description(),
                run.architecture(),
                run.contexts(),
                run.start(),
                run.training(),
                new RecordPlan(run.record().when(), Set.of(Quantity.LOSS)),
                false);
        assertTrue(Runner.of(silent).complete().modes().isEmpty());
        assertTrue(Runner.of(run).complete().modes().isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scene=hierarchy",
                "scene=hierarchy&depth=0",
                "scene=hierarchy&depth=3&gamma=1",
                "scene=hierarchy&start=aligned&gamma=0.1",
                "scene=hierarchy&rate=0.02",
                "scene=hierarchy&features=40",
                "scene=routing&epochs=20",
                "scene=race&epochs=20"
            })
    void aResultThatWasPackedAndUnpackedPacksToTheSameBits(String address) {
        Address read = Address.parse(address, new ExactDecimals());
        Result result = Runner.of(read.scene().experiment(read.config())).complete();
        Packet packet = Packet.of(result);
        Result back = packet.result();
        Packet again = Packet.of(back);
        assertArrayEquals(packet.numbers(), again.numbers());
        assertEquals(packet.words(), again.words());
        assertEquals(result.trajectory().digest(), back.trajectory().digest());
        assertEquals(result.trajectory().divergedAt(), back.trajectory().divergedAt());
        assertEquals(
                result.trajectory().series().keySet(),
                back.trajectory().series().keySet());
        assertEquals(result.modes().map(m -> m.blocks()), back.modes().map(m -> m.blocks()));
        assertEquals(
                result.prediction().map(p -> p.assumptions()), back.prediction().map(p -> p.assumptions()));
        assertEquals(
                result.prediction().flatMap(p -> p.reach()), back.prediction().flatMap(p -> p.reach()));
    }

    /** Two paths share an input and an output; the second context wants the opposite of the first. */
    private static Result trapped() {
        List<Node> nodes = List.of(
                Node.linear("x", Role.INPUT, 1),
                Node.linear("h", Role.HIDDEN, 1),
                Node.linear("k", Role.HIDDEN, 1),
                Node.linear("y", Role.OUTPUT, 1));
        List<Edge> edges = List.of(
                new Edge("x>h", "x", "h"),
                new Edge("h>y", "h", "y"),
                new Edge("x>k", "x", "k"),
                new Edge("k>y", "k", "y"));
        Matrix one = Matrix.identity(1);
        List<Context> contexts = new ArrayList<>();
        for (int c = 0; c < 2; c++) {
            contexts.add(new Context(
                    "c" + c,
                    true,
                    new double[] {1},
                    new Gates(Map.of("k", (double) c), Map.of()),
                    Map.of("x", one),
                    Map.of("y", one.scaled(1 - 2 * c))));
        }
        Experiment experiment = new Experiment(
                "trapped",
                "",
                new Architecture(nodes, edges),
                contexts,
                new Start.Given(Collections.nCopies(4, one.scaled(0.1))),
                new Training(0.1, 1, 20),
                new RecordPlan(new RecordPlan.When.Adaptive(), Set.of(Quantity.LOSS)),
                true);
        return Runner.of(experiment).complete();
    }

    @Test
    void badgeResidualsAndSignTrapsPass() {
        Reach reach = Packet.of(trapped())
                .result()
                .prediction()
                .flatMap(p -> p.reach())
                .orElseThrow();
        assertEquals(Badge.Grade.APPROXIMATE, reach.badge().grade());
        assertEquals(
                "The run starts with a wrong sign that it cannot pass: mode 1. The theory can be trusted"
                        + " until about step 330, when rounding frees it.",
                Words.say(reach.badge().reason()));
        assertEquals(1, reach.badge().measure());
        assertEquals(1, reach.classes());
        assertTrue(reach.residual() < 1e-6 && reach.jointResidual() < 1e-6);
        assertEquals(1, reach.traps().size());
        SignTrap trap = reach.traps().get(0);
        assertEquals(List.of("x>k", "k>y"), trap.path());
        assertEquals(-2, trap.required(), 1e-9);
        assertEquals(0.01, trap.initial(), 1e-12);
        assertEquals(Optional.empty(), reach.unsearched());
    }

    @Test
    void aPacketThatIsTooShortIsRefusedWhereverItIsCut() {
        Packet whole = Packet.of(trapped());
        for (int n = 0; n < whole.numbers().length; n++) {
            Packet cut = new Packet(Arrays.copyOf(whole.numbers(), n), whole.words());
            assertThrows(IllegalArgumentException.class, cut::result, n + " numbers");
        }
        for (int n = 0; n < whole.words().size(); n++) {
            Packet cut = new Packet(whole.numbers(), whole.words().subList(0, n));
            assertThrows(IllegalArgumentException.class, cut::result, n + " words");
        }
    }

    @Test
    void aPacketThatGoesOnIsRefused() {
        Packet whole = Packet.of(trapped());
        double[] numbers = Arrays.copyOf(whole.numbers(), whole.numbers().length + 1);
        assertThrows(IllegalArgumentException.class, new Packet(numbers, whole.words())::result);
        List<String> words = new ArrayList<>(whole.words());
        words.add("more");
        assertThrows(IllegalArgumentException.class, new Packet(whole.numbers(), words)::result);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 1e300, Double.NaN, Double.POSITIVE_INFINITY})
    void aCountThatCannotBeIsRefused(double count) {
        Packet whole = Packet.of(trapped());
        // the number after dt counts the records
        double[] numbers = whole.numbers().clone();
        numbers[1] = count;
        assertThrows(IllegalArgumentException.class, new Packet(numbers, whole.words())::result);
    }

    @Test
    void aGradeThatIsNoneIsRefused() {
        Packet whole = Packet.of(trapped());
        List<String> words = new ArrayList<>(whole.words());
        words.set(words.indexOf("APPROXIMATE"), "SPLENDID");
        assertThrows(IllegalArgumentException.class, new Packet(whole.numbers(), words)::result);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100})
    void anUnfinishedRunPassesToo(int steps) {
        Address read = Address.parse("scene=hierarchy", new ExactDecimals());
        Runner runner = Runner.of(read.scene().experiment(read.config()));
        runner.advance(steps);
        Packet packet = Packet.of(runner.result());
        assertArrayEquals(packet.numbers(), Packet.of(packet.result()).numbers());
    }
}
