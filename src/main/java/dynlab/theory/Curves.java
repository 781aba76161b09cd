package dynlab.theory;

import dynlab.numeric.Matrix;
import dynlab.numeric.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns strengths or maps into the curves of a {@link Prediction}. */
record Curves(LinearProblem problem, Modes modes) {
    /** No theory: only the assumptions. */
    static Prediction nothing(double residual, List<Assumption> assumptions) {
        return new Prediction(
                "none", false, residual, assumptions, new double[0], Optional.empty(), Map.of(), List.of(), List.of());
    }

    /** {@code floor + ½ Σ_k d_k (s_k/d_k − a_k)²} at every recorded step. */
    static double[] loss(double floor, double[] s, double[] d, Matrix strengths) {
        double[] loss = new double[strengths.rows()];
        for (int i = 0; i < loss.length; i++) {
            double sum = 0;
            for (int k = 0; k < s.length; k++) {
                if (d[k] > 0) {
                    double gap = s[k] / d[k] - strengths.at(i, k);
                    double weighted = d[k] * gap;
                    sum += weighted * gap;
                }
            }
            loss[i] = floor + 0.5 * sum;
        }
        return loss;
    }

    /** What the modes cannot reach where the inputs are not diagonal in their frame: {@code ½ (Σ w |y|² − Σ s²/d)}. */
    double floorOfModes(double[] d) {
        double[] s = modes.s();
        double rest = problem.correlations().powerY();
        for (int k = 0; k < s.length; k++) {
            if (d[k] > 0) {
                rest -= s[k] * s[k] / d[k];
            }
        }
        return 0.5 * rest;
    }

    Prediction prediction(
            String kind,
            boolean exact,
            double residual,
            List<Assumption> assumptions,
            double[] loss,
            Matrix modeStrength) {
        return prediction(kind, exact, residual, assumptions, loss, modeStrength, Map.of(), List.of(), List.of());
    }

    /** Cuts all curves at the first step whose loss is not finite. */
    Prediction prediction(
            String kind,
            boolean exact,
            double residual,
            List<Assumption> assumptions,
            double[] loss,
            Matrix modeStrength,
            Map<String, Matrix> strength,
            List<Matrix> maps,
            List<Prediction> also) {
        int finite = 0;
        while (finite < loss.length && Double.isFinite(loss[finite])) {
            finite++;
        }
        Map<String, Matrix> cut = new LinkedHashMap<>();
        for (Map.Entry<String, Matrix> entry : strength.entrySet()) {
            cut.put(entry.getKey(), top(entry.getValue(), finite));
        }
        return new Prediction(
                kind,
                exact,
                residual,
                assumptions,
                Arrays.copyOf(loss, finite),
                Optional.of(top(modeStrength, finite)),
                cut,
                maps.subList(0, Math.min(finite, maps.size())),
                also);
    }

    /** A prediction of whole maps: their loss and mode strengths are read off them. */
    Prediction ofMaps(String kind, boolean exact, double residual, List<Assumption> assumptions, List<Matrix> maps) {
        int count = modes.count();
        double[] loss = new double[maps.size()];
        double[] strengths = new double[maps.size() * count];
        List<double[]> left = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            left.add(modes.u().column(k));
        }
        for (int i = 0; i < loss.length; i++) {
            loss[i] = problem.loss(maps.get(i));
            for (int k = 0; k < count; k++) {
                strengths[i * count + k] = Vectors.dot(
                        left.get(k), Vectors.times(maps.get(i), modes.v().column(k)));
            }
        }
        return prediction(
                kind,
                exact,
                residual,
                assumptions,
                loss,
                Matrix.of(loss.length, count, strengths),
                Map.of(),
                maps,
                List.of());
    }

    private static Matrix top(Matrix matrix, int rows) {
        return rows == matrix.rows()
                ? matrix
                : Matrix.of(rows, matrix.columns(), Arrays.copyOf(matrix.toArray(), rows * matrix.columns()));
    }
}
