package dynlab.cli.paper;

import dynlab.learning.Init;
import dynlab.numeric.Matrix;
import dynlab.task.Routing;
import java.util.Set;

/**
 * Fig. 6: routing as in Fig. 4 from orthogonal weights of six gains, 700 epochs at λ = 0.006 gain^(−1/3), eight seeds; from
 * the race to the kernel regime.
 */
public final class InitScaleFigure {
    private static final Routing TASK = new Routing(7, 4, 64);
    private static final int SEEDS = 8;
    private static final int EPOCHS = 700;
    /** What one run each has in the notebook's own plot, read off it. */
    private static final double[] NOTEBOOK_RUNS = {2, 0, 3, 21, 50, 92};
    /** What Fig. 6 b shows. Only "below 1" is a range; runs differ by the deviation in the row. */
    private static final String[] PAPER_RUNS = {"about 0", "< 1", "about 4", "about 20", "about 72", "about 122"};

    /**
     * What is left of the loss in the middle of each drop: of 244 = 185 + 41 + 9 + 9, the squared singular values of the target,
     * first 185, then 41, then the two equal ones are learned.
     */
    private static final double[] MIDDLES = {(59 + 185 / 2.0) / 244, (18 + 41 / 2.0) / 244, 9.0 / 244};

    private InitScaleFigure() {}

    /** A {@link FigurePart}. */
    public static void check(PaperTable table, Set<Source> sources) {
        double[] known = {0.88, 0.51, 4.6, 19.9, 53.6, 111};
        double[] spread = {0.81, 0.15, 1.1, 4.1, 9.7, 16};
        double[] knownCosine = {0.999, 0.990, 0.953, 0.850, 0.640, 0.385};
        double[] untrained = new double[known.length];
        double[] cosines = new double[known.length];
        for (int g = 0; g < known.length; g++) {
            double gain = 0.2 + 2.3 * g / 5;
            double[] errors = new double[SEEDS];
            double[] cosine = new double[SEEDS];
            double[][] dropping = new double[MIDDLES.length][SEEDS];
            for (int seed = 0; seed < SEEDS; seed++) {
                RouterRun run = new RouterRun(
                                TASK.race(), new Init.Orthogonal(gain, seed), TASK.step(0.006 / Math.cbrt(gain)))
                        .train(EPOCHS);
                errors[seed] = PaperTable.mean(run.errors(false));
                for (int k = 0; k < dropping.length; k++) {
                    dropping[k][seed] = run.crossing(MIDDLES[k]);
                }
                cosine[seed] = cosine(run);
            }
            untrained[g] = PaperTable.mean(errors);
            cosines[g] = PaperTable.mean(cosine);
            if (sources.contains(Source.PAPER)) {
                paper(table, g, gain, errors);
                if (g == 0) {
                    drops(table, dropping);
                }
            }
            table.near(
                    "init scale: untrained error at gain " + PaperTable.plain(gain), known[g], spread[g], untrained[g]);
            if (sources.contains(Source.NOTEBOOK)) {
                table.beside("init scale, notebook: the same, one run there", NOTEBOOK_RUNS[g], untrained[g]);
            }
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

    private static void drops(PaperTable table, double[][] dropping) {
        double[] figure = {150, 300, 570};
        for (int k = 0; k < figure.length; k++) {
            table.beside(
                    "init scale, paper: middle of drop " + (k + 1) + " of the loss at σ₀ = 0.2",
                    "about " + PaperTable.plain(figure[k]) + " in the figure",
                    PaperTable.plain(PaperTable.mean(dropping[k])) + ", sd "
                            + PaperTable.plain(PaperTable.deviation(dropping[k])));
        }
    }

    private static void paper(PaperTable table, int g, double gain, double[] errors) {
        double mean = PaperTable.mean(errors);
        String name = "init scale, paper: untrained error at σ₀ = " + PaperTable.plain(gain);
        if (g == 1) {
            table.below(name, 1, mean);
        } else {
            String measured = PaperTable.plain(mean) + ", sd " + PaperTable.plain(PaperTable.deviation(errors));
            table.beside(name, PAPER_RUNS[g] + " in the figure", measured);
        }
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
