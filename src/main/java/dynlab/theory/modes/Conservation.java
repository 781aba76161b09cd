package dynlab.theory.modes;

import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * What gradient flow cannot change at a linear hidden node, whatever the gates and the data.
 *
 * <pre>Q_v = Σ_{e into v} W_e W_eᵀ − Σ_{e out of v} W_eᵀ W_e</pre>
 *
 * Scaling what flows in by any matrix and what flows out by its inverse leaves the loss alone; Q is what belongs to that
 * symmetry. One Euler step changes it by η² only. Derived in docs/theory.md §5.7.
 */
public final class Conservation {
    private Conservation() {}

    /**
     * Q of every hidden node.
     *
     * @param weights one matrix an edge, in edge order
     * @return width × width matrices, symmetric, of the hidden nodes in their order
     */
    public static List<Matrix> of(Architecture architecture, List<Matrix> weights) {
        List<Matrix> all = new ArrayList<>();
        for (int v = 0; v < architecture.nodes().size(); v++) {
            if (architecture.nodes().get(v).role() == Role.HIDDEN) {
                int width = architecture.nodes().get(v).width();
                Matrix sum = Matrix.zero(width, width);
                for (int e : architecture.incoming(v)) {
                    sum = sum.plus(weights.get(e).times(weights.get(e).transpose()));
                }
                for (int e : architecture.outgoing(v)) {
                    sum = sum.minus(weights.get(e).transpose().times(weights.get(e)));
                }
                all.add(sum);
            }
        }
        return all;
    }

    /**
     * How fast Q changes while the weights change, {@code dQ = Σ (dW Wᵀ + W dWᵀ) − Σ (dWᵀ W + Wᵀ dW)}; 0 under gradient
     * flow, up to rounding of the size of the summands.
     *
     * @param change dW of every edge, in edge order
     */
    public static List<Matrix> rate(Architecture architecture, List<Matrix> weights, List<Matrix> change) {
        List<Matrix> all = new ArrayList<>();
        for (int v = 0; v < architecture.nodes().size(); v++) {
            if (architecture.nodes().get(v).role() == Role.HIDDEN) {
                int width = architecture.nodes().get(v).width();
                Matrix half = Matrix.zero(width, width);
                for (int e : architecture.incoming(v)) {
                    half = half.plus(change.get(e).times(weights.get(e).transpose()));
                }
                for (int e : architecture.outgoing(v)) {
                    half = half.minus(change.get(e).transpose().times(weights.get(e)));
                }
                all.add(half.plus(half.transpose()));
            }
        }
        return all;
    }
}
