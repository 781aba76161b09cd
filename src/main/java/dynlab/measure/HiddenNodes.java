package dynlab.measure;

import dynlab.architecture.Architecture;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.words.Argument;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * The hidden nodes of a run, for measures that have a part for each.
 *
 * @param parts one a hidden node, in the order of the nodes
 * @param widest units of the widest of them
 */
record HiddenNodes(List<Part> parts, int widest) {
    HiddenNodes {
        parts = List.copyOf(parts);
    }

    /** With parts of so many rows and columns. */
    static HiddenNodes of(Subject subject, int rows, int columns) {
        List<Node> nodes = subject.architecture().nodes();
        List<Part> parts = new ArrayList<>();
        int widest = 0;
        for (int v = 0; v < nodes.size(); v++) {
            if (is(subject.architecture(), v)) {
                parts.add(Part.of(v, rows, columns));
                widest = Math.max(widest, nodes.get(v).width());
            }
        }
        return new HiddenNodes(parts, widest);
    }

    /** Whether a node is hidden. */
    static boolean is(Architecture graph, int node) {
        return graph.nodes().get(node).role() == Role.HIDDEN;
    }

    /** What a measure says where there are none. */
    static Reading none(String id) {
        return Reading.none(Phrase.of("measure.needs-hidden", Argument.name(id)));
    }
}
