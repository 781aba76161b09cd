package dynlab.architecture;

/**
 * A layer: {@code width} units that share their gate and activation.
 *
 * @param id name, unique among the nodes
 * @param role input, hidden or output
 * @param width number of units, at least 1
 * @param activation applied to the summed input; an input node has none and is {@link Activation#LINEAR}
 */
public record Node(String id, Role role, int width, Activation activation) {
    public Node {
        if (width < 1) {
            throw new IllegalArgumentException("node " + id + " has width " + width + ", expected at least 1");
        }
    }

    /** A linear node. */
    public static Node linear(String id, Role role, int width) {
        return new Node(id, role, width, Activation.LINEAR);
    }
}
