package dynlab.theory.race;

import dynlab.architecture.Activation;
import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.InteractionClasses;
import dynlab.architecture.Node;
import dynlab.architecture.PathCorrelations;
import dynlab.numeric.Matrix;
import dynlab.theory.Assumption;
import dynlab.theory.Claim;
import dynlab.theory.Judge;
import dynlab.theory.Prediction;
import dynlab.theory.Premise;
import dynlab.theory.modes.Modes;
import dynlab.theory.modes.TwoLayerModes;
import dynlab.theory.modes.TwoLayerStart;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pathways of two layers that do not interact, each from its own small random start: every one is a two-layer network by
 * itself, whose modes start where {@link TwoLayerStart} says and then follow the exact discrete map of the same step.
 *
 * <pre>
 * a = c²,  c ← c (1 + η (s − d c²)),   L = ½⟨|y|²⟩ − Σ_p Σ_α (s a − ½ d a²)
 * </pre>
 *
 * Exclusive or by four gated paths is the example: the sigmoid of Saxe, Sodhani and Lewallen, ICML 2022, Fig. 3, with its
 * start computed from the first weights instead of fitted. Derived in docs/theory.md §2.5.
 */
public final class SeparatePaths {
    private static final double WHITE = 1e-9;
    /** A start is small if no mode begins above this share of where it ends. */
    private static final double SMALL = 0.01;

    private SeparatePaths() {}

    /**
     * The course of such pathways, where a network consists of them.
     *
     * @param weights initial weights, edge by edge
     * @param rate η = dt / tau
     * @param steps recorded steps, ascending
     * @return kind {@code logistic}; empty if paths interact, are not of two layers, or inputs are not white along the modes
     */
    public static Optional<Prediction> predict(
            Architecture architecture, List<Context> contexts, List<Matrix> weights, double rate, int[] steps) {
        Optional<PathCorrelations> correlations =
                linear(architecture) ? PathCorrelations.of(architecture, contexts) : Optional.empty();
        if (correlations.isEmpty() || !separate(architecture, correlations.get())) {
            return Optional.empty();
        }
        double[] loss = new double[steps.length];
        Arrays.fill(loss, energy(contexts));
        Map<String, Matrix> strength = new LinkedHashMap<>();
        double largest = 0;
        List<PathCorrelations.Path> paths = correlations.get().paths();
        for (int p = 0; p < paths.size(); p++) {
            PathCorrelations.Path path = paths.get(p);
            Modes modes = Modes.of(path.sigmaYx());
            Optional<double[]> variance = variances(correlations.get(), p, modes);
            if (variance.isEmpty()) {
                return Optional.empty();
            }
            double[] s = modes.s();
            double[] d = variance.get();
            int first = path.edges().get(0);
            int second = path.edges().get(1);
            double[] start = TwoLayerStart.of(weights.get(first), weights.get(second), modes)
                    .strength();
            Matrix a = TwoLayerModes.descent(s, d, start, rate, steps);
            double[] roots = new double[a.rows() * a.columns()];
            for (int i = 0; i < steps.length; i++) {
                for (int k = 0; k < s.length; k++) {
                    double value = a.at(i, k);
                    double gained = s[k] * value;
                    double square = value * value;
                    loss[i] -= gained - 0.5 * d[k] * square;
                    roots[i * s.length + k] = Math.sqrt(Math.max(0, value));
                }
            }
            for (int k = 0; k < s.length; k++) {
                largest = s[k] > 0 ? Math.max(largest, start[k] * d[k] / s[k]) : largest;
            }
            Matrix each = Matrix.of(steps.length, s.length, roots);
            strength.put(architecture.edges().get(first).id(), each);
            strength.put(architecture.edges().get(second).id(), each);
        }
        Claim claim = new Judge(List.of(
                        Assumption.fact(Premise.SEPARATE_PATHS, true),
                        Assumption.fact(Premise.ACTUAL_START, false),
                        Assumption.below(Premise.SMALL_START, largest, SMALL)))
                .claim("logistic", Claim.Of.STEPS);
        return Optional.of(new Prediction(claim, 0, loss, Optional.empty(), strength, List.of(), List.of()));
    }

    private static boolean linear(Architecture architecture) {
        for (Node node : architecture.nodes()) {
            if (node.activation() != Activation.LINEAR) {
                return false;
            }
        }
        return true;
    }

    private static boolean separate(Architecture architecture, PathCorrelations correlations) {
        for (PathCorrelations.Path path : correlations.paths()) {
            if (path.edges().size() != 2) {
                return false;
            }
        }
        return !correlations.paths().isEmpty()
                && InteractionClasses.of(architecture, correlations).count()
                        == correlations.paths().size();
    }

    /** d of each mode, v' Σx v, if Σx maps every mode of some strength to a multiple of itself. */
    private static Optional<double[]> variances(PathCorrelations correlations, int path, Modes modes) {
        double[] d = new double[modes.count()];
        for (PathCorrelations.Pair pair : correlations.pairs()) {
            if (pair.j() != path || pair.p() != path) {
                continue;
            }
            for (int k = 0; k < d.length; k++) {
                Matrix v = Matrix.of(modes.v().rows(), 1, modes.v().column(k));
                Matrix image = pair.sigmaX().times(v);
                d[k] = v.transpose().times(image).at(0, 0);
                double rest = image.minus(v.scaled(d[k])).norm();
                if (modes.s()[k] > 0 && rest > WHITE * pair.sigmaX().norm()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(d);
    }

    /** ½ ⟨|y|²⟩ over what is trained. */
    private static double energy(List<Context> contexts) {
        double sum = 0;
        for (Context context : contexts) {
            for (Matrix y : context.y().values()) {
                for (int n = 0; context.train() && n < y.columns(); n++) {
                    double square = 0;
                    for (int i = 0; i < y.rows(); i++) {
                        square += y.at(i, n) * y.at(i, n);
                    }
                    double half = 0.5 * context.weights()[n];
                    sum += half * square;
                }
            }
        }
        return sum;
    }
}
