package dynlab.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.PathCount;
import dynlab.architecture.Role;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GatedTasksTest {
    private static Network silent(GatedTask task) {
        List<Matrix> zero = task.architecture().edges().stream()
                .map(e -> Matrix.zero(width(task, e.target()), width(task, e.source())))
                .toList();
        return new Network(task.architecture(), task.contexts(), zero);
    }

    private static int width(GatedTask task, String id) {
        return task.architecture()
                .nodes()
                .get(task.architecture().node(id).orElseThrow())
                .width();
    }

    @Test
    void theRoutingTargetsHaveTheirSpectrum() {
        assertArrayEquals(new double[] {13.6015, 6.4031, 3, 3}, Svd.singularValues(Routing.targets()), 5e-5);
        assertEquals(244, Routing.targets().norm() * Routing.targets().norm(), 1e-12);
    }

    @Test
    void fourTrainedRoutesOfSevenLeadToTheOffsetsMinusOneToTwo() {
        Routing routing = new Routing(7, 4, 16);
        for (int i = 0; i < 7; i++) {
            for (int o = 0; o < 7; o++) {
                int offset = (o - i + 7 + 1) % 7 - 1;
                assertEquals(offset >= -1 && offset <= 2, routing.trains(i, o), i + " to " + o);
            }
        }
        GatedTask task = routing.task();
        assertEquals(49, task.contexts().size());
        assertEquals(28, task.trained().size());
        assertEquals(21, task.untrained().length);
    }

    @Test
    void theLossOfASilentRouterIsHalfItsPowerTimesKOverM() {
        // K M trained routes, each 1/M² · 1/2 · 244
        GatedTask task = new Routing(7, 4, 5).task();
        assertEquals(122.0 * 4 / 7, silent(task).loss(), 1e-11);
        // the authors' loss is 2 M²/(P N_o) times this: 244 at the start
        assertEquals(244, silent(task).loss() * 2 * 49 / 28, 1e-11);
        assertEquals(0.07, new Routing(7, 4, 5).step(0.02), 1e-15);
    }

    @Test
    void everyInputProductOfTenDomainsIsComputedOnce() {
        int width = 64;
        Network network = silent(new Routing(10, 4, width).task());
        // 10 encoders and 10 hidden products on 4 items, not 40 of each; 40 decoders
        double shared = 10.0 * width * 4 * 4 + 10.0 * width * width * 4;
        assertEquals(shared + 40.0 * 7 * width * 4, network.forwardMultiplications(), 0);
    }

    @Test
    void blocksHavePathwaysOfTheirOwnAndTheMixedNetworkHasBoth() {
        assertEquals(
                BigInteger.valueOf(100),
                new PathCount(Race.blocks(10, 5, 3).task().architecture()).total());
        assertEquals(2 * 2 * 4, hidden(Race.blocks(4, 2, 3).task()) * 2);
        GatedTask mixed = Race.mixed(10, 3, 4).task();
        // one shared and thirty dedicated pathways of two layers
        assertEquals(2 * 31, hidden(mixed));
        assertEquals(BigInteger.valueOf(130), new PathCount(mixed.architecture()).total());
        assertThrows(IllegalArgumentException.class, () -> Race.blocks(10, 3, 4));
        assertThrows(IllegalArgumentException.class, () -> new Routing(3, 4, 4));
    }

    private static long hidden(GatedTask task) {
        return task.architecture().nodes().stream()
                .filter(node -> node.role() == Role.HIDDEN)
                .count();
    }

    @Test
    void everyXorNetworkStartsAtHalfAndOpensThePathsOfItsExample() {
        for (GatedTask task : List.of(Xor.relu(6), Xor.fourPaths(2), Xor.halfPlanes(2), Xor.sixPaths(2))) {
            assertEquals(0.5, silent(task).loss(), 1e-15);
        }
        for (Context context : Xor.sixPaths(2).contexts()) {
            double open = context.gates().nodes().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            assertEquals(2, open, 0);
        }
        for (Node node : Xor.relu(Xor.UNITS).architecture().nodes()) {
            assertEquals(node.role() == Role.HIDDEN ? 128 : node.role() == Role.INPUT ? 2 : 1, node.width());
        }
    }
}
