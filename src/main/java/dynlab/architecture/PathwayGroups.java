package dynlab.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pathways of a graph: all routes from an input to an output that lead through the same hidden nodes. Those with most routes
 * come first.
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
    public static Optional<List<Group>> of(Architecture graph) {
        return Pathways.list(graph).map(routes -> grouped(graph, routes));
    }

    private static List<Group> grouped(Architecture graph, List<List<Integer>> routes) {
        Map<List<Integer>, List<List<Integer>>> by = new LinkedHashMap<>();
        for (List<Integer> route : routes) {
            List<Integer> hidden = new ArrayList<>();
            for (int e : route.subList(0, route.size() - 1)) {
                hidden.add(graph.target(e));
            }
            by.computeIfAbsent(hidden, h -> new ArrayList<>()).add(route);
        }
        List<Group> groups = new ArrayList<>();
        by.forEach((hidden, all) -> groups.add(new Group(hidden, all)));
        groups.sort(Comparator.comparingInt(group -> -group.routes().size()));
        return groups;
    }
}
