package dynlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dynlab.learning.Init;
import dynlab.learning.Initialization;
import dynlab.network.Network;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.task.GatedTask;
import dynlab.task.Xor;
import dynlab.theory.race.NeuralRaceReduction;
import dynlab.theory.race.ReducedDynamics;
import dynlab.theory.race.ReducedRun;
import dynlab.theory.race.XorPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exclusive or by a ReLU network and by gated paths. */
final class XorTheoryTest {
    private static final double TAU = 2.5;

    private static Network relu(int seed) {
        GatedTask task = Xor.relu(Xor.UNITS);
        List<Matrix> start = Initialization.draw(new Init.Gaussian(2e-4, seed), task.architecture(), task.contexts());
        return new Network(task.architecture(), task.contexts(), start);
    }

    private static ReducedDynamics reduced(GatedTask task, double b0) {
        List<Matrix> start = Initialization.draw(new Init.Aligned(b0, 1), task.architecture(), task.contexts());
        return NeuralRaceReduction.of(task.architecture(), task.contexts(), start)
                .orElseThrow()
                .aligned()
                .orElseThrow();
    }

    @Test
    void theSigmoidTurnedRoundGivesItsStart() {
        for (XorPath path : List.of(XorPath.CORNER, XorPath.HALF_PLANE)) {
            for (double t : new double[] {0, 10, 40}) {
                double a = path.strength(1e-5, t, TAU);
                assertEquals(1e-5, path.start(a, t, TAU), 1e-12 * 1e-5 * Math.exp(2 * path.s() * t / TAU));
                assertEquals(t, path.time(a, 1e-5, TAU), 1e-9);
            }
        }
        assertEquals(0.5, XorPath.CORNER.loss(0, 0, 0, 0), 0);
        assertEquals(0, XorPath.CORNER.loss(Math.sqrt(0.5), Math.sqrt(0.5)), 1e-30);
    }

    @ParameterizedTest
    @CsvSource({"1,0.123", "0.1,0.0128", "0.01,0.00128"})
    void eulerStepsApproachTheSigmoidToFirstOrder(double dt, double known) {
        double a0 = 4.1e-7;
        int steps = (int) Math.round(100 / dt);
        ReducedRun run =
                ReducedRun.descent(reduced(Xor.fourPaths(4), Math.sqrt(a0)), dt / TAU, GatedGraphs.every(steps));
        double worst = 0;
        for (int i = 0; i <= steps; i++) {
            double a = XorPath.CORNER.strength(a0, i * dt, TAU);
            worst = Math.max(worst, Math.abs(run.loss()[i] - XorPath.CORNER.loss(a, a, a, a)));
        }
        assertEquals(known, worst, 0.02 * known);
    }

    @Test
    void theFlowOfTheReductionIsTheSigmoid() {
        for (XorPath path : List.of(XorPath.CORNER, XorPath.HALF_PLANE)) {
            GatedTask task = path.equals(XorPath.CORNER) ? Xor.fourPaths(4) : Xor.halfPlanes(4);
            double[] times = {0, 10, 20, 30, 40, 50, 60};
            ReducedRun run = ReducedRun.flow(reduced(task, 1e-2), TAU, times, 1e-11);
            for (int i = 0; i < times.length; i++) {
                double a = path.strength(1e-4, times[i], TAU);
                assertEquals(path.loss(a, a), run.loss()[i], 1e-8);
            }
        }
    }

    @Test
    void reluNetworksAreHalfDoneNearEpochFifty() {
        double mean = 0;
        for (int seed = 0; seed < 10; seed++) {
            double[] loss = GatedGraphs.train(relu(seed), 1 / TAU, 100);
            double half = crossing(loss, 0.25);
            mean += half / 10;
            assertEquals(49.76, half, 1.05); // elsewhere 49.1 … 50.2 for ten other seeds; here 49.0 … 50.5
        }
        assertEquals(49.76, mean, 0.35); // measured 49.74
        // dt = 0.05 is nearly the flow, and earlier
        double flow = 0;
        for (int seed = 0; seed < 3; seed++) {
            flow += crossing(GatedGraphs.train(relu(seed), 0.05 / TAU, 1200), 0.25) * 0.05 / 3;
        }
        assertEquals(45.5, flow, 0.7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void aReluNetworkEndsAsFourCellTypes(int seed) {
        Network network = relu(seed);
        GatedGraphs.train(network, 1 / TAU, 200);
        Matrix in = network.weight(0);
        Matrix out = network.weight(1);
        double largest = 0;
        for (int h = 0; h < Xor.UNITS; h++) {
            largest = Math.max(largest, strength(in, out, h));
        }
        int[] cells = new int[4];
        double worst = 0;
        for (int h = 0; h < Xor.UNITS; h++) {
            if (strength(in, out, h) > 0.01 * largest) {
                double x1 = in.at(h, 0);
                double x2 = in.at(h, 1);
                cells[(x1 > 0 ? 0 : 2) + (x2 > 0 ? 0 : 1)]++;
                worst = Math.max(worst, Math.abs(Math.toDegrees(Math.atan2(Math.abs(x2), Math.abs(x1))) - 45));
                assertTrue(x1 * x2 * out.at(0, h) > 0, "the output sign is that of its class");
            }
        }
        for (int count : cells) {
            assertTrue(count > 10, "cells of one type: " + count);
        }
        assertTrue(worst < 0.3, worst + " degrees off the diagonal"); // elsewhere 0.26; measured up to 0.17
    }

    private static double strength(Matrix in, Matrix out, int h) {
        return Math.abs(out.at(0, h)) * Math.hypot(in.at(h, 0), in.at(h, 1));
    }

    /** First step at which a curve is at a level, between steps linearly. */
    private static double crossing(double[] loss, double level) {
        int i = 0;
        while (loss[i] > level) {
            i++;
        }
        return i - (level - loss[i]) / (loss[i - 1] - loss[i]);
    }

    /** Map strength of every example's own cell type: the summed |w2| |w1| of the units that are on for it alone at the end. */
    private static double[] pathStrengths(Network network) {
        double[] sums = new double[4];
        Matrix in = network.weight(0);
        Matrix out = network.weight(1);
        for (int h = 0; h < Xor.UNITS; h++) {
            for (int n = 0; n < 4; n++) {
                double x = Xor.inputs().at(0, n) * in.at(h, 0) + Xor.inputs().at(1, n) * in.at(h, 1);
                sums[n] += Math.max(0, x) * out.at(0, h) * Xor.targets().at(0, n) / Math.sqrt(2);
            }
        }
        return sums;
    }

    @ParameterizedTest
    @CsvSource({"0.05,0.0036", "1,0.08"})
    void fourFittedSigmoidsFollowTheReluNetwork(double dt, double known) {
        // a0 of each path from its strength at t = 25, as the paper does; small steps, for the formula is a flow
        Network network = relu(0);
        int fit = (int) Math.round(25 / dt);
        int steps = (int) Math.round(100 / dt);
        GatedGraphs.train(network, dt / TAU, fit);
        double[] a0 = new double[4];
        double[] at = pathStrengths(network);
        for (int n = 0; n < 4; n++) {
            a0[n] = XorPath.CORNER.start(at[n], 25, TAU);
        }
        double[] loss = GatedGraphs.train(relu(0), dt / TAU, steps);
        double worst = 0;
        for (int i = 0; i <= steps; i++) {
            double[] a = new double[4];
            for (int n = 0; n < 4; n++) {
                a[n] = XorPath.CORNER.strength(a0[n], i * dt, TAU);
            }
            worst = Math.max(worst, Math.abs(loss[i] - XorPath.CORNER.loss(a)));
        }
        assertEquals(known, worst, 0.05 * known); // an independent implementation, with its own seed
        double mean = (a0[0] + a0[1] + a0[2] + a0[3]) / 4;
        assertEquals(dt == 1 ? 4.1e-7 : 8.0e-7, mean, 0.1 * mean);
    }

    @Test
    void oneFittedSigmoidIsWithinHalfAPercentOfTheReferenceNetwork() {
        Reference file = Reference.of("xor_relu");
        double[] at = file.numbers("record", "at");
        double[] loss = file.numbers("expected", "loss");
        // its loss sums four examples at dt/tau = 0.1: time in units of a step with tau = 2.5 here
        double best = Double.POSITIVE_INFINITY;
        double a0 = 0;
        for (double trial = 1e-7; trial < 1e-6; trial *= 1.01) {
            double sum = 0;
            for (int i = 0; i < at.length; i++) {
                double gap = XorPath.CORNER.loss(XorPath.CORNER.strength(trial, at[i], TAU)) - loss[i] / 4;
                sum += gap * gap;
            }
            double share = Math.sqrt(sum / at.length) / 0.5;
            if (share < best) {
                best = share;
                a0 = trial;
            }
        }
        assertTrue(
                best < 0.005,
                best + " at " + a0); // measured .0045 at the 21 recorded steps, the reference .0040 at all of them
        assertEquals(2.6e-7, a0, 0.05e-7);
    }

    @Test
    void halfPlanesAreLearnedFasterThanCornersByRootTwoAndALittle() {
        // the same 128 units for both: 32 a corner, 64 a half-plane; the mean of ten seeds
        double[] times = new double[2];
        GatedTask[] tasks = {Xor.fourPaths(32), Xor.halfPlanes(64)};
        for (int k = 0; k < 2; k++) {
            for (int seed = 0; seed < 10; seed++) {
                List<Matrix> start = Initialization.draw(
                        new Init.Gaussian(2e-4, seed), tasks[k].architecture(), tasks[k].contexts());
                Network network = new Network(tasks[k].architecture(), tasks[k].contexts(), start);
                times[k] += 0.1 * crossing(GatedGraphs.train(network, 0.1 / TAU, 1000), 0.25) * 0.1 / TAU;
            }
        }
        assertEquals(18.6, times[0], 0.6); // one seed of an independent implementation
        assertEquals(12.8, times[1], 0.6);
        assertEquals(1.45, times[0] / times[1], 0.05);
    }

    @Test
    void aNetworkGivenBothPicksTheHalfPlanes() {
        GatedTask task = Xor.sixPaths(16);
        List<Matrix> start = Initialization.draw(new Init.Gaussian(2e-4, 3), task.architecture(), task.contexts());
        Network network = new Network(task.architecture(), task.contexts(), start);
        GatedGraphs.train(network, 0.02, 8000);
        double corner = 0;
        double plane = 0;
        for (int e = 0; e < 12; e += 2) {
            double s = Svd.singularValues(network.weight(e + 1).times(network.weight(e)))[0];
            if (e < 8) {
                corner = Math.max(corner, s);
            } else {
                plane = Math.max(plane, s);
            }
        }
        assertTrue(corner < 0.05 * plane, corner + " of " + plane);
    }
}
