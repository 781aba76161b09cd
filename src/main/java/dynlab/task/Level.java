package dynlab.task;

import dynlab.words.Phrase;

/**
 * What is told apart on one level of a tree, as it is said.
 *
 * @param label short, for the end of a curve: "animal | plant"
 * @param parted as the head of a stage: "animals and plants part"
 * @param sentence what the network has just learned: "It tells animals from plants."
 */
public record Level(Phrase label, Phrase parted, Phrase sentence) {
    /** The root of living things. */
    static final Level ALIVE = new Level(
            Phrase.of("task.levels.alive-label"),
            Phrase.of("task.levels.alive-parted"),
            Phrase.of("task.levels.alive-learned"));

    static final Level ANIMAL_PLANT = new Level(
            Phrase.of("task.levels.animal-plant-label"),
            Phrase.of("task.levels.animal-plant-parted"),
            Phrase.of("task.levels.animal-plant-learned"));

    /** The leaves, each of which has one sibling. */
    static final Level EACH = new Level(
            Phrase.of("task.levels.each-label"),
            Phrase.of("task.levels.each-parted"),
            Phrase.of("task.levels.each-learned"));
}
