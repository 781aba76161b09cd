package dynlab.cli.paper;

import dynlab.architecture.Edge;
import dynlab.learning.Init;
import dynlab.learning.Initialization;
import dynlab.measure.HalfTime;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.task.GatedTask;
import dynlab.task.Race;
import dynlab.task.Routing;
import dynlab.theory.race.NeuralRaceReduction;
import dynlab.theory.race.RaceSpeedUp;
import dynlab.theory.race.ReducedDynamics;
import dynlab.theory.race.ReducedRun;
import java.util.List;

/**
 * One mode of a pathway that m input and m output domains of ten share, P = m² routes, by the reduction in continuous time
 * with τ = 1: Fig. 5 a, b.
 *
 * @param size m
 * @param times when
 * @param hidden strength of the hidden edge
 * @param encoder strength of encoders and decoders
 * @param map the product along a route, which ends at the singular value of the target
 */
record SharedPathway(int size, double[] times, double[] hidden, double[] encoder, double[] map) {
    static final int DOMAINS = 10;
    static final int[] SIZES = {1, 2, 5, 10};

    /** The reduction does not depend on the width, as long as no layer is narrower than its data. */
    private static final int NARROW = 8;

    private static final int POINTS = 6000;

    /** The course of a mode, 0 for the strongest, at times that the caller chooses. */
    static SharedPathway at(double[] times, int size, int mode, double b0) {
        GatedTask task = Race.blocks(DOMAINS, size, NARROW).task();
        List<Matrix> weights = Initialization.draw(new Init.Aligned(b0, 0), task.architecture(), task.contexts());
        ReducedDynamics race = NeuralRaceReduction.of(task.architecture(), task.contexts(), weights)
                .flatMap(found -> found.merged(b0))
                .orElseThrow();
        ReducedRun run = ReducedRun.flow(race, 1, times, 1e-10);
        List<Edge> edges = task.architecture().edges();
        int encoder = first(edges, "in0", "h1");
        int hidden = first(edges, "h1", "h2");
        int decoder = first(edges, "h2", "out0");
        double[] b1 = new double[times.length];
        double[] b2 = new double[times.length];
        double[] map = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            b1[i] = run.strengths(i, encoder)[mode];
            b2[i] = run.strengths(i, hidden)[mode];
            map[i] = b1[i] * b2[i] * run.strengths(i, decoder)[mode];
        }
        return new SharedPathway(size, times, b2, b1, map);
    }

    /** The time at which half of a mode's map is there. */
    static double half(int size, int mode, double b0) {
        double target = Svd.singularValues(Routing.targets())[mode];
        // a little more than the time of escape from a small start, in which half is reached
        double last = 1.2 * DOMAINS * DOMAINS / (target * b0) / RaceSpeedUp.of(size);
        return at(Axes.count(POINTS + 1, last / POINTS), size, mode, b0).half(target);
    }

    /** When the map reaches half of where it is to end, between times on the straight line; NaN if it does not. */
    double half(double target) {
        return HalfTime.rising(times, map, target / 2).orElse(Double.NaN);
    }

    private static int first(List<Edge> edges, String source, String target) {
        int e = 0;
        while (!edges.get(e).source().startsWith(source)
                || !edges.get(e).target().startsWith(target)) {
            e++;
        }
        return e;
    }
}
