package dynlab.theory.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.RungeKutta;
import dynlab.numeric.Rng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SwitchedModeTest {
    private static final int UNITS = 16;

    @Test
    void anyStartAndAnyTargetsFollowTheLaw() {
        Rng rng = new Rng(2);
        double[] state = start(0.1, rng);
        SwitchedMode mode = mode(state);
        for (double s : new double[] {2, -2, 0.7, 0, -1, 2}) {
            for (int part = 0; part < 4; part++) {
                state = RungeKutta.after(state, 5e-4, 2000, w -> slope(w, s));
                mode = mode.after(s, 3 * 1.0, 3);
                assertEquals(dot(state), mode.strength(), 1e-8, "target " + s);
            }
        }
    }

    @Test
    void learningAndReversalTakeTheTimesOfTheirFormulas() {
        Rng rng = new Rng(5);
        double[] state = start(0.001, rng);
        SwitchedMode mode = mode(state);
        double learning = mode.timeTo(2, 1, 1);
        assertEquals(learning, mode.learningTime(2, 1), 1e-4);
        SwitchedMode learned = mode.after(2, 12, 1);
        double first = learned.timeTo(-2, -1, 1);
        SwitchedMode turned = learned.after(-2, 20, 1);
        double second = turned.timeTo(2, 1, 1);
        assertEquals(first, second, 1e-4 * first);
        assertEquals(mode.reversalTime(2, 1), first, 1e-4 * first);
        assertTrue(first / learning > 1.8 && first / learning < 2.1, "ratio " + first / learning);
    }

    @Test
    void theTimeToAStrengthIsTheInverseOfTheStrengthAtATime() {
        SwitchedMode mode = new SwitchedMode(1e-4, 3e-5);
        for (double s : new double[] {2, -2}) {
            for (double share : new double[] {0.01, 0.5, 0.999}) {
                double t = mode.timeTo(s, share * s, 2.5);
                assertEquals(share * s, mode.after(s, t, 2.5).strength(), 1e-12);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> mode.timeTo(2, 2.5, 1));
    }

    @Test
    void onePartAloneStaysOnItsSideOfTheSaddle() {
        SwitchedMode balanced = new SwitchedMode(0, 0.5);
        double[] slow = RungeKutta.after(new double[] {-0.5}, 1e-3, 3000, a -> new double[] {-2 * a[0] * (2 - a[0])});
        assertEquals(slow[0], balanced.after(2, 3, 1).strength(), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, balanced.timeTo(2, 1, 1));
        assertEquals(Double.POSITIVE_INFINITY, balanced.reversalTime(2, 1));
        assertEquals(
                0.5 / (1 + 2 * 0.5 * 3), new SwitchedMode(0.5, 0).after(0, 3, 1).strength(), 1e-15);
    }

    @Test
    void restUnderDecayMakesTurningRoundSlower() {
        Rng rng = new Rng(5);
        double[] begin = start(0.01, rng);
        double s = 2;
        double decay = 0.1;
        double[] learned = RungeKutta.after(begin, 2e-3, 3000, w -> decayed(w, s, decay));
        double before = crossing(learned, -s, decay);
        double[] rested = RungeKutta.after(learned, 2e-3, 5000, w -> decayed(w, s, decay));
        double after = crossing(rested, -s, decay);
        // 5 per cent: on the way down the mode is not at rest
        assertEquals(SwitchedMode.delayOfRest(s, decay, 10), after - before, 0.05 * (after - before));
        assertThrows(IllegalArgumentException.class, () -> SwitchedMode.delayOfRest(1, 2, 1));
    }

    private static double crossing(double[] from, double s, double decay) {
        double[] state = from;
        int steps = 0;
        while (dot(state) > -1) {
            state = RungeKutta.after(state, 2e-3, 1, w -> decayed(w, s, decay));
            steps++;
        }
        return 2e-3 * steps;
    }

    private static double[] start(double deviation, Rng rng) {
        double[] state = new double[2 * UNITS];
        for (int i = 0; i < state.length; i++) {
            state[i] = deviation * rng.nextGaussian();
        }
        return state;
    }

    private static SwitchedMode mode(double[] state) {
        return SwitchedMode.of(Arrays.copyOf(state, UNITS), Arrays.copyOfRange(state, UNITS, 2 * UNITS));
    }

    private static double dot(double[] state) {
        double sum = 0;
        for (int i = 0; i < UNITS; i++) {
            sum += state[i] * state[UNITS + i];
        }
        return sum;
    }

    /** A network 1-16-1: x′ = e z, z′ = e x. */
    private static double[] slope(double[] state, double s) {
        return decayed(state, s, 0);
    }

    private static double[] decayed(double[] state, double s, double decay) {
        double error = s - dot(state);
        double[] slope = new double[state.length];
        for (int i = 0; i < UNITS; i++) {
            slope[i] = error * state[UNITS + i] - decay * state[i];
            slope[UNITS + i] = error * state[i] - decay * state[UNITS + i];
        }
        return slope;
    }
}
