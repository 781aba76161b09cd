package dynlab.theory;

import dynlab.numeric.Matrix;
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
    public Modes {
        s = s.clone();
        blocks = blocks.stream().map(List::copyOf).toList();
    }

    @Override
    public double[] s() {
        return s.clone();
    }

    public int count() {
        return s.length;
    }
}
