package dynlab.theory.race;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.PathCorrelations;
import dynlab.numeric.Matrix;
import dynlab.theory.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Loss and gradient of a gated deep linear network written path by path, from its gated correlations alone.
 *
 * <pre>
 * Err(p)  = Σ^yx(p) − Σ_{j to the same output} W_j Σ^x(j, p)
 * −dL/dW_e = Σ_{p through e} W_tbarᵀ Err(p) W_sbarᵀ          p = sbar, e, tbar
 * L       = 1/2⟨|y|²⟩ − Σ_p tr(W_pᵀ Σ^yx(p)) + 1/2 Σ_{j,p} tr(W_pᵀ W_j Σ^x(j, p))
 * </pre>
 *
 * Costs up to (number of paths)² per output, so it is for display and for tests; training uses backpropagation. Source:
 * Saxe, Sodhani and Lewallen, ICML 2022.
 */
public final class PathForm {
    private final Architecture architecture;
    private final PathCorrelations correlations;
    private final double halfPower;

    private PathForm(Architecture architecture, PathCorrelations correlations, double power) {
        this.architecture = architecture;
        this.correlations = correlations;
        halfPower = power / 2;
    }

    /** The path form of a graph with its contexts, or nothing where there are too many paths to list. */
    public static Optional<PathForm> of(Architecture architecture, List<Context> contexts) {
        return PathCorrelations.of(architecture, contexts)
                .map(found -> new PathForm(architecture, found, Power.of(contexts)));
    }

    /** The open paths with their Σ^yx. */
    public List<PathCorrelations.Path> paths() {
        return correlations.paths();
    }

    /** W_p: the ordered product along a path, width(output) × width(input). */
    public Matrix product(int path, List<Matrix> weights) {
        List<Integer> edges = correlations.paths().get(path).edges();
        Matrix product = weights.get(edges.get(0));
        for (int k = 1; k < edges.size(); k++) {
            product = weights.get(edges.get(k)).times(product);
        }
        return product;
    }

    private List<Matrix> products(List<Matrix> weights) {
        List<Matrix> products = new ArrayList<>();
        for (int p = 0; p < correlations.paths().size(); p++) {
            products.add(product(p, weights));
        }
        return products;
    }

    /** Err(p) of every path. */
    private List<Matrix> errors(List<Matrix> products) {
        List<Matrix> errors = new ArrayList<>();
        for (PathCorrelations.Path path : correlations.paths()) {
            errors.add(path.sigmaYx());
        }
        for (PathCorrelations.Pair pair : correlations.pairs()) {
            errors.set(
                    pair.p(), errors.get(pair.p()).minus(products.get(pair.j()).times(pair.sigmaX())));
            if (pair.j() != pair.p()) {
                Matrix back = products.get(pair.p()).times(pair.sigmaX().transpose());
                errors.set(pair.j(), errors.get(pair.j()).minus(back));
            }
        }
        return errors;
    }

    /**
     * The loss.
     *
     * @param weights one matrix an edge, in edge order
     * @return L; relative rounding error about 1e-15 times the number of paths
     */
    public double loss(List<Matrix> weights) {
        List<Matrix> products = products(weights);
        List<Matrix> errors = errors(products);
        // tr(W_pᵀ (Σ^yx + Err)) counts every pair of the quadratic term once for each of its two paths
        double gained = 0;
        for (int p = 0; p < products.size(); p++) {
            Matrix both = correlations.paths().get(p).sigmaYx().plus(errors.get(p));
            gained += inner(products.get(p), both);
        }
        return halfPower - gained / 2;
    }

    private static double inner(Matrix a, Matrix b) {
        double sum = 0;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                sum += a.at(i, j) * b.at(i, j);
            }
        }
        return sum;
    }

    /**
     * −dL/dW of every edge.
     *
     * @param weights one matrix an edge, in edge order
     * @return one matrix an edge, in edge order; relative rounding error about 1e-15 times the number of paths
     */
    public List<Matrix> descent(List<Matrix> weights) {
        List<Matrix> errors = errors(products(weights));
        List<Matrix> descent = new ArrayList<>();
        for (int e = 0; e < architecture.edges().size(); e++) {
            descent.add(Matrix.zero(architecture.rows(e), architecture.columns(e)));
        }
        for (int p = 0; p < errors.size(); p++) {
            List<Integer> edges = correlations.paths().get(p).edges();
            for (int k = 0; k < edges.size(); k++) {
                Matrix share = errors.get(p);
                for (int after = edges.size() - 1; after > k; after--) {
                    share = weights.get(edges.get(after)).transpose().times(share);
                }
                for (int before = 0; before < k; before++) {
                    share = share.times(weights.get(edges.get(before)).transpose());
                }
                descent.set(edges.get(k), descent.get(edges.get(k)).plus(share));
            }
        }
        return descent;
    }
}
