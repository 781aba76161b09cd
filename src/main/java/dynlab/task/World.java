package dynlab.task;

import dynlab.numeric.Matrix;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Items and what is true of them.
 *
 * @param items names, one a column of {@code y}
 * @param properties names, one a row of {@code y}
 * @param y properties × items: the targets
 * @param tree the tree whose leaves are the items
 * @param levels words for what each level of the tree tells apart; level 0 is what all items share
 * @param named whether the properties have names that a person reads (false: sampled features f1, f2, …)
 * @param graph how the items hang together where that is not a tree
 */
public record World(
        List<String> items,
        List<String> properties,
        Matrix y,
        Tree tree,
        List<Level> levels,
        boolean named,
        Optional<ItemGraph> graph) {
    public World {
        items = List.copyOf(items);
        properties = List.copyOf(properties);
        levels = List.copyOf(levels);
    }

    /** Items on a tree. */
    public World(List<String> items, List<String> properties, Matrix y, Tree tree, List<Level> levels, boolean named) {
        this(items, properties, y, tree, levels, named, Optional.empty());
    }

    /** Items without a tree: all hang under one root. */
    public static World plain(List<String> items, List<String> properties, Matrix y) {
        List<String> names = new ArrayList<>(List.of("all"));
        names.addAll(items);
        List<Integer> parents = new ArrayList<>(List.of(-1));
        items.forEach(item -> parents.add(0));
        List<Level> levels = List.of(
                new Level(
                        Phrase.of("task.levels.alike-label"),
                        Phrase.of("task.levels.alike-parted"),
                        Phrase.of("task.levels.alike-learned")),
                new Level(
                        Phrase.of("task.levels.each-label"),
                        Phrase.of("task.levels.each-one-parts"),
                        Phrase.of("task.levels.them-apart")));
        return new World(items, properties, y, new Tree(names, parents, items.size()), levels, true);
    }

    /**
     * The level of the tree that a pattern over the items belongs to: the level whose contrasts (averages below the
     * nodes of that depth, less those one depth higher) carry most of its squared length.
     *
     * @param pattern one number an item
     * @return 0 (all items alike) to the depth of the leaves
     */
    public int levelOf(double[] pattern) {
        int deepest = tree.depth(tree.leaf(0));
        double before = 0;
        double most = -1;
        int level = 0;
        for (int depth = 0; depth <= deepest; depth++) {
            double energy = energyOfAverages(pattern, depth);
            if (energy - before > most + 1e-12) {
                most = energy - before;
                level = depth;
            }
            before = energy;
        }
        return level;
    }

    /** Whether a property is a sampled feature without a name of its own: f1, f2, … */
    public boolean nameless(int property) {
        String name = properties.get(property);
        boolean nameless = !named && name.length() > 1 && name.charAt(0) == 'f';
        for (int i = 1; i < name.length(); i++) {
            nameless &= name.charAt(i) >= '0' && name.charAt(i) <= '9';
        }
        return nameless;
    }

    private double energyOfAverages(double[] pattern, int depth) {
        double energy = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.depth(node) == depth) {
                List<Integer> below = tree.itemsBelow(node);
                double sum = 0;
                for (int item : below) {
                    sum += pattern[item];
                }
                energy += sum * sum / below.size();
            }
        }
        return energy;
    }
}
