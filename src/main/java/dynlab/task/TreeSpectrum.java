package dynlab.task;

import dynlab.numeric.Matrix;

/**
 * The modes of a hierarchy in closed form: a covariance that depends only on the level of the common ancestor has the
 * contrasts of the tree's branches as eigenvectors, one eigenvalue a level.
 *
 * <pre>
 * λ_0 = ρ_0 + Σ_{u=1..L} (b^u − b^(u−1)) ρ_u                                    constant, once
 * λ_l = ρ_0 + Σ_{u=1..v} (b^u − b^(u−1)) ρ_u − b^v ρ_{v+1},  v = L − l          level l = 1 … L, b^(l−1) (b − 1) times
 * </pre>
 *
 * Source: A. Saxe, J. McClelland and S. Ganguli, PNAS 2019, for the diffusion; this form is derived in docs/theory.md §8.1.
 *
 * @param eigenvalues λ_0 … λ_L of the covariance C of the items
 * @param multiplicities how often each occurs; they add up to the number of items
 * @param contrasts items × items: orthonormal eigenvectors as columns, level by level, branch by branch
 */
public record TreeSpectrum(double[] eigenvalues, int[] multiplicities, Matrix contrasts) {
    public TreeSpectrum {
        eigenvalues = eigenvalues.clone();
        multiplicities = multiplicities.clone();
    }

    @Override
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    @Override
    public int[] multiplicities() {
        return multiplicities.clone();
    }

    /** The spectrum of a hierarchy's expected covariance; relative rounding error below 1e-14. */
    public static TreeSpectrum of(Hierarchy hierarchy) {
        int b = hierarchy.branching();
        int levels = hierarchy.levels();
        double[] eigenvalues = new double[levels + 1];
        int[] multiplicities = new int[levels + 1];
        int leavesBelow = 1;
        double shared = hierarchy.rho(0);
        for (int l = levels; l >= 1; l--) {
            int v = levels - l;
            eigenvalues[l] = shared - leavesBelow * hierarchy.rho(v + 1);
            multiplicities[l] = hierarchy.items() / (leavesBelow * b) * (b - 1);
            shared += leavesBelow * (b - 1) * hierarchy.rho(v + 1);
            leavesBelow *= b;
        }
        eigenvalues[0] = shared;
        multiplicities[0] = 1;
        return new TreeSpectrum(eigenvalues, multiplicities, contrasts(b, levels, hierarchy.items()));
    }

    /** {@code C^½ = Σ √λ v vᵀ}, items × items. */
    public Matrix squareRoot() {
        double[] roots = new double[contrasts.columns()];
        int column = 0;
        for (int l = 0; l < eigenvalues.length; l++) {
            for (int k = 0; k < multiplicities[l]; k++) {
                roots[column++] = Math.sqrt(eigenvalues[l]);
            }
        }
        return contrasts.times(Matrix.diagonal(roots)).times(contrasts.transpose());
    }

    /** Child j of a branch against the children before it, for j = 1 … b − 1; the constant first. */
    private static Matrix contrasts(int b, int levels, int items) {
        double[] v = new double[items * items];
        for (int i = 0; i < items; i++) {
            v[i * items] = 1 / Math.sqrt(items);
        }
        int column = 1;
        int branch = items;
        for (int l = 1; l <= levels; l++) {
            int child = branch / b;
            for (int from = 0; from < items; from += branch) {
                for (int j = 1; j < b; j++) {
                    double norm = Math.sqrt((double) child * j * (j + 1));
                    for (int i = 0; i < (j + 1) * child; i++) {
                        v[(from + i) * items + column] = (i < j * child ? 1 : -j) / norm;
                    }
                    column++;
                }
            }
            branch = child;
        }
        return Matrix.of(items, items, v);
    }
}
