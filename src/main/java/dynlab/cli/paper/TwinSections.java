package dynlab.cli.paper;

import dynlab.architecture.Activation;
import dynlab.architecture.Context;
import dynlab.cli.paper.TwinRuns.Watched;
import dynlab.experiment.Experiment;
import dynlab.experiment.search.OneWayTwin;
import dynlab.experiment.search.StagedTwin;
import dynlab.learning.Init;
import dynlab.measure.CurveDistance;
import dynlab.measure.GatePatterns;
import dynlab.measure.MixedSelectivity;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.numeric.Svd;
import dynlab.task.Assignment;
import dynlab.task.ContextGraphs;
import dynlab.task.ContextPath;
import dynlab.task.ContextPaths;
import dynlab.task.ContextTask;
import dynlab.task.GatedTask;
import dynlab.task.Xor;
import dynlab.theory.context.ContextTheory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The sections of {@code twins}. One seed a row; differences in NRMSE below 0.005 mean nothing (reln, known
 * uncertainties), which is the tolerance where no other is given.
 */
public final class TwinSections {
    private static final double RATE = 1e-3;
    private static final double SEEDS = 0.005;

    private TwinSections() {}

    private static ContextTask shared(int contexts) {
        return new ContextTask(Collections.nCopies(contexts, ContextTask.Form.HIERARCHY), 1);
    }

    private static CurveDistance twin(
            ContextTask task, List<ContextPath> paths, double sigma, double gated, Watched relu) {
        int steps = relu.loss().length - 1;
        return CurveDistance.between(
                TwinRuns.loss(TwinRuns.experiment(
                        ContextGraphs.twin(task, paths), TwinRuns.twinInit(paths, sigma, gated), RATE, steps)),
                relu.loss());
    }

    private static int[] groups(int samples, boolean byContext) {
        int[] groups = new int[samples];
        for (int i = 0; i < samples; i++) {
            groups[i] = byContext ? i / ContextTask.OBJECTS : i % ContextTask.OBJECTS;
        }
        return groups;
    }

    /** The network of the published figures at the authors' sizes: three different contexts, 700 units, 8001 steps. */
    public static void paper(TwinRows rows) {
        ContextTask task = ContextTask.diff(3);
        Watched relu = TwinRuns.watch(ContextGraphs.relu(task, 700), 0.005 / 700, RATE, 8000);
        int[] at = {0, 300, 400, 500, 600, 800, 1000, 1500, 2000, 3000, 4000, 6000, 8000};
        double[] expected = {105.62, 102.99, 71.33, 70.65, 66.40, 54.59, 47.29, 33.07, 22.83, 8.38, 4.23, .53, .02};
        for (int i = 0; i < at.length; i++) {
            // seeds differ by an NRMSE of .002; where the loss falls steeply that is a few units at one step
            rows.near("ReLU 700, diff, loss at " + at[i], expected[i], relu.loss()[at[i]], 1);
        }
        double b = 0.0005 / 700;
        rows.near(
                "NRMSE of seven modules",
                .0130,
                twin(task, ContextPaths.everySubset(3, 700), 10 * b, 20 * b, relu)
                        .nrmse(),
                SEEDS);
        rows.near(
                "NRMSE of common + drop-one",
                .0132,
                twin(task, ContextPaths.dropOne(3, 400), 10 * b, 20 * b, relu).nrmse(),
                SEEDS);
        rows.near(
                "NRMSE of common + single",
                .0427,
                twin(task, ContextPaths.single(3, 400), 10 * b, 20 * b, relu).nrmse(),
                SEEDS);
        Matrix raw = GatePatterns.raw(relu.end().summed().get(0));
        rows.within(
                "NRMSE pooled over contexts",
                .017 - SEEDS,
                .020 + SEEDS,
                relu.distanceWith(GatePatterns.majority(raw, groups(24, true))));
        rows.near(
                "NRMSE pooled over objects",
                .089,
                relu.distanceWith(GatePatterns.majority(raw, groups(24, false))),
                2 * SEEDS);
        rows.near("NRMSE of raw last patterns", .098, relu.distanceWith(raw), 2 * SEEDS);
    }

    /** Final strengths, and who wins with and without a head start. */
    public static void race(TwinRows rows) {
        ContextTask task = ContextTask.same(3);
        OneWayTwin twin = new OneWayTwin(task, ContextPaths.dropOne(3, 160), 1e-4, 3, RATE);
        for (int t = 0; t < 12_000; t++) {
            twin.loss();
            twin.step();
        }
        double[] ends = new ContextTheory(task).finalStrengths(List.of(0, 1));
        for (int p = 0; p < 3; p++) {
            double[] s = Svd.singularValues(twin.map(p));
            for (int k = 0; k < 4; k++) {
                rows.near("strength " + (k + 1) + " of drop-one path " + (p + 1), ends[k], s[k], 1e-3);
            }
        }
        row(rows, 3, 1, 6560, 6611, 5440, 5470);
        row(rows, 3, 2, 6528, 6629, 3409, 3422);
        row(rows, 4, 1, 6189, 6214, 5486, 5505);
        row(rows, 4, 2, 5216, 5225, 3484, 3499);
        row(rows, 4, 3, 6195, 6220, 2526, 2568);
    }

    private static void row(TwinRows rows, int contexts, int m, int least, int most, int leastWith, int mostWith) {
        ContextTask task = shared(contexts);
        List<ContextPath> paths = new ArrayList<>();
        for (List<Integer> on : ContextPath.subsets(contexts, m)) {
            paths.add(ContextPath.gated(on, 40));
        }
        Assignment gated = ContextGraphs.twin(task, paths);
        List<Context> residual = new ArrayList<>();
        for (int c = 0; c < contexts; c++) {
            Context full = gated.contexts().get(c);
            residual.add(new Context(
                    full.name(), true, full.weights(), full.gates(), full.x(), Map.of("y", task.residual(c))));
        }
        List<ContextPath> all = new ArrayList<>(paths);
        all.add(0, ContextPath.common(contexts, 40));
        double level = task.additiveFloor() / 2;
        Init init = new Init.Gaussian(1e-5, 1);
        String name = "steps to half the floor, C = " + contexts + ", m = " + m;
        int alone = TwinRuns.until(
                TwinRuns.experiment(new Assignment(gated.architecture(), residual), init, RATE, 8000), level);
        int with = TwinRuns.until(TwinRuns.experiment(ContextGraphs.twin(task, all), init, RATE, 8000), level);
        // three seeds made the ranges; another seed may lie 2 % outside
        rows.within(name + ", residual only", 0.98 * least, 1.02 * most, alone);
        rows.within(name + ", with a common path", 0.98 * leastWith, 1.02 * mostWith, with);
    }

    /**
     * The common path and all paths of size m, 50 units each. How wide the twins of the known
     * numbers are is not said. With the authors' 100 units a path their order holds and every distance comes out smaller, C = 4: drop-one .0102, size 2 .0292; C = 5, 600 units in all: .0179, .0231, .0516, .0974 for sizes 4 to 1.
     * With 50 the numbers come out.
     */
    private static List<ContextPath> fifty(int contexts, int m) {
        return ContextPaths.commonAnd(
                contexts, m, 50 * (1 + ContextPath.subsets(contexts, m).size()));
    }

    /** At the authors' sizes: four and five contexts. */
    public static void contexts(TwinRows rows) {
        ContextTask four = ContextTask.same(4);
        double sigma = 0.005 / 500;
        Watched relu = TwinRuns.watch(ContextGraphs.relu(four, 500), sigma, RATE, 8000);
        CurveDistance dropOne = twin(four, fifty(4, 3), sigma, sigma, relu);
        CurveDistance half = twin(four, fifty(4, 2), sigma, sigma, relu);
        rows.near("C = 4: NRMSE of drop-one", .0199, dropOne.nrmse(), SEEDS);
        rows.near("C = 4: shift-aligned", .0106, dropOne.alignedNrmse(), SEEDS);
        rows.near("C = 4: NRMSE of size 2", .0360, half.nrmse(), SEEDS);
        double[] on = relu.selectivity(1, 4).onIn();
        rows.near("C = 4: share of units on in 3 contexts", .85, on[3], .05);
        rows.near("C = 4: share of units on in 2 contexts", .13, on[2], .05);
        ContextTask five = ContextTask.same(5);
        double small = 0.005 / 600;
        Watched wide = TwinRuns.watch(ContextGraphs.relu(five, 600), small, RATE, 6000);
        double[] expected = {.1065, .0563, .0286, .0240};
        double[] measured = new double[4];
        for (int m = 1; m <= 4; m++) {
            measured[m - 1] = twin(five, fifty(5, m), small, small, wide).nrmse();
            rows.near("C = 5: NRMSE of size " + m, expected[m - 1], measured[m - 1], SEEDS);
        }
        rows.row(
                "C = 5: order of NRMSE",
                "4 < 3 < 2 < 1",
                "",
                measured[3] < measured[2] && measured[2] < measured[1] && measured[1] < measured[0]);
        double[] onFive = wide.selectivity(1, 5).onIn();
        rows.near("C = 5: share of units on in 4 contexts", .63, onFive[4], .05);
        rows.near("C = 5: share of units on in 3 contexts", .34, onFive[3], .05);
    }

    /** Two hidden layers of 420 units, 30,001 steps: a staircase. */
    public static void depth(TwinRows rows) {
        ContextTask task = ContextTask.same(3);
        double start = 6e-4;
        Watched relu = TwinRuns.watch(ContextGraphs.relu(task, 420, 420), start, RATE, 30_000);
        for (double level : new double[] {96, 66, 51, 30, 12}) {
            int longest = 0;
            for (double loss : relu.loss()) {
                longest += Math.abs(loss - level) <= 1 ? 1 : 0;
            }
            rows.row(
                    "420-420: steps within 1 of the plateau at " + TwinRows.plain(level),
                    "many",
                    String.valueOf(longest),
                    longest > 500);
        }
        double least = relu.last();
        double most = relu.last();
        for (int seed = 2; seed <= 3; seed++) {
            double[] loss = TwinRuns.loss(TwinRuns.experiment(
                    ContextGraphs.relu(task, 420, 420), new Init.Gaussian(start, seed), RATE, 30_000));
            double end = loss[30_000];
            least = Math.min(least, end);
            most = Math.max(most, end);
        }
        // when the last drop comes depends on the seed, so the one known number is a place in a range
        rows.row(
                "420-420: loss at 30,000, seeds 1 to 3, below the last plateau at 5.4",
                ".22 with one seed",
                TwinRows.plain(least) + " … " + TwinRows.plain(most),
                most < 5.4);
        double first = relu.selectivity(1, 3).occupancy();
        double second = relu.selectivity(2, 3).occupancy();
        rows.near("420-420: share of samples on, layer 1", .80, first, .05);
        rows.near("420-420: share of samples on, layer 2", .65, second, .05);
        rows.near("420-420: layer 1 less layer 2", .15, first - second, .10);
        double[] staged = TwinRuns.wholeLoss(StagedTwin.beside(task, relu.experiment(), 420, start, 1));
        CurveDistance distance = CurveDistance.between(staged, relu.loss());
        rows.beside("420-420: NRMSE of the authors' twin, stages set by hand", TwinRows.plain(distance.nrmse()));
        rows.beside("420-420: that, shift-aligned", TwinRows.plain(distance.alignedNrmse()));
        for (int at : new int[] {500, 6000, 12_000, 15_000, 21_000, 30_000}) {
            rows.beside(
                    "420-420: loss at " + at + ", ReLU and the authors' twin",
                    TwinRows.plain(relu.loss()[at]) + ", " + TwinRows.plain(staged[at]));
        }
    }

    /** Gates that are found in a trained network, where that needs long runs: two contexts. */
    public static void discovery(TwinRows rows) {
        ContextTask task = shared(2);
        Watched relu = TwinRuns.watch(ContextGraphs.relu(task, 120), 1e-4, RATE, 10_000);
        Matrix raw = GatePatterns.raw(relu.end().summed().get(0));
        rows.near(
                "C = 2, 10,000 steps: NRMSE pooled",
                .0178,
                relu.distanceWith(GatePatterns.majority(raw, groups(16, true))),
                SEEDS);
        rows.near(
                "C = 2: NRMSE of common + drop-one",
                .0169,
                twin(task, ContextPaths.dropOne(2, 120), 1e-4, 1e-4, relu).nrmse(),
                SEEDS);
        rows.near("C = 2: NRMSE linear", .0836, relu.distanceWith(GatePatterns.open(120, 16)), SEEDS);
        rows.near("C = 2: NRMSE of raw last patterns", .112, relu.distanceWith(raw), 3 * SEEDS);
    }

    /** How units are shared by contexts, two to five of them. */
    public static void mixed(TwinRows rows) {
        double[] participation = {1.55, 2.10, 2.72, 3.21};
        double[] reuse = {.77, .69, .68, .63};
        for (int c = 2; c <= 5; c++) {
            Watched relu = TwinRuns.watch(ContextGraphs.relu(shared(c), 120), 1e-4, RATE, 6000);
            MixedSelectivity m = relu.selectivity(1, c);
            rows.near("C = " + c + ": participation", participation[c - 2], m.participation(), .2);
            rows.near("C = " + c + ": reuse", reuse[c - 2], m.reuse(), .07);
            rows.within("C = " + c + ": graded share", .7, 1, m.graded());
            rows.near("C = " + c + ": same object across contexts", .63, m.sameAcross(), .06);
            rows.near("C = " + c + ": nested units", 1, m.nested(), 0);
        }
    }

    /** Gates that are the network's own signs, taken anew every so many steps; at 1 it is the ReLU network. */
    public static void gates(TwinRows rows) {
        int[] intervals = {1, 10, 200, 1000};
        double[][] expected = {{0, 7.7e-4, 3.7e-2, 7.4e-2}, {0, 1.7e-3, 4.3e-2, 7.8e-2}};
        for (int f = 0; f < 2; f++) {
            ContextTask task = f == 0 ? ContextTask.diff(3) : ContextTask.same(3);
            Experiment relu =
                    TwinRuns.experiment(ContextGraphs.relu(task, 120), new Init.Gaussian(1e-4, 1), RATE, 4000);
            for (int i = 0; i < intervals.length; i++) {
                String name = "C = 3, " + (f == 0 ? "diff" : "same") + ", gates every " + intervals[i] + ": NRMSE";
                double measured = TwinRuns.distanceRefreshed(relu, intervals[i]);
                double of = expected[f][i];
                // neither width nor start is known, and both count; measured with 120 units and seeds 1
                // to 3, and with 60 and 200 units and seed 1: at interval 10 1.00 to 2.04 times (diff) and 0.73 to 1.34
                // times (same) what is known, at 200 and 1000 0.92 to 1.24 times
                if (intervals[i] == 10) {
                    rows.within(name, of / 2, 2 * of, measured);
                } else {
                    rows.near(name, of, measured, intervals[i] == 1 ? 0 : SEEDS + of / 4);
                }
            }
        }
        GatedTask xor = Xor.relu(Xor.UNITS);
        Assignment assignment = new Assignment(xor.architecture(), xor.contexts());
        Experiment relu = TwinRuns.experiment(assignment, new Init.Gaussian(2e-4, 1), 0.4, 150);
        rows.near("XOR, gates every 1: NRMSE", 0, TwinRuns.distanceRefreshed(relu, 1), 0);
        rows.near("XOR, gates every 10: NRMSE", 6.5e-2, TwinRuns.distanceRefreshed(relu, 10), 2e-2);
    }

    /** Size of the start, other nonlinearities. */
    public static void limits(TwinRows rows) {
        ContextTask task = ContextTask.diff(3);
        double[] sigma = {1e-4, 1e-3, 1e-2, 3e-2, 1e-1, 3e-1};
        double[] dropOne = {.018, .033, .043, .038, .022, .014};
        double[] pooled = {.025, .034, .044, .038, .025, .009};
        double[] frozen = {.111, .089, .060, .043, .016, .002};
        for (int i = 0; i < sigma.length; i++) {
            String name = "start " + Numbers.typed(sigma[i], 4) + ": NRMSE ";
            Watched relu = TwinRuns.watch(ContextGraphs.relu(task, 100), sigma[i], RATE, 4000);
            Matrix raw = GatePatterns.raw(relu.end().summed().get(0));
            Matrix start = GatePatterns.raw(relu.snapshots().get(0).summed().get(0));
            rows.near(
                    name + "drop-one",
                    dropOne[i],
                    twin(task, ContextPaths.dropOne(3, 100), sigma[i], sigma[i], relu)
                            .nrmse(),
                    2 * SEEDS);
            rows.near(
                    name + "pooled",
                    pooled[i],
                    relu.distanceWith(GatePatterns.majority(raw, groups(24, true))),
                    2 * SEEDS);
            rows.near(name + "gates frozen at the start", frozen[i], relu.distanceWith(start), 2 * SEEDS);
        }
        Watched relu = TwinRuns.watch(ContextGraphs.relu(task, 100), 1e-4, RATE, 4000);
        Init init = new Init.Gaussian(1e-4, 1);
        double[] leaky = TwinRuns.loss(
                TwinRuns.experiment(ContextGraphs.network(task, Activation.LEAKY_RELU, false, 100), init, RATE, 4000));
        double[] tanh = TwinRuns.loss(
                TwinRuns.experiment(ContextGraphs.network(task, Activation.TANH, false, 100), init, RATE, 4000));
        double[] bias = TwinRuns.loss(
                TwinRuns.experiment(ContextGraphs.network(task, Activation.RELU, true, 100), init, RATE, 4000));
        rows.within(
                "NRMSE of leaky ReLU",
                0,
                .01,
                CurveDistance.between(leaky, relu.loss()).nrmse());
        double[] gelu = TwinRuns.loss(
                TwinRuns.experiment(ContextGraphs.network(task, Activation.GELU, false, 100), init, RATE, 4000));
        CurveDistance late = CurveDistance.between(gelu, relu.loss());
        rows.near("NRMSE of GELU", .14, late.nrmse(), SEEDS);
        rows.near("NRMSE of GELU, shift-aligned", .069, late.alignedNrmse(), 2 * SEEDS);
        rows.near("GELU, loss at 400", 105.2, gelu[400], .2);
        rows.near("tanh, loss at 4,000", 16.23, tanh[4000], .05);
        rows.within("tanh at the end over the floor", .95, 1.05, tanh[4000] / task.additiveFloor());
        rows.near(
                "NRMSE with a bias",
                .0505,
                CurveDistance.between(bias, relu.loss()).nrmse(),
                SEEDS);
    }
}
