package dynlab.theory;

import dynlab.numeric.Matrix;
import dynlab.numeric.Vectors;
import dynlab.theory.modes.LinearProblem;
import dynlab.theory.modes.Modes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Turns strengths or maps into the curves of a {@link Prediction}. */
public record PredictionCurves(LinearProblem problem, Modes modes) {
    /** Most numbers that the maps or the strengths of one prediction may fill. */
    public static final int MOST_KEPT = 2_000_000;

    /** No theory: only the assumptions. */
    public static Prediction nothing(double residual, List<Assumption> assumptions) {
        return new Prediction(
                new Judge(assumptions).none(),
                residual,
                new double[0],
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of());
    }

    /** {@code floor + ½ Σ_k d_k (s_k/d_k − a_k)²} at every recorded step. */
    public static double[] loss(double floor, double[] s, double[] d, Matrix strengths) {
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
    public double floorOfModes(double[] d) {
        double[] s = modes.s();
        double rest = problem.correlations().powerY();
        for (int k = 0; k < s.length; k++) {
            if (d[k] > 0) {
                rest -= s[k] * s[k] / d[k];
            }
        }
        return 0.5 * rest;
    }

    public Prediction prediction(Claim claim, double residual, double[] loss, Matrix modeStrength) {
        return prediction(claim, residual, loss, modeStrength, Map.of(), List.of(), List.of());
    }

    /** Cuts all curves at the first step whose loss is not finite. */
    public Prediction prediction(
            Claim claim,
            double residual,
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
                claim,
                residual,
                Arrays.copyOf(loss, finite),
                Optional.of(top(modeStrength, finite)),
                cut,
                maps.subList(0, Math.min(finite, maps.size())),
                also);
    }

    /**
     * A prediction of whole maps: their loss and mode strengths are read off them.
     *
     * @param mapAt the map at recorded time i; called in ascending order
     * @param keep whether the maps themselves belong to the prediction; they are left out all the same above
     *     {@value #MOST_KEPT} numbers
     */
    public Prediction ofMaps(Claim claim, double residual, int records, IntFunction<Matrix> mapAt, boolean keep) {
        int count = modes.count();
        double[] loss = new double[records];
        double[] strengths = new double[records * count];
        Matrix left = modes.u().transpose();
        List<Matrix> kept = new ArrayList<>();
        double numbers =
                (double) records * problem.best().rows() * problem.best().columns();
        for (int i = 0; i < records; i++) {
            Matrix map = mapAt.apply(i);
            loss[i] = problem.loss(map);
            Matrix seen = map.times(modes.v());
            for (int k = 0; k < count; k++) {
                strengths[i * count + k] = Vectors.dot(left.row(k), seen.column(k));
            }
            if (keep && numbers <= MOST_KEPT) {
                kept.add(map);
            }
        }
        Matrix modeStrength = Matrix.of(records, count, strengths);
        return prediction(claim, residual, loss, modeStrength, Map.of(), kept, List.of());
    }

    private static Matrix top(Matrix matrix, int rows) {
        return rows == matrix.rows()
                ? matrix
                : Matrix.of(rows, matrix.columns(), Arrays.copyOf(matrix.toArray(), rows * matrix.columns()));
    }
}
