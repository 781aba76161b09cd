package dynlab.drawing;

import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Gates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A layer's new name, everywhere. */
final class Renaming {
    private Renaming() {}

    /**
     * @param nodes already renamed
     */
    static Drawing of(Drawing before, List<Placed> nodes, String from, String to) {
        List<Edge> edges = new ArrayList<>();
        Map<String, String> edgeNames = new LinkedHashMap<>();
        for (Edge edge : before.edges()) {
            String source = edge.source().equals(from) ? to : edge.source();
            String target = edge.target().equals(from) ? to : edge.target();
            String said = edge.source() + ">" + edge.target();
            String id = edge.id().equals(said) ? source + ">" + target : edge.id();
            boolean free = id.equals(edge.id()) || before.edge(id).isEmpty() && id.length() <= 64;
            edgeNames.put(edge.id(), free ? id : edge.id());
            edges.add(new Edge(free ? id : edge.id(), source, target, edge.tied()));
        }
        List<Context> contexts = new ArrayList<>();
        for (Context c : before.contexts()) {
            Map<String, Double> edgeGates = new LinkedHashMap<>();
            c.gates().edges().forEach((id, gate) -> edgeGates.put(edgeNames.getOrDefault(id, id), gate));
            contexts.add(c.gated(new Gates(renamed(c.gates().nodes(), from, to), edgeGates))
                    .holding(renamed(c.x(), from, to), renamed(c.y(), from, to)));
        }
        return before.graph(nodes, edges).with(contexts);
    }

    private static <T> Map<String, T> renamed(Map<String, T> map, String from, String to) {
        Map<String, T> result = new LinkedHashMap<>();
        map.forEach((id, value) -> result.put(id.equals(from) ? to : id, value));
        return result;
    }
}
