package dynlab.theory.rhythm;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A graph that is a recurrent network unrolled over its times: one input, hidden nodes in a row, and an output for each of
 * them, all steps by one matrix and all answers by one.
 *
 * @param in the edge from the input
 * @param memory the edge whose matrix leads from each time to the next
 * @param out the edge whose matrix answers
 * @param outputs the output nodes, from the first time on
 */
public record Unrolled(int in, int memory, int out, List<Integer> outputs) {
    public Unrolled {
        outputs = List.copyOf(outputs);
    }

    /** What a graph is unrolled from; nothing if it is none, if it has biases, or if its nodes are not linear. */
    public static Optional<Unrolled> of(Architecture graph) {
        boolean linear =
                graph.nodes().stream().allMatch(node -> node.activation() == Activation.LINEAR && !node.bias());
        List<Integer> inputs = of(graph, Role.INPUT);
        if (!linear || inputs.size() != 1 || graph.outgoing(inputs.get(0)).length != 1) {
            return Optional.empty();
        }
        int in = graph.outgoing(inputs.get(0))[0];
        int memory = -1;
        int out = -1;
        List<Integer> outputs = new ArrayList<>();
        int state = graph.target(in);
        boolean more = true;
        while (more) {
            more = false;
            int answers = 0;
            int next = state;
            for (int e : graph.outgoing(state)) {
                int owner = graph.owner(e);
                boolean straight = !graph.transposed(e) && graph.incoming(graph.target(e)).length == 1;
                boolean answer = graph.nodes().get(graph.target(e)).role() == Role.OUTPUT;
                int known = answer ? out : memory;
                if (!straight || owner == in || known >= 0 && known != owner) {
                    return Optional.empty();
                }
                if (answer) {
                    out = owner;
                    answers++;
                    outputs.add(graph.target(e));
                } else if (more) {
                    return Optional.empty();
                } else {
                    memory = owner;
                    more = true;
                    next = graph.target(e);
                }
            }
            if (answers != 1) {
                return Optional.empty();
            }
            state = next;
        }
        boolean whole = memory >= 0
                && memory != out
                && outputs.size() == of(graph, Role.OUTPUT).size()
                && outputs.size() == of(graph, Role.HIDDEN).size();
        return whole ? Optional.of(new Unrolled(in, memory, out, outputs)) : Optional.empty();
    }

    private static List<Integer> of(Architecture graph, Role role) {
        List<Integer> nodes = new ArrayList<>();
        for (int v = 0; v < graph.nodes().size(); v++) {
            if (graph.nodes().get(v).role() == role) {
                nodes.add(v);
            }
        }
        return nodes;
    }
}
