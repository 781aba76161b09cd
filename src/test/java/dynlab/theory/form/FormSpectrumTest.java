package dynlab.theory.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dynlab.numeric.Matrix;
import dynlab.numeric.SymmetricEigen;
import org.junit.jupiter.api.Test;

final class FormSpectrumTest {
    private static final double T0 = 1 / 4.0;
    private static final double W = 1 / 0.3;

    @Test
    void aRingHasPairsOfWaves() {
        for (int items : new int[] {3, 7, 8}) {
            double[][] edges = new double[items][];
            for (int i = 0; i < items; i++) {
                edges[i] = new double[] {i, (i + 1) % items};
            }
            check(covariance(items, items, edges), FormSpectrum.ring(items, T0, W));
        }
    }

    @Test
    void aChainHasCosines() {
        double[][] edges = new double[8][];
        for (int i = 0; i < 8; i++) {
            edges[i] = new double[] {i, i + 1};
        }
        check(covariance(9, 9, edges), FormSpectrum.chain(9, T0, W));
    }

    @Test
    void groupsHaveTheirIndicators() {
        double[][] edges = new double[12][];
        for (int i = 0; i < 12; i++) {
            edges[i] = new double[] {i, 12 + i / 4};
        }
        check(covariance(12, 15, edges), FormSpectrum.clusters(3, 4, T0, W));
    }

    @Test
    void aTreeHasContrastsOfItsBranches() {
        // three children, two levels: leaves 0–8, inner nodes 9–11, root 12
        double[][] edges = new double[12][];
        for (int i = 0; i < 12; i++) {
            edges[i] = new double[] {i, i < 9 ? 9 + i / 3 : 12};
        }
        check(covariance(9, 13, edges), FormSpectrum.tree(3, 2, T0, W));
        double[][] binary = new double[14][];
        for (int i = 0; i < 14; i++) {
            binary[i] = new double[] {i, 8 + i / 2};
        }
        check(covariance(8, 15, binary), FormSpectrum.tree(2, 3, T0, W));
    }

    @Test
    void anOrderHasQuarterWaves() {
        int items = 9;
        double[] gram = new double[items * items];
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                gram[i * items + j] = 1 + Math.min(i, j); // thresholds that both have passed
            }
        }
        check(Matrix.of(items, items, gram), FormSpectrum.order(items));
    }

    @Test
    void crossingDistinctionsHaveTwoKindsOfContrasts() {
        double[] weights = {0.1, 0.5, 0.3, 0.2};
        int rows = 3;
        int columns = 4;
        double[] c = new double[144];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                c[i * 12 + j] = weights[0]
                        + (i / columns == j / columns ? weights[1] : 0)
                        + (i % columns == j % columns ? weights[2] : 0)
                        + (i == j ? weights[3] : 0);
            }
        }
        check(Matrix.of(12, 12, c), FormSpectrum.table(rows, columns, weights));
    }

    @Test
    void aRingOfTwoIsNone() {
        assertThrows(IllegalArgumentException.class, () -> FormSpectrum.ring(2, T0, W));
    }

    /** The items' block of (t0 I + w L)⁻¹, by Gauss–Jordan elimination. */
    private static Matrix covariance(int items, int nodes, double[][] edges) {
        double[][] m = new double[nodes][2 * nodes];
        for (int i = 0; i < nodes; i++) {
            m[i][i] = T0;
            m[i][nodes + i] = 1;
        }
        for (double[] edge : edges) {
            int a = (int) edge[0];
            int b = (int) edge[1];
            m[a][a] += W;
            m[b][b] += W;
            m[a][b] -= W;
            m[b][a] -= W;
        }
        for (int p = 0; p < nodes; p++) { // diagonally dominant: no pivoting needed
            double pivot = m[p][p];
            for (int j = 0; j < 2 * nodes; j++) {
                m[p][j] /= pivot;
            }
            for (int i = 0; i < nodes; i++) {
                double factor = m[i][p];
                for (int j = 0; i != p && j < 2 * nodes; j++) {
                    m[i][j] -= factor * m[p][j];
                }
            }
        }
        double[] block = new double[items * items];
        for (int i = 0; i < items; i++) {
            System.arraycopy(m[i], nodes, block, i * items, items);
        }
        return Matrix.of(items, items, block);
    }

    private static void check(Matrix covariance, FormSpectrum form) {
        int n = covariance.rows();
        double[] values = form.eigenvalues();
        double[] numeric = SymmetricEigen.of(covariance).values();
        for (int k = 0; k < n; k++) {
            assertEquals(numeric[k], values[k], 2e-14 * numeric[0] * n);
        }
        Matrix v = form.vectors();
        assertEquals(0, v.transpose().times(v).minus(Matrix.identity(n)).largest(), 1e-13);
        Matrix rebuilt = v.times(Matrix.diagonal(values)).times(v.transpose());
        assertEquals(0, rebuilt.minus(covariance).largest(), 1e-13 * numeric[0]);
    }
}
