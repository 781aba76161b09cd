package dynlab.experiment.run;

import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import dynlab.network.Network;
import dynlab.numeric.Matrix;

/** The linear maps of hidden nodes that stand alone between inputs and one output: the pathways of a gated twin. */
final class PathMaps {
    private PathMaps() {}

    static boolean isPath(Architecture graph, int node) {
        if (graph.nodes().get(node).role() != Role.HIDDEN
                || graph.outgoing(node).length != 1
                || graph.incoming(node).length == 0) {
            return false;
        }
        for (int e : graph.incoming(node)) {
            if (graph.nodes().get(graph.source(e)).role() != Role.INPUT) {
                return false;
            }
        }
        int end = graph.target(graph.outgoing(node)[0]);
        return graph.nodes().get(end).role() == Role.OUTPUT;
    }

    static int rows(Architecture graph, int node) {
        return graph.rows(graph.outgoing(node)[0]);
    }

    static int columns(Architecture graph, int node) {
        int columns = 0;
        for (int e : graph.incoming(node)) {
            columns += graph.columns(e);
        }
        return columns;
    }

    /** {@code W_out [W_in …]}, outputs × inputs; what gates and nonlinearities do is left out. */
    static Matrix of(Network network, int node) {
        Architecture graph = network.architecture();
        int width = graph.nodes().get(node).width();
        int columns = columns(graph, node);
        double[] all = new double[width * columns];
        int at = 0;
        for (int e : graph.incoming(node)) {
            Matrix w = network.weight(e);
            for (int i = 0; i < width; i++) {
                System.arraycopy(w.row(i), 0, all, i * columns + at, w.columns());
            }
            at += w.columns();
        }
        return network.weight(graph.outgoing(node)[0]).times(Matrix.of(width, columns, all));
    }
}
