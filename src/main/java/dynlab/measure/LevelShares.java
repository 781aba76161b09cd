package dynlab.measure;

import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of each level of a tree a network says, whatever network it is: its outputs on one-hot items against the part of
 * the targets that tells the branches of that level apart.
 *
 * <pre>share_l = ⟨T P_l, Ŷ P_l⟩ / ‖T P_l‖²</pre>
 *
 * with P_l the projection on the contrasts of level l over the items. For a linear network whose modes are those contrasts it
 * is the mean strength of the level's modes as a share of their target. Derived in docs/theory.md §8.5.
 */
public final class LevelShares {
    private LevelShares() {}

    /**
     * The shares at every record.
     *
     * @param outputs Ŷ at every record, records × properties × items, row-major
     * @param target T, properties × items
     * @param levels contrasts of each level, items × its contrasts, orthonormal columns
     * @return one curve a level; 1 where it is said as it is true
     */
    public static List<double[]> of(double[] outputs, Matrix target, List<Matrix> levels) {
        int size = target.rows() * target.columns();
        int records = size == 0 ? 0 : outputs.length / size;
        List<double[]> curves = new ArrayList<>();
        for (Matrix contrasts : levels) {
            double[] wanted =
                    target.times(contrasts).times(contrasts.transpose()).toArray();
            double square = 0;
            for (double entry : wanted) {
                square += entry * entry;
            }
            double[] curve = new double[records];
            for (int i = 0; i < records; i++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    sum += wanted[k] * outputs[i * size + k];
                }
                curve[i] = square > 0 ? sum / square : 0;
            }
            curves.add(curve);
        }
        return curves;
    }

    /**
     * Shares that a softmax makes of outputs, less what each has before anything is learned, 1/K of K properties.
     *
     * @param outputs records × properties × items, row-major
     * @param properties K
     * @param items items
     */
    public static double[] softmax(double[] outputs, int properties, int items) {
        double[] shares = new double[outputs.length];
        int size = properties * items;
        for (int from = 0; from + size <= outputs.length; from += size) {
            for (int i = 0; i < items; i++) {
                double most = Double.NEGATIVE_INFINITY;
                for (int p = 0; p < properties; p++) {
                    most = Math.max(most, outputs[from + p * items + i]);
                }
                double sum = 0;
                for (int p = 0; p < properties; p++) {
                    int at = from + p * items + i;
                    shares[at] = ExactMath.exp(outputs[at] - most);
                    sum += shares[at];
                }
                for (int p = 0; p < properties; p++) {
                    int at = from + p * items + i;
                    shares[at] = shares[at] / sum - 1.0 / properties;
                }
            }
        }
        return shares;
    }

    /** Targets that are shares, less 1/K. */
    public static Matrix centred(Matrix target) {
        double[] entries = target.toArray();
        for (int i = 0; i < entries.length; i++) {
            entries[i] -= 1.0 / target.rows();
        }
        return Matrix.of(target.rows(), target.columns(), entries);
    }

    /**
     * When a curve first passes a share of its own end, between records on the straight line.
     *
     * @param times recorded times, ascending
     * @return the time, or −1 if it never does
     */
    public static double passes(double[] times, double[] curve, double share) {
        if (curve.length == 0) {
            return -1;
        }
        double level = share * curve[curve.length - 1];
        for (int i = 0; i < curve.length; i++) {
            if (level > 0 && curve[i] >= level) {
                if (i == 0) {
                    return times[0];
                }
                double part = (level - curve[i - 1]) / (curve[i] - curve[i - 1]);
                return times[i - 1] + part * (times[i] - times[i - 1]);
            }
        }
        return -1;
    }

    /** Mean over the curves of (from one tenth to nine of the end) / (until half): the width of a stage. */
    public static double width(double[] times, List<double[]> curves) {
        double sum = 0;
        for (double[] curve : curves) {
            double half = passes(times, curve, 0.5);
            double across = passes(times, curve, 0.9) - passes(times, curve, 0.1);
            sum += half > 0 ? across / half : 10;
        }
        return curves.isEmpty() ? 0 : sum / curves.size();
    }

    /** How strongly each level is asked for, {@code ‖T P_l‖ / √(number of its contrasts)}: the strength of its modes. */
    public static double[] strengths(Matrix target, List<Matrix> levels) {
        double[] strengths = new double[levels.size()];
        for (int l = 0; l < strengths.length; l++) {
            Matrix contrasts = levels.get(l);
            strengths[l] = target.times(contrasts).norm() / Math.sqrt(contrasts.columns());
        }
        return strengths;
    }

    /** Rank correlation of the curves' half times with their strengths; 1: one after the other, the strongest first. */
    public static double order(double[] times, List<double[]> curves, double[] strengths) {
        List<double[]> sorted = new ArrayList<>();
        boolean[] taken = new boolean[strengths.length];
        for (int place = 0; place < curves.size(); place++) {
            int next = -1;
            for (int l = 0; l < curves.size(); l++) {
                next = !taken[l] && (next < 0 || strengths[l] > strengths[next]) ? l : next;
            }
            taken[next] = true;
            sorted.add(curves.get(next));
        }
        return order(times, sorted);
    }

    /** Rank correlation of the curves' half times with their order; 1: one after the other, as they stand. */
    private static double order(double[] times, List<double[]> curves) {
        int n = curves.size();
        double[] halves = new double[n];
        for (int k = 0; k < n; k++) {
            double half = passes(times, curves.get(k), 0.5);
            halves[k] = half < 0 ? Double.POSITIVE_INFINITY : half;
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double rank = 0;
            for (double other : halves) {
                rank += other < halves[k] ? 1 : other == halves[k] ? 0.5 : 0;
            }
            double gap = rank - 0.5 - k;
            sum += gap * gap;
        }
        double most = n * ((double) n * n - 1);
        return n < 2 ? 1 : 1 - 6 * sum / most;
    }
}
