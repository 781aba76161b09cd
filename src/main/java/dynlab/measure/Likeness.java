package dynlab.measure;

import java.util.Optional;

/** How alike two vectors are, from their inner product. */
public enum Likeness {
    /** {@code h_i · h_j}. */
    INNER_PRODUCT("similarity") {
        @Override
        void finish(double[] gram, int at, int n) {
            // it is the inner product
        }
    },
    /** {@code |h_i − h_j|}. */
    EUCLIDEAN("euclidean_distance") {
        @Override
        void finish(double[] gram, int at, int n) {
            HiddenDistance.euclidean(gram, at, n);
        }
    },
    /** {@code 1 − r_ij}, r the correlation of the two vectors over the units; 1 where one of them does not vary. */
    CORRELATION("correlation_distance") {
        @Override
        void prepare(double[] hidden, int units, int samples) {
            HiddenDistance.centre(hidden, units, samples);
        }

        @Override
        void finish(double[] gram, int at, int n) {
            HiddenDistance.correlation(gram, at, n);
        }
    };

    private final String word;

    Likeness(String word) {
        this.word = word;
    }

    /** The word for it in files. */
    public String word() {
        return word;
    }

    /** The one of a word. */
    public static Optional<Likeness> of(String word) {
        for (Likeness likeness : values()) {
            if (likeness.word.equals(word)) {
                return Optional.of(likeness);
            }
        }
        return Optional.empty();
    }

    /** Whether alike means near 0. */
    public boolean distance() {
        return this != INNER_PRODUCT;
    }

    /** Changes the vectors, one a column, before their inner products are taken. */
    void prepare(double[] hidden, int units, int samples) {
        // most need none
    }

    /** Turns inner products into what is meant, in place. */
    abstract void finish(double[] gram, int at, int n);
}
