package dynlab.numeric;

import static dynlab.numeric.SvdTest.assertOrthonormal;
import static dynlab.numeric.SvdTest.gaussian;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SymmetricEigenTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 12, 40, 100})
    void theFactorsMultiplyBackToTheMatrix(int n) {
        for (int seed = 0; seed < 5; seed++) {
            Matrix g = gaussian(n, n, seed);
            Matrix a = g.plus(g.transpose());
            SymmetricEigen eigen = SymmetricEigen.of(a);
            Matrix o = eigen.vectors();
            assertOrthonormal(o);
            assertTrue(o.times(Matrix.diagonal(eigen.values()))
                            .times(o.transpose())
                            .minus(a)
                            .largest()
                    < 1e-14 * n * a.norm());
            for (int i = 1; i < n; i++) {
                assertTrue(eigen.values()[i - 1] >= eigen.values()[i]);
            }
        }
    }

    @Test
    void thePathGraphHasItsCosineSpectrum() {
        int n = 9;
        double[][] a = new double[n][n];
        for (int i = 1; i < n; i++) {
            a[i][i - 1] = 1;
            a[i - 1][i] = 1;
        }
        double[] expected = new double[n];
        for (int k = 0; k < n; k++) {
            expected[k] = 2 * Math.cos(Math.PI * (k + 1) / (n + 1));
        }
        assertArrayEquals(expected, SymmetricEigen.of(Matrix.of(a)).values(), 1e-14);
    }

    @Test
    void eigenvaluesOfAGramMatrixAreSquaredSingularValues() {
        Matrix a = gaussian(7, 5, 11);
        double[] s = Svd.singularValues(a);
        double[] values = SymmetricEigen.of(a.transpose().times(a)).values();
        for (int i = 0; i < 5; i++) {
            assertEquals(s[i] * s[i], values[i], 1e-13 * values[0]);
        }
    }

    @Test
    void theLargestEntryOfEveryVectorIsPositiveAndADiagonalMatrixIsOnlySorted() {
        SymmetricEigen eigen = SymmetricEigen.of(Matrix.diagonal(1, 3, -2, 3));
        assertArrayEquals(new double[] {3, 3, 1, -2}, eigen.values());
        assertEquals(1, eigen.vectors().at(1, 0));
        assertEquals(1, eigen.vectors().at(3, 1));
        assertEquals(1, eigen.vectors().at(0, 2));
        assertEquals(1, eigen.vectors().at(2, 3));
    }

    @Test
    void extremeScalesConvergeToTheSameVectors() {
        Matrix g = gaussian(6, 6, 2);
        Matrix a = g.plus(g.transpose());
        Matrix vectors = SymmetricEigen.of(a).vectors();
        assertEquals(vectors, SymmetricEigen.of(a.scaled(0x1p-500)).vectors());
        assertEquals(vectors, SymmetricEigen.of(a.scaled(0x1p500)).vectors());
    }

    @Test
    void emptyAndBadMatricesAreToldApart() {
        assertEquals(0, SymmetricEigen.of(Matrix.zero(0, 0)).values().length);
        assertArrayEquals(new double[3], SymmetricEigen.of(Matrix.zero(3, 3)).values());
        assertThrows(IllegalArgumentException.class, () -> SymmetricEigen.of(Matrix.zero(2, 3)));
        assertThrows(IllegalArgumentException.class, () -> SymmetricEigen.of(Matrix.diagonal(Double.NaN, 1)));
    }
}
