package dynlab.experiment.search;

import dynlab.learning.Trainer;
import dynlab.numeric.Matrix;
import dynlab.words.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * Gates that stay, to be tried in place of those of a ReLU network.
 *
 * @param name what it is called
 * @param kind where they come from
 * @param gates 0 or 1, units × samples, one matrix a hidden layer, from the input up
 * @param inputs 0 or 1, units of the first layer × inputs: what a unit may read; absent where it reads everything
 */
public record Candidate(Phrase name, Kind kind, List<Matrix> gates, Optional<Matrix> inputs) {
    /** Where gates come from. */
    public enum Kind {
        /** Gates that ought to be bad; a discovery has to beat all of them. */
        CONTROL,
        /** The pattern of every unit by itself. */
        EACH_UNIT,
        /** Majorities over groups of samples. */
        POOLED,
        /** Clusters of similar units. */
        CLUSTERED,
        /** The family of pathways that are each off in one context. */
        DROP_ONE,
        /** Another family of pathways by the contexts in which they are on, found by trying. */
        FAMILY;

        /** The word for it in files. */
        public String word() {
            return switch (this) {
                case CONTROL -> "control";
                case EACH_UNIT -> "each_unit";
                case POOLED -> "pooled";
                case CLUSTERED -> "clustered";
                case DROP_ONE, FAMILY -> "family";
            };
        }
    }

    public Candidate {
        gates = List.copyOf(gates);
    }

    /** The network with these gates, ready to run. */
    Trainer on(SearchData data) {
        Trainer trainer = data.trainer();
        data.setGates(trainer.network(), gates);
        inputs.ifPresent(mask -> trainer.network().restrict(data.firstEdge().orElseThrow(), mask));
        return trainer;
    }
}
