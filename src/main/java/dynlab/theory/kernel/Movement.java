package dynlab.theory.kernel;

import dynlab.numeric.KroneckerSum;
import dynlab.numeric.Matrix;
import dynlab.numeric.Vectors;
import dynlab.theory.Assumptions;
import dynlab.theory.modes.LinearProblem;
import dynlab.theory.modes.Riccati;
import dynlab.theory.modes.TwoLayerFlow;
import java.util.Optional;

/**
 * How far two layers turn away from their start, foretold: their tangent kernel and the similarity of their hidden vectors, both
 * as 1 − cosine.
 *
 * @param kernel {@code 1 − ⟨K_0, K_t⟩/(‖K_0‖ ‖K_t‖)} at each time
 * @param features the same of {@code Xᵀ W1ᵀ W1 X}
 */
public record Movement(double[] kernel, double[] features) {

    /**
     * The movement under gradient flow, where it has a solution: λ-balanced layers, or modes with hidden planes of their own.
     *
     * @param w1 first layer, hidden × inputs
     * @param w2 second layer, outputs × hidden
     * @param problem data with white inputs; other inputs have no such flow
     * @param x inputs as columns
     * @param times ascending, in units of tau
     * @return exact as {@link Riccati#momentsAt} is; absent where no flow is known
     */
    public static Optional<Movement> of(Matrix w1, Matrix w2, LinearProblem problem, Matrix x, double[] times) {
        Optional<TwoLayerFlow> flow = TwoLayerFlow.of(w1, w2, problem);
        if (flow.isEmpty() || !Assumptions.whiteInputs(problem).holds()) {
            return Optional.empty();
        }
        double c = problem.meanVariance();
        double[] kernel = new double[times.length];
        double[] features = new double[times.length];
        Riccati.Moments start = flow.get().momentsAt(0);
        KroneckerSum first = NeuralTangentKernel.of(start, x);
        double[] born = x.transpose().times(start.inputGram()).times(x).toArray();
        for (int i = 0; i < times.length; i++) {
            Riccati.Moments now = flow.get().momentsAt(c * times[i]);
            kernel[i] = first.cosineDistance(NeuralTangentKernel.of(now, x));
            features[i] = Vectors.turned(
                    born, x.transpose().times(now.inputGram()).times(x).toArray());
        }
        return Optional.of(new Movement(kernel, features));
    }
}
