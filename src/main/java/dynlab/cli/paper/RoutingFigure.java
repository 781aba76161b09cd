package dynlab.cli.paper;

import dynlab.learning.Init;
import dynlab.numeric.Matrix;
import dynlab.numeric.Svd;
import dynlab.task.Routing;
import java.util.Set;

/**
 * Fig. 4 of Saxe, Sodhani and Lewallen, ICML 2022: seven domains, four trained routes each, 500 epochs at λ = 0.02 from
 * orthogonal random weights of gain 0.2, ten seeds.
 */
public final class RoutingFigure {
    private static final Routing TASK = new Routing(7, 4, 64);
    private static final int SEEDS = 10;
    private static final int EPOCHS = 500;

    private RoutingFigure() {}

    /** A {@link FigurePart}. */
    public static void check(PaperTable table, Set<Source> sources) {
        if (sources.contains(Source.PAPER)) {
            RoutingRates.check(table);
        }
        double[][] crossings = new double[3][SEEDS];
        double[] shares = {0.5, 0.15, 0.02};
        double[][] ratios = new double[4][SEEDS];
        double[] trained = new double[SEEDS];
        double[] untrained = new double[SEEDS];
        double[] worst = new double[SEEDS];
        double[] answers = new double[SEEDS];
        double[][] similarity = new double[3][SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            RouterRun run = new RouterRun(TASK.race(), new Init.Orthogonal(0.2, seed), TASK.step(0.02)).train(EPOCHS);
            for (int k = 0; k < shares.length; k++) {
                crossings[k][seed] = run.crossing(shares[k]);
            }
            double[] b2 = Svd.singularValues(run.weight("h1>h2"));
            double[] b1 = Svd.singularValues(run.weight("in0>h1"));
            for (int k = 0; k < ratios.length; k++) {
                ratios[k][seed] = b2[k] / b1[k];
            }
            trained[seed] = 2 * PaperTable.mean(run.errors(true));
            untrained[seed] = 2 * PaperTable.mean(run.errors(false));
            worst[seed] = 2 * PaperTable.largest(run.errors(false));
            answers[seed] = run.worstAnswer();
            similarity(run, similarity, seed);
        }
        if (sources.contains(Source.PAPER)) {
            double start = new RouterRun(TASK.race(), new Init.Orthogonal(0.2, 0), TASK.step(0.02))
                    .train(1)
                    .loss()[0];
            // a route weighs 1/M² here and 1/(KM) in the paper, which leaves out the half
            double there = 2 * start * TASK.domains() / TASK.trained();
            table.near("routing, paper: loss at the start", 244, Source.reading(250), there);
        }
        double[] known = {79.7, 160.5, 342};
        double[] spread = {3.4, 9.4, 10};
        for (int k = 0; k < shares.length; k++) {
            table.near(
                    "routing: epoch at " + PaperTable.plain(100 * shares[k]) + " % of the loss, mean of 10 seeds",
                    known[k],
                    spread[k],
                    PaperTable.mean(crossings[k]));
        }
        double[] knownRatio = {2.617, 2.603, 2.57, 2.57};
        for (int k = 0; k < ratios.length; k++) {
            table.beside("routing: b2/b1 of mode " + (k + 1), knownRatio[k], PaperTable.mean(ratios[k]));
        }
        table.beside(
                "routing: similarity, same domain, relative error to (Ms)^⅔/M", 0.032, PaperTable.mean(similarity[0]));
        table.beside("routing: similarity, across domains, likewise", 0.014, PaperTable.mean(similarity[1]));
        table.above(
                "routing: correlation of a block across domains with it, the least",
                0.9991,
                PaperTable.mean(similarity[2]));
        table.beside("routing: squared error of a trained route", 3.2e-4, PaperTable.mean(trained));
        table.beside("routing: squared error of an untrained route", 0.0035, PaperTable.mean(untrained));
        table.beside("routing: the same, worst route", 0.0088, PaperTable.mean(worst));
        table.beside("routing: worst number of an untrained answer", 0.033, PaperTable.mean(answers));
    }

    /** Similarity blocks against V (M s)^⅔/M Vᵀ: same domain, across, and the correlation of blocks three domains apart. */
    private static void similarity(RouterRun run, double[][] result, int seed) {
        Svd svd = Svd.thin(Routing.targets());
        double[] strengths = new double[svd.s().length];
        for (int k = 0; k < strengths.length; k++) {
            double root = Math.cbrt(TASK.domains() * svd.s()[k]);
            strengths[k] = root * root / TASK.domains();
        }
        Matrix theory = svd.v().times(Matrix.diagonal(strengths)).times(svd.v().transpose());
        int same = 0;
        int across = 0;
        double farthest = 1;
        for (int i = 0; i < TASK.domains(); i++) {
            for (int j = 0; j < TASK.domains(); j++) {
                Matrix block = run.similarity(i, j);
                double error = block.minus(theory).norm() / theory.norm();
                if (i == j) {
                    result[0][seed] += error;
                    same++;
                } else {
                    result[1][seed] += error;
                    across++;
                    farthest = Math.min(farthest, correlation(block, theory));
                }
            }
        }
        result[0][seed] /= same;
        result[1][seed] /= across;
        result[2][seed] = farthest;
    }

    private static double correlation(Matrix a, Matrix b) {
        double[] x = a.toArray();
        double[] y = b.toArray();
        double meanX = PaperTable.mean(x);
        double meanY = PaperTable.mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
