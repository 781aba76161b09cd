package dynlab.task;

/**
 * What is told apart on one level of a tree, in words.
 *
 * @param label short, for the end of a curve: "animal | plant"
 * @param parted as the head of a stage: "animals and plants part"
 * @param sentence what the network has just learned: "It tells animals from plants."
 */
public record Level(String label, String parted, String sentence) {}
