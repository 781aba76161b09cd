package dynlab.theory.modes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.numeric.Matrix;
import dynlab.numeric.SymmetricEigen;
import org.junit.jupiter.api.Test;

final class CouplingPeakTest {
    @Test
    void theCouplingOfEqualModesIsThatOfTheExactFlow() {
        Matrix start = Matrix.of(new double[][] {{0.02, 0.01}, {0.01, 0.03}});
        SymmetricEigen eigen = SymmetricEigen.of(start);
        double[] roots = {Math.sqrt(eigen.values()[0]), Math.sqrt(eigen.values()[1])};
        Matrix half = eigen.vectors()
                .times(Matrix.diagonal(roots))
                .times(eigen.vectors().transpose());
        Riccati flow = new Riccati(Matrix.identity(2).scaled(2), 0, half, half);
        for (int i = 0; i <= 30; i++) {
            double t = 0.1 * i;
            assertEquals(flow.mapAt(t).at(0, 1), CouplingPeak.coupling(2, 0.02, 0.03, 0.01, 3 * t, 3), 1e-12);
        }
    }

    @Test
    void itIsLargestAtThePeak() {
        double peak = CouplingPeak.time(2, 0.02, 0.03, 0.01, 1);
        double top = CouplingPeak.coupling(2, 0.02, 0.03, 0.01, peak, 1);
        assertTrue(top > 5 * 0.01, "it grows first: " + top);
        for (double away : new double[] {-0.1, -0.01, 0.01, 0.1}) {
            assertTrue(CouplingPeak.coupling(2, 0.02, 0.03, 0.01, peak + away, 1) < top);
        }
        assertEquals(Math.log(2 * 1.95 / 5e-4) / 8, peak, 1e-3); // the form for small starts
    }

    @Test
    void modesThatAreLearnedAlreadyHaveNoPeakAhead() {
        assertEquals(0, CouplingPeak.time(2, 1.8, 1.9, 0.05, 1));
        assertThrows(IllegalArgumentException.class, () -> CouplingPeak.time(2, 0.1, 0.1, 0.2, 1));
    }
}
