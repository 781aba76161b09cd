package dynlab.measure;

/** The majorisation of {@link Mds#smacof} on flat arrays; its buffers serve any number of frames. */
final class Smacof {
    private final int n;
    private final int dimensions;
    private final double[] next;

    Smacof(int n, int dimensions) {
        this.n = n;
        this.dimensions = dimensions;
        next = new double[n * dimensions];
    }

    /** Moves x to a (local) minimum of the stress; returns the number of steps. Allocates nothing. */
    int minimise(double[] distances, double[] x, int iterations, double tolerance) {
        double largest = 0;
        for (double distance : distances) {
            largest = Math.max(largest, distance);
        }
        for (int step = 1; step <= iterations; step++) {
            transform(distances, x);
            double moved = 0;
            for (int i = 0; i < x.length; i++) {
                moved = Math.max(moved, Math.abs(next[i] - x[i]));
                x[i] = next[i];
            }
            if (moved <= tolerance * largest) {
                return step;
            }
        }
        return iterations;
    }

    /** next = B(x) x / n = Σ_j (δ_ij / d_ij)(x_i − x_j) / n. */
    private void transform(double[] distances, double[] x) {
        for (int i = 0; i < next.length; i++) {
            next[i] = 0;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double distance = distance(x, i, j, dimensions);
                if (distance > 0) {
                    double ratio = distances[i * n + j] / distance / n;
                    for (int k = 0; k < dimensions; k++) {
                        double gap = x[i * dimensions + k] - x[j * dimensions + k];
                        next[i * dimensions + k] += ratio * gap;
                        next[j * dimensions + k] -= ratio * gap;
                    }
                }
            }
        }
    }

    static double stress(double[] distances, double[] x, int n, int dimensions) {
        double stress = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double gap = distances[i * n + j] - distance(x, i, j, dimensions);
                stress += gap * gap;
            }
        }
        return stress;
    }

    private static double distance(double[] x, int i, int j, int dimensions) {
        double square = 0;
        for (int k = 0; k < dimensions; k++) {
            double gap = x[i * dimensions + k] - x[j * dimensions + k];
            square += gap * gap;
        }
        return Math.sqrt(square);
    }
}
