package dynlab.scene;

/**
 * What a learner predicts before running.
 *
 * @param words the question, such as "Can a canary fly?"
 * @param item index of the item asked about
 * @param property index of the property asked about
 */
public record Question(String words, int item, int property) {}
