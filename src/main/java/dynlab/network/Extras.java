package dynlab.network;

import dynlab.numeric.Matrix;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network has beside its weights, as it is at the start.
 *
 * @param biases by node id, width × 1; a node with a bias that is not named starts at 0
 * @param gates groups of learned gates
 * @param feedback matrices that stand for weights on the way back: by edge id, of the shape of the weights; or, of direct
 *     feedback, by {@link #direct}, width(hidden) × width(output)
 */
public record Extras(Map<String, Matrix> biases, List<GateGroup> gates, Map<String, Matrix> feedback) {
    /** Nothing. */
    public static final Extras NONE = new Extras(Map.of(), List.of(), Map.of());

    public Extras {
        biases = Collections.unmodifiableMap(new LinkedHashMap<>(biases));
        gates = List.copyOf(gates);
        feedback = Collections.unmodifiableMap(new LinkedHashMap<>(feedback));
    }

    /** The name of the matrix that carries the error of an output directly to a hidden node. */
    public static String direct(String hidden, String output) {
        return hidden + "<" + output;
    }

    public Extras withBiases(Map<String, Matrix> others) {
        return new Extras(others, gates, feedback);
    }

    public Extras withGates(List<GateGroup> others) {
        return new Extras(biases, others, feedback);
    }

    public Extras withFeedback(Map<String, Matrix> others) {
        return new Extras(biases, gates, others);
    }
}
