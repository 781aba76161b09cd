package dynlab.cli.paper;

/**
 * Fig. 3: exclusive or by a ReLU network of 128 units, ten seeds, and by four gated paths that are fitted to the first of
 * them, in the published steps and in a twentieth of them.
 */
public final class XorFigure {
    private static final int SEEDS = 10;
    private static final double SMALL = 0.05;

    private XorFigure() {}

    public static void check(PaperTable table) {
        double[] halves = new double[SEEDS];
        double[] gaps = new double[SEEDS];
        double[] meanGaps = new double[SEEDS];
        double[] smallHalves = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            halves[seed] = FittedXor.train(seed).half();
            FittedXor small = FittedXor.train(seed, SMALL);
            smallHalves[seed] = small.half();
            gaps[seed] = small.gap(small.closed());
            meanGaps[seed] = small.gap(small.closed(PaperTable.mean(small.starts())));
        }
        table.near("xor: epoch at half the loss, mean of 10 seeds", 49.76, 0.35, PaperTable.mean(halves));
        table.beside("xor: the same, standard deviation", 0.35, PaperTable.deviation(halves));
        table.beside("xor: the same in steps of 0.05, mean", 45.5, PaperTable.mean(smallHalves));
        FittedXor large = FittedXor.train(0);
        table.beside("xor: fitted start in the published steps", 4.1e-7, PaperTable.mean(large.starts()));
        table.beside(
                "xor: the same in steps of 0.05",
                8.0e-7,
                PaperTable.mean(FittedXor.train(0, SMALL).starts()));
        table.beside("xor: largest gap to four paths in the same steps", 0.026, large.gap(large.map()));
        table.beside("xor: largest gap to the closed form, in the published steps", 0.080, large.gap(large.closed()));
        table.below(
                "xor: the same in steps of 0.05, median of 10 seeds (specification 0.0036)",
                0.01,
                PaperTable.median(gaps));
        table.beside("xor: the same from one mean start", 0.016, PaperTable.median(meanGaps));
    }
}
