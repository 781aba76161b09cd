package dynlab;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.numeric.Svd;
import java.util.function.IntConsumer;

/**
 * Two layers that learn very many features of few one-hot items, exactly and 30 times faster than feature by feature: a
 * simulation for tests only, which shares no code with network and learning.
 *
 * <p>With Y = U diag(s) Vᵀ only B = Uᵀ W2 and G = W2ᵀ (1 − U Uᵀ) W2 matter:
 *
 * <pre>
 * E = diag(s) Vᵀ − B W1,  W1 ← W1 + η (Bᵀ E − G W1),  B ← B + η E W1ᵀ,  G ← K G K,  K = I − η W1 W1ᵀ
 * |Y − W2 W1|² = |E|² + tr(W1ᵀ G W1)
 * </pre>
 *
 * Every other row of W2 is multiplied by K too; {@code watched} is one of them, to read off one feature.
 */
final class ManyFeatures {
    private final Svd data;
    private final int watchedFeature;
    private Matrix w1;
    private Matrix b;
    private Matrix outside;
    private Matrix watched;

    /**
     * @param y features × items
     * @param watchedFeature a row of y
     */
    ManyFeatures(Matrix y, int watchedFeature, Matrix w1, Matrix w2) {
        this.data = Svd.thin(y);
        this.watchedFeature = watchedFeature;
        this.w1 = w1;
        b = data.u().transpose().times(w2);
        Matrix rest = w2.minus(data.u().times(b));
        outside = rest.transpose().times(rest);
        watched = Matrix.of(new double[][] {rest.row(watchedFeature)});
    }

    /** Initial weights as in the course: N(0, γ² / (inputs + outputs)) for each layer, first layer first. */
    static ManyFeatures random(Matrix y, int watchedFeature, int width, double gamma, int seed) {
        Rng rng = new Rng(seed);
        int items = y.columns();
        Matrix w1 = Chains.gaussian(width, items, gamma / Math.sqrt(items + width), rng);
        Matrix w2 = Chains.gaussian(y.rows(), width, gamma / Math.sqrt(width + y.rows()), rng);
        return new ManyFeatures(y, watchedFeature, w1, w2);
    }

    void step(double eta) {
        Matrix error = Matrix.diagonal(data.s()).times(data.v().transpose()).minus(b.times(w1));
        Matrix shrink =
                Matrix.identity(w1.rows()).minus(w1.times(w1.transpose()).scaled(eta));
        Matrix pull = b.transpose().times(error).minus(outside.times(w1));
        b = b.plus(error.times(w1.transpose()).scaled(eta));
        w1 = w1.plus(pull.scaled(eta));
        outside = shrink.times(outside).times(shrink);
        watched = watched.times(shrink);
    }

    /** Calls {@code look} before each of {@code steps} steps and after the last. */
    void train(double eta, int steps, IntConsumer look) {
        for (int step = 0; step < steps; step++) {
            look.accept(step);
            step(eta);
        }
        look.accept(steps);
    }

    Svd data() {
        return data;
    }

    /** Strength of every mode of the data, u_αᵀ W2 W1 v_α. */
    double[] strengths() {
        Matrix map = b.times(w1).times(data.v());
        double[] strengths = new double[map.columns()];
        for (int k = 0; k < strengths.length; k++) {
            strengths[k] = map.at(k, k);
        }
        return strengths;
    }

    /** Singular values of W2 W1: those of [B W1; G^½ W1]. */
    double[] singularValues() {
        Svd root = Svd.thin(outside);
        double[] roots = root.s();
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(roots[i]);
        }
        Matrix below = Matrix.diagonal(roots).times(root.v().transpose()).times(w1);
        Matrix above = b.times(w1);
        double[] values = new double[(above.rows() + below.rows()) * above.columns()];
        above.copyInto(values, 0);
        below.copyInto(values, above.rows() * above.columns());
        return Svd.singularValues(Matrix.of(above.rows() + below.rows(), above.columns(), values));
    }

    /** HᵀH = W1ᵀ W1. */
    Matrix similarity() {
        return w1.transpose().times(w1);
    }

    /** The watched feature's answer for one item. */
    double answer(int item) {
        double sum = 0;
        Matrix map = b.times(w1);
        for (int k = 0; k < map.rows(); k++) {
            sum += data.u().at(watchedFeature, k) * map.at(k, item);
        }
        return sum + watched.times(w1).at(0, item);
    }

    /** Sum of squared errors. */
    double squaredError() {
        Matrix error = Matrix.diagonal(data.s()).times(data.v().transpose()).minus(b.times(w1));
        Matrix left = w1.transpose().times(outside).times(w1);
        return error.norm() * error.norm() + left.trace();
    }
}
