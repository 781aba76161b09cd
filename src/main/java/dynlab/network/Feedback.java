package dynlab.network;

import dynlab.architecture.Architecture;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The live matrices that carry errors back in place of the weights. */
final class Feedback {
    private static final double[] NONE = {};
    private final Architecture architecture;
    private final boolean direct;
    /** In file order. */
    private final List<double[]> all = new ArrayList<>();

    private final List<Integer> edges = new ArrayList<>();
    private final List<Matrix> shapes = new ArrayList<>();
    private final double[][] ofEdge;
    private final double[][][] toHidden;

    /**
     * @param direct whether the matrices lead from outputs to hidden nodes, and not along edges
     */
    Feedback(Architecture architecture, Map<String, Matrix> feedback, boolean direct) {
        this.architecture = architecture;
        this.direct = direct;
        int nodes = architecture.nodes().size();
        ofEdge = new double[architecture.edges().size()][0];
        toHidden = new double[direct ? nodes : 0][nodes][0];
        for (Map.Entry<String, Matrix> entry : feedback.entrySet()) {
            double[] values = entry.getValue().toArray();
            all.add(values);
            shapes.add(entry.getValue());
            if (!direct) {
                int e = architecture.edge(entry.getKey()).orElseThrow();
                ofEdge[e] = values;
                edges.add(e);
            }
        }
        if (direct) {
            placeDirect(feedback);
        }
    }

    private void placeDirect(Map<String, Matrix> feedback) {
        List<String> names = List.copyOf(feedback.keySet());
        for (int h = 0; h < toHidden.length; h++) {
            for (int y = 0; y < toHidden.length; y++) {
                Node from = architecture.nodes().get(y);
                Node to = architecture.nodes().get(h);
                if (to.role() == Role.HIDDEN && from.role() == Role.OUTPUT) {
                    int k = names.indexOf(Extras.direct(to.id(), from.id()));
                    toHidden[h][y] = k < 0 ? NONE : all.get(k);
                }
            }
        }
    }

    boolean direct() {
        return direct;
    }

    /** The matrix that stands for that of edge {@code e} on the way back; empty if its own does. */
    double[] ofEdge(int e) {
        return ofEdge[e];
    }

    /** The matrix from an output to a hidden node; empty if there is none. */
    double[] toHidden(int hidden, int output) {
        return toHidden[hidden][output];
    }

    /** Number of matrices. */
    int count() {
        return all.size();
    }

    double[] live(int k) {
        return all.get(k);
    }

    /** The edge of matrix {@code k} of a feedback that is not direct. */
    int edge(int k) {
        return edges.get(k);
    }

    Matrix matrix(int k) {
        return Matrix.of(shapes.get(k).rows(), shapes.get(k).columns(), all.get(k));
    }
}
