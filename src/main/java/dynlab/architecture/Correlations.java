package dynlab.architecture;

import dynlab.numeric.Matrix;
import java.util.List;

/**
 * Second moments of the trained data between one input and one output, gates aside.
 *
 * <pre>Σ^yx = Σ w y xᵀ,  Σ^xx = Σ w x xᵀ,  powerY = Σ w |y|²</pre>
 *
 * summed over the samples of every trained context that has a target for the output; w are the weights of the
 * experiment file, not 1/P.
 *
 * @param sigmaYx input-output correlation, outputs × inputs
 * @param sigmaXx input correlation, inputs × inputs
 * @param powerY weighted sum of squared targets, twice the loss of the zero map
 */
public record Correlations(Matrix sigmaYx, Matrix sigmaXx, double powerY) {

    /** The correlations between input node {@code input} and output node {@code output}. */
    public static Correlations of(List<Context> contexts, Node input, Node output) {
        Matrix yx = Matrix.zero(output.width(), input.width());
        Matrix xx = Matrix.zero(input.width(), input.width());
        double power = 0;
        for (Context context : contexts) {
            Matrix y = context.y().get(output.id());
            if (!context.train() || y == null) {
                continue;
            }
            double[] w = context.weights();
            Matrix weightedY = scaleColumns(y, w);
            for (int i = 0; i < y.rows(); i++) {
                for (int n = 0; n < y.columns(); n++) {
                    power += weightedY.at(i, n) * y.at(i, n);
                }
            }
            Matrix x = context.x().get(input.id());
            if (x != null) {
                Matrix xt = x.transpose();
                yx = yx.plus(weightedY.times(xt));
                xx = xx.plus(scaleColumns(x, w).times(xt));
            }
        }
        return new Correlations(yx, xx, power);
    }

    private static Matrix scaleColumns(Matrix matrix, double[] factors) {
        double[] values = matrix.toArray();
        int columns = matrix.columns();
        for (int i = 0; i < matrix.rows(); i++) {
            for (int n = 0; n < columns; n++) {
                values[i * columns + n] *= factors[n];
            }
        }
        return Matrix.of(matrix.rows(), columns, values);
    }
}
