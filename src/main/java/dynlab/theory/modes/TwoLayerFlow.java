package dynlab.theory.modes;

import dynlab.numeric.Matrix;
import dynlab.theory.Assumption;
import dynlab.theory.Assumptions;
import dynlab.theory.Premise;
import java.util.List;
import java.util.Optional;

/** An exact gradient flow of two layers on white inputs: what they are at any time, up to a rotation of their hidden units. */
public interface TwoLayerFlow {
    /**
     * The moments at a time not before that of the last call.
     *
     * @param t time in units of tau / c, where Σ^xx = c I
     */
    Riccati.Moments momentsAt(double t);

    /** The exact flow of two layers on white inputs, where one is known. */
    static Optional<TwoLayerFlow> of(Matrix w1, Matrix w2, LinearProblem problem) {
        double lambda = Assumptions.lambda(w1, w2);
        double c = problem.meanVariance();
        if (Assumptions.balancedStart(List.of(w1, w2), lambda).holds()) {
            return Optional.of(new Riccati(problem.sigmaYx().scaled(1 / c), lambda, w1, w2));
        }
        HiddenPlanes planes = HiddenPlanes.of(Modes.of(problem.sigmaYx()), w1, w2, c);
        boolean apart =
                Assumption.measured(Premise.HIDDEN_PLANES, planes.departure()).holds();
        return apart ? Optional.of(planes) : Optional.empty();
    }
}
