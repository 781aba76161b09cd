package dynlab.drawing;

import dynlab.architecture.Context;
import dynlab.architecture.Role;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Matrices of a context: how they are filled and fitted. */
final class Data {
    private Data() {}

    /** A context with the first data of a new input or output: the identity, or the tree of living things. */
    static Context first(Context context, String id, Role role, int width) {
        int samples = context.samples();
        return role == Role.INPUT
                ? set(context, id, role, identity(width, samples))
                : set(context, id, role, hierarchy(width, samples));
    }

    /** The context with these data; as many samples as they have columns, the others fitted. */
    static Context set(Context c, String id, Role role, Matrix matrix) {
        int samples = matrix.columns();
        Map<String, Matrix> x = samples(c.x(), samples);
        Map<String, Matrix> y = samples(c.y(), samples);
        (role == Role.INPUT ? x : y).put(id, matrix);
        return c.weighing(weights(c.weights(), samples)).holding(x, y);
    }

    /** The context with another number of samples. */
    static Context sized(Context c, int samples) {
        return c.weighing(weights(c.weights(), samples)).holding(samples(c.x(), samples), samples(c.y(), samples));
    }

    private static double[] weights(double[] old, int samples) {
        double[] weights = Arrays.copyOf(old, samples);
        for (int n = old.length; n < samples; n++) {
            weights[n] = old[old.length - 1];
        }
        return weights;
    }

    private static Map<String, Matrix> samples(Map<String, Matrix> all, int samples) {
        Map<String, Matrix> result = new LinkedHashMap<>();
        all.forEach((id, m) -> result.put(id, fit(m, m.rows(), samples)));
        return result;
    }

    static Map<String, Matrix> fitted(Map<String, Matrix> all, String id, int width, int samples) {
        Map<String, Matrix> result = new LinkedHashMap<>(all);
        result.computeIfPresent(id, (key, m) -> fit(m, width, samples));
        return result;
    }

    private static Matrix fit(Matrix m, int rows, int columns) {
        if (m.rows() == rows && m.columns() == columns) {
            return m;
        }
        double[] values = new double[rows * columns];
        for (int i = 0; i < Math.min(rows, m.rows()); i++) {
            for (int n = 0; n < Math.min(columns, m.columns()); n++) {
                values[i * columns + n] = m.at(i, n);
            }
        }
        return Matrix.of(rows, columns, values);
    }

    static Matrix with(Matrix m, int row, int column, double value) {
        double[] values = m.toArray();
        values[row * m.columns() + column] = value;
        return Matrix.of(m.rows(), m.columns(), values);
    }

    /** One unit for every sample, as far as they go. */
    static Matrix identity(int width, int samples) {
        double[] values = new double[width * samples];
        for (int n = 0; n < Math.min(width, samples); n++) {
            values[n * samples + n] = 1;
        }
        return Matrix.of(width, samples, values);
    }

    /**
     * A binary tree over the samples, a row for each of its nodes from the root down: 6 at the root, 4 below, 3 at the
     * leaves. For 7 rows and 4 samples the target of the routing network, with singular values 13.60, 6.40, 3, 3.
     */
    static Matrix hierarchy(int rows, int samples) {
        double[] values = new double[rows * samples];
        int[] from = new int[Math.max(rows, 1)];
        int[] to = new int[from.length];
        to[0] = samples;
        int known = 1;
        for (int i = 0; i < known; i++) {
            int middle = (from[i] + to[i] + 1) / 2;
            for (int half = 0; half < 2 && to[i] - from[i] > 1 && known < rows; half++) {
                from[known] = half == 0 ? from[i] : middle;
                to[known] = half == 0 ? middle : to[i];
                known++;
            }
        }
        for (int i = 0; i < Math.min(known, rows); i++) {
            double size = i == 0 ? 6 : to[i] - from[i] > 1 ? 4 : 3;
            Arrays.fill(values, i * samples + from[i], i * samples + to[i], size);
        }
        return Matrix.of(rows, samples, values);
    }

    /** Independent standard normal numbers, to two decimals so that a file stays short. */
    static Matrix random(int rows, int samples, Rng rng) {
        double[] values = new double[rows * samples];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint(100 * rng.nextGaussian()) / 100;
        }
        return Matrix.of(rows, samples, values);
    }
}
