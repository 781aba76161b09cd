package dynlab.architecture;

/** A graph that cannot be: the place in it and one sentence of what was expected. */
public final class InvalidArchitecture extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String place;

    public InvalidArchitecture(String place, String sentence) {
        super(sentence);
        this.place = place;
    }

    /** Where, as a path below the graph, such as {@code edges[3].source}. */
    public String place() {
        return place;
    }

    /** What is wrong there. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
