package dynlab.theory.modes;

import dynlab.numeric.Matrix;
import dynlab.theory.Assumptions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How strongly the modes of two layers are coupled on their way, foretold: equal modes first mix and then part.
 *
 * <pre>coupling = ‖M − diag M‖ / ‖M‖,   M = Uᵀ W2 W1 V</pre>
 *
 * @param values the coupling at each step
 * @param exact whether by an exact flow; otherwise by what a small random start amounts to
 */
public record CouplingCurve(double[] values, boolean exact) {

    /**
     * The coupling of a run of two layers on white inputs.
     *
     * <p>By the exact flow, where one is known. Otherwise by the Gram–Schmidt of a small start (docs/theory.md §2.5): a block of
     * equal modes grows as one symmetric matrix, whose eigenvalues follow the scalar law of descent, and whose entries off the
     * diagonal are the coupling (§4.5); what different blocks share is left out.
     *
     * @param steps recorded steps, ascending
     * @param rate η
     * @return absent where the inputs are not white, or where the start is neither small nor solved
     */
    public static Optional<CouplingCurve> of(Matrix w1, Matrix w2, LinearProblem problem, int[] steps, double rate) {
        if (!Assumptions.whiteInputs(problem).holds()) {
            return Optional.empty();
        }
        Modes modes = Modes.of(problem.sigmaYx());
        double c = problem.meanVariance();
        Optional<TwoLayerFlow> flow = TwoLayerFlow.of(w1, w2, problem);
        if (flow.isPresent()) {
            double[] values = new double[steps.length];
            Matrix left = modes.u().transpose();
            for (int i = 0; i < steps.length; i++) {
                Riccati.Moments now = flow.get().momentsAt(c * steps[i] * rate);
                double sizes =
                        Math.sqrt(now.inputGram().trace() * now.outputGram().trace());
                values[i] = left.times(now.map()).times(modes.v()).offDiagonalShare(sizes);
            }
            return Optional.of(new CouplingCurve(values, true));
        }
        if (!Assumptions.smallStart(List.of(w1, w2), modes.s()).holds()) {
            return Optional.empty();
        }
        TwoLayerStart start = TwoLayerStart.of(w1, w2, modes);
        double[] d = new double[modes.count()];
        Arrays.fill(d, c);
        Matrix strengths = TwoLayerModes.descent(modes.s(), d, start.strength(), rate, steps);
        double[] values = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            Matrix frame = start.frame();
            Matrix map = frame.times(Matrix.diagonal(strengths.row(i))).times(frame.transpose());
            values[i] = map.offDiagonalShare(map.norm());
        }
        return Optional.of(new CouplingCurve(values, false));
    }

    /** The record of the last peak, where the coupling is largest after it has been smaller; −1 if it only shrinks. */
    public static int peak(double[] values) {
        int best = -1;
        for (int i = 1; i + 1 < values.length; i++) {
            boolean top = values[i] > values[i - 1] && values[i] >= values[i + 1];
            best = top && (best < 0 || values[i] >= values[best]) ? i : best;
        }
        return best;
    }
}
