package dynlab.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class SingularValuesTest {
    private static final double TOLERANCE = 1e-14;

    private final Rng rng = new Rng(5);

    private Matrix gaussian(int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = rng.nextGaussian();
        }
        return Matrix.of(rows, columns, values);
    }

    private static double[] values(Matrix matrix) {
        double[] s = new double[Math.min(matrix.rows(), matrix.columns())];
        new SingularValues(matrix.rows(), matrix.columns()).of(matrix.toArray(), s, 0);
        return s;
    }

    /** U diag(s) Vᵀ with random orthogonal U and V. */
    private Matrix with(int rows, int columns, double... s) {
        Matrix u = Svd.thin(gaussian(rows, s.length)).u();
        Matrix v = Svd.thin(gaussian(columns, s.length)).u();
        return u.times(Matrix.diagonal(s)).times(v.transpose());
    }

    private static void assertClose(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, value);
        }
        assertArrayEquals(expected, actual, TOLERANCE * Math.max(largest, Double.MIN_NORMAL));
    }

    @Test
    void randomMatricesOfEveryShapeHaveTheValuesOfTheFullDecomposition() {
        for (int rows = 1; rows <= 14; rows++) {
            for (int columns = 1; columns <= 14; columns++) {
                for (int draw = 0; draw < 5; draw++) {
                    Matrix matrix = gaussian(rows, columns);
                    assertClose(Svd.thin(matrix).s(), values(matrix));
                }
            }
        }
        for (int[] shape : new int[][] {{64, 64}, {200, 31}, {31, 200}, {100, 60}}) {
            Matrix matrix = gaussian(shape[0], shape[1]);
            assertClose(Svd.thin(matrix).s(), values(matrix));
        }
    }

    @Test
    void valuesThatAMatrixWasBuiltFromAreFoundWhetherEqualOrGradedOrZero() {
        double[][] spectra = {
            {1, 1, 1, 1, 1, 1, 1, 1},
            {3, 3, 3, 1, 1, 1, 0.5, 0.5},
            {1, 0, 0, 0, 0, 0, 0, 0},
            {2, 1, 1, 0, 0, 0, 0, 0},
            {1, 1e-3, 1e-6, 1e-9, 1e-12, 1e-15, 1e-18, 1e-21},
            {1, 1 - 1e-9, 1 - 2e-9, 1 - 3e-9, 1e-8, 1e-8, 1e-8, 1e-8},
            {5, 4, 3, 2, 1, 0.5, 0.25, 0.125},
            {1e-200, 1e-200, 1e-201, 1e-202, 0, 0, 0, 0},
            {1e200, 1e200, 1e190, 1, 1, 1, 0, 0}
        };
        for (double[] spectrum : spectra) {
            for (int[] shape : new int[][] {{8, 8}, {30, 8}, {8, 30}, {12, 8}}) {
                double top = spectrum[0];
                double[] scaled = new double[8];
                for (int k = 0; k < 8; k++) {
                    scaled[k] = spectrum[k] / top;
                }
                double[] found = values(with(shape[0], shape[1], scaled).scaled(top));
                for (int k = 0; k < 8; k++) {
                    assertEquals(scaled[k], found[k] / top, 2 * TOLERANCE, "value " + k + " of " + spectrum[k]);
                }
            }
        }
    }

    /** A layer that began orthogonal and has learned a little: most of its values are equal to rounding. */
    @Test
    void aLargeOrthogonalMatrixWithALowRankChangeIsSolved() {
        for (double size : new double[] {1e-1, 1e-3, 1e-6, 1e-12}) {
            for (int n : new int[] {64, 128}) {
                Svd draw = Svd.thin(gaussian(n, n));
                Matrix orthogonal = draw.u().times(draw.v().transpose());
                Matrix change = gaussian(n, n / 3).times(gaussian(n / 3, n)).scaled(size);
                Matrix matrix = orthogonal.plus(change);
                // both decompositions may be off by their own 1e-14
                assertArrayEquals(Svd.thin(matrix).s(), values(matrix), 2 * TOLERANCE * matrix.norm() / Math.sqrt(n));
            }
        }
    }

    @Test
    void squaresOfTheValuesSumToTheSquaredNorm() {
        for (int draw = 0; draw < 200; draw++) {
            Matrix matrix = gaussian(1 + draw % 17, 1 + draw % 23);
            double sum = 0;
            for (double value : values(matrix)) {
                sum += value * value;
            }
            assertEquals(matrix.norm() * matrix.norm(), sum, 1e-13 * sum);
        }
    }

    @Test
    void lowRankMatricesAndThoseThatFallApartAreSolved() {
        for (int rank = 0; rank <= 6; rank++) {
            Matrix left = gaussian(20, Math.max(1, rank));
            Matrix matrix = rank == 0 ? Matrix.zero(20, 9) : left.times(gaussian(Math.max(1, rank), 9));
            assertClose(Svd.thin(matrix).s(), values(matrix));
        }
        double[] diagonal = {0, 3, 0, 0, 2, 5, 1e-30, 2};
        assertArrayEquals(new double[] {5, 3, 2, 2, 1e-30, 0, 0, 0}, values(Matrix.diagonal(diagonal)), 1e-15);
        double[] jordan = new double[36];
        for (int i = 0; i < 5; i++) {
            jordan[i * 6 + i + 1] = 1;
        }
        assertClose(new double[] {1, 1, 1, 1, 1, 0}, values(Matrix.of(6, 6, jordan)));
    }

    @Test
    void workInPiecesEndsAtTheSameBits() {
        Matrix matrix = gaussian(40, 17);
        SingularValues pieces = new SingularValues(40, 17);
        pieces.begin(matrix.toArray());
        int calls = 1;
        while (pieces.advance(100)) {
            calls++;
        }
        double[] found = new double[17];
        pieces.take(found, 0);
        assertArrayEquals(values(matrix), found);
        assertEquals(33, calls);
    }

    @Test
    void noEntryMayBeInfinite() {
        SingularValues values = new SingularValues(2, 2);
        double[] bad = {1, 2, Double.NaN, 0};
        assertThrows(IllegalArgumentException.class, () -> values.begin(bad));
        bad[2] = Double.NEGATIVE_INFINITY;
        assertThrows(IllegalArgumentException.class, () -> values.begin(bad));
    }
}
