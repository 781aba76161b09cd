package dynlab.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SvdTest {
    @ParameterizedTest
    @CsvSource({"1,1", "1,7", "7,1", "4,4", "9,8", "8,9", "30,5", "5,30", "64,64", "3,200"})
    void theThinFactorsMultiplyBackToTheMatrixAndAreOrthonormal(int m, int n) {
        for (int seed = 0; seed < 20; seed++) {
            Matrix a = gaussian(m, n, seed);
            Svd svd = Svd.thin(a);
            assertEquals(m, svd.u().rows());
            assertEquals(Math.min(m, n), svd.u().columns());
            assertEquals(n, svd.v().rows());
            assertTrue(svd.u()
                            .times(Matrix.diagonal(svd.s()))
                            .times(svd.v().transpose())
                            .minus(a)
                            .norm()
                    < 1e-13 * a.norm());
            assertOrthonormal(svd.u());
            assertOrthonormal(svd.v());
            assertArrayEquals(svd.s(), Svd.singularValues(a), 1e-14 * a.norm());
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,7", "7,1", "9,8", "8,9", "30,5", "5,30"})
    void theFullFactorsAreSquareAndTheirFirstColumnsReproduceTheMatrix(int m, int n) {
        Matrix a = gaussian(m, n, 3);
        Svd svd = Svd.full(a);
        assertEquals(m, svd.u().columns());
        assertEquals(n, svd.v().columns());
        assertOrthonormal(svd.u());
        assertOrthonormal(svd.v());
        double[][] s = new double[m][n];
        for (int i = 0; i < Math.min(m, n); i++) {
            s[i][i] = svd.s()[i];
        }
        assertTrue(
                svd.u().times(Matrix.of(s)).times(svd.v().transpose()).minus(a).norm() < 1e-13 * a.norm());
    }

    @Test
    void valuesDescendAndTheLargestEntryOfEveryLeftVectorIsPositive() {
        for (int seed = 0; seed < 50; seed++) {
            Svd svd = Svd.full(gaussian(6, 5, seed));
            for (int j = 1; j < 5; j++) {
                assertTrue(svd.s()[j - 1] >= svd.s()[j]);
            }
            for (int j = 0; j < 6; j++) {
                double largest = 0;
                for (double entry : svd.u().column(j)) {
                    largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
                }
                assertTrue(largest > 0);
            }
        }
    }

    @Test
    void theValuesOfAKnownMatrixAreItsKnownValues() {
        // Rows grow, move, has roots, fly, swim, bark, petals of four items: the Gram matrix has eigenvalues 7, 3, 1,
        // 1.
        Matrix world = Matrix.of(new double[][] {
            {1, 1, 1, 1}, {1, 1, 0, 0}, {0, 0, 1, 1}, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}
        });
        assertArrayEquals(
                new double[] {Math.sqrt(7), Math.sqrt(3), 1, 1}, Svd.thin(world).s(), 1e-14);
    }

    @Test
    void aTieForTheLargestEntryGoesToTheFirstOne() {
        Svd svd = Svd.thin(Matrix.of(new double[][] {{1, -1}, {-1, 1}}));
        assertTrue(svd.u().at(0, 0) > 0);
        assertTrue(svd.u().at(1, 0) < 0);
        assertTrue(svd.v().at(0, 0) > 0);
    }

    @Test
    void emptyAndZeroMatricesHaveOrthonormalVectorsToo() {
        assertEquals(0, Svd.thin(Matrix.zero(0, 3)).s().length);
        assertEquals(3, Svd.full(Matrix.zero(0, 3)).v().columns());
        Svd zero = Svd.full(Matrix.zero(4, 2));
        assertArrayEquals(new double[2], zero.s());
        assertOrthonormal(zero.u());
        assertOrthonormal(zero.v());
        assertArrayEquals(new double[2], Svd.singularValues(Matrix.zero(2, 5)));
    }

    @Test
    void extremeScalesNeitherOverflowNorVanish() {
        Matrix a = gaussian(5, 4, 1);
        double[] s = Svd.singularValues(a);
        for (double scale : new double[] {0x1p-1000, 0x1p-400, 0x1p-40, 0x1p400, 0x1p1000}) {
            double[] scaled = Svd.singularValues(a.scaled(scale));
            for (int i = 0; i < 4; i++) {
                assertEquals(s[i], scaled[i] / scale, 1e-13 * s[0]);
            }
        }
    }

    @Test
    void aNonFiniteEntryIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Svd.thin(Matrix.diagonal(1, Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> Svd.singularValues(Matrix.diagonal(1, 1 / 0.0)));
    }

    @Test
    void theValuesCannotBeChangedFromOutside() {
        Svd svd = Svd.thin(Matrix.diagonal(2, 1));
        svd.s()[0] = 7;
        assertEquals(2, svd.s()[0]);
    }

    static void assertOrthonormal(Matrix q) {
        assertTrue(q.transpose().times(q).minus(Matrix.identity(q.columns())).largest() < 2e-14 * (1 + q.rows()));
    }

    static Matrix gaussian(int m, int n, int seed) {
        Random random = new Random(seed);
        double[] values = new double[m * n];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Matrix.of(m, n, values);
    }
}
