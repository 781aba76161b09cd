package dynlab.measure;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.network.Network;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.List;
import java.util.Optional;

/** Whether a network has a total map: one input, one output, linear nodes without biases, all gates 1. */
public final class LinearMap {
    private LinearMap() {}

    /** Why this network has no single total map; nothing if it has one. */
    public static Optional<Phrase> obstacle(Network network, List<Context> contexts) {
        Architecture architecture = network.architecture();
        if (network.gateGroups() > 0) {
            return Optional.of(Phrase.of("measure.learned-gates"));
        }
        int inputs = 0;
        int outputs = 0;
        for (Node node : architecture.nodes()) {
            inputs += node.role() == Role.INPUT ? 1 : 0;
            outputs += node.role() == Role.OUTPUT ? 1 : 0;
            if (node.activation() != Activation.LINEAR) {
                return Optional.of(Phrase.of("measure.not-linear", Argument.name(node.id())));
            }
            if (node.bias()) {
                return Optional.of(Phrase.of("measure.bias", Argument.name(node.id())));
            }
        }
        if (inputs != 1 || outputs != 1) {
            return Optional.of(Phrase.of("measure.ends", Argument.count(inputs), Argument.count(outputs)));
        }
        for (Context context : contexts) {
            if (!context.gates().open()) {
                return Optional.of(Phrase.of("measure.gates", Argument.name(context.name())));
            }
        }
        return Optional.empty();
    }

    /** What quantities of the total map say where there is none. */
    static Phrase needs(Phrase obstacle) {
        return Phrase.of("measure.map-needs", Argument.of(obstacle));
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
