package dynlab.theory;

import dynlab.architecture.PathCorrelations;
import java.util.Arrays;
import java.util.List;

/**
 * The reduced dynamics: as many independent scalar networks on the same graph as there are modes.
 *
 * <pre>
 * tau dB_e/dt = Σ_{p through e} B_{p without e} [ S(p) − Σ_j B_j D(j, p) ]
 * L           = power/2 − Σ_p B_p S(p) + 1/2 Σ_{j,p} B_j B_p D(j, p)
 * </pre>
 *
 * elementwise in the mode, stepped by the exact discrete map of gradient descent. Source: Saxe, Sodhani and Lewallen, ICML
 * 2022.
 */
final class ReducedRace {
    private final int[][] edges;
    private final double[][] s;
    private final int[] first;
    private final int[] second;
    private final double[][] d;
    private final double[][] b;
    private final double[][] product;
    private final double[][] error;
    private final double[][] change;
    private final double halfPower;

    /**
     * @param paths open paths
     * @param s S(p) of every path, cut to the modes that fit through all its nodes
     * @param d D(j, p) of every pair, cut likewise
     * @param b initial B of every edge; changed by {@link #step}
     * @param power Σ w |y|² over everything that carries loss
     */
    ReducedRace(PathCorrelations paths, double[][] s, double[][] d, double[][] b, double power) {
        int count = paths.paths().size();
        edges = new int[count][];
        for (int p = 0; p < count; p++) {
            List<Integer> list = paths.paths().get(p).edges();
            edges[p] = list.stream().mapToInt(Integer::intValue).toArray();
        }
        first = paths.pairs().stream().mapToInt(PathCorrelations.Pair::j).toArray();
        second = paths.pairs().stream().mapToInt(PathCorrelations.Pair::p).toArray();
        this.s = s;
        this.d = d;
        this.b = b;
        product = new double[count][];
        error = new double[count][];
        for (int p = 0; p < count; p++) {
            product[p] = new double[s[p].length];
            error[p] = new double[s[p].length];
        }
        change = new double[b.length][];
        for (int e = 0; e < b.length; e++) {
            change[e] = new double[b[e].length];
        }
        halfPower = power / 2;
    }

    /** The loss now; leaves the products and errors for {@link #step}. */
    double loss() {
        double gained = 0;
        double spent = 0;
        for (int p = 0; p < edges.length; p++) {
            for (int k = 0; k < s[p].length; k++) {
                double value = 1;
                for (int e : edges[p]) {
                    value *= b[e][k];
                }
                product[p][k] = value;
                error[p][k] = s[p][k];
                gained += value * s[p][k];
            }
        }
        for (int i = 0; i < d.length; i++) {
            double[] one = product[first[i]];
            double[] other = product[second[i]];
            int modes = Math.min(Math.min(one.length, other.length), d[i].length);
            for (int k = 0; k < modes; k++) {
                double share = one[k] * d[i][k];
                error[second[i]][k] -= share;
                if (first[i] == second[i]) {
                    spent += share * one[k];
                } else {
                    double back = other[k] * d[i][k];
                    error[first[i]][k] -= back;
                    spent += 2 * share * other[k];
                }
            }
        }
        return halfPower - gained + spent / 2;
    }

    /** One Euler step of all edges at once. */
    void step(double learningRate) {
        for (double[] row : change) {
            Arrays.fill(row, 0);
        }
        for (int p = 0; p < edges.length; p++) {
            for (int k = 0; k < s[p].length; k++) {
                double before = error[p][k];
                for (int at = 0; at < edges[p].length; at++) {
                    // error times the product of the path without this edge
                    double value = before;
                    for (int other = 0; other < edges[p].length; other++) {
                        if (other != at) {
                            value *= b[edges[p][other]][k];
                        }
                    }
                    change[edges[p][at]][k] += value;
                }
            }
        }
        for (int e = 0; e < b.length; e++) {
            for (int k = 0; k < b[e].length; k++) {
                b[e][k] += learningRate * change[e][k];
            }
        }
    }

    double[] strengths(int e) {
        return b[e].clone();
    }
}
