package dynlab.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Chains;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import org.junit.jupiter.api.Test;

final class MdsTest {
    @Test
    void distancesInThePlaneAreRecoveredExactly() {
        for (int seed = 0; seed < 20; seed++) {
            Matrix points = Chains.gaussian(9, 2, 1, new Rng(seed));
            Matrix squares = HiddenDistance.squared(points.times(points.transpose()));
            Matrix map = Mds.classical(squares, 2);
            Matrix again = HiddenDistance.squared(map.times(map.transpose()));
            assertTrue(again.minus(squares).largest() < 1e-13);
        }
    }

    @Test
    void inAsManyDimensionsAsThereAreEveryDistanceIsKept() {
        Matrix points = Chains.gaussian(8, 30, 1, new Rng(3));
        Matrix squares = HiddenDistance.squared(points.times(points.transpose()));
        Matrix map = Mds.classical(squares, 7);
        Matrix again = HiddenDistance.euclidean(map.times(map.transpose()));
        assertTrue(again.minus(HiddenDistance.euclidean(points.times(points.transpose())))
                        .largest()
                < 1e-13);
    }

    @Test
    void aRingLiesOnACircleWithEqualSteps() {
        int n = 8;
        double[][] squares = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double chord = 2 * Math.sin(Math.PI * (i - j) / n);
                squares[i][j] = chord * chord;
            }
        }
        Matrix map = Mds.classical(Matrix.of(squares), 2);
        for (int i = 0; i < n; i++) {
            assertEquals(1, Math.hypot(map.at(i, 0), map.at(i, 1)), 1e-14);
            int next = (i + 1) % n;
            double step = Math.hypot(map.at(i, 0) - map.at(next, 0), map.at(i, 1) - map.at(next, 1));
            assertEquals(2 * Math.sin(Math.PI / n), step, 1e-14);
        }
    }

    @Test
    void everyStepOfTheMajorisationLowersTheStress() {
        for (int seed = 0; seed < 20; seed++) {
            Rng rng = new Rng(seed);
            Matrix points = Chains.gaussian(8, 5, 1, rng);
            Matrix distances = HiddenDistance.euclidean(points.times(points.transpose()));
            Matrix x = Chains.gaussian(8, 2, 1, rng);
            double before = Mds.stress(distances, x);
            for (int step = 0; step < 50; step++) {
                x = Mds.smacof(distances, x, 1, 0);
                double after = Mds.stress(distances, x);
                // the first step may also move the centre, which changes no distance
                assertTrue(after <= before * (1 + 1e-14));
                before = after;
            }
        }
    }

    @Test
    void atTheEndTheStressIsStationary() {
        Rng rng = new Rng(5);
        Matrix points = Chains.gaussian(8, 5, 1, rng);
        Matrix distances = HiddenDistance.euclidean(points.times(points.transpose()));
        Matrix x = Mds.smacof(distances, Chains.gaussian(8, 2, 1, rng), 20_000, 1e-14);
        double[] values = x.toArray();
        for (int i = 0; i < values.length; i++) {
            double[] up = values.clone();
            double[] down = values.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double slope =
                    (Mds.stress(distances, Matrix.of(8, 2, up)) - Mds.stress(distances, Matrix.of(8, 2, down))) / 2e-5;
            assertEquals(0, slope, 1e-7); // central difference of a function of size 10: rounding 1e-10, curvature 0
        }
    }

    @Test
    void alignmentUndoesAnyTurnOrMirrorAndNothingElse() {
        Rng rng = new Rng(6);
        Matrix reference = Chains.gaussian(7, 2, 1, rng);
        for (double angle : new double[] {0.1, 1, 3, 5}) {
            for (int mirror : new int[] {1, -1}) {
                double c = Math.cos(angle);
                double s = Math.sin(angle);
                Matrix turn = Matrix.of(new double[][] {{c, mirror * s}, {-s, mirror * c}});
                Matrix back = Mds.procrustes(reference.times(turn).scaled(3), reference);
                assertTrue(back.minus(reference.scaled(3)).largest() < 1e-14);
            }
        }
    }
}
