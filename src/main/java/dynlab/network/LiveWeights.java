package dynlab.network;

import dynlab.architecture.Architecture;
import dynlab.architecture.Node;
import dynlab.numeric.Gemm;
import dynlab.numeric.Matrix;
import java.util.List;
import java.util.Map;

/**
 * The live matrices and biases of a network, and −dL/d of each. An edge that is tied uses the array of its owner, by rows or
 * by columns, and adds its gradient to the owner's. Every array is row-major.
 */
final class LiveWeights {
    private final Architecture architecture;
    final double[][] weight;
    final double[][] descent;
    final double[][] bias;
    final double[][] biasDescent;
    /** Of each edge a mask of its weights, empty where all count. */
    private final double[][] seen;

    private final int[] rowStride;
    private final int[] columnStride;

    LiveWeights(Architecture architecture, List<Matrix> initial, Map<String, Matrix> biases) {
        this.architecture = architecture;
        int edges = architecture.edges().size();
        weight = new double[edges][];
        descent = new double[edges][];
        seen = new double[edges][0];
        rowStride = new int[edges];
        columnStride = new int[edges];
        for (int e = 0; e < edges; e++) {
            if (architecture.owns(e)) {
                Matrix w = initial.get(e);
                if (w.rows() != architecture.rows(e) || w.columns() != architecture.columns(e)) {
                    throw new IllegalArgumentException("weights " + w.rows() + " × " + w.columns() + " of edge \""
                            + architecture.edges().get(e).id() + "\" do not fit its nodes");
                }
                weight[e] = w.toArray();
                descent[e] = new double[weight[e].length];
            }
        }
        for (int e = 0; e < edges; e++) {
            weight[e] = weight[architecture.owner(e)];
            descent[e] = descent[architecture.owner(e)];
            rowStride[e] = architecture.transposed(e) ? 1 : architecture.columns(e);
            columnStride[e] = architecture.transposed(e) ? architecture.rows(e) : 1;
        }
        int nodes = architecture.nodes().size();
        bias = new double[nodes][0];
        biasDescent = new double[nodes][0];
        for (int v = 0; v < nodes; v++) {
            Node node = architecture.nodes().get(v);
            if (node.bias()) {
                bias[v] = new double[node.width()];
                biasDescent[v] = new double[node.width()];
                Matrix first = biases.get(node.id());
                if (first != null) {
                    first.copyInto(bias[v], 0);
                }
            }
        }
    }

    /** How far apart two rows of edge {@code e}'s matrix are in its array. */
    int rowStride(int e) {
        return rowStride[e];
    }

    int columnStride(int e) {
        return columnStride[e];
    }

    /** The matrix that edge {@code e} uses, width(target) × width(source). */
    Matrix used(int e) {
        double[] values = new double[weight[e].length];
        copyUsed(e, weight[e], values);
        return Matrix.of(architecture.rows(e), architecture.columns(e), values);
    }

    /** Copies an array of the owner's shape as edge {@code e} sees it. */
    void copyUsed(int e, double[] from, double[] to) {
        int rows = architecture.rows(e);
        int columns = architecture.columns(e);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                to[i * columns + j] = from[i * rowStride[e] + j * columnStride[e]];
            }
        }
    }

    void restrict(int e, Matrix mask) {
        seen[e] = mask.toArray();
        hide(e, weight[e]);
    }

    /** Sets to 0 what masks hide of the gradients. */
    void hideDescents() {
        for (int e = 0; e < seen.length; e++) {
            hide(e, descent[e]);
        }
    }

    private void hide(int e, double[] values) {
        for (int i = 0; i < seen[e].length; i++) {
            values[i] = seen[e][i] == 0 ? 0 : values[i];
        }
    }

    /** {@code z_target (+)= factor · W z_source}. */
    void forward(ForwardPlan.Product p, double factor, double[] source, int sourceRow, double[] target, int targetRow) {
        Gemm.multiply(
                architecture.rows(p.edge),
                p.columns,
                architecture.columns(p.edge),
                weight[p.edge],
                0,
                rowStride[p.edge],
                columnStride[p.edge],
                source,
                p.sourceAt,
                sourceRow,
                1,
                factor,
                target,
                p.targetAt,
                targetRow,
                !p.first);
    }

    /** {@code −dL/dW (+)= factor · error_target a_sourceᵀ}, or its transpose where the matrix is used so. */
    void gradient(ForwardPlan.Product p, double factor, double[] source, int sourceRow, double[] error, int errorRow) {
        int rows = architecture.rows(p.edge);
        int depth = architecture.columns(p.edge);
        if (architecture.transposed(p.edge)) {
            Gemm.multiply(
                    depth,
                    rows,
                    p.columns,
                    source,
                    p.sourceAt,
                    sourceRow,
                    1,
                    error,
                    p.targetAt,
                    1,
                    errorRow,
                    factor,
                    descent[p.edge],
                    0,
                    rows,
                    !p.firstGradient);
        } else {
            Gemm.multiply(
                    rows,
                    depth,
                    p.columns,
                    error,
                    p.targetAt,
                    errorRow,
                    1,
                    source,
                    p.sourceAt,
                    1,
                    sourceRow,
                    factor,
                    descent[p.edge],
                    0,
                    depth,
                    !p.firstGradient);
        }
    }

    /** Whether every weight is a finite number. */
    boolean finite() {
        for (double[] w : weight) {
            for (double value : w) {
                if (!Double.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
