package dynlab.theory.context;

import dynlab.numeric.Matrix;
import dynlab.numeric.SymmetricEigen;
import dynlab.numeric.Vectors;
import dynlab.task.ContextPath;
import dynlab.task.ContextTask;
import dynlab.theory.NarrowTwin;
import dynlab.theory.modes.Modes;
import dynlab.theory.modes.TwoLayerModes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the theory says of the gated twin of a {@link ContextTask}: a common path that learns what objects and contexts
 * say on their own, and paths on in m of the C contexts that learn the rest.
 *
 * <p>Correlations are averages over all P samples, also where a path is off; one step is one unit of time and
 * {@code tau = 1 / (P η)}. Every mode follows {@code tau da/dt = 2 a (s − d a)}. Source of the paths: D. Jarvis, R. Klein,
 * B. Rosman and A. Saxe, ICLR 2025; the strengths of the residual, the effective variance and the head start are derived
 * in docs/theory.md §7. Unlike the authors' figures, no start is fitted.
 */
public final class ContextTheory {
    /** A head start is read where the path has this share of its final strength: late, and still small. */
    private static final double STILL_SMALL = 0.01;

    /** Singular values below this share of the largest are rounding. */
    private static final double NO_SIGNAL = 1e-12;

    private static final int MOST_STEPS = 100_000;

    private final ContextTask task;
    private final int samples;
    private final Modes common;
    private final Matrix inMode;
    private final double[] spectrum;
    private final Matrix[] residuals;
    private final double floor;
    private final double power;

    /** @param task the task */
    public ContextTheory(ContextTask task) {
        this.task = task;
        samples = task.samples();
        Matrix x = task.x();
        Matrix y = task.y();
        common = Modes.of(y.times(x.transpose()).scaled(1.0 / samples));
        Matrix sigmaXx = x.times(x.transpose()).scaled(1.0 / samples);
        inMode = common.v().transpose().times(sigmaXx).times(common.v());
        spectrum = SymmetricEigen.of(sigmaXx).values();
        for (int k = 0; k < spectrum.length; k++) {
            spectrum[k] = Math.max(0, spectrum[k]); // objects and contexts sum to the same: one value is rounding
        }
        Matrix residual = task.residual();
        residuals = new Matrix[task.contexts()];
        for (int c = 0; c < residuals.length; c++) {
            residuals[c] = ContextTask.columns(residual, c);
        }
        floor = 0.5 * residual.norm() * residual.norm();
        power = y.norm() * y.norm();
    }

    /** Modes of the common path: Σ^yx of all samples. */
    public Modes commonModes() {
        return common;
    }

    /** The spectrum of Σ^xx, descending: the variances that the authors pair with the sorted singular values. */
    public double[] inputSpectrum() {
        return spectrum.clone();
    }

    /** {@code d_k = v_kᵀ Σ^xx v_k}, the variance along each common mode. */
    public double[] variancesAlongModes() {
        double[] d = new double[common.count()];
        for (int k = 0; k < d.length; k++) {
            d[k] = Math.max(0, inMode.at(k, k));
        }
        return d;
    }

    /**
     * The largest off-diagonal entry of {@code Vᵀ Σ^xx V}: how far the common modes are from diagonalising the inputs.
     * 0 where the contexts share one structure; where they differ it is not, and the common frame of Saxe, Sodhani and
     * Lewallen 2022 (equations 7–8) holds only nearly.
     */
    public double offDiagonal() {
        double largest = 0;
        for (int i = 0; i < inMode.rows(); i++) {
            for (int j = 0; j < inMode.columns(); j++) {
                largest = i == j ? largest : Math.max(largest, Math.abs(inMode.at(i, j)));
            }
        }
        return largest;
    }

    /** The loss at which the common path alone ends, {@code ½‖Y − Y X⁺ X‖²}. */
    public double floor() {
        return floor;
    }

    /**
     * tau of the averaged correlations, in steps.
     *
     * <pre>tau = 1 / (P η)</pre>
     */
    public double tau(double learningRate) {
        return 1 / (samples * learningRate);
    }

    /**
     * Initial strengths of the common modes from the actual initial weights.
     *
     * <pre>a0_k = Σ_u ((W1 v_k + W2ᵀ u_k)_u / 2)²</pre>
     *
     * the growing half of mode k; the other half decays. Derived in docs/theory.md §2.5.
     *
     * @param w1 hidden × inputs (objects, then contexts)
     * @param w2 outputs × hidden
     * @return one strength a common mode
     */
    public double[] commonStart(Matrix w1, Matrix w2) {
        return growing(w1, w2, common);
    }

    private static double[] growing(Matrix w1, Matrix w2, Modes modes) {
        Matrix up = w1.times(modes.v());
        Matrix down = w2.transpose().times(modes.u());
        double[] a0 = new double[modes.count()];
        for (int k = 0; k < a0.length; k++) {
            double[] half = up.plus(down).column(k);
            a0[k] = Vectors.dot(half, half) / 4;
        }
        return a0;
    }

    /**
     * Strengths of the common modes under gradient flow: logistics with sorted singular values paired with the sorted
     * input spectrum, as the authors do. Exact for the flow where {@link #offDiagonal} is 0.
     *
     * @param start one strength a mode
     * @param times in steps
     * @param learningRate η
     * @return times × modes
     */
    public Matrix commonLogistics(double[] start, double[] times, double learningRate) {
        return logistics(common.s(), spectrum, start, times, tau(learningRate));
    }

    /**
     * {@link #commonLogistics} for descent in steps instead of the flow: {@code a = c², c ← c (1 + P η (s − d c²))}. The
     * two differ by O(η).
     *
     * @param steps ascending
     * @return steps × modes
     */
    public Matrix commonStrengths(double[] start, int[] steps, double learningRate) {
        return TwoLayerModes.descent(signal(common.s()), spectrum, start, samples * learningRate, steps);
    }

    /** A singular value of rounding size is none: its s/d could be rounding over rounding. */
    private static double[] signal(double[] s) {
        double[] signal = s.clone();
        for (int k = 0; k < s.length; k++) {
            signal[k] = s[k] > NO_SIGNAL * s[0] ? s[k] : 0;
        }
        return signal;
    }

    private static Matrix logistics(double[] s, double[] d, double[] a0, double[] times, double tau) {
        double[] a = new double[times.length * s.length];
        double[] signal = signal(s);
        for (int i = 0; i < times.length; i++) {
            for (int k = 0; k < s.length; k++) {
                a[i * s.length + k] = TwoLayerModes.strength(signal[k], d[k], a0[k], times[i], tau);
            }
        }
        return Matrix.of(times.length, s.length, a);
    }

    /**
     * The loss of the common path alone.
     *
     * <pre>L = ½‖Y‖² − P Σ_k (s_k a_k − ½ d_k a_k²)</pre>
     *
     * with the true variance {@code d_k = v_kᵀ Σ^xx v_k} along the mode, so it is the loss of the map that the strengths
     * describe.
     *
     * @param strengths times × common modes
     */
    public double[] commonLoss(Matrix strengths) {
        double[] s = common.s();
        double[] loss = new double[strengths.rows()];
        for (int i = 0; i < loss.length; i++) {
            double gained = 0;
            for (int k = 0; k < s.length; k++) {
                double a = strengths.at(i, k);
                double spent = 0.5 * inMode.at(k, k) * a * a;
                double gain = a * s[k] - spent;
                gained += gain;
            }
            loss[i] = 0.5 * power - samples * gained;
        }
        return loss;
    }

    /**
     * Modes of the residual that a path sees, which is on in some contexts and reads objects only.
     *
     * <pre>Σ^yx(path) = (1/P) Σ_{c ∈ on} R_c</pre>
     */
    public Modes pathModes(List<Integer> on) {
        return Modes.of(seenResidual(on).scaled(1.0 / samples));
    }

    private Matrix seenResidual(List<Integer> on) {
        Matrix sum = Matrix.zero(task.outputs(), ContextTask.OBJECTS);
        for (int c : on) {
            sum = sum.plus(residuals[c]);
        }
        return sum;
    }

    /**
     * Singular values that any path on in m contexts sees of the residual where the contexts share one structure.
     *
     * <pre>s_i(m) = σ_i √(m (C − m) / C) / P,   σ = √7, √3, √3, 1, 1, 1, 1, 0 (the row-centred hierarchy)</pre>
     *
     * Symmetric in m ↔ C − m: the residual alone never prefers drop-one to single. Derived in docs/theory.md §7.2.
     *
     * @param m 1 … C
     */
    public double[] sharedStructureTable(int m) {
        double[] sigma = {Math.sqrt(7), Math.sqrt(3), Math.sqrt(3), 1, 1, 1, 1, 0};
        int c = task.contexts();
        double factor = Math.sqrt(m * (c - m) / (double) c) / samples;
        for (int i = 0; i < sigma.length; i++) {
            sigma[i] *= factor;
        }
        return sigma;
    }

    /**
     * The effective variance of the modes of one path out of the family of all paths of size m, which cooperate.
     *
     * <pre>d = binomial(C − 2, m − 1) / P</pre>
     *
     * With {@code A_S = α Σ_{c ∈ S} R_c} and {@code Σ_c R_c = 0} the family's output in context c is
     * {@code α binomial(C − 2, m − 1) R_c}. For drop-one (m = C − 1) it is 1/P and not (C − 1)/P: what the other paths
     * emit into this one's contexts cancels. Derived in docs/theory.md §7.3.
     *
     * @param m 1 … C − 1
     */
    public double effectiveVariance(int m) {
        int n = task.contexts() - 2;
        int ways = 1;
        for (int i = 1; i < m; i++) {
            ways = ways * (n - i + 1) / i;
        }
        return ways / (double) samples;
    }

    /** Final strengths of a path of the family of size m: {@code s / d} with {@link #effectiveVariance}. */
    public double[] finalStrengths(List<Integer> on) {
        double[] s = pathModes(on).s();
        double d = effectiveVariance(on.size());
        for (int k = 0; k < s.length; k++) {
            s[k] /= d;
        }
        return s;
    }

    /**
     * The strengths from which a context path seems to have started: what it collects from common modes that are not yet
     * learned. While they are, the path sees {@code Σ_{c ∈ on} (Y_c − common map · X_c)}, m copies of every common mode; a
     * path that is on more often grows more. This is computed by Euler steps of one path alone, with the feedback of its
     * family as an effective variance, in the field of the common path's closed form; each mode is read where it has
     * 1 % of its final strength and carried back to step 0 along its own curve. The authors fit this number instead.
     * Derived in docs/theory.md §7.4.
     *
     * @param on the contexts in which the path is on
     * @param w1 its initial weights from the objects, hidden × 8
     * @param w2 its initial weights to the outputs, outputs × hidden
     * @param commonStart initial strengths of the common modes
     * @param learningRate η
     * @return one strength a mode of {@link #pathModes}; 0 for modes that never learn
     */
    public double[] headStart(List<Integer> on, Matrix w1, Matrix w2, double[] commonStart, double learningRate) {
        Modes modes = pathModes(on);
        double[] target = finalStrengths(on);
        double variance = effectiveVariance(on.size());
        double feedback = variance * samples;
        double rate = samples * learningRate;
        double[] s = common.s();
        double[] root = new double[s.length];
        for (int k = 0; k < root.length; k++) {
            root[k] = Math.sqrt(commonStart[k]);
        }
        double[] start = new double[modes.count()];
        boolean[] open = new boolean[start.length];
        int left = 0;
        for (int k = 0; k < start.length; k++) {
            open[k] = target[k] > NO_SIGNAL * target[0];
            left += open[k] ? 1 : 0;
        }
        Matrix seenY = Matrix.zero(task.outputs(), ContextTask.OBJECTS);
        Matrix seenX = Matrix.zero(task.inputs(), ContextTask.OBJECTS);
        for (int c : on) {
            seenY = seenY.plus(task.targets(c));
            seenX = seenX.plus(task.inputs(c));
        }
        Matrix vx = common.v().transpose().times(seenX);
        NarrowTwin twin = NarrowTwin.of(w1, w2);
        Matrix up = twin.up();
        Matrix down = twin.down();
        for (int t = 0; left > 0 && t < MOST_STEPS; t++) {
            double[] a = growing(up, down, modes);
            for (int k = 0; k < start.length; k++) {
                if (open[k] && a[k] >= STILL_SMALL * target[k]) {
                    start[k] = carriedBack(a[k], modes.s()[k], variance, rate, t);
                    open[k] = false;
                    left--;
                }
            }
            double[] strength = new double[root.length];
            for (int k = 0; k < root.length; k++) {
                strength[k] = root[k] * root[k];
                double pull = s[k] - spectrum[k] * strength[k];
                root[k] += rate * root[k] * pull;
            }
            Matrix error = seenY.minus(
                            common.u().times(Matrix.diagonal(strength).times(vx)))
                    .minus(down.times(up).scaled(feedback));
            Matrix nextUp = up.plus(down.transpose().times(error).scaled(learningRate));
            down = down.plus(error.times(up.transpose()).scaled(learningRate));
            up = nextUp;
        }
        return start;
    }

    /** The strength at step 0 of a mode that has strength {@code a} at step {@code t}: its descent, run backwards. */
    private static double carriedBack(double a, double s, double d, double rate, int t) {
        double c = Math.sqrt(a);
        for (int k = 0; k < t; k++) {
            double before = c;
            // c = before (1 + rate (s − d before²)), solved by iteration: the square is small here
            for (int round = 0; round < 4; round++) {
                double pull = s - d * before * before;
                before = c / (1 + rate * pull);
            }
            c = before;
        }
        return c * c;
    }

    /**
     * Strengths of one path of the family of size m, under descent in steps.
     *
     * <pre>a = c²,   c ← c (1 + P η (s − d c²))</pre>
     *
     * @param on the contexts in which it is on
     * @param start one strength a mode, {@link #headStart}
     * @param steps ascending
     * @param learningRate η
     * @return steps × modes
     */
    public Matrix pathStrengths(List<Integer> on, double[] start, int[] steps, double learningRate) {
        double[] s = pathModes(on).s();
        return TwoLayerModes.descent(signal(s), variances(on, s.length), start, samples * learningRate, steps);
    }

    /** {@link #pathStrengths} under gradient flow: {@code tau da/dt = 2 a (s − d a)}, times × modes. */
    public Matrix pathLogistics(List<Integer> on, double[] start, double[] times, double learningRate) {
        double[] s = pathModes(on).s();
        return logistics(s, variances(on, s.length), start, times, tau(learningRate));
    }

    private double[] variances(List<Integer> on, int modes) {
        double[] d = new double[modes];
        Arrays.fill(d, effectiveVariance(on.size()));
        return d;
    }

    /**
     * The loss of the gated twin of the family of size m, from closed forms alone.
     *
     * <pre>L = L_common − floor + ½ Σ_c ‖R_c − Σ_{S ∋ c} A_S‖²</pre>
     *
     * The outputs of the context paths together are uncorrelated with every input, so the two parts do not mix. What
     * {@link #offDiagonal} and unequal residuals (structures that differ) break is the error.
     *
     * @param size m
     * @param commonStrengths times × common modes
     * @param paths strengths of each path, times × modes, in the order of {@link ContextPath#subsets}
     * @return one loss a time
     */
    public double[] twinLoss(int size, Matrix commonStrengths, List<Matrix> paths) {
        List<List<Integer>> sets = ContextPath.subsets(task.contexts(), size);
        List<Modes> modes = sets.stream().map(this::pathModes).toList();
        double[] loss = commonLoss(commonStrengths);
        for (int i = 0; i < loss.length; i++) {
            List<Matrix> maps = new ArrayList<>();
            for (int p = 0; p < sets.size(); p++) {
                Matrix scaled =
                        modes.get(p).u().times(Matrix.diagonal(paths.get(p).row(i)));
                maps.add(scaled.times(modes.get(p).v().transpose()));
            }
            double left = 0;
            for (int c = 0; c < residuals.length; c++) {
                Matrix rest = residuals[c];
                for (int p = 0; p < sets.size(); p++) {
                    rest = sets.get(p).contains(c) ? rest.minus(maps.get(p)) : rest;
                }
                left += rest.norm() * rest.norm();
            }
            double unlearned = 0.5 * left;
            loss[i] = loss[i] - floor + unlearned;
        }
        return loss;
    }
}
