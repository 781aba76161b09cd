package dynlab.cli.paper;

import dynlab.architecture.Edge;
import dynlab.learning.Init;
import dynlab.learning.Initialization;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.task.GatedTask;
import dynlab.task.Routing;
import dynlab.theory.DormandPrince;
import dynlab.theory.race.MergedRace;
import dynlab.theory.race.NeuralRaceReduction;
import dynlab.theory.race.ReducedRun;
import java.util.List;

/**
 * Routing as the paper writes it, every route weighted 1/(KM): the reduction that is found from graph and data, path by path,
 * beside the equations that are printed for one mode of it. With B₁ of encoders and decoders, B₂ of the hidden edge,
 *
 * <pre>
 * τ dB₁/dt = (1/M) B₁ B₂ (S − B₁² B₂ D),   τ dB₂/dt = B₁² (S − B₁² B₂ D)                          Eqs 13, 14
 * τ dB₂/dt = (1/M) (B₂² + C) [S − B₂ (B₂² + C) D/M],   C = M B₁(0)² − B₂(0)²                     Eq. 15
 * </pre>
 *
 * with S the singular values of the target and D = 1. No K is left in them.
 */
final class RoutingRates {
    private static final Routing TASK = new Routing(7, 4, 64);
    private static final double B0 = 0.08;
    private static final double STEP = 0.01;
    private static final int STEPS = 600;
    private static final int LOOK = 25;
    private static final double TOLERANCE = 1e-13;
    /** What is asked of the reduction everywhere. */
    private static final double LIMIT = 1e-10;

    private RoutingRates() {}

    static void check(PaperTable table) {
        GatedTask task = TASK.averaged();
        List<Matrix> start = Initialization.draw(new Init.Aligned(B0, 1), task.architecture(), task.contexts());
        MergedRace race = NeuralRaceReduction.of(task.architecture(), task.contexts(), start)
                .flatMap(found -> found.merged(B0))
                .orElseThrow();
        int encoder = edge(task, "in0>h1");
        int hidden = edge(task, "h1>h2");
        double[] s = Svd.singularValues(Routing.targets());
        table.below(
                "routing, paper: rates of the reduction with routes weighted 1/(KM), relative to Eqs 13 and 14",
                LIMIT,
                rates(race, encoder, hidden, s));
        table.below("routing, paper: largest difference of B₂ from Eq. 15, all modes", LIMIT, flow(race, hidden, s));
    }

    private static int edge(GatedTask task, String id) {
        List<Edge> edges = task.architecture().edges();
        int e = 0;
        while (!edges.get(e).id().equals(id)) {
            e++;
        }
        return e;
    }

    /** The change of a step over its length, along a whole run, for every mode. */
    private static double rates(MergedRace race, int encoder, int hidden, double[] s) {
        int[] all = new int[STEPS + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        ReducedRun run = ReducedRun.descent(race, STEP, all);
        double worst = 0;
        double largest = 0;
        for (int i = 0; i < STEPS; i++) {
            for (int k = 0; k < s.length; k++) {
                double b1 = run.strengths(i, encoder)[k];
                double b2 = run.strengths(i, hidden)[k];
                double rest = s[k] - b1 * b1 * b2;
                double rate1 = b1 * b2 * rest / TASK.domains();
                double rate2 = b1 * b1 * rest;
                worst = Math.max(worst, Math.abs((run.strengths(i + 1, encoder)[k] - b1) / STEP - rate1));
                worst = Math.max(worst, Math.abs((run.strengths(i + 1, hidden)[k] - b2) / STEP - rate2));
                largest = Math.max(largest, rate2);
            }
        }
        return worst / largest;
    }

    private static double flow(MergedRace race, int hidden, double[] s) {
        double[] times = Axes.count(STEPS / LOOK + 1, LOOK * STEP * 5);
        ReducedRun run = ReducedRun.flow(race, 1, times, TOLERANCE);
        double m = TASK.domains();
        double c = m * B0 * B0 - B0 * B0;
        double worst = 0;
        for (int k = 0; k < s.length; k++) {
            double mode = s[k];
            DormandPrince eq15 = new DormandPrince(new double[] {B0}, (b, rate) -> {
                double grown = b[0] * b[0] + c;
                rate[0] = grown * (mode - b[0] * grown / m) / m;
            });
            double step = 1e-3;
            for (int i = 0; i < times.length; i++) {
                if (i > 0) {
                    step = eq15.advance(times[i] - times[i - 1], TOLERANCE, step);
                }
                worst = Math.max(worst, Math.abs(eq15.state()[0] - run.strengths(i, hidden)[k]));
            }
        }
        return worst;
    }
}
