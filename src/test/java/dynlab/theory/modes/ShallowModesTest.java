package dynlab.theory.modes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dynlab.RungeKutta;
import dynlab.numeric.Rng;
import org.junit.jupiter.api.Test;

final class ShallowModesTest {
    @Test
    void theClosedFormSolvesItsEquation() {
        double[] slow = RungeKutta.after(new double[] {-0.3}, 1e-3, 2500, b -> new double[] {(2 - 0.6 * b[0]) / 1.5});
        assertEquals(slow[0], ShallowModes.strength(2, 0.6, -0.3, 2.5, 1.5), 1e-12);
    }

    @Test
    void descentIsTheGeometricLawStepByStep() {
        Rng rng = new Rng(4);
        for (int i = 0; i < 50; i++) {
            double s = 3 * rng.nextDouble();
            double d = rng.nextDouble();
            double b = rng.nextGaussian();
            double b0 = b;
            for (int n = 0; n < 300; n++) {
                assertEquals(b, ShallowModes.descended(s, d, b0, 0.1, n), 1e-13 * (1 + s / d));
                b += 0.1 * (s - d * b);
            }
        }
    }

    @Test
    void descentApproachesTheFlowLinearlyInTheLearningRate() {
        double coarse = Math.abs(ShallowModes.descended(2, 1, 0, 1e-2, 100) - ShallowModes.strength(2, 1, 0, 1, 1));
        double fine = Math.abs(ShallowModes.descended(2, 1, 0, 5e-3, 200) - ShallowModes.strength(2, 1, 0, 1, 1));
        assertEquals(2, coarse / fine, 0.01);
    }

    @Test
    void aDirectionWithoutInputsKeepsItsWeight() {
        assertEquals(0.4, ShallowModes.strength(0, 0, 0.4, 10, 1));
        assertEquals(0.4, ShallowModes.descended(0, 0, 0.4, 0.1, 10));
    }
}
