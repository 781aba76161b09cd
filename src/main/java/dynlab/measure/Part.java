package dynlab.measure;

/**
 * What a measure says of one thing at one time: a matrix.
 *
 * @param first index of that thing: of an edge, a node, a layer, or of a context whose output is meant; 0 of the whole run
 * @param second index of the output node where {@code first} is a context, else 0
 * @param rows rows of the matrix
 * @param columns its columns
 */
public record Part(int first, int second, int rows, int columns) {
    /** Of an edge, a node or a layer. */
    static Part of(int first, int rows, int columns) {
        return new Part(first, 0, rows, columns);
    }

    /** Numbers of it at one time. */
    public int size() {
        return rows * columns;
    }
}
