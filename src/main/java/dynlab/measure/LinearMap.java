package dynlab.measure;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import java.util.List;
import java.util.Optional;

/** The total map of a network that has one input, one output, linear nodes without biases and all gates 1. */
public final class LinearMap {
    private LinearMap() {}

    /** Why this network has no single total map, as a sentence; nothing if it has one. */
    public static Optional<String> obstacle(Architecture architecture, List<Context> contexts) {
        int inputs = 0;
        int outputs = 0;
        for (Node node : architecture.nodes()) {
            inputs += node.role() == Role.INPUT ? 1 : 0;
            outputs += node.role() == Role.OUTPUT ? 1 : 0;
            if (node.activation() != Activation.LINEAR) {
                return Optional.of("node \"" + node.id() + "\" is not linear");
            }
            if (node.bias()) {
                return Optional.of("node \"" + node.id() + "\" has a bias");
            }
        }
        if (inputs != 1 || outputs != 1) {
            return Optional.of("the graph has " + inputs + " inputs and " + outputs + " outputs, not one of each");
        }
        for (Context context : contexts) {
            if (!context.gates().open()) {
                return Optional.of("context \"" + context.name() + "\" has gates other than 1");
            }
        }
        return Optional.empty();
    }

    /**
     * W_tot, outputs × inputs: the sum over paths of the products of their weights, here by
     * {@code M_v = Σ_{e into v} W_e M_source(e)} from {@code M_input = I}.
     */
    public static Matrix total(Network network) {
        Architecture architecture = network.architecture();
        int nodes = architecture.nodes().size();
        Matrix[] maps = new Matrix[nodes];
        int input = first(architecture, Role.INPUT);
        int inputs = architecture.nodes().get(input).width();
        for (int v : architecture.order()) {
            Matrix map = v == input
                    ? Matrix.identity(inputs)
                    : Matrix.zero(architecture.nodes().get(v).width(), inputs);
            for (int e : architecture.incoming(v)) {
                map = map.plus(network.weight(e).times(maps[architecture.source(e)]));
            }
            maps[v] = map;
        }
        return maps[first(architecture, Role.OUTPUT)];
    }

    /** The index of the first node of a role. */
    public static int first(Architecture architecture, Role role) {
        for (int v = 0; v < architecture.nodes().size(); v++) {
            if (architecture.nodes().get(v).role() == role) {
                return v;
            }
        }
        throw new IllegalArgumentException("the graph has no " + role.word());
    }

    /**
     * Strengths of given modes in a map, a_α = u_αᵀ W v_α.
     *
     * @param u left vectors as columns, outputs × modes
     * @param map W, outputs × inputs
     * @param v right vectors as columns, inputs × modes
     * @return one strength a mode, signed
     */
    public static double[] modeStrength(Matrix u, Matrix map, Matrix v) {
        Matrix mapped = map.times(v);
        double[] strengths = new double[v.columns()];
        for (int mode = 0; mode < strengths.length; mode++) {
            double sum = 0;
            for (int i = 0; i < u.rows(); i++) {
                sum += u.at(i, mode) * mapped.at(i, mode);
            }
            strengths[mode] = sum;
        }
        return strengths;
    }
}
