package dynlab.numeric;

import java.util.Arrays;

/**
 * Singular values of an upper bidiagonal matrix by the differential quotient difference algorithm with shifts.
 *
 * <p>With q_i the squares of the diagonal and e_i those above it, one pass with shift s replaces B by another B̂ of which
 * {@code B̂ᵀB̂ = B Bᵀ − s I}:
 *
 * <pre>d = q_0 − s;   q̂_i = d + e_i,   ê_i = e_i q_{i+1} / q̂_i,   d = d q_{i+1} / q̂_i − s</pre>
 *
 * The last e falls towards zero and the last q towards the least value. A shift that was too large shows as a negative d
 * and is taken back. Source: K. V. Fernando and B. N. Parlett, Numerische Mathematik 67, 1994; the shifts after B. N.
 * Parlett and O. A. Marques, Linear Algebra and its Applications 309, 2000.
 */
final class QuotientDifference {
    /**
     * An e below this share of the largest square is nothing: without it no value moves by more than 2⁻⁴⁸ of the largest,
     * which is what the reflections before have moved a large matrix by. Equal values are left beside such e.
     */
    private static final double NOTHING = 0x1p-96;

    /** A shift by the residual is tried where the residual is below this. */
    private static final double SMALL_RESIDUAL = 0.563;

    /** Far more passes than any value takes. */
    private static final int MOST_PASSES = 1000;

    private final double[] q;
    private final double[] e;
    private final double[] nextQ;
    private final double[] nextE;
    /** Every d of the last pass: each bounds the least value of the block from above. */
    private final double[] bound;
    /** The shift of the last pass. */
    private double used;

    private double limit;

    QuotientDifference(int size) {
        q = new double[size];
        e = new double[size];
        nextQ = new double[size];
        nextE = new double[size];
        bound = new double[size];
    }

    /** Sets entry (k, k), up to its sign. */
    void diagonal(int k, double value) {
        q[k] = value * value;
    }

    /** Sets entry (k, k + 1), up to its sign. */
    void upper(int k, double value) {
        e[k] = value * value;
    }

    /** Writes the values, descending; what was set is used up. */
    void take(double[] to, int at) {
        int size = q.length;
        double largest = 0;
        for (int k = 0; k < size; k++) {
            largest = Math.max(largest, q[k]);
            largest = k + 1 < size ? Math.max(largest, e[k]) : largest;
        }
        limit = NOTHING * largest;
        turn(size - 1);
        solve(0, size - 1, 0, false);
        Arrays.sort(q);
        for (int k = 0; k < size; k++) {
            to[at + size - 1 - k] = Math.sqrt(q[k]);
        }
    }

    /**
     * Replaces q_low … q_high, from which a shift has been taken already, by the squares of the values.
     *
     * @param bounded whether {@link #bound} holds for this block
     */
    private void solve(int low, int high, double taken, boolean bounded) {
        double shifted = taken;
        boolean known = bounded;
        int end = high;
        int passes = 0;
        while (end >= low) {
            int cut = end - 1;
            while (cut >= low && e[cut] > limit) {
                cut--;
            }
            if (cut == end - 1) {
                q[end] += shifted;
                end--;
                passes = 0;
            } else if (cut == end - 2) {
                pair(end - 1, shifted);
                end -= 2;
                passes = 0;
            } else if (cut >= low) {
                // what is above does not hold the rest up
                solve(cut + 1, end, shifted, known);
                end = cut;
                passes = 0;
            } else {
                pass(low, end, known ? shift(low, end) : 0);
                known = true;
                shifted += used;
                if (++passes > MOST_PASSES) {
                    throw new ArithmeticException("the singular values did not converge");
                }
            }
        }
    }

    /** Small values belong to the end. */
    private void turn(int high) {
        if (high > 0 && 1.5 * q[0] < q[high]) {
            reverse(q, 0, high);
            reverse(e, 0, high - 1);
        }
    }

    private static void reverse(double[] values, int from, int to) {
        for (int i = from, j = to; i < j; i++, j--) {
            double kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    /** One pass with the given shift, or with a smaller one where that was too large. */
    private void pass(int low, int high, double wanted) {
        used = wanted;
        int good = tried(low, high, used);
        while (good <= high) {
            double late = used + bound[high];
            used = good == high && late > 0 && late < used ? late : used < 1e-3 * wanted ? 0 : used / 4;
            good = tried(low, high, used);
        }
        System.arraycopy(nextQ, low, q, low, high - low + 1);
        System.arraycopy(nextE, low, e, low, high - low);
    }

    /** Where d first falls below zero; beyond {@code high} if it never does. */
    private int tried(int low, int high, double shift) {
        double d = q[low] - shift;
        bound[low] = d;
        for (int i = low; i < high; i++) {
            if (d < 0) {
                return i;
            }
            double sum = d + e[i];
            double ratio = e[i] == 0 ? 1 : q[i + 1] / sum;
            nextQ[i] = sum;
            nextE[i] = e[i] * ratio;
            d = e[i] == 0 ? q[i + 1] - shift : d * ratio - shift;
            bound[i + 1] = d;
        }
        nextQ[high] = d;
        return d < 0 ? high : high + 1;
    }

    /** A shift that is likely to stay below the least value: by the residual of the last one, or a part of the bound. */
    private double shift(int low, int high) {
        int at = high;
        for (int i = low; i < high; i++) {
            at = bound[i] < bound[at] ? i : at;
        }
        double least = bound[at];
        if (at < high) {
            return least / 4;
        }
        double term = e[high - 1] / q[high - 1];
        double sum = term;
        for (int i = high - 2; i >= low && term > 0.01 * sum; i--) {
            if (e[i] > q[i]) {
                return least / 4;
            }
            double ratio = e[i] / q[i];
            term *= ratio;
            sum += term;
        }
        double residual = 1.05 * sum;
        if (residual < SMALL_RESIDUAL) {
            double down = least * (1 - Math.sqrt(residual));
            return down / (1 + residual);
        }
        return least / 4;
    }

    /** The two values of a block of two, in closed form. */
    private void pair(int k, double shifted) {
        double large = Math.max(q[k], q[k + 1]);
        double small = Math.min(q[k], q[k + 1]);
        double above = e[k];
        double difference = large - small;
        double half = 0.5 * (difference + above);
        if (above > limit && half > 0) {
            double share = above / half;
            double s = small * share;
            double product = Math.sqrt(half) * Math.sqrt(half + s);
            double root = 1 + Math.sqrt(1 + s / half);
            double under = s <= half ? half * root : half + product;
            double part = above / under;
            double correction = small * part;
            double sum = correction + above;
            double greater = large + sum;
            double fall = large / greater;
            small *= fall;
            large = greater;
        }
        q[k] = large + shifted;
        q[k + 1] = small + shifted;
    }
}
