package dynlab.theory.race;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.theory.StepRule;

/**
 * What lies between two modes of a reduction, in first order: the entries {@code x_e = W_e[α, β]} and
 * {@code y_e = W_e[β, α]} of every matrix in its frames, beside strengths that are diagonal there. Different pairs of modes
 * do not meet in first order. With {@code A_e}, {@code B_e} the products of the strengths of a path above and below an edge,
 *
 * <pre>
 * c_p     = Σ_e A_e(α) x_e B_e(β)                                       what path p does from input mode β to output mode α
 * E_p     = −Σ_q c_q D_β(q, p)                                          what that changes of its error
 * dx_e/dt = Σ_{p ∋ e} A_e(α) E_p B_e(β) + Σ_{f above e} A_f(β) y_f M_fe(α) pull_p(β) B_e(β)
 *                                       + Σ_{f below e} A_e(α) pull_p(α) M_ef(β) y_f B_f(α)
 * </pre>
 *
 * and the same with α and β exchanged, M being the product between two edges. What the data have off the diagonal of the
 * frames adds {@code S_p[α, β] − Σ_q B_q(α) D(q, p)[α, β]} to E_p. A mode for which a node has no unit is one of
 * these: it has no strength, only what lies between it and the modes that have units. Derived in docs/theory.md §11.17.
 */
final class BetweenModes {
    private final PathRace race;
    private final int[][] paths;
    private final int[] first;
    private final int[] second;
    private final Matrix[] s;
    private final Matrix[] d;
    private final int[] rows;
    private final int[] columns;
    private final int[] modes;
    private final int[] one;
    private final int[] other;
    private final int edges;
    /** Pair by pair x of all edges, then y of all edges. */
    private final double[] entries;

    private final double[] force;
    private final double[] velocity;
    private final double[] crossed;
    private final double[] crossedBack;
    private final double[] error;
    private final double[] errorBack;
    private final double[][] product;
    private final double[][] pull;
    private final double[] fromBelow;
    private final double[] toBelow;
    private final double[] fromAbove;
    private final double[] toAbove;

    /**
     * @param race the scalar networks
     * @param weights the initial matrix of every edge in the frames; empty on no path
     * @param s Σyx of every path in them, outputs × inputs
     * @param d Σx of every pair of the race's in them, inputs of the first × inputs of the second
     * @param classes number of the interaction class of every edge that is on a path
     */
    BetweenModes(PathRace race, Matrix[] weights, Matrix[] s, Matrix[] d, int[] classes) {
        this.race = race;
        this.s = s;
        this.d = d;
        edges = weights.length;
        rows = new int[edges];
        columns = new int[edges];
        for (int e = 0; e < edges; e++) {
            rows[e] = weights[e].rows();
            columns[e] = weights[e].columns();
        }
        paths = race.edges();
        first = race.firsts();
        second = race.seconds();
        modes = new int[paths.length];
        int widest = 0;
        int count = 0;
        for (int e = 0; e < edges; e++) {
            count = Math.max(count, classes[e] + 1);
        }
        int[] width = new int[count];
        for (int p = 0; p < paths.length; p++) {
            for (int e : paths[p]) {
                int c = classes[e];
                width[c] = Math.max(width[c], Math.max(rows[e], columns[e]));
                widest = Math.max(widest, width[c]);
            }
        }
        for (int p = 0; p < paths.length; p++) {
            modes[p] = width[classes[paths[p][0]]];
        }
        int pairs = widest * (widest - 1) / 2;
        one = new int[pairs];
        other = new int[pairs];
        int i = 0;
        for (int a = 0; a < widest; a++) {
            for (int b = a + 1; b < widest; b++) {
                one[i] = a;
                other[i] = b;
                i++;
            }
        }
        entries = new double[2 * pairs * edges];
        force = new double[entries.length];
        velocity = new double[entries.length];
        crossed = new double[paths.length];
        crossedBack = new double[paths.length];
        error = new double[paths.length];
        errorBack = new double[paths.length];
        product = new double[paths.length][widest];
        pull = new double[paths.length][widest];
        int longest = 0;
        for (int[] path : paths) {
            longest = Math.max(longest, path.length);
        }
        fromBelow = new double[longest + 1];
        toBelow = new double[longest + 1];
        fromAbove = new double[longest + 1];
        toAbove = new double[longest + 1];
        fromBelow[0] = 1;
        toBelow[0] = 1;
        for (int pair = 0; pair < pairs; pair++) {
            for (int e = 0; e < edges; e++) {
                entries[2 * pair * edges + e] = at(weights[e], one[pair], other[pair]);
                entries[(2 * pair + 1) * edges + e] = at(weights[e], other[pair], one[pair]);
            }
        }
    }

    private static double at(Matrix matrix, int row, int column) {
        return row < matrix.rows() && column < matrix.columns() ? matrix.at(row, column) : 0;
    }

    /** Multiplications of one step, about. */
    double work() {
        double sum = d.length;
        for (int[] path : paths) {
            double length = path.length;
            sum += 4 * length * length;
        }
        return sum * one.length;
    }

    /**
     * Adds errors of both signs.
     *
     * @param sizes of each edge
     * @param share of it
     */
    void shake(double[] sizes, double share, Rng rng) {
        int at = 0;
        for (int pair = 0; pair < one.length; pair++) {
            int a = one[pair];
            int b = other[pair];
            for (int turned = 0; turned < 2; turned++) {
                for (int e = 0; e < edges; e++, at++) {
                    boolean there = turned == 0 ? a < rows[e] && b < columns[e] : b < rows[e] && a < columns[e];
                    double noise = there ? share * sizes[e] : 0;
                    entries[at] += rng.nextInt() < 0 ? noise : -noise;
                }
            }
        }
    }

    /** Works out the forces at a state; returns what the loss differs by from that of the state, as a size, at most. */
    double look(double[] state) {
        spread(state);
        double change = 0;
        for (int pair = 0; pair < one.length; pair++) {
            int x = 2 * pair * edges;
            for (int i = x; i < x + 2 * edges; i++) {
                force[i] = 0;
            }
            pull(state, one[pair], other[pair], x, x + edges);
            double along = 0;
            for (int i = x; i < x + 2 * edges; i++) {
                along += entries[i] * force[i];
            }
            change += Math.abs(along);
        }
        return change;
    }

    /** The sum of the squares of all entries. */
    double square() {
        double sum = 0;
        for (double entry : entries) {
            sum += entry * entry;
        }
        return sum;
    }

    /** Makes a step by the forces of the last look. */
    void move(StepRule rule, double rate) {
        for (int pair = 0; pair < 2 * one.length; pair++) {
            for (int e = 0; e < edges; e++) {
                int i = pair * edges + e;
                force[i] += race.sparedDecay(e) * entries[i];
            }
        }
        rule.move(entries, force, velocity, rate);
    }

    private double strength(double[] state, int edge, int mode) {
        return mode < race.modes(edge) ? race.b(state, edge, mode) : 0;
    }

    /** Products and pulls of all modes. */
    private void spread(double[] state) {
        for (int p = 0; p < paths.length; p++) {
            for (int k = 0; k < modes[p]; k++) {
                double value = 1;
                for (int e : paths[p]) {
                    value *= strength(state, e, k);
                }
                product[p][k] = value;
                pull[p][k] = at(s[p], k, k);
            }
        }
        for (int i = 0; i < d.length; i++) {
            for (int k = 0; k < product[first[i]].length; k++) {
                double share = at(d[i], k, k) * product[first[i]][k];
                double back = at(d[i], k, k) * product[second[i]][k];
                pull[second[i]][k] -= share;
                pull[first[i]][k] -= first[i] == second[i] ? 0 : back;
            }
        }
    }

    private void pull(double[] state, int a, int b, int x, int y) {
        for (int p = 0; p < paths.length; p++) {
            crossed[p] = 0;
            crossedBack[p] = 0;
            error[p] = at(s[p], a, b);
            errorBack[p] = at(s[p], b, a);
            int[] path = paths[p];
            // all products with one place taken by what lies between: those below it are of one mode, those above of
            // the other
            double belowA = 1;
            double belowB = 1;
            for (int e : path) {
                double toA = strength(state, e, a);
                double toB = strength(state, e, b);
                crossed[p] *= toA;
                crossed[p] += entries[x + e] * belowB;
                crossedBack[p] *= toB;
                crossedBack[p] += entries[y + e] * belowA;
                belowA *= toA;
                belowB *= toB;
            }
        }
        for (int i = 0; i < d.length; i++) {
            int p = first[i];
            int q = second[i];
            double atA = at(d[i], a, a);
            double atB = at(d[i], b, b);
            double atAb = at(d[i], a, b);
            double atBa = at(d[i], b, a);
            error[q] -= atB * crossed[p] + atAb * product[p][a];
            errorBack[q] -= atA * crossedBack[p] + atBa * product[p][b];
            if (p != q) {
                error[p] -= atB * crossed[q] + atBa * product[q][a];
                errorBack[p] -= atA * crossedBack[q] + atAb * product[q][b];
            }
        }
        for (int p = 0; p < paths.length; p++) {
            if (b < modes[p]) {
                push(state, p, a, b, x, y, error[p]);
                push(state, p, b, a, y, x, errorBack[p]);
            }
        }
    }

    /** The force of path p on the entries [to, from] of its matrices. */
    private void push(double[] state, int p, int to, int from, int x, int y, double missed) {
        int[] path = paths[p];
        int length = path.length;
        // of the mode that an entry comes from, and of the one that it leads to: the products below and above each
        // place
        for (int i = 0; i < length; i++) {
            fromBelow[i + 1] = fromBelow[i] * strength(state, path[i], from);
            toBelow[i + 1] = toBelow[i] * strength(state, path[i], to);
        }
        fromAbove[length] = 1;
        toAbove[length] = 1;
        for (int i = length - 1; i >= 0; i--) {
            fromAbove[i] = fromAbove[i + 1] * strength(state, path[i], from);
            toAbove[i] = toAbove[i + 1] * strength(state, path[i], to);
        }
        for (int i = 0; i < length; i++) {
            double sum = toAbove[i + 1] * missed * fromBelow[i];
            double up = pull[p][from] * fromBelow[i];
            for (int m = i + 1; m < length; m++) {
                sum += fromAbove[m + 1] * entries[y + path[m]] * up;
                up *= strength(state, path[m], to);
            }
            double down = toAbove[i + 1] * pull[p][to];
            for (int m = i - 1; m >= 0; m--) {
                sum += down * entries[y + path[m]] * toBelow[m];
                down *= strength(state, path[m], from);
            }
            force[x + path[i]] += sum;
        }
    }
}
