package dynlab.theory.modes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.Reference;
import dynlab.RungeKutta;
import dynlab.experiment.file.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LambdaBalancedTest {
    @Test
    void theClosedFormAgreesWithTheIndependentTable() {
        Reference table = Reference.of("theory_scalar_lambda");
        double[] t = table.numbers("t");
        Map<String, Json> curves = ((Json.Members) table.at("curves")).members();
        for (String lambda : curves.keySet()) {
            double[] curve = table.numbers("curves", lambda);
            for (int i = 0; i < t.length; i++) {
                double a = LambdaBalanced.strength(Double.parseDouble(lambda), 2, 0.05, t[i], 1);
                // the table's form cancels |λ| from numbers of order 1, so it has lost three digits at λ = 0.001
                assertEquals(curve[i], a, 5e-12, "lambda " + lambda + ", t " + t[i]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 1, 10, -3})
    void theClosedFormSolvesItsEquation(double lambda) {
        for (double a0 : new double[] {0.05, 1.3, 3.5, -0.4}) {
            double[] slow = RungeKutta.after(new double[] {a0}, 2e-4, 10_000, a ->
                    new double[] {Math.sqrt(lambda * lambda + 4 * a[0] * a[0]) * (2 - a[0])});
            assertEquals(slow[0], LambdaBalanced.strength(lambda, 2, a0, 2, 1), 7e-11, "from " + a0);
        }
    }

    @Test
    void aNearlyBalancedModePassesZeroAtTheRightTime() {
        // How small λ is decides when; √(λ² + 4a²) + 2a would cancel eleven digits of it.
        double lambda = 1e-5;
        double[] slow = RungeKutta.after(new double[] {-3}, 2e-4, 33_000, a ->
                new double[] {Math.sqrt(lambda * lambda + 4 * a[0] * a[0]) * (2 - a[0])});
        double a = LambdaBalanced.strength(lambda, 2, -3, 6.6, 1);
        assertEquals(slow[0], a, 1e-9);
        assertTrue(a > 0.1 && a < 1.9, "the time is on the rise: " + a);
    }

    @Test
    void withoutImbalanceItIsTheLogisticCurve() {
        for (int i = 0; i <= 40; i++) {
            double t = 0.1 * i;
            double logistic = TwoLayerModes.strength(2, 1, 0.05, t, 1);
            assertEquals(logistic, LambdaBalanced.strength(0, 2, 0.05, t, 1), 1e-15);
            assertEquals(logistic, LambdaBalanced.strength(1e-6, 2, 0.05, t, 1), 2.5e-9);
            assertEquals(logistic, LambdaBalanced.strength(1e-100, 2, 0.05, t, 1), 1e-15);
        }
    }

    @Test
    void withALargeImbalanceItIsAnExponential() {
        for (int i = 0; i <= 40; i++) {
            double t = 0.001 * i;
            double lazy = 2 - (2 - 0.05) * Math.exp(-200 * t);
            assertEquals(lazy, LambdaBalanced.strength(200, 2, 0.05, t, 1), 1e-4); // 4.1e-5 measured, order (2s/λ)²
        }
    }

    @Test
    void withoutATargetTheModeFades() {
        double[] slow = RungeKutta.after(new double[] {0.9}, 1e-3, 3000, a ->
                new double[] {-Math.sqrt(0.5 * 0.5 + 4 * a[0] * a[0]) * a[0]});
        assertEquals(slow[0], LambdaBalanced.strength(0.5, 0, 0.9, 3, 1), 1e-12);
        assertEquals(0.9 / (1 + 2 * 0.9 * 3), LambdaBalanced.strength(0, 0, 0.9, 3, 1), 1e-15);
    }

    @Test
    void onlyABalancedModeIsStuckBelowZero() {
        assertThrows(IllegalArgumentException.class, () -> LambdaBalanced.strength(0, 2, -0.1, 1, 1));
        assertEquals(2, LambdaBalanced.strength(1, 2, -0.1, 40, 1), 1e-13);
        assertEquals(0, LambdaBalanced.strength(0, 2, 0, 40, 1));
    }
}
