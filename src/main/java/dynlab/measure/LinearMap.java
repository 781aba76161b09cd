package dynlab.measure;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.network.Network;
import java.util.List;
import java.util.Optional;

/** Whether a network has a total map: one input, one output, linear nodes without biases, all gates 1. */
public final class LinearMap {
    private LinearMap() {}

    /** Why this network has no single total map, as a sentence; nothing if it has one. */
    public static Optional<String> obstacle(Network network, List<Context> contexts) {
        Architecture architecture = network.architecture();
        if (network.gateGroups() > 0) {
            return Optional.of("gates are learned");
        }
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

    /** What quantities of the total map say where there is none. */
    static String needs(String obstacle) {
        return "mode_strength and map_singular_values need one input, one output, linear nodes and gates 1: "
                + obstacle;
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
}
