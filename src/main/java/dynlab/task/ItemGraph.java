package dynlab.task;

import java.util.List;

/**
 * How items hang together: a graph over them, drawn in a unit square. The first nodes are the items; those after them have
 * no name and only join others.
 *
 * @param name the word of its form
 * @param xs place of every node from the left, 0…1
 * @param ys place of every node from above, 0…1
 * @param edges pairs of nodes
 */
public record ItemGraph(String name, List<Double> xs, List<Double> ys, List<Link> edges) {
    /** An edge. */
    public record Link(int from, int to) {}

    public ItemGraph {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        edges = List.copyOf(edges);
    }

    public int size() {
        return xs.size();
    }
}
