package dynlab.learning;

/**
 * Every step looks at some samples.
 *
 * @param size samples a step, 1 ≤ size ≤ all samples
 * @param seed of the shuffles, all 32 bits of an unsigned number
 * @param order of the samples in an epoch
 */
public record Batch(int size, int seed, Order order) {
    /** In what order samples come. */
    public enum Order {
        SHUFFLED("shuffled"),
        SEQUENTIAL("sequential");

        private final String word;

        Order(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
