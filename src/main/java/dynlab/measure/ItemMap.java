package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.numeric.Gemm;
import dynlab.numeric.Matrix;
import dynlab.numeric.SymmetricEigen;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.List;

/**
 * Samples as points of a plane, by what each hidden node makes of them: the hidden vectors, seen from where the end will be
 * seen. The reference is the classical map of what the data ask for, {@code (YᵀY)^½}; the hidden vectors are turned onto it,
 * so that nothing jumps or flips while a network learns.
 *
 * <pre>X = B R (Rᵀ B R)^(−½),   B = J HᵀH J,  J = I − 11ᵀ/n</pre>
 *
 * <p>is the orthogonal Procrustes projection of the centred hidden vectors onto the reference R, samples × 2. Where B is that
 * of the reference it is R itself; where R lies along two eigenvectors of B it is their classical map. Source: P.
 * Schönemann, Psychometrika 1966, for the problem; this form is derived in docs/theory.md §8.5.
 */
public final class ItemMap implements Measure {
    /** The most samples: the reference takes their number cubed. */
    private static final int MOST = 64;

    private static final double EQUAL = 1e-6;
    private static final double NOTHING = 1e-12;

    @Override
    public String id() {
        return "map";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.NODE, Form.Value.MATRIX);
    }

    @Override
    public Reading on(Subject subject) {
        Architecture graph = subject.architecture();
        int samples = subject.samples();
        HiddenNodes nodes = HiddenNodes.of(subject, samples, 2);
        if (nodes.parts().isEmpty()) {
            return HiddenNodes.none(id());
        }
        if (samples > MOST) {
            return Reading.none(Phrase.of(
                    "measure.most-drawn", Argument.name(id()), Argument.count(MOST), Argument.count(samples)));
        }
        Matrix reference = reference(targets(subject.contexts(), samples));
        double[] hidden = new double[nodes.widest() * samples];
        double[] alike = new double[samples * samples];
        return Reading.of(nodes.parts(), (part, to, at) -> {
            int width = graph.nodes().get(part.first()).width();
            subject.hidden(part.first(), hidden);
            Gemm.multiply(
                    samples, samples, width, hidden, 0, 1, samples, hidden, 0, samples, 1, 1, alike, 0, samples, false);
            project(alike, reference, to, at);
        });
    }

    /** YᵀY over all samples and outputs, contexts in order; a missing target counts as 0. */
    private static Matrix targets(List<Context> contexts, int samples) {
        double[] gram = new double[samples * samples];
        addProducts(contexts, samples, gram);
        return Matrix.of(samples, samples, gram);
    }

    private static void addProducts(List<Context> contexts, int samples, double[] gram) {
        int left = 0;
        for (Context one : contexts) {
            int top = 0;
            for (Context other : contexts) {
                int from = left;
                int below = top;
                one.y().forEach((output, y) -> {
                    Matrix z = other.y().get(output);
                    if (z != null) {
                        Matrix both = y.transpose().times(z);
                        for (int i = 0; i < both.rows(); i++) {
                            for (int j = 0; j < both.columns(); j++) {
                                gram[(from + i) * samples + below + j] += both.at(i, j);
                            }
                        }
                    }
                });
                top += other.samples();
            }
            left += one.samples();
        }
    }

    /**
     * Two axes for the square root of a Gram matrix: its strongest patterns over the samples. Of several that are equally
     * strong, the one along which the samples lie in their order, as nearly as they can.
     */
    static Matrix reference(Matrix gram) {
        int n = gram.rows();
        SymmetricEigen eigen = SymmetricEigen.of(gram);
        double[] roots = eigen.values();
        for (int k = 0; k < n; k++) {
            roots[k] = Math.sqrt(Math.max(0, roots[k]));
        }
        Matrix root = eigen.vectors()
                .times(Matrix.diagonal(roots))
                .times(eigen.vectors().transpose());
        SymmetricEigen centred = SymmetricEigen.of(centred(root));
        double[] values = centred.values();
        double[] axes = new double[n * 2];
        int from = 0;
        int axis = 0;
        while (axis < 2 && from < n && values[from] > NOTHING * Math.abs(values[0])) {
            int to = from + 1;
            while (to < n && values[from] - values[to] <= EQUAL * values[0]) {
                to++;
            }
            double[] earlier = new double[n];
            for (int k = 0; k < Math.min(2 - axis, to - from); k++) {
                double[] pattern = inOrder(centred.vectors(), from, to, earlier);
                for (int i = 0; i < n; i++) {
                    axes[i * 2 + axis + k] = Math.sqrt(values[from]) * pattern[i];
                }
                earlier = pattern;
            }
            axis += to - from;
            from = to;
        }
        return Matrix.of(n, 2, axes);
    }

    private static Matrix centred(Matrix root) {
        int n = root.rows();
        double[] squares = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                squares[i * n + j] = root.at(i, i) + root.at(j, j) - 2 * root.at(i, j);
            }
        }
        return Mds.doublyCentred(Matrix.of(n, n, squares));
    }

    /**
     * The unit vector of a span that is nearest to a ramp over the samples, across an earlier one; where the span is at right
     * angles to the ramp, nearest to its first vector.
     */
    private static double[] inOrder(Matrix vectors, int from, int to, double[] earlier) {
        int n = vectors.rows();
        for (int guess = -1; guess < to - from; guess++) {
            double[] pattern = new double[n];
            for (int k = from; k < to; k++) {
                double along = 0;
                for (int i = 0; i < n; i++) {
                    double wanted = guess < 0 ? i - 0.5 * (n - 1) : vectors.at(i, from + guess);
                    along += wanted * vectors.at(i, k);
                }
                for (int i = 0; i < n; i++) {
                    pattern[i] += along * vectors.at(i, k);
                }
            }
            double size = norm(pattern);
            double before = 0;
            for (int i = 0; i < n; i++) {
                before += pattern[i] * earlier[i];
            }
            for (int i = 0; i < n; i++) {
                pattern[i] -= before * earlier[i];
            }
            double left = norm(pattern);
            if (left > 1e-6 && left > 1e-6 * size) {
                for (int i = 0; i < n; i++) {
                    pattern[i] /= left;
                }
                return pattern;
            }
        }
        return new double[n];
    }

    private static double norm(double[] pattern) {
        double sum = 0;
        for (double entry : pattern) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }

    /**
     * Writes {@code B R (RᵀBR)^(−½)}.
     *
     * @param alike HᵀH, samples × samples; centred in place
     * @param reference R, samples × 2
     * @param to where samples × 2 numbers are written
     * @param at place of the first
     */
    static void project(double[] alike, Matrix reference, double[] to, int at) {
        int n = reference.rows();
        centre(alike, n);
        double a = 0;
        double b = 0;
        double d = 0;
        for (int i = 0; i < n; i++) {
            double x = 0;
            double y = 0;
            for (int j = 0; j < n; j++) {
                x += alike[i * n + j] * reference.at(j, 0);
                y += alike[i * n + j] * reference.at(j, 1);
            }
            to[at + 2 * i] = x;
            to[at + 2 * i + 1] = y;
            a += reference.at(i, 0) * x;
            b += reference.at(i, 0) * y;
            d += reference.at(i, 1) * y;
        }
        double[] m = inverseRoot(a, b, d);
        for (int i = 0; i < n; i++) {
            double x = to[at + 2 * i];
            double y = to[at + 2 * i + 1];
            to[at + 2 * i] = x * m[0] + y * m[1];
            to[at + 2 * i + 1] = x * m[1] + y * m[2];
        }
    }

    private static void centre(double[] alike, int n) {
        double[] mean = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                mean[i] += alike[i * n + j] / n;
            }
            all += mean[i] / n;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double both = mean[i] + mean[j];
                alike[i * n + j] = alike[i * n + j] - both + all;
            }
        }
    }

    /** [a b; b d]^(−½) of a matrix without negative eigenvalues; what has none along a direction stays 0 there. */
    private static double[] inverseRoot(double a, double b, double d) {
        double half = 0.5 * (a - d);
        double middle = 0.5 * (a + d);
        double spread = Math.sqrt(half * half + b * b);
        double high = middle + spread;
        double low = Math.max(0, middle - spread);
        if (!(high > 0)) {
            return new double[3];
        }
        double first = 1 / Math.sqrt(high);
        double second = low > NOTHING * NOTHING * high ? 1 / Math.sqrt(low) : 0;
        if (spread <= 1e-15 * high) {
            return new double[] {first, 0, first};
        }
        // the projector on the strong direction is (I + [half b; b −half]/spread)/2
        double along = 0.5 + 0.5 * half / spread;
        double across = 0.5 * b / spread;
        double gain = first - second;
        return new double[] {second + gain * along, gain * across, second + gain * (1 - along)};
    }
}
