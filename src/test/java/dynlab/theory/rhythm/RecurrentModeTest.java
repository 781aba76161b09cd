package dynlab.theory.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Chains;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecurrentModeTest {
    private static final double[] S = {2, 1.2, 0.7};
    private static final double[] DECAY = {0.5, 0.8, 0.3};
    private static final int TIMES = 10;

    @Test
    void alignedModesOfANetworkTrainedThroughTimeFollowTheMap() {
        Rng rng = new Rng(6);
        Matrix r = Chains.orthogonal(5, 3, rng);
        Matrix v = Chains.orthogonal(3, 3, rng);
        Matrix y = Chains.orthogonal(4, 3, rng);
        double[] u = {0.2, 0.3, 0.1};
        double[] w = {0.1, -0.2, 0.4};
        double[] c = {0.1, 0.2, 0.3};
        List<Matrix> weights = List.of(
                r.times(Matrix.diagonal(u)).times(v.transpose()),
                r.times(Matrix.diagonal(w)).times(r.transpose()),
                y.times(Matrix.diagonal(c)).times(r.transpose()));
        List<Matrix> targets = new ArrayList<>();
        for (int t = 0; t < TIMES; t++) {
            double[] row = new double[3];
            for (int k = 0; k < 3; k++) {
                row[k] = RecurrentMode.fading(S[k], DECAY[k], TIMES)[t];
            }
            targets.add(y.times(Matrix.diagonal(row)).times(v.transpose()));
        }
        double rate = 0.02;
        for (int part = 1; part <= 4; part++) {
            weights = trained(weights, targets, rate, 100);
            for (int k = 0; k < 3; k++) {
                RecurrentMode mode = new RecurrentMode(u[k], w[k], c[k])
                        .descended(RecurrentMode.fading(S[k], DECAY[k], TIMES), rate, 100 * part);
                assertEquals(mode.in(), entry(r, weights.get(0), v, k), 1e-12);
                assertEquals(mode.memory(), entry(r, weights.get(1), r, k), 1e-12);
                assertEquals(mode.out(), entry(y, weights.get(2), r, k), 1e-12);
            }
        }
    }

    @Test
    void aModeEndsAtItsGainAndItsMemory() {
        for (int k = 0; k < 3; k++) {
            double[] target = RecurrentMode.fading(S[k], DECAY[k], TIMES);
            RecurrentMode end = new RecurrentMode(0.01, 0, 0.01).descended(target, 0.02, 20_000);
            assertEquals(DECAY[k], end.memory(), 1e-3);
            assertEquals(S[k], end.in() * end.out(), 1e-3);
            assertTrue(end.loss(target) < 1e-6);
        }
    }

    @Test
    void aSmallGainGrowsAtTheForetoldPace() {
        double[] target = RecurrentMode.fading(1.2, 0.8, TIMES);
        RecurrentMode start = new RecurrentMode(1e-6, 0.3, 1e-6);
        double rate = 1e-4;
        RecurrentMode later = start.descended(target, rate, 1000);
        double pace = Math.log(later.in() * later.out() / 1e-12) / (1000 * rate);
        assertEquals(start.growth(target), pace, 1e-3 * pace);
    }

    private static double entry(Matrix left, Matrix weights, Matrix right, int k) {
        return left.transpose().times(weights).times(right).at(k, k);
    }

    /** Backpropagation through time, written out with matrices. */
    private static List<Matrix> trained(List<Matrix> start, List<Matrix> targets, double rate, int steps) {
        Matrix u = start.get(0);
        Matrix w = start.get(1);
        Matrix c = start.get(2);
        for (int step = 0; step < steps; step++) {
            List<Matrix> h = new ArrayList<>();
            h.add(u);
            for (int t = 1; t < targets.size(); t++) {
                h.add(w.times(h.get(t - 1)));
            }
            Matrix du = Matrix.zero(u.rows(), u.columns());
            Matrix dw = Matrix.zero(w.rows(), w.columns());
            Matrix dc = Matrix.zero(c.rows(), c.columns());
            Matrix back = Matrix.zero(u.rows(), u.columns());
            for (int t = targets.size() - 1; t >= 0; t--) {
                Matrix error = targets.get(t).minus(c.times(h.get(t)));
                dc = dc.plus(error.times(h.get(t).transpose()));
                back = c.transpose().times(error).plus(w.transpose().times(back));
                if (t > 0) {
                    dw = dw.plus(back.times(h.get(t - 1).transpose()));
                } else {
                    du = back;
                }
            }
            u = u.plus(du.scaled(rate));
            w = w.plus(dw.scaled(rate));
            c = c.plus(dc.scaled(rate));
        }
        return List.of(u, w, c);
    }
}
