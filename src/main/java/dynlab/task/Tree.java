package dynlab.task;

import java.util.ArrayList;
import java.util.List;

/**
 * A rooted tree over the items of a world. Nodes are numbered level by level from the root 0; the last {@code leaves}
 * nodes are the items, in item order.
 *
 * @param names a word for each node, such as "animals"
 * @param parents parent of each node; −1 for the root
 * @param leaves number of items
 */
public record Tree(List<String> names, List<Integer> parents, int leaves) {
    public Tree {
        names = List.copyOf(names);
        parents = List.copyOf(parents);
    }

    public int size() {
        return parents.size();
    }

    /** The node of item {@code item}. */
    public int leaf(int item) {
        return size() - leaves + item;
    }

    /** Edges between the root and {@code node}. */
    public int depth(int node) {
        int depth = 0;
        for (int v = node; parents.get(v) >= 0; v = parents.get(v)) {
            depth++;
        }
        return depth;
    }

    public List<Integer> children(int node) {
        List<Integer> children = new ArrayList<>();
        for (int v = 0; v < size(); v++) {
            if (parents.get(v) == node) {
                children.add(v);
            }
        }
        return children;
    }

    /** The items below {@code node} (a leaf is below itself), in item order. */
    public List<Integer> itemsBelow(int node) {
        List<Integer> items = new ArrayList<>();
        for (int item = 0; item < leaves; item++) {
            for (int v = leaf(item); v >= 0; v = parents.get(v)) {
                if (v == node) {
                    items.add(item);
                    break;
                }
            }
        }
        return items;
    }
}
