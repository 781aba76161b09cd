package dynlab.drawing;

import dynlab.numeric.Seeds;

/**
 * How a drawing is trained.
 *
 * @param steps number of updates
 * @param dt time of one step
 * @param tau time constant
 * @param begin how the first weights are chosen
 * @param size of the start: b₀, the standard deviation or the gain
 * @param seed of its random part, a whole number 0 … 2³² − 1
 * @param learning loss, update rule, and what else of it is not the size of a step
 */
public record Settings(int steps, double dt, double tau, Begin begin, double size, double seed, Learning learning) {
    /** What a new sheet has: those of the routing network, slow enough for any target of about its size. */
    public static final Settings FIRST = new Settings(400, 0.01, 1, Begin.AUTO, 0.05, 1);

    /** Full-batch gradient descent on the squared error. */
    public Settings(int steps, double dt, double tau, Begin begin, double size, double seed) {
        this(steps, dt, tau, begin, size, seed, Learning.PLAIN);
    }

    /** How the first weights are chosen. {@link #word} is the word in a file. */
    public enum Begin {
        /** Aligned where the data have a common frame, else random. */
        AUTO("auto"),
        ALIGNED("aligned"),
        RANDOM("random"),
        ORTHOGONAL("orthogonal"),
        /** As the opened file says, as long as the graph stays as it is. */
        KEPT("kept");

        private final String word;

        Begin(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The bits of the seed. */
    public int seedBits() {
        return Seeds.bits(seed);
    }

    public Settings beginning(Begin how) {
        return new Settings(steps, dt, tau, how, size, seed, learning);
    }

    public Settings by(Learning other) {
        return new Settings(steps, dt, tau, begin, size, seed, other);
    }
}
