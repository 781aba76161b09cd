package dynlab.task;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import dynlab.numeric.SymmetricEigen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Examples of a linear law with noise: {@code y = W x + noise}. Every example has weight 1/P, so that correlations are means.
 *
 * <pre>W = U diag(s) Vᵀ with random frames;   Σ^xx = I exactly where the inputs are not alike,
 * else (1 − ρ) I + ρ 11ᵀ;   noise ~ N(0, σ²) on every output</pre>
 *
 * @param examples P, more than inputs
 * @param strengths s of the law, descending; as many outputs
 * @param inputs N_i, at least as many as outputs
 * @param alike ρ in [0, 1)
 * @param noise σ ≥ 0
 * @param seed of law, inputs and noise
 */
public record RegressionTask(int examples, List<Double> strengths, int inputs, double alike, double noise, int seed) {
    public RegressionTask {
        strengths = List.copyOf(strengths);
    }

    /**
     * Inputs and targets, one example a column.
     *
     * @param x inputs × examples
     * @param y outputs × examples
     */
    public record Data(Matrix x, Matrix y) {
        /** The targets as a world whose items are the examples. */
        public World world(String letter) {
            List<String> items = new ArrayList<>();
            for (int i = 1; i <= y.columns(); i++) {
                items.add(Integer.toString(i));
            }
            List<String> outputs = new ArrayList<>();
            for (int i = 1; i <= y.rows(); i++) {
                outputs.add(letter + i);
            }
            World plain = World.plain(items, outputs, y);
            return new World(items, outputs, y, plain.tree(), List.of(), true, Optional.empty());
        }
    }

    /** The data. */
    public Data data() {
        Rng rng = new Rng(seed);
        int outputs = strengths.size();
        Matrix u = frame(outputs, outputs, rng);
        Matrix v = frame(inputs, outputs, rng);
        double[] s = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            s[k] = strengths.get(k);
        }
        Matrix law = u.times(Matrix.diagonal(s)).times(v.transpose());
        Matrix x = root(covariance()).times(white(rng));
        double[] y = law.times(x).toArray();
        for (int i = 0; i < y.length; i++) {
            y[i] += noise * rng.nextGaussian();
        }
        return new Data(x, Matrix.of(outputs, examples, y));
    }

    private static Matrix random(int rows, int columns, Rng rng) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = rng.nextGaussian();
        }
        return Matrix.of(rows, columns, entries);
    }

    private static Matrix frame(int rows, int columns, Rng rng) {
        Svd svd = Svd.thin(random(rows, columns, rng));
        return svd.u().times(svd.v().transpose());
    }

    /** Inputs whose mean of x xᵀ is I, to rounding. */
    private Matrix white(Rng rng) {
        Svd svd = Svd.thin(random(inputs, examples, rng));
        return svd.u().times(svd.v().transpose()).scaled(Math.sqrt(examples));
    }

    private Matrix covariance() {
        double[] c = new double[inputs * inputs];
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < inputs; j++) {
                c[i * inputs + j] = i == j ? 1 : alike;
            }
        }
        return Matrix.of(inputs, inputs, c);
    }

    private static Matrix root(Matrix c) {
        SymmetricEigen eigen = SymmetricEigen.of(c);
        double[] roots = eigen.values();
        for (int k = 0; k < roots.length; k++) {
            roots[k] = Math.sqrt(Math.max(0, roots[k]));
        }
        return eigen.vectors()
                .times(Matrix.diagonal(roots))
                .times(eigen.vectors().transpose());
    }

    /**
     * Examples that are to be said again: the targets are the inputs, and a narrow network finds their principal components.
     * Inputs have variances s², and noise on top.
     */
    public Data autoencoder() {
        Rng rng = new Rng(seed);
        Matrix turn = frame(inputs, inputs, rng);
        double[] s = new double[inputs];
        for (int k = 0; k < inputs; k++) {
            double own = k < strengths.size() ? strengths.get(k) : 0;
            s[k] = Math.sqrt(own * own + noise * noise);
        }
        Matrix x = turn.times(Matrix.diagonal(s)).times(white(rng));
        return new Data(x, x);
    }
}
