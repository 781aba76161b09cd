package dynlab.experiment;

import java.util.Optional;

/** What can be recorded of a run. {@link #word} is the word in an experiment file. */
public enum Quantity {
    LOSS("loss"),
    CONTEXT_ERROR("context_error"),
    SINGULAR_VALUES("singular_values"),
    OUTPUTS("outputs"),
    SIMILARITY("similarity"),
    MODE_STRENGTH("mode_strength"),
    MAP_SINGULAR_VALUES("map_singular_values"),
    /** The weights of every edge, for what is drawn from them; beyond the contract of the file format. */
    WEIGHTS("weights"),
    /** Of every hidden node that inputs feed: WᵀW of all these weights side by side; beyond the contract, too. */
    INPUT_SIMILARITY("input_similarity");

    private final String word;

    Quantity(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Quantity> of(String word) {
        for (Quantity quantity : values()) {
            if (quantity.word.equals(word)) {
                return Optional.of(quantity);
            }
        }
        return Optional.empty();
    }
}
