package dynlab.measure;

import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * How hidden units share their work among contexts: modular, fully shared, or structured and mixed. All numbers but the
 * similarities and the nestedness are means over units weighted by contribution.
 *
 * @param participation {@code PR = (Σ_c E)² / Σ_c E²} with {@code E_uc = Σ_o h²}: 1 for a modular unit, C for one that is
 *     equally active everywhere
 * @param reuse mean (number of contexts in which a unit is on for more than half of the objects) / C
 * @param graded share of units that are on for some but not all objects of some context
 * @param strict 1 − graded
 * @param dropOne share of units that are fully on in all contexts but one, and fully off in that one
 * @param onIn share of contribution by the number of contexts, 0 … C, in which a unit is on for most objects
 * @param occupancy share of all samples for which a unit is on
 * @param object share of variance of h around the unit's mean that the object explains
 * @param context share that the context explains
 * @param interaction the rest: nonlinear mixed selectivity
 * @param within mean cosine of hidden vectors of different objects in one context
 * @param sameAcross mean cosine of one object in different contexts
 * @param differentAcross mean cosine of different objects in different contexts
 * @param nested share of the used units whose on-sets of objects in different contexts contain one another
 */
public record MixedSelectivity(
        double participation,
        double reuse,
        double graded,
        double strict,
        double dropOne,
        double[] onIn,
        double occupancy,
        double object,
        double context,
        double interaction,
        double within,
        double sameAcross,
        double differentAcross,
        double nested) {
    public MixedSelectivity {
        onIn = onIn.clone();
    }

    @Override
    public double[] onIn() {
        return onIn.clone();
    }

    /**
     * Measures a hidden layer.
     *
     * @param hidden activity h, units × samples, context by context, the same objects in each
     * @param contributions one a unit; {@link Contribution#of}
     * @param contexts C, which divides the samples
     * @return the numbers; a layer without activity gives 0 for all shares
     */
    public static MixedSelectivity of(Matrix hidden, double[] contributions, int contexts) {
        return of(hidden, GatePatterns.raw(hidden), contributions, contexts);
    }

    /**
     * Measures a layer of a gated linear network, whose units are on where their gate is and not where h &gt; 0.
     *
     * @param gates 0 or 1, units × samples
     */
    public static MixedSelectivity of(Matrix hidden, Matrix gates, double[] contributions, int contexts) {
        int objects = hidden.columns() / contexts;
        int[] groups = groups(objects, contexts);
        double[][] occupancy = GatePatterns.occupancy(gates, groups);
        boolean[] used = Contribution.used(contributions);
        Sums sums = new Sums(contexts);
        int nested = 0;
        int counted = 0;
        for (int u = 0; u < hidden.rows(); u++) {
            sums.add(contributions[u], hidden.row(u), occupancy[u], objects);
            if (used[u]) {
                counted++;
                nested += nested(gates, u, objects, contexts) ? 1 : 0;
            }
        }
        double[] similarity = similarity(hidden, objects);
        return sums.result(similarity, counted == 0 ? 0 : nested / (double) counted);
    }

    private static int[] groups(int objects, int contexts) {
        int[] groups = new int[objects * contexts];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = i / objects;
        }
        return groups;
    }

    /**
     * Whether the sets of objects for which a unit is on form a chain, as they must for one-hot objects and contexts:
     * a unit is on if {@code w_o + κ w_c > 0}.
     */
    static boolean nested(Matrix gates, int unit, int objects, int contexts) {
        for (int a = 0; a < contexts; a++) {
            for (int b = a + 1; b < contexts; b++) {
                boolean onlyA = false;
                boolean onlyB = false;
                for (int o = 0; o < objects; o++) {
                    double inA = gates.at(unit, a * objects + o);
                    double inB = gates.at(unit, b * objects + o);
                    onlyA |= inA > inB;
                    onlyB |= inB > inA;
                }
                if (onlyA && onlyB) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Mean cosines: within a context, same object across, different object across; 0 where a vector is zero. */
    private static double[] similarity(Matrix hidden, int objects) {
        int samples = hidden.columns();
        double[] dot = hidden.transpose().times(hidden).toArray();
        double[] sum = new double[3];
        int[] count = new int[3];
        for (int i = 0; i < samples; i++) {
            for (int j = i + 1; j < samples; j++) {
                int kind = i / objects == j / objects ? 0 : i % objects == j % objects ? 1 : 2;
                double lengths = Math.sqrt(dot[i * samples + i]) * Math.sqrt(dot[j * samples + j]);
                sum[kind] += lengths > 0 ? dot[i * samples + j] / lengths : 0;
                count[kind]++;
            }
        }
        for (int k = 0; k < 3; k++) {
            sum[k] /= Math.max(1, count[k]);
        }
        return sum;
    }

    /** Weighted sums over the units. */
    private static final class Sums {
        private final int contexts;
        private final double[] onIn;
        private double whole;
        private double participation;
        private double reuse;
        private double graded;
        private double dropOne;
        private double occupied;
        private double object;
        private double context;
        private double interaction;

        Sums(int contexts) {
            this.contexts = contexts;
            onIn = new double[contexts + 1];
        }

        void add(double weight, double[] h, double[] occupancy, int objects) {
            int on = 0;
            int full = 0;
            int empty = 0;
            double occupiedHere = 0;
            for (double share : occupancy) {
                on += share > 0.5 ? 1 : 0;
                full += share == 1 ? 1 : 0;
                empty += share == 0 ? 1 : 0;
                occupiedHere += share / contexts;
            }
            whole += weight;
            onIn[on] += weight;
            reuse += weight * on / contexts;
            graded += full + empty < contexts ? weight : 0;
            dropOne += full == contexts - 1 && empty == 1 ? weight : 0;
            occupied += weight * occupiedHere;
            participation += weight * participation(h, objects);
            double[] split = split(h, objects);
            object += weight * split[0];
            context += weight * split[1];
            interaction += weight * split[2];
        }

        private double participation(double[] h, int objects) {
            double sum = 0;
            double squares = 0;
            for (int c = 0; c < contexts; c++) {
                double energy = 0;
                for (int o = 0; o < objects; o++) {
                    energy += h[c * objects + o] * h[c * objects + o];
                }
                sum += energy;
                squares += energy * energy;
            }
            return squares > 0 ? sum * sum / squares : 0;
        }

        /** Shares of the variance: object, context, interaction; zeros for a constant unit. */
        private double[] split(double[] h, int objects) {
            double mean = 0;
            double[] byObject = new double[objects];
            double[] byContext = new double[contexts];
            for (int i = 0; i < h.length; i++) {
                mean += h[i] / h.length;
                byObject[i % objects] += h[i] / contexts;
                byContext[i / objects] += h[i] / objects;
            }
            double total = 0;
            double ofObject = 0;
            double ofContext = 0;
            for (int i = 0; i < h.length; i++) {
                total += (h[i] - mean) * (h[i] - mean);
                double objectPart = byObject[i % objects] - mean;
                double contextPart = byContext[i / objects] - mean;
                ofObject += objectPart * objectPart;
                ofContext += contextPart * contextPart;
            }
            if (!(total > 0)) {
                return new double[3];
            }
            double rest = total - ofObject - ofContext;
            return new double[] {ofObject / total, ofContext / total, Math.max(0, rest) / total};
        }

        MixedSelectivity result(double[] similarity, double nested) {
            double w = whole > 0 ? whole : 1;
            List<Double> shares = new ArrayList<>();
            for (double share : onIn) {
                shares.add(share / w);
            }
            return new MixedSelectivity(
                    participation / w,
                    reuse / w,
                    graded / w,
                    whole > 0 ? 1 - graded / w : 0,
                    dropOne / w,
                    shares.stream().mapToDouble(Double::doubleValue).toArray(),
                    occupied / w,
                    object / w,
                    context / w,
                    interaction / w,
                    similarity[0],
                    similarity[1],
                    similarity[2],
                    nested);
        }
    }
}
