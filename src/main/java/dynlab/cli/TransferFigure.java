package dynlab.cli;

import dynlab.learning.Init;
import dynlab.task.Routing;

/**
 * Fig. 5 c: ten domains, K trained routes each; half the squared error of the routes that were never trained, 1000 epochs at
 * λ = 0.05/K from orthogonal random weights of gain 0.2, ten seeds.
 *
 * <p>At K = 3 the mean is that of a heavy tail and says little: of forty seeds nine end above 30 (four times as many steps
 * do not change that) and the median is 4.1; their mean is 16 ± 5, ten seeds of another implementation had 3.6, and the
 * published figure shows about 12. The specification's limit of 10 is kept, and missed by these ten seeds.
 */
final class TransferFigure {
    private static final int SEEDS = 10;
    private static final int EPOCHS = 1000;

    private TransferFigure() {}

    static void check(PaperTable table) {
        double[] known = {213.7, 118.9, 3.6, 0.24, 0.006, 5e-4};
        for (int k = 1; k <= 6; k++) {
            Routing task = new Routing(10, k, 64);
            double[] untrained = new double[SEEDS];
            double[] trained = new double[SEEDS];
            for (int seed = 0; seed < SEEDS; seed++) {
                RouterRun run = new RouterRun(task.race(), new Init.Orthogonal(0.2, seed), task.step(0.05 / k));
                run.train(EPOCHS);
                untrained[seed] = PaperTable.mean(run.errors(false));
                trained[seed] = PaperTable.mean(run.errors(true));
            }
            double mean = PaperTable.mean(untrained);
            String name =
                    "transfer: untrained error at K = " + k + " of 10 (specification " + PaperTable.plain(known[k - 1])
                            + "; here sd " + PaperTable.plain(PaperTable.deviation(untrained)) + ", median "
                            + PaperTable.plain(PaperTable.median(untrained)) + ")";
            if (k == 1) {
                table.row(name, "190 … 240", PaperTable.plain(mean), mean > 190 && mean < 240);
            } else if (k == 2) {
                table.above(
                        "transfer: spread of the seeds at K = 2 (specification 85; mean 118.9, here "
                                + PaperTable.plain(mean) + ")",
                        40,
                        PaperTable.deviation(untrained));
            } else {
                table.below(name, k == 3 ? 10 : 1, mean);
            }
            table.below("transfer: trained error at K = " + k, 0.03, PaperTable.mean(trained));
        }
    }
}
