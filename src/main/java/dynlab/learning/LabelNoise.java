package dynlab.learning;

import dynlab.network.Target;
import dynlab.numeric.Rng;
import java.util.List;

/**
 * Targets that are not what the data say; losses are taken against the clean ones.
 *
 * @param kind how they are spoiled
 * @param amount σ ≥ 0 of Gaussian noise, or the probability p of a flip
 * @param seed all 32 bits of an unsigned number
 */
public record LabelNoise(Kind kind, double amount, int seed) {
    /** How targets are spoiled. {@link #word} is the word in an experiment file, {@link #field} that of the amount. */
    public enum Kind {
        /** Every step adds σ times a standard normal number to every target of the samples looked at. */
        GAUSSIAN("gaussian", "sigma", Double.POSITIVE_INFINITY, false),
        /** Before the first step every target becomes, with probability p, all on one unit, uniformly drawn. */
        FLIP("flip", "p", 1, true);

        private final String word;
        private final String field;
        private final double most;
        private final boolean forShares;

        Kind(String word, String field, double most, boolean forShares) {
            this.word = word;
            this.field = field;
            this.most = most;
            this.forShares = forShares;
        }

        public String word() {
            return word;
        }

        public String field() {
            return field;
        }

        /** The largest amount. */
        public double most() {
            return most;
        }

        /** Whether it spoils targets that are amounts shared among units, and no others. */
        public boolean forShares() {
            return forShares;
        }
    }

    /** Spoils all targets once, samples in their order and the outputs of each in theirs. */
    void beforeTheFirstStep(List<Target> targets, Rng rng) {
        for (int from = 0; kind == Kind.FLIP && from < targets.size(); ) {
            int to = from;
            while (to < targets.size()
                    && targets.get(to).context() == targets.get(from).context()) {
                to++;
            }
            for (int n = 0; n < targets.get(from).samples(); n++) {
                for (Target target : targets.subList(from, to)) {
                    if (rng.nextDouble() < amount) {
                        target.aimAtOne(n, rng.nextInt(target.width()));
                    }
                }
            }
            from = to;
        }
    }

    /** Spoils the targets of one step, contexts in their order and the outputs of each in theirs. */
    void beforeAStep(List<Target> targets, Rng rng) {
        for (int k = 0; kind == Kind.GAUSSIAN && k < targets.size(); k++) {
            targets.get(k).disturb(amount, rng);
        }
    }
}
