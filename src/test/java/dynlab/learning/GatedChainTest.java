package dynlab.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GatedChainTest {
    private static Matrix gaussian(Rng rng, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = rng.nextGaussian();
        }
        return Matrix.of(rows, columns, values);
    }

    private final Rng rng = new Rng(3);
    private final Samples data =
            new Samples(gaussian(rng, 3, 5), gaussian(rng, 2, 5), new double[] {1, 0.5, 2, 1, 1}, new int[] {0, 2, 5});
    private final List<Matrix> initial = List.of(gaussian(rng, 4, 3), gaussian(rng, 6, 4), gaussian(rng, 2, 6));

    private GatedChain gated(List<Matrix> weights, double rate) {
        GatedChain chain = new GatedChain(data, weights, rate);
        Rng gates = new Rng(9);
        for (int l = 1; l <= 2; l++) {
            double[] values = chain.gates(l).toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = gates.nextInt(2);
            }
            chain.setGates(l, Matrix.of(l == 1 ? 4 : 6, 5, values));
        }
        return chain;
    }

    @Test
    void theStepIsMinusTheGradientByFiniteDifferences() {
        double rate = 1e-3;
        GatedChain chain = gated(initial, rate);
        chain.loss();
        chain.step();
        double h = 1e-6;
        for (int l = 0; l < 3; l++) {
            double[] w = initial.get(l).toArray();
            for (int i = 0; i < w.length; i++) {
                double up = bent(l, i, h);
                double down = bent(l, i, -h);
                double moved = chain.weight(l + 1).toArray()[i] - w[i];
                // central differences of a quadratic in each weight: rounding of the loss (about 10) over h
                assertEquals(-rate * (up - down) / (2 * h), moved, 1e-8);
            }
        }
    }

    private double bent(int layer, int entry, double by) {
        List<Matrix> weights = new ArrayList<>(initial);
        double[] w = initial.get(layer).toArray();
        w[entry] += by;
        weights.set(
                layer, Matrix.of(initial.get(layer).rows(), initial.get(layer).columns(), w));
        return gated(weights, 0).loss();
    }

    @Test
    void inputsThatMayNotBeReadStayWithoutWeight() {
        GatedChain chain = gated(initial, 1e-2);
        Matrix mask = Matrix.of(new double[][] {{1, 0, 1}, {1, 1, 1}, {0, 0, 1}, {1, 1, 0}});
        chain.restrictInputs(mask);
        for (int t = 0; t < 20; t++) {
            chain.loss();
            chain.step();
        }
        for (int u = 0; u < 4; u++) {
            for (int i = 0; i < 3; i++) {
                assertEquals(mask.at(u, i) == 0, chain.weight(1).at(u, i) == 0);
            }
        }
    }

    @Test
    void layersThatDoNotFitAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new GatedChain(data, List.of(initial.get(0), initial.get(2)), 1e-3));
        assertThrows(
                IllegalArgumentException.class,
                () -> new GatedChain(data, List.of(initial.get(0), initial.get(1)), 1e-3));
    }
}
