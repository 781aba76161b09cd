package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.architecture.Architecture;
import dynlab.architecture.Context;
import dynlab.architecture.Edge;
import dynlab.experiment.Experiment;
import dynlab.experiment.RecordPlan;
import dynlab.experiment.Start;
import dynlab.experiment.Training;
import dynlab.experiment.run.Trainers;
import dynlab.learning.LearningRule;
import dynlab.learning.Method;
import dynlab.learning.Trainer;
import dynlab.learning.UpdateRule;
import dynlab.network.Extras;
import dynlab.network.Loss;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.task.Toy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of momentum, decay, ties, cross-entropy and feedback, level by level of a hierarchy, against the simulation. */
final class LevelLawsTest {
    private static final Matrix TOY = Toy.world().y();

    static Trainer trainer(
            Architecture graph, List<Context> data, List<Matrix> weights, double rate, Method method, Extras extras) {
        return Trainers.of(new Experiment(
                "",
                "",
                graph,
                data,
                new Start.Given(weights),
                new Training(rate, 1, 1).by(method),
                new RecordPlan(new RecordPlan.When.At(List.of()), Set.of()),
                false,
                extras));
    }

    private static Trainer toy(List<Matrix> weights, double rate, Method method, Extras extras) {
        return trainer(Chains.architecture(weights), Chains.items(TOY), weights, rate, method, extras);
    }

    private static List<Matrix> small(int units, double sd, int seed) {
        Rng rng = new Rng(seed);
        return List.of(Chains.gaussian(units, 4, sd, rng), Chains.gaussian(7, units, sd, rng));
    }

    @ParameterizedTest
    @CsvSource({
        "HEAVY_BALL, 0.9, 0.001",
        "HEAVY_BALL, 0.9, 0.01",
        "HEAVY_BALL, 0.9, 0.05",
        "HEAVY_BALL, 0.99, 0.01",
        "NESTEROV, 0.9, 0.01"
    })
    void momentumHastensEveryLevelByTheRootOfItsOwnEquation(UpdateRule.Kind kind, double beta, double rate) {
        // r² − (1 + β + ηs) r + β = 0, or r² − (1 + β)(1 + ηs) r + β(1 + ηs) = 0; faster by ln r / ln(1 + ηs)
        Levels levels = new Levels(TOY);
        List<Matrix> start = small(16, 1e-6, 1);
        Method method = Method.PLAIN.with(new UpdateRule(kind, beta, 0));
        double[] plain = levels.halves(toy(start, rate, Method.PLAIN, Extras.NONE), rate, Chains::map);
        double[] moved = levels.halves(toy(start, rate, method, Extras.NONE), rate, Chains::map);
        boolean heavy = kind == UpdateRule.Kind.HEAVY_BALL;
        for (int level = 0; level < levels.count(); level++) {
            double up = 1 + rate * levels.s(level);
            double half = (heavy ? up + beta : (1 + beta) * up) / 2;
            double root = half + Math.sqrt(half * half - (heavy ? beta : beta * up));
            double law = Math.log(root) / Math.log(up);
            assertEquals(1, plain[level] / moved[level] / law, 0.04, "level " + level);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.6})
    void decayDelaysEveryLevelByItsLogarithm(double decay) {
        double rate = 0.005;
        double start = 1e-6;
        Method method = Method.PLAIN.with(new UpdateRule(UpdateRule.Kind.GRADIENT, 0, decay));
        Levels levels = new Levels(TOY);
        for (int level = 0; level < levels.count(); level++) {
            double s = levels.s(level);
            double end = s - decay;
            double law = s / end * Math.log(end / start) / Math.log(s / start);
            double free = halfWay(s, s, start, rate, Method.PLAIN);
            assertEquals(1, halfWay(s, end, start, rate, method) / free / law, 0.02, "level " + level);
        }
    }

    private static double halfWay(double s, double end, double start, double rate, Method method) {
        Matrix one = Matrix.identity(1);
        List<Matrix> weights = List.of(one.scaled(Math.sqrt(start)), one.scaled(Math.sqrt(start)));
        Trainer trainer =
                trainer(Chains.architecture(weights), Chains.items(one.scaled(s)), weights, rate, method, Extras.NONE);
        int n = 0;
        while (Chains.map(trainer.network()).at(0, 0) < end / 2) {
            trainer.loss();
            trainer.step();
            n++;
        }
        return n * rate;
    }

    @Test
    void anAutoencoderOfOneMatrixLearnsTwiceAsFast() {
        Matrix y = HierarchyWorld.readable();
        Levels levels = new Levels(y);
        double rate = 0.02;
        double[] ratio = new double[levels.count()];
        for (int seed = 1; seed <= 4; seed++) {
            Rng rng = new Rng(seed);
            List<Matrix> weights = List.of(Chains.gaussian(32, 15, 1e-3, rng), Chains.gaussian(15, 32, 1e-3, rng));
            Architecture free = Chains.architecture(weights);
            Edge back = free.edges().get(1);
            Edge same = new Edge(
                    back.id(),
                    back.source(),
                    back.target(),
                    Optional.of(new Edge.Tie(free.edges().get(0).id(), true)));
            Architecture tied =
                    new Architecture(free.nodes(), List.of(free.edges().get(0), same));
            List<Matrix> twice = List.of(weights.get(0), weights.get(0).transpose());
            List<Context> data = Chains.data(y, y);
            double[] slow = levels.halves(
                    trainer(free, data, weights, rate, Method.PLAIN, Extras.NONE),
                    rate,
                    net -> Chains.map(net).times(y));
            double[] fast = levels.halves(
                    trainer(tied, data, twice, rate, Method.PLAIN, Extras.NONE),
                    rate,
                    net -> Chains.map(net).times(y));
            for (int level = 0; level < ratio.length; level++) {
                ratio[level] += slow[level] / fast[level] / 4;
            }
        }
        for (int level = 0; level < ratio.length; level++) {
            assertEquals(2.1, ratio[level], 0.2, "level " + level);
        }
    }

    @Test
    void underCrossEntropySmallLogitsGrowByTheirDistanceFromEvenOdds() {
        // −∂L/∂h of small logits is y − (Σy) / K
        Matrix y = TOY.scaled(1.0 / 3);
        double[] even = new double[28];
        Arrays.fill(even, 1.0 / 7);
        Levels levels = new Levels(y.minus(Matrix.of(7, 4, even)));
        double rate = 0.1;
        List<Matrix> start = small(16, 1e-6, 3);
        Trainer trainer = trainer(
                Chains.architecture(start),
                Chains.items(y),
                start,
                rate,
                Method.PLAIN.with(Loss.SOFTMAX_CROSS_ENTROPY),
                Extras.NONE);
        double[] before = growing(trainer, levels);
        for (int n = 0; n < 50; n++) {
            trainer.loss();
            trainer.step();
        }
        double[] after = growing(trainer, levels);
        double[] s = {0.5774, 0.4543, 0.3333, 0.3333};
        for (int k = 0; k < 4; k++) {
            double law = Math.log(1 + rate * s[k]);
            assertEquals(law, Math.log(after[k] / before[k]) / 50, 1e-3 * law, "mode " + k);
        }
    }

    /** |W₁ v + W₂ᵀ u| of every mode, the part of a small start that grows. */
    private static double[] growing(Trainer trainer, Levels levels) {
        Matrix in = trainer.network().weight(0).times(levels.v());
        Matrix out = trainer.network().weight(1).transpose().times(levels.u());
        double[] norms = new double[4];
        for (int k = 0; k < 4; k++) {
            for (int i = 0; i < in.rows(); i++) {
                norms[k] += Math.pow(in.at(i, k) + out.at(i, k), 2);
            }
            norms[k] = Math.sqrt(norms[k]);
        }
        return norms;
    }

    private static Trainer aligned(int units, double sd, double c, double rate, int seed) {
        Matrix b = Chains.orthogonal(7, units, new Rng(seed)).scaled(Math.sqrt(c));
        Method method = Method.PLAIN.with(new LearningRule(LearningRule.Kind.FEEDBACK_ALIGNMENT, 0));
        return toy(small(units, sd, seed + 100), rate, method, Extras.NONE.withFeedback(Map.of("W2", b)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 4})
    void feedbackAlignmentLearnsALevelInATimeOfItsOwn(double c) {
        // (2s/c)^⅓ I / s, I = ∫ dx / (1 − x³) from 0 to 2^−⅓
        Levels levels = new Levels(TOY);
        double rate = 5e-4;
        double[] halves = levels.halves(aligned(16, 0, c, rate, 1), rate, Chains::map);
        for (int level = 0; level < levels.count(); level++) {
            double s = levels.s(level);
            assertEquals(Math.cbrt(2 * s / c) * 0.937707 / s, halves[level], 1e-3, "level " + level);
        }
    }

    @Test
    void feedbackAlignmentHasNoStagesHoweverSmallTheStart() {
        Levels levels = new Levels(TOY);
        double rate = 2e-3;
        double[] small = levels.widths(aligned(64, 1e-3, 1, rate, 2), rate, Chains::map);
        double[] tiny = levels.widths(aligned(64, 1e-6, 1, rate, 2), rate, Chains::map);
        for (int level = 0; level < levels.count(); level++) {
            assertEquals(1.19, small[level], 0.05, "level " + level);
            assertEquals(small[level], tiny[level], 0.01, "level " + level);
        }
    }

    @Test
    void depthBringsTheStagesBackToDirectFeedback() {
        Levels levels = new Levels(TOY);
        double rate = 2e-3;
        Rng rng = new Rng(5);
        List<Matrix> zero = List.of(Matrix.zero(16, 4), Matrix.zero(16, 16), Matrix.zero(7, 16));
        Extras extras = Extras.NONE.withFeedback(Map.of(
                Extras.direct("h1", "y"), Chains.orthogonal(16, 7, rng),
                Extras.direct("h2", "y"), Chains.orthogonal(16, 7, rng)));
        Method method = Method.PLAIN.with(new LearningRule(LearningRule.Kind.DIRECT_FEEDBACK_ALIGNMENT, 0));
        double[] widths = levels.widths(toy(zero, rate, method, extras), rate, Chains::map);
        for (int level = 0; level < levels.count(); level++) {
            assertEquals(0.56, widths[level], 0.02, "level " + level);
        }
    }
}
