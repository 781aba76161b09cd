package dynlab.architecture;

import java.util.ArrayList;
import java.util.List;

/** The layers whose ReLU units open and close: those between what comes in and what goes out. */
public final class ReluLayers {
    private ReluLayers() {}

    /**
     * Their positions, from the input up.
     *
     * @return positions of nodes
     */
    public static List<Integer> of(Architecture architecture) {
        List<Integer> found = new ArrayList<>();
        for (int v : architecture.order()) {
            Node node = architecture.nodes().get(v);
            boolean between = architecture.incoming(v).length > 0
                    && (node.role() == Role.OUTPUT || architecture.outgoing(v).length > 0);
            if (between && node.activation() == Activation.RELU) {
                found.add(v);
            }
        }
        return found;
    }
}
