package dynlab.cli.paper;

import dynlab.numeric.Svd;
import dynlab.task.Routing;
import dynlab.theory.race.RaceSpeedUp;
import java.util.Set;

/**
 * Fig. 5 a, b: who shares, learns sooner. The paper draws a mode with s = 3 over 10,000 epochs. Neither the rate nor the start of
 * that figure is known here, so that its first half time sets the scale of the others; the ratios hardly depend on the start.
 */
public final class RaceFigure {
    /** The start of the notebook's aligned routing. */
    static final double B0 = 0.08;
    /** The mode that the paper draws: of the target's 13.6, 6.4, 3 and 3. */
    static final int DRAWN = 2;
    /** Where that mode is half learned in the figure, P = 1, 4, 25, 100, and the length of its axis. */
    static final double[] EPOCHS = {6700, 2630, 775, 290};

    static final double AXIS = 10_000;

    private static final double SMALL = 0.002;

    private RaceFigure() {}

    /** A {@link FigurePart}. */
    public static void check(PaperTable table, Set<Source> sources) {
        if (sources.contains(Source.PAPER)) {
            paper(table);
        }
        if (sources.contains(Source.NOTEBOOK)) {
            notebook(table);
        }
    }

    private static int routes(int size) {
        return size * size;
    }

    private static void paper(PaperTable table) {
        double[] ratios = {1, 2.55, 8.7, 23};
        double[] theory = {1, 2.546, 9.03, 24.02};
        double[] theoryDigits = {0, 5e-4, 5e-3, 5e-3};
        double[] small = {1, 2.546, 9.033, 24.020};
        double alone = SharedPathway.half(1, DRAWN, B0);
        for (int k = 1; k < EPOCHS.length; k++) {
            int size = SharedPathway.SIZES[k];
            double half = SharedPathway.half(size, DRAWN, B0);
            table.near(
                    "race, paper: half time of the s = 3 mode at P = " + routes(size) + ", where it is 6700 at P = 1",
                    EPOCHS[k],
                    Source.reading(AXIS),
                    EPOCHS[0] * half / alone);
            table.beside(
                    "race, paper: the same as a ratio",
                    PaperTable.plain(ratios[k]) + " in the figure",
                    PaperTable.plain(alone / half));
            table.near(
                    "race: ratio for small starts in closed form, P = " + routes(size),
                    theory[k],
                    theoryDigits[k],
                    RaceSpeedUp.of(size));
            table.near(
                    "race: the same from b₀ = 0.002 by the reduction",
                    small[k],
                    5e-4,
                    SharedPathway.half(1, 0, SMALL) / SharedPathway.half(size, 0, SMALL));
        }
        double[] late = {0, AXIS / EPOCHS[0] * alone};
        double end = SharedPathway.at(late, 1, DRAWN, B0).map()[1];
        double s = Svd.singularValues(Routing.targets())[DRAWN];
        table.near("race, paper: where the mode ends, P = 1", s, Source.reading(s), end);
    }

    private static void notebook(PaperTable table) {
        double[] known = {89.28, 35.05, 9.87, 3.705};
        double[] digits = {5e-3, 5e-3, 5e-3, 5e-4};
        for (int k = 0; k < known.length; k++) {
            int size = SharedPathway.SIZES[k];
            table.near(
                    "race, notebook: half time of the first mode from b₀ = 0.08, P = " + routes(size),
                    known[k],
                    digits[k],
                    SharedPathway.half(size, 0, B0));
        }
    }
}
