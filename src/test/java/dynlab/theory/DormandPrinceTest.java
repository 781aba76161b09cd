package dynlab.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DormandPrinceTest {
    private static final double[] START = {1, 0, 0.1};

    /** A pendulum of small swings and a logistic: cos t, −sin t, 1/(1 + 9 e^{−t}). */
    private static void slope(double[] y, double[] change) {
        change[0] = y[1];
        change[1] = -y[0];
        change[2] = y[2] * (1 - y[2]);
    }

    private static double error(double[] y, double t) {
        double logistic = 1 / (1 + 9 * Math.exp(-t));
        return Math.max(
                Math.max(Math.abs(y[0] - Math.cos(t)), Math.abs(y[1] + Math.sin(t))), Math.abs(y[2] - logistic));
    }

    private static double fixed(int steps) {
        DormandPrince integrator = new DormandPrince(START, DormandPrinceTest::slope);
        for (int k = 0; k < steps; k++) {
            integrator.step(4.0 / steps);
        }
        return error(integrator.state(), 4);
    }

    @Test
    void halvingTheStepDividesTheErrorByTwoToTheFifth() {
        assertEquals(32, fixed(80) / fixed(160), 2); // the next order is in the rest
    }

    @Test
    void theErrorEstimateIsOfFourthOrderInItsStep() {
        double coarse = new DormandPrince(START, DormandPrinceTest::slope).step(0.1);
        double fine = new DormandPrince(START, DormandPrinceTest::slope).step(0.05);
        assertEquals(32, coarse / fine, 4); // a step's error of a fourth-order method is of fifth order
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6, 1e-8, 1e-10, 1e-12})
    void theErrorFollowsTheTolerance(double tolerance) {
        DormandPrince integrator = new DormandPrince(START, DormandPrinceTest::slope);
        integrator.advance(4, tolerance, 0.1);
        double error = error(integrator.state(), 4);
        assertTrue(error < 20 * tolerance, error + " at " + tolerance); // some twenty steps, each within it
    }

    @Test
    void aTighterToleranceCostsMoreStepsByItsFifthRoot() {
        DormandPrince loose = new DormandPrince(START, DormandPrinceTest::slope);
        loose.advance(40, 1e-6, 0.1);
        DormandPrince tight = new DormandPrince(START, DormandPrinceTest::slope);
        tight.advance(40, 1e-11, 0.1);
        assertEquals(10, (double) tight.evaluations() / loose.evaluations(), 1.5);
    }

    @Test
    void aFlowThatLeavesInFiniteTimeIsGivenUp() {
        DormandPrince integrator =
                new DormandPrince(new double[] {1}, (y, change) -> change[0] = y[0] * y[0]); // 1/(1 − t)
        assertThrows(ArithmeticException.class, () -> integrator.advance(2, 1e-8, 0.01));
    }
}
