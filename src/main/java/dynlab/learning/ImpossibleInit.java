package dynlab.learning;

import dynlab.words.Phrase;

/** Initial weights that cannot be drawn for this graph or these data: which kind, and why. */
public final class ImpossibleInit extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String place;
    private final transient Phrase what;

    public ImpossibleInit(String place, Phrase what) {
        super(place + ": " + what.key());
        this.place = place;
        this.what = what;
    }

    /** Where, below {@code init}. */
    public String place() {
        return place;
    }

    /** Why, to follow the place. */
    public Phrase what() {
        return what;
    }
}
