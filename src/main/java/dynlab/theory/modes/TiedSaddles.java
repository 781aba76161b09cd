package dynlab.theory.modes;

import dynlab.numeric.ExactMath;
import dynlab.theory.Saddle;
import java.util.ArrayList;
import java.util.List;

/**
 * The modes of a tied chain that would gain by learning and never do. A matrix that a path uses m times moves by m equal
 * gradients, so that
 *
 * <ul>
 *   <li>a mode is held at 0 if at least two uses are 0, those of one matrix counted one by one;
 *   <li>{@code b_o²/m_o − b_p²/m_p} stays under the flow, and a product changes its sign only where a matrix that is used
 *       once is the smallest by that measure: a matrix that is used twice never passes 0.
 * </ul>
 *
 * Derived in docs/theory.md §10.5.
 */
final class TiedSaddles {
    /** Weights below this share of the largest of their matrix are rounding. */
    private static final double ROUNDING = 1e-14;

    private static final double TIE = 1e-13;
    private static final double NOTHING = 1e-9;
    private static final double UNIT = 0x1p-52;

    private final TiedFrames ties;
    private final List<String> ids;
    private final double rate;
    private final double decay;

    /** @param ids of the layers, from the input up */
    TiedSaddles(TiedFrames ties, List<String> ids, double rate, double decay) {
        this.ties = ties;
        this.ids = ids;
        this.rate = rate;
        this.decay = decay;
    }

    /**
     * All of them.
     *
     * @param b strengths of every matrix and mode; those of the size of rounding are set to 0
     * @param s what the product of these strengths is asked to be, times d, with its sign
     * @param room whether every layer has a unit for the mode
     */
    List<Saddle> find(double[][] b, double[] s, double[] d, boolean[] room) {
        double largest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double[] row : b) {
            double size = size(row);
            for (int k = 0; k < row.length; k++) {
                row[k] = Math.abs(row[k]) <= ROUNDING * size ? 0 : row[k];
            }
        }
        for (int k = 0; k < s.length; k++) {
            largest = Math.max(largest, Math.abs(s[k]));
            least = room[k] ? Math.min(least, worth(s[k], d[k])) : least;
        }
        List<Saddle> found = new ArrayList<>();
        for (int k = 0; k < s.length; k++) {
            if (Math.abs(s[k]) > NOTHING * largest) {
                if (room[k]) {
                    learnable(b, k, s[k], d[k], found);
                } else if (least < worth(s[k], d[k]) * (1 - NOTHING)) {
                    double kept = Math.sqrt(least * d[k]);
                    double escape = escape(b, k, Math.max(0, Math.abs(s[k]) - kept));
                    found.add(new Saddle(Saddle.Cause.OCCUPIED, ids, k, s[k] / d[k], 0, escape));
                }
            }
        }
        return found;
    }

    private void learnable(double[][] b, int k, double s, double d, List<Saddle> found) {
        int zeros = 0;
        double product = 1;
        boolean even = true;
        for (int o = 0; o < b.length; o++) {
            zeros += b[o][k] == 0 ? ties.uses(o) : 0;
            even &= ties.uses(o) % 2 == 0;
            for (int i = 0; i < ties.uses(o); i++) {
                product *= b[o][k];
            }
        }
        double required = d > 0 ? s / d : s;
        boolean never = even && s < 0;
        if (never || zeros == 0 && s > 0 != product > 0 && !passes(b, k)) {
            found.add(new Saddle(Saddle.Cause.SIGN, ids, k, required, product, Double.POSITIVE_INFINITY));
        } else if (zeros > 1) {
            double escape = escape(b, k, s);
            if (decay == 0 || escape < Double.POSITIVE_INFINITY) {
                found.add(new Saddle(Saddle.Cause.ZERO, ids, k, required, 0, escape));
            }
        }
    }

    /** Whether a matrix that is used once is the smallest, for its number of uses, and can pass 0. */
    private boolean passes(double[][] b, int k) {
        for (int o = 0; o < b.length; o++) {
            boolean smallest = ties.uses(o) == 1;
            for (int p = 0; p < b.length; p++) {
                double other = b[p][k] * b[p][k] / ties.uses(p);
                smallest &= p == o || b[o][k] * b[o][k] < other * (1 - TIE);
            }
            if (smallest) {
                return true;
            }
        }
        return false;
    }

    /** The step by which rounding can have freed a mode: at the earliest, as if all uses of a matrix were those at 0. */
    private double escape(double[][] b, int k, double pull) {
        double noise = 0;
        List<Double> weights = new ArrayList<>();
        for (int o = 0; o < b.length; o++) {
            noise = Math.max(noise, UNIT * size(b[o]));
            for (int i = 0; i < ties.uses(o); i++) {
                weights.add(Math.abs(b[o][k]));
            }
        }
        weights.sort(Double::compare);
        double others = ties.mostUses();
        for (int i = 2; i < weights.size(); i++) {
            others *= weights.get(i);
        }
        double growth = rate * (Math.abs(pull) * others - decay);
        if (noise == 0 || !(growth > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double reach = Math.max(noise, Math.sqrt(Math.abs(pull)) * 1e-3);
        double steps = ExactMath.log(reach / noise) / ExactMath.log1p(growth);
        return Math.max(1, steps);
    }

    /** Twice what learning a mode saves. */
    private static double worth(double s, double d) {
        return d > 0 ? s * s / d : 0;
    }

    private static double size(double[] row) {
        double size = 0;
        for (double value : row) {
            size = Math.max(size, Math.abs(value));
        }
        return size;
    }
}
