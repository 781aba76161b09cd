package dynlab.task;

import dynlab.numeric.Matrix;
import java.util.List;

/**
 * Items and what is true of them.
 *
 * @param items names, one a column of {@code y}
 * @param properties names, one a row of {@code y}
 * @param y properties × items: the targets
 * @param tree the tree whose leaves are the items
 * @param named whether the properties have names that a person reads (false: sampled features f1, f2, …)
 */
public record World(List<String> items, List<String> properties, Matrix y, Tree tree, boolean named) {
    public World {
        items = List.copyOf(items);
        properties = List.copyOf(properties);
    }
}
