package dynlab;

import dynlab.learning.Trainer;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The levels of a target, blocks of equal singular values, and when a run has learned each of them. */
final class Levels {
    private final Matrix y;
    private final Matrix u;
    private final Matrix v;
    private final List<List<Integer>> blocks = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    /** Levels of a target, outputs × items. */
    Levels(Matrix y) {
        this.y = y;
        Svd svd = Svd.thin(y);
        u = svd.u();
        v = svd.v();
        double[] s = Svd.singularValues(y);
        for (int k = 0; k < s.length && s[k] > 1e-9; k++) {
            if (k == 0 || s[k - 1] - s[k] > 1e-6) {
                blocks.add(new ArrayList<>());
                values.add(s[k]);
            }
            blocks.get(blocks.size() - 1).add(k);
        }
    }

    int count() {
        return blocks.size();
    }

    double s(int level) {
        return values.get(level);
    }

    Matrix u() {
        return u;
    }

    Matrix v() {
        return v;
    }

    /** The sum of the diagonal strengths of a map in a level. */
    double strength(Matrix outputs, int level) {
        Matrix all = u.transpose().times(outputs).times(v);
        return blocks.get(level).stream().mapToDouble(k -> all.at(k, k)).sum();
    }

    private double[] errors(Matrix outputs) {
        Matrix all = u.transpose().times(outputs.minus(y)).times(v);
        double[] errors = new double[count()];
        for (int level = 0; level < errors.length; level++) {
            double sum = 0;
            for (int i : blocks.get(level)) {
                for (int j : blocks.get(level)) {
                    sum += all.at(i, j) * all.at(i, j);
                }
            }
            errors[level] = Math.sqrt(sum);
        }
        return errors;
    }

    /**
     * Trains until the error of every level has fallen to all of the given shares of its first value.
     *
     * @return by level and share the first time at which it is there, on the straight line between two steps
     */
    double[][] times(Trainer trainer, double rate, Function<Network, Matrix> outputs, double... shares) {
        double[][] times = new double[count()][shares.length];
        for (double[] row : times) {
            Arrays.fill(row, Double.NaN);
        }
        double[] first = errors(outputs.apply(trainer.network()));
        double[] before = first;
        int missing = count() * shares.length;
        for (int n = 1; missing > 0; n++) {
            if (n > 200_000) {
                throw new AssertionError("not learned: " + Arrays.deepToString(times));
            }
            trainer.loss();
            trainer.step();
            double[] now = errors(outputs.apply(trainer.network()));
            for (int level = 0; level < now.length; level++) {
                for (int k = 0; k < shares.length; k++) {
                    double height = shares[k] * first[level];
                    if (Double.isNaN(times[level][k]) && now[level] <= height) {
                        times[level][k] = rate * (n - 1 + (before[level] - height) / (before[level] - now[level]));
                        missing--;
                    }
                }
            }
            before = now;
        }
        return times;
    }

    /** (t90 − t10) / t50 of every level. */
    double[] widths(Trainer trainer, double rate, Function<Network, Matrix> outputs) {
        return Arrays.stream(times(trainer, rate, outputs, 0.9, 0.5, 0.1))
                .mapToDouble(t -> (t[2] - t[0]) / t[1])
                .toArray();
    }

    /** The time at which every level is half learned. */
    double[] halves(Trainer trainer, double rate, Function<Network, Matrix> outputs) {
        return Arrays.stream(times(trainer, rate, outputs, 0.5))
                .mapToDouble(t -> t[0])
                .toArray();
    }
}
