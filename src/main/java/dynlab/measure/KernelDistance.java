package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Role;
import dynlab.numeric.Gemm;
import dynlab.numeric.Matrix;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the tangent kernel of a chain of linear layers has turned since the start.
 *
 * <pre>
 * K = Σ_l (A_l A_lᵀ) ⊗ (B_lᵀ B_l),   A_l = W_D … W_{l+1},  B_l = W_{l−1} … W_1 X
 * distance = 1 − ⟨K_0, K_t⟩ / (‖K_0‖ ‖K_t‖),   ⟨K, K'⟩ = Σ_lm tr(A_l A_lᵀ A'_m A'_mᵀ) tr(B_lᵀB_l B'_mᵀB'_m)
 * </pre>
 *
 * Source: the kernel is that of A. Jacot et al. 2018; its distance as in L. Braun et al. 2022 and C. Dominé et al. 2024. K itself,
 * (outputs · samples)², is never made.
 */
public final class KernelDistance implements Measure {
    @Override
    public String id() {
        return "kernel_distance";
    }

    @Override
    public Form form() {
        return Form.of(Form.Of.RUN, Form.Value.NUMBER);
    }

    @Override
    public Reading on(Subject subject) {
        Optional<Phrase> obstacle = LinearMap.obstacle(subject.network(), subject.contexts());
        Optional<int[]> chain = subject.architecture().linearChain();
        if (obstacle.isPresent() || chain.isEmpty()) {
            return Reading.none(Phrase.of(
                    "measure.needs-chain",
                    Argument.name(id()),
                    Argument.of(obstacle.orElseGet(() -> Phrase.of("measure.many-ways")))));
        }
        Matrix x = inputs(subject);
        Kernel first = new Kernel(subject, chain.get(), x);
        double size = first.product(first);
        Kernel now = new Kernel(subject, chain.get(), x);
        return Reading.of(List.of(Part.of(0, 1, 1)), (part, to, at) -> {
            now.refresh();
            double both = Math.sqrt(size) * Math.sqrt(now.product(now));
            to[at] = both > 0 ? 1 - first.product(now) / both : 0;
        });
    }

    private static Matrix inputs(Subject subject) {
        var node = subject.architecture().nodes().get(LinearMap.first(subject.architecture(), Role.INPUT));
        int samples = subject.samples();
        double[] all = new double[node.width() * samples];
        int before = 0;
        for (Context context : subject.contexts()) {
            Matrix one = context.x().get(node.id());
            for (int i = 0; one != null && i < one.rows(); i++) {
                System.arraycopy(one.row(i), 0, all, i * samples + before, one.columns());
            }
            before += context.samples();
        }
        return Matrix.of(node.width(), samples, all);
    }

    /** The two factors of every layer's part. */
    private static final class Kernel {
        private final Subject subject;
        private final int[] chain;
        private final Matrix x;
        /** A_l A_lᵀ, outputs × outputs, from the first layer on. */
        private final List<Matrix> above = new ArrayList<>();
        /** B_lᵀ B_l, samples × samples. */
        private final List<Matrix> below = new ArrayList<>();

        Kernel(Subject subject, int[] chain, Matrix x) {
            this.subject = subject;
            this.chain = chain;
            this.x = x;
            refresh();
        }

        void refresh() {
            above.clear();
            below.clear();
            Matrix b = x;
            for (int e : chain) {
                below.add(square(b.transpose()));
                b = weights(e).times(b);
            }
            Matrix a = Matrix.identity(b.rows());
            for (int l = chain.length - 1; l >= 0; l--) {
                above.add(0, square(a));
                a = a.times(weights(chain[l]));
            }
        }

        private Matrix weights(int e) {
            Architecture graph = subject.architecture();
            return Matrix.of(graph.rows(e), graph.columns(e), subject.network().weightsUsed(e));
        }

        /** M Mᵀ. */
        private static Matrix square(Matrix m) {
            int n = m.rows();
            int k = m.columns();
            double[] entries = m.toArray();
            double[] to = new double[n * n];
            Gemm.multiply(n, n, k, entries, 0, k, 1, entries, 0, 1, k, 1, to, 0, n, false);
            return Matrix.of(n, n, to);
        }

        double product(Kernel other) {
            double sum = 0;
            for (int l = 0; l < above.size(); l++) {
                for (int m = 0; m < above.size(); m++) {
                    double outputs = inner(above.get(l), other.above.get(m));
                    double samples = inner(below.get(l), other.below.get(m));
                    sum += outputs * samples;
                }
            }
            return sum;
        }

        private static double inner(Matrix a, Matrix b) {
            double sum = 0;
            for (int i = 0; i < a.rows(); i++) {
                for (int j = 0; j < a.columns(); j++) {
                    sum += a.at(i, j) * b.at(i, j);
                }
            }
            return sum;
        }
    }
}
