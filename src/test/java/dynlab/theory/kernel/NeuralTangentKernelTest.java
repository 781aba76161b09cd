package dynlab.theory.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Chains;
import dynlab.Reference;
import dynlab.experiment.Start;
import dynlab.numeric.KroneckerSum;
import dynlab.numeric.Matrix;
import dynlab.numeric.Rng;
import dynlab.theory.modes.Riccati;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NeuralTangentKernelTest {
    private static final double[] S = {3, 2, 1.5, 1};
    private static final double S0 = 0.05;

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void theKernelMovesTheAnswersAsAStepOfDescentDoes(int depth) {
        Rng rng = new Rng(3);
        List<Matrix> weights = new ArrayList<>();
        for (int l = 0; l < depth; l++) {
            weights.add(Chains.gaussian(l == depth - 1 ? 3 : 4 + l, l == 0 ? 5 : 3 + l, 0.6, rng));
        }
        Matrix x = Chains.gaussian(5, 7, 1, rng);
        Matrix error = Chains.gaussian(3, 7, 1, rng);
        // central difference along the gradient: dŶ/dt = Σ_l (…) ΔW_l (…)
        double h = 1e-6;
        Matrix gap = answers(moved(weights, x, error, h), x).minus(answers(moved(weights, x, error, -h), x));
        Matrix slope = NeuralTangentKernel.of(weights, x).times(error);
        assertEquals(0, gap.scaled(0.5 / h).minus(slope).norm() / slope.norm(), 1e-8);
    }

    private static List<Matrix> moved(List<Matrix> weights, Matrix x, Matrix error, double h) {
        List<Matrix> moved = new ArrayList<>();
        for (int l = 0; l < weights.size(); l++) {
            Matrix below = x;
            for (int k = 0; k < l; k++) {
                below = weights.get(k).times(below);
            }
            Matrix back = error;
            for (int k = weights.size() - 1; k > l; k--) {
                back = weights.get(k).transpose().times(back);
            }
            moved.add(weights.get(l).plus(back.times(below.transpose()).scaled(h)));
        }
        return moved;
    }

    private static Matrix answers(List<Matrix> weights, Matrix x) {
        Matrix h = x;
        for (Matrix w : weights) {
            h = w.times(h);
        }
        return h;
    }

    @ParameterizedTest
    @CsvSource({"0,.03676", ".1,.03670", "1,.03179", "2,.02207", "5,.00512", "10,.00066", "-1,.03179", "-5,.00512"})
    void theKernelTurnsLessTheMoreUnequalTheLayersAre(double lambda, double expected) {
        // published by nobody: computed independently for four aligned modes; three or two digits are given
        double distance = distances(lambda)[0];
        assertEquals(expected, distance, Math.max(0.01 * expected, 5e-6));
    }

    @ParameterizedTest
    @CsvSource({"-10,.00036", "-2,.0206", "0,.0697", "2,.1290", "10,.1895"})
    void hiddenSimilarityTurnsMoreTheStrongerTheReadoutIs(double lambda, double expected) {
        assertEquals(expected, distances(lambda)[1], Math.max(0.01 * expected, 5e-6));
    }

    /** Of the kernel and of W1ᵀW1, from the start to the end. */
    private static double[] distances(double lambda) {
        double root = Math.sqrt(lambda * lambda + 4 * S0 * S0);
        Matrix w1 = Matrix.identity(4).scaled(Math.sqrt((root - lambda) / 2));
        Matrix w2 = Matrix.identity(4).scaled(Math.sqrt((root + lambda) / 2));
        Riccati flow = new Riccati(Matrix.diagonal(S), lambda, w1, w2);
        Matrix x = Matrix.identity(4);
        Riccati.Moments first = flow.momentsAt(0);
        Riccati.Moments last = flow.momentsAt(60);
        KroneckerSum before = NeuralTangentKernel.of(first, x);
        KroneckerSum hidden = new KroneckerSum(List.of(Matrix.identity(1)), List.of(first.inputGram()));
        return new double[] {
            before.cosineDistance(NeuralTangentKernel.of(last, x)),
            hidden.cosineDistance(new KroneckerSum(List.of(Matrix.identity(1)), List.of(last.inputGram())))
        };
    }

    @Test
    void theDistanceOfTheKernelAgreesWithTheIndependentFile() {
        Reference file = Reference.of("flow_riccati_balanced_rect");
        List<Matrix> weights = ((Start.Given) file.experiment().start()).weights();
        Matrix sigma = file.matrix("contexts", 0, "y", "y"); // one-hot items
        Riccati flow = new Riccati(sigma, 0, weights.get(0), weights.get(1));
        Matrix x = Matrix.identity(sigma.columns());
        KroneckerSum first = NeuralTangentKernel.of(weights, x);
        double[] known = file.numbers("expected", "kernel_distance");
        double[] at = file.numbers("record", "at");
        for (int i = 0; i < at.length; i++) {
            double distance = first.cosineDistance(NeuralTangentKernel.of(flow.momentsAt(at[i] * 0.001), x));
            assertEquals(known[i], distance, 1e-9);
        }
    }

    @Test
    void productsOfFactorsAreThoseOfTheWrittenOutKernel() {
        Rng rng = new Rng(9);
        List<Matrix> weights = List.of(Chains.gaussian(4, 3, 1, rng), Chains.gaussian(2, 4, 1, rng));
        List<Matrix> later = List.of(Chains.gaussian(4, 3, 1, rng), Chains.gaussian(2, 4, 1, rng));
        Matrix x = Chains.gaussian(3, 5, 1, rng);
        KroneckerSum one = NeuralTangentKernel.of(weights, x);
        KroneckerSum other = NeuralTangentKernel.of(later, x);
        Matrix k = one.dense();
        Matrix l = other.dense();
        double inner = k.transpose().times(l).trace();
        assertEquals(1 - inner / (k.norm() * l.norm()), one.cosineDistance(other), 1e-13);
        assertEquals(l.minus(k).norm() / k.norm(), one.relativeChange(other), 1e-12);
        Matrix e = Chains.gaussian(2, 5, 1, rng);
        Matrix vector = Matrix.of(10, 1, e.toArray());
        assertTrue(
                Matrix.of(2, 5, k.times(vector).toArray()).minus(one.times(e)).largest() < 1e-12);
    }

    @Test
    void theKernelOfTheMomentsIsTheKernelOfTheWeights() {
        Rng rng = new Rng(4);
        Matrix w1 = Chains.gaussian(3, 4, 0.5, rng);
        Matrix w2 = Chains.gaussian(5, 3, 0.5, rng);
        Matrix x = Chains.gaussian(4, 6, 1, rng);
        Riccati flow = new Riccati(Chains.gaussian(5, 4, 1, rng), 0, w1, w2);
        Matrix byWeights = NeuralTangentKernel.of(List.of(w1, w2), x).dense();
        Matrix byMoments = NeuralTangentKernel.of(flow.momentsAt(0), x).dense();
        assertEquals(0, byWeights.minus(byMoments).largest(), 1e-12);
    }
}
