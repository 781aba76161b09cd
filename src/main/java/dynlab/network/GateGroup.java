package dynlab.network;

import dynlab.numeric.Matrix;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Gates of nodes that are learned together; each multiplies what a context's own gate says of its node.
 *
 * @param nodes ids of hidden or output nodes, each in one group at most
 * @param kind how gates follow from θ
 * @param perContext whether every context of the experiment has a row of its own
 * @param tau time constant of θ, &gt; 0; that of the weights if absent
 * @param initial θ at the start, one row or one a context × nodes
 */
public record GateGroup(List<String> nodes, GateKind kind, boolean perContext, OptionalDouble tau, Matrix initial) {
    public GateGroup {
        nodes = List.copyOf(nodes);
    }

    /** The same with other θ. */
    public GateGroup at(Matrix theta) {
        return new GateGroup(nodes, kind, perContext, tau, theta);
    }
}
