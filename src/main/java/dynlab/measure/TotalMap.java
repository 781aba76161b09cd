package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import dynlab.network.Network;
import dynlab.numeric.Gemm;
import dynlab.numeric.Matrix;

/**
 * The total map of a network that has one ({@link LinearMap#obstacle}): the sum over paths of the products of their
 * weights, here by {@code M_v = Σ_{e into v} W_e M_source(e)} from {@code M_input = I}. Allocates nothing after it is made.
 */
final class TotalMap {
    private final Network network;
    private final int input;
    private final int output;
    private final int inputs;
    private final int outputs;
    private final int[] order;
    private final double[][] maps;
    private double[] mapped = new double[0];

    TotalMap(Network network) {
        this.network = network;
        Architecture graph = network.architecture();
        input = LinearMap.first(graph, Role.INPUT);
        output = LinearMap.first(graph, Role.OUTPUT);
        inputs = graph.nodes().get(input).width();
        outputs = graph.nodes().get(output).width();
        order = graph.order();
        maps = new double[order.length][];
        for (int v = 0; v < maps.length; v++) {
            maps[v] = new double[v == input ? 0 : graph.nodes().get(v).width() * inputs];
        }
    }

    int rows() {
        return outputs;
    }

    int columns() {
        return inputs;
    }

    /** Computes the map from the present weights. */
    void refresh() {
        Architecture graph = network.architecture();
        for (int v : order) {
            boolean add = false;
            for (int e : graph.incoming(v)) {
                addEdge(graph, e, v, add);
                add = true;
            }
        }
    }

    private void addEdge(Architecture graph, int e, int v, boolean add) {
        double[] weights = network.weightsUsed(e);
        int source = graph.source(e);
        if (source == input) {
            for (int i = 0; i < weights.length; i++) {
                maps[v][i] = add ? maps[v][i] + weights[i] : weights[i];
            }
            return;
        }
        int depth = graph.columns(e);
        Gemm.multiply(
                graph.rows(e),
                inputs,
                depth,
                weights,
                0,
                depth,
                1,
                maps[source],
                0,
                inputs,
                1,
                1,
                maps[v],
                0,
                inputs,
                add);
    }

    /** The entries as of the last {@link #refresh}, outputs × inputs; not to be written to. */
    double[] entries() {
        return maps[output];
    }

    /**
     * Writes the map times a matrix.
     *
     * @param x inputs × samples, row-major
     * @param samples its columns
     * @param to where outputs × samples are written, row-major
     * @param at place of the first entry
     */
    void times(double[] x, int samples, double[] to, int at) {
        Gemm.multiply(
                outputs, samples, inputs, maps[output], 0, inputs, 1, x, 0, samples, 1, 1, to, at, samples, false);
    }

    /**
     * Strengths of given modes, {@code a_α = u_αᵀ W v_α}.
     *
     * @param u left vectors as columns, outputs × modes
     * @param v right vectors as columns, inputs × modes, row-major entries
     * @param to where one signed strength a mode is written
     * @param at place of the first
     */
    void strengths(Matrix u, double[] v, double[] to, int at) {
        int modes = u.columns();
        if (mapped.length != outputs * modes) {
            mapped = new double[outputs * modes];
        }
        Gemm.multiply(outputs, modes, inputs, maps[output], 0, inputs, 1, v, 0, modes, 1, 1, mapped, 0, modes, false);
        for (int mode = 0; mode < modes; mode++) {
            double sum = 0;
            for (int i = 0; i < outputs; i++) {
                sum += u.at(i, mode) * mapped[i * modes + mode];
            }
            to[at + mode] = sum;
        }
    }
}
