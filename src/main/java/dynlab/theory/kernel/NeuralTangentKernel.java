package dynlab.theory.kernel;

import dynlab.numeric.KroneckerSum;
import dynlab.numeric.Matrix;
import dynlab.theory.modes.Riccati;
import java.util.ArrayList;
import java.util.List;

/**
 * The neural tangent kernel of a deep linear network: the answers move by {@code tau d vec(Ŷ)/dt = K vec(Y − Ŷ)}.
 *
 * <pre>
 * K = Σ_l (W_D ⋯ W_{l+1})(W_D ⋯ W_{l+1})ᵀ ⊗ (W_{l−1} ⋯ W_1 X)ᵀ (W_{l−1} ⋯ W_1 X)
 * </pre>
 *
 * with the index of the output slow and that of the sample fast. Where K stays as it is, learning is lazy: an exponential
 * approach in features that were there from the start. Where K turns, features are learned. Derived in
 * docs/theory.md §4.4.
 */
public final class NeuralTangentKernel {
    private NeuralTangentKernel() {}

    /**
     * The kernel of a chain of linear layers.
     *
     * @param weights W_1 … W_D from the input up, at least one
     * @param x inputs as columns, inputs × samples
     * @return K of size (outputs · samples); its factors are exact to rounding
     */
    public static KroneckerSum of(List<Matrix> weights, Matrix x) {
        int depth = weights.size();
        List<Matrix> activity = new ArrayList<>();
        Matrix below = x;
        for (int l = 0; l < depth; l++) {
            activity.add(below.transpose().times(below));
            below = weights.get(l).times(below);
        }
        List<Matrix> readout = new ArrayList<>();
        Matrix above = Matrix.identity(weights.get(depth - 1).rows());
        for (int l = depth - 1; l >= 0; l--) {
            readout.add(0, above.times(above.transpose()));
            above = above.times(weights.get(l));
        }
        return new KroneckerSum(readout, activity);
    }

    /**
     * The kernel of two layers from the exact flow of their moments.
     *
     * <pre>K = I ⊗ Xᵀ W1ᵀW1 X + W2W2ᵀ ⊗ XᵀX</pre>
     *
     * Source: L. Braun et al., 2022, and C. Dominé et al., 2024, where it separates rich from lazy starts.
     *
     * @param moments W1ᵀW1 and W2W2ᵀ at one time
     * @param x inputs as columns, inputs × samples
     */
    public static KroneckerSum of(Riccati.Moments moments, Matrix x) {
        Matrix across = x.transpose();
        Matrix hidden = across.times(moments.inputGram()).times(x);
        Matrix readout = moments.outputGram();
        return new KroneckerSum(List.of(Matrix.identity(readout.rows()), readout), List.of(hidden, across.times(x)));
    }
}
