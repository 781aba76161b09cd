package dynlab.theory.modes;

import dynlab.numeric.Matrix;
import dynlab.numeric.SymmetricEigen;
import dynlab.numeric.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * What a small unaligned start of two layers amounts to: the strengths from which the modes will seem to have started.
 *
 * @param strength initial strengths a0, one for each column of {@code frame}
 * @param frame modes × modes, orthogonal and block diagonal: inside a block of equal singular values the directions that
 *     grow independently; 1 for a mode of its own
 */
public record TwoLayerStart(double[] strength, Matrix frame) {
    /** Squares below this share of the square of the start are rounding. */
    private static final double ROUNDING = 1e-26;

    public TwoLayerStart {
        strength = strength.clone();
    }

    @Override
    public double[] strength() {
        return strength.clone();
    }

    /**
     * The initial strengths of two layers, mode by mode in order of s, by Gram–Schmidt.
     *
     * <pre>r_α = (W1 v_α + W2ᵀ u_α) / 2,   a0_α = |r_α − its part in the span of the earlier r|²</pre>
     *
     * r_α is the growing half of the hidden vector of mode α (the other half decays). A mode that is already learned erases
     * the component of a later r along its own, so only the rest counts. Inside a block of equal singular values the rests
     * r grow together as one matrix {@code A = restᵀ rest}, whose eigenvalues follow the scalar law independently; that is
     * what {@code frame} holds. Derived in docs/theory.md §2.5.
     *
     * <p>Valid for a start that is small against the singular values, and where a mode is learned long before the next
     * block begins.
     *
     * @param w1 first layer, hidden × inputs
     * @param w2 second layer, outputs × hidden
     * @param modes modes of Σ^yx
     */
    public static TwoLayerStart of(Matrix w1, Matrix w2, Modes modes) {
        int count = modes.count();
        Matrix growing =
                w1.times(modes.v()).plus(w2.transpose().times(modes.u())).scaled(0.5);
        double[][] rest = new double[count][];
        List<double[]> earlier = new ArrayList<>();
        double[] strength = new double[count];
        double[] frame = new double[count * count];
        for (List<Integer> block : modes.blocks()) {
            for (int k : block) {
                rest[k] = Vectors.rest(growing.column(k), earlier);
            }
            SymmetricEigen eigen = SymmetricEigen.of(gram(rest, block));
            int units = w1.rows() - earlier.size();
            double rounding = ROUNDING * growing.norm() * growing.norm();
            for (int j = 0; j < block.size(); j++) {
                int k = block.get(j);
                // no unit is left for more modes than there are units, and what is left of rounding is nothing
                strength[k] = j < units && eigen.values()[j] > rounding ? eigen.values()[j] : 0;
                for (int i = 0; i < block.size(); i++) {
                    frame[block.get(i) * count + k] = eigen.vectors().at(i, j);
                }
            }
            for (int k : block) {
                double[] direction = Vectors.rest(rest[k], earlier);
                double norm = Vectors.norm(direction);
                if (norm > 0 && earlier.size() < w1.rows()) {
                    earlier.add(Vectors.scaled(direction, 1 / norm));
                }
            }
        }
        return new TwoLayerStart(strength, Matrix.of(count, count, frame));
    }

    /**
     * Mode strengths from the strengths along the columns of {@code frame}.
     *
     * <pre>a_α = Σ_i frame_αi² a_i</pre>
     *
     * @param alongFrame recorded steps × modes
     * @return recorded steps × modes
     */
    public Matrix toModes(Matrix alongFrame) {
        double[] squares = frame.toArray();
        for (int i = 0; i < squares.length; i++) {
            squares[i] *= squares[i];
        }
        return alongFrame.times(
                Matrix.of(frame.rows(), frame.columns(), squares).transpose());
    }

    private static Matrix gram(double[][] vectors, List<Integer> block) {
        int n = block.size();
        double[] gram = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                gram[i * n + j] = Vectors.dot(vectors[block.get(i)], vectors[block.get(j)]);
            }
        }
        return Matrix.of(n, n, gram);
    }
}
