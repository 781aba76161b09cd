package dynlab.measure;

import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.numeric.SymmetricEigen;

/** Multidimensional scaling: points in few dimensions whose distances are as given, as nearly as that can be. */
public final class Mds {
    private Mds() {}

    /**
     * Classical scaling: exact where the distances are Euclidean in that many dimensions, else the best projection.
     *
     * <pre>B = −½ J D² J,  J = I − 11ᵀ/n,  X = E_k √λ_k</pre>
     *
     * Source: W. Torgerson, Psychometrika 1952.
     *
     * @param squaredDistances n × n, symmetric, zero diagonal
     * @param dimensions k, ≥ 1
     * @return positions, n × k, centred; columns with no positive eigenvalue left are 0
     */
    public static Matrix classical(Matrix squaredDistances, int dimensions) {
        int n = squaredDistances.rows();
        SymmetricEigen eigen = SymmetricEigen.of(doublyCentred(squaredDistances));
        double[] x = new double[n * dimensions];
        for (int k = 0; k < Math.min(n, dimensions); k++) {
            double size = Math.sqrt(Math.max(0, eigen.values()[k]));
            for (int i = 0; i < n; i++) {
                x[i * dimensions + k] = size * eigen.vectors().at(i, k);
            }
        }
        return Matrix.of(n, dimensions, x);
    }

    /** {@code −½ J D² J}: inner products about the common centre. */
    static Matrix doublyCentred(Matrix squaredDistances) {
        int n = squaredDistances.rows();
        double[] mean = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                mean[i] += squaredDistances.at(i, j) / n;
            }
            all += mean[i] / n;
        }
        double[] b = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                b[i * n + j] = -0.5 * (squaredDistances.at(i, j) - mean[i] - mean[j] + all);
            }
        }
        return Matrix.of(n, n, b);
    }

    /**
     * Raw stress, {@code Σ_{i<j} (δ_ij − |x_i − x_j|)²}.
     *
     * @param distances δ, n × n
     * @param positions n × k
     */
    public static double stress(Matrix distances, Matrix positions) {
        int k = positions.columns();
        return Smacof.stress(distances.toArray(), positions.toArray(), positions.rows(), k);
    }

    /**
     * Minimises the stress from a given start by majorisation; every step lowers it.
     *
     * <pre>X ← B(X) X / n,  b_ij = −δ_ij / |x_i − x_j|,  b_ii = −Σ_j b_ij</pre>
     *
     * Source: J. de Leeuw, 1977 (SMACOF). Coinciding points stay together, so a start should keep items apart.
     *
     * @param distances δ, n × n
     * @param start positions, n × k
     * @param iterations at most this many steps
     * @param tolerance stops when a step moves no coordinate by more than this share of the largest distance
     * @return positions, n × k, centred
     */
    public static Matrix smacof(Matrix distances, Matrix start, int iterations, double tolerance) {
        double[] x = start.toArray();
        new Smacof(start.rows(), start.columns()).minimise(distances.toArray(), x, iterations, tolerance);
        return Matrix.of(start.rows(), start.columns(), x);
    }

    /**
     * Turns and mirrors positions (no scaling, no shift) so that they lie as near as can be to a reference.
     *
     * <pre>X U Vᵀ with Xᵀ X_ref = U S Vᵀ</pre>
     *
     * Source: P. Schönemann, Psychometrika 1966.
     *
     * @param positions n × k, centred
     * @param reference n × k, centred
     * @return n × k
     */
    public static Matrix procrustes(Matrix positions, Matrix reference) {
        Svd svd = Svd.thin(positions.transpose().times(reference));
        return positions.times(svd.u().times(svd.v().transpose()));
    }
}
