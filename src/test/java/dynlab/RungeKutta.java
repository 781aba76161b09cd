package dynlab;

import java.util.function.UnaryOperator;

/** The classical fourth-order Runge–Kutta step, the slow obvious oracle of every closed form of a flow. */
public final class RungeKutta {
    private RungeKutta() {}

    /** The state after {@code steps} steps of {@code dt} of {@code dstate/dt = slope(state)}. */
    public static double[] after(double[] start, double dt, int steps, UnaryOperator<double[]> slope) {
        double[] y = start.clone();
        for (int step = 0; step < steps; step++) {
            double[] k1 = slope.apply(y);
            double[] k2 = slope.apply(moved(y, dt / 2, k1));
            double[] k3 = slope.apply(moved(y, dt / 2, k2));
            double[] k4 = slope.apply(moved(y, dt, k3));
            for (int i = 0; i < y.length; i++) {
                y[i] += dt / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
        return y;
    }

    private static double[] moved(double[] y, double dt, double[] slope) {
        double[] moved = y.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += dt * slope[i];
        }
        return moved;
    }
}
