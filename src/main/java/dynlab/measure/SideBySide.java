package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.network.Network;
import java.util.List;

/** The weights of several edges into one node as one matrix. */
final class SideBySide {
    private SideBySide() {}

    static int columns(Architecture graph, List<Integer> edges) {
        int columns = 0;
        for (int e : edges) {
            columns += graph.columns(e);
        }
        return columns;
    }

    /** {@code [W_1 W_2 …]}, width × columns, row-major. */
    static double[] of(Network network, List<Integer> edges, int width) {
        Architecture graph = network.architecture();
        int columns = columns(graph, edges);
        double[] all = new double[width * columns];
        int before = 0;
        for (int e : edges) {
            double[] weights = network.weightsUsed(e);
            int own = graph.columns(e);
            for (int i = 0; i < width; i++) {
                System.arraycopy(weights, i * own, all, i * columns + before, own);
            }
            before += own;
        }
        return all;
    }
}
