package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.experiment.Experiment;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.run.Runner;
import dynlab.learning.LearningRule;
import dynlab.learning.Method;
import dynlab.learning.UpdateRule;
import dynlab.network.Extras;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.theory.Claim;
import dynlab.theory.Prediction;
import dynlab.theory.Premise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact maps of tied chains and of feedback alignment, against the engine. */
final class TiedAndFeedbackTest {
    private static final double RATE = 0.01;
    private static final double[] S = {2, 1.4, 0.9};

    private static Experiment experiment(
            Architecture graph, List<Context> contexts, List<Matrix> weights, Method method, Extras extras) {
        List<Integer> at = IntStream.rangeClosed(0, 60).map(i -> 10 * i).boxed().toList();
        return new Experiment(
                        "",
                        "",
                        graph,
                        contexts,
                        new Start.Given(weights),
                        new Training(RATE, 1, 600).by(method),
                        new RecordPlan(new RecordPlan.When.At(at), Set.of()),
                        true)
                .with(extras);
    }

    private static Prediction prediction(Experiment experiment) {
        return Runner.of(experiment).complete().prediction().orElseThrow();
    }

    private static Prediction exact(Experiment experiment) {
        Prediction prediction = prediction(experiment);
        assertEquals("reduction", prediction.kind(), prediction.assumptions().toString());
        assertEquals(Claim.Of.STEPS, prediction.claim().of());
        assertTrue(prediction.exact(), prediction.assumptions().toString());
        assertEquals(61, prediction.loss().length);
        assertTrue(
                prediction.claim().distance().orElseThrow() < 1e-12,
                prediction.claim().distance() + "");
        return prediction;
    }

    private static void fails(Premise premise, Experiment experiment) {
        Prediction none = prediction(experiment);
        assertEquals("none", none.kind());
        assertFalse(none.exact());
        assertTrue(
                none.assumptions().stream().anyMatch(a -> a.premise() == premise && !a.holds()),
                none.assumptions().toString());
    }

    /** The chain of these layers in which some use the matrix of another: {@code ties[e]} = its number + 1, negative turned. */
    private static Architecture tied(List<Matrix> weights, int... ties) {
        Architecture plain = Chains.architecture(weights);
        List<Edge> edges = new ArrayList<>();
        for (int e = 0; e < ties.length; e++) {
            Edge edge = plain.edges().get(e);
            Optional<Edge.Tie> tie =
                    ties[e] == 0 ? Optional.empty() : Optional.of(new Edge.Tie("W" + Math.abs(ties[e]), ties[e] < 0));
            edges.add(new Edge(edge.id(), edge.source(), edge.target(), tie));
        }
        return new Architecture(plain.nodes(), edges);
    }

    private static Matrix symmetric(Matrix v, double... values) {
        return v.times(Matrix.diagonal(values)).times(v.transpose());
    }

    private static int[] allTiedToTheFirst(int depth) {
        int[] ties = new int[depth];
        Arrays.fill(ties, 1, depth, 1);
        return ties;
    }

    @ParameterizedTest
    @CsvSource({
        "2, GRADIENT, 0, 0",
        "3, GRADIENT, 0, 0",
        "5, GRADIENT, 0, 0",
        "2, HEAVY_BALL, 0.6, 0",
        "3, NESTEROV, 0.5, 0.1",
        "2, GRADIENT, 0, 0.2"
    })
    void equalMatricesLearnAsOneNumberWithTheSumOfItsGradients(
            int depth, UpdateRule.Kind kind, double beta, double decay) {
        Matrix v = Chains.orthogonal(3, 3, new Rng(5));
        double[] b = {0.5, 0.4, 0.6};
        List<Matrix> weights = Collections.nCopies(depth, symmetric(v, b));
        Architecture graph = tied(weights, allTiedToTheFirst(depth));
        Method method = Method.PLAIN.with(new UpdateRule(kind, beta, decay));
        Prediction prediction = exact(experiment(graph, Chains.items(symmetric(v, S)), weights, method, Extras.NONE));
        if (beta == 0) {
            for (int step = 0; step < 600; step++) {
                for (int k = 0; k < 3; k++) {
                    double others = Math.pow(b[k], depth - 1);
                    b[k] += RATE * (depth * others * (S[k] - others * b[k]) - decay * b[k]);
                }
            }
            for (int k = 0; k < 3; k++) {
                double found = Math.abs(prediction.strength().get("W2").at(60, k));
                assertEquals(b[k], found, 1e-11);
            }
        }
    }

    @Test
    void anAutoencoderLearnsTheSymmetricPartOfItsTarget() {
        Rng rng = new Rng(6);
        Matrix v = Chains.orthogonal(5, 3, rng);
        Matrix r = Chains.orthogonal(4, 3, rng);
        Matrix w = r.times(Matrix.diagonal(0.3, 0.2, 0.25)).times(v.transpose());
        Matrix skew = Chains.gaussian(5, 5, 0.3, rng);
        Matrix y = symmetric(v, S).plus(skew).minus(skew.transpose());
        List<Matrix> weights = List.of(w, w.transpose());
        exact(experiment(tied(weights, 0, -1), Chains.items(y), weights, Method.PLAIN, Extras.NONE));
    }

    @Test
    void someLayersMayBeTiedAndOthersNot() {
        Rng rng = new Rng(7);
        Matrix v = Chains.orthogonal(3, 3, rng);
        Matrix u = Chains.orthogonal(5, 3, rng);
        Matrix r = Chains.orthogonal(4, 3, rng);
        Matrix first = r.times(Matrix.diagonal(0.5, 0.6, 0.4)).times(v.transpose());
        // one strength is negative: its two uses have frames that differ by a sign
        Matrix middle = symmetric(r, 0.7, -0.5, 0.6);
        Matrix last = u.times(Matrix.diagonal(0.4, 0.5, 0.5)).times(r.transpose());
        Matrix y = u.times(Matrix.diagonal(S)).times(v.transpose());
        List<Matrix> weights = List.of(first, middle, middle.transpose(), last);
        exact(experiment(tied(weights, 0, 0, -2, 0), Chains.items(y), weights, Method.PLAIN, Extras.NONE));
    }

    @Test
    void aNegativeEigenvalueIsLearnedByThreeEqualMatricesAndNotByTwo() {
        Matrix v = Chains.orthogonal(3, 3, new Rng(8));
        Matrix y = symmetric(v, 2, -1.4, 0.9);
        Matrix w = symmetric(v, 0.5, -0.4, 0.6);
        exact(experiment(
                tied(List.of(w, w, w), 0, 1, 1), Chains.items(y), List.of(w, w, w), Method.PLAIN, Extras.NONE));
        Prediction two = prediction(
                experiment(tied(List.of(w, w), 0, 1), Chains.items(y), List.of(w, w), Method.PLAIN, Extras.NONE));
        assertFalse(two.exact());
        assertEquals(1, two.claim().saddles().size());
        double last = two.loss()[60];
        assertEquals(0.5 * 1.4 * 1.4, last, 0.01 * last, "the square of a number never is negative");
    }

    @Test
    void framesThatDoNotFitTheTieHaveNoTheory() {
        // a cycle of three directions: diagonal layer by layer, but the two uses of the matrix see other modes
        Matrix cycle = Matrix.of(new double[][] {{0, 0, 0.5}, {0.5, 0, 0}, {0, 0.5, 0}});
        Matrix y = cycle.times(cycle).scaled(4).times(Matrix.diagonal(S));
        List<Matrix> weights = List.of(cycle, cycle);
        fails(
                Premise.TIED_FRAMES,
                experiment(tied(weights, 0, 1), Chains.items(y), weights, Method.PLAIN, Extras.NONE));
        // the same start without the tie has one
        exact(experiment(Chains.architecture(weights), Chains.items(y), weights, Method.PLAIN, Extras.NONE));
    }

    private static final double D = 1.5;

    /** Two layers 3 → 7 → 5 with {@code BBᵀ = 0.8 I}, and white inputs of variance 1.5 unless they are bent. */
    private static Experiment feedback(
            double[] m, double[] q, UpdateRule update, double bend, double uneven, double off) {
        Rng rng = new Rng(9);
        Matrix v = Chains.orthogonal(3, 3, rng);
        Matrix u = Chains.orthogonal(5, 3, rng);
        Matrix even = Chains.orthogonal(5, 7, rng).scaled(Math.sqrt(0.8));
        Matrix b = even.plus(Chains.gaussian(5, 7, uneven, rng));
        Matrix x = Matrix.identity(3).scaled(Math.sqrt(D)).plus(Chains.gaussian(3, 3, bend, rng));
        Matrix y = u.times(Matrix.diagonal(S)).times(v.transpose()).times(x);
        Matrix w1 = b.transpose().times(u).times(Matrix.diagonal(m)).times(v.transpose());
        Matrix w2 = u.times(Matrix.diagonal(q)).times(u.transpose()).times(b);
        List<Matrix> weights = List.of(w1.plus(Chains.gaussian(7, 3, off, rng)), w2);
        Method method = Method.PLAIN.with(update).with(new LearningRule(LearningRule.Kind.FEEDBACK_ALIGNMENT, 0));
        return experiment(
                Chains.architecture(weights),
                Chains.data(x, y),
                weights,
                method,
                Extras.NONE.withFeedback(Map.of("W2", b)));
    }

    @ParameterizedTest
    @CsvSource({"GRADIENT, 0, 0, 0", "GRADIENT, 0, 0, 1", "HEAVY_BALL, 0.5, 0, 1", "NESTEROV, 0.4, 0.1, 0"})
    void feedbackAlignmentIsAMapOfTwoNumbersAMode(UpdateRule.Kind kind, double beta, double decay, double start) {
        double[] m = {0.2 * start, -0.1 * start, 0.3 * start};
        double[] q = {0.1 * start, 0.2 * start, -0.1 * start};
        Prediction prediction = exact(feedback(m, q, new UpdateRule(kind, beta, decay), 0, 0, 0));
        if (beta == 0) {
            for (int step = 0; step < 600; step++) {
                for (int k = 0; k < 3; k++) {
                    double error = D * (S[k] - 0.8 * q[k] * m[k]);
                    q[k] += RATE * error * m[k];
                    m[k] += RATE * error;
                }
            }
            for (int k = 0; k < 3; k++) {
                double b1 = prediction.strength().get("W1").at(60, k);
                double b2 = prediction.strength().get("W2").at(60, k);
                assertEquals(Math.sqrt(0.8) * m[k], b1, 1e-11);
                assertEquals(Math.sqrt(0.8) * q[k], b2, 1e-11);
            }
        }
    }

    @Test
    void feedbackAlignmentWithoutItsAssumptionsHasNoTheory() {
        double[] zero = {0, 0, 0};
        fails(Premise.WHITE_INPUTS, feedback(zero, zero, UpdateRule.PLAIN, 0.2, 0, 0));
        fails(Premise.ALIGNED_FEEDBACK, feedback(zero, zero, UpdateRule.PLAIN, 0, 0.1, 0));
        fails(Premise.ALIGNED_START, feedback(zero, zero, UpdateRule.PLAIN, 0, 0, 0.01));
    }
}
