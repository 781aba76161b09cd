package dynlab.experiment.run;

import dynlab.architecture.Context;
import dynlab.numeric.Matrix;
import dynlab.numeric.PivotedQr;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A context of a linear network in as many samples as its inputs have dimensions, with the same correlations.
 *
 * <pre>(X √w)ᵀ = Q R,   X' = X √w Q,   Y' = Y √w Q,   w' = 1,   L = L' + ½ ‖Y √w (1 − Q Qᵀ)‖²</pre>
 *
 * Then {@code X' X'ᵀ = X w Xᵀ} and {@code Y' X'ᵀ = Y w Xᵀ}, which is all that descent on the squared error sees; Q turns the
 * space of samples, so nothing is divided and nothing squared.
 *
 * @param context as many samples as input units
 * @param rest what no linear network can reach, {@code L − L'}
 */
record FewerSamples(Context context, double rest) {
    /** Additions and multiplications of the factorisation at most. */
    private static final double MOST = 1e9;

    /** The context with fewer samples; nothing where there are no more samples than input units, or very many of both. */
    static Optional<FewerSamples> of(Context context) {
        int samples = context.samples();
        int inputs = 0;
        for (Matrix x : context.x().values()) {
            inputs += x.rows();
        }
        double[] roots = context.weights();
        for (int k = 0; k < samples; k++) {
            if (!(roots[k] >= 0)) {
                return Optional.empty();
            }
            roots[k] = Math.sqrt(roots[k]);
        }
        if (inputs == 0 || samples <= inputs || 4.0 * samples * inputs * inputs > MOST) {
            return Optional.empty();
        }
        double[] across = new double[samples * inputs];
        int row = 0;
        for (Matrix x : context.x().values()) {
            for (int i = 0; i < x.rows(); i++, row++) {
                for (int k = 0; k < samples; k++) {
                    across[k * inputs + row] = roots[k] * x.at(i, k);
                }
            }
        }
        Matrix q = PivotedQr.orthonormal(Matrix.of(samples, inputs, across));
        Map<String, Matrix> x = new LinkedHashMap<>();
        context.x().forEach((node, values) -> x.put(node, weighed(values, roots).times(q)));
        Map<String, Matrix> y = new LinkedHashMap<>();
        double rest = 0;
        for (Map.Entry<String, Matrix> target : context.y().entrySet()) {
            Matrix all = weighed(target.getValue(), roots);
            Matrix seen = all.times(q);
            y.put(target.getKey(), seen);
            double left = all.minus(seen.times(q.transpose())).norm();
            rest += left * left / 2;
        }
        double[] ones = new double[inputs];
        Arrays.fill(ones, 1);
        return Optional.of(new FewerSamples(new Context(context.name(), true, ones, context.gates(), x, y), rest));
    }

    private static Matrix weighed(Matrix values, double[] roots) {
        double[] all = values.toArray();
        for (int i = 0; i < values.rows(); i++) {
            for (int k = 0; k < roots.length; k++) {
                all[i * roots.length + k] *= roots[k];
            }
        }
        return Matrix.of(values.rows(), roots.length, all);
    }
}
