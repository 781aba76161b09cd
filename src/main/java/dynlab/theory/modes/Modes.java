package dynlab.theory.modes;

import dynlab.numeric.CanonicalBasis;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import java.util.ArrayList;
import java.util.List;

/**
 * The singular modes of an input-output correlation Σ^yx = U diag(s) Vᵀ.
 *
 * @param u left vectors as columns, outputs × modes
 * @param s singular values, descending
 * @param v right vectors as columns, inputs × modes
 * @param blocks modes whose singular values differ by less than 1e-6·s₁, as lists of consecutive mode numbers from 0;
 *     inside a block single modes are arbitrary and only sums mean something
 */
public record Modes(Matrix u, double[] s, Matrix v, List<List<Integer>> blocks) {
    private static final double EQUAL = 1e-6;
    /** Below this relative spread the differences inside a block are rounding and its basis may be turned. */
    private static final double ROUNDING = 1e-12;

    public Modes {
        s = s.clone();
        List<List<Integer>> copies = new ArrayList<>();
        for (List<Integer> block : blocks) {
            copies.add(List.copyOf(block));
        }
        blocks = List.copyOf(copies);
    }

    @Override
    public double[] s() {
        return s.clone();
    }

    public int count() {
        return s.length;
    }

    /**
     * The modes of a correlation.
     *
     * <pre>Σ^yx = Σ_α s_α u_α v_αᵀ</pre>
     *
     * The basis inside a block of equal singular values is the {@link CanonicalBasis} of its right vectors: it does not
     * depend on the decomposition, and for a tree it is the contrast of the two sides of one branch each. Signs as in {@link Svd}. Source: A. Saxe, J. McClelland and S. Ganguli, PNAS 2019;
     * the choice of basis is derived in docs/theory.md §2.4.
     *
     * @param sigmaYx outputs × inputs, finite
     * @return min(outputs, inputs) modes; {@code ‖Σ^yx − U diag(s) Vᵀ‖ ≤ 1e-11 ‖Σ^yx‖}, 1e-13 without equal values
     */
    public static Modes of(Matrix sigmaYx) {
        Svd svd = Svd.thin(sigmaYx);
        double[] s = svd.s();
        List<List<Integer>> blocks = blocks(s);
        double[] u = svd.u().toArray();
        double[] v = svd.v().toArray();
        for (List<Integer> block : blocks) {
            int from = block.get(0);
            int size = block.size();
            if (size > 1 && s[from] - s[from + size - 1] <= ROUNDING * s[0]) {
                Matrix turn = CanonicalBasis.turn(svd.v(), from, size);
                CanonicalBasis.apply(svd.u(), from, turn, u);
                CanonicalBasis.apply(svd.v(), from, turn, v);
            }
        }
        fixSigns(u, v, s.length);
        return new Modes(Matrix.of(sigmaYx.rows(), s.length, u), s, Matrix.of(sigmaYx.columns(), s.length, v), blocks);
    }

    /**
     * Groups of consecutive numbers that differ from the first of their group by less than 1e-6 times the first of all.
     *
     * @param descending numbers in descending order
     * @return every index from 0 once, ascending
     */
    public static List<List<Integer>> blocks(double[] descending) {
        List<List<Integer>> blocks = new ArrayList<>();
        for (int i = 0; i < descending.length; i++) {
            List<Integer> last = blocks.isEmpty() ? List.of() : blocks.get(blocks.size() - 1);
            if (last.isEmpty() || descending[last.get(0)] - descending[i] > EQUAL * descending[0]) {
                blocks.add(new ArrayList<>(List.of(i)));
            } else {
                last.add(i);
            }
        }
        return blocks;
    }

    private static void fixSigns(double[] u, double[] v, int count) {
        for (int k = 0; k < count; k++) {
            double[] left = new double[u.length / count];
            for (int i = 0; i < left.length; i++) {
                left[i] = u[i * count + k];
            }
            if (Svd.sign(left) < 0) {
                for (int i = k; i < u.length; i += count) {
                    u[i] = -u[i];
                }
                for (int i = k; i < v.length; i += count) {
                    v[i] = -v[i];
                }
            }
        }
    }
}
