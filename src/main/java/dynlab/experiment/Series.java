package dynlab.experiment;

import java.util.Arrays;

/**
 * One recorded quantity: a matrix at every recorded time, or at some of them only, where it is drawn as a picture and not
 * as a curve.
 *
 * @param rows rows of the matrix
 * @param columns columns of the matrix
 * @param held records of the trajectory at which there is a matrix, ascending from 0; empty where all have one. Between
 *     them the last one holds. Not to be written to
 * @param values row-major entries, one matrix after the other; not to be written to
 */
public record Series(int rows, int columns, int[] held, double[] values) {
    private static final int[] ALL = new int[0];

    /** With a matrix at every recorded time. */
    public Series(int rows, int columns, double[] values) {
        this(rows, columns, ALL, values);
    }

    /** Entry (row, column) at record {@code i} of the trajectory. */
    public double at(int i, int row, int column) {
        return values[start(i) + row * columns + column];
    }

    /** Where in {@link #values} the matrix of a record begins. */
    public int start(int record) {
        return place(record) * size();
    }

    /** The matrix of a record, row-major: a copy. */
    public double[] matrix(int record) {
        return Arrays.copyOfRange(values, start(record), start(record) + size());
    }

    /** Which of the matrices is that of a record: the last at or before it. */
    public int place(int record) {
        if (held.length == 0) {
            return record;
        }
        int found = Arrays.binarySearch(held, record);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** Numbers at one time. */
    public int size() {
        return rows * columns;
    }

    /** How many matrices there are. */
    public int count() {
        return size() == 0 ? 0 : values.length / size();
    }

    /** The same of the first records alone, as if nothing had come after them. */
    public Series upTo(int records) {
        int count = held.length == 0 ? Math.min(records, count()) : 0;
        while (count < held.length && held[count] < records) {
            count++;
        }
        int[] kept = held.length == 0 ? ALL : Arrays.copyOf(held, count);
        return new Series(rows, columns, kept, Arrays.copyOf(values, count * size()));
    }

    /** The same at some records alone: {@code kept} are their numbers, ascending. */
    public Series at(int[] kept) {
        int[] places = new int[kept.length];
        int[] records = new int[kept.length];
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            int place = place(kept[i]);
            if (held.length == 0 || count == 0 || place != places[count - 1]) {
                places[count] = place;
                records[count++] = i;
            }
        }
        double[] some = new double[count * size()];
        for (int k = 0; k < count; k++) {
            System.arraycopy(values, places[k] * size(), some, k * size(), size());
        }
        return new Series(rows, columns, held.length == 0 ? ALL : Arrays.copyOf(records, count), some);
    }
}
