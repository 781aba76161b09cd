package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Node;
import dynlab.experiment.Experiment;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Result;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.run.Runner;
import dynlab.learning.Method;
import dynlab.learning.UpdateRule;
import dynlab.network.Extras;
import dynlab.network.Loss;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.theory.Claim;
import dynlab.theory.Prediction;
import dynlab.theory.Premise;
import dynlab.theory.StepRule;
import dynlab.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Theory of what is not plain descent, against the engine. */
final class OtherDescentTest {
    private static Experiment experiment(
            Architecture graph, List<Context> contexts, List<Matrix> weights, Method method, double rate) {
        List<Integer> at = IntStream.rangeClosed(0, 60).map(i -> 10 * i).boxed().toList();
        return new Experiment(
                "",
                "",
                graph,
                contexts,
                new Start.Given(weights),
                new Training(rate, 1, 600).by(method),
                new RecordPlan(new RecordPlan.When.At(at), Set.of()),
                true);
    }

    private static Method by(UpdateRule.Kind kind, double beta, double decay) {
        return Method.PLAIN.with(new UpdateRule(kind, beta, decay));
    }

    private static Prediction exact(Experiment experiment) {
        Result result = Runner.of(experiment).complete();
        Prediction prediction = result.prediction().orElseThrow();
        assertEquals("reduction", prediction.kind());
        assertEquals(Claim.Of.STEPS, prediction.claim().of());
        assertTrue(prediction.exact(), prediction.assumptions().toString());
        assertTrue(
                prediction.claim().distance().orElseThrow() < 1e-12,
                prediction.claim().distance() + "");
        return prediction;
    }

    private static List<Matrix> aligned(int depth, Matrix u, Matrix v, Rng rng) {
        return Chains.aligned(u, new double[] {0.5, 0.4, 0.3}, v, 4, depth, rng);
    }

    @ParameterizedTest
    @CsvSource({
        "HEAVY_BALL, 0.9, 0, 1",
        "HEAVY_BALL, 0.9, 0, 2",
        "NESTEROV, 0.9, 0, 3",
        "GRADIENT, 0, 0.2, 2",
        "GRADIENT, 0, 0.05, 3",
        "NESTEROV, 0.5, 0.1, 2"
    })
    void momentumAndDecayAreExactMapsOfTheStrengthsOfAChain(
            UpdateRule.Kind kind, double beta, double decay, int depth) {
        Rng rng = new Rng(3);
        Matrix u = Chains.orthogonal(5, 3, rng);
        Matrix v = Chains.orthogonal(3, 3, rng);
        Matrix y = u.times(Matrix.diagonal(2, 1.4, 0.9)).times(v.transpose());
        List<Matrix> weights = aligned(depth, u, v, rng);
        Prediction prediction =
                exact(experiment(Chains.architecture(weights), Chains.items(y), weights, by(kind, beta, decay), 0.01));
        if (kind == UpdateRule.Kind.GRADIENT && depth == 2) {
            double left = prediction.modeStrength().orElseThrow().at(60, 0);
            assertEquals(2 - decay, left, 1e-6, "soft threshold");
        }
    }

    @ParameterizedTest
    @CsvSource({"HEAVY_BALL, 0.8, 0", "GRADIENT, 0, 0.02"})
    void andOfThoseOfAGatedGraph(UpdateRule.Kind kind, double beta, double decay) {
        GatedGraphs.Drawn drawn = GatedGraphs.diagonalisable(1, 0);
        exact(experiment(drawn.architecture(), drawn.contexts(), drawn.weights(), by(kind, beta, decay), 0.005));
    }

    @Test
    void aBiasIsAWeightFromAConstantInput() {
        // one input that is orthogonal to the ones, so that inputs and bias have a frame; two layers, the upper biased
        Architecture plain = Chains.architecture(List.of(Matrix.diagonal(0.3), Matrix.of(new double[][] {{0.4}, {0}})));
        List<Node> nodes = plain.nodes().stream()
                .map(node -> node.id().equals("y") ? node.biased() : node)
                .toList();
        Architecture graph = new Architecture(nodes, plain.edges());
        List<Context> contexts = Chains.data(Matrix.of(new double[][] {{1, -1, 1, -1}}), Matrix.of(new double[][] {
            {1, -1, 1, -1}, {0.5, 0.5, 0.5, 0.5}
        }));
        Experiment biased = experiment(
                        graph,
                        contexts,
                        List.of(Matrix.diagonal(0.3), Matrix.of(new double[][] {{0.4}, {0}})),
                        Method.PLAIN,
                        0.02)
                .with(Extras.NONE.withBiases(Map.of("y", Matrix.of(new double[][] {{0}, {0.1}}))));
        exact(biased);
    }

    @Test
    void aBiasKeepsWhatItHasWhereWeightsDecay() {
        // s = 4 and d = 4 for the mode, and the ones have the variance 4 as well; only the weights decay, by λ = 0.5
        Architecture plain = Chains.architecture(List.of(Matrix.diagonal(0.3), Matrix.of(new double[][] {{0.4}, {0}})));
        List<Node> nodes = plain.nodes().stream()
                .map(node -> node.id().equals("y") ? node.biased() : node)
                .toList();
        Experiment biased = experiment(
                new Architecture(nodes, plain.edges()),
                Chains.data(Matrix.of(new double[][] {{1, -1, 1, -1}}), Matrix.of(new double[][] {
                    {1, -1, 1, -1}, {0.5, 0.5, 0.5, 0.5}
                })),
                List.of(Matrix.diagonal(0.3), Matrix.of(new double[][] {{0.4}, {0}})),
                by(UpdateRule.Kind.GRADIENT, 0, 0.5),
                0.02);
        Prediction prediction = exact(biased);
        double w1 = prediction.strength().get("W1").at(60, 0);
        double w2 = prediction.strength().get("W2").at(60, 0);
        assertEquals((4 - 0.5) / 4, w1 * w2, 1e-6, "soft threshold");
        double bias = prediction.strength().get("bias of y").at(3, 0);
        assertEquals(0.5 * (1 - Math.pow(1 - 4 * 0.02, 30)), Math.abs(bias), 1e-12, "no decay");
    }

    @Test
    void whatNoTheoryKnowsHasAReason() {
        Rng rng = new Rng(3);
        Matrix u = Chains.orthogonal(5, 3, rng);
        Matrix v = Chains.orthogonal(3, 3, rng);
        List<Matrix> weights = aligned(2, u, v, rng);
        Matrix y = Matrix.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 0}, {0, 0, 0}});
        Prediction none = Runner.of(experiment(
                        Chains.architecture(weights),
                        Chains.items(y),
                        weights,
                        Method.PLAIN.with(Loss.SOFTMAX_CROSS_ENTROPY),
                        0.01))
                .complete()
                .prediction()
                .orElseThrow();
        assertEquals("none", none.kind());
        assertFalse(none.exact());
        assertEquals(Premise.PLAIN_TRAINING, none.assumptions().get(0).premise());
        assertTrue(Words.say(none.assumptions().get(0).sentence()).contains("cross-entropy"));
    }

    /** The published roots: measured speed-ups of a small start agree with them to a few per cent. */
    @ParameterizedTest
    @CsvSource({"0.9, 0.001, 2.6457513, 8.28", "0.9, 0.05, 2.6457513, 2.56", "0.99, 0.01, 2.6457513, 5.9"})
    void momentumSpeedsASmallModeUpByLessThanTheInverseOfOneMinusBeta(
            double beta, double rate, double s, double known) {
        StepRule rule = new StepRule(StepRule.Kind.HEAVY_BALL, beta, 0);
        assertEquals(known, rule.speedUp(rate * s), 0.04 * known);
        assertTrue(rule.speedUp(rate * s) < 1 / (1 - beta));
    }
}
