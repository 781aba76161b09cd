package dynlab.theory.modes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.RungeKutta;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import org.junit.jupiter.api.Test;

final class TwoLayerModesTest {
    @Test
    void theClosedFormSolvesItsEquation() {
        Rng rng = new Rng(1);
        for (int i = 0; i < 200; i++) {
            double s = 0.2 + 3 * rng.nextDouble();
            double d = 0.1 + 2 * rng.nextDouble();
            double a0 = 1e-4 + 2 * rng.nextDouble();
            double tau = 0.5 + rng.nextDouble();
            double t = 4 * rng.nextDouble();
            double[] slow = RungeKutta.after(new double[] {a0}, t / 2000, 2000, a ->
                    new double[] {2 * a[0] * (s - d * a[0]) / tau});
            // Fourth order: (8 / 2000)^4 of the steepest curve
            assertEquals(slow[0], TwoLayerModes.strength(s, d, a0, t, tau), 1e-9);
        }
    }

    @Test
    void aModeWithoutTargetFadesLikeOneOverTime() {
        double[] slow = RungeKutta.after(new double[] {0.7}, 1e-3, 3000, a -> new double[] {-2 * 1.5 * a[0] * a[0]});
        assertEquals(slow[0], TwoLayerModes.strength(0, 1.5, 0.7, 3, 1), 1e-12);
    }

    @Test
    void lateTimesGiveTheTargetAndNotInfinityOverInfinity() {
        assertEquals(3, TwoLayerModes.strength(3, 1, 1e-30, 1e6, 1));
        assertEquals(3 / 0.7, TwoLayerModes.strength(3, 0.7, 1e-300, 1e6, 1));
        assertEquals(0, TwoLayerModes.strength(3, 1, 0, 1e6, 1));
    }

    @Test
    void halfTimesOfTheToyWorldAreTheKnownOnes() {
        double[] s = {Math.sqrt(7), Math.sqrt(3), 1, 1};
        double[] known = {1.05345, 1.48630, 2.29756, 2.29756};
        for (int k = 0; k < 4; k++) {
            assertEquals(known[k], TwoLayerModes.halfTime(s[k], 1, 0.01, 1), 5e-6);
        }
        assertEquals(0, TwoLayerModes.halfTime(1, 1, 0.6, 1));
    }

    @Test
    void atItsHalfTimeAModeIsHalfLearned() {
        Rng rng = new Rng(2);
        for (int i = 0; i < 100; i++) {
            double s = 0.2 + 3 * rng.nextDouble();
            double d = 0.1 + 2 * rng.nextDouble();
            double a0 = 1e-12 + 0.49 * rng.nextDouble() * s / d;
            double t = TwoLayerModes.halfTime(s, d, a0, 2);
            assertEquals(0.5 * s / d, TwoLayerModes.strength(s, d, a0, t, 2), 1e-13 * s / d);
        }
    }

    @Test
    void descentApproachesTheFlowLinearlyInTheLearningRate() {
        Rng rng = new Rng(3);
        for (int i = 0; i < 50; i++) {
            double s = 0.5 + 3 * rng.nextDouble();
            double d = 0.5 + rng.nextDouble();
            double a0 = 1e-3 + 0.1 * rng.nextDouble();
            double coarse = largestGap(s, d, a0, 1e-3);
            double fine = largestGap(s, d, a0, 5e-4);
            assertEquals(2, coarse / fine, 0.02);
        }
    }

    @Test
    void aDegenerateBlockEvolvesAsOneMatrixWhateverItsBasis() {
        // Equal modes: W = R(t) with C' = C (s − C²); turning the start turns the solution.
        Modes modes = new Modes(
                Matrix.identity(2), new double[] {1.3, 1.3}, Matrix.identity(2), Modes.blocks(new double[] {1.3, 1.3}));
        double c = Math.sqrt(0.5);
        Matrix turn = Matrix.of(new double[][] {{c, -c}, {c, c}});
        Matrix root = turn.times(Matrix.diagonal(0.2, 0.01)).times(turn.transpose());
        TwoLayerStart start = TwoLayerStart.of(root, root, modes);
        assertEquals(0.04, start.strength()[0], 1e-15);
        assertEquals(0.0001, start.strength()[1], 1e-15);
        double eta = 0.05;
        Matrix predicted = start.toModes(
                TwoLayerModes.descent(modes.s(), new double[] {1, 1}, start.strength(), eta, new int[] {0, 40, 200}));
        Matrix w1 = root;
        Matrix w2 = root;
        for (int step = 0; step <= 200; step++) {
            Matrix map = w2.times(w1);
            int row = step == 0 ? 0 : step == 40 ? 1 : step == 200 ? 2 : -1;
            if (row >= 0) {
                assertEquals(map.at(0, 0), predicted.at(row, 0), 1e-13);
                assertEquals(map.at(1, 1), predicted.at(row, 1), 1e-13);
            }
            Matrix error = Matrix.diagonal(1.3, 1.3).minus(map);
            Matrix next1 = w1.plus(w2.transpose().times(error).scaled(eta));
            w2 = w2.plus(error.times(w1.transpose()).scaled(eta));
            w1 = next1;
        }
    }

    @Test
    void aLaterModeStartsFromWhatTheEarlierOneLeavesOfIt() {
        Modes modes = Modes.of(Matrix.diagonal(3, 2));
        Matrix w1 = Matrix.of(new double[][] {{0.02, 0.03}, {0, 0.04}});
        TwoLayerStart start = TwoLayerStart.of(w1, w1.transpose(), modes);
        assertEquals(0.02 * 0.02, start.strength()[0], 1e-18);
        assertEquals(0.04 * 0.04, start.strength()[1], 1e-18);
        assertEquals(Matrix.identity(2), start.frame());
    }

    @Test
    void moreModesThanHiddenUnitsLeaveTheLastWithoutAStart() {
        Modes modes = Modes.of(Matrix.diagonal(3, 2, 1));
        Matrix w1 = Matrix.of(new double[][] {{0.01, 0.02, -0.01}, {0.03, 0.01, 0.02}});
        double[] a0 = TwoLayerStart.of(w1, w1.transpose(), modes).strength();
        assertTrue(a0[0] > 1e-5 && a0[1] > 1e-5);
        assertEquals(0, a0[2], 1e-30);
    }

    private static double largestGap(double s, double d, double a0, double eta) {
        int count = (int) (8 / eta);
        int[] steps = new int[count];
        for (int i = 0; i < count; i++) {
            steps[i] = i;
        }
        double worst = 0;
        Matrix a = TwoLayerModes.descent(new double[] {s}, new double[] {d}, new double[] {a0}, eta, steps);
        for (int i = 0; i < count; i++) {
            worst = Math.max(worst, Math.abs(a.at(i, 0) - TwoLayerModes.strength(s, d, a0, i * eta, 1)));
        }
        return worst;
    }
}
