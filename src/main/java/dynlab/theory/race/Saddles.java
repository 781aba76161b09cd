package dynlab.theory.race;

import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import dynlab.numeric.SymmetricEigen;
import dynlab.theory.Saddle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the modes of paths that would gain by learning and never do in exact arithmetic. For one mode, descent on a path
 * moves every weight by the product of the others times a pull; so
 *
 * <ul>
 *   <li>a weight of 0 moves only if some path through it has no other weight of 0;
 *   <li>the sums of squares into and out of a hidden node differ by a constant, so that a product changes its sign only
 *       where its smallest weight is alone: two smallest of one size would have to vanish together, which takes for ever;
 *   <li>a layer with fewer units than modes keeps those that it has, whatever they are worth.
 * </ul>
 *
 * Derived in docs/theory.md.
 */
public final class Saddles {
    /** What a mode without a unit misses that asks for nothing: it is not missed, and it holds no unit either. */
    public static final double NO_UNIT = Double.MIN_VALUE;

    /** More paths than this are not solved for. */
    static final int MOST = 400;
    /** Weights below this share of the largest of their edge are rounding; so are differences of squares. */
    private static final double ROUNDING = 1e-14;

    private static final double TIE = 1e-13;
    /** Eigenvalues and pulls below this share of the largest are zero. */
    private static final double NOTHING = 1e-9;

    private static final double UNIT = 0x1p-52;

    private final PathRace race;
    private final List<List<String>> ids;
    private final int[] sources;
    private final int[] targets;
    private final double rate;
    private final double decay;
    private final double[][] missing;
    private final double[] start;
    private final double[] sizes;
    private final List<Saddle> found = new ArrayList<>();
    /** The largest |S| of a mode that fits: pulls far below it are rounding. */
    private double largest;

    /**
     * @param race the scalar networks at their start
     * @param ids ids of the edges of every path
     * @param sources node from which each edge leads, any numbers
     * @param targets node to which it leads
     * @param missing S(p) of the modes for which a path has no unit somewhere, by mode; 0 of those that fit
     * @param rate η, for the foretold times
     * @param decay weight decay λ: what it holds at 0 is not missed
     */
    public Saddles(
            PathRace race,
            List<List<String>> ids,
            int[] sources,
            int[] targets,
            double[][] missing,
            double rate,
            double decay) {
        this.decay = decay;
        this.race = race;
        this.ids = ids;
        this.sources = sources;
        this.targets = targets;
        this.missing = missing;
        this.rate = rate;
        start = race.start();
        sizes = race.sizes(start);
    }

    /** All of them. */
    public List<Saddle> find() {
        int modes = 0;
        for (int p = 0; p < missing.length; p++) {
            modes = Math.max(modes, Math.max(race.s()[p].length, missing[p].length));
            for (int k = 0; k < race.s()[p].length; k++) {
                largest = fits(p, k) ? Math.max(largest, Math.abs(race.s()[p][k])) : largest;
            }
        }
        for (int k = 0; k < modes && race.edges().length <= MOST; k++) {
            mode(k);
        }
        return found;
    }

    private void mode(int k) {
        boolean[] stuck = stuck(k);
        int count = race.edges().length;
        double[][] matrix = new double[count][count];
        race.fill(k, matrix);
        boolean[] usable = new boolean[count];
        boolean[] zero = new boolean[count];
        for (int p = 0; p < count; p++) {
            boolean here = fits(p, k);
            for (int e : race.edges()[p]) {
                zero[p] |= here && stuck[e];
            }
            usable[p] = here && !zero[p];
        }
        double[] best = solve(k, matrix, usable);
        boolean[] trapped = new boolean[count];
        for (int p = 0; p < count; p++) {
            trapped[p] = usable[p] && wrong(best[p], product(p, k)) && tied(p, k, stuck);
        }
        // what the other paths can do without them: a path that is not missed is no trap
        for (int p = 0; p < count; p++) {
            usable[p] &= !trapped[p];
        }
        double[] rest = solve(k, matrix, usable);
        for (int p = 0; p < count; p++) {
            if (count == 1 && lost(p, k) != 0) {
                double unlearned = lost(p, k) - taken(matrix, rest, p);
                if (Math.abs(unlearned) > NOTHING * Math.max(largest, Math.abs(lost(p, k)))) {
                    occupied(p, k, unlearned, matrix[p][p]);
                }
            }
            if (!zero[p] && !trapped[p]) {
                continue;
            }
            double pull = race.s()[p][k] - taken(matrix, rest, p);
            double initial = product(p, k);
            boolean missed = Math.abs(pull) > NOTHING * largest && (zero[p] || wrong(pull, initial));
            if (missed) {
                Saddle.Cause cause = zero[p] ? Saddle.Cause.ZERO : Saddle.Cause.SIGN;
                double required = zero[p] ? pull / (matrix[p][p] > 0 ? matrix[p][p] : 1) : best[p];
                double escape = escape(p, k, pull, stuck);
                if (decay == 0 || escape < Double.POSITIVE_INFINITY) {
                    found.add(new Saddle(cause, ids.get(p), k, required, initial, escape));
                }
            }
        }
    }

    /**
     * The same start where what rounding alone keeps from a saddle stands on it: weights of the size of rounding are 0, and
     * the tied weights of a wrong sign are of one size.
     *
     * @param saddles those that {@link #find} has found
     */
    public double[][] snapped(List<Saddle> saddles) {
        double[][] b = new double[sizes.length][];
        for (int e = 0; e < b.length; e++) {
            b[e] = new double[race.modes(e)];
            for (int k = 0; k < b[e].length; k++) {
                b[e][k] = isZero(e, k) ? 0 : b(e, k);
            }
        }
        for (Saddle saddle : saddles) {
            if (saddle.cause() == Saddle.Cause.SIGN) {
                level(b, race.edges()[ids.indexOf(saddle.path())], saddle.mode());
            }
        }
        return b;
    }

    private void level(double[][] b, int[] path, int k) {
        double least = Double.POSITIVE_INFINITY;
        for (int e : path) {
            least = Math.min(least, Math.abs(b[e][k]));
        }
        for (int e : path) {
            if (asSmall(e, k, least * least)) {
                b[e][k] = b[e][k] < 0 ? -least : least;
            }
        }
    }

    /** Whether the square of a weight is that of the smallest, up to rounding. */
    private boolean asSmall(int e, int k, double least) {
        double square = b(e, k) * b(e, k);
        return square - least <= TIE * Math.max(least, sizes[e] * sizes[e]);
    }

    private static double taken(double[][] matrix, double[] products, int p) {
        double taken = 0;
        for (int j = 0; j < products.length; j++) {
            taken += matrix[j][p] * products[j];
        }
        return taken;
    }

    private double lost(int p, int k) {
        return k < missing[p].length ? missing[p][k] : 0;
    }

    private boolean fits(int p, int k) {
        return k < race.s()[p].length && lost(p, k) == 0;
    }

    /**
     * A mode without a unit, where some mode that has one is worth less: {@code s²/d} is twice what learning it saves. Only
     * where no other path could take part in what a unit does.
     */
    private void occupied(int p, int k, double pull, double variance) {
        double worth = variance > 0 ? pull * pull / variance : 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < race.s()[p].length; j++) {
            double s = race.s()[p][j];
            double own = race.d(p, j) > 0 ? s * s / race.d(p, j) : 0;
            least = fits(p, j) ? Math.min(least, own) : least;
        }
        if (worth > 0 && least < worth * (1 - NOTHING)) {
            double kept = least * variance;
            double growth = Math.max(0, Math.abs(pull) - Math.sqrt(kept));
            double escape = escape(p, k, growth, new boolean[sizes.length]);
            found.add(new Saddle(Saddle.Cause.OCCUPIED, ids.get(p), k, pull / variance, 0, escape));
        }
    }

    private static boolean wrong(double wanted, double initial) {
        return wanted > 0 ? initial < 0 : wanted < 0 && initial > 0;
    }

    private double b(int e, int k) {
        return k < race.modes(e) ? race.b(start, e, k) : 0;
    }

    private boolean isZero(int e, int k) {
        return Math.abs(b(e, k)) <= ROUNDING * sizes[e];
    }

    /**
     * Whether a mode of one path is so small that every step of every weight of it is lost in the rounding of that weight:
     * with three layers or more nothing moves then, though nothing is 0.
     */
    private boolean frozen(int k) {
        if (race.edges().length != 1 || !fits(0, k) || decay > 0) {
            return false;
        }
        int[] path = race.edges()[0];
        for (int e : path) {
            double step = rate * Math.abs(race.s()[0][k]);
            for (int other : path) {
                step *= other == e ? 1 : Math.abs(b(other, k));
            }
            if (step > 0.25 * UNIT * Math.abs(b(e, k)) || b(e, k) == 0) {
                return false;
            }
        }
        return true;
    }

    private double product(int p, int k) {
        double product = 1;
        for (int e : race.edges()[p]) {
            product *= isZero(e, k) ? 0 : b(e, k);
        }
        return product;
    }

    /** The edges that are 0 in a mode and stay so. */
    private boolean[] stuck(int k) {
        boolean[] stuck = new boolean[sizes.length];
        boolean frozen = frozen(k);
        for (int e = 0; e < stuck.length; e++) {
            stuck[e] = frozen || isZero(e, k);
        }
        boolean freed = true;
        while (freed) {
            freed = false;
            for (int p = 0; p < race.edges().length; p++) {
                int zeros = 0;
                int last = 0;
                for (int e : race.edges()[p]) {
                    zeros += stuck[e] ? 1 : 0;
                    last = stuck[e] ? e : last;
                }
                if (zeros == 1 && fits(p, k)) {
                    stuck[last] = false;
                    freed = true;
                }
            }
        }
        return stuck;
    }

    /**
     * Whether the two smallest weights of a path are of one size and stay so. All its weights have to be bound to each
     * other: one that is not could pass 0 by itself later, however large it is now.
     */
    private boolean tied(int p, int k, boolean[] stuck) {
        int[] path = race.edges()[p];
        if (race.unevenlyDecaying(p) || !bound(path, 0, path.length - 1, k, stuck)) {
            return false;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int e : path) {
            least = Math.min(least, b(e, k) * b(e, k));
        }
        int small = 0;
        for (int e : path) {
            small += asSmall(e, k, least) ? 1 : 0;
        }
        return small > 1;
    }

    /** Whether every node between two edges of a path has no other edge that is in use in this mode. */
    private boolean bound(int[] path, int from, int to, int k, boolean[] stuck) {
        for (int i = from; i < to; i++) {
            int node = targets[path[i]];
            for (int e = 0; e < sizes.length; e++) {
                boolean touches = targets[e] == node || sources[e] == node;
                boolean own = e == path[i] || e == path[i + 1];
                if (touches && !own && k < race.modes(e) && !stuck[e] && used(e, k)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean used(int e, int k) {
        for (int p = 0; p < race.edges().length; p++) {
            for (int other : race.edges()[p]) {
                if (other == e && fits(p, k)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The step by which rounding can have freed a mode: from {@code ε |W|} it grows by {@code 1 + η |pull| Π others} a step,
     * as far as the two smallest weights of the path decide; with more of them at 0 there is no growth to speak of.
     */
    private double escape(int p, int k, double pull, boolean[] stuck) {
        int[] path = race.edges()[p];
        double[] weights = new double[path.length];
        double noise = 0;
        for (int i = 0; i < weights.length; i++) {
            int e = path[i];
            weights[i] = stuck[e] ? 0 : Math.abs(b(e, k));
            noise = Math.max(noise, UNIT * sizes[e]);
        }
        double others = Math.max(within(weights), across(path, k, weights));
        double growth = rate * (Math.abs(pull) * others - decay);
        if (noise == 0 || !(growth > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double reach = Math.max(noise, Math.sqrt(Math.abs(pull)) * 1e-3);
        double steps = ExactMath.log(reach / noise) / ExactMath.log1p(growth);
        return Math.max(1, steps);
    }

    /** The product of all weights but the two smallest. */
    private static double within(double[] weights) {
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        double others = 1;
        for (int i = 2; i < sorted.length; i++) {
            others *= sorted[i];
        }
        return others;
    }

    /** The same where rounding leads from the mode into another one and back, and what lies between is that of the other. */
    private double across(int[] path, int k, double[] weights) {
        double largest = 0;
        double before = 1;
        for (int i = 0; i < path.length; i++) {
            double between = before;
            for (int j = i + 1; j < path.length; j++) {
                double after = between;
                for (int rest = j + 1; rest < path.length; rest++) {
                    after *= weights[rest];
                }
                largest = Math.max(largest, after);
                between *= race.beside(start, path[j], k);
            }
            before *= weights[i];
        }
        return largest;
    }

    /** The smallest products with {@code Σ_j D(j, p) B_j = S(p)} on the usable paths; 0 elsewhere. */
    private double[] solve(int k, double[][] d, boolean[] usable) {
        int count = usable.length;
        List<Integer> own = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            if (usable[p]) {
                own.add(p);
            }
        }
        double[] required = new double[count];
        int n = own.size();
        if (n == 0) {
            return required;
        }
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                values[i * n + j] = d[own.get(i)][own.get(j)];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(Matrix.of(n, n, values));
        double[] sizesOf = eigen.values();
        for (int m = 0; m < n; m++) {
            if (sizesOf[m] > NOTHING * sizesOf[0]) {
                double share = 0;
                for (int i = 0; i < n; i++) {
                    share += eigen.vectors().at(i, m) * race.s()[own.get(i)][k];
                }
                for (int i = 0; i < n; i++) {
                    required[own.get(i)] += share / sizesOf[m] * eigen.vectors().at(i, m);
                }
            }
        }
        return required;
    }
}
