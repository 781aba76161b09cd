package dynlab.measure;

import dynlab.numeric.Matrix;

/** How much of what parts the items can be seen on a map of two dimensions. */
public final class FlatShare {
    private FlatShare() {}

    /**
     * The share of the items' spread that lies in a plane.
     *
     * <pre>Σ_i |x_i|² / tr(J H J),   H = Σ_α a_α v_α v_αᵀ,  J = I − 11ᵀ/n</pre>
     *
     * with H the hidden similarity of a balanced network that holds its modes with strengths a, one-hot items.
     *
     * @param map positions, frames × items × 2, centred
     * @param items number of items n
     * @param frame which of them
     * @param v right singular vectors as columns, items × modes
     * @param strengths a, one a mode
     * @return a share, 0 where nothing parts the items
     */
    public static double of(double[] map, int items, int frame, Matrix v, double[] strengths) {
        double flat = 0;
        for (int i = 0; i < 2 * items; i++) {
            double place = map[2 * frame * items + i];
            flat += place * place;
        }
        double all = 0;
        for (int k = 0; k < strengths.length; k++) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < items; i++) {
                mean += v.at(i, k) / items;
                square += v.at(i, k) * v.at(i, k);
            }
            double centred = square - items * mean * mean;
            all += Math.max(0, strengths[k]) * centred;
        }
        return all > 0 ? Math.min(1, flat / all) : 0;
    }
}
