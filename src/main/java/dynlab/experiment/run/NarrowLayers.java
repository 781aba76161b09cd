package dynlab.experiment.run;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import dynlab.numeric.PivotedQr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hidden layers of a graph in the smallest spaces that descent cannot leave.
 *
 * <pre>Q_v R = [ W_e | W_fᵀ ]  of all e into v, f out of v,   W'_e = Q_targetᵀ W_e Q_source</pre>
 *
 * The gradient of a weight into a linear layer is {@code Σ W_fᵀ E}, of one out of it {@code Σ E (W_e h)ᵀ}: their columns, and
 * rows, stay in the span of the columns of [W_e | W_fᵀ] at the start, so descent commutes with Q. Layers with a function or a
 * bias of their own stay as they are, and so does every neighbour of a layer that becomes narrow: that was wider than all its
 * neighbours together, and they are not. Derived in docs/theory.md §9.4.
 */
final class NarrowLayers {
    private final Architecture architecture;
    private final List<Matrix> weights;
    /** Orthonormal columns, width × narrow width; absent where a layer stays. */
    private final List<Optional<Matrix>> spaces = new ArrayList<>();

    /**
     * @param architecture without ties
     * @param weights one matrix an edge, finite
     */
    NarrowLayers(Architecture architecture, List<Matrix> weights) {
        this.architecture = architecture;
        this.weights = weights;
        int nodes = architecture.nodes().size();
        for (int v = 0; v < nodes; v++) {
            spaces.add(space(v));
        }
    }

    private Optional<Matrix> space(int v) {
        List<Matrix> around = new ArrayList<>();
        int width = 0;
        for (int e : architecture.incoming(v)) {
            around.add(weights.get(e));
            width += architecture.columns(e);
        }
        for (int e : architecture.outgoing(v)) {
            around.add(weights.get(e).transpose());
            width += architecture.rows(e);
        }
        Node node = architecture.nodes().get(v);
        boolean free = node.role() == Role.HIDDEN && node.activation() == Activation.LINEAR && !node.bias();
        return free && width > 0 && width < node.width() ? Optional.of(PivotedQr.spanning(around)) : Optional.empty();
    }

    /** A matrix whose columns belong to a node, in its smaller space. */
    private Matrix into(int node, Matrix matrix) {
        return spaces.get(node).map(matrix::times).orElse(matrix);
    }

    private int width(int v) {
        return spaces.get(v)
                .map(Matrix::columns)
                .orElse(architecture.nodes().get(v).width());
    }

    /** Whether some layer has become narrower. */
    boolean any() {
        for (Optional<Matrix> space : spaces) {
            if (space.isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The graph with narrow layers. */
    Architecture architecture() {
        List<Node> nodes = new ArrayList<>();
        for (int v = 0; v < spaces.size(); v++) {
            Node node = architecture.nodes().get(v);
            nodes.add(spaces.get(v).isPresent() ? node.wide(width(v)) : node);
        }
        return new Architecture(nodes, architecture.edges());
    }

    /** The weights between narrow layers. */
    List<Matrix> weights() {
        List<Matrix> narrow = new ArrayList<>();
        for (int e = 0; e < weights.size(); e++) {
            Matrix right = into(architecture.source(e), weights.get(e));
            narrow.add(spaces.get(architecture.target(e))
                    .map(q -> q.transpose().times(right))
                    .orElse(right));
        }
        return narrow;
    }

    /** Multiplications of {@link #wide} for all edges. */
    double multiplications() {
        double all = 0;
        for (int e = 0; e < weights.size(); e++) {
            int target = architecture.target(e);
            int source = architecture.source(e);
            double rows = weights.get(e).rows();
            all += spaces.get(target).isPresent() ? rows * width(target) * width(source) : 0;
            all += spaces.get(source).isPresent()
                    ? rows * width(source) * weights.get(e).columns()
                    : 0;
        }
        return all;
    }

    /** The weights of an edge of the graph itself, from those between narrow layers. */
    Matrix wide(int e, Matrix narrow) {
        Matrix left =
                spaces.get(architecture.target(e)).map(q -> q.times(narrow)).orElse(narrow);
        return spaces.get(architecture.source(e))
                .map(q -> left.times(q.transpose()))
                .orElse(left);
    }
}
