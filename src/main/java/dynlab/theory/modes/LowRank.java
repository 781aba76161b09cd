package dynlab.theory.modes;

import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import dynlab.numeric.Vectors;
import dynlab.theory.Saddle;
import java.util.ArrayList;
import java.util.List;

/**
 * The modes of two layers that a start has no part in: it is of lower rank than the goal, or it lies in what only decays,
 * as a trained map does once its target is reversed.
 *
 * <pre>g_k = (s v_kᵀ W1ᵀ + (f + λ/2) u_kᵀ W2) / √(s² + (f + λ/2)²),   f = √(s² + λ²/4)</pre>
 *
 * is the part of the start along the growing direction of mode k. The flow keeps the rank of all of them together, so a mode
 * whose g lies in the span of the earlier ones is never learned while there are units left. Derived in docs/theory.md.
 */
final class LowRank {
    private static final double NOTHING = 1e-13;
    private static final double NO_MODE = 1e-9;
    private static final double UNIT = 0x1p-52;

    private final List<Matrix> weights;
    private final Modes modes;
    private final double lambda;
    private final double variance;
    private final List<String> edges;

    /**
     * @param weights W1 and W2
     * @param lambda λ of {@code W2ᵀ W2 − W1 W1ᵀ = λ I}, 0 where it is not known
     * @param variance mean input variance c
     * @param edges ids of the two edges
     */
    LowRank(List<Matrix> weights, Modes modes, double lambda, double variance, List<String> edges) {
        this.weights = weights;
        this.modes = modes;
        this.lambda = lambda;
        this.variance = variance;
        this.edges = edges;
    }

    /** The modes that stay where they are, each with the step by which rounding can have freed it. */
    List<Saddle> saddles(double rate) {
        Matrix w1 = weights.get(0);
        Matrix back = weights.get(1).transpose();
        double size = w1.norm() + back.norm();
        double[] s = modes.s();
        List<Saddle> found = new ArrayList<>();
        List<double[]> earlier = new ArrayList<>();
        for (int k = 0; k < s.length && s[k] > NO_MODE * s[0]; k++) {
            double target = s[k] / variance;
            double shift = 0.5 * lambda;
            double pace = Math.sqrt(target * target + shift * shift);
            double out = pace + shift;
            double length = Math.sqrt(target * target + out * out);
            double[] in = Vectors.times(w1, modes.v().column(k));
            double[] up = Vectors.times(back, modes.u().column(k));
            double[] part = new double[in.length];
            for (int i = 0; i < part.length; i++) {
                part[i] = (target * in[i] + out * up[i]) / length;
            }
            double[] rest = Vectors.rest(part, earlier);
            double norm = Vectors.norm(rest);
            if (norm > NOTHING * size) {
                earlier.add(Vectors.scaled(rest, 1 / norm));
            } else if (found.size() + earlier.size() < w1.rows()) {
                double growth = rate * variance * pace;
                double reach = Math.max(UNIT * size, 1e-3 * Math.sqrt(target));
                double steps = size == 0
                        ? Double.POSITIVE_INFINITY
                        : ExactMath.log(reach / (UNIT * size)) / ExactMath.log1p(growth);
                double initial = Vectors.dot(up, in);
                found.add(new Saddle(Saddle.Cause.ZERO, edges, k, target, initial, Math.max(1, steps)));
            }
        }
        return found;
    }
}
