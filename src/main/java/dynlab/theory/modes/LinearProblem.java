package dynlab.theory.modes;

import dynlab.architecture.Context;
import dynlab.architecture.Correlations;
import dynlab.architecture.Node;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import java.util.List;

/**
 * The regression that a linear network with one input and one output solves: its correlations, its best map and the loss
 * that no map can avoid.
 *
 * @param correlations Σ^yx, Σ^xx and the power of the targets
 * @param best {@code W* = Σ^yx (Σ^xx)⁺}, outputs × inputs
 * @param floor {@code ½ Σ w |y − W* x|²}, summed over the samples themselves so that a floor of 0 comes out as 0
 */
public record LinearProblem(Correlations correlations, Matrix best, double floor) {
    /** Input variances below this share of the largest count as 0. */
    private static final double NO_VARIANCE = 1e-12;

    /** The regression of the contexts that are trained, from one input to one output. */
    public static LinearProblem of(List<Context> contexts, Node input, Node output) {
        Correlations correlations = Correlations.of(contexts, input, output);
        Matrix best = correlations.sigmaYx().times(inverse(correlations.sigmaXx()));
        double floor = 0;
        for (Context context : contexts) {
            Matrix y = context.y().get(output.id());
            if (context.train() && y != null) {
                Matrix x = context.x().get(input.id());
                Matrix error = x == null ? y : y.minus(best.times(x));
                double[] weights = context.weights();
                for (int i = 0; i < error.rows(); i++) {
                    for (int n = 0; n < error.columns(); n++) {
                        double weighted = weights[n] * error.at(i, n);
                        floor += weighted * error.at(i, n);
                    }
                }
            }
        }
        return new LinearProblem(correlations, best, 0.5 * floor);
    }

    Matrix sigmaYx() {
        return correlations.sigmaYx();
    }

    public Matrix sigmaXx() {
        return correlations.sigmaXx();
    }

    /** Largest eigenvalue of Σ^xx. */
    public double largestVariance() {
        return Svd.singularValues(sigmaXx())[0];
    }

    /** c of the closest Σ^xx = c I: the mean input variance. */
    public double meanVariance() {
        return sigmaXx().trace() / sigmaXx().rows();
    }

    /** {@code ‖Σ^xx − c I‖ / ‖Σ^xx‖}, 0 for white inputs; 1 where there are none. */
    public double colour() {
        double norm = sigmaXx().norm();
        Matrix white = Matrix.identity(sigmaXx().rows()).scaled(meanVariance());
        return norm == 0 ? 1 : sigmaXx().minus(white).norm() / norm;
    }

    /** {@code floor + ½ tr((W* − W) Σ^xx (W* − W)ᵀ)}. */
    public double loss(Matrix map) {
        Matrix gap = best.minus(map);
        Matrix pulled = gap.times(sigmaXx());
        double sum = 0;
        for (int i = 0; i < gap.rows(); i++) {
            for (int j = 0; j < gap.columns(); j++) {
                sum += pulled.at(i, j) * gap.at(i, j);
            }
        }
        return floor + 0.5 * sum;
    }

    /** The pseudoinverse of a positive semidefinite matrix. */
    private static Matrix inverse(Matrix psd) {
        Svd svd = Svd.thin(psd);
        double[] s = svd.s();
        for (int i = 0; i < s.length; i++) {
            s[i] = s[i] > NO_VARIANCE * svd.s()[0] ? 1 / s[i] : 0;
        }
        return svd.v().times(Matrix.diagonal(s)).times(svd.u().transpose());
    }
}
