package dynlab.architecture;

/** What a node does to its summed input. {@link #word} is the word in an experiment file. */
public enum Activation {
    /** f(z) = z. */
    LINEAR("linear"),
    /** f(z) = max(z, 0); derivative 0 at 0. */
    RELU("relu"),
    /** f(z) = z for z &gt; 0, else 0.2 z; derivative 0.2 at 0. */
    LEAKY_RELU("leaky_relu"),
    /** f(z) = tanh z. */
    TANH("tanh"),
    /** f(z) = z Φ(z), Φ the normal distribution function: D. Hendrycks and K. Gimpel, arXiv 1606.08415. */
    GELU("gelu");

    /** Slope of {@link #LEAKY_RELU} at and below zero. */
    public static final double LEAK = 0.2;

    private final String word;

    Activation(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
