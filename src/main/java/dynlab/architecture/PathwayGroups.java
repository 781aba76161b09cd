package dynlab.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pathways of a graph: all routes from an input to an output that lead through the same hidden nodes. Inputs that are open
 * together in a trained context speak at once, and so have pathways of their own. Those with most routes come first.
 */
public final class PathwayGroups {
    private PathwayGroups() {}

    /**
     * One pathway.
     *
     * @param hidden its hidden nodes from the input up; none where inputs feed outputs
     * @param routes edge indices of each of its routes, from the input up
     */
    public record Group(List<Integer> hidden, List<List<Integer>> routes) {
        public Group {
            hidden = List.copyOf(hidden);
            routes = List.copyOf(routes);
        }

        /** Whether one of its routes uses an edge. */
        public boolean uses(int edge) {
            for (List<Integer> route : routes) {
                if (route.contains(edge)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** All of them, or nothing if there are more routes than are listed. */
    public static Optional<List<Group>> of(Architecture graph, List<Context> contexts) {
        return Pathways.list(graph).map(routes -> grouped(graph, contexts, routes));
    }

    /** Inputs that are never open beside another. */
    private static boolean alone(Architecture graph, List<Context> contexts, int input) {
        String id = graph.nodes().get(input).id();
        for (Context context : contexts) {
            if (!context.train() || !open(context, id)) {
                continue;
            }
            for (Node other : graph.nodes()) {
                if (other.role() == Role.INPUT && !other.id().equals(id) && open(context, other.id())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean open(Context context, String input) {
        return context.x().containsKey(input) && context.gates().node(input) != 0;
    }

    private static List<Group> grouped(Architecture graph, List<Context> contexts, List<List<Integer>> routes) {
        Map<List<Integer>, List<List<Integer>>> by = new LinkedHashMap<>();
        for (List<Integer> route : routes) {
            int input = graph.source(route.get(0));
            List<Integer> hidden = new ArrayList<>(List.of(alone(graph, contexts, input) ? -1 : input));
            for (int e : route.subList(0, route.size() - 1)) {
                hidden.add(graph.target(e));
            }
            by.computeIfAbsent(hidden, h -> new ArrayList<>()).add(route);
        }
        List<Group> groups = new ArrayList<>();
        by.forEach((hidden, all) -> groups.add(new Group(hidden.subList(1, hidden.size()), all)));
        groups.sort(Comparator.comparingInt(group -> -group.routes().size()));
        return groups;
    }
}
