package dynlab.theory.modes;

import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import dynlab.numeric.PivotedQr;
import dynlab.numeric.Svd;
import dynlab.numeric.SymmetricEigen;
import java.util.Arrays;

/**
 * Exact gradient flow of two weight layers from any λ-balanced start, aligned or not, on white inputs.
 *
 * <pre>
 * Q = [W1ᵀ; W2],   F = [[−λ/2 I, Σᵀ], [Σ, λ/2 I]],   tau d(QQᵀ)/dt = F QQᵀ + QQᵀ F − (QQᵀ)²
 * QQᵀ(t) = e^{Ft} Q₀ [I + Q₀ᵀ (∫₀ᵗ e^{2Fx} dx) Q₀]⁻¹ Q₀ᵀ e^{Ft}      (t in units of tau)
 * </pre>
 *
 * <p>The formula overflows after a few time constants. Here each stretch of time with {@code max|f| dx ≤ 20} is one step
 * of the same map without an inverse: with {@code F = O diag(f) Oᵀ}, {@code G = expm1(2 f dx)/(2f)},
 * {@code K = e^{f dx}/√G} and {@code A = Oᵀ Q}, the top block Q₁ of the orthonormal factor of {@code [√G A; I]} gives
 * {@code Q ← O K Q₁}. Nothing is approximated, whatever the width, the rank of Σ and λ. Source: K. Fukumizu 1998; L. Braun
 * et al. 2022; with λ, C. Dominé et al. 2024; the stable form is derived in docs/theory.md §4.3.
 */
public final class Riccati implements TwoLayerFlow {
    private static final double LONGEST = 20;
    /** Parts of the start below this share of it are rounding. */
    private static final double NOTHING = 1e-13;

    private final SymmetricEigen frame;
    private final int inputs;
    /** Orthonormal columns: the directions in which anything ever happens, identities unless that is worth while. */
    private final Matrix usedInputs;

    private final Matrix usedOutputs;
    private double time;
    private Matrix q;

    /**
     * @param sigma target map Σ^yx / c for inputs with Σ^xx = c I, outputs × inputs
     * @param lambda λ of {@code W2ᵀ W2 − W1 W1ᵀ = λ I}
     * @param w1 first layer, hidden × inputs
     * @param w2 second layer, outputs × hidden
     */
    public Riccati(Matrix sigma, double lambda, Matrix w1, Matrix w2) {
        usedOutputs = used(sigma, w2);
        usedInputs = used(sigma.transpose(), w1.transpose());
        Matrix target = usedOutputs.transpose().times(sigma).times(usedInputs);
        Matrix first = w1.times(usedInputs);
        Matrix second = usedOutputs.transpose().times(w2);
        inputs = target.columns();
        frame = SymmetricEigen.of(generator(target, lambda));
        q = withoutRounding(frame.vectors().transpose().times(narrowed(stack(first.transpose(), second))));
    }

    /** F. */
    private static Matrix generator(Matrix target, double lambda) {
        int inputs = target.columns();
        int size = inputs + target.rows();
        double[] f = new double[size * size];
        for (int i = 0; i < size; i++) {
            f[i * size + i] = i < inputs ? -lambda / 2 : lambda / 2;
        }
        for (int i = 0; i < target.rows(); i++) {
            for (int j = 0; j < inputs; j++) {
                f[(inputs + i) * size + j] = target.at(i, j);
                f[j * size + inputs + i] = target.at(i, j);
            }
        }
        return Matrix.of(size, size, f);
    }

    /** An orthonormal basis of the columns of both matrices where they are fewer than the rows, else the identity. */
    private static Matrix used(Matrix one, Matrix other) {
        int rows = one.rows();
        int columns = one.columns() + other.columns();
        if (rows <= columns) {
            return Matrix.identity(rows);
        }
        double[] both = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(one.row(i), 0, both, i * columns, one.columns());
            System.arraycopy(other.row(i), 0, both, i * columns + one.columns(), other.columns());
        }
        return Svd.thin(Matrix.of(rows, columns, both)).u();
    }

    /**
     * What two layers are, up to a rotation of their hidden units.
     *
     * @param inputGram W1ᵀW1, inputs × inputs: with one-hot items the similarity of their hidden vectors
     * @param map W2W1, outputs × inputs
     * @param outputGram W2W2ᵀ, outputs × outputs
     */
    public record Moments(Matrix inputGram, Matrix map, Matrix outputGram) {}

    /**
     * The total map W2 W1 at a time not before that of the last call.
     *
     * @param t time in units of tau / c, ≥ the last one
     * @return outputs × inputs; absolute error below 1e-9 ‖Σ‖ (measured against fourth-order Runge–Kutta)
     * @throws IllegalArgumentException if t lies before the last call
     */
    public Matrix mapAt(double t) {
        Matrix product = productAt(t);
        int outputs = product.rows() - inputs;
        return usedOutputs.times(block(product, inputs, 0, outputs, inputs)).times(usedInputs.transpose());
    }

    /**
     * All blocks of QQᵀ at a time not before that of the last call: besides the map, what the hidden units have in common
     * with the inputs and with the outputs. Predictions, the similarity of hidden vectors and the neural tangent kernel
     * need no more.
     *
     * @param t time in units of tau / c, ≥ the last one
     * @return absolute error as for {@link #mapAt}
     * @throws IllegalArgumentException if t lies before the last call
     */
    @Override
    public Moments momentsAt(double t) {
        Matrix product = productAt(t);
        int outputs = product.rows() - inputs;
        Matrix into = usedInputs.transpose();
        return new Moments(
                usedInputs.times(block(product, 0, 0, inputs, inputs)).times(into),
                usedOutputs.times(block(product, inputs, 0, outputs, inputs)).times(into),
                usedOutputs
                        .times(block(product, inputs, inputs, outputs, outputs))
                        .times(usedOutputs.transpose()));
    }

    /** QQᵀ in the directions that are used. */
    private Matrix productAt(double t) {
        if (t < time) {
            throw new IllegalArgumentException("the flow has passed that time");
        }
        double largest = 0;
        for (double value : frame.values()) {
            largest = Math.max(largest, Math.abs(value));
        }
        double span = t - time;
        int parts = (int) Math.ceil(largest * span / LONGEST);
        for (int i = 0; i < Math.max(parts, span > 0 ? 1 : 0); i++) {
            advance(span / Math.max(parts, 1));
        }
        time = t;
        Matrix all = frame.vectors().times(q);
        return all.times(all.transpose());
    }

    private static Matrix block(Matrix from, int row, int column, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = from.at(row + i, column + j);
            }
        }
        return Matrix.of(rows, columns, values);
    }

    private void advance(double dx) {
        double[] f = frame.values();
        int size = q.rows();
        int width = q.columns();
        double[] root = new double[size];
        double[][] stacked = new double[size + width][width];
        for (int i = 0; i < size; i++) {
            double twice = 2 * f[i];
            double growth = twice * dx;
            // expm1(g)/g → 1: below 1e-300 the quotient is not defined and G is dx itself
            root[i] = Math.sqrt(Math.abs(growth) < 1e-300 ? dx : ExactMath.expm1(growth) / twice);
            for (int j = 0; j < width; j++) {
                stacked[i][j] = root[i] * q.at(i, j);
            }
        }
        for (int j = 0; j < width; j++) {
            stacked[size + j][j] = 1;
        }
        Matrix orthonormal = PivotedQr.orthonormal(Matrix.of(stacked));
        double[] next = new double[size * width];
        for (int i = 0; i < size; i++) {
            double k = ExactMath.exp(f[i] * dx) / root[i];
            for (int j = 0; j < width; j++) {
                next[i * width + j] = k * orthonormal.at(i, j);
            }
        }
        q = Matrix.of(size, width, next);
    }

    /**
     * The same without what rounding has put into growing directions: a start of low rank, or one that only decays, would
     * seem to learn there. What grows is cut at 1e-13 of the whole.
     */
    private Matrix withoutRounding(Matrix q) {
        double[] f = frame.values();
        int growing = 0;
        while (growing < f.length && f[growing] > 0) {
            growing++; // the values descend
        }
        if (growing == 0 || q.columns() == 0) {
            return q;
        }
        double[] all = q.toArray();
        Svd svd = Svd.thin(Matrix.of(growing, q.columns(), Arrays.copyOf(all, growing * q.columns())));
        double[] kept = svd.s();
        double floor = NOTHING * q.norm();
        boolean cut = false;
        for (int i = 0; i < kept.length; i++) {
            cut |= kept[i] > 0 && kept[i] <= floor;
            kept[i] = kept[i] <= floor ? 0 : kept[i];
        }
        if (cut) {
            Matrix clean = svd.u().times(Matrix.diagonal(kept)).times(svd.v().transpose());
            clean.copyInto(all, 0);
        }
        return Matrix.of(q.rows(), q.columns(), all);
    }

    private static Matrix stack(Matrix top, Matrix bottom) {
        double[] values = new double[(top.rows() + bottom.rows()) * top.columns()];
        top.copyInto(values, 0);
        bottom.copyInto(values, top.rows() * top.columns());
        return Matrix.of(top.rows() + bottom.rows(), top.columns(), values);
    }

    /** The same QQᵀ with as many columns as its rank, at most: hidden units beyond that change nothing. */
    private static Matrix narrowed(Matrix q) {
        double[] sizes = Svd.singularValues(q);
        int rank = 0;
        while (rank < sizes.length && sizes[rank] > NOTHING * sizes[0]) {
            rank++;
        }
        if (rank == q.columns() || rank == 0) {
            return q;
        }
        Svd svd = Svd.thin(q);
        double[] columns = new double[q.rows() * rank];
        for (int i = 0; i < q.rows(); i++) {
            for (int j = 0; j < rank; j++) {
                columns[i * rank + j] = svd.u().at(i, j) * svd.s()[j];
            }
        }
        return Matrix.of(q.rows(), rank, columns);
    }
}
