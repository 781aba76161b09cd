package dynlab.theory.modes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Chains;
import dynlab.Reference;
import dynlab.RungeKutta;
import dynlab.architecture.Correlations;
import dynlab.architecture.Node;
import dynlab.experiment.Experiment;
import dynlab.experiment.Start;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RiccatiTest {
    @ParameterizedTest
    @CsvSource({"5,5,5,0", "4,6,7,0", "6,8,3,0", "5,2,5,0", "4,4,6,1", "6,4,4,-1", "5,5,5,5", "5,5,5,-5", "4,3,4,0.01"})
    void theStableFormIsTheFlowOfBothLayers(int inputs, int hidden, int outputs, double lambda) {
        Rng rng = new Rng(7);
        Matrix sigma = Chains.gaussian(outputs, inputs, 1.2, rng);
        List<Matrix> start = balanced(inputs, hidden, outputs, lambda, 0.3, rng);
        Riccati flow = new Riccati(sigma, lambda, start.get(0), start.get(1));
        double[] state = pack(start.get(0), start.get(1));
        for (int second = 1; second <= 12; second++) {
            // dt = 0.002: fourth order leaves 1e-11
            state = RungeKutta.after(state, 0.002, 500, w -> slope(w, sigma, inputs, hidden));
            Matrix slow = map(state, inputs, hidden, outputs);
            assertTrue(flow.mapAt(second).minus(slow).largest() < 1e-8);
        }
    }

    @Test
    void aWrongSignOfTheImbalanceIsFarOff() {
        Rng rng = new Rng(7);
        Matrix sigma = Chains.gaussian(4, 4, 1.2, rng);
        List<Matrix> start = balanced(4, 4, 4, 1, 0.3, rng);
        double[] state = RungeKutta.after(pack(start.get(0), start.get(1)), 0.002, 250, w -> slope(w, sigma, 4, 4));
        Matrix slow = map(state, 4, 4, 4);
        assertTrue(new Riccati(sigma, -1, start.get(0), start.get(1))
                        .mapAt(0.5)
                        .minus(slow)
                        .largest()
                > 0.05);
    }

    @ParameterizedTest
    @CsvSource({"5,5,5,5", "4,6,7,4", "6,8,3,3", "5,2,5,2"})
    void atLastTheMapIsTheTruncatedDecomposition(int inputs, int hidden, int outputs, int rank) {
        Rng rng = new Rng(11);
        Matrix sigma = Chains.gaussian(outputs, inputs, 1.2, rng);
        List<Matrix> start = balanced(inputs, hidden, outputs, 0, 0.3, rng);
        Svd svd = Svd.thin(sigma);
        double[] kept = svd.s();
        Arrays.fill(kept, rank, kept.length, 0);
        Matrix end = svd.u().times(Matrix.diagonal(kept)).times(svd.v().transpose());
        Matrix map = new Riccati(sigma, 0, start.get(0), start.get(1)).mapAt(1e3);
        assertTrue(map.minus(end).largest() < 1e-13); // measured below 1e-14
    }

    @Test
    void theMapAgreesWithTheIndependentFileAtEveryRecordedTime() {
        Reference file = Reference.of("flow_riccati_balanced_rect");
        Experiment experiment = file.experiment();
        List<Matrix> weights = ((Start.Given) experiment.start()).weights();
        List<Node> nodes = experiment.architecture().nodes();
        Matrix sigma = Correlations.of(experiment.contexts(), nodes.get(0), nodes.get(2))
                .sigmaYx();
        Riccati flow = new Riccati(sigma, 0, weights.get(0), weights.get(1));
        double[] at = file.numbers("record", "at");
        for (int i = 0; i < at.length; i++) {
            Matrix map = file.matrix("expected", "theory_map", i);
            assertTrue(flow.mapAt(at[i] * 0.001).minus(map).largest() < 1e-9);
        }
    }

    @Test
    void oneLongStretchOrManyShortOnesLeadToTheSameMap() {
        Rng rng = new Rng(13);
        Matrix sigma = Chains.gaussian(6, 5, 3, rng);
        List<Matrix> start = balanced(5, 7, 6, 0, 1e-6, rng);
        Riccati once = new Riccati(sigma, 0, start.get(0), start.get(1));
        Riccati often = new Riccati(sigma, 0, start.get(0), start.get(1));
        for (int i = 1; i < 700; i++) {
            often.mapAt(0.01 * i);
        }
        assertTrue(once.mapAt(7).minus(often.mapAt(7)).largest() < 1e-9);
    }

    @Test
    void anAlignedStartFollowsTheScalarClosedForm() {
        for (double lambda : new double[] {0, 0.5, -2}) {
            double[] s = {2.5, 1.5, 0.4};
            Matrix w2 = Matrix.diagonal(s2(lambda, 0.2), s2(lambda, 0.1), s2(lambda, 0.05));
            Matrix w1 = Matrix.diagonal(s2(-lambda, 0.2), s2(-lambda, 0.1), s2(-lambda, 0.05));
            Riccati flow = new Riccati(Matrix.diagonal(s), lambda, w1, w2);
            double[] a0 = {0.2, 0.1, 0.05};
            for (int i = 0; i <= 30; i++) {
                Matrix map = flow.mapAt(0.1 * i);
                for (int k = 0; k < 3; k++) {
                    assertEquals(LambdaBalanced.strength(lambda, s[k], a0[k], 0.1 * i, 1), map.at(k, k), 1e-12);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"5,5,5,1", "4,6,7,0", "5,2,5,0", "4,4,6,1", "6,4,4,-1"})
    void theOtherBlocksAreThoseOfTheWeights(int inputs, int hidden, int outputs, double lambda) {
        Rng rng = new Rng(5);
        Matrix sigma = Chains.gaussian(outputs, inputs, 1.2, rng);
        List<Matrix> start = balanced(inputs, hidden, outputs, lambda, 0.3, rng);
        double[] state =
                RungeKutta.after(pack(start.get(0), start.get(1)), 0.002, 750, w -> slope(w, sigma, inputs, hidden));
        Matrix w1 = Matrix.of(hidden, inputs, Arrays.copyOf(state, hidden * inputs));
        Matrix w2 = Matrix.of(outputs, hidden, Arrays.copyOfRange(state, hidden * inputs, state.length));
        Riccati.Moments moments = new Riccati(sigma, lambda, start.get(0), start.get(1)).momentsAt(1.5);
        assertTrue(moments.inputGram().minus(w1.transpose().times(w1)).largest() < 1e-8);
        assertTrue(moments.map().minus(w2.times(w1)).largest() < 1e-8);
        assertTrue(moments.outputGram().minus(w2.times(w2.transpose())).largest() < 1e-8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 5})
    void itIsStableForAThousandTimeConstants(double lambda) {
        Rng rng = new Rng(11);
        Matrix sigma = Chains.gaussian(5, 5, 1.2, rng);
        List<Matrix> start = balanced(5, 5, 5, lambda, 0.3, rng);
        Riccati flow = new Riccati(sigma, lambda, start.get(0), start.get(1));
        assertTrue(flow.mapAt(1000).minus(sigma).largest() < 1e-12);
    }

    /** Both ways to t = 20 τ in one run; the times of both are measured, so it is for quiet machines. */
    @Test
    @Tag("timing")
    void itIsTwentyTimesFasterThanStepping() {
        Rng rng = new Rng(7);
        Matrix sigma = Chains.gaussian(5, 5, 1.2, rng);
        List<Matrix> start = balanced(5, 5, 5, 1, 0.3, rng);
        double least = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 5; round++) {
            long before = System.nanoTime();
            Network network = Chains.network(Chains.items(sigma), start);
            Chains.train(network, 0.002, 10_000, step -> {});
            long between = System.nanoTime();
            Matrix exact = new Riccati(sigma, 1, start.get(0), start.get(1)).mapAt(20);
            long after = System.nanoTime();
            assertTrue(exact.minus(Chains.map(network)).largest() < 1e-6);
            least = Math.min(least, (after - between) / (double) (between - before));
        }
        System.out.println("Riccati takes " + least + " of stepping");
        assertTrue(least < 1 / 20.0, "share of the time of stepping: " + least);
    }

    @Test
    void aMapThatIsTurnedRoundWaitsForTheLogarithmOfItsRotation() {
        double early = turned(1e-4);
        double late = turned(1e-6);
        // the weakest of the modes 3, 2, 1.5 and 1 waits longest: ln(1/ε)/s
        assertEquals(Math.log(1e-4 / 1e-6) / 1, late - early, 0.02);
    }

    /** Time until a learned map has become its opposite, rotated by an angle in two planes. */
    private static double turned(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        Matrix rotation = Matrix.of(new double[][] {{c, -s, 0, 0}, {s, c, 0, 0}, {0, 0, c, -s}, {0, 0, s, c}});
        Matrix root = Matrix.diagonal(Math.sqrt(3), Math.sqrt(2), Math.sqrt(1.5), 1);
        Matrix target = rotation.times(root).times(root).scaled(-1);
        Riccati flow = new Riccati(target, 0, root, root);
        double t = 0;
        while (flow.mapAt(t).minus(target).norm() > 0.1) {
            t += 0.01;
            assertTrue(t < 30, "it does turn");
        }
        return t;
    }

    @Test
    void timeDoesNotRunBackward() {
        Riccati flow = new Riccati(Matrix.identity(2), 0, Matrix.identity(2), Matrix.identity(2));
        flow.mapAt(2);
        assertThrows(IllegalArgumentException.class, () -> flow.mapAt(1));
    }

    /** Weights with W2ᵀW2 − W1W1ᵀ = λ I and all strengths s0, in random frames. */
    static List<Matrix> balanced(int inputs, int hidden, int outputs, double lambda, double s0, Rng rng) {
        int k = Math.min(hidden, Math.min(inputs, outputs));
        Matrix r = Chains.orthogonal(hidden, k, rng);
        Matrix v = Chains.orthogonal(inputs, k, rng);
        Matrix u = Chains.orthogonal(outputs, k, rng);
        return List.of(
                r.times(v.transpose()).scaled(s2(-lambda, s0)),
                u.times(r.transpose()).scaled(s2(lambda, s0)));
    }

    private static double s2(double lambda, double s0) {
        return Math.sqrt((lambda + Math.sqrt(lambda * lambda + 4 * s0 * s0)) / 2);
    }

    private static double[] pack(Matrix w1, Matrix w2) {
        double[] state = new double[w1.rows() * w1.columns() + w2.rows() * w2.columns()];
        w1.copyInto(state, 0);
        w2.copyInto(state, w1.rows() * w1.columns());
        return state;
    }

    private static double[] slope(double[] state, Matrix sigma, int inputs, int hidden) {
        Matrix w1 = Matrix.of(hidden, inputs, Arrays.copyOf(state, hidden * inputs));
        Matrix w2 = Matrix.of(sigma.rows(), hidden, Arrays.copyOfRange(state, hidden * inputs, state.length));
        Matrix error = sigma.minus(w2.times(w1));
        return pack(w2.transpose().times(error), error.times(w1.transpose()));
    }

    private static Matrix map(double[] state, int inputs, int hidden, int outputs) {
        Matrix w1 = Matrix.of(hidden, inputs, Arrays.copyOf(state, hidden * inputs));
        Matrix w2 = Matrix.of(outputs, hidden, Arrays.copyOfRange(state, hidden * inputs, state.length));
        return w2.times(w1);
    }
}
