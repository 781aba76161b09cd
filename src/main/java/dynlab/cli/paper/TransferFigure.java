package dynlab.cli.paper;

import dynlab.learning.Init;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.task.Routing;
import java.util.Arrays;
import java.util.Set;

/**
 * Fig. 5 c: ten domains, K trained routes each; half the squared error of the routes that were never trained, 1000 epochs at
 * λ = 0.05/K from orthogonal random weights of gain 0.2.
 *
 * <p>K = 3 takes a hundred seeds, for a mean of ten says little there. Each domain is trained with its neighbours on a ring
 * only, and in one network of eight the encoders turn round on it: the vectors W₁ v of one of the two leading modes point
 * apart in distant domains, and training longer does not undo that. The reduction takes one frame for all domains for
 * granted; here that is what fails. Such networks have a mean error near 60, all others one below 4, so that ten seeds may
 * have a mean of 3 or of 30 (an independent implementation had 3.6, the published figure shows about 11). What is judged is the median
 * of all, and the mean of those whose encoders agree.
 *
 * <p>A permutation of the columns of the table of trained routes only renames the decoders, which are drawn alike; it is
 * therefore no row of its own.
 */
public final class TransferFigure {
    private static final int SEEDS = 10;
    private static final int MANY = 100;
    private static final int EPOCHS = 1000;
    private static final int LONG = 4000;
    private static final int DOMAINS = 10;

    private TransferFigure() {}

    /** A {@link FigurePart}. */
    public static void check(PaperTable table, Set<Source> sources) {
        double[] known = {213.7, 118.9, 3.6, 0.24, 0.006, 5e-4};
        for (int k = 1; k <= 6; k++) {
            int seeds = k == 3 ? MANY : SEEDS;
            double[] untrained = new double[seeds];
            double[] trained = new double[seeds];
            boolean[] turned = new boolean[seeds];
            for (int seed = 0; seed < seeds; seed++) {
                RouterRun run = start(k, seed).train(EPOCHS);
                untrained[seed] = PaperTable.mean(run.errors(false));
                trained[seed] = PaperTable.mean(run.errors(true));
                turned[seed] = turned(run);
            }
            double mean = PaperTable.mean(untrained);
            String name = "transfer: untrained error at K = " + k + " of 10";
            if (sources.contains(Source.PAPER)) {
                paper(table, k, untrained);
            }
            if (k == 1) {
                table.within(name + " (an independent implementation has 213.7)", 190, 240, mean);
            } else if (k == 2) {
                table.above(
                        "transfer: spread of the seeds at K = 2 (an independent implementation has 85, and a mean of"
                                + " 118.9; the mean here is " + PaperTable.plain(mean) + ")",
                        40,
                        PaperTable.deviation(untrained));
            } else if (k == 3) {
                heavyTail(table, name, untrained, turned);
            } else {
                table.below(
                        name + " (an independent implementation has " + PaperTable.plain(known[k - 1]) + ")", 1, mean);
            }
            table.below("transfer: trained error at K = " + k, 0.03, PaperTable.mean(trained));
        }
        double[] converged = {2.6, 0.044, 0.003};
        for (int k = 3; k <= 5; k++) {
            double[] untrained = new double[SEEDS];
            for (int seed = 0; seed < SEEDS; seed++) {
                untrained[seed] = PaperTable.mean(start(k, seed).train(LONG).errors(false));
            }
            table.beside(
                    "transfer: untrained error at K = " + k + " after 4000 epochs"
                            + (k == 3 ? ", median of 10 seeds" : ""),
                    converged[k - 3],
                    k == 3 ? PaperTable.median(untrained) : PaperTable.mean(untrained));
        }
    }

    /** Fig. 5 c at K = 1, 2, 3; what comes after is 0 there, and judged below. */
    private static void paper(PaperTable table, int k, double[] untrained) {
        String measured = PaperTable.plain(PaperTable.mean(untrained)) + ", sd "
                + PaperTable.plain(PaperTable.deviation(untrained));
        if (k == 1) {
            table.beside("transfer, paper: untrained error at K = 1 of 10", "about 216 in the figure", measured);
        } else if (k == 2) {
            double mean = PaperTable.mean(untrained);
            table.within("transfer, paper: untrained error at K = 2, bars of the figure about its 88", 34, 141, mean);
        } else if (k == 3) {
            double first = PaperTable.mean(Arrays.copyOf(untrained, SEEDS));
            table.beside(
                    "transfer, paper: untrained error at K = 3, mean of 10 seeds",
                    "about 11 in the figure",
                    PaperTable.plain(first));
        }
    }

    private static RouterRun start(int k, int seed) {
        Routing task = new Routing(DOMAINS, k, 64);
        return new RouterRun(task.race(), new Init.Orthogonal(0.2, seed), task.step(0.05 / k));
    }

    private static void heavyTail(PaperTable table, String name, double[] untrained, boolean[] turned) {
        double[] agreeing = new double[untrained.length];
        double[] apart = new double[untrained.length];
        int together = 0;
        int against = 0;
        for (int seed = 0; seed < untrained.length; seed++) {
            if (turned[seed]) {
                apart[against++] = untrained[seed];
            } else {
                agreeing[together++] = untrained[seed];
            }
        }
        double[] first = Arrays.copyOf(untrained, SEEDS);
        table.below(name + ", median of 100 seeds", 10, PaperTable.median(untrained));
        table.below(
                "transfer: the same, mean of the " + together + " seeds whose encoders agree",
                10,
                PaperTable.mean(Arrays.copyOf(agreeing, together)));
        table.beside("transfer: the same, mean of the first 10 seeds", 3.6, PaperTable.mean(first));
        table.beside(
                "transfer: the same, mean of all",
                "about 11 in the published figure",
                PaperTable.plain(PaperTable.mean(untrained)) + " ± "
                        + PaperTable.plain(PaperTable.deviation(untrained) / Math.sqrt(untrained.length))
                        + "; of the " + against + " whose encoders turn, "
                        + PaperTable.plain(PaperTable.mean(Arrays.copyOf(apart, against))));
    }

    /** Whether the vectors W₁ v of one of the two leading modes v point apart in two domains. */
    private static boolean turned(RouterRun run) {
        Matrix v = Svd.thin(Routing.targets()).v();
        for (int mode = 0; mode < 2; mode++) {
            for (int i = 0; i < DOMAINS; i++) {
                for (int j = 0; j < i; j++) {
                    if (product(run.similarity(i, j), v, mode) < 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** vᵀ W₁_iᵀ W₁_j v. */
    private static double product(Matrix block, Matrix v, int mode) {
        double sum = 0;
        for (int a = 0; a < block.rows(); a++) {
            for (int b = 0; b < block.columns(); b++) {
                sum += v.at(a, mode) * block.at(a, b) * v.at(b, mode);
            }
        }
        return sum;
    }
}
