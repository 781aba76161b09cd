package dynlab.theory.modes;

import dynlab.numeric.ExactMath;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import java.util.function.IntFunction;

/**
 * Learning of one weight matrix: every direction approaches its target exponentially, all with the rate of their own
 * input variance d and none with the singular value s, so there are no stages.
 */
public final class ShallowModes {
    private ShallowModes() {}

    /**
     * Strength of one mode under gradient flow.
     *
     * <pre>b(t) = s/d + (b0 − s/d) exp(−d t / tau)</pre>
     *
     * Source: A. Saxe, J. McClelland and S. Ganguli, PNAS 2019; with input variance d derived in docs/theory.md §2.3.
     *
     * @param s singular value of Σ^yx, ≥ 0
     * @param d variance of the inputs along the mode, ≥ 0; where it is 0 nothing is learned
     * @param b0 strength at t = 0, any number
     * @param t time, ≥ 0, same unit as tau
     * @param tau time constant, &gt; 0
     * @return b(t), relative rounding error below 1e-14
     */
    public static double strength(double s, double d, double b0, double t, double tau) {
        if (d == 0) {
            return b0 + s * t / tau;
        }
        double target = s / d;
        double left = ExactMath.exp(-d * t / tau);
        return target + (b0 - target) * left;
    }

    /**
     * Strength of one mode after n steps of gradient descent, exactly.
     *
     * <pre>b_n = s/d + (b0 − s/d) (1 − η d)^n</pre>
     *
     * @param s singular value of Σ^yx
     * @param d variance of the inputs along the mode, ≥ 0
     * @param b0 strength at step 0
     * @param learningRate η = dt / tau
     * @param n number of steps, ≥ 0
     * @return b_n, relative rounding error below 1e-15 (1 + log₂ n)
     */
    public static double descended(double s, double d, double b0, double learningRate, int n) {
        if (d == 0) {
            return b0 + learningRate * s * n;
        }
        double target = s / d;
        double left = power(1 - learningRate * d, n);
        return target + (b0 - target) * left;
    }

    /**
     * The whole weight matrix after any number of steps of gradient descent, exactly, for any inputs and any start.
     *
     * <pre>W_n = W* + (W_0 − W*) (I − η Σ^xx)^n on the directions that the inputs use, W_0 on the others</pre>
     *
     * @param start W_0, outputs × inputs
     */
    static IntFunction<Matrix> maps(LinearProblem problem, Matrix start, double learningRate) {
        Svd inputs = Svd.full(problem.sigmaXx());
        double[] variances = inputs.s();
        // Σ^xx is positive semidefinite: its right singular vectors are eigenvectors.
        Matrix gap = start.minus(problem.best()).times(inputs.v());
        Matrix back = inputs.v().transpose();
        return step -> {
            double[] left = new double[variances.length];
            for (int j = 0; j < left.length; j++) {
                left[j] = power(1 - learningRate * variances[j], step);
            }
            return problem.best().plus(gap.times(Matrix.diagonal(left)).times(back));
        };
    }

    /** base^n by repeated squaring: the same bits everywhere, and exact for base 0 and n = 0. */
    private static double power(double base, int n) {
        double result = 1;
        double square = base;
        for (int rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
