package dynlab.network;

/** How far outputs are from their targets: one line a loss. {@link #word} is the word in an experiment file. */
public enum Loss {
    SQUARED("squared", new SquaredError()),
    SOFTMAX_CROSS_ENTROPY("softmax_cross_entropy", new SoftmaxCrossEntropy());

    private final String word;
    private final LossFunction function;

    Loss(String word, LossFunction function) {
        this.word = word;
        this.function = function;
    }

    public String word() {
        return word;
    }

    public LossFunction function() {
        return function;
    }
}
