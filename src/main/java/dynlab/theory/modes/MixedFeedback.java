package dynlab.theory.modes;

import dynlab.theory.race.ReducedDynamics;
import java.util.Arrays;

/**
 * Feedback alignment of two layers with everything that can happen between modes: the matrices M and Q of
 * {@code W1 = BᵀU M Vᵀ}, {@code W2 = U Q UᵀB}, white inputs and {@code BBᵀ = c I}.
 *
 * <pre>E = S − d c Q M,   M ← M + η E,   Q ← Q + η E Mᵀ</pre>
 *
 * A start that is diagonal stays so; with the least rounding it is not, and where the map does not settle, as with a large
 * momentum and decay, modes mix. Derived in docs/theory.md §10.7.
 */
final class MixedFeedback implements ReducedDynamics {
    private final double[] s;
    private final double d;
    private final double c;
    private final double[] start;
    private final double halfPower;

    /**
     * @param s diagonal of S
     * @param d variance of the inputs
     * @param c strength of the feedback
     * @param diagonal m of all modes, then q of all modes
     * @param halfPower half of the power of the targets
     */
    MixedFeedback(double[] s, double d, double c, double[] diagonal, double halfPower) {
        this.s = s.clone();
        this.d = d;
        this.c = c;
        this.halfPower = halfPower;
        int n = s.length;
        start = new double[2 * n * n];
        for (int k = 0; k < n; k++) {
            start[k * n + k] = diagonal[k];
            start[n * n + k * n + k] = diagonal[n + k];
        }
    }

    @Override
    public double[] start() {
        return start.clone();
    }

    @Override
    public double descent(double[] state, double[] descent) {
        int n = s.length;
        int at = n * n;
        double loss = halfPower;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double a = 0;
                for (int k = 0; k < n; k++) {
                    a += state[at + i * n + k] * state[k * n + j];
                }
                a *= c;
                double target = i == j ? s[i] : 0;
                double error = target - d * a;
                descent[i * n + j] = error;
                loss -= 0.5 * (target + error) * a;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double push = 0;
                for (int j = 0; j < n; j++) {
                    push += descent[i * n + j] * state[k * n + j];
                }
                descent[at + i * n + k] = push;
            }
        }
        return loss;
    }

    @Override
    public double[] strengths(double[] state, int edge) {
        int size = s.length * s.length;
        return Arrays.copyOfRange(state, edge * size, (edge + 1) * size);
    }
}
