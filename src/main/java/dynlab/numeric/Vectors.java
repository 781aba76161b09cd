package dynlab.numeric;

import java.util.List;

/** Inner products and projections of plain vectors, summed in ascending order of the index. */
public final class Vectors {
    private Vectors() {}

    /** The inner product of two vectors of equal length. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The Euclidean length. */
    public static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    /** A multiple of a vector. */
    public static double[] scaled(double[] vector, double factor) {
        double[] result = vector.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] *= factor;
        }
        return result;
    }

    /** The product of a matrix and a column vector. */
    public static double[] times(Matrix matrix, double[] vector) {
        return matrix.times(Matrix.of(vector.length, 1, vector)).toArray();
    }

    /** The columns of a matrix. */
    public static double[][] columns(Matrix matrix) {
        double[][] columns = new double[matrix.columns()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = matrix.column(j);
        }
        return columns;
    }

    /** Adds {@code factor · left rightᵀ} to row-major values of shape left × right. */
    public static void addOuter(double[] values, double factor, double[] left, double[] right) {
        for (int i = 0; i < left.length; i++) {
            double share = factor * left[i];
            for (int j = 0; j < right.length; j++) {
                values[i * right.length + j] += share * right[j];
            }
        }
    }

    /**
     * What is left of a vector without its part in the span of orthonormal directions, removed twice so that the rest is
     * orthogonal to them even when almost nothing is left.
     */
    public static double[] rest(double[] vector, List<double[]> orthonormal) {
        double[] rest = vector.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] direction : orthonormal) {
                double share = dot(rest, direction);
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= share * direction[i];
                }
            }
        }
        return rest;
    }

    /** Each entry over the largest absolute value; 0 where all are 0. */
    public static double[] overLargest(double[] vector) {
        double most = 0;
        for (double value : vector) {
            most = Math.max(most, Math.abs(value));
        }
        double[] shares = new double[vector.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = most > 0 ? vector[i] / most : 0;
        }
        return shares;
    }

    /**
     * How far one vector has turned from another.
     *
     * <pre>1 − a·b / (|a| |b|)</pre>
     *
     * @return 0 … 2; 0 where one of them is 0; absolute rounding error about 1e-15
     */
    public static double turned(double[] a, double[] b) {
        double sizes = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
        return sizes > 0 ? Math.max(0, 1 - dot(a, b) / sizes) : 0;
    }
}
