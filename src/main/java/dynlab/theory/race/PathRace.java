package dynlab.theory.race;

import dynlab.architecture.PathCorrelations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The reduced dynamics written path by path; costs the number of correlated pairs of paths. */
public final class PathRace implements ReducedDynamics {
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
    private final double[] idle;
    /** λ of the edges that do not decay where the others do: what the rule takes from them is given back. */
    private final double[] spared;

    /**
     * @param paths open paths
     * @param s S(p) of every path, cut to the modes that fit through all its nodes
     * @param d D(j, p) of every pair, cut likewise
     * @param b initial B of every edge
     * @param power Σ w |y|² over everything that carries loss
     */
    PathRace(PathCorrelations paths, double[][] s, double[][] d, double[][] b, double power) {
        this(
                paths.paths().stream()
                        .map(path -> path.edges().stream()
                                .mapToInt(Integer::intValue)
                                .toArray())
                        .toArray(int[][]::new),
                paths.pairs().stream().mapToInt(PathCorrelations.Pair::j).toArray(),
                paths.pairs().stream().mapToInt(PathCorrelations.Pair::p).toArray(),
                s,
                d,
                b,
                power);
    }

    /**
     * The same of plain numbers.
     *
     * @param edges edge indices of every path, from the input up; an edge that a path uses twice counts twice in its
     *     gradient, as a tied matrix does
     * @param first first path of every correlated pair
     * @param second second path of it
     */
    public PathRace(int[][] edges, int[] first, int[] second, double[][] s, double[][] d, double[][] b, double power) {
        int count = edges.length;
        this.edges = edges;
        this.first = first;
        this.second = second;
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
        idle = new double[b.length];
        spared = new double[b.length];
    }

    private PathRace(PathRace race, double[] idle, double[] spared) {
        edges = race.edges;
        first = race.first;
        second = race.second;
        s = race.s;
        d = race.d;
        at = race.at;
        start = race.start;
        product = race.product;
        error = race.error;
        halfPower = race.halfPower;
        this.idle = idle.clone();
        this.spared = spared.clone();
    }

    /**
     * The same networks beside directions of their edges that no mode uses: these learn nothing, but rounding is as large as
     * the largest entry of a matrix, whatever it is good for.
     *
     * @param idle largest singular value of every edge in such directions
     */
    public PathRace besideIdle(double[] idle) {
        return new PathRace(this, idle, spared);
    }

    /**
     * The same networks where the edges from one on do not decay: biases.
     *
     * @param decay λ of the rule, which it takes from every edge
     * @param from index of the first edge that keeps it
     */
    PathRace sparing(double decay, int from) {
        double[] kept = new double[edgeCount()];
        Arrays.fill(kept, Math.min(from, kept.length), kept.length, decay);
        return new PathRace(this, idle, kept);
    }

    /** Whether some edges of a path decay and others do not. */
    boolean unevenlyDecaying(int path) {
        boolean some = false;
        boolean all = true;
        for (int e : edges[path]) {
            some |= spared[e] > 0;
            all &= spared[e] > 0;
        }
        return some && !all;
    }

    /** Some of the paths of a graph, as if the others were not; edges keep their numbers, and the loss starts at 0. */
    static PathRace of(PathCorrelations paths, List<Integer> own, double[][] s, double[][] d, double[][] b) {
        int[] place = new int[s.length];
        Arrays.fill(place, -1);
        int[][] edges = new int[own.size()][];
        double[][] ownS = new double[own.size()][];
        for (int i = 0; i < edges.length; i++) {
            place[own.get(i)] = i;
            edges[i] = paths.paths().get(own.get(i)).edges().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            ownS[i] = s[own.get(i)];
        }
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i < d.length; i++) {
            PathCorrelations.Pair pair = paths.pairs().get(i);
            if (place[pair.j()] >= 0 && place[pair.p()] >= 0) {
                pairs.add(i);
            }
        }
        int[] first =
                pairs.stream().mapToInt(i -> place[paths.pairs().get(i).j()]).toArray();
        int[] second =
                pairs.stream().mapToInt(i -> place[paths.pairs().get(i).p()]).toArray();
        double[][] ownD = pairs.stream().map(i -> d[i]).toArray(double[][]::new);
        return new PathRace(edges, first, second, ownS, ownD, b, 0);
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
        for (int e = 0; e < spared.length; e++) {
            for (int i = at[e]; i < at[e + 1] && spared[e] > 0; i++) {
                descent[i] += spared[e] * b[i];
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
    public double[][] products(double[] state) {
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

    /** Edge indices of every path. */
    int[][] edges() {
        return edges;
    }

    /** The first path of every correlated pair. */
    int[] firsts() {
        return first;
    }

    /** The second path of every correlated pair. */
    int[] seconds() {
        return second;
    }

    /** What the rule takes from an edge and the race gives back, λ; 0 for edges that decay as all do. */
    double sparedDecay(int edge) {
        return spared[edge];
    }

    /** S(p) of every path. */
    double[][] s() {
        return s;
    }

    /** Number of edges that have a B, open or not. */
    int edgeCount() {
        return at.length - 1;
    }

    /** Number of modes of an edge. */
    int modes(int edge) {
        return at[edge + 1] - at[edge];
    }

    /** B of one edge and mode in a state. */
    double b(double[] state, int edge, int mode) {
        return state[at[edge] + mode];
    }

    /** S(p) − Σ_j B_j D(j, p) of every path and mode at a state. */
    double[][] pulls(double[] state) {
        errors(state);
        double[][] copy = new double[error.length][];
        for (int p = 0; p < copy.length; p++) {
            copy[p] = error[p].clone();
        }
        return copy;
    }

    /** D(p, p) of one mode; 0 where there is none. */
    double d(int p, int mode) {
        for (int i = 0; i < d.length; i++) {
            if (first[i] == p && second[i] == p && mode < d[i].length) {
                return d[i][mode];
            }
        }
        return 0;
    }

    /** The smallest D(p, p) of any mode, with a unit or without; 0 where it is not known. */
    double leastVariance(int p) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < d.length; i++) {
            if (first[i] == p && second[i] == p) {
                for (double one : d[i]) {
                    least = Math.min(least, one);
                }
            }
        }
        return Double.isFinite(least) ? least : 0;
    }

    /** Adds D(j, p) of one mode to a matrix paths × paths. */
    void fill(int mode, double[][] matrix) {
        for (int i = 0; i < d.length; i++) {
            if (mode < d[i].length) {
                matrix[first[i]][second[i]] = d[i][mode];
                matrix[second[i]][first[i]] = d[i][mode];
            }
        }
    }

    /**
     * The largest that the curvature of the loss can be at a state, across modes too: {@code λ_max(Jᵀ|D|J)} with
     * {@code J_pe = Π_{j≠e} max_k |B_j|}. Derived in docs/theory.md.
     */
    public double curvature(double[] state) {
        double[] sizes = sizes(state);
        double[] vector = new double[sizes.length];
        Arrays.fill(vector, 1);
        double value = 0;
        for (int round = 0; round < 60; round++) {
            double[] along = new double[edges.length];
            for (int p = 0; p < edges.length; p++) {
                for (int i = 0; i < edges[p].length; i++) {
                    along[p] += others(sizes, edges[p], i) * vector[edges[p][i]];
                }
            }
            double[] spread = new double[edges.length];
            for (int i = 0; i < d.length; i++) {
                double largest = 0;
                for (double one : d[i]) {
                    largest = Math.max(largest, Math.abs(one));
                }
                spread[first[i]] += largest * along[second[i]];
                if (first[i] != second[i]) {
                    spread[second[i]] += largest * along[first[i]];
                }
            }
            double[] next = new double[sizes.length];
            double norm = 0;
            for (int p = 0; p < edges.length; p++) {
                for (int i = 0; i < edges[p].length; i++) {
                    int e = edges[p][i];
                    next[e] += others(sizes, edges[p], i) * spread[p];
                    norm = Math.max(norm, next[e]);
                }
            }
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

    /** The largest |B| of every edge, idle directions included. */
    double[] sizes(double[] state) {
        double[] sizes = idle.clone();
        for (int e = 0; e < sizes.length; e++) {
            for (int i = at[e]; i < at[e + 1]; i++) {
                sizes[e] = Math.max(sizes[e], Math.abs(state[i]));
            }
        }
        return sizes;
    }

    /** The largest |B| of an edge in other modes than one, idle directions included. */
    double beside(double[] state, int edge, int mode) {
        double largest = idle[edge];
        for (int k = 0; k < modes(edge); k++) {
            largest = k == mode ? largest : Math.max(largest, Math.abs(b(state, edge, k)));
        }
        return largest;
    }

    /** The product of the sizes of a path without one place of it. */
    static double others(double[] sizes, int[] path, int without) {
        double product = 1;
        for (int i = 0; i < path.length; i++) {
            product *= i == without ? 1 : sizes[path[i]];
        }
        return product;
    }
}
