package dynlab.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Chains;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.SymmetricEigen;
import dynlab.task.Hierarchy;
import dynlab.task.TreeSpectrum;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The eight living things on the map; their similarity over time is V diag(a(t)) Vᵀ with a sigmoid a mode. */
final class MdsTrailTest {
    private static final int FRAMES = 251;
    private static final Matrix V =
            TreeSpectrum.of(Hierarchy.livingThings(0.15)).contrasts();
    private static final double[] S = {156.230, 122.458, 100.489, 100.489, 71.414, 71.414, 71.414, 71.414};

    @Test
    void inTheEndTheItemsStandAroundTheMapInOrderAnimalsOnTheLeft() {
        double[] x = last(MdsTrail.of(8, similarities()));
        for (int item = 0; item < 4; item++) {
            assertTrue(x[2 * item] < -1, "animals on the left");
            assertTrue(x[2 * (item + 4)] > 1, "plants on the right");
            if (item > 0) {
                assertTrue(x[2 * item + 1] < x[2 * item - 1] - 3, "animals from top to bottom in order");
                assertTrue(x[2 * item + 9] < x[2 * item + 7] - 3, "plants from top to bottom in order");
            }
        }
    }

    @Test
    void theLastFrameIsItsOwnMirrorImageLeftToRightAndTopToBottom() {
        double[] x = last(MdsTrail.of(8, similarities()));
        for (int item = 0; item < 4; item++) {
            assertEquals(-x[2 * item], x[2 * item + 8], 1e-6);
            assertEquals(x[2 * item + 1], x[2 * item + 9], 1e-6);
            assertEquals(x[2 * item], x[2 * (3 - item)], 1e-6);
            assertEquals(-x[2 * item + 1], x[2 * (3 - item) + 1], 1e-6);
        }
    }

    @Test
    void noRandomStartFindsLessStress() {
        double[] similarities = similarities();
        Matrix last = Matrix.of(8, 8, Arrays.copyOfRange(similarities, 64 * (FRAMES - 1), 64 * FRAMES));
        Matrix distances = HiddenDistance.euclidean(last);
        double ours = Mds.stress(distances, Matrix.of(8, 2, last(MdsTrail.of(8, similarities))));
        double best = Double.POSITIVE_INFINITY;
        Rng rng = new Rng(1);
        for (int start = 0; start < 300; start++) {
            Matrix map = Mds.smacof(distances, Chains.gaussian(8, 2, 10, rng), 2000, 1e-9);
            best = Math.min(best, Mds.stress(distances, map));
        }
        assertTrue(ours < best * (1 + 1e-6), ours + " against " + best);
    }

    @Test
    void trailsBeginInTheMiddleAndNeverJump() {
        double[] trail = MdsTrail.of(8, similarities());
        for (int i = 0; i < 16; i++) {
            assertEquals(0, trail[i], 1e-6);
        }
        double longest = 0;
        for (int i = 16; i < trail.length; i++) {
            longest = Math.max(longest, Math.abs(trail[i] - trail[i - 16]));
        }
        // A coordinate of size 8 rises in about twelve frames; a jump would be a good part of 8.
        assertTrue(longest < 1, "longest step " + longest);
    }

    @Test
    void whileTwoItemsAreTheSameTheyAreOnePointAndTheDistancesAreTheHiddenOnes() {
        double[] similarities = similarities();
        double[] trail = MdsTrail.of(8, similarities);
        int frame = 125; // animals and plants have parted, nothing else has
        double[] x = Arrays.copyOfRange(trail, 16 * frame, 16 * frame + 16);
        Matrix distances = HiddenDistance.euclidean(
                Matrix.of(8, 8, Arrays.copyOfRange(similarities, 64 * frame, 64 * frame + 64)));
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                double gap = Math.hypot(x[2 * i] - x[2 * j], x[2 * i + 1] - x[2 * j + 1]);
                assertEquals(distances.at(i, j), gap, 0.05 * distances.largest());
            }
        }
    }

    @Test
    void everyFrameLiesAsNearAsItCanToTheNextOne() {
        // Hidden vectors of seven items that drift at random: without alignment the frames would turn.
        Rng rng = new Rng(31);
        int frames = 30;
        double[] all = new double[frames * 49];
        Matrix hidden = Chains.gaussian(4, 7, 1, rng);
        for (int frame = 0; frame < frames; frame++) {
            hidden = hidden.plus(Chains.gaussian(4, 7, 0.3, rng));
            hidden.transpose().times(hidden).copyInto(all, 49 * frame);
        }
        double[] trail = MdsTrail.of(7, all);
        for (int frame = 0; frame + 1 < frames; frame++) {
            Matrix now = Matrix.of(7, 2, Arrays.copyOfRange(trail, 14 * frame, 14 * frame + 14));
            Matrix next = Matrix.of(7, 2, Arrays.copyOfRange(trail, 14 * frame + 14, 14 * frame + 28));
            assertTrue(Mds.procrustes(now, next).minus(now).largest() < 1e-12);
        }
    }

    @Test
    void alignmentInThePlaneIsTheGeneralOneMirrorsIncluded() {
        for (int seed = 0; seed < 40; seed++) {
            Rng rng = new Rng(seed);
            Matrix x = Chains.gaussian(6, 2, 1, rng);
            Matrix reference = Chains.gaussian(6, 2, 1, rng);
            double[] aligned = x.toArray();
            MdsTrail.align(aligned, reference.toArray());
            assertTrue(
                    Mds.procrustes(x, reference).minus(Matrix.of(6, 2, aligned)).largest() < 1e-13);
        }
    }

    @Test
    void theSameSeriesGivesTheSameTrail() {
        assertArrayEquals(MdsTrail.of(8, similarities()), MdsTrail.of(8, similarities()));
    }

    @Test
    void noisyWorldsAreLaidOutInTheSameOrder() {
        for (int seed = 0; seed < 10; seed++) {
            Matrix y = Hierarchy.livingThings(0.15).sampled(10_000, seed).y();
            // the final similarity V S Vᵀ is the square root of the Gram matrix
            SymmetricEigen eigen = SymmetricEigen.of(y.transpose().times(y));
            double[] roots = Arrays.stream(eigen.values()).map(Math::sqrt).toArray();
            Matrix root = eigen.vectors()
                    .times(Matrix.diagonal(roots))
                    .times(eigen.vectors().transpose());
            double[] x = MdsTrail.of(8, root.toArray());
            for (int item = 0; item < 4; item++) {
                assertTrue(x[2 * item] < -1 && x[2 * item + 8] > 1);
                if (item > 0) {
                    assertTrue(x[2 * item + 1] < x[2 * item - 1] && x[2 * item + 9] < x[2 * item + 7]);
                }
            }
        }
    }

    @Test
    void emptyAndCoincidingItemsAreNoTrouble() {
        assertEquals(0, MdsTrail.of(3, new double[0]).length);
        assertArrayEquals(new double[6], MdsTrail.of(3, new double[9]));
        assertArrayEquals(new double[2], MdsTrail.of(1, new double[] {5}));
    }

    private static double[] last(double[] trail) {
        return Arrays.copyOfRange(trail, trail.length - 16, trail.length);
    }

    /** Half times of the levels as in the recorded run; the width of a rise is 1 / (η s). */
    private static double[] similarities() {
        double[] halfTimes = {93, 115, 136, 136, 187, 187, 187, 187};
        double[] all = new double[FRAMES * 64];
        for (int frame = 0; frame < FRAMES; frame++) {
            double[] a = new double[8];
            for (int k = 0; k < 8; k++) {
                a[k] = S[k] / (1 + Math.exp(-0.0025 * 2 * S[k] * (frame - halfTimes[k])));
            }
            V.times(Matrix.diagonal(a)).times(V.transpose()).copyInto(all, 64 * frame);
        }
        return all;
    }
}
