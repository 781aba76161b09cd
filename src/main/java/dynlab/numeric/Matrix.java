package dynlab.numeric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable dense real matrix, row-major. For data, results and clear algebra; inner loops work on {@code double[]}
 * with {@link Gemm}.
 */
public final class Matrix {
    /** A product this much smaller than its factors is their rounding. */
    private static final double ROUNDING = 1e-14;

    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        if (rows < 0 || columns < 0 || values.length != rows * columns) {
            throw new IllegalArgumentException(values.length + " values do not fill " + rows + " x " + columns);
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** A matrix with a copy of the given row-major values. */
    public static Matrix of(int rows, int columns, double[] rowMajor) {
        return new Matrix(rows, columns, rowMajor.clone());
    }

    /** A matrix from its rows, which must have equal lengths. */
    public static Matrix of(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException("row " + i + " has " + rows[i].length + " values, not " + columns);
            }
            System.arraycopy(rows[i], 0, values, i * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    /** The matrix of zeros. */
    public static Matrix zero(int rows, int columns) {
        return new Matrix(rows, columns, new double[rows * columns]);
    }

    /** The square identity. */
    public static Matrix identity(int n) {
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            values[i * n + i] = 1;
        }
        return new Matrix(n, n, values);
    }

    /** The square matrix with the given diagonal. */
    public static Matrix diagonal(double... entries) {
        int n = entries.length;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            values[i * n + i] = entries[i];
        }
        return new Matrix(n, n, values);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The entry in row {@code i}, column {@code j}, both from 0. */
    public double at(int i, int j) {
        return values[i * columns + j];
    }

    /** A row-major copy of all entries. */
    public double[] toArray() {
        return values.clone();
    }

    /** Writes all entries, row-major, into {@code target} from {@code offset} on. */
    public void copyInto(double[] target, int offset) {
        System.arraycopy(values, 0, target, offset, values.length);
    }

    /** A copy of row {@code i}. */
    public double[] row(int i) {
        return Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
    }

    /** A copy of column {@code j}. */
    public double[] column(int j) {
        double[] column = new double[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = at(i, j);
        }
        return column;
    }

    public Matrix transpose() {
        double[] result = new double[values.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result[j * rows + i] = values[i * columns + j];
            }
        }
        return new Matrix(columns, rows, result);
    }

    /** The product {@code this · right}; {@code right} has as many rows as this has columns. */
    public Matrix times(Matrix right) {
        if (columns != right.rows) {
            throw new IllegalArgumentException(
                    rows + " x " + columns + " times " + right.rows + " x " + right.columns + " is not defined");
        }
        double[] result = new double[rows * right.columns];
        Gemm.multiply(
                rows,
                right.columns,
                columns,
                values,
                0,
                columns,
                1,
                right.values,
                0,
                right.columns,
                1,
                1,
                result,
                0,
                right.columns,
                false);
        return new Matrix(rows, right.columns, result);
    }

    public Matrix plus(Matrix other) {
        return combine(1, other, 1);
    }

    public Matrix minus(Matrix other) {
        return combine(1, other, -1);
    }

    public Matrix scaled(double factor) {
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] *= factor;
        }
        return new Matrix(rows, columns, result);
    }

    private Matrix combine(double a, Matrix other, double b) {
        if (rows != other.rows || columns != other.columns) {
            throw new IllegalArgumentException(
                    rows + " x " + columns + " and " + other.rows + " x " + other.columns + " differ in shape");
        }
        double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = a * values[i] + b * other.values[i];
        }
        return new Matrix(rows, columns, result);
    }

    /** The Frobenius norm, the square root of the sum of squares. */
    public double norm() {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /**
     * How much of a matrix is off its diagonal.
     *
     * <pre>‖M − diag M‖ / ‖M‖</pre>
     *
     * @param sizes product of the norms of the factors that M is made of: where these cancel, M is their rounding and has no
     *     shape of its own
     * @return 0 … 1; 0 where ‖M‖ ≤ 1e-14 · sizes
     */
    public double offDiagonalShare(double sizes) {
        double off = 0;
        double all = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double square = at(i, j) * at(i, j);
                all += square;
                off += i == j ? 0 : square;
            }
        }
        return Math.sqrt(all) > ROUNDING * sizes ? Math.sqrt(off / all) : 0;
    }

    /** The sum of the diagonal entries. */
    public double trace() {
        double sum = 0;
        for (int i = 0; i < Math.min(rows, columns); i++) {
            sum += at(i, i);
        }
        return sum;
    }

    /** The largest absolute entry, 0 for an empty matrix. */
    public double largest() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Matrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * rows + columns + 31 * Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return rows + " x " + columns + " matrix";
    }
}
