package dynlab.architecture;

import dynlab.words.Phrase;

/** A graph that cannot be: the place in it and what was expected. */
public final class InvalidArchitecture extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String place;
    private final transient Phrase what;

    public InvalidArchitecture(String place, Phrase what) {
        super(place + ": " + what.key());
        this.place = place;
        this.what = what;
    }

    /** Where, as a path below the graph, such as {@code edges[3].source}. */
    public String place() {
        return place;
    }

    /** What is wrong there. */
    public Phrase what() {
        return what;
    }
}
