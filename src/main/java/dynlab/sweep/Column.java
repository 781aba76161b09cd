package dynlab.sweep;

/**
 * A column of the rows of a sweep.
 *
 * @param name its name
 * @param type what is in it
 * @param optional whether a cell may be empty
 */
public record Column(String name, Type type, boolean optional) {
    /** What a column holds. */
    public enum Type {
        /** Whole numbers of up to 53 bits. */
        WHOLE,
        /** Doubles. */
        REAL,
        /** Words. */
        TEXT
    }
}
