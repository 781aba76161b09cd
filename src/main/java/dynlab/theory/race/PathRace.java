package dynlab.theory.race;

import dynlab.architecture.PathCorrelations;
import java.util.Arrays;
import java.util.List;

/** The reduced dynamics written path by path; costs the number of correlated pairs of paths. */
final class PathRace implements ReducedDynamics {
    private final int[][] edges;
    private final double[][] s;
    private final int[] first;
    private final int[] second;
    private final double[][] d;
    private final double[] start;
    private final int[] at;
    private final double[][] product;
    private final double[][] error;
    private final double halfPower;

    /**
     * @param paths open paths
     * @param s S(p) of every path, cut to the modes that fit through all its nodes
     * @param d D(j, p) of every pair, cut likewise
     * @param b initial B of every edge
     * @param power Σ w |y|² over everything that carries loss
     */
    PathRace(PathCorrelations paths, double[][] s, double[][] d, double[][] b, double power) {
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
        product = new double[count][];
        error = new double[count][];
        for (int p = 0; p < count; p++) {
            product[p] = new double[s[p].length];
            error[p] = new double[s[p].length];
        }
        at = new int[b.length + 1];
        for (int e = 0; e < b.length; e++) {
            at[e + 1] = at[e] + b[e].length;
        }
        start = new double[at[b.length]];
        for (int e = 0; e < b.length; e++) {
            System.arraycopy(b[e], 0, start, at[e], b[e].length);
        }
        halfPower = power / 2;
    }

    @Override
    public double[] start() {
        return start.clone();
    }

    @Override
    public double descent(double[] b, double[] descent) {
        double loss = errors(b);
        Arrays.fill(descent, 0);
        for (int p = 0; p < edges.length; p++) {
            for (int k = 0; k < s[p].length; k++) {
                double before = error[p][k];
                for (int i = 0; i < edges[p].length; i++) {
                    // error times the product of the path without this edge
                    double value = before;
                    for (int other = 0; other < edges[p].length; other++) {
                        if (other != i) {
                            value *= b[at[edges[p][other]] + k];
                        }
                    }
                    descent[at[edges[p][i]] + k] += value;
                }
            }
        }
        return loss;
    }

    /** The loss; leaves the products and errors of all paths. */
    private double errors(double[] b) {
        double gained = 0;
        double spent = 0;
        for (int p = 0; p < edges.length; p++) {
            for (int k = 0; k < s[p].length; k++) {
                double value = 1;
                for (int e : edges[p]) {
                    value *= b[at[e] + k];
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

    /** The products B_p of all paths, path by path, at a state. */
    double[][] products(double[] state) {
        errors(state);
        double[][] copy = new double[product.length][];
        for (int p = 0; p < copy.length; p++) {
            copy[p] = product[p].clone();
        }
        return copy;
    }

    @Override
    public double[] strengths(double[] state, int edge) {
        return Arrays.copyOfRange(state, at[edge], at[edge + 1]);
    }
}
