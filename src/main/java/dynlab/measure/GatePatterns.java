package dynlab.measure;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Gates read off a hidden layer: 0/1 matrices, units × samples. */
public final class GatePatterns {
    private GatePatterns() {}

    /** Gates {@code 1[z > 0]}. */
    public static Matrix raw(Matrix summed) {
        return thresholded(summed, 0);
    }

    /**
     * Gates that ask for a share of the unit's largest activity.
     *
     * <pre>A_ui = 1[h_ui > theta max_i h_ui], and 0 for a unit that is nowhere positive</pre>
     *
     * @param hidden h (or z), units × samples
     * @param theta share, in [0, 1)
     */
    public static Matrix thresholded(Matrix hidden, double theta) {
        double[] on = new double[hidden.rows() * hidden.columns()];
        for (int u = 0; u < hidden.rows(); u++) {
            double largest = 0;
            for (int i = 0; i < hidden.columns(); i++) {
                largest = Math.max(largest, hidden.at(u, i));
            }
            for (int i = 0; i < hidden.columns(); i++) {
                double h = hidden.at(u, i);
                on[u * hidden.columns() + i] = h > 0 && h > theta * largest ? 1 : 0;
            }
        }
        return Matrix.of(hidden.rows(), hidden.columns(), on);
    }

    /**
     * Gates pooled over groups of samples: on in a whole group if on for more than half of it.
     *
     * @param gates 0 or 1, units × samples
     * @param groups number of the group of each sample, from 0
     */
    public static Matrix majority(Matrix gates, int[] groups) {
        return majority(gates, groups, 0.5);
    }

    /** {@link #majority(Matrix, int[])} with another share in place of one half. */
    public static Matrix majority(Matrix gates, int[] groups, double share) {
        double[][] occupancy = occupancy(gates, groups);
        double[] on = new double[gates.rows() * gates.columns()];
        for (int u = 0; u < gates.rows(); u++) {
            for (int i = 0; i < gates.columns(); i++) {
                on[u * gates.columns() + i] = occupancy[u][groups[i]] > share ? 1 : 0;
            }
        }
        return Matrix.of(gates.rows(), gates.columns(), on);
    }

    /**
     * The share of each group's samples for which a unit is on.
     *
     * @param gates 0 or 1, units × samples
     * @param groups number of the group of each sample, from 0
     * @return units × groups, each in [0, 1]
     */
    public static double[][] occupancy(Matrix gates, int[] groups) {
        int count = 0;
        for (int group : groups) {
            count = Math.max(count, group + 1);
        }
        int[] size = new int[count];
        for (int group : groups) {
            size[group]++;
        }
        double[][] occupancy = new double[gates.rows()][count];
        for (int u = 0; u < gates.rows(); u++) {
            for (int i = 0; i < groups.length; i++) {
                occupancy[u][groups[i]] += gates.at(u, i);
            }
            for (int g = 0; g < count; g++) {
                occupancy[u][g] /= Math.max(1, size[g]);
            }
        }
        return occupancy;
    }

    /** The same rows dealt out to other units: a control that keeps every pattern and every density. */
    public static Matrix shuffled(Matrix gates, Rng rng) {
        int[] order = new int[gates.rows()];
        for (int u = 0; u < order.length; u++) {
            int other = rng.nextInt(u + 1);
            order[u] = order[other];
            order[other] = u;
        }
        double[] dealt = new double[gates.rows() * gates.columns()];
        for (int u = 0; u < order.length; u++) {
            System.arraycopy(gates.row(order[u]), 0, dealt, u * gates.columns(), gates.columns());
        }
        return Matrix.of(gates.rows(), gates.columns(), dealt);
    }

    /** Independent gates with the same share of ones. */
    public static Matrix random(Matrix gates, Rng rng) {
        double[] values = gates.toArray();
        double ones = 0;
        for (double value : values) {
            ones += value;
        }
        double density = values.length == 0 ? 0 : ones / values.length;
        for (int i = 0; i < values.length; i++) {
            values[i] = rng.nextDouble() < density ? 1 : 0;
        }
        return Matrix.of(gates.rows(), gates.columns(), values);
    }

    /** All gates open: the linear network. */
    public static Matrix open(int units, int samples) {
        double[] values = new double[units * samples];
        Arrays.fill(values, 1);
        return Matrix.of(units, samples, values);
    }

    /**
     * How much two sets of gates differ, weighted by what the units contribute.
     *
     * <pre>Σ_u c_u Σ_i |A_ui − G_ui| / (P Σ_u c_u)</pre>
     *
     * @param contributions c, one a unit
     * @return a share in [0, 1]; 0 if nothing contributes
     */
    public static double disagreement(Matrix one, Matrix other, double[] contributions) {
        double sum = 0;
        double whole = 0;
        for (int u = 0; u < one.rows(); u++) {
            double differing = 0;
            for (int i = 0; i < one.columns(); i++) {
                differing += Math.abs(one.at(u, i) - other.at(u, i));
            }
            sum += contributions[u] * differing;
            whole += contributions[u];
        }
        return whole == 0 ? 0 : sum / (whole * one.columns());
    }

    /** Number of different rows among the used units. */
    public static int distinct(Matrix gates, boolean[] used) {
        Set<String> rows = new HashSet<>();
        for (int u = 0; u < gates.rows(); u++) {
            if (used[u]) {
                rows.add(word(gates, u));
            }
        }
        return rows.size();
    }

    /** The row of a unit as a word of 0 and 1. */
    public static String word(Matrix gates, int unit) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < gates.columns(); i++) {
            word.append(gates.at(unit, i) > 0 ? '1' : '0');
        }
        return word.toString();
    }
}
