package dynlab.measure;

import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * What a linear network answers when asked for one property of one item, and which modes say so.
 *
 * @param shares what each mode adds to the answer once it is fully learned (a_α = s_α); they sum to the true value
 * @param targets s_α
 * @param blocks modes with equal singular values; only their sums mean something
 */
public record SemanticQuestion(double[] shares, double[] targets, List<List<Integer>> blocks) {
    /** A mode this much weaker than the first carries nothing but rounding. */
    private static final double NOTHING = 1e-12;

    public SemanticQuestion {
        shares = shares.clone();
        targets = targets.clone();
        List<List<Integer>> copies = new ArrayList<>();
        for (List<Integer> block : blocks) {
            copies.add(List.copyOf(block));
        }
        blocks = List.copyOf(copies);
    }

    @Override
    public double[] shares() {
        return shares.clone();
    }

    @Override
    public double[] targets() {
        return targets.clone();
    }

    /**
     * The question for item i and property m.
     *
     * <pre>ŷ_mi = Σ_α (a_α / s_α) v_iα (y_m · v_α)</pre>
     *
     * Source: A. Saxe, J. McClelland and S. Ganguli, PNAS 2019, for the modes; derived in docs/theory.md §2.7.
     *
     * @param item i, column of the inputs; inputs are one-hot items
     * @param property y_m, the true values of the property, one an item
     * @param s singular values of Σ^yx, descending
     * @param v right singular vectors as columns, items × modes
     * @param blocks modes with equal singular values
     */
    public static SemanticQuestion of(int item, double[] property, double[] s, Matrix v, List<List<Integer>> blocks) {
        double[] shares = new double[s.length];
        for (int mode = 0; mode < s.length; mode++) {
            if (s[mode] > NOTHING * s[0]) {
                double along = 0;
                for (int i = 0; i < property.length; i++) {
                    along += property[i] * v.at(i, mode);
                }
                shares[mode] = v.at(item, mode) * along;
            }
        }
        return new SemanticQuestion(shares, s, blocks);
    }

    /**
     * What each block of modes says at one time.
     *
     * @param modeStrength a_α at that time, one a mode
     * @return one summand a block; exact for the network while its map has no part off the diagonal of the modes, as in
     *     every run from an aligned start, and nearly so from a small one
     */
    public double[] contributions(double[] modeStrength) {
        double[] contributions = new double[blocks.size()];
        for (int b = 0; b < contributions.length; b++) {
            for (int mode : blocks.get(b)) {
                if (targets[mode] > 0) {
                    double learned = modeStrength[mode] / targets[mode];
                    contributions[b] += learned * shares[mode];
                }
            }
        }
        return contributions;
    }

    /**
     * What neighbouring modes say at one time.
     *
     * @param first number of the first
     * @param last number of the last
     * @param modeStrength a_α, one a mode from {@code at} on
     */
    public double contribution(int first, int last, double[] modeStrength, int at) {
        double sum = 0;
        for (int mode = first; mode <= last; mode++) {
            double learned = targets[mode] > 0 ? modeStrength[at + mode] / targets[mode] : 0;
            sum += learned * shares[mode];
        }
        return sum;
    }

    /** What neighbouring modes say for each unit of strength that all of them have. */
    public double perStrength(int first, int last) {
        double sum = 0;
        for (int mode = first; mode <= last; mode++) {
            sum += targets[mode] > 0 ? shares[mode] / targets[mode] : 0;
        }
        return sum;
    }

    /** The answer at one time: the sum of {@link #contributions}. */
    public double answer(double[] modeStrength) {
        double sum = 0;
        for (double contribution : contributions(modeStrength)) {
            sum += contribution;
        }
        return sum;
    }

    /**
     * The answer at every recorded time.
     *
     * @param modeStrength recorded times × modes
     */
    public double[] answers(Matrix modeStrength) {
        double[] answers = new double[modeStrength.rows()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = answer(modeStrength.row(i));
        }
        return answers;
    }

    /**
     * What the answer will have been after each block has been learned and none of the later ones: the partial sums of the
     * shares. A partial sum with the wrong sign is an illusory correlation, and its size is how firmly it will be held.
     */
    public List<Double> stations() {
        List<Double> stations = new ArrayList<>();
        double sum = 0;
        for (List<Integer> block : blocks) {
            for (int mode : block) {
                sum += shares[mode];
            }
            stations.add(sum);
        }
        return stations;
    }
}
