package dynlab.architecture;

import java.util.Map;

/**
 * The gates of one context, real numbers by node and edge id; a gate that is not named is 1.
 *
 * @param nodes gate g_v of node v: {@code h_v = g_v f_v(…)}
 * @param edges gate g_e of edge e: the edge carries {@code g_e W_e h}
 */
public record Gates(Map<String, Double> nodes, Map<String, Double> edges) {
    /** Everything open. */
    public static final Gates OPEN = new Gates(Map.of(), Map.of());

    public Gates {
        nodes = Map.copyOf(nodes);
        edges = Map.copyOf(edges);
    }

    public double node(String id) {
        return nodes.getOrDefault(id, 1.0);
    }

    public double edge(String id) {
        return edges.getOrDefault(id, 1.0);
    }

    /** Whether every gate is 1. */
    public boolean open() {
        return nodes.values().stream().allMatch(g -> g == 1)
                && edges.values().stream().allMatch(g -> g == 1);
    }
}
