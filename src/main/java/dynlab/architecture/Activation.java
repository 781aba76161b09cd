package dynlab.architecture;

import dynlab.architecture.activation.ActivationFunction;
import dynlab.architecture.activation.Gelu;
import dynlab.architecture.activation.LeakyRelu;
import dynlab.architecture.activation.Linear;
import dynlab.architecture.activation.Relu;
import dynlab.architecture.activation.Tanh;

/** What a node does to its summed input: one line a function. {@link #word} is the word in an experiment file. */
public enum Activation {
    LINEAR("linear", new Linear()),
    RELU("relu", new Relu()),
    LEAKY_RELU("leaky_relu", new LeakyRelu()),
    TANH("tanh", new Tanh()),
    GELU("gelu", new Gelu());

    /** The slope of {@link #LEAKY_RELU} at and below zero where a node sets none. */
    public static final double LEAK = 0.2;

    private final String word;
    private final ActivationFunction function;

    Activation(String word, ActivationFunction function) {
        this.word = word;
        this.function = function;
    }

    public String word() {
        return word;
    }

    public ActivationFunction function() {
        return function;
    }
}
