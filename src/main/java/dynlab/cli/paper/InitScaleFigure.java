package dynlab.cli.paper;

import dynlab.learning.Init;
import dynlab.numeric.Matrix;
import dynlab.task.Routing;

/**
 * Fig. 6: routing as in Fig. 4 from orthogonal weights of six gains, 700 epochs at λ = 0.006 gain^(−1/3), eight seeds; from
 * the race to the kernel regime.
 */
public final class InitScaleFigure {
    private static final Routing TASK = new Routing(7, 4, 64);
    private static final int SEEDS = 8;
    private static final int EPOCHS = 700;

    private InitScaleFigure() {}

    public static void check(PaperTable table) {
        double[] known = {0.88, 0.51, 4.6, 19.9, 53.6, 111};
        double[] spread = {0.81, 0.15, 1.1, 4.1, 9.7, 16};
        double[] knownCosine = {0.999, 0.990, 0.953, 0.850, 0.640, 0.385};
        double[] untrained = new double[known.length];
        double[] cosines = new double[known.length];
        for (int g = 0; g < known.length; g++) {
            double gain = 0.2 + 2.3 * g / 5;
            double[] errors = new double[SEEDS];
            double[] cosine = new double[SEEDS];
            for (int seed = 0; seed < SEEDS; seed++) {
                RouterRun run = new RouterRun(
                                TASK.race(), new Init.Orthogonal(gain, seed), TASK.step(0.006 / Math.cbrt(gain)))
                        .train(EPOCHS);
                errors[seed] = PaperTable.mean(run.errors(false));
                cosine[seed] = cosine(run);
            }
            untrained[g] = PaperTable.mean(errors);
            cosines[g] = PaperTable.mean(cosine);
            table.near(
                    "init scale: untrained error at gain " + PaperTable.plain(gain), known[g], spread[g], untrained[g]);
            table.beside(
                    "init scale: similarity cosine across domains at gain " + PaperTable.plain(gain) + " (here sd "
                            + PaperTable.plain(PaperTable.deviation(cosine)) + ")",
                    knownCosine[g],
                    cosines[g]);
        }
        boolean rising = true;
        for (int g = 2; g < untrained.length; g++) {
            rising &= untrained[g] > untrained[g - 1];
        }
        table.row("init scale: untrained error rises from gain .66 on", "yes", rising ? "yes" : "no", rising);
        table.above("init scale: untrained error at 2.5 over that at .66", 100, untrained[5] / untrained[1]);
        table.above("init scale: similarity cosine at gain .2", 0.99, cosines[0]);
        table.below("init scale: similarity cosine at gain 2.5", 0.5, cosines[5]);
    }

    /** Mean cosine of the blocks of two domains with the block of one. */
    public static double cosine(RouterRun run) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < TASK.domains(); i++) {
            double[] own = run.similarity(i, i).toArray();
            for (int j = 0; j < TASK.domains(); j++) {
                if (i != j) {
                    sum += cosine(run.similarity(i, j), own);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static double cosine(Matrix block, double[] own) {
        double[] other = block.toArray();
        double both = 0;
        double norm = 0;
        for (int i = 0; i < own.length; i++) {
            both += own[i] * other[i];
            norm += own[i] * own[i];
        }
        return both / Math.sqrt(norm) / block.norm();
    }
}
