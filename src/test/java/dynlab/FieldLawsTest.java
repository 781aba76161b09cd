package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.architecture.Node;
import dynlab.architecture.Role;
import dynlab.experiment.Experiment;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.run.Trainers;
import dynlab.learning.LabelNoise;
import dynlab.learning.LearningRule;
import dynlab.learning.Method;
import dynlab.learning.Trainer;
import dynlab.learning.UpdateRule;
import dynlab.network.Extras;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of momentum, decay, noise, ties and feedback that hold of scalar chains, against the simulation. */
final class FieldLawsTest {
    /** A chain of one-unit layers from x = 1 to y = s. */
    private static Experiment chain(double s, double dt, Method method, Extras extras, boolean tied, double... w) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        List<Matrix> weights = new ArrayList<>();
        nodes.add(Node.linear("n0", Role.INPUT, 1));
        for (int k = 1; k <= w.length; k++) {
            nodes.add(Node.linear("n" + k, k == w.length ? Role.OUTPUT : Role.HIDDEN, 1));
            Optional<Edge.Tie> tie = tied && k > 1 ? Optional.of(new Edge.Tie("e1", false)) : Optional.empty();
            edges.add(new Edge("e" + k, "n" + (k - 1), "n" + k, tie));
            weights.add(Matrix.of(1, 1, new double[] {w[k - 1]}));
        }
        Matrix one = Matrix.identity(1);
        Context context = Context.open("", 1, Map.of("n0", one), Map.of("n" + w.length, one.scaled(s)));
        return new Experiment(
                "",
                "",
                new Architecture(nodes, edges),
                List.of(context),
                new Start.Given(weights),
                new Training(dt, 1, 1).by(method),
                new RecordPlan(new RecordPlan.When.At(List.of()), Set.of()),
                false,
                extras);
    }

    private static double weight(Trainer trainer, int e) {
        return trainer.network().weight(e).at(0, 0);
    }

    private static void go(Trainer trainer, int steps) {
        for (int n = 0; n < steps; n++) {
            trainer.loss();
            trainer.step();
        }
    }

    private static Method update(UpdateRule.Kind kind, double beta, double decay) {
        return Method.PLAIN.with(new UpdateRule(kind, beta, decay));
    }

    @ParameterizedTest
    @CsvSource({"HEAVY_BALL, 0.9, 0.01", "NESTEROV, 0.9, 0.01", "HEAVY_BALL, 0.99, 0.01", "NESTEROV, 0.5, 0.05"})
    void aSmallModeGrowsByTheRootOfItsMomentumEquation(UpdateRule.Kind kind, double beta, double rate) {
        // r² − (1 + β + ηs) r + β = 0, or r² − (1 + β)(1 + ηs) r + β(1 + ηs) = 0
        double s = 2;
        double up = 1 + rate * s;
        boolean heavy = kind == UpdateRule.Kind.HEAVY_BALL;
        double half = heavy ? (1 + beta + rate * s) / 2 : (1 + beta) * up / 2;
        double root = half + Math.sqrt(half * half - (heavy ? beta : beta * up));
        Trainer trainer = Trainers.of(chain(s, rate, update(kind, beta, 0), Extras.NONE, false, 1e-9, 1e-9));
        go(trainer, 60); // the other root has died by then, and the mode is still small
        double before = weight(trainer, 0);
        go(trainer, 20);
        assertEquals(Math.log(root), Math.log(weight(trainer, 0) / before) / 20, 1e-4 * Math.log(root));
    }

    @ParameterizedTest
    @CsvSource({"GRADIENT, 0", "HEAVY_BALL, 0.9", "NESTEROV, 0.9", "NESTEROV, 0.5"})
    void aStepIsStableUpToItsLimit(UpdateRule.Kind kind, double beta) {
        // ηH < 2, 2(1 + β), 2(1 + β)/(1 + 2β) at the end of two balanced layers, where H = 2s
        double s = 2;
        double most = kind == UpdateRule.Kind.NESTEROV ? 2 * (1 + beta) / (1 + 2 * beta) : 2 * (1 + beta);
        double end = Math.sqrt(s);
        for (double share : new double[] {0.98, 1.02}) {
            double rate = share * most / (2 * s);
            Trainer trainer =
                    Trainers.of(chain(s, rate, update(kind, beta, 0), Extras.NONE, false, end + 1e-3, end + 1e-3));
            go(trainer, 4000);
            double error = Math.abs(weight(trainer, 0) * weight(trainer, 1) - s);
            assertTrue(share < 1 ? error < 1e-12 : !(error < 0.1), share + " of the limit leaves " + error);
        }
    }

    @Test
    void decayIsItsOwnMapAndSoftThresholdsTheEnd() {
        double rate = 0.05;
        double decay = 0.3;
        double s = 2;
        Trainer trainer =
                Trainers.of(chain(s, rate, update(UpdateRule.Kind.GRADIENT, 0, decay), Extras.NONE, false, 0.01, 0.01));
        double c = 0.01;
        for (int n = 0; n < 600; n++) {
            go(trainer, 1);
            c *= 1 + rate * (s - decay - c * c);
            assertEquals(c, weight(trainer, 0), 1e-12);
        }
        assertEquals(s - decay, c * c, 1e-12);
    }

    @Test
    void threeLayersForgetWhatStartsBelowTheirThreshold() {
        // the smallest root of b (s − b³) = λ
        double threshold = 0.10005;
        for (double share : new double[] {0.97, 1.03}) {
            double b = share * threshold;
            Trainer trainer =
                    Trainers.of(chain(2, 0.05, update(UpdateRule.Kind.GRADIENT, 0, 0.2), Extras.NONE, false, b, b, b));
            go(trainer, 4000);
            assertEquals(share < 1 ? 0 : 1.2246, weight(trainer, 0), 1e-4);
        }
    }

    @Test
    void decayForgetsTheImbalance() {
        Trainer trainer =
                Trainers.of(chain(2, 1e-3, update(UpdateRule.Kind.GRADIENT, 0, 0.5), Extras.NONE, false, 0.2, 1.5));
        double before = 1.5 * 1.5 - 0.2 * 0.2;
        go(trainer, 2000);
        double after = Math.pow(weight(trainer, 1), 2) - Math.pow(weight(trainer, 0), 2);
        assertEquals(Math.exp(-2), after / before, 1e-3); // e^{−2λt} at λt = 1; first order in the step
    }

    @Test
    void labelNoiseForgetsTheImbalance() {
        double sum = 0;
        for (int seed = 1; seed <= 20; seed++) {
            Method noisy = Method.PLAIN.with(new LabelNoise(LabelNoise.Kind.GAUSSIAN, 0.5, seed));
            Trainer trainer = Trainers.of(chain(1, 0.05, noisy, Extras.NONE, false, 0.7, 1.3));
            double before = 1.3 * 1.3 - 0.7 * 0.7;
            go(trainer, 1599);
            sum += Math.abs(Math.pow(weight(trainer, 1), 2) - Math.pow(weight(trainer, 0), 2)) / before / 20;
        }
        assertEquals(0.34, sum, 0.05);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void equalMatricesLearnAsManyTimesFaster(int depth) {
        double b = 0.3;
        double[] start = new double[depth];
        Arrays.fill(start, b);
        double rate = 1e-3;
        Trainer tied = Trainers.of(chain(1, rate, Method.PLAIN, Extras.NONE, true, start));
        double map = b;
        for (int n = 0; n < 200; n++) {
            go(tied, 1);
            double power = Math.pow(map, depth - 1);
            map += rate * depth * power * (1 - power * map);
            assertEquals(map, weight(tied, 0), 1e-12);
        }
        Trainer free = Trainers.of(chain(1, rate, Method.PLAIN, Extras.NONE, false, start));
        assertEquals(
                depth,
                half(free, depth) / half(Trainers.of(chain(1, rate, Method.PLAIN, Extras.NONE, true, start)), depth),
                0.02);
    }

    private static double half(Trainer trainer, int depth) {
        int n = 0;
        while (Math.pow(weight(trainer, 0), depth) < 0.5) {
            go(trainer, 1);
            n++;
        }
        return n;
    }

    @Test
    void kolenPollackDrawsFeedbackAndWeightsTogether() {
        double decay = 0.4;
        Method method =
                update(UpdateRule.Kind.GRADIENT, 0, decay).with(new LearningRule(LearningRule.Kind.KOLEN_POLLACK, 0));
        Extras extras = Extras.NONE.withFeedback(Map.of("e2", Matrix.of(1, 1, new double[] {0.9})));
        Trainer trainer = Trainers.of(chain(2, 0.05, method, extras, false, 0.1, 0.2));
        for (int n = 1; n <= 400; n++) {
            go(trainer, 1);
            double apart = trainer.network().feedback(0).at(0, 0) - weight(trainer, 1);
            assertEquals(Math.pow(1 - 0.05 * decay, n) * (0.9 - 0.2), apart, 1e-12);
        }
    }

    /** Feedback matrices with orthonormal rows from zero weights: every mode is m += ηe, q += ηem, e = s − cqm. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 4})
    void feedbackAlignmentIsItsOwnMap(double c) {
        Method method = Method.PLAIN.with(new LearningRule(LearningRule.Kind.FEEDBACK_ALIGNMENT, 0));
        double s = 2;
        double rate = 1e-3;
        Extras extras = Extras.NONE.withFeedback(Map.of("e2", Matrix.of(1, 1, new double[] {Math.sqrt(c)})));
        Trainer trainer = Trainers.of(chain(s, rate, method, extras, false, 0, 0));
        double m = 0;
        double q = 0;
        double half = 0;
        for (int n = 0; n < 3000; n++) {
            double e = s - c * q * m;
            half = half == 0 && c * q * m >= s / 2 ? n * rate : half;
            m += rate * e;
            q += rate * e * (m - rate * e);
            go(trainer, 1);
            assertEquals(c * q * m, weight(trainer, 0) * weight(trainer, 1), 1e-12);
        }
        assertEquals(Math.cbrt(2 * s / c) * 0.937707 / s, half, 2e-3); // one step of time, and first order in it
    }

    @Test
    void aMirrorOfTheWeightsBringsBackpropagation() {
        Rng rng = new Rng(1);
        double start = rng.nextGaussian();
        Method method = Method.PLAIN.with(new LearningRule(LearningRule.Kind.WEIGHT_MIRROR, 2));
        Extras extras = Extras.NONE.withFeedback(Map.of("e2", Matrix.of(1, 1, new double[] {start})));
        Trainer trainer = Trainers.of(chain(1, 0.01, method, extras, false, 0.3, 0.3));
        go(trainer, 5000);
        assertEquals(weight(trainer, 1), trainer.network().feedback(0).at(0, 0), 1e-12);
        assertEquals(1, weight(trainer, 0) * weight(trainer, 1), 1e-12);
    }
}
