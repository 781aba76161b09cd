package dynlab.drawing;

import dynlab.architecture.Node;
import dynlab.architecture.Role;

/**
 * A node and where it stands on the sheet.
 *
 * @param node the layer
 * @param x share of the sheet's width from its left, 0 to 1, a multiple of 1/1000
 * @param y share of its height from the top, likewise
 */
public record Placed(Node node, double x, double y) {
    private static final double GRAIN = 1000;

    public Placed {
        x = within(x);
        y = within(y);
    }

    /** Thousandths, so that a file stays short and reads back as the same place. */
    private static double within(double share) {
        return Math.rint(Math.max(0, Math.min(1, share)) * GRAIN) / GRAIN;
    }

    public String id() {
        return node.id();
    }

    public Role role() {
        return node.role();
    }

    public int width() {
        return node.width();
    }

    Placed with(Node other) {
        return new Placed(other, x, y);
    }

    Placed at(double left, double top) {
        return new Placed(node, left, top);
    }
}
