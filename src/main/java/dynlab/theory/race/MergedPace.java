package dynlab.theory.race;

import java.util.Arrays;

/**
 * How sharp the loss of merged dynamics is, and how fast what rounding leaves between modes grows: the sums over paths of
 * {@link PathRace#curvature} and {@link Rounding}, taken along the edges. Everything is put by its size.
 *
 * <pre>
 * curvature  λ_max(Jᵀ|D|J),                J_pe = Π_{j≠e} max_k |B_j|
 * growth     max_e Σ_f Σ_{p ∋ e, f} |pull_p| Π_{others} max_k |B|
 * </pre>
 *
 * <p>Both matrices have no negative entries, so that the vectors that matter are alike for edges that are alike, and one
 * number for each class of edges is enough. Derived in docs/theory.md §11.17.
 */
final class MergedPace {
    private static final int ROUNDS = 60;

    private final MergedTerms terms;
    private final double[] sizes;
    private final double[] alpha;

    /**
     * @param sizes the largest |B| of every class of edges
     */
    MergedPace(MergedTerms terms, double[] sizes) {
        this.terms = terms;
        this.sizes = sizes.clone();
        alpha = new double[terms.gates().length];
        for (int v = 0; v < alpha.length; v++) {
            alpha[v] = Math.abs(terms.gates()[v]);
            int[] pairs = terms.alphaTerms()[v];
            for (int t = 0; t < terms.alphaFactors()[v].length; t++) {
                double share = Math.abs(terms.alphaFactors()[v][t]) * sizes[pairs[2 * t]];
                alpha[v] += share * alpha[pairs[2 * t + 1]];
            }
        }
    }

    /** What a change of all edges by given amounts does to every α. */
    private double[] tangent(double[] change) {
        double[] tangent = new double[alpha.length];
        for (int v = 0; v < tangent.length; v++) {
            int[] pairs = terms.alphaTerms()[v];
            for (int t = 0; t < terms.alphaFactors()[v].length; t++) {
                int e = pairs[2 * t];
                int from = pairs[2 * t + 1];
                double direct = change[e] * alpha[from];
                double onward = sizes[e] * tangent[from];
                double both = direct + onward;
                tangent[v] += Math.abs(terms.alphaFactors()[v][t]) * both;
            }
        }
        return tangent;
    }

    /** Carries seeds at the outputs back to every β. */
    private double[] back(double[] seeds) {
        double[] back = seeds.clone();
        for (int v = 0; v < back.length; v++) {
            int[] pairs = terms.betaTerms()[v];
            for (int t = 0; t < terms.betaFactors()[v].length; t++) {
                double share = Math.abs(terms.betaFactors()[v][t]) * sizes[pairs[2 * t]];
                back[v] += share * back[pairs[2 * t + 1]];
            }
        }
        return back;
    }

    /** The largest that the curvature can be, across modes too. */
    double curvature() {
        double[] vector = new double[sizes.length];
        Arrays.fill(vector, 1);
        double value = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] along = tangent(vector);
            double[] seeds = new double[terms.betaTerms().length];
            for (int v = 0; v < seeds.length; v++) {
                for (int j = 0; j < terms.d()[v].length; j++) {
                    seeds[v] += largest(terms.d()[v][j]) * along[terms.dAlphas()[v][j]];
                }
            }
            double[] next = uses(back(seeds), alpha);
            double norm = largest(next);
            if (!(norm > 0) || !Double.isFinite(norm)) {
                return norm;
            }
            for (int e = 0; e < next.length; e++) {
                vector[e] = next[e] / norm;
            }
            value = norm;
        }
        return value;
    }

    /** Of every class of edges Σ |factor| α β over the uses of one edge. */
    private double[] uses(double[] beta, double[] source) {
        double[] sums = new double[sizes.length];
        for (int e = 0; e < sums.length; e++) {
            for (int t = 0; t < terms.useFactors()[e].length; t++) {
                double share = Math.abs(terms.useFactors()[e][t]) * source[terms.useTerms()[e][2 * t]];
                sums[e] += share * beta[terms.useTerms()[e][2 * t + 1]];
            }
        }
        return sums;
    }

    /**
     * The fastest growth between modes.
     *
     * @param pulls the largest |S − Σ D α| of every class of β that is an output, 0 of the others
     */
    double growth(double[] pulls) {
        double[] ones = new double[sizes.length];
        Arrays.fill(ones, 1);
        double[] beta = back(pulls);
        double[] forward = tangent(ones);
        double[] backward = new double[beta.length];
        for (int v = 0; v < backward.length; v++) {
            int[] pairs = terms.betaTerms()[v];
            for (int t = 0; t < terms.betaFactors()[v].length; t++) {
                int to = pairs[2 * t + 1];
                double onward = sizes[pairs[2 * t]] * backward[to];
                double both = beta[to] + onward;
                backward[v] += Math.abs(terms.betaFactors()[v][t]) * both;
            }
        }
        double[] above = uses(backward, alpha);
        double[] below = uses(beta, forward);
        double growth = 0;
        for (int e = 0; e < above.length; e++) {
            growth = Math.max(growth, above[e] + below[e]);
        }
        return growth;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
