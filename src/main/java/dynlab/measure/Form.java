package dynlab.measure;

import java.util.List;

/**
 * How a trajectory file writes a measure: by what its parts are named, and what each of them is at one time.
 *
 * @param of what the parts are parts of
 * @param value what one part is at one time
 * @param fields the names of its columns, where {@code value} is {@link Value#FIELDS}
 */
public record Form(Of of, Value value, List<Field> fields) {
    /** What a measure has a part for. */
    public enum Of {
        /** The run as a whole: no name. */
        RUN,
        /** Every edge, named by its id. */
        EDGE,
        /** Some nodes, named by their ids. */
        NODE,
        /** Every hidden layer, named by its number from the input up, from 1. */
        LAYER,
        /** Every output in every context: {@code {context: {output: …}}} at each time. */
        OUTPUT
    }

    /** What a part is at one time. */
    public enum Value {
        NUMBER,
        VECTOR,
        MATRIX,
        /** Several things side by side, each with a name. */
        FIELDS,
        /** Not a series: it is found after the run. */
        AFTERWARDS
    }

    /**
     * Columns of a part that mean something together. At one time it is a number where it is one entry, a list where it is
     * one row or one column, else a matrix.
     *
     * @param name the word for it
     * @param from its first column; negative: counted from the end
     * @param to one beyond its last; 0 or negative: counted from the end
     */
    public record Field(String name, int from, int to) {}

    public Form {
        fields = List.copyOf(fields);
    }

    static Form of(Of of, Value value) {
        return new Form(of, value, List.of());
    }
}
