package dynlab.numeric;

/** Matrices with independent normal entries. */
public final class RandomMatrix {
    private RandomMatrix() {}

    /**
     * Entries of mean 0, row by row.
     *
     * @param sigma their standard deviation
     */
    public static Matrix of(int rows, int columns, double sigma, Rng rng) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = sigma * rng.nextGaussian();
        }
        return Matrix.of(rows, columns, values);
    }
}
