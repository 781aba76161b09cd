package dynlab.numeric;

import static dynlab.numeric.SvdTest.assertOrthonormal;
import static dynlab.numeric.SvdTest.gaussian;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PivotedQrTest {
    @Test
    void theColumnsAreOrthonormalAndSpanThoseOfTheMatrix() {
        for (int seed = 0; seed < 20; seed++) {
            Matrix a = gaussian(9, 5, seed);
            Matrix q = PivotedQr.orthonormal(a);
            assertOrthonormal(q);
            assertTrue(q.times(q.transpose().times(a)).minus(a).norm() < 1e-14 * a.norm());
        }
    }

    @Test
    void rowsOfVeryDifferentSizesKeepTheirOwnAccuracy() {
        // [D A; I]: Q1 = D A (I + Aᵀ D² A)^(−½) up to a turn, so each small row of Q1 is that row of D A times one
        // matrix.
        Matrix a = gaussian(4, 3, 2);
        double[][] stacked = new double[7][3];
        double[] scale = {1e8, 1, 1e-8, 1e-16};
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                stacked[i][j] = scale[i] * a.at(i, j);
            }
        }
        for (int j = 0; j < 3; j++) {
            stacked[4 + j][j] = 1;
        }
        Matrix q = PivotedQr.orthonormal(Matrix.of(stacked));
        Matrix bottom = Matrix.of(new double[][] {q.row(4), q.row(5), q.row(6)});
        for (int i = 0; i < 4; i++) {
            // The bottom block is R⁻¹ up to the turn, so row i of Q1 is (scaled row of A) times it.
            double[] expected = Vectors.times(bottom.transpose(), a.row(i));
            for (int j = 0; j < 3; j++) {
                double size = Math.max(Math.abs(expected[0]), Math.max(Math.abs(expected[1]), Math.abs(expected[2])));
                assertEquals(expected[j], q.at(i, j) / scale[i], (i == 0 ? 1e-6 : 1e-12) * size);
            }
        }
    }

    @Test
    void aMatrixOfLowRankIsCompleted() {
        Matrix a = gaussian(6, 2, 1).times(gaussian(2, 4, 2));
        Matrix q = PivotedQr.orthonormal(a);
        assertOrthonormal(q);
        assertTrue(q.times(q.transpose().times(a)).minus(a).norm() < 1e-13 * a.norm());
        assertOrthonormal(PivotedQr.orthonormal(Matrix.zero(3, 2)));
    }

    @Test
    void aWideMatrixIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PivotedQr.orthonormal(Matrix.zero(2, 3)));
    }
}
