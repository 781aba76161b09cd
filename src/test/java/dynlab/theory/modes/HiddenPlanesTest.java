package dynlab.theory.modes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.RungeKutta;
import dynlab.numeric.Matrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two modes in hidden planes of their own, of variance c. */
final class HiddenPlanesTest {
    private static final Matrix SIGMA = Matrix.of(2, 2, new double[] {2, 0, 0, 0.7});

    /** Hidden vectors of the first mode at an angle in one plane, of the second in another. */
    private static Matrix[] start(double in, double out, double angle) {
        double[] w1 = {in, 0, 0, 0, 0, in / 2, 0, 0};
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double[] w2 = {out * cos, out * sin, 0, 0, 0, 0, out * cos / 2, out * sin / 2};
        return new Matrix[] {Matrix.of(4, 2, w1), Matrix.of(2, 4, w2)};
    }

    private static double[] slope(double[] state, double c) {
        Matrix w1 = Matrix.of(4, 2, Arrays.copyOf(state, 8));
        Matrix w2 = Matrix.of(2, 4, Arrays.copyOfRange(state, 8, 16));
        Matrix error = SIGMA.minus(w2.times(w1).scaled(c));
        double[] slope = Arrays.copyOf(w2.transpose().times(error).toArray(), 16);
        System.arraycopy(error.times(w1.transpose()).toArray(), 0, slope, 8, 8);
        return slope;
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.3, 1.5707963267948966, 1", "0.02, 0.02, 2, 1", "0.1, 0.9, 0.4, 2", "1.5, 0.2, 2.5, 0.5"})
    void theMomentsAreThoseOfTheFlow(double in, double out, double angle, double c) {
        Matrix[] w = start(in, out, angle);
        HiddenPlanes flow = HiddenPlanes.of(Modes.of(SIGMA), w[0], w[1], c);
        assertTrue(flow.grows());
        assertEquals(0, flow.departure(), 1e-15);
        double[] state = Arrays.copyOf(w[0].toArray(), 16);
        System.arraycopy(w[1].toArray(), 0, state, 8, 8);
        for (int second = 1; second <= 8; second++) {
            state = RungeKutta.after(state, 0.002, 500, y -> slope(y, c));
            Matrix first = Matrix.of(4, 2, Arrays.copyOf(state, 8));
            Matrix last = Matrix.of(2, 4, Arrays.copyOfRange(state, 8, 16));
            Riccati.Moments now = flow.momentsAt(c * second);
            assertTrue(now.map().minus(last.times(first)).largest() < 1e-9);
            assertTrue(now.inputGram().minus(first.transpose().times(first)).largest() < 1e-9);
            assertTrue(now.outputGram().minus(last.times(last.transpose())).largest() < 1e-9);
        }
    }

    @Test
    void planesThatMeetAreNoPlanesOfTheirOwn() {
        Matrix[] w = start(0.3, 0.3, 1);
        double[] turned = w[0].toArray();
        turned[3] = 0.01;
        assertTrue(HiddenPlanes.of(Modes.of(SIGMA), Matrix.of(4, 2, turned), w[1], 1)
                        .departure()
                > 1e-3);
    }

    /** Where the part that grows is the rounding of the part that dies, rounding decides, and no flow does. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 6e-17, 1e-15, 1e-13})
    void aStartOfRoundingDoesNotGrow(double off) {
        Matrix[] w = start(0.3, 0.3, Math.PI / 2);
        double[] against = w[1].toArray();
        against[0] = -0.3 + off;
        against[1] = 0;
        assertFalse(HiddenPlanes.of(Modes.of(SIGMA), w[0], Matrix.of(2, 4, against), 1)
                .grows());
    }
}
