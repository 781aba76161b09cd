package dynlab.experiment;

/** An input that was refused: where in it, and one sentence of what was expected. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String place;

    /**
     * @param place JSON path such as {@code contexts[2].x.eye}, or line and column
     * @param sentence what was expected there
     */
    public Refused(String place, String sentence) {
        super(place.isEmpty() ? sentence : place + ": " + sentence);
        this.place = place;
    }

    public String place() {
        return place;
    }

    /** Whether a place is a field, or lies in it. */
    public static boolean within(String place, String field) {
        return place.equals(field) || place.startsWith(field + ".") || place.startsWith(field + "[");
    }

    /** Place and sentence in one line. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
