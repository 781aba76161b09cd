package dynlab.experiment;

/**
 * One recorded quantity: a matrix at every recorded time.
 *
 * @param rows rows of the matrix
 * @param columns columns of the matrix
 * @param values row-major entries, recorded times one after the other; not to be written to
 */
public record Series(int rows, int columns, double[] values) {
    /** Entry (row, column) at recorded time {@code i}. */
    public double at(int i, int row, int column) {
        return values[(i * rows + row) * columns + column];
    }

    /** Numbers at one time. */
    public int size() {
        return rows * columns;
    }

    /** Recorded times. */
    public int count() {
        return size() == 0 ? 0 : values.length / size();
    }
}
