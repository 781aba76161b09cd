package dynlab.task;

import dynlab.words.Phrase;

/**
 * What is told apart on one level of a tree, as it is said.
 *
 * @param label short, for the end of a curve: "animal | plant"
 * @param parted as the head of a stage: "animals and plants part"
 * @param sentence what the network has just learned: "It tells animals from plants."
 */
public record Level(Phrase label, Phrase parted, Phrase sentence) {}
