package dynlab.architecture;

import java.util.List;

/**
 * A layer: {@code width} units that share their gate and activation.
 *
 * @param id name, unique among the nodes
 * @param role input, hidden or output
 * @param width number of units, at least 1
 * @param activation applied to the summed input; an input node has none and is {@link Activation#LINEAR}
 * @param leak slope of a leaky unit below zero, 0 ≤ leak &lt; 1; {@link Activation#LEAK} for all others
 * @param bias whether every unit adds a learned number to its summed input; never for an input
 * @param properties names of the units, as many as there are units, or none
 */
public record Node(
        String id, Role role, int width, Activation activation, double leak, boolean bias, List<String> properties) {
    public Node {
        if (width < 1) {
            throw new IllegalArgumentException("node " + id + " has width " + width + ", expected at least 1");
        }
        properties = List.copyOf(properties);
    }

    /** A node without a bias and without names of its units. */
    public Node(String id, Role role, int width, Activation activation) {
        this(id, role, width, activation, Activation.LEAK, false, List.of());
    }

    /** A linear node. */
    public static Node linear(String id, Role role, int width) {
        return new Node(id, role, width, Activation.LINEAR);
    }

    /** The same node under another name. */
    public Node named(String name) {
        return new Node(name, role, width, activation, leak, bias, properties);
    }

    /** The same node with another number of units; names of units go if their number changes. */
    public Node wide(int units) {
        return new Node(id, role, units, activation, leak, bias, units == width ? properties : List.of());
    }

    /** The same node with another activation. */
    public Node doing(Activation other) {
        return new Node(
                id, role, width, other, other.function().takesLeak() ? leak : Activation.LEAK, bias, properties);
    }

    /** The same node with other names of its units, or none. */
    public Node calling(List<String> units) {
        return new Node(id, role, width, activation, leak, bias, units);
    }

    /** The same node with a bias. */
    public Node biased() {
        return new Node(id, role, width, activation, leak, true, properties);
    }
}
