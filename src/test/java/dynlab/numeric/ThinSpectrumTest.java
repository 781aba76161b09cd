package dynlab.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ThinSpectrumTest {
    private final Rng rng = new Rng(11);

    private double[] gaussian(int entries) {
        double[] values = new double[entries];
        for (int i = 0; i < entries; i++) {
            values[i] = rng.nextGaussian();
        }
        return values;
    }

    @Test
    void thinMatricesOfEveryShapeHaveTheValuesOfTheFullDecomposition() {
        for (int thin = 1; thin <= 2; thin++) {
            for (int length = 1; length <= 40; length++) {
                for (int[] shape : new int[][] {{thin, length}, {length, thin}}) {
                    double[] matrix = gaussian(thin * length);
                    double[] found = new double[Math.min(thin, length)];
                    assertTrue(ThinSpectrum.fits(shape[0], shape[1]));
                    assertTrue(ThinSpectrum.of(matrix, shape[0], shape[1], found, 0));
                    double[] expected =
                            Svd.thin(Matrix.of(shape[0], shape[1], matrix)).s();
                    // some roundings of the largest
                    assertArrayEquals(expected, found, 1e-14 * expected[0]);
                }
            }
        }
    }

    @Test
    void nearlyParallelRowsHaveTheSmallValueThatTheirDeterminantSays() {
        for (double apart = 1; apart > 1e-9; apart /= 7) {
            double[] found = new double[2];
            assertTrue(ThinSpectrum.of(new double[] {3, 4, 3, 4 + apart}, 2, 2, found, 0));
            // det = 3 (4 + apart) − 12; the small value is known to some roundings of the large one
            assertEquals(3 * apart, found[0] * found[1], 50 * 1e-15 * found[0]);
            assertEquals(25 + 9 + (4 + apart) * (4 + apart), found[0] * found[0] + found[1] * found[1], 1e-12);
        }
    }

    @Test
    void whatHasNoSafeSquaresIsLeftToOthers() {
        for (double entry : new double[] {0, 1e-200, 1e200, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertFalse(ThinSpectrum.of(new double[] {entry, entry}, 2, 1, new double[1], 0));
        }
        assertFalse(ThinSpectrum.fits(3, 3));
        assertFalse(ThinSpectrum.fits(0, 3));
    }
}
