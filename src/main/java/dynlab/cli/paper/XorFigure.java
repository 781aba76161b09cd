package dynlab.cli.paper;

import java.util.Set;

/**
 * Fig. 3: exclusive or by a ReLU network of 128 units, ten seeds, and by four gated paths that are fitted to the first of
 * them, in the published steps and in a twentieth of them. The published curve starts from smaller weights than the notebook:
 * see {@link FittedXor}.
 */
public final class XorFigure {
    private static final int SEEDS = 10;
    private static final double SMALL = 0.05;

    private XorFigure() {}

    /** A {@link FigurePart}. */
    public static void check(PaperTable table, Set<Source> sources) {
        if (sources.contains(Source.PAPER)) {
            paper(table);
        }
        if (sources.contains(Source.NOTEBOOK)) {
            notebook(table);
        }
    }

    private static void paper(PaperTable table) {
        double[] halves = new double[SEEDS];
        double[] early = new double[SEEDS];
        double[] late = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            FittedXor run = FittedXor.train(Source.PAPER, seed);
            halves[seed] = run.half();
            early[seed] = run.epoch(0.45);
            late[seed] = run.epoch(0.05);
        }
        double read = Source.reading(FittedXor.epochs(Source.PAPER));
        table.near("xor, paper: epoch at half the loss, mean of 10 seeds", 69, 1, PaperTable.mean(halves));
        table.near("xor, paper: epoch at which the loss is 0.45", 60, read, PaperTable.mean(early));
        table.near("xor, paper: epoch at which the loss is 0.05", 76, read, PaperTable.mean(late));
    }

    private static void notebook(PaperTable table) {
        double[] halves = new double[SEEDS];
        double[] gaps = new double[SEEDS];
        double[] meanGaps = new double[SEEDS];
        double[] smallHalves = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            halves[seed] = FittedXor.train(Source.NOTEBOOK, seed).half();
            FittedXor small = FittedXor.train(Source.NOTEBOOK, seed, SMALL);
            smallHalves[seed] = small.half();
            gaps[seed] = small.gap(small.closed());
            meanGaps[seed] = small.gap(small.closed(PaperTable.mean(small.starts())));
        }
        table.near("xor, notebook: epoch at half the loss, mean of 10 seeds", 49.76, 0.35, PaperTable.mean(halves));
        table.beside("xor, notebook: the same, standard deviation", 0.35, PaperTable.deviation(halves));
        table.beside("xor, notebook: the same in steps of 0.05, mean", 45.5, PaperTable.mean(smallHalves));
        FittedXor large = FittedXor.train(Source.NOTEBOOK, 0);
        table.beside("xor, notebook: fitted start in the published steps", 4.1e-7, PaperTable.mean(large.starts()));
        table.beside(
                "xor, notebook: the same in steps of 0.05",
                8.0e-7,
                PaperTable.mean(FittedXor.train(Source.NOTEBOOK, 0, SMALL).starts()));
        table.beside("xor, notebook: largest gap to four paths in the same steps", 0.026, large.gap(large.map()));
        table.beside(
                "xor, notebook: largest gap to the closed form, in the published steps",
                0.080,
                large.gap(large.closed()));
        table.below(
                "xor, notebook: the same in steps of 0.05, median of 10 seeds (an independent implementation has 0.0036)",
                0.01,
                PaperTable.median(gaps));
        table.beside("xor, notebook: the same from one mean start", 0.016, PaperTable.median(meanGaps));
    }
}
