package dynlab.numeric;

import java.util.Arrays;

/**
 * Singular values without their vectors, of matrices of one shape, again and again in the same memory: for whoever watches
 * a run. {@link Svd} has the vectors.
 *
 * <p>A matrix at least twice as high as wide is first reduced to its triangular factor (T. Chan, 1982), then Householder
 * reflections from both sides leave two diagonals (G. Golub and W. Kahan, 1965), and {@link QuotientDifference} takes the
 * values from these. The work can be cut: {@link #begin}, then {@link #advance} until it says that nothing is left.
 */
public final class SingularValues {
    /** One such reflection costs so many additions and multiplications for each entry that it changes. */
    private static final double FLOPS_PER_ENTRY = 8;

    private final int rows;
    private final int columns;
    /** After {@link #begin}: by columns, of the matrix or its transpose, whichever is not wider than high. */
    private final double[] work;

    private final double[] row;
    private final QuotientDifference values;
    private int height;
    private int width;
    private int next;
    private boolean reducing;
    private double scale;

    /**
     * @param rows rows of the matrices to come, at least 0
     * @param columns their columns, at least 0
     */
    public SingularValues(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        work = new double[rows * columns];
        row = new double[Math.max(rows, columns)];
        values = new QuotientDifference(count());
    }

    /** How many values there are: min(rows, columns). */
    public int count() {
        return Math.min(rows, columns);
    }

    /**
     * The singular values of a matrix, descending.
     *
     * @param matrix row-major entries, finite
     * @param to where the values are written
     * @param at place of the first
     * @throws IllegalArgumentException if an entry is not finite
     */
    public void of(double[] matrix, double[] to, int at) {
        begin(matrix);
        while (advance(Double.POSITIVE_INFINITY)) {
            // nothing is left after the first call
        }
        take(to, at);
    }

    /**
     * Copies a matrix and gets ready to take its values.
     *
     * @param matrix row-major entries, finite
     * @throws IllegalArgumentException if an entry is not finite
     */
    public void begin(double[] matrix) {
        boolean wide = rows < columns;
        height = Math.max(rows, columns);
        width = count();
        next = 0;
        reducing = height >= 2 * width;
        double largest = 0;
        for (int i = 0; i < work.length; i++) {
            double size = Math.abs(matrix[i]);
            if (!(size <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("a matrix with a non-finite entry has no singular values");
            }
            largest = Math.max(largest, size);
        }
        scale = scale(largest);
        if (wide) {
            // the rows of a wide matrix are the columns of its transpose
            for (int i = 0; i < work.length; i++) {
                work[i] = scale * matrix[i];
            }
            return;
        }
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                work[j * rows + i] = scale * matrix[i * columns + j];
            }
        }
    }

    /** A power of two that brings the largest entry between 1/2 and 1; 0 for a matrix of zeros. */
    private static double scale(double largest) {
        if (largest == 0) {
            return 0;
        }
        double scale = 1;
        double size = largest;
        while (size >= 0x1p30) {
            size *= 0x1p-30;
            scale *= 0x1p-30;
        }
        while (size < 0x1p-30) {
            size *= 0x1p30;
            scale *= 0x1p30;
        }
        while (size >= 1) {
            size *= 0.5;
            scale *= 0.5;
        }
        while (size < 0.5) {
            size *= 2;
            scale *= 2;
        }
        return scale;
    }

    /**
     * Works on.
     *
     * @param flops about how many additions and multiplications at most; at least one reflection is made
     * @return whether there is more to do
     */
    public boolean advance(double flops) {
        double left = flops;
        while (next < width && left > 0) {
            left -= FLOPS_PER_ENTRY * (height - next) * (width - next);
            if (reducing) {
                reflectColumn(next);
                next++;
                if (next == width) {
                    keepTriangle();
                }
            } else {
                values.diagonal(next, reflectColumn(next));
                if (next + 1 < width) {
                    values.upper(next, reflectRow(next));
                }
                next++;
            }
        }
        return next < width;
    }

    /**
     * Writes the values, descending, once {@link #advance} has nothing left to do.
     *
     * @param to where they are written
     * @param at place of the first
     */
    public void take(double[] to, int at) {
        int count = count();
        if (scale == 0) {
            Arrays.fill(to, at, at + count, 0);
            return;
        }
        values.take(to, at);
        for (int k = 0; k < count; k++) {
            to[at + k] /= scale;
        }
    }

    /** What is below the diagonal is zero after the first reduction; the square above goes on. */
    private void keepTriangle() {
        for (int j = 0; j < width; j++) {
            for (int i = 0; i < width; i++) {
                work[j * width + i] = i <= j ? work[j * height + i] : 0;
            }
        }
        height = width;
        next = 0;
        reducing = false;
    }

    /** Makes column k zero below row k in all columns from k on; returns the entry that stays, up to its sign. */
    private double reflectColumn(int k) {
        int start = k * height + k;
        int end = (k + 1) * height;
        double below = 0;
        for (int i = start + 1; i < end; i++) {
            below += work[i] * work[i];
        }
        double first = work[start];
        if (below == 0) {
            return Math.abs(first);
        }
        double norm = Math.sqrt(first * first + below);
        double tip = first < 0 ? first - norm : first + norm;
        double square = tip * tip + below;
        double factor = 2 / square;
        work[start] = tip;
        int j = k + 1;
        for (; j + 1 < width; j += 2) {
            reflectPair(start, end, j * height + k, factor);
        }
        if (j < width) {
            reflectOne(start, end, j * height + k, factor);
        }
        work[start] = first < 0 ? norm : -norm;
        Arrays.fill(work, start + 1, end, 0);
        return norm;
    }

    /** Two columns at once, so that neither sum waits for the other. */
    private void reflectPair(int start, int end, int other, double factor) {
        double one = 0;
        double two = 0;
        int shift = other - start;
        for (int i = start; i < end; i++) {
            double v = work[i];
            one += v * work[i + shift];
            two += v * work[i + shift + height];
        }
        one *= factor;
        two *= factor;
        for (int i = start; i < end; i++) {
            work[i + shift] -= one * work[i];
        }
        int further = shift + height;
        for (int i = start; i < end; i++) {
            work[i + further] -= two * work[i];
        }
    }

    private void reflectOne(int start, int end, int other, double factor) {
        double sum = 0;
        int shift = other - start;
        for (int i = start; i < end; i++) {
            sum += work[i] * work[i + shift];
        }
        sum *= factor;
        for (int i = start; i < end; i++) {
            work[i + shift] -= sum * work[i];
        }
    }

    /** Makes row k zero beyond column k + 1 in all rows below; returns the entry that stays, up to its sign. */
    private double reflectRow(int k) {
        double beyond = 0;
        for (int j = k + 2; j < width; j++) {
            double entry = work[j * height + k];
            beyond += entry * entry;
        }
        double first = work[(k + 1) * height + k];
        if (beyond == 0) {
            return Math.abs(first);
        }
        double norm = Math.sqrt(first * first + beyond);
        double tip = first < 0 ? first - norm : first + norm;
        double square = tip * tip + beyond;
        double factor = 2 / square;
        Arrays.fill(row, k + 1, height, 0);
        for (int j = k + 1; j < width; j++) {
            double u = j == k + 1 ? tip : work[j * height + k];
            int column = j * height;
            for (int i = k + 1; i < height; i++) {
                row[i] += u * work[column + i];
            }
        }
        for (int j = k + 1; j < width; j++) {
            double u = factor * (j == k + 1 ? tip : work[j * height + k]);
            int column = j * height;
            for (int i = k + 1; i < height; i++) {
                work[column + i] -= u * row[i];
            }
        }
        return norm;
    }
}
