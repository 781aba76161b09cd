package dynlab.experiment;

import dynlab.experiment.run.Sharing;
import dynlab.experiment.search.Findings;
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
    INPUT_SIMILARITY("input_similarity"),
    /** Of every hidden node between inputs and an output: its map from these inputs, side by side, to the output. */
    PATH_MAPS("path_maps"),
    /** Of every hidden layer: what each unit does on each sample, and in a last column what it contributes. */
    TUNING("tuning"),
    /** Of every hidden layer: how it shares its work among contexts, as {@link Sharing} reads it. */
    SHARING("sharing"),
    /** After the run: a search for gates that stay, {@link Findings}; not a series. */
    DISCOVERY("discovery"),
    /** After the run: the same search among three kinds of gates only; not a series. */
    GATE_FITS("gate_fits");

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
