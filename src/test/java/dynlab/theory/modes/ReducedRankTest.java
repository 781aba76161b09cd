package dynlab.theory.modes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Chains;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Correlations;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReducedRankTest {
    @Test
    void aNarrowNetworkEndsAtTheReducedRankRegression() {
        Rng rng = new Rng(21);
        Matrix x = Chains.gaussian(3, 40, 1, rng);
        Matrix y = Chains.gaussian(3, 3, 1.5, rng).times(x).plus(Chains.gaussian(3, 40, 0.1, rng));
        List<Matrix> start = List.of(Chains.gaussian(2, 3, 0.1, rng), Chains.gaussian(3, 2, 0.1, rng));
        List<Context> data = Chains.data(x, y);
        Network network = Chains.network(data, start);
        Chains.train(network, 2e-3, 20_000, step -> {});
        ReducedRank best = ReducedRank.of(correlations(start, data), 2);
        assertEquals(0, Chains.map(network).minus(best.map()).largest(), 1e-9);
    }

    @Test
    void whatIsLeftOutIsTheLossAboveThatOfTheWholeRegression() {
        Rng rng = new Rng(5);
        Matrix x = Chains.gaussian(4, 30, 1, rng);
        Matrix y = Chains.gaussian(5, 30, 1, rng);
        Correlations correlations = correlations(List.of(Matrix.zero(5, 4)), Chains.data(x, y));
        ReducedRank whole = ReducedRank.of(correlations, 9);
        assertEquals(0, whole.excess());
        for (int rank = 0; rank <= 4; rank++) {
            ReducedRank best = ReducedRank.of(correlations, rank);
            double loss = 0.5 * square(y.minus(best.map().times(x)));
            double floor = 0.5 * square(y.minus(whole.map().times(x)));
            assertEquals(best.excess(), loss - floor, 1e-12);
            int found = 0;
            for (double s : Svd.singularValues(best.map())) {
                found += s > 1e-12 ? 1 : 0;
            }
            assertEquals(rank, found);
        }
    }

    @Test
    void anAutoencoderKeepsThePrincipalComponents() {
        Rng rng = new Rng(8);
        Matrix x = Matrix.diagonal(3, 2, 1, 0.5).times(Chains.gaussian(4, 50, 1, rng));
        ReducedRank best = ReducedRank.of(correlations(List.of(Matrix.zero(4, 4)), Chains.data(x, x)), 2);
        Matrix components = Svd.thin(x).u();
        Matrix two = Matrix.of(4, 2, new double[] {
            components.at(0, 0), components.at(0, 1), components.at(1, 0), components.at(1, 1),
            components.at(2, 0), components.at(2, 1), components.at(3, 0), components.at(3, 1)
        });
        assertEquals(0, best.map().minus(two.times(two.transpose())).largest(), 1e-12);
    }

    @Test
    void directionsWithoutInputStayAtZero() {
        Matrix x = Matrix.of(new double[][] {{1, -1, 2}, {0, 0, 0}});
        Matrix y = Matrix.of(new double[][] {{2, -2, 4}});
        ReducedRank best = ReducedRank.of(correlations(List.of(Matrix.zero(1, 2)), Chains.data(x, y)), 1);
        assertEquals(2, best.map().at(0, 0), 1e-14);
        assertEquals(0, best.map().at(0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> ReducedRank.of(correlations(List.of(Matrix.zero(1, 2)), Chains.data(x, y)), -1));
    }

    private static Correlations correlations(List<Matrix> weights, List<Context> data) {
        Architecture graph = Chains.architecture(weights);
        return Correlations.of(data, graph.nodes().get(0), graph.nodes().get(weights.size()));
    }

    private static double square(Matrix m) {
        assertTrue(m.norm() >= 0);
        return m.norm() * m.norm();
    }
}
