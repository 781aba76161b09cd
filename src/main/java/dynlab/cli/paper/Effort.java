package dynlab.cli.paper;

import java.util.OptionalInt;

/**
 * How much is computed for a figure.
 *
 * @param seeds random starts; if absent, as many as the figure takes by itself
 * @param share share of the epochs that is run, 0 … 1; axes stay whole
 */
public record Effort(OptionalInt seeds, double share) {
    /** Random starts of a figure that takes so many by itself. */
    int seeds(int usual) {
        return seeds.orElse(usual);
    }

    /** What is run of so many epochs, at least 30. */
    int epochs(int full) {
        return Math.min(full, Math.max(30, (int) Math.rint(full * share)));
    }
}
