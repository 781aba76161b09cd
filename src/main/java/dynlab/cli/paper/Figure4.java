package dynlab.cli.paper;

import dynlab.architecture.Edge;
import dynlab.learning.Init;
import dynlab.learning.Initialization;
import dynlab.numeric.Matrix;
import dynlab.numeric.Numbers;
import dynlab.numeric.Svd;
import dynlab.task.GatedTask;
import dynlab.task.Routing;
import dynlab.theory.race.MergedRace;
import dynlab.theory.race.NeuralRaceReduction;
import dynlab.theory.race.ReducedRun;
import dynlab.view.pen.Box;
import dynlab.view.pen.Ink;
import dynlab.view.pen.Paint;
import dynlab.view.pen.Stroke;
import dynlab.view.pen.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Routing through one shared pathway: random orthogonal starts, a start that lies along the modes of the data, and the
 * reduction in continuous time; then what the first random run has learned.
 */
public final class Figure4 implements SourceFigure {
    private static final Routing TASK = new Routing(7, 4, 64);
    private static final int EPOCHS = 500;
    private static final int SEEDS = 10;
    private static final double RATE = 0.02;
    private static final double GAIN = 0.2;
    /** The strength that the source takes for the mean of its random starts: 0.2 over a factor 2.5 set by hand. */
    private static final double ALIGNED = GAIN / 2.5;
    /** Epochs between two looks at the singular values. */
    private static final int APART = 5;
    /** Curves of singular values: two single modes and the pair of equal ones. */
    private static final int CURVES = 3;

    /** A run with the strengths of hidden edge and encoder, mode by mode, at every so many epochs. */
    private record Followed(RouterRun run, double[] loss, double[][] hidden, double[][] encoder) {}

    @Override
    public String number() {
        return "4";
    }

    @Override
    public void draw(Sheet sheet, Effort effort, Consumer<String> progress) {
        int epochs = effort.epochs(EPOCHS);
        List<Followed> random = new ArrayList<>();
        for (int seed = 0; seed < effort.seeds(SEEDS); seed++) {
            random.add(follow(new Init.Orthogonal(GAIN, seed), epochs));
            progress.accept("seed " + seed);
        }
        Init.Aligned start = new Init.Aligned(ALIGNED, 0);
        Followed aligned = follow(start, epochs);
        Theory theory = Theory.of(start, epochs);

        double w = (Sheet.WIDTH - 2 * Sheet.MARGIN - 24) / 2;
        Box loss = new Box(Sheet.MARGIN, Sheet.MARGIN, w - 60, 330);
        loss(sheet, loss, random, aligned, theory);
        double x = loss.right() + 24;
        Box strengths = new Box(x, loss.y(), Sheet.WIDTH - Sheet.MARGIN - x, loss.h());
        strengths(sheet, strengths, random, aligned, theory);
        Box similarity = new Box(Sheet.MARGIN, loss.bottom() + 20, w, 30 + 52 + 28 * 13 + 6);
        Box outputs = new Box(Sheet.MARGIN + w + 24, similarity.y(), w, similarity.h());
        Mosaic.similarity(
                sheet.pen(),
                sheet.panel("c", "Similarity across domains", "first hidden layer, seed 0", similarity),
                random.get(0).run(),
                TASK.domains());
        Mosaic.outputs(
                sheet.pen(),
                sheet.panel("d", "Outputs", "7 properties × 4 items each, seed 0", outputs),
                random.get(0).run(),
                TASK.race());
        sheet.caption("Figure 4", sentence(random, aligned, theory));
    }

    /** The source's loss over ours. */
    private static double source(int domains) {
        return 2.0 * domains * domains / (Routing.ITEMS * Routing.PROPERTIES);
    }

    private static Followed follow(Init init, int epochs) {
        RouterRun run = new RouterRun(TASK.race(), init, TASK.step(RATE));
        int looks = epochs / APART + 1;
        double[][] hidden = new double[CURVES][looks];
        double[][] encoder = new double[CURVES][looks];
        for (int look = 0; look < looks; look++) {
            if (look > 0) {
                run.train(APART);
            }
            put(Svd.singularValues(run.weight("h1>h2")), hidden, look);
            put(Svd.singularValues(run.weight("in0>h1")), encoder, look);
        }
        double[] loss = run.loss();
        for (int i = 0; i < loss.length; i++) {
            loss[i] *= source(TASK.domains());
        }
        return new Followed(run, loss, hidden, encoder);
    }

    /** Modes 1 and 2, and the mean of 3 and 4. */
    private static void put(double[] values, double[][] curves, int look) {
        curves[0][look] = values[0];
        curves[1][look] = values[1];
        curves[2][look] = (values[2] + values[3]) / 2;
    }

    /** The reduction from an aligned start: in continuous time at the same looks, and in steps. */
    private record Theory(double[] loss, double[] steps, double[][] hidden, double[][] encoder) {
        static Theory of(Init.Aligned start, int epochs) {
            GatedTask task = TASK.task();
            List<Matrix> weights = Initialization.draw(start, task.architecture(), task.contexts());
            MergedRace race = NeuralRaceReduction.of(task.architecture(), task.contexts(), weights)
                    .flatMap(found -> found.merged(start.b0()))
                    .orElseThrow();
            double rate = TASK.step(RATE);
            int[] every = new int[epochs];
            for (int i = 0; i < epochs; i++) {
                every[i] = i;
            }
            double[] times = Axes.count(epochs + 1, 1);
            ReducedRun flow = ReducedRun.flow(race, 1 / rate, times, 1e-10);
            ReducedRun descent = ReducedRun.descent(race, rate, every);
            int looks = epochs / APART + 1;
            double[][] hidden = new double[CURVES][looks];
            double[][] encoder = new double[CURVES][looks];
            List<Edge> edges = task.architecture().edges();
            for (int e = 0; e < edges.size(); e++) {
                for (int look = 0; look < looks; look++) {
                    if (edges.get(e).id().equals("h1>h2")) {
                        put(flow.strengths(look * APART, e), hidden, look);
                    } else if (edges.get(e).id().equals("in0>h1")) {
                        put(flow.strengths(look * APART, e), encoder, look);
                    }
                }
            }
            return new Theory(scaled(flow.loss()), scaled(descent.loss()), hidden, encoder);
        }

        private static double[] scaled(double[] loss) {
            for (int i = 0; i < loss.length; i++) {
                loss[i] *= source(TASK.domains());
            }
            return loss;
        }
    }

    private static void loss(Sheet sheet, Box box, List<Followed> random, Followed aligned, Theory theory) {
        Axes axes = new Axes(
                sheet.pen(),
                sheet.panel("a", "Loss", "", box),
                14,
                new Axes.Axis("epoch", 0, 100, 200, 300, 400, 500),
                new Axes.Axis("sum over trained routes", 0, 50, 100, 150, 200, 250));
        Ink ink = Ink.category(0);
        Stroke thin = Stroke.of(Paint.tint(ink, 0.4), Weight.SEED);
        Stroke bold = Stroke.of(ink, Weight.SIM);
        Stroke along = Stroke.of(Ink.category(3), Weight.FINE);
        double[] mean = new double[aligned.loss().length];
        for (Followed one : random) {
            add(one.loss(), 1.0 / random.size(), mean);
            axes.line(Axes.count(mean.length, 1), one.loss(), thin);
        }
        axes.line(Axes.count(mean.length, 1), mean, bold);
        axes.line(Axes.count(mean.length, 1), aligned.loss(), along);
        axes.line(Axes.count(theory.loss().length, 1), theory.loss(), Stroke.THEORY);
        axes.legend(
                14,
                List.of(
                        new Axes.Named("random starts, one each", thin),
                        new Axes.Named("their mean", bold),
                        new Axes.Named("aligned start", along),
                        new Axes.Named("reduction", Stroke.THEORY)));
    }

    private static void add(double[] values, double factor, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * values[i];
        }
    }

    private static void strengths(Sheet sheet, Box box, List<Followed> random, Followed aligned, Theory theory) {
        Axes axes = new Axes(
                sheet.pen(),
                sheet.panel("b", "Singular values", "hidden edge above, encoder of domain 1 below; lines as in a", box),
                128,
                new Axes.Axis("epoch", 0, 100, 200, 300, 400, 500),
                new Axes.Axis("singular value", 0, 1, 2, 3, 4, 5));
        String[] names = {"mode 1", "mode 2", "modes 3–4"};
        double[] epochs = Axes.count(aligned.hidden()[0].length, APART);
        List<Axes.End> ends = new ArrayList<>();
        for (int k = 0; k < CURVES; k++) {
            Ink ink = Ink.mode(k, CURVES);
            for (boolean hidden : new boolean[] {true, false}) {
                double[] mean = new double[epochs.length];
                for (Followed one : random) {
                    double[] curve = hidden ? one.hidden()[k] : one.encoder()[k];
                    add(curve, 1.0 / random.size(), mean);
                    axes.line(epochs, curve, Stroke.of(Paint.tint(ink, 0.4), Weight.SEED));
                }
                axes.line(epochs, mean, Stroke.of(ink, Weight.SIM));
                axes.line(
                        epochs,
                        hidden ? aligned.hidden()[k] : aligned.encoder()[k],
                        Stroke.of(Ink.category(3), Weight.FINE));
                axes.line(epochs, hidden ? theory.hidden()[k] : theory.encoder()[k], Stroke.THEORY);
                double end = mean[mean.length - 1];
                ends.add(new Axes.End(names[k] + ", " + Numbers.fixed(end, 2), end, Stroke.of(ink, Weight.SIM)));
            }
        }
        axes.ends(ends);
    }

    private static String sentence(List<Followed> random, Followed aligned, Theory theory) {
        double[] shares = {0.5, 0.15, 0.02};
        List<String> met = new ArrayList<>();
        for (double share : shares) {
            double[] epochs = random.stream()
                    .mapToDouble(one -> one.run().crossing(share))
                    .toArray();
            met.add(Numbers.fixed(PaperTable.mean(epochs), 1) + " ± " + Numbers.fixed(PaperTable.deviation(epochs), 1));
        }
        double[] trained = new double[random.size()];
        double[] never = new double[random.size()];
        for (int k = 0; k < never.length; k++) {
            trained[k] = 2 * PaperTable.mean(random.get(k).run().errors(true));
            never[k] = 2 * PaperTable.mean(random.get(k).run().errors(false));
        }
        double gap = 0;
        for (int i = 0; i < aligned.loss().length; i++) {
            gap = Math.max(gap, Math.abs(aligned.loss()[i] - theory.steps()[i]) / theory.steps()[0]);
        }
        return "M = 7, K = 4, λ = 0.02, " + random.size()
                + " random orthogonal starts of gain 0.2: the loss falls to 50, 15 and"
                + " 2 % of " + Numbers.fixed(theory.loss()[0], 0) + " at epochs " + String.join(", ", met)
                + " (another implementation of the authors' notebook: 79.7 ± 3.4, 160.5 ± 9.4, 342 ± 10), the squared error of a route ends at "
                + Numbers.power(PaperTable.mean(trained)) + " if trained and " + Numbers.power(PaperTable.mean(never))
                + " if never trained (that one: 3.2·10⁻⁴ and 3.5·10⁻³; an untrained network "
                + Numbers.fixed(square(), 0)
                + "); the aligned start has strength 0.2/2.5 = 0.08, a factor that the source sets by hand, its loss is that of"
                + " the reduction in steps within " + Numbers.upTo(gap)
                + " of the start, and the dashes are the reduction in continuous time.";
    }

    /** |Y|². */
    private static double square() {
        double norm = Routing.targets().norm();
        return norm * norm;
    }
}
