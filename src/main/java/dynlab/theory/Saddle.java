package dynlab.theory;

import java.util.List;

/**
 * A mode that would gain by learning and never does in exact arithmetic: the run leaves by rounding, or never.
 *
 * @param cause why it cannot move
 * @param path ids of the edges it would run along, from the input up
 * @param mode number of the mode, from 0
 * @param required the product that would be best
 * @param initial the product at the start
 * @param escape the step by which rounding can have freed it; ∞ if rounding never does
 */
public record Saddle(Cause cause, List<String> path, int mode, double required, double initial, double escape) {
    /** Why a mode cannot move. */
    public enum Cause {
        /** At least two weights of its path are zero or of the size of rounding. */
        ZERO("saddle"),
        /** It starts with the other sign, and its two smallest weights are of one size: both would have to be 0 at once. */
        SIGN("sign trap"),
        /** A layer has no unit left for it: those it has hold modes that are worth less. */
        OCCUPIED("no unit left");

        private final String word;

        Cause(String word) {
            this.word = word;
        }

        /** The word in files. */
        public String word() {
            return word;
        }
    }

    public Saddle {
        path = List.copyOf(path);
    }

    /**
     * Whether a product of the foretold curve shows that this was no trap: steps of finite size, or momentum, have carried an
     * odd number of weights past 0 together.
     *
     * @param product of the path and mode at the last record
     */
    public boolean passedBy(double product) {
        return cause == Cause.SIGN && (required > 0 ? product > 0 : product < 0);
    }
}
