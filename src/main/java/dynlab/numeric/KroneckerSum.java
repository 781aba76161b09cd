package dynlab.numeric;

import java.util.List;

/**
 * A sum of Kronecker products {@code K = Σ_l A_l ⊗ B_l} of symmetric matrices that is never written out: its inner
 * product with another one, its norm and its effect on a matrix need the small factors only.
 *
 * <p>The left factors share one size m and the right ones one size n, so that K is mn×mn. A matrix E of shape m×n stands
 * for the vector with the row index slow.
 *
 * @param left A_l, m×m, symmetric
 * @param right B_l, n×n, symmetric
 */
public record KroneckerSum(List<Matrix> left, List<Matrix> right) {
    public KroneckerSum {
        left = List.copyOf(left);
        right = List.copyOf(right);
        if (left.isEmpty() || left.size() != right.size()) {
            throw new IllegalArgumentException(
                    "a sum of products has as many left factors as right ones, at least one");
        }
    }

    /**
     * The Frobenius inner product of two sums of equal size.
     *
     * <pre>⟨Σ A_l ⊗ B_l, Σ C_k ⊗ D_k⟩ = Σ_lk ⟨A_l, C_k⟩ ⟨B_l, D_k⟩</pre>
     */
    public double inner(KroneckerSum other) {
        double sum = 0;
        for (int l = 0; l < left.size(); l++) {
            for (int k = 0; k < other.left.size(); k++) {
                double rows = inner(left.get(l), other.left.get(k));
                sum += rows * inner(right.get(l), other.right.get(k));
            }
        }
        return sum;
    }

    /** The Frobenius norm of K. */
    public double norm() {
        return Math.sqrt(Math.max(0, inner(this)));
    }

    /**
     * The distance of direction between two sums, whatever their sizes.
     *
     * <pre>1 − ⟨K, K′⟩ / (‖K‖ ‖K′‖)</pre>
     *
     * @return from 0 (one is a multiple of the other) to 1 for positive semidefinite sums; absolute rounding error about
     *     1e-15; 0 if one of the two is zero
     */
    public double cosineDistance(KroneckerSum other) {
        double size = norm() * other.norm();
        return size == 0 ? 0 : Math.max(0, 1 - inner(other) / size);
    }

    /**
     * How much has been added in the meantime, {@code ‖K′ − K‖ / ‖K‖}.
     *
     * @param later K′, of equal size
     * @return ≥ 0; absolute rounding error about 1e-8, since three numbers cancel; infinite if K is zero and K′ is not
     */
    public double relativeChange(KroneckerSum later) {
        double first = inner(this);
        double gap = first - 2 * inner(later) + later.inner(later);
        return gap <= 0 ? 0 : Math.sqrt(gap / first);
    }

    /**
     * {@code K vec(E)} as a matrix.
     *
     * <pre>Σ_l A_l E B_l</pre>
     *
     * @param e m×n
     * @return m×n
     */
    public Matrix times(Matrix e) {
        Matrix sum = left.get(0).times(e).times(right.get(0));
        for (int l = 1; l < left.size(); l++) {
            sum = sum.plus(left.get(l).times(e).times(right.get(l)));
        }
        return sum;
    }

    /** K itself, mn×mn: for small sizes and for drawing. */
    public Matrix dense() {
        int m = left.get(0).rows();
        int n = right.get(0).rows();
        int size = m * n;
        double[] values = new double[size * size];
        for (int l = 0; l < left.size(); l++) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    double row = left.get(l).at(i / n, j / n);
                    values[i * size + j] += row * right.get(l).at(i % n, j % n);
                }
            }
        }
        return Matrix.of(size, size, values);
    }

    private static double inner(Matrix a, Matrix b) {
        if (a.rows() != b.rows() || a.columns() != b.columns()) {
            throw new IllegalArgumentException("factors of different size");
        }
        double sum = 0;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                sum += a.at(i, j) * b.at(i, j);
            }
        }
        return sum;
    }
}
