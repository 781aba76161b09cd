package dynlab.cli.paper;

import dynlab.learning.Init;
import dynlab.learning.Initialization;
import dynlab.numeric.Matrix;
import dynlab.task.GatedTask;
import dynlab.task.Routing;
import dynlab.theory.race.MergedRace;
import dynlab.theory.race.NeuralRaceReduction;
import dynlab.theory.race.ReducedRun;
import java.util.List;
import java.util.Set;

/** How much cheaper the reduction is than what it stands for: routing with ten domains, four trained routes each. */
public final class ReductionSpeed {
    private static final Routing TASK = new Routing(10, 4, 64);
    private static final int STEPS = 500;
    private static final int ROUNDS = 5;

    private ReductionSpeed() {}

    /** A {@link FigurePart}; the same whosever the settings. */
    public static void check(PaperTable table, Set<Source> sources) {
        GatedTask task = TASK.task();
        List<Matrix> start = Initialization.draw(new Init.Aligned(0.08, 1), task.architecture(), task.contexts());
        double simulation = Double.POSITIVE_INFINITY;
        double reduction = Double.POSITIVE_INFINITY;
        double setUp = Double.POSITIVE_INFINITY;
        double gap = 0;
        int[] steps = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            steps[i] = i;
        }
        for (int round = 0; round < ROUNDS; round++) {
            RouterRun run = new RouterRun(TASK.race(), new Init.Aligned(0.08, 1), TASK.step(0.02));
            long t0 = System.nanoTime();
            run.train(STEPS);
            long t1 = System.nanoTime();
            MergedRace race = NeuralRaceReduction.of(task.architecture(), task.contexts(), start)
                    .flatMap(found -> found.merged(0.08))
                    .orElseThrow();
            long t2 = System.nanoTime();
            double[] loss = ReducedRun.descent(race, TASK.step(0.02), steps).loss();
            long t3 = System.nanoTime();
            simulation = Math.min(simulation, (double) (t1 - t0));
            setUp = Math.min(setUp, (double) (t2 - t1));
            reduction = Math.min(reduction, (double) (t3 - t2));
            for (int i = 0; i < STEPS; i++) {
                gap = Math.max(gap, Math.abs(loss[i] - run.loss()[i]) / loss[0]);
            }
        }
        table.below("speed: loss of the reduction against the simulation, relative", 1e-10, gap);
        table.above("speed: simulation over reduction, 500 steps of M = 10, K = 4", 100, simulation / reduction);
        double once = 10.0 * 64 * 4 * 4 + 10.0 * 64 * 64 * 4 + 40.0 * 7 * 64 * 4;
        double multiplications = new RouterRun(TASK.race(), new Init.Aligned(0.08, 1), 1).multiplications();
        table.near("speed: multiplications of a forward pass with every input product once", once, 0, multiplications);
        table.above(
                "speed: the same ratio with finding frames and classes (" + PaperTable.plain(setUp / 1e6) + " ms)",
                1,
                simulation / (reduction + setUp));
    }
}
