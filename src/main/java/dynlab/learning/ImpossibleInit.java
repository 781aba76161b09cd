package dynlab.learning;

/** Initial weights that cannot be drawn for this graph or these data: which kind, and one sentence why. */
public final class ImpossibleInit extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String place;

    public ImpossibleInit(String place, String sentence) {
        super(sentence);
        this.place = place;
    }

    /** Where, below {@code init}. */
    public String place() {
        return place;
    }

    /** Why, to follow the place. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
