package dynlab.theory.modes;

import dynlab.numeric.Matrix;
import dynlab.numeric.Vectors;
import dynlab.theory.change.SwitchedMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Two layers whose modes have hidden planes of their own: the hidden vectors {@code x_k = W1 v_k} and {@code z_k = W2ᵀ u_k} of
 * different modes are orthogonal, those of one mode may stand at any angle. Each mode is then a {@link SwitchedMode} by itself,
 * whatever the size and the balance of the layers, and exact under gradient flow. Derived in docs/theory.md §4.6.
 */
public final class HiddenPlanes implements TwoLayerFlow {
    /** A squared length this much below another is the square of its rounding, and descent decides it anew. */
    private static final double ROUNDING = 1e-24;

    private final Modes modes;
    private final Matrix w1;
    private final Matrix w2;
    private final List<SwitchedMode> starts;
    private final double scale;

    private HiddenPlanes(Modes modes, Matrix w1, Matrix w2, List<SwitchedMode> starts, double scale) {
        this.modes = modes;
        this.w1 = w1;
        this.w2 = w2;
        this.starts = starts;
        this.scale = scale;
    }

    /**
     * The planes of a start.
     *
     * @param modes modes of Σ^yx
     * @param w1 first layer, hidden × inputs
     * @param w2 second layer, outputs × hidden
     * @param scale c of the white inputs, Σ^xx = c I
     */
    public static HiddenPlanes of(Modes modes, Matrix w1, Matrix w2, double scale) {
        List<SwitchedMode> starts = new ArrayList<>();
        Matrix back = w2.transpose();
        for (int k = 0; k < modes.count(); k++) {
            starts.add(SwitchedMode.of(
                    Vectors.times(w1, modes.v().column(k)),
                    Vectors.times(back, modes.u().column(k))));
        }
        return new HiddenPlanes(modes, w1, w2, starts, scale);
    }

    /** The largest inner product of hidden vectors of different modes, idle directions among them, as a share of all squares. */
    public double departure() {
        Matrix into = w1.transpose().times(w1);
        Matrix out = w2.times(w2.transpose());
        Matrix map = w2.times(w1);
        double all = w1.norm() * w1.norm() + w2.norm() * w2.norm();
        double worst = Math.max(
                Math.max(mixed(into, modes.v(), modes.v()), mixed(out, modes.u(), modes.u())),
                Math.max(mixed(map, modes.u(), modes.v()), mixed(map.transpose(), modes.v(), modes.u())));
        return all > 0 ? worst / all : 0;
    }

    /** ‖M right_k − left_k (left_kᵀ M right_k)‖, the largest. */
    private static double mixed(Matrix m, Matrix left, Matrix right) {
        double worst = 0;
        for (int k = 0; k < right.columns(); k++) {
            double[] own = left.column(k);
            double[] image = Vectors.times(m, right.column(k));
            double along = Vectors.dot(own, image);
            double rest = 0;
            for (int i = 0; i < image.length; i++) {
                double off = image[i] - along * own[i];
                rest += off * off;
            }
            worst = Math.max(worst, Math.sqrt(rest));
        }
        return worst;
    }

    /** Whether every mode of the target has a part that grows, and that is more than rounding of the part that dies. */
    public boolean grows() {
        double[] s = modes.s();
        boolean grows = true;
        for (int k = 0; k < s.length; k++) {
            SwitchedMode mode = starts.get(k);
            grows &= s[k] <= 1e-9 * s[0] || mode.along() > ROUNDING * mode.against();
        }
        return grows;
    }

    /** Mode k at a time in units of tau / c. */
    private SwitchedMode mode(int k, double t) {
        return starts.get(k).after(modes.s()[k] / scale, t, 1);
    }

    /**
     * Strengths of all modes.
     *
     * @param t time in units of tau / c, ≥ 0
     */
    public double[] strengthsAt(double t) {
        double[] strengths = new double[starts.size()];
        for (int k = 0; k < strengths.length; k++) {
            strengths[k] = mode(k, t).strength();
        }
        return strengths;
    }

    /**
     * {@inheritDoc}
     *
     * <pre>|x|² = R + Q + δ,  |z|² = R + Q − δ,  δ = (|x₀|² − |z₀|²)/2</pre>
     *
     * Directions without a mode keep what they had.
     */
    @Override
    public Riccati.Moments momentsAt(double t) {
        double[] into = w1.transpose().times(w1).toArray();
        double[] out = w2.times(w2.transpose()).toArray();
        double[] map = w2.times(w1).toArray();
        for (int k = 0; k < starts.size(); k++) {
            SwitchedMode before = starts.get(k);
            SwitchedMode now = mode(k, t);
            double grown = now.along() + now.against() - before.along() - before.against();
            double[] u = modes.u().column(k);
            double[] v = modes.v().column(k);
            Vectors.addOuter(into, grown, v, v);
            Vectors.addOuter(out, grown, u, u);
            Vectors.addOuter(map, now.strength() - before.strength(), u, v);
        }
        int inputs = w1.columns();
        int outputs = w2.rows();
        return new Riccati.Moments(
                Matrix.of(inputs, inputs, into), Matrix.of(outputs, inputs, map), Matrix.of(outputs, outputs, out));
    }
}
