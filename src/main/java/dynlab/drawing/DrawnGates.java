package dynlab.drawing;

import dynlab.architecture.Architecture;
import dynlab.architecture.Role;
import dynlab.network.GateGroup;
import dynlab.network.GateKind;
import dynlab.numeric.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The learned gates of a drawing: hidden layers that are equally far from the inputs compete, in every context anew. A gate
 * that opens by itself begins small, so that there is a race.
 */
final class DrawnGates {
    private static final double SMALL = 0.1;

    private DrawnGates() {}

    static List<GateGroup> of(Drawing drawing, GateKind kind) {
        Architecture graph = drawing.architecture();
        int[] depth = graph.depths();
        Map<Integer, List<String>> layers = new TreeMap<>();
        for (int v : graph.order()) {
            if (graph.nodes().get(v).role() == Role.HIDDEN) {
                layers.computeIfAbsent(depth[v], d -> new ArrayList<>())
                        .add(graph.nodes().get(v).id());
            }
        }
        List<GateGroup> groups = new ArrayList<>();
        for (List<String> layer : layers.values()) {
            double[] theta = new double[layer.size() * drawing.contexts().size()];
            if (kind == GateKind.LINEAR) {
                Arrays.fill(theta, SMALL);
            }
            groups.add(new GateGroup(
                    layer,
                    kind,
                    true,
                    OptionalDouble.empty(),
                    Matrix.of(drawing.contexts().size(), layer.size(), theta)));
        }
        return groups;
    }
}
