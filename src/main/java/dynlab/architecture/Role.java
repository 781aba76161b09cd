package dynlab.architecture;

/** Where a node stands in the graph. {@link #word} is the word in an experiment file. */
public enum Role {
    INPUT("input"),
    HIDDEN("hidden"),
    OUTPUT("output");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
