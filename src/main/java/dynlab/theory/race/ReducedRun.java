package dynlab.theory.race;

import dynlab.theory.DormandPrince;
import dynlab.theory.StepRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The reduced dynamics followed through time: losses and states at the recorded times. */
public final class ReducedRun {
    private final ReducedDynamics dynamics;
    private final double[] loss;
    private final List<double[]> states;
    private final double largest;

    private ReducedRun(ReducedDynamics dynamics, double[] loss, List<double[]> states, double largest) {
        this.dynamics = dynamics;
        this.loss = loss;
        this.states = states;
        this.largest = largest;
    }

    /**
     * The discrete map of gradient descent, {@code B += η (−dL/dB)}: exact for every step of an aligned network.
     *
     * @param learningRate η = dt / tau
     * @param steps recorded steps, ascending
     * @return as many records as steps, or fewer if the loss stops being finite
     */
    public static ReducedRun descent(ReducedDynamics dynamics, double learningRate, int[] steps) {
        return descent(dynamics, StepRule.DESCENT, learningRate, steps);
    }

    /** The same for any rule of stepping. */
    public static ReducedRun descent(ReducedDynamics dynamics, StepRule rule, double learningRate, int[] steps) {
        return descent(dynamics, rule, learningRate, steps, state -> 0, 1);
    }

    /**
     * The same, with an eye on something that must not become too large on the way.
     *
     * @param measure of a state
     * @param every it is measured at every so manieth step, and at the last
     */
    public static ReducedRun descent(
            ReducedDynamics dynamics,
            StepRule rule,
            double learningRate,
            int[] steps,
            ToDoubleFunction<double[]> measure,
            int every) {
        double[] velocity = new double[dynamics.start().length];
        double[] state = dynamics.start();
        double[] change = new double[state.length];
        double[] loss = new double[steps.length];
        List<double[]> states = new ArrayList<>();
        double largest = 0;
        for (int step = 0; states.size() < steps.length; step++) {
            double now = dynamics.descent(state, change);
            if (!Double.isFinite(now)) {
                largest = Double.POSITIVE_INFINITY;
                break;
            }
            if (step % every == 0 || step == steps[steps.length - 1]) {
                largest = Math.max(largest, measure.applyAsDouble(state));
            }
            while (states.size() < steps.length && steps[states.size()] == step) {
                loss[states.size()] = now;
                states.add(state.clone());
            }
            rule.move(state, change, velocity, learningRate);
        }
        return new ReducedRun(dynamics, Arrays.copyOf(loss, states.size()), states, largest);
    }

    /**
     * The gradient flow, {@code tau dB/dt = −dL/dB}.
     *
     * @param tau time constant, &gt; 0
     * @param times recorded times, ascending, ≥ 0, same unit as tau
     * @param tolerance largest estimated error of a step of the integrator, relative to 1 + |B|
     */
    public static ReducedRun flow(ReducedDynamics dynamics, double tau, double[] times, double tolerance) {
        DormandPrince integrator = new DormandPrince(dynamics.start(), dynamics::descent);
        double[] loss = new double[times.length];
        double[] unused = new double[dynamics.start().length];
        List<double[]> states = new ArrayList<>();
        double at = 0;
        double step = Math.max(1e-3, times[times.length - 1] / tau / 100);
        for (int i = 0; i < times.length; i++) {
            step = integrator.advance(times[i] / tau - at, tolerance, step);
            at = times[i] / tau;
            states.add(integrator.state());
            loss[i] = dynamics.descent(states.get(i), unused);
        }
        return new ReducedRun(dynamics, loss, states, 0);
    }

    /** The state at the last record; the start if there is none. */
    public double[] last() {
        return states.isEmpty()
                ? dynamics.start()
                : states.get(states.size() - 1).clone();
    }

    /** The largest that was measured on the way; infinite where the loss did not stay finite. */
    public double largest() {
        return largest;
    }

    /** Number of records. */
    public int count() {
        return loss.length;
    }

    /** The losses. */
    public double[] loss() {
        return loss.clone();
    }

    /** B of edge {@code edge} at record {@code record}, one number a mode. */
    public double[] strengths(int record, int edge) {
        return dynamics.strengths(states.get(record), edge);
    }
}
