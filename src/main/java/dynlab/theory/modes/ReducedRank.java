package dynlab.theory.modes;

import dynlab.architecture.Correlations;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.numeric.SymmetricEigen;

/**
 * Linear regression through a narrow layer: the best map of a given rank, where every deep linear network whose narrowest
 * layer has that many units ends, if no saddle holds it.
 *
 * <pre>Σ^yx (Σ^xx)^(−½) = U diag(s) Vᵀ,   W = Σ_{k ≤ rank} u_k s_k v_kᵀ (Σ^xx)^(−½),   excess = ½ Σ_{k &gt; rank} s_k²</pre>
 *
 * <p>With targets that are the inputs (an autoencoder) the map is the projection on the first principal components.
 * Derived in docs/theory.md §8.3; roots and inverses are those of the directions that the inputs use.
 *
 * @param map W, outputs × inputs
 * @param excess loss above that of the unrestricted regression, ½ of the squares that are left out, ≥ 0
 * @param strengths s, descending: the share of mode k in the loss is ½ s_k²
 */
public record ReducedRank(Matrix map, double excess, double[] strengths) {
    /** Input variances below this share of the largest count as 0. */
    private static final double NO_VARIANCE = 1e-12;

    public ReducedRank {
        strengths = strengths.clone();
    }

    @Override
    public double[] strengths() {
        return strengths.clone();
    }

    /**
     * Solves the regression.
     *
     * @param correlations Σ^yx and Σ^xx
     * @param rank largest rank of the map, ≥ 0; at or above the width of both sides it is ordinary regression
     * @return errors of the map below 1e-12 times the condition of Σ^xx on the directions that are used
     * @throws IllegalArgumentException if the rank is below 0
     */
    public static ReducedRank of(Correlations correlations, int rank) {
        if (rank < 0) {
            throw new IllegalArgumentException("no map has rank " + rank);
        }
        SymmetricEigen inputs = SymmetricEigen.of(correlations.sigmaXx());
        double[] inverseRoots = inputs.values();
        double floor = inverseRoots.length == 0 ? 0 : NO_VARIANCE * inverseRoots[0];
        for (int i = 0; i < inverseRoots.length; i++) {
            inverseRoots[i] = inverseRoots[i] > floor ? 1 / Math.sqrt(inverseRoots[i]) : 0;
        }
        Matrix whitening = inputs.vectors()
                .times(Matrix.diagonal(inverseRoots))
                .times(inputs.vectors().transpose());
        Svd svd = Svd.thin(correlations.sigmaYx().times(whitening));
        double[] kept = svd.s();
        double excess = 0;
        for (int k = rank; k < kept.length; k++) {
            excess += kept[k] * kept[k];
            kept[k] = 0;
        }
        Matrix map =
                svd.u().times(Matrix.diagonal(kept)).times(svd.v().transpose()).times(whitening);
        return new ReducedRank(map, 0.5 * excess, svd.s());
    }
}
