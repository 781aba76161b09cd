package dynlab.task;

import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.words.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Worlds in which some things are more typical of their kind than others, and kinds of more or less coherence. */
public final class SemanticWorld {
    private static final List<String> ITEMS =
            List.of("Robin", "Sparrow", "Canary", "Penguin", "Salmon", "Trout", "Cod", "Shark", "Oak", "Pine", "Rose");
    /** A property, and a 1 for every item that has it. */
    private static final String[][] PROPERTIES = {
        {"grows", "11111111111"},
        {"breathes", "11111111111"},
        {"moves", "11111111000"},
        {"has eyes", "11111111000"},
        {"has skin", "11111111000"},
        {"has roots", "00000000111"},
        {"is green", "00000000111"},
        {"stays put", "00000000111"},
        {"has leaves", "00000000111"},
        {"makes its food", "00000000111"},
        {"has wings", "11110000000"},
        {"has feathers", "11110000000"},
        {"has a beak", "11110000000"},
        {"flies", "11100000000"},
        {"sings", "11100000000"},
        {"perches", "11100000000"},
        {"swims", "00011111000"},
        {"has fins", "00001111000"},
        {"has gills", "00001111000"},
        {"has scales", "00001110000"},
        {"lays spawn", "00001110000"},
        {"is silvery", "00001110000"},
        {"has bark", "00000000110"},
        {"is tall", "00000000110"}
    };

    private SemanticWorld() {}

    /**
     * Eleven things: four birds, one of which swims, four fish, one of which bears its young, and three plants.
     *
     * @param contrast how much birds have of one more property, and fish of its opposite; 0: there is no such property
     */
    public static World living(double contrast) {
        int items = ITEMS.size();
        List<String> properties = new ArrayList<>();
        int more = contrast > 0 ? 1 : 0;
        double[] y = new double[(PROPERTIES.length + items + more) * items];
        for (int p = 0; p < PROPERTIES.length; p++) {
            properties.add(PROPERTIES[p][0]);
            for (int i = 0; i < items; i++) {
                y[p * items + i] = PROPERTIES[p][1].charAt(i) == '1' ? 1 : 0;
            }
        }
        for (int i = 0; i < items; i++) {
            properties.add((ITEMS.get(i).charAt(0) == 'O' ? "is an " : "is a ")
                    + (char) (ITEMS.get(i).charAt(0) + 32)
                    + ITEMS.get(i).substring(1));
            y[(PROPERTIES.length + i) * items + i] = 1;
        }
        for (int i = 0; more > 0 && i < 8; i++) {
            y[(PROPERTIES.length + items) * items + i] = i < 4 ? contrast : -contrast;
        }
        if (more > 0) {
            properties.add("likes heights");
        }
        List<String> names =
                new ArrayList<>(List.of("living things", "animals", "plants", "birds", "fish", "green plants"));
        names.addAll(ITEMS);
        Tree tree = new Tree(names, List.of(-1, 0, 0, 1, 1, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5), items);
        List<Level> levels = List.of(
                Level.ALIVE,
                Level.ANIMAL_PLANT,
                new Level(
                        Phrase.of("task.levels.bird-fish-label"),
                        Phrase.of("task.levels.bird-fish-parted"),
                        Phrase.of("task.levels.bird-fish-learned")),
                new Level(
                        Phrase.of("task.levels.each-label"),
                        Phrase.of("task.levels.each-parted"),
                        Phrase.of("task.levels.each-learned-of-kind")));
        return new World(ITEMS, properties, Matrix.of(properties.size(), items, y), tree, levels, true);
    }

    /**
     * Kinds planted in noise: each a block of objects that share a block of features, on with a probability of its own, among
     * features that are on with a background probability; the background's mean is taken out.
     *
     * @param inside p of each kind
     * @param background q
     * @param objects objects of every kind
     * @param features features of every kind
     * @param all objects and features in all, {@code {N_o, N_f}}
     * @param seed of the draw
     * @return the kinds one after the other, then what belongs to none
     */
    public static World planted(
            List<Double> inside, double background, int objects, int features, int[] all, int seed) {
        Rng rng = new Rng(seed);
        double[] y = new double[all[1] * all[0]];
        for (int f = 0; f < all[1]; f++) {
            for (int o = 0; o < all[0]; o++) {
                int kind = o / objects;
                boolean own = kind < inside.size() && f / features == kind;
                double p = own ? inside.get(kind) : background;
                y[f * all[0] + o] = (rng.nextDouble() < p ? 1 : 0) - background;
            }
        }
        List<String> items = new ArrayList<>();
        for (int o = 0; o < all[0]; o++) {
            boolean none = o / objects >= inside.size();
            items.add((none ? "-" : String.valueOf((char) ('A' + o / objects))) + (o + 1));
        }
        List<String> properties = new ArrayList<>();
        for (int f = 1; f <= all[1]; f++) {
            properties.add("f" + f);
        }
        Matrix matrix = Matrix.of(all[1], all[0], y);
        World plain = World.plain(items, properties, matrix);
        return new World(items, properties, matrix, plain.tree(), List.of(), false);
    }
}
