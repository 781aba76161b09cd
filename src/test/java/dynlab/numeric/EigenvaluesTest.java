package dynlab.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Chains;
import org.junit.jupiter.api.Test;

/** Eigenvalues of matrices that are made from them. */
final class EigenvaluesTest {
    /** S B S⁻¹ with blocks of two for conjugate pairs, S = QD of condition 4. */
    private static Matrix made(double[] real, double[] imaginary, Rng rng) {
        int n = real.length;
        double[] block = new double[n * n];
        for (int i = 0; i < n; i++) {
            block[i * n + i] = real[i];
            if (imaginary[i] > 0) {
                block[i * n + i + 1] = imaginary[i];
                block[(i + 1) * n + i] = -imaginary[i];
            }
        }
        double[] scale = new double[n];
        double[] back = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = 0.5 + 1.5 * rng.nextDouble();
            back[i] = 1 / scale[i];
        }
        Matrix q = Chains.orthogonal(n, n, rng);
        Matrix left = q.times(Matrix.diagonal(scale));
        return left.times(Matrix.of(n, n, block)).times(Matrix.diagonal(back)).times(q.transpose());
    }

    @Test
    void eigenvaluesAreThoseTheMatrixWasMadeFrom() {
        Rng rng = new Rng(3);
        for (int round = 0; round < 40; round++) {
            int n = 2 + rng.nextInt(12);
            double[] real = new double[n];
            double[] imaginary = new double[n];
            for (int i = 0; i < n; i++) {
                real[i] = 2 * rng.nextDouble() - 1;
                if (i + 1 < n && rng.nextDouble() < 0.4) {
                    imaginary[i] = 0.1 + rng.nextDouble();
                    real[i + 1] = real[i];
                    imaginary[i + 1] = -imaginary[i];
                    i++;
                }
            }
            double[] found = Eigenvalues.of(made(real, imaginary, rng).toArray(), n);
            for (int i = 0; i < n; i++) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int k = 0; k < n; k++) {
                    nearest = Math.min(nearest, Math.hypot(found[k] - real[i], found[n + k] - imaginary[i]));
                }
                assertEquals(0, nearest, 1e-9, "n = " + n);
            }
        }
    }

    @Test
    void theyComeByModulusAndPairsTogether() {
        double[] found = Eigenvalues.of(new double[] {0, -2, 0, 2, 0, 0, 0, 0, -1}, 3);
        assertEquals(0, found[0], 1e-15);
        assertEquals(2, found[3], 1e-15);
        assertEquals(-2, found[4], 1e-15);
        assertEquals(-1, found[2], 1e-15);
    }

    @Test
    void sumAndSumOfSquaresAreTracesOfAnyMatrix() {
        Rng rng = new Rng(8);
        for (int n = 1; n <= 40; n += 3) {
            double[] entries = new double[n * n];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = rng.nextGaussian();
            }
            Matrix matrix = Matrix.of(n, n, entries);
            Matrix square = matrix.times(matrix);
            double[] found = Eigenvalues.of(entries, n);
            double sum = 0;
            double squares = 0;
            double trace = 0;
            double traceOfSquare = 0;
            for (int i = 0; i < n; i++) {
                sum += found[i];
                squares += found[i] * found[i] - found[n + i] * found[n + i];
                trace += matrix.at(i, i);
                traceOfSquare += square.at(i, i);
            }
            assertEquals(trace, sum, 1e-11 * n);
            assertEquals(traceOfSquare, squares, 1e-10 * n * n);
        }
    }

    @Test
    void nothingIsZeroAndZerosAreZero() {
        assertEquals(0, Eigenvalues.of(new double[0], 0).length);
        for (double value : Eigenvalues.of(new double[25], 5)) {
            assertTrue(value == 0);
        }
    }
}
