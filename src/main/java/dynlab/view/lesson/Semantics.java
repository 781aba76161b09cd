package dynlab.view.lesson;

import dynlab.task.Tree;
import dynlab.task.World;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;

/** What the pictures of semantic development have in common. */
public final class Semantics {
    private Semantics() {}

    /** A colour for each branch at the second level of the tree. */
    public static Paint paint(World world, int item) {
        Tree tree = world.tree();
        int node = tree.leaf(item);
        while (tree.depth(node) > 2) {
            node = tree.parents().get(node);
        }
        int k = 0;
        for (int v = 0; v < node; v++) {
            k += tree.depth(v) == tree.depth(node) ? 1 : 0;
        }
        return Paint.of(Ink.category(k));
    }
}
