package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.theory.Badge;
import dynlab.theory.Premise;
import dynlab.theory.race.NeuralRaceReduction;
import dynlab.theory.race.ReducedRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a graph has common frames they are found, whatever its widths; where it has none, nothing is called exact. */
final class CommonFramesTest {
    private static final int GRAPHS = 300;
    private static final int STEPS = 300;
    private static final double RATE = 0.02;

    private static NeuralRaceReduction reduction(GatedGraphs.Drawn drawn) {
        return NeuralRaceReduction.of(drawn.architecture(), drawn.contexts(), drawn.weights())
                .orElseThrow();
    }

    /** The largest entry of any weight off the diagonal of the frames of the construction. */
    private static double offDiagonal(DiagonalGraphs.Known known, Network network) {
        double worst = 0;
        Architecture architecture = known.drawn().architecture();
        for (int e = 0; e < architecture.edges().size(); e++) {
            Matrix left = known.frames().get(architecture.target(e)).transpose();
            Matrix turned = left.times(network.weight(e)).times(known.frames().get(architecture.source(e)));
            for (int i = 0; i < turned.rows(); i++) {
                for (int j = 0; j < turned.columns(); j++) {
                    worst = Math.max(worst, i == j ? 0 : Math.abs(turned.at(i, j)));
                }
            }
        }
        return worst;
    }

    @Test
    void everyGraphThatIsDiagonalByConstructionIsReducedExactly() {
        int open = 0;
        int found = 0;
        double residual = 0;
        double misaligned = 0;
        double gap = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            DiagonalGraphs.Known known = DiagonalGraphs.draw(seed);
            NeuralRaceReduction reduction = reduction(known.drawn());
            assertEquals(Badge.Grade.EXACT, reduction.badge().grade(), "seed " + seed);
            assertTrue(reduction.aligned().isPresent(), "the start of seed " + seed);
            found++;
            open += reduction.interactionClasses() > 0 ? 1 : 0;
            residual = Math.max(residual, reduction.residual());
            double start = reduction.predict(RATE, 1, new int[] {0}).assumptions().stream()
                    .filter(a -> a.premise().equals(Premise.ALIGNED_START))
                    .findFirst()
                    .orElseThrow()
                    .measure();
            misaligned = Math.max(misaligned, start);
            Network network = known.drawn().network();
            double[] simulated = GatedGraphs.train(network, RATE, STEPS);
            assertTrue(offDiagonal(known, network) < 1e-12, "the construction holds for seed " + seed);
            double[] reduced = ReducedRun.descent(reduction.aligned().orElseThrow(), RATE, GatedGraphs.every(STEPS))
                    .loss();
            double here = simulated[0] == 0 ? reduced[STEPS] : GatedGraphs.gap(simulated, reduced);
            assertTrue(here < 1e-9, "seed " + seed + " is off by " + here);
            gap = Math.max(gap, here);
        }
        System.out.println(
                "frames: " + found + " of " + GRAPHS + " found, " + open + " of them with open paths; residual "
                        + residual + ", with the start " + misaligned + ", loss off by " + gap);
        assertTrue(open > 200, open + " graphs with open paths");
        // the square root of a sum of squares of rounding: 1e-15 times what a chain of splits and sweeps adds
        assertTrue(residual < 1e-11, "residual " + residual);
        assertTrue(misaligned < 1e-11, "residual with the start " + misaligned);
    }

    /**
     * W₀ᵀ W_t and W₀ W_tᵀ are symmetric for weights that keep one pair of frames; the largest share that is not, of any edge,
     * after one step and after many.
     */
    private static double turned(GatedGraphs.Drawn drawn) {
        Network network = drawn.network();
        double worst = 0;
        for (int steps : new int[] {1, STEPS}) {
            GatedGraphs.train(network, RATE, steps);
            for (int e = 0; e < drawn.weights().size(); e++) {
                Matrix before = drawn.weights().get(e);
                Matrix moved = network.weight(e).minus(before);
                if (before.norm() > 0 && moved.norm() > 1e-9 * before.norm()) {
                    double size = before.norm() * moved.norm();
                    Matrix inner = before.transpose().times(moved);
                    Matrix outer = before.times(moved.transpose());
                    worst = Math.max(worst, inner.minus(inner.transpose()).norm() / size);
                    worst = Math.max(worst, outer.minus(outer.transpose()).norm() / size);
                }
            }
        }
        return worst;
    }

    @Test
    void noSlightlyBrokenGraphIsCalledExact() {
        double[] sizes = {1e-4, 1e-3, 1e-2, 1e-1};
        int broken = 0;
        int exact = 0;
        int whole = 0;
        for (int seed = 0; broken < GRAPHS; seed++) {
            double size = sizes[seed % 4];
            GatedGraphs.Drawn drawn = DiagonalGraphs.broken(seed, size, seed / 4 % 2 == 0);
            // some graphs cannot be broken: a path of widths 1 is diagonal whatever is added to it
            if (turned(drawn) < 1e-9) {
                whole++;
                continue;
            }
            broken++;
            NeuralRaceReduction reduction = reduction(drawn);
            boolean claimed = reduction.predict(RATE, 1, new int[] {0, 1}).exact()
                    || reduction.reach().badge().grade() == Badge.Grade.EXACT
                    || reduction.aligned().isPresent();
            exact += claimed ? 1 : 0;
            assertFalse(claimed, "seed " + seed + ", broken by " + size);
        }
        System.out.println("frames: " + exact + " of " + broken + " broken graphs called exact; " + whole
                + " draws stayed diagonal");
        assertTrue(whole < GRAPHS / 2, whole + " draws that nothing breaks");
    }

    private static Context identity(String name, Gates gates) {
        return new Context(
                name,
                true,
                new double[] {1, 1},
                gates,
                Map.of("x", Matrix.identity(2)),
                Map.of("y", Matrix.diagonal(3, 1)));
    }

    /** A chain beside a rectified layer that no trained context opens. */
    private static GatedGraphs.Drawn withDeadLayer(double gate) {
        List<Node> nodes = List.of(
                Node.linear("x", Role.INPUT, 2),
                Node.linear("h", Role.HIDDEN, 2),
                new Node("dead", Role.HIDDEN, 2, Activation.RELU),
                Node.linear("y", Role.OUTPUT, 2));
        List<Edge> edges = List.of(
                new Edge("xh", "x", "h"),
                new Edge("hy", "h", "y"),
                new Edge("xd", "x", "dead"),
                new Edge("dy", "dead", "y"));
        Matrix some = Matrix.of(new double[][] {{0.3, 0.1}, {-0.2, 0.4}});
        return new GatedGraphs.Drawn(
                new Architecture(nodes, edges),
                List.of(identity("c", new Gates(Map.of("dead", gate), Map.of()))),
                List.of(Matrix.diagonal(0.1, 0.2), Matrix.diagonal(0.3, 0.1), some, some));
    }

    @Test
    void aLayerThatNoTrainedContextOpensIsNotInTheWayOfTheReduction() {
        GatedGraphs.Drawn dead = withDeadLayer(0);
        NeuralRaceReduction reduction = reduction(dead);
        assertEquals(Badge.Grade.EXACT, reduction.reach().badge().grade());
        double[] simulated = GatedGraphs.train(dead.network(), 0.05, 200);
        double[] predicted = reduction.predict(0.05, 1, GatedGraphs.every(200)).loss();
        assertTrue(GatedGraphs.gap(simulated, predicted) < 1e-12);
        assertEquals(
                Badge.Grade.NONE, reduction(withDeadLayer(1)).reach().badge().grade());
    }

    @Test
    void correlationsThatCancelButForRoundingJoinNothingAndTurnNothing() {
        Rng rng = new Rng(3);
        Matrix x = GatedGraphs.gaussian(rng, 3, 7);
        Matrix y = GatedGraphs.gaussian(rng, 3, 7);
        List<Context> contexts = new ArrayList<>();
        // gates 1, 1 and −2 of one path beside 1, 1, 1 of another: the first path's correlations sum to rounding
        for (double gate : new double[] {0.1, 0.2, -0.3}) {
            contexts.add(new Context(
                    "c",
                    true,
                    new double[] {1, 1, 1, 1, 1, 1, 1},
                    new Gates(Map.of(), Map.of("a", gate)),
                    Map.of("x", x, "z", Matrix.of(1, 7, new double[] {1, 0, 0, 0, 0, 0, 0})),
                    Map.of("y", y)));
        }
        Architecture architecture = new Architecture(
                List.of(
                        Node.linear("x", Role.INPUT, 3),
                        Node.linear("z", Role.INPUT, 1),
                        Node.linear("y", Role.OUTPUT, 3)),
                List.of(new Edge("a", "x", "y"), new Edge("b", "z", "y")));
        NeuralRaceReduction reduction = NeuralRaceReduction.of(
                        architecture, contexts, List.of(Matrix.zero(3, 3), Matrix.zero(3, 1)))
                .orElseThrow();
        assertEquals(2, reduction.interactionClasses());
        assertTrue(reduction.residual() < 1e-12, "residual " + reduction.residual());
    }

    @Test
    void dataBeyondTheRangeOfSquaresHaveTheResidualOfTheSameDataScaled() {
        for (double scale : new double[] {1e160, 1e-160}) {
            GatedGraphs.Drawn drawn = GatedGraphs.diagonalisable(1, 0.1);
            List<Context> extreme = new ArrayList<>();
            for (Context context : drawn.contexts()) {
                Map<String, Matrix> x = new LinkedHashMap<>();
                context.x().forEach((id, data) -> x.put(id, data.scaled(scale)));
                extreme.add(new Context(context.name(), true, context.weights(), context.gates(), x, context.y()));
            }
            NeuralRaceReduction plain = reduction(drawn);
            NeuralRaceReduction reduction = NeuralRaceReduction.of(drawn.architecture(), extreme, drawn.weights())
                    .orElseThrow();
            assertNotEquals(0, plain.residual());
            assertEquals(plain.residual(), reduction.residual(), 1e-3 * plain.residual());
            assertEquals(plain.interactionClasses(), reduction.interactionClasses());
            // what cannot be followed is not claimed
            assertFalse(reduction.predict(RATE, 1, new int[] {0, 1}).exact());
            assertEquals(Badge.Grade.NONE, reduction.reach().badge().grade());
        }
    }
}
