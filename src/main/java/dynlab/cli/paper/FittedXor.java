package dynlab.cli.paper;

import dynlab.learning.Init;
import dynlab.learning.Initialization;
import dynlab.learning.Trainer;
import dynlab.measure.HalfTime;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.task.GatedTask;
import dynlab.task.Xor;
import dynlab.theory.race.XorPath;

/**
 * A ReLU network that has learned exclusive or, and the four gated paths fitted to it at epoch {@value #FIT}.
 *
 * <p>The published curve is over 200 epochs and has lost half of the loss at 69; the weights from which it starts are those of
 * the notebook, of standard deviation {@value #SIGMA}, divided by the root of the number of hidden units. Plain {@value #SIGMA}
 * gives 50.
 *
 * @param dt epochs a step; 1 is the published setting
 * @param loss before every step and after the last
 * @param fitted strength of each example's path at the epoch of the fit
 * @param in w₁ at the end, units × 2
 * @param out w₂ at the end, 1 × units
 */
record FittedXor(double dt, double[] loss, double[] fitted, Matrix in, Matrix out) {
    static final int FIT = 25;
    private static final double SIGMA = 2e-4;
    private static final double TAU = 2.5;

    /** Standard deviation of the first weights. */
    static double sigma(Source source) {
        return source == Source.PAPER ? SIGMA / Math.sqrt(Xor.UNITS) : SIGMA;
    }

    /** What the axis of the figure shows. */
    static int epochs(Source source) {
        return source == Source.PAPER ? 200 : 100;
    }

    static FittedXor train(Source source, int seed) {
        return train(source, seed, 1);
    }

    /** The same in smaller steps, closer to the flow; 1/dt is whole. */
    static FittedXor train(Source source, int seed, double dt) {
        GatedTask task = Xor.relu(Xor.UNITS);
        Network network = new Network(
                task.architecture(),
                task.contexts(),
                Initialization.draw(new Init.Gaussian(sigma(source), seed), task.architecture(), task.contexts()));
        Trainer trainer = new Trainer(network, dt / TAU);
        int steps = (int) Math.rint(epochs(source) / dt);
        int fit = (int) Math.rint(FIT / dt);
        double[] loss = new double[steps + 1];
        double[] fitted = new double[4];
        for (int step = 0; step <= steps; step++) {
            loss[step] = trainer.loss();
            if (step == fit) {
                fitted = strengths(network.weight(0), network.weight(1));
            }
            if (step < steps) {
                trainer.step();
            }
        }
        return new FittedXor(dt, loss, fitted, network.weight(0), network.weight(1));
    }

    /** What the network says of each example, times its target, over |x| = √2: the strength of the path of that example. */
    private static double[] strengths(Matrix in, Matrix out) {
        double[] strengths = new double[4];
        Matrix hidden = in.times(Xor.inputs());
        for (int n = 0; n < strengths.length; n++) {
            double answer = 0;
            for (int u = 0; u < hidden.rows(); u++) {
                answer += out.at(0, u) * Math.max(0, hidden.at(u, n));
            }
            strengths[n] = answer * Xor.targets().at(0, n) / Math.sqrt(2);
        }
        return strengths;
    }

    /** The loss of four sigmoids with the fitted strengths at the epoch of the fit. */
    double[] closed() {
        return closed(starts());
    }

    /** The loss of sigmoids from given strengths. */
    double[] closed(double... starts) {
        double[] path = new double[loss.length];
        for (int step = 0; step < path.length; step++) {
            double[] now = new double[starts.length];
            for (int k = 0; k < now.length; k++) {
                now[k] = XorPath.CORNER.strength(starts[k], step * dt, TAU);
            }
            path[step] = XorPath.CORNER.loss(now);
        }
        return path;
    }

    double[] starts() {
        double[] starts = new double[4];
        for (int k = 0; k < starts.length; k++) {
            starts[k] = XorPath.CORNER.start(fitted[k], FIT, TAU);
        }
        return starts;
    }

    /** The loss of the four paths stepped as the network is, a = b² and b ← b (1 + (s − d b²)/τ), fitted alike. */
    double[] map() {
        double[] path = new double[loss.length];
        double[] b = new double[4];
        for (int k = 0; k < b.length; k++) {
            b[k] = mapStart(fitted[k]);
        }
        for (int step = 0; step < path.length; step++) {
            double[] now = new double[b.length];
            for (int k = 0; k < b.length; k++) {
                now[k] = b[k] * b[k];
                b[k] = stepped(b[k]);
            }
            path[step] = XorPath.CORNER.loss(now);
        }
        return path;
    }

    private double stepped(double b) {
        return b + dt / TAU * b * (XorPath.CORNER.s() - XorPath.CORNER.d() * b * b);
    }

    /** The b that the map takes to a given strength at the epoch of the fit, by bisection. */
    private double mapStart(double strength) {
        double low = 0;
        double high = Math.sqrt(strength);
        for (int k = 0; k < 200; k++) {
            double middle = (low + high) / 2;
            double b = middle;
            for (int step = 0; step < Math.rint(FIT / dt); step++) {
                b = stepped(b);
            }
            if (b * b < strength) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The epoch at which half the loss is gone; NaN if it never is. */
    double half() {
        return epoch(loss[0] / 2);
    }

    /** The epoch at which the loss falls below a level, between epochs on the straight line; NaN if it never does. */
    double epoch(double level) {
        double[] epochs = new double[loss.length];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = dt * i;
        }
        return HalfTime.falling(epochs, loss, level).orElse(Double.NaN);
    }

    /** The largest difference of another loss. */
    double gap(double[] other) {
        double most = 0;
        for (int i = 0; i < loss.length; i++) {
            most = Math.max(most, Math.abs(loss[i] - other[i]));
        }
        return most;
    }

    /** |w₂| |w₁| of every unit. */
    double[] reaches() {
        double[] reaches = new double[in.rows()];
        for (int u = 0; u < reaches.length; u++) {
            reaches[u] = Math.hypot(in.at(u, 0), in.at(u, 1)) * Math.abs(out.at(0, u));
        }
        return reaches;
    }
}
