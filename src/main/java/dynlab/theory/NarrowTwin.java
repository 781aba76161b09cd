package dynlab.theory;

import dynlab.numeric.Matrix;
import dynlab.numeric.PivotedQr;
import java.util.List;

/**
 * A wide linear hidden layer as one that is as wide as its inputs and outputs together, with the same learning.
 *
 * <pre>Q R = [W1 | W2ᵀ],   W1' = Qᵀ W1,   W2' = W2 Q</pre>
 *
 * Gradients of the layer are {@code W2ᵀ E} and {@code E W1ᵀ} with an E that depends on {@code W2 W1} alone, so the columns of
 * {@code [W1 | W2ᵀ]} never leave the space that they span at the start, and descent in steps, with whatever rate, momentum or
 * decay, commutes with Qᵀ. Derived in docs/theory.md §9.4.
 *
 * @param up weights into the hidden layer, hidden' × inputs
 * @param down weights out of it, outputs × hidden'
 */
public record NarrowTwin(Matrix up, Matrix down) {
    /**
     * The narrowest twin of a hidden layer without units' own gates, functions or masks.
     *
     * @param up W1, hidden × inputs, finite
     * @param down W2, outputs × hidden, finite
     * @return weights with the same products {@code W2 W1}, {@code W1ᵀ W1} and {@code W2 W2ᵀ} up to rounding, min(hidden,
     *     inputs + outputs) units; the given ones where there are no more units than that
     */
    public static NarrowTwin of(Matrix up, Matrix down) {
        if (up.rows() <= up.columns() + down.rows()) {
            return new NarrowTwin(up, down);
        }
        Matrix q = PivotedQr.spanning(List.of(up, down.transpose()));
        return new NarrowTwin(q.transpose().times(up), down.times(q));
    }
}
