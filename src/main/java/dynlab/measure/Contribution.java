package dynlab.measure;

import dynlab.numeric.Matrix;

/** What hidden units do for the output. */
public final class Contribution {
    /** Units below this share of the largest contribution count as not used. */
    public static final double UNUSED = 0.01;

    private Contribution() {}

    /**
     * The contribution of every unit.
     *
     * <pre>c_u = ‖W_out[:, u]‖ ‖h_u‖</pre>
     *
     * @param readout weights out of the layer, targets × units
     * @param hidden activity over all samples, units × samples
     * @return one number a unit, ≥ 0
     */
    public static double[] of(Matrix readout, Matrix hidden) {
        double[] c = new double[hidden.rows()];
        for (int u = 0; u < c.length; u++) {
            double out = 0;
            for (int i = 0; i < readout.rows(); i++) {
                out += readout.at(i, u) * readout.at(i, u);
            }
            double in = 0;
            for (int n = 0; n < hidden.columns(); n++) {
                in += hidden.at(u, n) * hidden.at(u, n);
            }
            c[u] = Math.sqrt(out) * Math.sqrt(in);
        }
        return c;
    }

    /** Whether each unit is used: at least {@link #UNUSED} of the largest contribution. */
    public static boolean[] used(double[] contributions) {
        double largest = 0;
        for (double c : contributions) {
            largest = Math.max(largest, c);
        }
        boolean[] used = new boolean[contributions.length];
        for (int u = 0; u < used.length; u++) {
            used[u] = contributions[u] > 0 && contributions[u] >= UNUSED * largest;
        }
        return used;
    }
}
