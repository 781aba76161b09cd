package dynlab.task;

import dynlab.numeric.Matrix;
import java.util.List;

/**
 * The smallest tree of living things: four items and seven properties, a property 1 where it is true and 0 where not.
 * Its singular values are √7, √3, 1, 1. After T. Rogers and J. McClelland, Semantic Cognition, 2004.
 */
public final class Toy {
    private static final List<String> ITEMS = List.of("Canary", "Salmon", "Oak", "Rose");
    private static final List<String> PROPERTIES =
            List.of("grows", "moves", "has roots", "flies", "swims", "has bark", "has petals");
    private static final List<Level> LEVELS = List.of(Level.ALIVE, Level.ANIMAL_PLANT, Level.EACH);

    private Toy() {}

    /** The world; a new equal value at every call. */
    public static World world() {
        Matrix y = Matrix.of(new double[][] {
            {1, 1, 1, 1},
            {1, 1, 0, 0},
            {0, 0, 1, 1},
            {1, 0, 0, 0},
            {0, 1, 0, 0},
            {0, 0, 1, 0},
            {0, 0, 0, 1}
        });
        Tree tree = new Tree(
                List.of("living things", "animals", "plants", "Canary", "Salmon", "Oak", "Rose"),
                List.of(-1, 0, 0, 1, 1, 2, 2),
                ITEMS.size());
        return new World(ITEMS, PROPERTIES, y, tree, LEVELS, true);
    }
}
